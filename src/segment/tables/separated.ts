import type { Kit } from '../../kit.ts'
import type { Line } from '../line.ts'
import { isHeader, isHeaderRow } from './columns.ts'
import { type Cell, EMPTY, type Grid } from './grid.ts'

/** T4: a pipe on a line of its own in front of every cell; behind the last one of a row another, or two on a line. */
export function separatedTable(
  lines: readonly Line[],
  from: number,
  kit: Kit,
): { grid: Grid; next: number } | null {
  if (lines[from]!.text !== '|') return null
  const first = rowAt(lines, from, null)
  if (!first || first.cells.length < 2) return null
  const columns = first.cells
  const headers = columns.map((c) => c.text)
  if (headers.filter((h) => h !== '' && isHeader(h, kit)).length < 2 && !isHeaderRow(headers, kit))
    return null
  const rows: Cell[][] = []
  let { next } = first
  for (let row = rowAt(lines, next, columns.length); row; row = rowAt(lines, next, columns.length)) {
    if (row.cells.some((c) => c !== EMPTY)) rows.push(row.cells)
    next = row.next
  }
  if (rows.length === 0) return null
  const grid: Grid = {
    title: '',
    columns,
    rows,
    groups: rows.map(() => null),
    layout: 'pipe',
    start: lines[from]!.start,
    end: lines[next - 1]!.end,
    annex: 0,
  }
  return { grid, next }
}

/** The row that begins at `from`; the first, whose width nobody knows yet, ends with its last header. */
function rowAt(
  lines: readonly Line[],
  from: number,
  width: number | null,
): { cells: Cell[]; next: number } | null {
  if (lines[from]?.text !== '|') return null
  const cells: Cell[] = [EMPTY]
  for (let at = from + 1; at < lines.length; at++) {
    const { text, start, end } = lines[at]!
    const last = cells.length - 1
    if (text === '||') return width === null || cells.length === width ? { cells, next: at + 1 } : null
    if (text === '|') {
      // A header is never empty: two pipes part it from the first row.
      if (width === null && lines[at + 1]?.text === '|') return { cells, next: at + 1 }
      if (width === cells.length && lines[at + 1]?.text !== '||') return { cells, next: at + 1 }
      cells.push(EMPTY)
    } else if (text.includes('|')) return null
    else
      cells[last] =
        cells[last] === EMPTY
          ? { start, end, text }
          : { start: cells[last]!.start, end, text: `${cells[last]!.text}\n${text}` }
  }
  return null
}
