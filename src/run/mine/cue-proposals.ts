import type { Kit } from '../../kit.ts'
import { categoryGuesser, han } from './category-guess.ts'
import type { MinedClause, MinedClauses } from './clauses.ts'
import { alike, Likeness } from './likeness.ts'
import type { Misread } from './misread.ts'

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
  /** What cues read its clauses as so far; null where none reads them. */
  read_as: string | null
  examples: { doc: string; text: string }[]
}

const MOST_WORDS = 4
const LONGEST_PHRASE = 9
const SAME = 0.6
/** Of a turn of speech, whose characters say nothing: between what is surely a problem's wording and what is nobody's. */
const TURN_SCORE = 2

/** The words of a text; whether a phrase may begin and end with each. */
export type Cut = (text: string) => { word: string; begins: boolean; ends: boolean }[]

/** The phrase of a clause that a cue for it would be made of; null where no words of it are a problem's. */
export function phraseFinder(mined: Readonly<MinedClauses>, kit: Kit, cut: Cut) {
  const likeness = problemLikeness(mined, kit)
  return (clause: MinedClause) => bestPhrase(clause, likeness, cut)
}

export function cueProposals(mined: Readonly<MinedClauses>, kit: Kit, cut: Cut): CueProposal[] {
  const likeness = problemLikeness(mined, kit)
  return [
    ...unreadProposals(mined.unmatched, likeness, kit, cut),
    ...misreadProposals(mined.matched, likeness),
  ].sort((a, b) => worthOf(b) - worthOf(a) || (a.row.pattern < b.row.pattern ? -1 : 1))
}

/** Rows for what no cue reads: the phrases of its clauses, like ones together. */
function unreadProposals(
  unmatched: readonly MinedClause[],
  likeness: Likeness,
  kit: Kit,
  cut: Cut,
): CueProposal[] {
  const guess = categoryGuesser(kit)
  const clusters: { core: string; cores: Set<string>; clauses: MinedClause[]; score: number }[] = []
  for (const clause of distinct(unmatched)) {
    const best = bestPhrase(clause, likeness, cut)
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
  return clusters.map((c) => {
    const guesses = guess(c.clauses.map((x) => x.pieces.join('')).join(''), [...c.cores].join(''))
    return proposal(guesses, [...c.cores].sort(byLength).join('|'), c.clauses, c.score)
  })
}

/** Rows for what is read as something more general: the thing that is named, and the state it is said to be in. */
function misreadProposals(matched: readonly MinedClause[], likeness: Likeness): CueProposal[] {
  const rows = new Map<string, { misread: Misread; clauses: MinedClause[] }>()
  for (const clause of distinct(matched))
    for (const misread of clause.misread) {
      const key = `${misread.category} ${misread.pattern}`
      const row = rows.get(key)
      if (row) row.clauses.push(clause)
      else rows.set(key, { misread, clauses: [clause] })
    }
  return [...rows.values()].map(({ misread, clauses }) => ({
    ...proposal([misread.category], misread.pattern, clauses, scoreOf(misread.words, likeness)),
    read_as: misread.read_as,
  }))
}

function distinct(clauses: readonly MinedClause[]): MinedClause[] {
  return [...new Map(clauses.map((c) => [`${c.doc}|${c.text}`, c])).values()]
}

function proposal(
  guesses: string[],
  pattern: string,
  clauses: readonly MinedClause[],
  score: number,
): CueProposal {
  const examples = [...clauses].sort((a, b) => a.text.length - b.text.length || (a.text < b.text ? -1 : 1))
  return {
    table: 'cues',
    row: { category: guesses[0]!, pattern, example: examples[0]!.text },
    clauses: clauses.length,
    documents: new Set(clauses.map((x) => x.doc)).size,
    likeness: Math.round(score * 100) / 100,
    guesses,
    read_as: null,
    examples: examples.slice(0, 3).map(({ doc, text }) => ({ doc, text })),
  }
}

const worthOf = (p: CueProposal): number => p.likeness * (1 + Math.log(p.documents) + Math.log(p.clauses) / 4)
const scoreOf = (phrase: string, likeness: Likeness): number => likeness.of(phrase) * Math.sqrt(phrase.length)
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
  let best = clause.turn === null ? null : { phrase: clause.turn, score: TURN_SCORE }
  for (const piece of clause.pieces) {
    const words = cut(piece)
    for (let i = 0; i < words.length; i++) {
      let phrase = ''
      for (let k = i; k < Math.min(words.length, i + MOST_WORDS); k++) {
        phrase += words[k]!.word
        if (phrase.length > LONGEST_PHRASE) break
        if (phrase.length < 3 || !words[i]!.begins || !words[k]!.ends) continue
        const score = scoreOf(phrase, likeness)
        if (!best || score > best.score) best = { phrase, score }
      }
    }
  }
  return best
}
