import { loadKit } from '../../src/kit.ts'
import { splitLines } from '../../src/segment/line.ts'
import { findTables } from '../../src/segment/tables/find-tables.ts'

const kit = loadKit('grammars/lexicon')

/** The flattened tables of a text: columns, rows and the group over each row. */
export const grids = (text: string) =>
  findTables(text, splitLines(text), kit).grids.map((g) => ({
    columns: g.columns.map((c) => c.text),
    rows: g.rows.map((r) => r.map((c) => c.text)),
    groups: g.groups.map((c) => c?.text ?? ''),
  }))
