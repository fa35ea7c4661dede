import { stringify } from 'csv-stringify/sync'
import type { CellValue, OutputTable } from './tables.ts'

const BOM = '\uFEFF'
// What Excel, WPS and LibreOffice would run or swallow at the head of a cell, in half and full width (OWASP CSV injection).
const FORMULA = /^[\s\u00A0\u3000\uFEFF]*[=+\-@＝＋－＠\t\r\0]/

/** Rows as RFC 4180 lines: CRLF, quoted where needed, formulas disarmed by a leading apostrophe, numbers left as numbers. */
export function csvRows<Row>(table: OutputTable<Row>, rows: readonly Row[]): string {
  return rows.length === 0 ? '' : lines(rows.map((row) => table.columns.map((c) => shown(c.value(row)))))
}

export function csvHeader<Row>(table: OutputTable<Row>): string {
  return BOM + lines([table.columns.map((c) => c.name)])
}

/** Rows of such lines, each with its end: a line end between quotes ends none. */
export function* rowsIn(text: string): Generator<string> {
  let start = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 34) quoted = !quoted
    else if (c === 10 && !quoted) {
      yield text.slice(start, i + 1)
      start = i + 1
    }
  }
}

/** What csv-stringify looks for in every cell, one option after the other; it is given the rows that have any of it. */
const QUOTED = /[",\r\n]/

/** One search of the row, not one of each cell. */
const needsQuotes = (row: readonly (string | null)[]): boolean => QUOTED.test(row.join(' '))

/** Rows as csv-stringify writes them; those without a character that could be quoted are joined here, at a tenth of the time. */
export function lines(rows: readonly (readonly (string | null)[])[]): string {
  let out = ''
  for (let from = 0; from < rows.length; ) {
    const quoted = needsQuotes(rows[from]!)
    let to = from + 1
    while (to < rows.length && needsQuotes(rows[to]!) === quoted) to++
    if (quoted) out += stringified(rows.slice(from, to))
    else for (let k = from; k < to; k++) out += `${rows[k]!.join(',')}\r\n`
    from = to
  }
  return out
}

export function stringified(rows: readonly (readonly (string | null)[])[]): string {
  return stringify(rows as unknown[][], { record_delimiter: 'windows', quoted_match: /[\r\n]/ })
}

function shown(value: CellValue): string | null {
  if (typeof value === 'string') return opensFormula(value) ? `'${value}` : value
  return value === null ? null : String(value)
}

/** A text as it was before a row was made of it. */
export function asWritten(cell: string): string {
  return cell.startsWith("'") && opensFormula(cell.slice(1)) ? cell.slice(1) : cell
}

/** Whether a spreadsheet that is given this text to read would take it for a formula. */
export function opensFormula(text: string): boolean {
  // Most cells begin with a Chinese character, a letter or a digit.
  const first = text.charCodeAt(0)
  if (
    (first >= 0x4e00 && first <= 0x9fff) ||
    (first >= 0x30 && first <= 0x39) ||
    (first >= 0x61 && first <= 0x7a)
  )
    return false
  return FORMULA.test(text)
}
