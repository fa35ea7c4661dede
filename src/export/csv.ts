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

function lines(rows: readonly (string | null)[][]): string {
  return stringify(rows as unknown[][], { record_delimiter: 'windows', quote_record_delimiter: true })
}

function shown(value: CellValue): string | null {
  if (typeof value === 'string') return opensFormula(value) ? `'${value}` : value
  return value === null ? null : String(value)
}

/** Whether a spreadsheet that is given this text to read would take it for a formula. */
export function opensFormula(text: string): boolean {
  return FORMULA.test(text)
}
