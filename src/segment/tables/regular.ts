import type { Kit } from '../../kit.ts'
import type { Line } from '../line.ts'
import { HEADING } from './between-rows.ts'
import { columnMajorTable } from './column-major.ts'
import { columnOf, isHeader } from './columns.ts'
import type { Cell, Grid } from './grid.ts'
import { areRows, KINDS, KINDS_AND_FAULTS, LOOKS } from './looks.ts'
import { verticalTable } from './vertical.ts'

/** Columns, at least and at most. */
const NARROWEST = 3
const WIDEST = 10
const LONGEST_CELL = 120
/** Rows that are looked at. */
const ROWS = 3

/** T2 whose rows are told by blank lines: one cell a line, each row a block of its own. */
export function blockTable(
  lines: readonly Line[],
  from: number,
  kit: Kit,
): { grid: Grid; next: number } | null {
  const width = blockAt(lines, from)
  const rows = width >= NARROWEST && width <= WIDEST ? blocksOf(lines, from, width, kit) : null
  return rows === null ? null : gridOf(lines, from, width, rows)
}

/**
 * A table of figures, one cell a line, whatever its headers say: behind them every row is a name and as many figures as
 * there are headers but one.
 */
export function figuresTable(
  lines: readonly Line[],
  from: number,
  kit: Kit,
): { grid: Grid; next: number } | null {
  if (!mayHead(lines[from])) return null
  const isFigure = (at: number) => LOOKS.figure!.test(lines[at]?.text ?? '')
  let first = from + 1
  while (first <= from + MOST_FIGURES && mayHead(lines[first]) && !isFigure(first)) first++
  if (!isFigure(first)) return null
  const width = first - 1 - from
  if (width < NARROWEST || !heads(lines, from, width)) return null
  // «县区, 甲县, 乙县, 抽查数, 12, 8»: column by column.
  const who = columnOf(lines[from]!.text, kit)?.role ?? ''
  if (who === 'serial' || (WHO.test(who) && !isHeader(lines[from + 1]!.text, kit))) return null
  const isRow = (at: number) =>
    mayHead(lines[at]) && !isFigure(at) && [...Array(width - 1).keys()].every((k) => isFigure(at + 1 + k))
  let rows = 0
  while (isRow(first - 1 + rows * width) && !isFigure(first - 1 + (rows + 1) * width)) rows++
  return rows < 2 ? null : gridOf(lines, from, width, rows)
}

/** A header may be the name of any place there is in a province. */
const MOST_FIGURES = 24
const WHO = /^(?:unit|region)$/

/**
 * T2 under headers that nobody knows: every n-th line is a cell of one kind (a platform, a date, a unit). The narrowest
 * width counts at which two columns or more are so in every row, the header aside.
 */
export function periodicTable(
  lines: readonly Line[],
  from: number,
  kit: Kit,
): { grid: Grid; next: number } | null {
  if (!mayHead(lines[from])) return null
  const gap = lines[from + 1]?.gap
  const goesOn = (line: Line | undefined) => line?.gap === gap && line!.text.length <= LONGEST_CELL
  let run = 1
  while (run < WIDEST * (ROWS + 1) && run + from < lines.length && goesOn(lines[from + run])) run++
  for (let width = 2; width <= WIDEST && run >= width * (ROWS + 1); width++) {
    if (!heads(lines, from, width)) continue
    const whole = wholeRows(lines, from, width, kit)
    if (whole > 0) return gridOf(lines, from, width, whole)
    const rows = rowsAlike(lines, from, width, gap!, kit)
    // Under a title its headers would be a row: they stand further down.
    if (rows > 0)
      return lines
        .slice(from + 1, from + 1 + width)
        .some(
          (_, k) =>
            columnMajorTable(lines, from + 1 + k, kit) ||
            figuresTable(lines, from + 1 + k, kit) ||
            verticalTable(lines, from + 1 + k, kit),
        )
        ? null
        : gridOf(lines, from, width, rows)
  }
  return null
}

