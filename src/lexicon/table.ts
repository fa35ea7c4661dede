import { readFileSync } from 'node:fs'
import type { z } from 'zod'

/** A mistake in a table of knowledge; the message names file, line and column, and says what would be right. */
export class TableError extends Error {
  override readonly name = 'TableError'
}

export type Row<T> = T & { readonly line: number }

/**
 * Reads a TSV table: UTF-8, one header row, `#` starts a comment line, an empty cell is ''.
 * Every row is checked against `schema`.
 * @throws TableError naming file, line and column.
 */
export function readTable<S extends z.ZodObject>(path: string, schema: S): Row<z.infer<S>>[] {
  const lines = readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
  const columns = Object.keys(schema.shape)
  let header: string[] | undefined
  const rows: Row<z.infer<S>>[] = []
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const cells = line.split('\t').map((c) => c.trim())
    if (!header) {
      header = cells
      const missing = columns.find((c) => !cells.includes(c) && !schema.shape[c]?.safeParse('').success)
      if (missing)
        throw new TableError(`${path}:${i + 1}: no column «${missing}»; it needs: ${columns.join(', ')}`)
      const unknown = cells.find((c) => !columns.includes(c))
      if (unknown)
        throw new TableError(`${path}:${i + 1}: unknown column «${unknown}»; known: ${columns.join(', ')}`)
      continue
    }
    if (cells.length > header.length)
      throw new TableError(
        `${path}:${i + 1}: ${cells.length} cells, but the header has ${header.length} columns`,
      )
    const record: Record<string, string> = {}
    for (const c of columns) record[c] = cells[header.indexOf(c)] ?? ''
    const parsed = schema.safeParse(record)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]
      const column = String(issue?.path[0] ?? '')
      throw new TableError(
        `${path}:${i + 1}: column «${column}» is «${record[column] ?? ''}»: ${issue?.message}`,
      )
    }
    rows.push({ ...parsed.data, line: i + 1 })
  }
  if (!header) throw new TableError(`${path}: no header row; it needs: ${columns.join('\t')}`)
  return rows
}
