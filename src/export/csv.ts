import type { CellValue, OutputTable } from './tables.ts'

const BOM = '\uFEFF'
// What Excel, WPS and LibreOffice would run or swallow at the head of a cell, in half and full width (OWASP CSV injection).
const FORMULA = /^[\s\u00A0\u3000\uFEFF]*[=+\-@＝＋－＠\t\r\0]/
const OPENS = /[\s\u00A0\u3000\uFEFF=+\-@＝＋－＠\0]/
/** Characters that a formula may begin with: most texts begin with none. */
const opens = Uint8Array.from({ length: 65536 }, (_, c) => (OPENS.test(String.fromCharCode(c)) ? 1 : 0))
const QUOTED = /[",\r\n]/

/** Rows as RFC 4180 lines: CRLF, quoted where needed, formulas disarmed by a leading apostrophe, numbers left as numbers. */
export function csvRows<Row>(table: OutputTable<Row>, rows: readonly Row[]): string {
  let text = ''
  for (const row of rows) {
    for (let k = 0; k < table.columns.length; k++) {
      if (k > 0) text += ','
      text += shown(table.columns[k]!.value(row))
    }
    text += '\r\n'
  }
  return text
}

export function csvHeader<Row>(table: OutputTable<Row>): string {
  return `${BOM}${table.columns.map((c) => c.name).join(',')}\r\n`
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

/** A cell as it is written; nothing for null. */
function shown(value: CellValue): string {
  if (typeof value !== 'string') return value === null || value === undefined ? '' : String(value)
  const text = opensFormula(value) ? `'${value}` : value
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A text as it was before a row was made of it. */
export function asWritten(cell: string): string {
  return cell.startsWith("'") && opensFormula(cell.slice(1)) ? cell.slice(1) : cell
}

/** Whether a spreadsheet that is given this text to read would take it for a formula. */
export function opensFormula(text: string): boolean {
  return opens[text.charCodeAt(0)] === 1 && FORMULA.test(text)
}
