import { classify, type Governing, termsIn } from '../resolve/category.ts'
import { findHolders } from '../resolve/holders.ts'
import { modalityAt } from '../resolve/modality.ts'
import { isQuoted, sentences } from '../resolve/sentence.ts'
import { tight } from '../segment/line.ts'
import { cellSays } from '../segment/tables/cell-words.ts'
import type { Cell, Grid } from '../segment/tables/grid.ts'
import { categoriesOfWords, type Told } from './checked-items.ts'
import { likelyOf, SURE, weighed } from './likely.ts'
import type { Reading } from './reading.ts'
import { aboutOf } from './under-heading.ts'

/** Every problem of a cell, clause by clause; a text that no category fits is `other`. */
export function problemsIn(reading: Reading, cell: Cell, about: 'media' | 'site'): Told[] {
  const { text, hits, kit } = reading
  const words = tight(cell.text)
  if (words === '' || cellSays(words, 'blank', kit)) return []
  const out: Told[] = []
  let denied = false
  for (const sentence of sentences(text, cell.start, cell.end)) {
    const terms = new Set<number>()
    const accounts = findHolders(text, hits, sentence, reading.place, kit)
      .flatMap((g) => g.holders)
      .filter((h) => h.kind === 'account')
    let account: Told['account'] = null
    for (const clause of sentence.clauses) {
      account = accounts.find((a) => a.start >= clause.start && a.end <= clause.end) ?? account
      const found = termsIn(text, hits, clause.start, clause.end, (s, e) => isQuoted(sentence, s, e))
      const governing: Governing = {
        about:
          account || about === 'media' || aboutOf(text.slice(clause.start, clause.end)) === 'media'
            ? 'media'
            : 'site',
        terms: new Set([...terms, ...found.map((f) => f.term)]),
      }
      const alone = () => classify(found, { ...governing, terms: new Set(found.map((f) => f.term)) }, kit)
      const said = classify(found, governing, kit)
      for (const c of weighed(reading, said, clause, [], governing.about, true, alone)) {
        const modality = modalityAt(text, hits, sentence, clause, c.stated, c.end)
        if (modality === 'denied') denied = true
        if (modality === 'denied' || out.some((o) => o.category === c.category)) continue
        out.push({
          category: c.category,
          likely: c.likely !== null,
          problem: tight(text.slice(clause.start, clause.end)),
          evidence: cell.filled ? null : { start: c.start, end: c.end },
          account,
        })
      }
      for (const f of found) terms.add(f.term)
    }
  }
  if (out.length === 0 && !denied && !cellSays(words, 'clear', kit)) {
    const likely = likelyOf(reading, cell, [], about, SURE.cell)
    out.push({
      category: likely?.category ?? 'other',
      likely: likely !== null,
      problem: words,
      evidence: cell.filled ? null : { start: cell.start, end: cell.end },
      account: null,
    })
  }
  return out
}

/** A table without a problem column is a list of one problem: the group's, the title's, or what the prose says of the list. */
export function problemsOf(
  reading: Reading,
  group: Cell | null,
  grid: Grid,
  about: 'media' | 'site',
): Told[] {
  for (const words of [group?.text ?? '', grid.title]) {
    const categories = categoriesOfWords(words, about, reading.kit)
    if (categories.length)
      return categories.map((category) => ({
        category,
        likely: false,
        problem: tight(words).replace(/^[一二三四五六七八九十]+、/, ''),
        evidence: null,
        account: null,
      }))
  }
  return []
}
