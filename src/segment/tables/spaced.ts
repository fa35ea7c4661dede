import type { Kit } from '../../kit.ts'
import { type Line, trimmed } from '../line.ts'
import { misfit } from './alignment.ts'
import { isTotal } from './cell-words.ts'
import { columnOf, isHeader, isHeaderRow } from './columns.ts'
import { type Cell, EMPTY, type Grid } from './grid.ts'
import { areRows } from './looks.ts'

/** Columns parted by tabs or wide blanks (or, where all headers are known, by single ones), one row a line. */
export function spacedTable(
  lines: readonly Line[],
  from: number,
  kit: Kit,
  text: string,
): { grid: Grid; next: number } | null {
  if (!/[\t ]/.test(lines[from]!.text)) return null
  const single = singlyTabbed(lines, from)
  for (const separator of single ? [ONE_TAB] : [/\t+| {2,}/g, / +/g]) {
    const columns = spelled(split(text, lines[from]!, separator), kit).flatMap((c) => headersOf(text, c, kit))
    const known = columns.filter((c) => isHeader(c.text, kit)).length
    const shaped =
      separator.source !== ' +' &&
      isHeaderRow(
        columns.map((c) => c.text),
        kit,
      ) &&
      rowsBelow(text, lines, from, separator).every(
        // Tabs behind the last word are lost.
        (width) => width === columns.length || (single && width > 2),
      )
    if (
      !shaped &&
      !(
        known > 0 &&
        separator.source !== ' +' &&
        areRows(cellsBelow(text, lines, from, separator), columns.length, kit)
      ) &&
      (columns.length < 2 || known < 2 || known < columns.length * (separator.source === ' +' ? 1 : 0.6))
    )
      continue
    const rows: Cell[][] = []
    const groups: (Cell | null)[] = []
    let group: Cell | null = null
    let next = from + 1
    let raw: Cell[] = []
    const push = (cells: Cell[]) => {
      rows.push(fillRow(placed(cells, columns, rows.at(-1), kit), columns.length, text))
      raw = cells
    }
    const opens = opening(columns, kit)
    for (; next < lines.length; next++) {
      const line = lines[next]!
      if (line.gap > 2 || /^注[::]|^附件/.test(line.text)) break
      const cells = split(text, line, separator)
      // «今年以来未», «更新    补录»: the line ends within a cell.
      if (
        separator.source.includes('{2,}') &&
        raw.length > 0 &&
        line.gap === 0 &&
        raw.length + cells.length - 1 <= columns.length &&
        opens?.(raw[0]!) &&
        !opens(cells[0]!)
      ) {
        const broken = { start: raw.at(-1)!.start, end: cells[0]!.end }
        rows.pop()
        push([
          ...raw.slice(0, -1),
          { ...broken, text: `${raw.at(-1)!.text}\n${cells[0]!.text}` },
          ...cells.slice(1),
        ])
        continue
      }
      if (cells.length < 2 && rows.length > 0 && goesOn(text, line, rows.at(-1)!)) {
        const row = rows.at(-1)!
        const last = row.findLastIndex((c) => c !== EMPTY)
        row[last] = { ...row[last]!, end: line.end, text: `${row[last]!.text}\n${line.text}` }
        continue
      }
      if (cells.length < 2) {
        const below = lines[next + 1]
        // «一、定海区»: whose rows come next.
        if (!below || line.text.length > 30 || split(text, below, separator).length < columns.length - 1)
          break
        group = cells[0]!
        continue
      }
      // A page repeats the header.
      if (cells.length === columns.length && cells.every((c, k) => c.text === columns[k]!.text)) continue
      // «表2 …» over headers of its own: another table.
      if (
        rows.length > 0 &&
        headsAnother(cells, kit) &&
        (!opens?.(cells[0]!) || isHeader(cells[0]!.text, kit))
      ) {
        if (group !== null && group.start > (rows.at(-1)!.at(-1)?.end ?? 0)) next--
        break
      }
      push(cells)
      groups.push(group)
    }
    if (rows.length > 0)
      return {
        grid: {
          title: '',
          columns,
          rows,
          groups,
          layout: 'tab',
          start: lines[from]!.start,
          end: lines[next - 1]!.end,
          annex: 0,
        },
        next,
      }
  }
  return null
}

