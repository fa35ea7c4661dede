import type { RollupRow } from '../../export/comparison/rollups.ts'
import type { ComparisonRow, Family } from '../../export/comparison/row.ts'
import { onceFor } from '../../once.ts'
import { type ReportTables, stringAt } from '../columns.ts'
import { comparisonKey, partsOf } from '../filter.ts'
import type { Pick } from './view.ts'

/** Rows of a table by the notice they belong to; notices are ascending in it. */
function rowsOf(notices: readonly number[], notice: number): [from: number, to: number] {
  const bound = (value: number) => {
    let low = 0
    let high = notices.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (notices[middle]! < value) low = middle + 1
      else high = middle
    }
    return low
  }
  return [bound(notice), bound(notice + 1)]
}

const indexOf = onceFor(({ notices: { id } }: ReportTables): ReadonlyMap<string, number> => {
  const index = new Map<string, number>()
  // Copies of one notice have one id: the first is the one compared.
  for (let i = id.codes.length - 1; i >= 0; i--) index.set(stringAt(id, i)!, i)
  return index
})

/** Indexes of a comparison row's notices. */
export function noticesOf(tables: ReportTables, row: ComparisonRow): number[] {
  return row.notices.flatMap((id) => indexOf(tables).get(id) ?? [])
}

const BEHIND_RATE = ['pass_rate', 'unqualified', 'checked', 'qualified', 'coverage_rate', 'total'] as const

/** The stated figures behind a comparison row, the rate first; its notices where there are none. */
export function figuresBehind(tables: ReportTables, row: ComparisonRow, title: string): Pick {
  const rows: number[] = []
  for (const measure of BEHIND_RATE)
    for (const [id, numbers] of Object.entries(row.from[measure] ?? {})) {
      const notice = indexOf(tables).get(id)
      if (notice === undefined) continue
      const [from] = rowsOf(tables.metrics.notice, notice)
      rows.push(...numbers.map((n) => from + n - 1).filter((i) => !rows.includes(i)))
    }
  return rows.length > 0
    ? { title, table: 'metrics', rows }
    : { title, table: 'notices', rows: noticesOf(tables, row) }
}

const rowsByKey = onceFor(
  ({ comparison }: ReportTables) => new Map(comparison.map((row) => [comparisonKey(row), row])),
)

/** The row of the comparison that a key names. */
export const rowOf = (tables: ReportTables, key: string): ComparisonRow | undefined =>
  rowsByKey(tables).get(key)

const namesByCode = onceFor(
  ({ comparison }: ReportTables) => new Map(comparison.map((r) => [r.region_code, r.region])),
)

/** The name that the comparison has for a code. */
export const regionNamed = (tables: ReportTables, code: string): string | null =>
  namesByCode(tables).get(code) ?? null

/** The stated figures behind all parts of a roll-up, those in its sums first. */
export function figuresBehindParts(tables: ReportTables, rollup: RollupRow, title: string): Pick {
  const picks = partsOf(rollup).flatMap((key) => {
    const row = rowOf(tables, key)
    return row ? [figuresBehind(tables, row, title)] : []
  })
  const of = (table: Pick['table']) => [
    ...new Set(picks.filter((p) => p.table === table).flatMap((p) => p.rows)),
  ]
  const figures = of('metrics')
  return figures.length > 0
    ? { title, table: 'metrics', rows: figures }
    : { title, table: 'notices', rows: of('notices') }
}

/** Comparison rows of a family by region, each in order of time; rows without region or period are left out. */
export function byRegion(
  tables: ReportTables,
  rows: readonly number[],
  family: Family,
): Map<string, { row: ComparisonRow; end: string }[]> {
  const regions = new Map<string, { row: ComparisonRow; end: string }[]>()
  for (const i of rows) {
    const row = tables.comparison[i]!
    const end = row.period_end
    if (row.subject !== family || row.region_code === null || end === null) continue
    const list = regions.get(row.region_code)
    if (list) list.push({ row, end })
    else regions.set(row.region_code, [{ row, end }])
  }
  for (const list of regions.values()) list.sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0))
  return regions
}
