import type { RollupRow } from '../../export/comparison/rollups.ts'
import type { ComparisonRow, Family } from '../../export/comparison/row.ts'
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

const indexes = new WeakMap<ReportTables, Map<string, number>>()

function indexOf(tables: ReportTables): Map<string, number> {
  let index = indexes.get(tables)
  if (!index) {
    index = new Map()
    const { id } = tables.notices
    // Copies of one notice have one id: the first is the one compared.
    for (let i = id.codes.length - 1; i >= 0; i--) index.set(stringAt(id, i)!, i)
    indexes.set(tables, index)
  }
  return index
}

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

const keyed = new WeakMap<ReportTables, Map<string, ComparisonRow>>()

/** The row of the comparison that a key names. */
export function rowOf(tables: ReportTables, key: string): ComparisonRow | undefined {
  let rows = keyed.get(tables)
  if (!rows) keyed.set(tables, (rows = new Map(tables.comparison.map((row) => [comparisonKey(row), row]))))
  return rows.get(key)
}

const named = new WeakMap<ReportTables, Map<string | null, string | null>>()

/** The name that the comparison has for a code. */
export function regionNamed(tables: ReportTables, code: string): string | null {
  let names = named.get(tables)
  if (!names) named.set(tables, (names = new Map(tables.comparison.map((r) => [r.region_code, r.region]))))
  return names.get(code) ?? null
}

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