/** Whether a cell may be the first of a row, or head a group: a unit, a number, a total; null where the first column is of neither. */
function opening(columns: readonly Cell[], kit: Kit): ((cell: Cell) => boolean) | null {
  if (!OPENS.test(columnOf(columns[0]!.text, kit)?.role ?? '')) return null
  return ({ text }) =>
    /^[\d一二三四五六七八九十(]/.test(text) ||
    kit.scopes.has(text) ||
    isTotal(text, kit) ||
    misfit(text, UNIT, false, kit) < 0
}
const OPENS = /^(?:serial|unit|region)$/
const UNIT = { role: 'unit', measure: '' } as const

const headsAnother = (cells: readonly Cell[], kit: Kit): boolean =>
  cells.length > 2 && cells.filter((c) => isHeader(c.text, kit)).length >= cells.length * 0.6

const ONE_TAB = /\t/g

/** Does every tab part two cells, so that two of them leave one empty? Where the header has two, or a row too many, they only align. */
function singlyTabbed(lines: readonly Line[], from: number): boolean {
  const header = lines[from]!.text
  if (!header.includes('\t') || /\t\s*\t/.test(header)) return false
  const width = header.split('\t').length
  for (let k = from + 1; k < lines.length && lines[k]!.gap <= 2 && lines[k]!.text.includes('\t'); k++)
    if (lines[k]!.text.split('\t').length > width) return false
  return true
}

function split(text: string, line: Line, separator: RegExp): Cell[] {
  const cells: Cell[] = []
  let start = line.start
  // Tabs in front of the first word are empty cells.
  if (separator === ONE_TAB)
    while (start > line.start - line.indent && /[\t ]/.test(text[start - 1]!)) start--
  const push = (end: number) => {
    const span = trimmed(text, start, end)
    cells.push({ ...span, text: text.slice(span.start, span.end) })
  }
  const from = start
  for (const m of text.slice(from, line.end).matchAll(separator)) {
    push(from + m.index)
    start = from + m.index + m[0].length
  }
  push(line.end)
  return cells
}

/** How many cells the next two lines have that are no group's. */
function rowsBelow(text: string, lines: readonly Line[], from: number, separator: RegExp): number[] {
  const widths = [1, 2, 3].flatMap((n) =>
    lines[from + n] ? [split(text, lines[from + n]!, separator).length] : [],
  )
  const rows = widths.filter((w) => w > 1).slice(0, 2)
  return rows.length === 2 ? rows : [0]
}

/** All cells of the lines that follow at once. */
function cellsBelow(text: string, lines: readonly Line[], from: number, separator: RegExp): Cell[] {
  let next = from + 1
  while (lines[next]?.gap === 0 && split(text, lines[next]!, separator).length > 1) next++
  return lines.slice(from + 1, next).flatMap((line) => split(text, line, separator))
}

/** A line as far in as the last cell of the row above: that cell was broken. */
function goesOn(text: string, line: Line, row: readonly Cell[]): boolean {
  const last = row.findLast((c) => c !== EMPTY)
  if (!last || line.indent < FAR_IN) return false
  // A character is as wide as one blank or two.
  const before = last.start - text.lastIndexOf('\n', last.start) - 1
  return line.indent >= before * 0.9 && line.indent <= before * 2.2
}

const FAR_IN = 12

/** «单  位»: a header whose characters blanks part. */
function spelled(cells: readonly Cell[], kit: Kit): Cell[] {
  const out: Cell[] = []
  for (const cell of cells) {
    const last = out.at(-1)
    const whole = (last?.text ?? '') + cell.text
    if (last && cell.text.length === 1 && last.text.length === 1 && isHeader(whole, kit))
      out[out.length - 1] = { start: last.start, end: cell.end, text: whole }
    else out.push(cell)
  }
  return out
}

/** «序号 地区»: two headers that only one blank parts. */
function headersOf(text: string, cell: Cell, kit: Kit): Cell[] {
  const at = cell.text.indexOf(' ')
  const parts = [cell.text.slice(0, at), cell.text.slice(at + 1)]
  if (at < 1 || !parts.every((p) => isHeader(p, kit))) return [cell]
  const middle = cell.start + at
  return [
    { start: cell.start, end: middle, text: parts[0]! },
    { start: middle + 1, end: cell.end, text: text.slice(middle + 1, cell.end) },
  ]
}

/** «完成率», «季度任务(条)»: a header that nobody knows, of figures all the same. */
const COUNTS = /率$|比例$|数量?$|\([个条件家篇次]\)$/

/**
 * Too few cells: each stands where it suits its column best, those behind the last are empty and those in front of the first
 * merged with the row above («空白栏目8个 | 20» under «责任单位 | 网站名称 | 存在问题 | 扣分 | 得分»); at the left where that is no worse.
 */
function placed(
  cells: readonly Cell[],
  columns: readonly Cell[],
  above: readonly Cell[] | undefined,
  kit: Kit,
): Cell[] {
  const width = columns.length
  if (cells.length >= width) return [...cells]
  const known = columns.map(
    (c) => columnOf(c.text, kit) ?? { role: COUNTS.test(c.text) ? 'figure' : 'text', measure: '' },
  )
  const cost = cells.map((cell) =>
    known.map((column) => misfit(cell.text, column, /^\d+$/.test(cell.text), kit)),
  )
  // «合计 | 23» is of no row above.
  const merged = isTotal(cells[0]!.text, kit) ? 9 : MERGED
  // What n cells cost whose last stands in column c, and where the one before it does.
  const best = cells.map(() => new Array<{ cost: number; from: number }>(width))
  for (let n = 0; n < cells.length; n++)
    for (let c = n; c <= width - cells.length + n; c++) {
      let before = { cost: n === 0 ? c * merged : Number.POSITIVE_INFINITY, from: -1 }
      for (let p = n - 1; n > 0 && p < c; p++) {
        const own = best[n - 1]![p]!.cost + (c - p - 1) * LEFT_OUT
        if (own < before.cost) before = { cost: own, from: p }
      }
      best[n]![c] = { cost: before.cost + cost[n]![c]!, from: before.from }
    }
  const last = best.at(-1)!
  let c = cells.length - 1
  for (let k = c + 1; k < width; k++) if (last[k]!.cost < last[c]!.cost) c = k
  const out: Cell[] = columns.map(() => EMPTY)
  for (let n = cells.length - 1; n >= 0; n--) {
    out[c] = cells[n]!
    c = best[n]![c]!.from
  }
  const first = out.findIndex((cell) => cell !== EMPTY)
  for (let k = 0; k < first; k++)
    if (above && known[k]!.role !== 'serial') out[k] = { ...above[k]!, filled: true }
  return out
}
const MERGED = 0.2
const LEFT_OUT = 0.8

/** Too many cells: the last column holds blanks of its own; too few: the last ones are empty. */
export function fillRow(cells: Cell[], width: number, text: string): Cell[] {
  if (cells.length <= width) return Array.from({ length: width }, (_, i) => cells[i] ?? EMPTY)
  const head = cells.slice(0, width - 1)
  const tail = { start: cells[width - 1]!.start, end: cells.at(-1)!.end }
  return [...head, { ...tail, text: text.slice(tail.start, tail.end) }]
}
