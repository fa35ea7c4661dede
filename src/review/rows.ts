import { type Kit, loadKit } from '../kit.ts'
import { trace } from '../pipeline.ts'
import { openText } from '../read/open.ts'
import { classify, termsIn } from '../resolve/category.ts'
import { findUnits } from '../resolve/units/find-units.ts'
import { type MinedClause, minedClauses } from '../run/mine/clauses.ts'
import { type Cut, phraseFinder } from '../run/mine/cue-proposals.ts'
import { dictionary } from '../run/mine/dictionary.ts'
import { type ProposedTable, tableText } from '../run/mine/print.ts'
import type { Decision, Values } from './decision.ts'

/** A decision, and its notice's document, by name to show beside the row, and text. */
export interface Decided {
  doc: string
  text: string
  decision: Decision
}

/** Tables that a decision may propose a row for. Whether a demand or a title was missed for want of a word is not told by it. */
export const PROPOSED = ['cues', 'units', 'measures', 'metadata'] as const

/** Rows that would make the tables read what the reviewer put right, as tables that `--lexicon` takes. */
export async function proposedTables(
  decided: readonly Decided[],
  lexicon: string | null,
): Promise<{ name: string; text: string }[]> {
  const kit = loadKit(undefined, lexicon)
  const { cut } = await dictionary()
  const phraseOf = phraseFinder({ unmatched: [], matched: [], other: [] }, kit, cut)
  const tables = new Map<string, ProposedTable>(PROPOSED.map((name) => [name, { name, rows: [] }]))
  const seen = new Set<string>()
  for (const { doc, text, decision } of decided) {
    const { value } = decision
    if (!value || decision.judgement === 'accepted') continue
    const propose = (table: (typeof PROPOSED)[number], row: Record<string, string> | null) => {
      const key = row && [table, ...Object.values(row).slice(0, 2)].join('|')
      if (!row || !key || seen.has(key)) return
      seen.add(key)
      tables.get(table)!.rows.push({ row, note: `${doc} · ${oneLine(value.evidence[0]?.quote ?? '')}` })
    }
    switch (decision.kind) {
      case 'records': {
        const { problem, category, unit, unit_name, unit_function } = decision.value!
        if (category !== decision.was?.category) propose('cues', cueFor(problem, category, kit, phraseOf))
        propose('units', unitFor(unit_name ?? unit, unit_function, kit))
        break
      }
      case 'metrics':
        if (decision.value!.measure !== decision.was?.measure)
          propose('measures', measureFor(decision.value!, text, kit, cut))
        break
      case 'fields':
        propose('metadata', keyFor(decision.value!, text, kit))
    }
  }
  return [...tables.values()].filter((t) => t.rows.length > 0).map(tableText)
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

const FIGURES: Record<string, string> = { percent: 'percent', count: 'count', points: 'points', rank: 'rank' }
const BEFORE_FIGURE = 24
/** «合格率达到», «共有»: what leads from the word to its figure. */
const LEADING_IN = /(?:为|达到|达|是|约|仅|只有|共|:|：| ){1,6}$/

/** A row for the word before a figure, where no row says that it measures this. */
function measureFor(
  { measure, unit, evidence }: Values['metrics'],
  text: string,
  kit: Kit,
  cut: Cut,
): Record<string, string> | null {
  const [span] = evidence
  const figure = FIGURES[unit]
  const digit = span ? text.slice(span.start, span.end).search(/\d/) : -1
  if (!span || !figure || digit < 0) return null
  const at = span.start + digit
  const before = text.slice(Math.max(0, at - BEFORE_FIGURE), at).replace(LEADING_IN, '')
  const run = /[\u4e00-\u9fff]{1,24}$/.exec(before)?.[0]
  if (!run) return null
  let word = ''
  for (const w of cut(run).reverse()) {
    if (word.length >= 3 || !w.begins) break
    word = w.word + word
  }
  const known = kit.tables.measures.some(
    (r) => r.word === word && r.figure === figure && r.measure === measure,
  )
  return word.length < 2 || known ? null : { word, measure, figure, side: 'before', subject: '' }
}

const FIELD_OF_KEY: Partial<Record<Values['fields']['field'], string>> = {
  title: 'title',
  issuer: 'publisher',
  doc_number: 'doc_number',
  index_number: 'index_number',
  issued: 'issued',
  published: 'published',
}

/** A row for the key that stands before a value («发文序列:丽政〔2021〕3号»), where no row knows it. */
function keyFor(
  { field, evidence }: Values['fields'],
  text: string,
  kit: Kit,
): Record<string, string> | null {
  const is = FIELD_OF_KEY[field]
  const [span] = evidence
  if (!is || !span) return null
  const before = text.slice(Math.max(0, span.start - 16), span.start)
  const key = (/([\u4e00-\u9fff]{2,8})[】\]]?[:：] ?$/.exec(before) ??
    /^[【[]?([\u4e00-\u9fff]{2,8})[】\]]?[:：]/.exec(span.quote))?.[1]
  return !key || kit.metadataKeys.has(key) ? null : { key, field: is }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
