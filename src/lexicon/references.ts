import { type AnyRow, notAmong } from './table.ts'

type AnyTables = { readonly [table: string]: readonly AnyRow[] }

/** Cells that name something another table lists; where none does, the values that the built-in rows of `from` use. */
const REFERENCES: { table: string; column: string; from: string; of: string }[] = [
  { table: 'cues', column: 'category', from: 'categories', of: 'category' },
  { table: 'topics', column: 'category', from: 'categories', of: 'category' },
  { table: 'check-items', column: 'category', from: 'categories', of: 'category' },
  { table: 'check-items', column: 'media', from: 'categories', of: 'category' },
  { table: 'units', column: 'function', from: 'functions', of: 'function' },
  { table: 'unit-suffixes', column: 'function', from: 'functions', of: 'function' },
  { table: 'zones', column: 'function', from: 'functions', of: 'function' },
  { table: 'columns', column: 'role', from: 'columns', of: 'role' },
  { table: 'columns', column: 'measure', from: 'columns', of: 'measure' },
  { table: 'measures', column: 'measure', from: 'measures', of: 'measure' },
  { table: 'measures', column: 'subject', from: 'subjects', of: 'subject' },
  { table: 'subjects', column: 'subject', from: 'subjects', of: 'subject' },
]

/** @throws TableError for the first cell that names what nothing lists. `own` are the tables without a user's rows. */
export function checkReferences(tables: AnyTables, own: AnyTables): void {
  for (const { table, column, from, of } of REFERENCES) {
    const listed = (from === table ? own : tables)[from]!
    const known = new Set(listed.map((row) => String(row[of])))
    for (const row of tables[table]!) {
      const value = String(row[column])
      if (value !== '' && !known.has(value))
        throw notAmong(
          row,
          column,
          value,
          [...known].filter(Boolean).sort(),
          from === table ? undefined : `${from}.tsv`,
          listed.filter((r) => r.zh === value).map((r) => String(r[of])),
        )
    }
  }
}
