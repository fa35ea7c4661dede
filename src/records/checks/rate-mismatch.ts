import { saying } from '../../lexicon/phrases.ts'
import type { Check, Evidence, Measure, Metric } from '../schema.ts'
import { type Checker, problem } from './check.ts'

const REACH = 260

/** What a rate is a share of, and which counts make it; what is left is as good as what was found. */
const KINDS: readonly { rate: Measure; whole: readonly Measure[]; part: Measure; rest?: Measure }[] = [
  { rate: 'pass_rate', whole: ['checked', 'total'], part: 'qualified', rest: 'unqualified' },
  { rate: 'coverage_rate', whole: ['total'], part: 'checked' },
  { rate: 'handling_rate', whole: ['received'], part: 'handled' },
  { rate: 'fix_rate', whole: ['problems_found'], part: 'problems_fixed' },
]
/** «按期办结率» is a share of what was handled in time, which need not be all that was handled. */
const IN_TIME = saying((any) => new RegExp(`${any('in_time')}|规定`))
const IN_TURN = saying((any) => new RegExp(any('in_turn')))

/**
 * 53 checked and 18 unqualified make 66.0 %, not the stated 67 %: to the decimals that are printed. The counts stand
 * before the rate in their order, with no other rate between; when any such pair makes the rate, nothing is wrong.
 */
export const rateMismatch: Checker = ({ metrics, reading }) => {
  const { text } = reading.source
  const exact = metrics.filter((m) => m.operator === '=')
  return KINDS.flatMap((kind) => {
    const rates = exact.filter((m) => m.measure === kind.rate)
    return rates.flatMap((rate) => [
      ...rate.evidence.filter(isInTable).flatMap((e) => mismatchInRow(rate, e)),
      ...mismatchInProse(rate),
    ])

    function mismatchInProse(rate: Metric): Check[] {
      const said = rate.evidence.find((e) => !isInTable(e))
      if (!said || said !== rate.evidence[0]) return []
      const end = said.start
      const before = text.slice(Math.max(0, end - 24), end)
      if (IN_TURN(reading.kit).test(before)) return []
      const floor = Math.max(
        end - REACH,
        ...rates.filter((o) => isOf(o, rate) && at(o) < end).map(at),
        // Only a rate of what passed is told a sentence later than its counts.
        kind.rest ? 0 : text.lastIndexOf('。', end),
      )
      const counts = exact
        .filter(
          (m) =>
            m.evidence[0] !== undefined &&
            !isInTable(m.evidence[0]) &&
            isOf(m, rate) &&
            m.unit === 'count' &&
            at(m) > floor &&
            (at(m) < end || (kind.rest !== undefined && at(m) - end < 30)) &&
            (kind.rest !== undefined ||
              m.measure !== kind.part ||
              IN_TIME(reading.kit).test(text.slice(at(m) - 8, at(m))) ===
                IN_TIME(reading.kit).test(before.slice(-10))),
        )
        .sort((a, b) => at(b) - at(a))
      const whole = kind.whole.find((measure) => counts.some((m) => m.measure === measure))
      const pairs = pairsOf(counts, whole, (w, p) => at(p) > at(w))
      // «对3000个账号抽查,比例50%,4个不合格»: the rate is of the 1500.
      const drawn =
        kind.rest &&
        exact.find((m) => m.measure === 'coverage_rate' && isOf(m, rate) && at(m) > floor && at(m) < end)
      if (drawn?.value)
        for (const { whole, part } of [...pairs]) {
          const n = (whole.value * drawn.value) / 100
          pairs.push({ whole, part, of: n, good: part.measure === kind.rest ? n - part.value : part.value })
        }
      return mismatch(rate, pairs)
    }

    /** A row of a table states its own counts and rate. */
    function mismatchInRow(rate: Metric, { where }: Evidence): Check[] {
      const row = exact.filter((m) => isOf(m, rate) && m.evidence.some((e) => e.where === where))
      return mismatch(
        rate,
        pairsOf(row, kind.whole[0], () => true),
      )
    }

    function pairsOf(
      counts: readonly Metric[],
      measure: Measure | undefined,
      fits: (whole: Metric, part: Metric) => boolean,
    ): Pair[] {
      return counts
        .filter((m) => m.measure === measure)
        .slice(0, kind.rest ? undefined : 1)
        .flatMap((whole) =>
          counts
            .filter((m) => (m.measure === kind.part || m.measure === kind.rest) && fits(whole, m))
            .map((part) => ({
              whole,
              part,
              of: whole.value,
              good: part.measure === kind.rest ? whole.value - part.value : part.value,
            })),
        )
    }
  })
}

interface Pair {
  whole: Metric
  part: Metric
  of: number
  good: number
}

const NAMES: Partial<Record<Measure, string>> = {
  pass_rate: '合格率',
  coverage_rate: '抽查比例',
  handling_rate: '办结率',
  fix_rate: '整改率',
}

/** A mismatch, where no pair of counts makes the rate. */
function mismatch(rate: Metric, pairs: readonly Pair[]): Check[] {
  const decimals = rate.raw.split('.')[1]?.length ?? 0
  const exact = (p: Pair) => (p.good / p.of) * 100
  const sound = pairs.filter((p) => p.good >= 0 && p.good <= p.of && p.of > 0)
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
      `${NAMES[rate.measure]}写作 ${rate.raw}%,按 ${nearest.good}/${nearest.of} 应为 ${expected}% (stated ${rate.raw} %, its counts give ${expected} %)`,
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

const isOf = (m: Metric, rate: Metric): boolean => m.subject === rate.subject && m.about === rate.about

const isInTable = (e: Evidence): boolean => /table|row|!/.test(e.where)

const at = (m: Metric): number => m.evidence[0]!.start
