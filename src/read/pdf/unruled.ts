import { baselines, lowest } from './lines.ts'
import type { Run } from './page.ts'
import type { RuledCell, RuledTable } from './ruled.ts'

/** Runs of one line that stand together. */
interface Piece {
  runs: Run[]
  text: string
  left: number
  right: number
}

interface Line {
  pieces: Piece[]
  y: number
  size: number
}

interface Column {
  left: number
  right: number
}

/** A line with what of it stands in each column. */
interface Placed {
  line: Line
  cells: Piece[][]
}

/** A column's head is a name, no sentence and no field («发文日期: …»). */
const LONGEST_HEAD = 12
/** What has more is set in no table that people read. */
const MOST_LINES = 1_000
const MOST_COLUMNS = 60
const NO_HEAD = /[:：。;；,，]/

/** Tables that no line is drawn around: three columns or more under their heads, with white between them all the way down. */
export function unruledTables(runs: readonly Run[]): RuledTable[] {
  const lines = baselines(runs).map(lineOf)
  if (lines.length > MOST_LINES) return []
  const tables: RuledTable[] = []
  for (let i = 0; i < lines.length; ) {
    const found = tableAt(lines, i)
    if (found) tables.push(found.table)
    i = found?.next ?? i + 1
  }
  return tables
}

function lineOf(row: readonly Run[]): Line {
  const pieces: Piece[] = []
  for (const run of row) {
    const last = pieces.at(-1)
    if (last && run.x - last.right < run.size) {
      last.runs.push(run)
      last.text += run.text
      last.right = Math.max(last.right, run.right)
    } else pieces.push({ runs: [run], text: run.text, left: run.x, right: run.right })
  }
  return {
    pieces,
    ...lowest(row),
  }
}

function tableAt(lines: readonly Line[], at: number): { table: RuledTable; next: number } | null {
  const head = lines[at]!
  if (
    head.pieces.length < 3 ||
    head.pieces.length > MOST_COLUMNS ||
    head.pieces.some((p) => p.text.trim().length > LONGEST_HEAD || NO_HEAD.test(p.text))
  )
    return null
  let columns: Column[] = head.pieces.map(({ left, right }) => ({ left, right }))
  const body: Placed[] = []
  for (const line of lines.slice(at + 1)) {
    const gap = line.y - (body.at(-1)?.line ?? head).y
    if (gap > line.size * 5) break
    const placed = placedIn(line, columns)
    if (!placed) break
    columns = placed.columns
    body.push({ line, cells: placed.cells })
  }
  const rows = rowsOf(body, columns.length)
  if (!rows) return null
  const used = [head, ...rows.flat().map((p) => p.line)]
  const top = head.y - head.size * 1.2
  const bottom = used.at(-1)!.y + head.size * 0.4
  const cells = [[{ line: head, cells: head.pieces.map((p) => [p]) }], ...rows].map((row) =>
    columns.map(
      ({ left, right }, k): RuledCell => ({
        left,
        right,
        rowspan: 1,
        colspan: 1,
        runs: row.flatMap((p) => p.cells[k]!.flatMap((piece) => piece.runs)),
      }),
    ),
  )
  const held = used.flatMap((line) => line.pieces.flatMap((p) => p.runs))
  const edges = [...columns.map((c) => c.left), columns.at(-1)!.right]
  return { table: { top, bottom, edges, rows: cells, held }, next: at + used.length }
}

/** The pieces of a line in their columns, which grow by them; null where one reaches into two, or the white between them ends. */
function placedIn(line: Line, columns: readonly Column[]): { cells: Piece[][]; columns: Column[] } | null {
  const grown = columns.map((c) => ({ ...c }))
  const cells: Piece[][] = columns.map(() => [])
  for (const piece of line.pieces) {
    const over = columns.flatMap((c, k) => (piece.left < c.right && piece.right > c.left ? [k] : []))
    if (over.length > 1) return null
    const middle = (piece.left + piece.right) / 2
    const away = columns.map((c) => Math.max(c.left - middle, middle - c.right, 0))
    const k = over[0] ?? away.indexOf(Math.min(...away))
    cells[k]!.push(piece)
    const column = grown[k]!
    column.left = Math.min(column.left, piece.left)
    column.right = Math.max(column.right, piece.right)
  }
  const white = line.size * 0.3
  return grown.every((c, k) => k === 0 || grown[k - 1]!.right + white < c.left)
    ? { cells, columns: grown }
    : null
}

/** Lines by row. Where the first column counts the rows, each has one number, beside any of its lines; else a full line opens one. */
function rowsOf(body: readonly Placed[], width: number): Placed[][] | null {
  const numbered = body.flatMap((p, i) => (p.cells[0]!.length > 0 ? [i] : []))
  const counts =
    numbered.length > 1 &&
    numbered.every((i, n) => Number(textOf(body[i]!)) === Number(textOf(body[numbered[0]!]!)) + n)
  const rows = counts ? aroundNumbers(body, numbered) : fromFullLines(body, width)
  return rows.length > 1 ? rows : null
}

const textOf = (p: Placed): string =>
  p.cells[0]!.map((piece) => piece.text)
    .join('')
    .trim()

/** Between two numbers the row ends at the widest gap; where all are alike, the number stands in its row's first line. */
function aroundNumbers(body: readonly Placed[], numbered: readonly number[]): Placed[][] {
  const gap = gapIn(body)
  const starts = [0]
  for (const [n, next] of numbered.entries()) {
    if (n === 0) continue
    let widest = next
    let least = gap(next)
    for (let i = numbered[n - 1]! + 1; i <= next; i++) {
      if (gap(i) > gap(widest) + 0.5) widest = i
      least = Math.min(least, gap(i))
    }
    starts.push(gap(widest) - least < body[next]!.line.size * 0.2 ? next : widest)
  }
  // Behind the last number only what stands as close as the lines of a row do.
  let end = numbered.at(-1)! + 1
  while (end < body.length && gap(end) < closest(body)) end++
  return starts.map((start, n) => body.slice(start, starts[n + 1] ?? end))
}

function fromFullLines(body: readonly Placed[], width: number): Placed[][] {
  const gap = gapIn(body)
  const rows: Placed[][] = []
  for (const [i, placed] of body.entries()) {
    const filled = placed.cells.filter((cell) => cell.length > 0).length
    if (filled >= Math.max(2, width * 0.6)) rows.push([placed])
    else if (rows.length > 0 && gap(i) < closest(body)) rows.at(-1)!.push(placed)
    else break
  }
  return rows
}

const gapIn = (body: readonly Placed[]) => (i: number) => body[i]!.line.y - body[i - 1]!.line.y

/** Lines of one row stand no further from each other. */
function closest(body: readonly Placed[]): number {
  return Math.min(...body.slice(1).map((_, i) => gapIn(body)(i + 1))) * 1.3
}
