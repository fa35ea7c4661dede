import type { ComparisonRow } from '../export/comparison/row.ts'
import { type Items, type ItemTable, type ReportTables, SHAPES, type StringColumn } from './columns.ts'

/** Evidence as it travels: small numbers that repeat, which deflate well. */
interface WireEvidence {
  /** Pieces of each row. */
  count: number[]
  /** Start of each piece, from the start of the one before. */
  step: number[]
  length: number[]
  where: StringColumn
}

/** What the page shows of a row; it counts records, deadlines and checks itself. */
function shownOf(row: ComparisonRow): Partial<ComparisonRow> {
  const { by_category: _, from, ...rest } = row
  const { records: _r, deadlines: _d, checks: _c, ...figures } = from
  return { ...rest, from: figures }
}

/** A table of the report as JSON takes it to the page. */
export function toWire(name: string, table: ReportTables[keyof ReportTables]): unknown {
  if (name === 'comparison') return (table as ComparisonRow[]).map(shownOf)
  if (!(name in SHAPES)) return table
  const { evidence: e, ...rest } = table as Items<ItemTable>
  const evidence: WireEvidence = {
    count: e.first.slice(1).map((first, i) => first - e.first[i]!),
    step: e.start.map((start, i) => start - (e.start[i - 1] ?? 0)),
    length: e.end.map((end, i) => end - e.start[i]!),
    where: e.where,
  }
  return { ...rest, evidence }
}

/** What `toWire` was given, as far as the page needs it. */
export function fromWire(name: string, table: unknown): unknown {
  if (!(name in SHAPES)) return table
  const { evidence, ...rest } = table as { evidence: WireEvidence }
  let row = 0
  let at = 0
  const first = [0, ...evidence.count.map((n) => (row += n))]
  const start = evidence.step.map((step) => (at += step))
  const end = start.map((s, i) => s + evidence.length[i]!)
  return { ...rest, evidence: { first, start, end, where: evidence.where } }
}
