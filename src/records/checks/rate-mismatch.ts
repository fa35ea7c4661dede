import type { Check, Metric } from '../schema.ts'
import { type Checker, problem } from './check.ts'

const REACH = 260

/**
 * 53 checked and 18 unqualified make 66.0 %, not the stated 67 %: to the decimals that are printed. The counts stand
 * before the rate in their order, with no other rate between; when any such pair makes the rate, nothing is wrong.
 */
export const rateMismatch: Checker = ({ metrics, reading }) => {
  const rates = metrics.filter((m) => m.measure === 'pass_rate' && m.about === null && m.operator === '=')
  return [...metrics.flatMap((m) => mismatchInRow(m, metrics)), ...rates.flatMap(mismatchInProse)]

  function mismatchInProse(rate: Metric): Check[] {
    if (isInTable(rate) || /分别|依次/.test(reading.source.text.slice(Math.max(0, at(rate) - 24), at(rate))))
      return []
    const floor = Math.max(
      at(rate) - REACH,
      ...rates.filter((o) => o.subject === rate.subject && at(o) < at(rate)).map(at),
    )
    const counts = metrics
      .filter(
        (m) =>
          !isInTable(m) &&
          m.subject === rate.subject &&
          m.about === null &&
          m.unit === 'count' &&
          m.operator === '=' &&
          at(m) > floor &&
          (at(m) < at(rate) || at(m) - at(rate) < 30),
      )
      .sort((a, b) => at(b) - at(a))
    const wholes = counts.filter((m) => m.measure === 'checked')
    const pairs = (wholes.length > 0 ? wholes : counts.filter((m) => m.measure === 'total')).flatMap(
      (whole) =>
        counts
          .filter((m) => (m.measure === 'qualified' || m.measure === 'unqualified') && at(m) > at(whole))
          .map((part) => ({
            whole,
            part,
            good: part.measure === 'qualified' ? part.value : whole.value - part.value,
          })),
    )
    return mismatch(rate, pairs)
  }
}

/** A row of a table states its own counts and rate. */
function mismatchInRow(rate: Metric, metrics: readonly Metric[]): Check[] {
  if (rate.measure !== 'pass_rate' || !isInTable(rate)) return []
  const row = metrics.filter(
    (m) =>
      m.subject === rate.subject &&
      m.about === rate.about &&
      m.evidence[0]!.where === rate.evidence[0]!.where,
  )
  const whole = row.find((m) => m.measure === 'checked')
  if (!whole) return []
  return mismatch(
    rate,
    row
      .filter((m) => m.measure === 'qualified' || m.measure === 'unqualified')
      .map((part) => ({
        whole,
        part,
        good: part.measure === 'qualified' ? part.value : whole.value - part.value,
      })),
  )
}

interface Pair {
  whole: Metric
  part: Metric
  good: number
}

/** A mismatch, where no pair of counts makes the rate. */
function mismatch(rate: Metric, pairs: readonly Pair[]): Check[] {
  const decimals = rate.raw.split('.')[1]?.length ?? 0
  const exact = (p: Pair) => (p.good / p.whole.value) * 100
  const sound = pairs.filter((p) => p.good >= 0 && p.good <= p.whole.value && p.whole.value > 0)
  if (
    sound.length === 0 ||
    sound.some((p) => Math.abs(exact(p) - rate.value) <= 0.5 * 10 ** -decimals + 1e-9)
  )
    return []
  const nearest = sound[0]!
  const expected = exact(nearest).toFixed(Math.max(decimals, 1))
  return [
    problem(
      'rate_mismatch',
      'warning',
      `合格率写作 ${rate.raw}%,按 ${nearest.good}/${nearest.whole.value} 应为 ${expected}% (stated ${rate.raw} %, its counts give ${expected} %)`,
      `${expected}%`,
      `${rate.raw}%`,
      [
        ...rate.evidence.slice(0, 1),
        ...nearest.whole.evidence.slice(0, 1),
        ...nearest.part.evidence.slice(0, 1),
      ],
    ),
  ]
}

const isInTable = (m: Metric): boolean => /table|row|!/.test(m.evidence[0]!.where)

const at = (m: Metric): number => m.evidence[0]!.start
