import type { Metric } from '../schema.ts'
import { type Checker, problem } from './check.ts'

const REACH = 260

/**
 * 53 checked and 18 unqualified make 66.0 %, not the stated 67 %: to the decimals that are printed. The counts stand
 * before the rate in their order, with no other rate between; when any such pair makes the rate, nothing is wrong.
 */
export const rateMismatch: Checker = ({ metrics, reading }) => {
  const rates = metrics.filter((m) => m.measure === 'pass_rate' && m.about === null && m.operator === '=')
  return rates.flatMap((rate) => {
    if (/分别|依次/.test(reading.source.text.slice(Math.max(0, at(rate) - 24), at(rate)))) return []
    const floor = Math.max(
      at(rate) - REACH,
      ...rates.filter((o) => o.subject === rate.subject && at(o) < at(rate)).map(at),
    )
    const counts = metrics
      .filter(
        (m) =>
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
    const decimals = rate.raw.split('.')[1]?.length ?? 0
    const exact = (p: (typeof pairs)[number]) => (p.good / p.whole.value) * 100
    const sound = pairs.filter((p) => p.good >= 0 && p.good <= p.whole.value)
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
  })
}

const at = (m: Metric): number => m.evidence[0]!.start
