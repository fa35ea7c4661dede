import type { Kit } from '../../kit.ts'
import type { Line } from '../line.ts'
import { isHeader, isHeaderRow } from './columns.ts'
import { type Cell, EMPTY, type Grid } from './grid.ts'

/** Lines of one table, at most. */
const LONGEST = 20_000

/** T4: a pipe on a line of its own in front of every cell, two behind the last one of a row. */
export function separatedTable(
  lines: readonly Line[],
  from: number,
  kit: Kit,
): { grid: Grid; next: number } | null {
  if (lines[from]!.text !== '|') return null
  const rows: Cell[][] = []
  let row: Cell[] = []
  let next = from
  for (let at = from; at < lines.length && at < from + LONGEST; at++) {
    const { text, start, end } = lines[at]!
    if (text === '|') row.push(EMPTY)
    else if (text === '||') {
      if (rows.length > 0 && row.length !== rows[0]!.length) break
      rows.push(row)
      row = []
      next = at + 1
    } else {
      if (row.length === 0 || text.includes('|')) break
      const before = row.at(-1)!
      row[row.length - 1] =
        before === EMPTY
          ? { start, end, text }
          : { start: before.start, end, text: `${before.text}\n${text}` }
    }
  }
  const [columns, ...body] = rows
  if (!columns || columns.length < 2 || body.length === 0) return null
  const headers = columns.map((c) => c.text)
  if (headers.filter((h) => h !== '' && isHeader(h, kit)).length < 2 && !isHeaderRow(headers, kit))
    return null
  const grid: Grid = {
    title: '',
    columns,
    rows: body.filter((cells) => cells.some((c) => c !== EMPTY)),
    groups: [],
    layout: 'pipe',
    start: lines[from]!.start,
    end: lines[next - 1]!.end,
    annex: 0,
  }
  return { grid: { ...grid, groups: grid.rows.map(() => null) }, next }
}
