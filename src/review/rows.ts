import { type Kit, loadKit } from '../kit.ts'
import { trace } from '../pipeline.ts'
import { openText } from '../read/open.ts'
import { classify, termsIn } from '../resolve/category.ts'
import { findUnits } from '../resolve/units/find-units.ts'
import { type MinedClause, minedClauses } from '../run/mine/clauses.ts'
import { phraseFinder } from '../run/mine/cue-proposals.ts'
import { dictionary } from '../run/mine/dictionary.ts'
import { type ProposedTable, tableText } from '../run/mine/print.ts'
import type { Decision } from './decision.ts'

/** A decision, and the name of its notice's document to show beside the row. */
export interface Decided {
  doc: string
  decision: Decision
}

/** Rows that would make the tables read what the reviewer put right, as tables that `--lexicon` takes. */
export async function proposedTables(
  decided: readonly Decided[],
  lexicon: string | null,
): Promise<{ name: string; text: string }[]> {
  const kit = loadKit(undefined, lexicon)
  const { cut } = await dictionary()
  const phraseOf = phraseFinder({ unmatched: [], matched: [], other: [] }, kit, cut)
  const tables: ProposedTable[] = [
    { name: 'cues', rows: [] },
    { name: 'units', rows: [] },
  ]
  const seen = new Set<string>()
  for (const { doc, decision } of decided) {
    const { record, was } = decision
    if (!record || decision.judgement === 'accepted') continue
    const propose = (table: 0 | 1, row: Record<string, string>) => {
      const key = Object.values(row).slice(0, 2).join('|')
      if (seen.has(key)) return
      seen.add(key)
      tables[table]!.rows.push({ row, note: `${doc} · ${oneLine(record.evidence[0]!.quote)}` })
    }
    if (record.category !== was?.category) {
      const cue = cueFor(record.problem, record.category, kit, phraseOf)
      if (cue) propose(0, cue)
    }
    const unit = unitFor(record.unit_name ?? record.unit, record.unit_function, kit)
    if (unit) propose(1, unit)
  }
  return tables.filter((t) => t.rows.length > 0).map(tableText)
}

type Cue = { category: string; pattern: string; example: string }

/** A row for a problem that no cue reads as this category. */
function cueFor(
  problem: string,
  category: string,
  kit: Kit,
  phraseOf: (clause: MinedClause) => { phrase: string } | null,
): Cue | null {
  const t = trace(openText(`关于网站检查情况的通报\n一、存在问题\n${problem}\n`, 'clause.txt', null), kit)
  const { text, hits } = t.reading
  const found = termsIn(text, hits, text.indexOf('\n一、'), text.length, () => false)
  const terms = new Set(found.map((f) => f.term))
  for (const about of ['media', 'site', null] as const)
    if (classify(found, { about, terms }, kit).some((c) => c.category === category)) return null
  const { unmatched, matched } = minedClauses(t, '', kit)
  const clauses = unmatched.length > 0 ? unmatched : matched
  let best: { phrase: string; clause: MinedClause } | null = null
  for (const clause of clauses) {
    const phrase = phraseOf(clause)?.phrase
    if (phrase !== undefined && phrase.length > (best?.phrase.length ?? 0)) best = { phrase, clause }
  }
  return best && { category, pattern: best.phrase, example: oneLine(best.clause.text) }
}

/** A row for a body that no row of the units knows with this function. */
function unitFor(name: string | null, is: string | null, kit: Kit): Record<string, string> | null {
  if (name === null || is === null) return null
  const { text, hits, place } = trace(openText(`${name}\n`, 'unit.txt', null), kit).reading
  const [unit, ...more] = findUnits(text, hits, 0, text.length, place, kit)
  if (!unit || more.length > 0 || unit.function === is || unit.end - unit.start !== text.trimEnd().length)
    return null
  return { function: is, name: unit.core, aliases: '' }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
