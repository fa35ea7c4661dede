import type { Kit } from '../../kit.ts'
import type { MinedClause, MinedClauses } from './clauses.ts'
import { alike, gramsOf, Likeness } from './likeness.ts'

/** Rows for cues.tsv: phrases that problems are told with and no cue knows. */
export interface CueProposal {
  table: 'cues'
  row: { category: string; pattern: string; example: string }
  /** Clauses it would match, and documents they stand in. */
  clauses: number
  documents: number
  /** How much it is worded like a problem: above 0, more than like anything else. */
  likeness: number
  /** The categories that its words are nearest to, the likeliest first. */
  guesses: string[]
  examples: { doc: string; text: string }[]
}

const MOST_WORDS = 4
const LONGEST_PHRASE = 9
const SAME = 0.6

export type Cut = (text: string) => string[]

/** The phrase of a clause that a cue for it would be made of; null where no words of it are a problem's. */
export function phraseFinder(mined: Readonly<MinedClauses>, kit: Kit, cut: Cut) {
  const likeness = problemLikeness(mined, kit)
  return (clause: MinedClause) => bestPhrase(clause, likeness, cut)
}

export function cueProposals(mined: Readonly<MinedClauses>, kit: Kit, cut: Cut): CueProposal[] {
  const phraseOf = phraseFinder(mined, kit, cut)
  const guess = categoryGuesser(kit)
  const clusters: { core: string; cores: Set<string>; clauses: MinedClause[]; score: number }[] = []
  const seen = new Set<string>()
  for (const clause of mined.unmatched) {
    const key = `${clause.doc}|${clause.text}`
    if (seen.has(key)) continue
    seen.add(key)
    const best = phraseOf(clause)
    if (!best) continue
    const home = clusters.find((c) => c.core === best.phrase || alike(c.core, best.phrase) >= SAME)
    if (home) {
      home.cores.add(best.phrase)
      home.clauses.push(clause)
      home.score = Math.max(home.score, best.score)
    } else
      clusters.push({
        core: best.phrase,
        cores: new Set([best.phrase]),
        clauses: [clause],
        score: best.score,
      })
  }
  return clusters
    .map((c): CueProposal => {
      const examples = [...c.clauses].sort(
        (a, b) => a.text.length - b.text.length || (a.text < b.text ? -1 : 1),
      )
      const example = examples[0]!.text
      const guesses = guess(c.clauses.map((x) => x.pieces.join('')).join(''), [...c.cores].join(''))
      return {
        table: 'cues',
        row: { category: guesses[0]!, pattern: [...c.cores].sort(byLength).join('|'), example },
        clauses: c.clauses.length,
        documents: new Set(c.clauses.map((x) => x.doc)).size,
        likeness: Math.round(c.score * 100) / 100,
        guesses,
        examples: examples.slice(0, 3).map(({ doc, text }) => ({ doc, text })),
      }
    })
    .sort((a, b) => worthOf(b) - worthOf(a) || (a.row.pattern < b.row.pattern ? -1 : 1))
}

const worthOf = (p: CueProposal): number => p.likeness * (1 + Math.log(p.documents) + Math.log(p.clauses) / 4)
const byLength = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1)

/** What the cues, their words and the clauses that they matched have and other passages have not. */
function problemLikeness(mined: Readonly<MinedClauses>, kit: Kit): Likeness {
  const likeness = new Likeness()
  for (const row of kit.tables.words)
    if (row.kind === 'state') for (const word of row.words) likeness.add(word.replace(/[*!]/g, ''), 'for')
  for (const row of kit.tables.cues) {
    for (const word of row.pattern.split(/[ |]/))
      if (!/^\^?[@~]/.test(word)) likeness.add(word.replace(/[*!^]/g, ''), 'for')
    likeness.add(han(row.example), 'for')
  }
  for (const c of mined.matched) for (const p of c.pieces) likeness.add(p, 'for', 0.5)
  for (const c of mined.other) for (const p of c.pieces) likeness.add(p, 'against')
  // What most unmatched clauses say is no problem either («共检查…»): half a voice against.
  for (const c of mined.unmatched) for (const p of c.pieces) likeness.add(p, 'against', 0.5)
  return likeness
}

/** The run of words of a clause that is most like a problem, and not a word of one character alone. */
function bestPhrase(
  clause: MinedClause,
  likeness: Likeness,
  cut: Cut,
): { phrase: string; score: number } | null {
  let best: { phrase: string; score: number } | null = null
  for (const piece of clause.pieces) {
    const words = cut(piece)
    for (let i = 0; i < words.length; i++) {
      let phrase = ''
      for (let k = i; k < Math.min(words.length, i + MOST_WORDS); k++) {
        phrase += words[k]
        if (phrase.length < 3) continue
        if (phrase.length > LONGEST_PHRASE) break
        const score = likeness.of(phrase) * Math.sqrt(phrase.length)
        if (!best || score > best.score) best = { phrase, score }
      }
    }
  }
  return best
}

/** The categories whose cues are worded most like a text. */
function categoryGuesser(kit: Kit): (clauses: string, core: string) => string[] {
  const classes = new Map<string, string[]>()
  for (const row of kit.tables.words)
    classes.set(row.class, [...(classes.get(row.class) ?? []), ...row.words])
  const counts = new Map<string, Map<string, number>>()
  const spread = new Map<string, Set<string>>()
  const learn = (category: string, text: string, weight: number) => {
    let own = counts.get(category)
    if (!own) counts.set(category, (own = new Map()))
    for (const gram of gramsOf(text)) {
      own.set(gram, (own.get(gram) ?? 0) + weight)
      const where = spread.get(gram)
      if (where) where.add(category)
      else spread.set(gram, new Set([category]))
    }
  }
  for (const row of kit.tables.categories) learn(row.category, han(row.zh), 3)
  for (const row of kit.tables.topics) learn(row.category, han(row.word), 1)
  for (const row of kit.tables.cues) {
    learn(row.category, han(row.example), 1)
    for (const term of row.pattern.split(' ')) {
      const name = /^\^?@(.+)/.exec(term)?.[1]
      for (const word of name ? (classes.get(name) ?? []) : term.split('|'))
        learn(row.category, han(word), name ? 0.3 : 1)
    }
  }
  const all = counts.size
  const weights = [...counts].map(([category, own]) => {
    const vector = new Map(
      [...own].map(([gram, n]) => [gram, Math.log(1 + n) * Math.log(1 + all / spread.get(gram)!.size)]),
    )
    const length = Math.sqrt([...vector.values()].reduce((sum, w) => sum + w * w, 0))
    return { category, vector, length }
  })
  return (clauses, core) => {
    const grams = [...gramsOf(clauses.slice(0, 400)), ...gramsOf(core), ...gramsOf(core), ...gramsOf(core)]
    return weights
      .map(({ category, vector, length }) => ({
        category,
        score: grams.reduce((sum, g) => sum + (vector.get(g) ?? 0), 0) / Math.sqrt(length || 1),
      }))
      .sort((a, b) => b.score - a.score || (a.category < b.category ? -1 : 1))
      .slice(0, 3)
      .map((x) => x.category)
  }
}

const han = (text: string): string => text.replace(/[^\u4e00-\u9fff]/g, '')
