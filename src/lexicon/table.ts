import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { both, listed, MESSAGES, type Message, ToldError } from '../messages.ts'
import { nearest } from './near.ts'

/** A mistake in a table of knowledge; the message names file, line and column, and says what would be right. */
export class TableError extends ToldError {
  override readonly name = 'TableError'
}

/** Where a row stands. */
export type RowPlace = { readonly file: string; readonly line: number }
export type Row<T> = T & RowPlace
export type AnyRow = Row<{ readonly [column: string]: unknown }>

/** The cells of a row by column, not checked yet; `off` where the first began with `-`: the rows like it are switched off. */
export interface RawRow extends RowPlace {
  readonly cells: Readonly<Record<string, string>>
  readonly off: boolean
}

/**
 * Reads a TSV table: UTF-8, one header row, `#` starts a comment line, an empty cell is ''.
 * Every row is checked against `schema`.
 * @throws TableError naming file, line and column.
 */
export function readTable<S extends z.ZodMiniObject>(path: string, schema: S): Row<z.infer<S>>[] {
  return readCells(path, schema).map((row) => checkRow(row, schema))
}

/** The rows of a TSV table, their cells by column; a column that may be empty may be absent. @throws TableError */
export function readCells(path: string, schema: z.ZodMiniObject, mayBeOff = false): RawRow[] {
  const columns = Object.keys(schema.shape)
  const rows: RawRow[] = []
  let header: string[] | undefined
  /** Where each column stands in a line. */
  let at: number[] = []
  const lines = linesOf(path)
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    if (line.startsWith('#') || line.trim() === '') continue
    const cells = line.split('\t')
    for (let k = 0; k < cells.length; k++) cells[k] = unquoted(cells[k]!)
    if (!header) {
      checkHeader(`${path}:${i + 1}`, cells, schema)
      header = cells
      at = columns.map((c) => cells.indexOf(c))
      continue
    }
    if (cells.length > header.length)
      throw new TableError(
        ...both('table_cells', `${path}:${i + 1}`, cells.length, header.length, listed(header)),
      )
    const off = mayBeOff && cells[0]!.startsWith('-')
    if (cells.length === 1 && header.length > 1 && !off && /\s/.test(cells[0]!))
      throw new TableError(...both('table_no_tabs', `${path}:${i + 1}`, listed(header)))
    if (off) cells[0] = cells[0]!.slice(1).trim()
    const record: Record<string, string> = {}
    for (let k = 0; k < columns.length; k++) record[columns[k]!] = cells[at[k]!] ?? ''
    rows.push({ file: path, line: i + 1, cells: record, off })
  }
  if (!header) throw new TableError(...both('table_no_header', path, listed(columns)))
  return rows
}

/** A spreadsheet puts cells with commas or quotation marks into such marks. */
function unquoted(cell: string): string {
  const text = cell.trim()
  return /^".*"$/.test(text) && text.length > 1 ? text.slice(1, -1).replaceAll('""', '"').trim() : text
}

/** UTF-8, or what a Chinese Excel or WPS makes of «text, separated by tabs»: UTF-16 with its mark, GB 18030. */
function linesOf(path: string): string[] {
  const bytes = readFileSync(path)
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? ['utf-16le']
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? ['utf-16be']
        : []
  for (const charset of [...marked, 'utf-8', 'gb18030'])
    try {
      const text = new TextDecoder(charset, { fatal: true }).decode(bytes)
      if (!text.includes('\0')) return text.split(/\r?\n/)
    } catch {}
  throw new TableError(...both('table_no_text', path))
}

function checkHeader(place: string, cells: readonly string[], schema: z.ZodMiniObject): void {
  const columns = Object.keys(schema.shape)
  const unknown = cells.find((c) => !columns.includes(c))
  const missing = columns.find(
    (c) => !cells.includes(c) && !(schema.shape[c] && z.safeParse(schema.shape[c], '').success),
  )
  if (missing)
    throw new TableError(
      ...both(
        'table_no_column',
        place,
        missing,
        listed(columns),
        cells.length === 1 ? both('table_no_tab') : '',
      ),
    )
  if (unknown !== undefined)
    throw new TableError(...both('table_unknown_column', place, unknown, listed(columns)))
}

/** A row as its schema has it. @throws TableError where a cell is not what its column holds. */
export function checkRow<S extends z.ZodMiniObject>(row: RawRow, schema: S): Row<z.infer<S>> {
  const parsed = schema.safeParse(row.cells)
  if (parsed.success) return { ...parsed.data, file: row.file, line: row.line }
  const issue = parsed.error.issues[0]!
  const column = String(issue.path[0] ?? '')
  const value = row.cells[column] ?? ''
  if (issue.code === 'invalid_value') throw notAmong(row, column, value, issue.values.map(String))
  const why = issue.message in MESSAGES ? both(issue.message as Message) : issue.message
  throw new TableError(...both('table_cell', placeOf(row), column, value, why))
}

/** A cell whose column takes only some values. `where` says which table lists them. */
export function notAmong(
  row: RowPlace,
  column: string,
  value: string,
  known: readonly string[],
  where?: string,
  /** Codes that are called so: who writes a name is told its code. */
  called: readonly string[] = [],
): TableError {
  const near = called.length > 0 ? [...called] : nearest(value, known)
  const choice = near.length > 0 || known.length > 40 ? near : known
  const rest = pair(
    near.length > 0 ? both('near_it', listed(near)) : ['', ''],
    choice === known || known.length <= 20 ? both('known_are', listed(known)) : ['', ''],
  )
  return new TableError(
    ...(where
      ? both('table_cell_listed', placeOf(row), column, value, where, rest)
      : both('table_cell_among', placeOf(row), column, value, rest)),
  )
}

const pair = (...parts: [string, string][]): [string, string] => [
  parts.map(([en]) => en).join(''),
  parts.map(([, zh]) => zh).join(''),
]

export const placeOf = (row: RowPlace): string => `${row.file}:${row.line}`
