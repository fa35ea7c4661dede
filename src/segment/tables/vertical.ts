import type { Kit } from '../../kit.ts'
import type { Line } from '../line.ts'
import { align, misfit, rowsOf, suits, whole } from './alignment.ts'
import { endsTable, goesOn, headsText, opensGroup } from './between-rows.ts'
import { type Column, columnOf, columnOfWords } from './columns.ts'
import { columnsOfLines } from './flattened-header.ts'
import type { Cell, Grid } from './grid.ts'
import {
  headerRun,
  isSerial,
  LOOKED_AT,
  NAMES_ROW,
  opensRow,
  unknownHeaders,
  WIDEST,
} from './header-lines.ts'
import { areRows, FEWEST_ROWS, LOOKS } from './looks.ts'

/**
 * T2 and T3: one cell a line, headers first. Which line belongs to which column is the cheapest alignment of lines
 * to columns: each column knows what its cells look like, a row may lack cells, and a cell may have several lines.
 */
export function verticalTable(
  lines: readonly Line[],
  from: number,
  kit: Kit,
): { grid: Grid; next: number } | null {
  const known = headerRun(lines.slice(from, from + WIDEST + 1).map(withoutPipe), kit)
  if (known < 2) return null
  const cells = lines.map(withoutPipe)
  const run = known + unknownHeaders(cells, from, known, kit)
  const width = opensRow(cells, from, run, kit) ? run - 1 : run
  const first = from + width
  const header = columnsOfLines(cells.slice(from, first), cells.slice(first, first + LOOKED_AT), kit)
  const serial = isSerial(cells.slice(from, from + WIDEST + 1), kit)
  const columns = header.map(
    (l, k): Column => columnOf(l.text, kit) ?? { role: k === 0 && serial ? 'serial' : 'text', measure: '' },
  )
  const widest = Math.max(
    1,
    ...cells.slice(from + 1, Math.min(cells.length, first + width)).map((l) => l.gap),
  )
  // Where the headers stand line by line, a blank line between cells is an empty one.
  const blank = cells.slice(from + 1, first).every((l) => l.gap === 0)
  const figuresOnly = columns.every((c, k) => c.role === 'figure' || (k === 0 && NAMES_ROW.test(c.role)))
  const data: Line[] = []
  const groups: Line[] = []
  let last = first
  for (; last < cells.length; last++) {
    const line = cells[last]!
    // A page or a group has the header again.
    if (
      last > first &&
      width > 2 &&
      cells.slice(from, first).every((h, k) => h.text === cells[last + k]?.text)
    ) {
      last += width - 1
      continue
    }
    // «从结果看,…。»: in a table of figures nothing is a sentence.
    if (last > first && figuresOnly && SENTENCE.test(line.text)) break
    if (endsTable(line, blank && goesOn(cells, last, columns) ? width : widest, kit)) break
    if (opensGroup(cells, last, columns, kit)) groups.push(line)
    else if (last > first && headsText(cells, last, columns, kit)) break
    else data.push(line)
  }
  if (data.length === 0) return null
  const regular =
    areRows(data, width, kit) &&
    columns.every((c, k) =>
      suits(
        data.filter((_, n) => n % width === k),
        c,
        kit,
      ),
    )
      ? data.map((_, k) => ({ column: k % width, row: k % width === 0 }))
      : null
  const inRows = (as: readonly Column[]) =>
    rowsOf(data, regular ?? whole(data, align(data, as, kit, blank).placed, as, kit), as)
  let rows = inRows(columns)
  const seen = columns.map((c, k) => seenIn(rows, c, k, header[k]!.text, kit))
  if (seen.some((c, k) => c !== columns[k])) rows = inRows(seen)
  if (rows.length === 0) return null
  const grid: Grid = {
    title: '',
    columns: header,
    rows,
    groups: rows.map((row) => {
      const at = row.find((c) => c.text !== '' && !c.filled)?.start ?? 0
      return groups.findLast((g) => g.start < at) ?? null
    }),
    layout: 'vertical',
    start: header[0]!.start,
    end: cells[last - 1]!.end,
    annex: 0,
  }
  return { grid, next: last }
}

/** What a column holds, where its cells say otherwise than its header or more. */
function seenIn(
  rows: readonly (readonly Cell[])[],
  column: Column,
  k: number,
  header: string,
  kit: Kit,
): Column {
  // «检查账号» counts accounts, or names them.
  if (column.role === 'figure')
    return rows.some((r) => LOOKS.figure!.test(r[k]!.text))
      ? column
      : (columnOfWords(header, kit) ?? { role: 'text', measure: '' })
  if (column.role !== 'text') return column
  const cells = rows.flatMap((r) => (r[k]!.text === '' ? [] : [r[k]!.text]))
  const role = SEEN.find(
    (role) =>
      cells.length >= FEWEST_ROWS &&
      cells.filter((text) => misfit(text, { role, measure: '' }, false, kit) < -2).length >=
        cells.length * MOST,
  )
  return role ? { ...column, role } : column
}
const SEEN = ['platform', 'verdict', 'deadline', 'url']
const MOST = 0.7

const withoutPipe = (l: Line): Line =>
  l.text.endsWith('|') ? { ...l, end: l.end - 1, text: l.text.slice(0, -1).trim() } : l

const SENTENCE = /^.{8,}[。;:]$/
