import type { Kit } from '../../kit.ts'
import type { Line } from '../line.ts'
import { trimmed } from '../line.ts'
import { cardsOf } from './cards.ts'
import { isHeader, isHeaderRow } from './columns.ts'
import { type Cell, EMPTY, type Grid } from './grid.ts'

/** T1: `a | b | c |`, one row a line, with group rows, title rows and Markdown rules between. */
export function pipeTable(
  lines: readonly Line[],
  from: number,
  kit: Kit,
  text: string,
): { grid: Grid; next: number } | null {
  if (!lines[from]!.text.includes('|')) return null
  let next = from
  while (
    next < lines.length &&
    lines[next]!.gap <= 2 &&
    (lines[next]!.text.includes('|') || (isGroup(lines, next) && !headsAnother(lines, from, next, text, kit)))
  )
    next++
  const whole = closedRows(text, lines.slice(from, next))
  const split = whole.map((line) => cellsOf(text, line))
  const cards = cardTable(whole, split, kit)
  if (cards) return { grid: cards, next }
  const header = split.findIndex(
    (cells, k) =>
      isRule(split[k + 1]) ||
      namesColumns(cells, kit) ||
      (split.length - k >= 3 &&
        isHeaderRow(
          cells.map((c) => c.text),
          kit,
        )),
  )
  if (header < 0) return null
  const columns = trimEmpty(split[header]!)
  if (columns.length < 2) return null
  const rows: Cell[][] = []
  const groups: (Cell | null)[] = []
  const above = split
    .slice(0, header)
    .flat()
    .filter((c) => c.text && !/^附件/.test(c.text))
  let group: Cell | null =
    above.length > 0 && /^[一二三四五六七八九十]+、|^\([一二三四五六七八九十]+\)/.test(above.at(-1)!.text)
      ? above.pop()!
      : null
  const framed = whole[header]!.text.startsWith('|')
  for (const [k, own] of split.entries()) {
    if (k <= header) continue
    // A row that begins with a pipe where the header does not has lost its first cell's words.
    const cells = !framed && whole[k]!.text.startsWith('|') ? [EMPTY, ...own] : own
    const filled = cells.filter((c) => c.text !== '')
    if (filled.length === 0 || isRule(filled)) continue
    // A page break has the header again.
    if (columns.every((c, n) => c.text === (cells[n]?.text ?? ''))) continue
    if (filled.length === 1 && cells[0]!.text !== '' && !/^\d+$/.test(cells[0]!.text)) {
      group = cells[0]!
      continue
    }
    rows.push(columns.map((_, k) => cells[k] ?? EMPTY))
    groups.push(group)
  }
  if (rows.length === 0) return null
  const title = above.map((c) => c.text).join('')
  return {
    grid: {
      title,
      columns,
      rows,
      groups,
      layout: 'pipe',
      start: whole[header]!.start,
      end: lines[next - 1]!.end,
      annex: 0,
    },
    next,
  }
}

/** «|---|---|»: what stands above is the header, whatever it says. */
const isRule = (cells: readonly Cell[] | undefined): boolean =>
  cells !== undefined && cells.length > 1 && cells.every((c) => /^:?-+:?$/.test(c.text))

function cardTable(lines: readonly Line[], split: readonly Cell[][], kit: Kit): Grid | null {
  const from = split.findIndex((cells) => cells.length > 1)
  const cards = from < 0 ? null : cardsOf(split.slice(from), kit)
  return (
    cards && {
      ...cards,
      title: split
        .slice(0, from)
        .flat()
        .map((c) => c.text)
        .join(''),
      layout: 'pipe',
      start: lines[from]!.start,
      end: lines.at(-1)!.end,
      annex: 0,
    }
  )
}

/** Where rows end in a pipe, one that does not goes on in the next line: a cell was broken. */
function closedRows(text: string, lines: readonly Line[]): Line[] {
  const closed = lines.filter((l) => l.text.endsWith('|')).length
  if (closed < lines.length * 0.6) return [...lines]
  const rows: Line[] = []
  let open = false
  for (const line of lines) {
    const last = rows.at(-1)
    if (open && last)
      rows[rows.length - 1] = { ...last, end: line.end, text: text.slice(last.start, line.end) }
    else rows.push(line)
    open = !line.text.endsWith('|') && line.text.includes('|')
  }
  return rows
}

/** «一、县市区»: between two rows, and without a pipe of its own. */
function isGroup(lines: readonly Line[], at: number): boolean {
  const { text } = lines[at]!
  const below = lines[at + 1]
  return (
    text.length <= 30 &&
    !/[。;:]$/.test(text) &&
    below !== undefined &&
    below.gap <= 2 &&
    /\|./.test(below.text)
  )
}

const namesColumns = (cells: readonly Cell[], kit: Kit): boolean =>
  cells.filter((c) => c.text && isHeader(c.text, kit)).length >= 2

/** «表二 账号自查表»: the row below it is a header, and not that of the table above once more. */
function headsAnother(lines: readonly Line[], from: number, at: number, text: string, kit: Kit): boolean {
  const below = lines[at + 1]!
  return (
    at > from + 1 &&
    namesColumns(cellsOf(text, below), kit) &&
    !lines.slice(from, at).some((l) => l.text === below.text)
  )
}

export function cellsOf(text: string, line: Line): Cell[] {
  const cells: Cell[] = []
  let start = line.start
  for (let i = line.start; i <= line.end; i++) {
    if (i < line.end && text[i] !== '|') continue
    const span = trimmed(text, start, i)
    cells.push({ ...span, text: text.slice(span.start, span.end) })
    start = i + 1
  }
  if (line.text.startsWith('|')) cells.shift()
  if (line.text.endsWith('|')) cells.pop()
  return cells
}

function trimEmpty(cells: readonly Cell[]): Cell[] {
  let n = cells.length
  while (n > 0 && cells[n - 1]!.text === '') n--
  return cells.slice(0, n)
}
