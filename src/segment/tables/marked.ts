import type { Kit } from '../../kit.ts'
import type { OffsetMap } from '../../normalize/offset-map.ts'
import type { Mark } from '../../read/source.ts'
import { trimmed } from '../line.ts'
import { cardsOf } from './cards.ts'
import { cellSays } from './cell-words.ts'
import { isHeader, isHeaderRow } from './columns.ts'
import { type Cell, EMPTY, type Grid } from './grid.ts'
import { areRows } from './looks.ts'

type TableMark = Extract<Mark, { kind: 'table' }>

/** All of them. One without a header that follows another of the same width at once is its rest: a page cut it. */
export function markedTables(text: string, marks: readonly TableMark[], map: OffsetMap, kit: Kit): Grid[] {
  const grids: Grid[] = []
  let last: { mark: TableMark; grid: Grid } | null = null
  for (const mark of marks) {
    const grid = markedTable(text, mark, map, kit)
    if (grid) {
      grids.push(grid)
      last = { mark, grid }
      continue
    }
    const follows =
      last &&
      widthOf(last.mark) === widthOf(mark) &&
      text.slice(map.fromSource(last.mark.end), map.fromSource(mark.start)).trim() === ''
    if (!last || !follows) continue
    const whole: TableMark = { ...last.mark, end: mark.end, rows: [...last.mark.rows, ...mark.rows] }
    const joined = markedTable(text, whole, map, kit)
    if (!joined) continue
    grids[grids.length - 1] = joined
    last = { mark: whole, grid: joined }
  }
  return grids
}

function widthOf(mark: TableMark): number {
  return widest(mark.rows.map((row) => row.reduce((sum, cell) => sum + cell.colspan, 0)))
}

const widest = (widths: readonly number[]): number => widths.reduce((most, n) => Math.max(most, n), 0)

/** A table whose geometry the file itself gave: spans are filled, header rows joined («新媒体/更新数»), group rows taken out. */
function markedTable(text: string, mark: TableMark, map: OffsetMap, kit: Kit): Grid | null {
  const at = (offset: number) => map.fromSource(offset)
  const grid = expand(mark, (start, end) => {
    const span = trimmed(text, at(start), at(end))
    return { ...span, text: text.slice(span.start, span.end).replace(/(?<![ \t])[ \t]*\n\s*/g, '\n') }
  })
  const width = widest(grid.map((r) => r.length))
  if (width < 2 || grid.length < 2) return null
  if (isMetadata(grid, kit)) return null
  const titleRows = grid.findIndex((row) => distinct(row) >= 2)
  if (titleRows < 0) return null
  const title = grid
    .slice(0, titleRows)
    .map((row) => row[0]?.text ?? '')
    .filter(Boolean)
    .join('')
  const cards = cardsOf(grid.slice(titleRows), kit)
  if (cards)
    return { ...cards, title, layout: mark.layout, start: at(mark.start), end: at(mark.end), annex: 0 }
  const header = grid.slice(titleRows).findIndex(
    (row, r) =>
      row.filter((c) => c.text && isHeader(c.text, kit)).length >= Math.min(2, distinct(row)) ||
      (grid.length - titleRows - r >= 4 &&
        isHeaderRow(
          row.filter((c, k) => c.start !== row[k - 1]?.start).map((c) => c.text),
          kit,
        )) ||
      (r === 0 && (headsMarks(grid.slice(titleRows), kit) || headsKinds(grid.slice(titleRows), kit))),
  )
  if (header < 0 || header > 2) return null
  let headEnd = titleRows + header + 1
  const first = grid[headEnd - 1]!
  const second = grid[headEnd]
  let columns = first
  for (let above = first, below = second; below && isSecondHeader(above, below, kit); ) {
    columns = columns.map((c, k) => underneath(c, below![k]!))
    above = below
    below = grid[++headEnd]
  }
  const rows: Cell[][] = []
  const groups: (Cell | null)[] = []
  let group: Cell | null = null
  for (const row of grid.slice(headEnd)) {
    const cells = columns.map((_, k) => row[k] ?? EMPTY)
    if (cells.every((c) => c.text === '')) continue
    if (distinct(cells) === 1 && cells[0]!.text !== '' && cells[0]!.text.length <= 60) {
      group = cells[0]!
      continue
    }
    if (cells.every((c, k) => c.text === columns[k]!.text)) continue
    rows.push(cells)
    groups.push(group)
  }
  if (rows.length === 0) return null
  return {
    title,
    columns,
    rows,
    groups,
    layout: mark.layout,
    start: at(mark.start),
    end: at(mark.end),
    annex: 0,
  }
}

