import type { ComparisonRow, Family } from '../../export/comparison.ts'
import { type ReportTables, stringAt } from '../columns.ts'
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

/** Indexes of a comparison row's notices. */
export function noticesOf(tables: ReportTables, row: ComparisonRow): number[] {
  let index = indexes.get(tables)
  if (!index) {
    index = new Map()
    const { id } = tables.notices
    for (let i = 0; i < id.codes.length; i++) index.set(stringAt(id, i)!, i)
    indexes.set(tables, index)
  }
  return row.notices.flatMap((id) => index.get(id) ?? [])
}

const BEHIND_RATE = ['pass_rate', 'unqualified', 'checked', 'qualified', 'coverage_rate', 'total']

/** The stated figures behind a comparison row, the one of `measure` first; its notices where there are none. */
export function figuresBehind(
  tables: ReportTables,
  row: ComparisonRow,
  title: string,
  measure = 'pass_rate',
): Pick {
  const { metrics } = tables
  const wanted = [measure, ...BEHIND_RATE.filter((m) => m !== measure)]
  const found: { row: number; rank: number }[] = []
  const notices = noticesOf(tables, row)
  for (const notice of notices) {
    const [from, to] = rowsOf(metrics.notice, notice)
    for (let i = from; i < to; i++) {
      const rank = wanted.indexOf(stringAt(metrics.strings.measure, i)!)
      if (
        rank >= 0 &&
        stringAt(metrics.strings.about, i) === null &&
        stringAt(metrics.strings.subject, i) === row.subject
      )
        found.push({ row: i, rank })
    }
  }
  // Of several stated rates the last is the one compared.
  found.sort((a, b) => a.rank - b.rank || b.row - a.row)
  return found.length > 0
    ? { title, table: 'metrics', rows: found.map((f) => f.row) }
    : { title, table: 'notices', rows: notices }
}

/** The day a comparison row's period ends; null where it has none. */
export function periodEnd(tables: ReportTables, row: ComparisonRow): string | null {
  const [first] = noticesOf(tables, row)
  return row.period === null || first === undefined ? null : stringAt(tables.notices.period_end, first)
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
    const end = periodEnd(tables, row)
    if (row.subject !== family || row.region_code === null || end === null) continue
    const list = regions.get(row.region_code)
    if (list) list.push({ row, end })
    else regions.set(row.region_code, [{ row, end }])
  }
  for (const list of regions.values()) list.sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0))
  return regions
}
