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

function lines(rows: readonly (string | null)[][]): string {
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
  return FORMULA.test(text)
}
