import { join } from 'node:path'
import { lexiconFolder } from '../lexicon/folder.ts'
import { readTable } from '../lexicon/table.ts'
import { SCHEMAS } from '../lexicon/tables.ts'
import type { Terms } from './columns.ts'

/** Names of all codes, from terms.tsv and categories.tsv. @throws TableError */
export function loadTerms(folder: string = lexiconFolder()): Terms {
  const terms: Record<string, Record<string, readonly [string, string]>> = {}
  for (const { kind, code, zh, en } of readTable(join(folder, 'terms.tsv'), SCHEMAS.terms))
    (terms[kind] ??= {})[code] = [zh, en]
  return terms
}
