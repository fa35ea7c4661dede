import type { Kit } from '../../kit.ts'
import type { RegionLevel } from '../../lexicon/regions.ts'
import { Sorted, type Spill } from '../spill/sorted.ts'
import { percentOf, qualifiedOfCounts } from './figures.ts'
import { placeOf } from './period.ts'
import type { ComparisonRow, Family } from './row.ts'

/** A city out of its counties, or a province out of its cities or counties: only over parts that can be compared. */
export interface RollupRow {
  region_code: string
  region: string
  level: RegionLevel
  period: string
  subject: Family
  part_level: RegionLevel
  /** Places of that level inside the region, by GB/T 2260 at the end of the period. */
  parts: number
  /** Of these, those with a row of the same period and subject. */
  parts_reported: number
  /** Codes of those whose counts are in the sums below. */
  parts_in: string[]
  /** Those that reported and are not in, and why. */
  parts_out: { region_code: string; why: string[] }[]
  checked: number | null
  qualified: number | null
  unqualified: number | null
  /** Of the sums, percent, two decimals. */
  pass_rate: number | null
  lowest: { region_code: string; pass_rate: number } | null
  highest: { region_code: string; pass_rate: number } | null
  /** What the region's own row says, to set beside it. */
  own_checked: number | null
  own_pass_rate: number | null
  /** Over those parts of which a notice of their own was read, and how many these are. */
  parts_with_notice: number
  records: number
  veto: number
}

const PARTS: Partial<Record<RegionLevel, RegionLevel[]>> = { province: ['city', 'county'], city: ['county'] }

/** Of a row, what its regions above need: as a part of them, or beside their own sums. */
type Part = Pick<
  ComparisonRow,
  | 'region_code'
  | 'period'
  | 'period_end'
  | 'subject'
  | 'comparable'
  | 'why_not'
  | 'checked'
  | 'qualified'
  | 'unqualified'
  | 'own_notice'
  | 'records'
> & { veto: number }
type Own = Pick<ComparisonRow, 'checked' | 'pass_rate'>
type Entry = { part: Part } | { own: Own }

/** The rollups of rows that come one after another. */
export class Rollups {
  readonly #entries: Sorted<Entry>

  constructor(
    private readonly kit: Kit,
    spill: Spill | null,
  ) {
    this.#entries = new Sorted('rollups', spill)
  }

  add(row: ComparisonRow): void {
    const grain = placeOf(row.period)?.grain
    // Rounds are numbered by each region on its own: the fifth of one is not the fifth of another.
    if (row.region_code === null || row.level === null || grain === undefined || grain === 'round') return
    const { checked, pass_rate } = row
    for (const level of PARTS[row.level] ?? [])
      this.#entries.add(keyOf(row.region_code, row, level), { own: { checked, pass_rate } })
    for (const above of this.kit.regions.lineage(row.region_code, row.period_end).slice(1))
      if (PARTS[above.level]?.includes(row.level))
        this.#entries.add(keyOf(above.code, row, row.level), { part: partOf(row) })
  }

  *rows(): Generator<RollupRow> {
    for (const [key, entries] of this.#entries.groups()) {
      const parts = entries.flatMap((entry) => ('part' in entry ? [entry.part] : []))
      if (parts.length < 2) continue
      const own = entries.find((entry) => 'own' in entry)
      const fields = key.split('\t')
      yield rollup(fields[0]!, fields.at(-1) as RegionLevel, parts, own?.own, this.kit)
    }
  }
}

function partOf(row: ComparisonRow): Part {
  return {
    region_code: row.region_code,
    period: row.period,
    period_end: row.period_end,
    subject: row.subject,
    comparable: row.comparable,
    why_not: row.why_not,
    checked: row.checked,
    qualified: row.qualified,
    unqualified: row.unqualified,
    own_notice: row.own_notice,
    records: row.records,
    veto: row.by_severity.veto,
  }
}

function rollup(
  code: string,
  partLevel: RegionLevel,
  rows: readonly Part[],
  own: Own | undefined,
  kit: Kit,
): RollupRow {
  const { period, period_end, subject } = rows[0]!
  const place = kit.regions.at(code, period_end)!
  const counted = rows.flatMap((row) => {
    const qualified = qualifiedOfCounts(row)
    const rate = percentOf(qualified, row.checked)
    return row.comparable && rate !== null
      ? [{ code: row.region_code!, checked: row.checked!, qualified: qualified!, rate }]
      : []
  })
  const inside = new Set(counted.map((c) => c.code))
  const sum = (of: 'checked' | 'qualified') => counted.reduce((n, c) => n + c[of], 0)
  const checked = counted.length ? sum('checked') : null
  const qualified = counted.length ? sum('qualified') : null
  const byRate = [...counted].sort((a, b) => a.rate - b.rate || (a.code < b.code ? -1 : 1))
  const end = (c: (typeof counted)[number] | undefined) =>
    c ? { region_code: c.code, pass_rate: c.rate } : null
  return {
    region_code: code,
    region: kit.regions.path(code, period_end),
    level: place.level,
    period: period!,
    subject,
    part_level: partLevel,
    parts: new Set(kit.regions.partsOf(code, partLevel, period_end).map((r) => r.code)).size,
    parts_reported: rows.length,
    parts_in: counted.map((c) => c.code),
    parts_out: rows
      .filter((row) => !inside.has(row.region_code!))
      .map((row) => ({
        region_code: row.region_code!,
        why: row.why_not.length ? row.why_not : ['counts_not_stated'],
      })),
    checked,
    qualified,
    unqualified: checked === null ? null : checked - qualified!,
    pass_rate: percentOf(qualified, checked),
    lowest: end(byRate[0]),
    highest: end(byRate.at(-1)),
    own_checked: own?.checked ?? null,
    own_pass_rate: own?.pass_rate ?? null,
    parts_with_notice: rows.filter((row) => row.own_notice).length,
    records: rows.reduce((n, row) => n + row.records, 0),
    veto: rows.reduce((n, row) => n + row.veto, 0),
  }
}

const keyOf = (code: string, row: ComparisonRow, partLevel: RegionLevel): string =>
  [code, row.period, row.subject, partLevel].join('\t')
