import type { CellValue, OutputTable } from './tables.ts'

const BOM = '\uFEFF'
// What Excel, WPS and LibreOffice would run or swallow at the head of a cell, in half and full width (OWASP CSV injection).
const FORMULA = /^[\s\u00A0\u3000\uFEFF]*[=+\-@＝＋－＠\t\r\0]/

/** Rows as RFC 4180 lines: CRLF, quoted where needed, formulas disarmed by a leading apostrophe, numbers left as numbers. */
export function csvRows<Row>(table: OutputTable<Row>, rows: readonly Row[]): string {
  return rows.length === 0 ? '' : lines(rows.map((row) => table.columns.map((c) => c.value(row))))
}

export function csvHeader<Row>(table: OutputTable<Row>): string {
  return BOM + lines([table.columns.map((c) => c.name)])
}

/** By hand, as it is a tenth of a run: tests hold it to what csv-stringify writes. */
function lines(rows: readonly (readonly CellValue[])[]): string {
  let out = ''
  for (const row of rows) {
    for (let k = 0; k < row.length; k++) {
      if (k > 0) out += ','
      const value = row[k]
      if (typeof value === 'string') out += quoted(harmless(value))
      else if (value !== null && value !== undefined) out += String(value)
    }
    out += '\r\n'
  }
  return out
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function harmless(text: string): string {
  return opensFormula(text) ? `'${text}` : text
}

/** Whether a spreadsheet that is given this text to read would take it for a formula. */
export function opensFormula(text: string): boolean {
  return FORMULA.test(text)
}
