import { LimitError, type ReadLimits } from './limits.ts'
import type { Reading } from './reader.ts'
import type { CellMark, Mark, Origin, TableLayout } from './source.ts'

/** A cell with text, at its place in the file: row and column from 0, and how far it is merged. */
export interface SheetCell {
  text: string
  row: number
  column: number
  rowspan: number
  colspan: number
}

export interface Sheet {
  name: string
  /** Only cells with text, row by row. */
  cells: SheetCell[]
}

/** The names that programs give to sheets nobody named. */
const UNNAMED = /^(?:sheet|工作表|表)\s*\d*$/i

/**
 * Sheets as one text: lines around a table (its title, its notes) are lines, the rest is the table, its cells parted
 * by tabs. Rows and columns without any text are left out. @throws LimitError
 */
export function readSheets(
  sheets: readonly Sheet[],
  layout: TableLayout,
  limits: ReadLimits,
): Omit<Reading, 'problems'> {
  const page = new SheetPage(layout)
  let size = 0
  for (const sheet of sheets) {
    const rows = gridOf(sheet, (area) => {
      size += area
      if (size > limits.maxCells) throw new LimitError(limits, 'maxCells', `sheet «${sheet.name}»: cells`)
    })
    const first = rows.findIndex((row) => !row.isLine)
    if (sheets.length > 1 && first === 0 && !UNNAMED.test(sheet.name)) page.heading(sheet.name)
    for (const block of blocksOf(rows)) page.block(block, sheet.name)
  }
  return page.reading()
}

interface Row {
  /** What begins in this row; what a merged cell covers is left out, what is empty is there. */
  cells: { text: string; ref: string; rowspan: number; colspan: number }[]
  /** One cell of text, and no part of a cell merged over several rows. */
  isLine: boolean
  /** Do empty rows stand before it? */
  gap: boolean
}

function gridOf(sheet: Sheet, tell: (area: number) => void): Row[] {
  const rowNumbers = used(sheet.cells.map((c) => c.row))
  const columnNumbers = used(sheet.cells.map((c) => c.column))
  const width = columnNumbers.length
  tell(rowNumbers.length * width)
  const rowAt = new Map(rowNumbers.map((n, i) => [n, i]))
  const columnAt = new Map(columnNumbers.map((n, i) => [n, i]))
  const taken = new Uint8Array(rowNumbers.length * width)
  const grid: Row['cells'][number][][] = rowNumbers.map(() => [])
  const covered = new Uint8Array(rowNumbers.length)
  for (const cell of sheet.cells) {
    const r = rowAt.get(cell.row)!
    const c = columnAt.get(cell.column)!
    if (taken[r * width + c]) continue
    let down = 1
    while (r + down < rowNumbers.length && rowNumbers[r + down]! < cell.row + cell.rowspan) down++
    let across = 1
    while (c + across < width && columnNumbers[c + across]! < cell.column + cell.colspan) across++
    for (let i = 0; i < down; i++) {
      if (down > 1) covered[r + i] = 1
      for (let k = 0; k < across; k++) taken[(r + i) * width + c + k] = 1
    }
    grid[r]![c] = {
      text: cell.text,
      ref: `${columnName(cell.column)}${cell.row + 1}`,
      rowspan: down,
      colspan: across,
    }
  }
  return grid.map((row, r) => {
    const cells: Row['cells'] = []
    for (let c = 0; c < width; c++) {
      const cell = row[c]
      if (cell) cells.push(cell)
      else if (!taken[r * width + c]) cells.push({ text: '', ref: '', rowspan: 1, colspan: 1 })
    }
    return {
      cells,
      isLine: covered[r] === 0 && cells.filter((c) => c.text !== '').length === 1,
      gap: r > 0 && rowNumbers[r]! > rowNumbers[r - 1]! + 1,
    }
  })
}

function used(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}

/** Tables one under the other: after an empty row a title, and then the first cell of the header again. */
function blocksOf(rows: readonly Row[]): Row[][] {
  const header = rows.find((row) => !row.isLine)?.cells[0]?.text
  const blocks: Row[][] = [[]]
  for (const [i, row] of rows.entries()) {
    if (row.gap && row.isLine && header !== undefined) {
      const next = rows.slice(i, i + 4).find((r) => !r.isLine)
      if (next?.cells[0]?.text === header) blocks.push([])
    }
    blocks.at(-1)!.push(row)
  }
  return blocks
}

export function columnName(column: number): string {
  let name = ''
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name
  return name
}

class SheetPage {
  readonly #out: string[] = []
  readonly #marks: Mark[] = []
  readonly #places: { start: number; origin: Origin }[] = []
  #length = 0

  constructor(private readonly layout: TableLayout) {}

  heading(name: string): void {
    const start = this.#length
    this.#put(`${name}\n`, { sheet: name })
    this.#marks.push({ kind: 'heading', start, end: this.#length - 1 })
  }

  block(rows: readonly Row[], sheet: string): void {
    const first = rows.findIndex((row) => !row.isLine)
    const last = rows.findLastIndex((row) => !row.isLine)
    const of = (ref: string): Origin => (sheet ? { sheet, cell: ref } : { cell: ref })
    const line = (row: Row) => {
      const cell = row.cells.find((c) => c.text !== '')!
      this.#put(`${cell.text}\n`, of(cell.ref))
    }
    for (const row of first < 0 ? rows : rows.slice(0, first)) line(row)
    if (first < 0) return
    const start = this.#length
    const marks: CellMark[][] = []
    for (const row of rows.slice(first, last + 1)) {
      marks.push(
        row.cells.map((cell, i) => {
          if (i > 0) this.#put('\t', null)
          const from = this.#length
          this.#put(cell.text.replaceAll('\t', ' '), of(cell.ref))
          const { rowspan, colspan } = cell
          return { start: from, end: this.#length, rowspan, colspan, header: false }
        }),
      )
      this.#put('\n', null)
    }
    this.#marks.push({ kind: 'table', start, end: this.#length, rows: marks, layout: this.layout })
    for (const row of rows.slice(last + 1)) line(row)
  }

  reading(): Omit<Reading, 'problems'> {
    const places = this.#places
    return {
      text: this.#out.join(''),
      marks: this.#marks,
      declared: {},
      originOf: (offset) => lastBefore(places, offset)?.origin ?? null,
    }
  }

  #put(text: string, origin: Origin | null): void {
    if (origin && text !== '') this.#places.push({ start: this.#length, origin })
    this.#out.push(text)
    this.#length += text.length
  }
}

/** The last of the places, sorted by start, that begins at the offset or before it. */
export function lastBefore<T extends { start: number }>(places: readonly T[], offset: number): T | null {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]!.start <= offset) low = middle + 1
    else high = middle
  }
  return places[low - 1] ?? null
}
