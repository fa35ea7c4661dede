import type { Metric } from '../schema.ts'
import { type Checker, problem } from './check.ts'

/** 53 checked and 18 unqualified make 66.0 %, not the stated 67 %: to the decimals that are printed. */
export const rateMismatch: Checker = ({ metrics }) =>
  metrics
    .filter((m) => m.measure === 'pass_rate' && m.about === null && m.operator === '=')
    .flatMap((rate) => {
      const near = (measure: Metric['measure']) => nearest(metrics, rate, measure)
      const checked = near('checked') ?? near('total')
      const unqualified = near('unqualified')
      const qualified = near('qualified')
      if (!checked || (!unqualified && !qualified)) return []
      const good = qualified ? qualified.value : checked.value - unqualified!.value
      if (good < 0 || good > checked.value) return []
      const exact = (good / checked.value) * 100
      const decimals = rate.raw.split('.')[1]?.length ?? 0
      if (Math.abs(exact - rate.value) <= 0.5 * 10 ** -decimals + 1e-9) return []
      const expected = exact.toFixed(Math.max(decimals, 1))
      return [
        problem(
          'rate_mismatch',
          'warning',
          `合格率写作 ${rate.raw}%,按 ${good}/${checked.value} 应为 ${expected}% (stated ${rate.raw} %, its counts give ${expected} %)`,
          `${expected}%`,
          `${rate.raw}%`,
          [
            ...rate.evidence.slice(0, 1),
            ...checked.evidence.slice(0, 1),
            ...(qualified ?? unqualified)!.evidence.slice(0, 1),
          ],
        ),
      ]
    })

const REACH = 260

/** The figure of that measure and subject closest before the rate (or right behind it). */
function nearest(metrics: readonly Metric[], rate: Metric, measure: Metric['measure']): Metric | undefined {
  const at = rate.evidence[0]!.start
  let best: Metric | undefined
  const distance = (m: Metric) => Math.abs(m.evidence[0]!.start - at)
  for (const m of metrics) {
    if (
      m.measure !== measure ||
      m.subject !== rate.subject ||
      m.about !== null ||
      m.unit !== 'count' ||
      m.operator !== '='
    )
      continue
    if (distance(m) > REACH) continue
    if (!best || distance(m) < distance(best)) best = m
  }
  return best
}
