import type { Kit } from '../../kit.ts'
import type { Trace } from '../../pipeline.ts'
import { classify, termsIn } from '../../resolve/category.ts'
import { modalityAt } from '../../resolve/modality.ts'
import { isQuoted, type Sentence, sentences } from '../../resolve/sentence.ts'
import { findUnits } from '../../resolve/units/find-units.ts'
import { columnOf } from '../../segment/tables/columns.ts'
import type { Misread, misreadFinder } from './misread.ts'

/** A clause of a document, as the miner sees it. */
export interface MinedClause {
  doc: string
  /** As written, to show. */
  text: string
  /** Its own words: names, figures and what stands in brackets or quotation marks are taken out. */
  pieces: string[]
  /** What stands in quotation marks for how it is meant («当成“门面工程”»), the marks included; null where nothing does. */
  turn: string | null
  /** What it names that no cue reads, where another cue reads the rest. */
  misread: Misread[]
}

export interface MinedClauses {
  /** Under a heading of problems, or in a column of them, and no cue says what is wrong. */
  unmatched: MinedClause[]
  /** What cues matched: how problems are told. */
  matched: MinedClause[]
  /** From passages that tell of something else. */
  other: MinedClause[]
}

const MIN_HAN = 4
const LONGEST_CLAUSE = 80
/** Names are quoted before what they name («“规划计划”栏目»), turns of speech end the clause. */
const TURN = /(“[\u4e00-\u9fff]{2,4}”)(?:状态|现象|问题)?\s?$/
const ABOUT = ['media', 'site', null] as const

type FindMisread = ReturnType<typeof misreadFinder>

/** Clauses of a document, by whether a cue knows what they say. */
export function minedClauses(
  t: Trace,
  doc: string,
  kit: Kit,
  misreadIn: FindMisread | null = null,
): MinedClauses {
  const out: MinedClauses = { unmatched: [], matched: [], other: [] }
  const { reading, outline } = t
  const { text, hits } = reading
  for (const passage of outline.passages) {
    const headingTerms = new Set(
      passage.path.flatMap((h) => termsIn(text, hits, h.start, h.end, () => false).map((x) => x.term)),
    )
    const tells = passage.role === 'problems' || (passage.role === 'unknown' && passage.path.length > 0)
    for (const sentence of sentences(text, passage.start, passage.end))
      if (!passage.path.some((h) => h.start <= sentence.start && h.end >= sentence.end))
        take(sentence, headingTerms, tells, passage.role === 'causes')
  }
  for (const grid of outline.grids)
    for (const [k, column] of grid.columns.entries()) {
      if (columnOf(column.text, kit)?.role !== 'problem') continue
      for (const row of grid.rows) {
        const cell = row[k]
        if (!cell || cell.filled || cell.end <= cell.start) continue
        for (const sentence of sentences(text, cell.start, cell.end)) take(sentence, new Set(), true, false)
      }
    }
  return out

  function take(sentence: Sentence, governing: ReadonlySet<number>, tells: boolean, silent: boolean): void {
    const terms = new Set(governing)
    for (const clause of sentence.clauses) {
      const found = termsIn(text, hits, clause.start, clause.end, (s, e) => isQuoted(sentence, s, e))
      for (const f of found) terms.add(f.term)
      const all = new Set(terms)
      const read = ABOUT.flatMap((about) => classify(found, { about, terms: all }, kit))
      const known = read.length > 0
      const pieces = piecesOf(t, sentence, clause.start, clause.end, kit)
      if (pieces.join('').length < MIN_HAN || clause.end - clause.start > LONGEST_CLAUSE) continue
      const written = text.slice(clause.start, clause.end)
      const misread = (known && tells && misreadIn?.(written, read, found, clause.start)) || []
      const turn = TURN.exec(written)?.[1] ?? null
      const mined = { doc, text: written.trim(), pieces, turn, misread }
      const observed = modalityAt(text, hits, sentence, clause, clause.end, clause.end) === 'observed'
      if (known && tells && observed) out.matched.push(mined)
      else if (!known && tells && observed) out.unmatched.push(mined)
      else if (!tells && !silent && !known) out.other.push(mined)
    }
  }
}

/** The Han of a clause without the names of bodies and places, figures, and what is quoted or an aside. */
function piecesOf(t: Trace, sentence: Sentence, start: number, end: number, kit: Kit): string[] {
  const { reading } = t
  const { text, hits, place } = reading
  const out = [...sentence.asides, ...sentence.quotes].map((s) => ({ start: s.start, end: s.end }))
  out.push(...findUnits(text, hits, start, end, place, kit))
  out.push(...hits.longest('region', start, end))
  const chars = [...text.slice(start, end)]
  let at = start
  const kept = chars.map((c) => {
    const gone = out.some((s) => s.start <= at && s.end > at)
    at += c.length
    return gone || !/[\u4e00-\u9fff]/.test(c) ? ' ' : c
  })
  return kept
    .join('')
    .split(/ +/)
    .filter((piece) => piece.length >= 2)
}
