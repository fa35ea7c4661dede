import type { Metric } from '../../records/schema.ts'

/** Measures of a region that regions are compared by. */
export const COMPARED = [
  'total',
  'checked',
  'qualified',
  'unqualified',
  'coverage_rate',
  'pass_rate',
] as const
export type Compared = (typeof COMPARED)[number]

/** A figure of a notice, with its number in the notice (from 1), as in metrics.csv. */
export interface Figure {
  n: number
  value: number
  raw: string
  /** Where it is written: `start` of its first piece of evidence. */
  at: number
  change: Metric['change']
}

/** What one notice says about a region, a period and a family of subjects. */
export interface Statement {
  notice: string
  issued: string
  selfReported: boolean
  /** Code of the region whose notice says it, where that is not the region itself. */
  by: string | null
  figures: Partial<Record<Compared, Figure[]>>
  /** Where figures stand that a check found not to fit their counts. */
  misfits: ReadonlySet<number>
}

/** The figures of a row, all out of one notice. */
interface Chosen {
  statement: Statement
  figures: Partial<Record<Compared, Figure>>
  passRateRecomputed: number | null
  coverageRecomputed: number | null
  whyNot: string[]
  notes: string[]
}

/**
 * Settles which figures stand for a region. Those of one notice belong together, so they are never mixed: the region's own
 * notice goes before a higher level's, an inspection before a self-report, more figures before fewer, the later before the earlier.
 */
export function choose(statements: readonly Statement[]): Chosen | null {
  const [first, ...others] = statements.filter((s) => Object.keys(s.figures).length > 0).sort(better)
  if (!first) return null
  const { figures, fits, ambiguous } = together(first)
  const whyNot: string[] = []
  const notes: string[] = []
  if (first.selfReported) whyNot.push('self_reported')
  if (first.by !== null) notes.push(`figures_stated_by: ${first.by}`)

  const rate = figures.pass_rate
  if (rate && first.misfits.has(rate.at)) whyNot.push('rate_does_not_fit_its_counts')
  const total = figures.total?.value ?? null
  const checked = figures.checked?.value ?? null
  const good = qualifiedOf(figures)
  const recomputed = percentOf(good, checked)
  if (rate && !fits && total !== null && total !== checked && fitsRate(rate, good, total))
    whyNot.push('rate_is_of_total_not_of_checked')
  for (const measure of ambiguous)
    whyNot.push(`several_values_of_${measure}: ${distinct(first.figures[measure]!).join(', ')}`)
  const rates = distinct([
    ...(first.figures.pass_rate ?? []),
    ...others.flatMap((s) => s.figures.pass_rate ?? []),
  ])
  if (rates.length > 1) whyNot.push(`several_rates_stated: ${rates.join(', ')}`)
  for (const measure of ['checked', 'unqualified'] as const) {
    const values = distinct(
      [figures, ...others.map((s) => together(s).figures)].flatMap((f) => f[measure] ?? []),
    )
    if (values.length > 1) whyNot.push(`notices_differ_in_${measure}: ${values.join(', ')}`)
  }
  const { qualified, unqualified } = figures
  if (checked !== null && qualified && unqualified && qualified.value + unqualified.value !== checked)
    whyNot.push('counts_do_not_add_up')

  const coverageRecomputed = percentOf(checked, total)
  const coverage = figures.coverage_rate?.value ?? coverageRecomputed
  if (coverage !== null && coverage < 100) whyNot.push(`sample_of_${coverage}_percent`)
  if (coverage === null) notes.push('coverage_not_stated')
  if (!rate && recomputed === null) whyNot.push('no_rate_stated')
  if (!rate && recomputed !== null) notes.push('rate_only_recomputed')
  if (rate && checked === null) whyNot.push('number_checked_not_stated')
  return { statement: first, figures, passRateRecomputed: recomputed, coverageRecomputed, whyNot, notes }
}

