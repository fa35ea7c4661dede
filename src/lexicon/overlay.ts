import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type * as z from 'zod/mini'
import { both, listed } from '../messages.ts'
import { nearest } from './near.ts'
import { type AnyRow, checkRow, placeOf, type RawRow, readCells, TableError } from './table.ts'

/**
 * What makes two rows of a table the same thing, so that a user's row replaces the built-in one. A column with `?` tells
 * them apart only where the user's row fills it in. A table that is not here has rows that only add.
 */
const KEYS: Record<string, readonly string[]> = {
  'ad-words': ['word'],
  categories: ['category'],
  cells: ['word', 'says'],
  'check-items': ['item'],
  columns: ['header', 'match'],
  contacts: ['word', 'kind'],
  cues: ['pattern'],
  demands: ['word'],
  timing: ['says', 'words', 'place'],
  verdicts: ['word'],
  eras: ['era'],
  festivals: ['name'],
  functions: ['function'],
  furniture: ['word'],
  headings: ['word'],
  kinds: ['word'],
  measures: ['word', 'figure', 'side'],
  metadata: ['key'],
  modality: ['word'],
  phrases: ['says', 'word'],
  'region-aliases': ['alias', 'code'],
  'region-changes': ['date', 'old_code'],
  'spun-words': ['word'],
  subjects: ['word'],
  terms: ['kind', 'code'],
  topics: ['word'],
  'unit-suffixes': ['suffix'],
  units: ['name', 'levels?', 'since?', 'until?'],
  'variant-words': ['variant'],
  zones: ['form'],
}

/** Columns that show a row and do not say what it is. */
const SHOWS = new Set(['example', 'counter'])

/** Names of the tables in a folder, sorted. @throws TableError where it cannot be read */
export function tableNames(folder: string): string[] {
  return entriesOf(folder)
    .filter((f) => f.endsWith('.tsv'))
    .sort()
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    throw new TableError(...both('table_no_folder', folder))
  }
}

/** The tables of a user's folder. @throws TableError for a table nobody has, or a folder that cannot be read. */
export function overlayFiles(folder: string, known: readonly string[]): { name: string; path: string }[] {
  const files = entriesOf(folder)
    .filter((f) => /\.(?:tsv|csv|txt|xlsx?)$/i.test(f))
    .sort()
  for (const file of files) {
    const name = file.replace(/\.[^.]+$/, '')
    if (known.includes(name) && file.endsWith('.tsv')) continue
    const near = known.includes(name) ? [name] : nearest(name, known)
    const instead = (near.length ? near : known).map((n) => `${n}.tsv`)
    throw new TableError(
      ...both(near.length ? 'table_unknown_near' : 'table_unknown', join(folder, file), listed(instead)),
    )
  }
  return files.map((file) => ({ name: file.slice(0, -4), path: join(folder, file) }))
}

/**
 * A table with a user's rows: those that say the same thing as a built-in row replace it (the words of a list are added,
 * an empty cell keeps what was there), the others are added before it, and a row whose first cell begins with `-` switches
 * off what is like it. @throws TableError
 */
export function overlaid(
  table: string,
  own: readonly AnyRow[],
  path: string,
  schema: z.ZodMiniObject,
): AnyRow[] {
  const key = KEYS[table]
  let rest = [...own]
  const first: AnyRow[] = []
  const last: AnyRow[] = []
  for (const raw of readCells(path, schema, true)) {
    if (raw.off) {
      rest = without(table, rest, raw)
      continue
    }
    const row = checkRow(raw, schema) as AnyRow
    if (!key) {
      last.push(row)
      continue
    }
    const same = rest.filter((r) => key.every((c) => sameBy(c, r, row)))
    rest = rest.filter((r) => !same.includes(r))
    first.push(...(same.length > 0 ? same.map((r) => merged(r, row)) : [row]))
  }
  return [...first, ...rest, ...last]
}

function sameBy(column: string, a: AnyRow, b: AnyRow): boolean {
  const name = column.replace('?', '')
  return a[name] === b[name] || (name !== column && b[name] === '')
}

function merged(old: AnyRow, row: AnyRow): AnyRow {
  const cells = Object.entries(row).map(([column, value]) => {
    const was = old[column]
    if (Array.isArray(value)) return [column, [...new Set([...(was as string[]), ...value])]]
    return [column, value === '' ? was : value]
  })
  return Object.fromEntries(cells) as AnyRow
}

/** The rows but those that `raw` switches off: all its filled cells are theirs; of a list, only the words it names go. */
function without(table: string, rows: readonly AnyRow[], raw: RawRow): AnyRow[] {
  const filled = Object.entries(raw.cells).filter(([column, cell]) => cell !== '' && !SHOWS.has(column))
  const lists = filled.filter(([column]) => Array.isArray(rows[0]?.[column]))
  const scalars = filled.filter((f) => !lists.includes(f))
  let found = false
  const kept = rows.flatMap((row) => {
    if (!scalars.every(([column, cell]) => String(row[column]) === cell)) {
      const less = table === 'cues' ? withoutAlternative(row, raw) : null
      if (less === null) return [row]
      found = true
      return less
    }
    if (lists.length === 0) {
      found = true
      return []
    }
    let next = row
    for (const [column, cell] of lists) {
      const gone = new Set(cell.split(' '))
      const words = row[column] as string[]
      const left = words.filter((w) => !gone.has(w))
      if (left.length < words.length) found = true
      next = { ...next, [column]: left }
    }
    return [next]
  })
  if (found) return kept
  const [column, cell] = filled.find(([c]) => c !== Object.keys(raw.cells)[0]) ?? filled[0] ?? ['', '']
  const near = nearest(
    cell,
    rows.flatMap((r) => wordsOf(r[column])),
  )
  throw new TableError(
    ...both(
      'table_off_nothing',
      placeOf(raw),
      [
        filled.map(([c, v]) => `«${v}» as ${c}`).join(' and '),
        filled.map(([c, v]) => `${c} 是“${v}”`).join('、'),
      ],
      near.length > 0 ? both('table_off_near', cell, listed(near)) : '',
    ),
  )
}

/** One alternative («打不开») of the patterns of a category. */
function withoutAlternative(row: AnyRow, raw: RawRow): AnyRow[] | null {
  const { category, pattern } = raw.cells
  if (row.category !== category || !pattern || /[ |]/.test(pattern)) return null
  const terms = (row.pattern as string).split(' ').map((t) => t.split('|'))
  const left = terms.map((t) => t.filter((word) => word.replace(/^\^/, '') !== pattern))
  if (left.every((t, i) => t.length === terms[i]!.length)) return null
  return left.some((t) => t.length === 0) ? [] : [{ ...row, pattern: left.map((t) => t.join('|')).join(' ') }]
}

function wordsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : String(value).split(/[| ]/)
}