/** «索引号 | … | 文号 | …» is a metadata block, whatever its frame. */
function isMetadata(grid: readonly (readonly Cell[])[], kit: Kit): boolean {
  const cells = grid.flat().filter((c) => c.text !== '' && !c.filled)
  const keys = cells.filter((c) => kit.metadataKeys.has(c.text.replace(/[\s:[\]【】]/g, ''))).length
  return keys >= 3 && keys >= cells.length * 0.25
}

/** Over a matrix of marks whatever stands in the first row is a header, known or not. */
function headsMarks([head, ...rows]: readonly (readonly Cell[])[], kit: Kit): boolean {
  const marks = rows.flatMap((row) => row.slice(1)).filter((c) => c.text !== '')
  return (
    rows.length >= 3 &&
    head!.slice(1).every((c) => /^[\u4e00-\u9fff()、]{2,12}$/.test(c.text.replace(/\s/g, ''))) &&
    marks.filter((c) => MARKS.some((says) => cellSays(c.text, says, kit))).length >= marks.length * 0.7
  )
}

/** And over columns whose cells are of one kind each: «牵头科局 | 现场记录» over bodies and what is wrong with them. */
const headsKinds = ([head, ...rows]: readonly (readonly Cell[])[], kit: Kit): boolean =>
  head!.every((c) => /^[\u4e00-\u9fff()、]{2,10}$/.test(c.text.replace(/\s/g, ''))) &&
  rows.every((row) => row.length === head!.length) &&
  areRows(rows.flat(), head!.length, kit)

const MARKS = ['yes', 'no', 'blank'] as const

function distinct(row: readonly Cell[]): number {
  return new Set(row.filter((c) => c.text !== '').map((c) => `${c.start}`)).size
}

/** «新媒体» over «更新数»; what spans both rows is one. */
function underneath(header: Cell, below: Cell): Cell {
  if (!below.text || below.start === header.start || header.text.split('/').at(-1) === below.text)
    return header
  return {
    start: header.start,
    end: header.end,
    text: header.text ? `${header.text}/${below.text}` : below.text,
  }
}

/** A second header row repeats the cells that span both, and names parts of the others. */
function isSecondHeader(first: readonly Cell[], second: readonly Cell[], kit: Kit): boolean {
  const repeated = first.some((c, k) => k > 0 && c.text !== '' && c.start === first[k - 1]!.start)
  const fresh = second.filter((c, k) => c.text && c.text !== first[k]?.text)
  return (
    repeated &&
    fresh.length > 0 &&
    fresh.every((c) => c.text.length <= 16 && !/^[\d.%]+$/.test(c.text)) &&
    (fresh.some((c) => isHeader(c.text, kit)) || second.some((c, k) => c.start === first[k]?.start))
  )
}

/** Spans clamped as the HTML standard does; a cell that spans is repeated and marked. */
function expand(mark: TableMark, cellOf: (start: number, end: number) => Cell): Cell[][] {
  const grid: Cell[][] = mark.rows.map(() => [])
  for (const [r, row] of mark.rows.entries()) {
    let c = 0
    for (const m of row) {
      while (grid[r]![c]) c++
      const cell = cellOf(m.start, m.end)
      const down = Math.min(m.rowspan, mark.rows.length - r)
      for (let i = 0; i < down; i++)
        for (let k = 0; k < m.colspan; k++) grid[r + i]![c + k] ??= i || k ? { ...cell, filled: true } : cell
      c += m.colspan
    }
  }
  for (const row of grid) for (let c = 0; c < row.length; c++) row[c] ??= EMPTY
  return grid
}