/** Sites or accounts found good, as far as the counts say. */
export function qualifiedOfCounts(counts: {
  checked: number | null
  qualified: number | null
  unqualified: number | null
}): number | null {
  if (counts.qualified !== null) return counts.qualified
  return counts.unqualified === null || counts.checked === null ? null : counts.checked - counts.unqualified
}

function qualifiedOf({ checked, qualified, unqualified }: Chosen['figures']): number | null {
  return qualifiedOfCounts({
    checked: checked?.value ?? null,
    qualified: qualified?.value ?? null,
    unqualified: unqualified?.value ?? null,
  })
}

/** Percent with two decimals; null where the parts cannot be parts of that whole. */
export function percentOf(part: number | null, whole: number | null): number | null {
  if (part === null || whole === null || whole <= 0 || part < 0 || part > whole) return null
  return Math.round((part / whole) * 10_000) / 100
}

/**
 * Of several values of a measure in one notice, those that make a stated rate, the largest number checked first: the rest are
 * of a part. Where none do, the first count of each and the last rate, and which were in doubt.
 */
function together({ figures }: Statement): {
  figures: Chosen['figures']
  fits: boolean
  ambiguous: Compared[]
} {
  const rest = { total: figures.total?.[0], coverage_rate: figures.coverage_rate?.[0] }
  let best: (Chosen['figures'] & { checked: Figure }) | null = null
  for (const rate of figures.pass_rate?.slice(-FEW) ?? [])
    for (const checked of few(figures.checked))
      for (const qualified of few(figures.qualified))
        for (const unqualified of few(figures.unqualified)) {
          if (!checked || (best && best.checked.value > checked.value)) continue
          const set = defined({ checked, qualified, unqualified })
          const good = qualifiedOf(set)
          if (good !== null && addUp(set) && fitsRate(rate, good, checked.value))
            best = { ...set, checked, pass_rate: rate }
        }
  if (best) return { figures: defined({ ...rest, ...best }), fits: true, ambiguous: [] }
  const counts = {
    checked: figures.checked?.[0],
    qualified: figures.qualified?.[0],
    unqualified: figures.unqualified?.[0],
  }
  const ambiguous = (['checked', 'qualified', 'unqualified'] as const).filter(
    (m) => distinct(figures[m] ?? []).length > 1,
  )
  return {
    figures: defined({ ...rest, ...counts, pass_rate: figures.pass_rate?.at(-1) }),
    fits: false,
    ambiguous,
  }
}

const FEW = 6
const few = (all: Figure[] | undefined): (Figure | undefined)[] => (all ? all.slice(0, FEW) : [undefined])

function addUp({ checked, qualified, unqualified }: Chosen['figures']): boolean {
  return !checked || !qualified || !unqualified || qualified.value + unqualified.value === checked.value
}

/** Whether the stated rate is that of these counts, to its own decimals. */
function fitsRate(rate: Figure, good: number | null, whole: number): boolean {
  if (good === null || whole <= 0 || good < 0 || good > whole) return false
  const decimals = rate.raw.split('.')[1]?.length ?? 0
  return Math.abs((good / whole) * 100 - rate.value) <= 0.5 * 10 ** -decimals + 1e-9
}

function better(a: Statement, b: Statement): number {
  const own = Number(a.by !== null) - Number(b.by !== null)
  const inspected = Number(a.selfReported) - Number(b.selfReported)
  const more = Object.keys(b.figures).length - Object.keys(a.figures).length
  const later = a.issued < b.issued ? 1 : a.issued > b.issued ? -1 : 0
  return own || inspected || more || later || (a.notice < b.notice ? -1 : a.notice > b.notice ? 1 : 0)
}

const distinct = (figures: readonly Figure[]): number[] => [...new Set(figures.map((f) => f.value))]

function defined<T extends object>(from: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(from).filter(([, v]) => v !== undefined)) as never
}
