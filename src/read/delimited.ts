import { decode, undecodable } from './charset.ts'
import { LimitError } from './limits.ts'
import { type BytesReader, unread } from './reader.ts'
import { readSheets, type SheetCell } from './sheet.ts'

/** A table in a text file (RFC 4180, and with tabs or semicolons); its rows count as the spreadsheet that opens it counts them. */
export const delimited: BytesReader = {
  takes: 'bytes',
  mediaType: 'text/csv',
  extensions: ['csv', 'tsv'],
  sniff: () => false,
  async read(bytes, limits) {
    const { parse } = await import('csv-parse/sync')
    const decoded = decode(bytes)
    const { text, charset } = decoded
    const cells: SheetCell[] = []
    let rows: string[][]
    try {
      rows = parse(text, { delimiter: delimiterOf(text), ...AS_WRITTEN })
    } catch (error) {
      return unread('damaged', (error as Error).message)
    }
    for (const [row, fields] of rows.entries())
      for (const [column, field] of fields.entries()) {
        const said = field.trim()
        if (said === '') continue
        cells.push({ text: said.replace(/\r\n?/g, '\n'), row, column, rowspan: 1, colspan: 1 })
        if (cells.length > limits.maxCells) throw new LimitError(limits, 'maxCells', 'cells')
      }
    return {
      ...readSheets([{ name: '', cells }], 'tab', limits),
      charset,
      problems: undecodable(decoded),
    }
  },
}

/** People's tables: rows of any length, quotes anywhere, a byte-order mark. */
export const AS_WRITTEN = { relax_column_count: true, relax_quotes: true, bom: true } as const

const DELIMITERS = [',', '\t', ';', '，']

/** The mark that parts most cells of the first lines. */
export function delimiterOf(text: string): string {
  const head = text.slice(0, 4096)
  const count = (c: string) => head.split(c).length
  return DELIMITERS.reduce((best, c) => (count(c) > count(best) ? c : best))
}
