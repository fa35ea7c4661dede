import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { nearest } from './near.ts'

/** A mistake in a table of knowledge; the message names file, line and column, and says what would be right. */
export class TableError extends Error {
  override readonly name = 'TableError'
  /** The same in Chinese. */
  readonly zh: string

  constructor(place: string, en: string, zh: string) {
    super(`${place}: ${en}`)
    this.zh = `${place}:${zh}`
  }
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
export function readTable<S extends z.ZodObject>(path: string, schema: S): Row<z.infer<S>>[] {
  return readCells(path, schema).map((row) => checkRow(row, schema))
}

/** The rows of a TSV table, their cells by column; a column that may be empty may be absent. @throws TableError */
export function readCells(path: string, schema: z.ZodObject, mayBeOff = false): RawRow[] {
  const columns = Object.keys(schema.shape)
  const rows: RawRow[] = []
  let header: string[] | undefined
  for (const [i, line] of linesOf(path).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const place = `${path}:${i + 1}`
    const cells = line.split('\t').map((c) => c.trim())
    if (!header) {
      checkHeader(place, cells, schema)
      header = cells
      continue
    }
    if (cells.length > header.length)
      throw new TableError(
        place,
        `${cells.length} cells, but the header has ${header.length} columns: ${header.join(', ')}`,
        `有 ${cells.length} 格,而表头只有 ${header.length} 列:${header.join('、')}`,
      )
    const off = mayBeOff && cells[0]!.startsWith('-')
    if (off) cells[0] = cells[0]!.slice(1).trim()
    const record: Record<string, string> = {}
    for (const c of columns) record[c] = cells[header.indexOf(c)] ?? ''
    rows.push({ file: path, line: i + 1, cells: record, off })
  }
  if (!header)
    throw new TableError(
      path,
      `no header row; it needs: ${columns.join(', ')}, separated by tabs`,
      `没有表头;应为:${columns.join('、')},以制表符分隔`,
    )
  return rows
}

function linesOf(path: string): string[] {
  const bytes = readFileSync(path)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).split(/\r?\n/)
  } catch {
    throw new TableError(
      path,
      'is not UTF-8; save it as tab-separated text in UTF-8 (in Excel: «Unicode text», then UTF-8)',
      '不是 UTF-8 编码;请另存为“以制表符分隔的 UTF-8 文本”',
    )
  }
}

function checkHeader(place: string, cells: readonly string[], schema: z.ZodObject): void {
  const columns = Object.keys(schema.shape)
  const unknown = cells.find((c) => !columns.includes(c))
  const missing = columns.find((c) => !cells.includes(c) && !schema.shape[c]?.safeParse('').success)
  if (missing)
    throw new TableError(
      place,
      `no column «${missing}»; the first row that is no comment names the columns, separated by tabs: ${columns.join(', ')}${cells.length === 1 ? ' (no tab stands in this row)' : ''}`,
      `缺少“${missing}”列;第一个非注释行须是表头,以制表符分隔:${columns.join('、')}${cells.length === 1 ? '(这一行没有制表符)' : ''}`,
    )
  if (unknown !== undefined)
    throw new TableError(
      place,
      `unknown column «${unknown}»; known: ${columns.join(', ')}`,
      `没有名为“${unknown}”的列;可用的列:${columns.join('、')}`,
    )
}

/** A row as its schema has it. @throws TableError where a cell is not what its column holds. */
export function checkRow<S extends z.ZodObject>(row: RawRow, schema: S): Row<z.infer<S>> {
  const parsed = schema.safeParse(row.cells)
  if (parsed.success) return { ...parsed.data, file: row.file, line: row.line }
  const issue = parsed.error.issues[0]!
  const column = String(issue.path[0] ?? '')
  const value = row.cells[column] ?? ''
  if (issue.code === 'invalid_value') throw notAmong(row, column, value, issue.values.map(String))
  throw new TableError(
    placeOf(row),
    `column «${column}» is «${value}»: ${issue.message}`,
    `“${column}”列是“${value}”:${issue.message}`,
  )
}

/** A cell whose column takes only some values. `where` says which table lists them. */
export function notAmong(
  row: RowPlace,
  column: string,
  value: string,
  known: readonly string[],
  where?: string,
): TableError {
  const near = nearest(value, known)
  const choice = near.length > 0 || known.length > 40 ? near : known
  return new TableError(
    placeOf(row),
    `column «${column}» is «${value}», ${where ? `which ${where} does not have (a row there makes it known)` : 'which it cannot be'}${near.length ? `; near it: ${near.join(', ')}` : ''}${choice === known || known.length <= 20 ? `; known: ${known.join(', ')}` : ''}`,
    `“${column}”列是“${value}”,${where ? `${where} 中没有(在其中加一行即可)` : '不在可用的值之中'}${near.length ? `;相近的有:${near.join('、')}` : ''}${choice === known || known.length <= 20 ? `;可用的有:${known.join('、')}` : ''}`,
  )
}

export const placeOf = (row: RowPlace): string => `${row.file}:${row.line}`
