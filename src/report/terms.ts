import { type Kit, loadKit } from '../kit.ts'
import type { Terms } from './columns.ts'

/** Names of all codes, from terms.tsv; a category or function that only a user's own tables have is called as these call it. */
export function loadTerms(kit: Kit = loadKit()): Terms {
  const terms: Record<string, Record<string, readonly [string, string]>> = {}
  const name = (kind: string, code: string, zh: string, en: string) => {
    const own = (terms[kind] ??= {})
    own[code] ??= [zh, en || zh]
  }
  for (const { kind, code, zh, en } of kit.tables.terms) name(kind, code, zh, en)
  for (const row of kit.tables.categories) name('category', row.category, row.zh, '')
  for (const row of kit.tables.functions) name('unit_function', row.function, row.zh, '')
  return terms
}