/** How many rows follow the header to where the lines end that stand like them, where all are whole; else 0. */
function wholeRows(lines: readonly Line[], from: number, width: number, kit: Kit): number {
  const first = from + width
  if (!areRows(lines.slice(first, first + width * ROWS), width, kit)) return 0
  let asked = runs.get(lines)
  if (!asked) runs.set(lines, (asked = { next: 0, gap: -1, broken: new Set() }))
  const { gap } = lines[from + 1]!
  if (asked.gap !== gap || first > asked.next) {
    let next = first
    while (lines[next]?.gap === gap && lines[next]!.text.length <= LONGEST_CELL) next++
    asked.next = next
    asked.gap = gap
    asked.broken.clear()
  }
  // Rows that are broken somewhere below are looked at once, not from each of the lines above.
  const rows = `${width} ${first % width}`
  if (asked.broken.has(rows)) return 0
  const whole = areRows(lines.slice(first, asked.next), width, kit)
  if (!whole) asked.broken.add(rows)
  return whole ? (asked.next - first) / width : 0
}

/** To where lines go on alike, and the rows (their width, and where they begin) that do not make it there. */
const runs = new WeakMap<readonly Line[], { next: number; gap: number; broken: Set<string> }>()

const mayHead = (line: Line | undefined): boolean =>
  line !== undefined &&
  !HEADING.test(line.text) &&
  line.text.length <= 16 &&
  !/[。;,!?:|\t《》“”]|\d{2}|^表[\d一二三四五六七八九十]/.test(line.text)

/** Lines from `at` that no blank line parts. */
function blockAt(lines: readonly Line[], at: number): number {
  let n = 1
  while (n <= WIDEST && lines[at + n]?.gap === 0) n++
  return n
}

/** How many rows of `width` lines each follow the header, each between blank lines; null where they are no table. */
function blocksOf(lines: readonly Line[], from: number, width: number, kit: Kit): number | null {
  if (!heads(lines, from, width) || !lines.slice(from, from + width).some((l) => isHeader(l.text, kit)))
    return null
  let rows = 0
  for (let at = from + width; at < lines.length; at += width, rows++) if (blockAt(lines, at) !== width) break
  // Where the next row only lacks a cell, blank lines tell something else.
  const rest = from + (rows + 1) * width
  const short = lines[rest] ? blockAt(lines, rest) : 0
  return rows < 2 || (short > 1 && short < width) ? null : rows
}

/** Rows that go on in the kind of the first ones; 0 where no two columns have a kind. */
function rowsAlike(lines: readonly Line[], from: number, width: number, gap: number, kit: Kit): number {
  const kinds: { column: number; is: (typeof KINDS)[number] }[] = []
  for (const is of width < NARROWEST ? KINDS_AND_FAULTS : KINDS)
    for (let column = 0; column < width; column++) {
      if (is(lines[from + column]!.text, kit) || kinds.some((k) => k.column === column)) continue
      // «某局 / 首页打不开»: of two columns each has a kind of its own.
      if (width < NARROWEST && kinds.some((k) => k.is === is)) continue
      let n = 1
      while (n <= ROWS && is(lines[from + n * width + column]?.text ?? '', kit)) n++
      if (n > ROWS) kinds.push({ column, is })
    }
  if (kinds.length < 2) return 0
  let rows = 0
  for (let at = from + width; at + width <= lines.length; at += width, rows++) {
    const row = lines.slice(at, at + width)
    if (row.some((l, k) => l.gap !== gap && (k > 0 || rows > 0))) break
    if (kinds.filter(({ column, is }) => is(row[column]!.text, kit)).length < kinds.length - 1) break
  }
  return rows
}

function heads(lines: readonly Line[], from: number, width: number): boolean {
  const header = lines.slice(from, from + width)
  return header.every(mayHead) && new Set(header.map((l) => l.text)).size === width
}

function gridOf(
  lines: readonly Line[],
  from: number,
  width: number,
  count: number,
): { grid: Grid; next: number } {
  const cell = ({ start, end, text }: Line): Cell => ({ start, end, text })
  const rows = Array.from({ length: count }, (_, r) => {
    const at = from + (r + 1) * width
    return lines.slice(at, at + width).map(cell)
  })
  const next = from + (count + 1) * width
  const grid: Grid = {
    title: '',
    columns: lines.slice(from, from + width).map(cell),
    rows,
    groups: rows.map(() => null),
    layout: 'vertical',
    start: lines[from]!.start,
    end: lines[next - 1]!.end,
    annex: 0,
  }
  return { grid, next }
}
