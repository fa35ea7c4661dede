import type { Reading } from '../reader.ts'
import { lastBefore } from '../sheet.ts'
import type { CellMark, Mark, Origin } from '../source.ts'
import {
  carriesOn,
  joined,
  joint,
  linesOf,
  type Margins,
  marginsOf,
  opening,
  type TextLine,
  widthOf,
} from './lines.ts'
import type { Page } from './page.ts'
import { type RuledCell, type RuledTable, ruledTables } from './ruled.ts'
import { unruledTables } from './unruled.ts'

interface Cell {
  text: string
  page: number
  rowspan: number
  colspan: number
  /** Does its last line reach the edge, so that more may follow on the next page? */
  full: boolean
}

type Block =
  | { kind: 'paragraph'; text: string; page: number; last: TextLine; margins: Margins }
  | { kind: 'table'; rows: Cell[][]; edges: number[] }

const NEAR = 2

const PAGE_NUMBER =
  /^(?:[-—–·―－]?\s{0,9}\d{1,4}\s{0,9}[-—–·―－]?|第\s{0,9}\d{1,4}\s{0,9}页(?:\s{0,9}[,，]?\s{0,9}共\s{0,9}\d{1,4}\s{0,9}页)?|\d{1,4}\s{0,9}\/\s{0,9}\d{1,4})$/

/** Pages as one text: what the break of a line or of a page parted is put together again. */
export class PdfText {
  readonly #blocks: Block[] = []

  page(page: Page, number: number): void {
    const ruled = ruledTables(page.rulings, page.runs)
    const inRuled = new Set(ruled.flatMap((t) => t.held))
    const tables = [...ruled, ...unruledTables(page.runs.filter((r) => !inRuled.has(r)))].sort(
      (a, b) => a.top - b.top,
    )
    const inTable = new Set(tables.flatMap((t) => t.held))
    const lines = withoutNumber(linesOf(page.runs.filter((r) => !inTable.has(r))), page.height)
    const margins = marginsOf(lines, page.width)
    let first = true
    const put = (line: TextLine) => {
      this.#line(line, number, margins, first)
      first = false
    }
    let at = 0
    for (const table of tables) {
      while (at < lines.length && lines[at]!.y < table.top) put(lines[at++]!)
      this.#table(table, number, first)
      first = false
    }
    while (at < lines.length) put(lines[at++]!)
  }

  reading(): Omit<Reading, 'problems'> {
    const out: string[] = []
    const marks: Mark[] = []
    const places: { start: number; origin: Origin }[] = []
    let length = 0
    const put = (text: string, page?: number) => {
      if (page !== undefined && places.at(-1)?.origin.page !== page)
        places.push({ start: length, origin: { page } })
      out.push(text)
      length += text.length
    }
    for (const block of this.#blocks) {
      if (block.kind === 'paragraph') {
        put(`${block.text}\n`, block.page)
        continue
      }
      const start = length
      const rows: CellMark[][] = []
      for (const row of block.rows) {
        rows.push(
          row.map((cell, i) => {
            if (i > 0) put('\t')
            const from = length
            put(cell.text, cell.page)
            return { start: from, end: length, rowspan: cell.rowspan, colspan: cell.colspan, header: false }
          }),
        )
        put('\n')
      }
      marks.push({ kind: 'table', start, end: length, rows, layout: 'pdf' })
    }
    return {
      text: out.join(''),
      marks,
      declared: {},
      originOf: (offset) => lastBefore(places, offset)?.origin ?? null,
    }
  }

  #line(line: TextLine, page: number, margins: Margins, opensPage: boolean): void {
    const above = this.#blocks.at(-1)
    if (above?.kind === 'paragraph') {
      const { last } = above
      const near = opensPage || line.y - last.y < margins.leading * 1.25 + NEAR
      if (near && carriesOn(last, line, { ...margins, right: above.margins.right })) {
        // By the last line: to look at the end of a text that grows would be to copy all of it.
        above.text += joint(last.text, line.text) + line.text
        above.last = line
        above.margins = margins
        return
      }
    }
    this.#blocks.push({ kind: 'paragraph', text: line.text, page, last: line, margins })
  }

  #table(table: RuledTable, page: number, opensPage: boolean): void {
    const rows = table.rows.map((row) => row.map((cell) => cellOf(cell, page)))
    const above = this.#blocks.at(-1)
    if (!opensPage || above?.kind !== 'table' || !sameEdges(above.edges, table.edges)) {
      this.#blocks.push({ kind: 'table', rows, edges: table.edges })
      return
    }
    const last = above.rows.at(-1)!
    const next = rows[0]!
    const cut =
      next.length === last.length &&
      next[0]!.text === '' &&
      next.every((c, i) => c.text === '' || last[i]!.full) &&
      next.some((c) => c.text !== '')
    if (cut) {
      for (const [i, cell] of next.entries()) last[i]!.text = joined(last[i]!.text, cell.text)
      rows.shift()
    }
    above.rows.push(...rows)
  }
}

function cellOf(cell: RuledCell, page: number): Cell {
  const lines = linesOf(cell.runs)
  let text = ''
  let above: TextLine | null = null
  for (const line of lines) {
    const full = above !== null && fills(above, line, cell)
    text = above === null ? line.text : full ? joined(text, line.text) : `${text}\n${line.text}`
    above = line
  }
  const full = above !== null && above.right > cell.right - above.size * 1.8
  return { text: text.replaceAll('\t', ' '), page, rowspan: cell.rowspan, colspan: cell.colspan, full }
}

/** A line is full where the next one's beginning would not have gone into it, centred or not. */
function fills(line: TextLine, next: TextLine, cell: RuledCell): boolean {
  const free = cell.right - cell.left - (line.right - line.left) - PADDING
  return free < widthOf(opening(next.text), next.size) + line.size * 0.6
}

/** Between the border of a cell and its text, on both sides together. */
const PADDING = 8

function sameEdges(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((x, i) => Math.abs(x - b[i]!) < 4)
}

/** The number at the foot or the head of a page. */
function withoutNumber(lines: readonly TextLine[], height: number): TextLine[] {
  return lines.filter(
    (line, i) =>
      !(
        (i === 0 || i === lines.length - 1) &&
        (line.y < height * 0.12 || line.y > height * 0.88) &&
        PAGE_NUMBER.test(line.text)
      ),
  )
}
