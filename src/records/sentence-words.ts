import { type TermHit, termsIn } from '../resolve/category.ts'
import type { HolderGroup } from '../resolve/holder.ts'
import { findHolders } from '../resolve/holders.ts'
import { isQuoted, type Sentence, sentences } from '../resolve/sentence.ts'
import type { Passage } from '../segment/outline.ts'
import type { Reading } from './reading.ts'

/** What a sentence names, and what each of its clauses says, before one is told of the other. */
export interface SentenceWords {
  sentence: Sentence
  groups: HolderGroup[]
  /** Terms of cues, by the number of the clause. */
  terms: readonly (readonly TermHit[])[]
}

/** Nothing there is a finding. */
const SILENT = new Set(['requirements', 'criteria', 'praise', 'previous'])

/** The words of all sentences that may tell what was found, by passage. */
export function sentenceWords(reading: Reading): ReadonlyMap<Passage, SentenceWords[]> {
  const { text, hits, place, kit } = reading
  const told = reading.outline.passages
    .filter(({ role }) => !SILENT.has(role))
    .map((passage) => ({ passage, all: sentences(text, passage.start, passage.end) }))
  const terms = told.map(({ all }) =>
    all.map((sentence) =>
      sentence.clauses.map(({ start, end }) =>
        termsIn(text, hits, start, end, (s, e) => isQuoted(sentence, s, e)),
      ),
    ),
  )
  return new Map(
    told.map(({ passage, all }, k) => [
      passage,
      all.map((sentence, n) => ({
        sentence,
        groups: findHolders(text, hits, sentence, place, kit),
        terms: terms[k]![n]!,
      })),
    ]),
  )
}
