import { classify, type Governing, type TermHit, termsIn, withoutColumns } from '../resolve/category.ts'
import { findHolders } from '../resolve/holders.ts'
import { modalityAt } from '../resolve/modality.ts'
import { isQuoted, sentences } from '../resolve/sentence.ts'
import { type Span, tight } from '../segment/line.ts'
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
  let only: Told['account'] = null
  for (const sentence of sentences(text, cell.start, cell.end)) {
    const terms = new Set<number>()
    const accounts = findHolders(text, hits, sentence, reading.place, kit)
      .flatMap((g) => g.holders)
      .filter((h) => h.kind === 'account')
    let account: Told['account'] = null
    only ??= accounts[0] ?? null
    const page = pageBefore(text, sentence)
    const outside = (s: number, e: number) => e <= page || isQuoted(sentence, s, e)
    const inClause = (at: Span) => termsIn(text, hits, at.start, at.end, outside)
    const ofTerms = (found: readonly TermHit[], about: 'media' | 'site') =>
      classify(found, { about, terms: new Set(found.map((f) => f.term)) }, kit)
    for (const clause of sentence.clauses) {
      account = accounts.find((a) => a.start >= clause.start && a.end <= clause.end) ?? account
      const found = inClause(clause)
      const governing: Governing = {
        about:
          account || about === 'media' || aboutOf(text.slice(clause.start, clause.end), kit) === 'media'
            ? 'media'
            : 'site',
        terms: new Set([...terms, ...found.map((f) => f.term)]),
      }
      const kind = governing.about!
      const alone = () => ofTerms(found, kind)
      // «长期未更新、未回复留言»: where each part states a problem by itself, each is one.
      const parts = partsOf(text, clause).map((part) => ofTerms(inClause(part), kind))
      const said = withoutColumns(text, found, governing, kit)
      const stated =
        parts.length > 1 && parts.every((p) => p.length > 0)
          ? parts.flat()
          : weighed(reading, said, clause, null, [], kind, true, alone)
      for (const c of stated) {
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
  if (out.length === 0 && !denied) out.push(...inBrackets(reading, cell, about))
  // «要素齐全,未发现问题»
  const clear = words.split(/[,;。]/).some((part) => cellSays(part, 'clear', kit))
  if (out.length === 0 && !denied && !clear && !cellSays(words, 'clear', kit)) {
    const likely = likelyOf(reading, cell, [], about, SURE.cell)
    out.push({
      category: likely?.category ?? 'other',
      likely: likely !== null,
      problem: words,
      evidence: cell.filled ? null : { start: cell.start, end: cell.end },
      account: only,
    })
  }
  return out
}

/** «个别事项不完善(“取水许可”未提供样表)»: where only a bracket says what is wrong. */
function inBrackets(reading: Reading, cell: Cell, about: 'media' | 'site'): Told[] {
  const asides = [...sentences(reading.text, cell.start, cell.end)].flatMap((s) => s.asides)
  return asides
    .map(({ start, end }) => ({ ...cell, start: start + 1, end: end - 1 }))
    .filter((inner) => inner.end > inner.start)
    .flatMap((inner) =>
      problemsIn(reading, { ...inner, text: reading.text.slice(inner.start, inner.end) }, about).filter(
        (p) => p.category !== 'other' && !p.likely,
      ),
    )
}

/** «首页>政务公开>通知公告栏目…», «政务公开-政策文件:…»: where the names of the pages end that lead to the one told of. */
function pageBefore(text: string, { start, end }: Span): number {
  const path = PATH.exec(text.slice(start, Math.min(end, start + LONGEST_PATH)))
  return path ? start + path[0].length : start
}
const PATH =
  /^“?(?:(?:[^,。;:()>-]{1,20}>{1,2}\s?){1,6}|[^,。;:()>\d-]{1,20}(?:-{1,2}[^,。;:()>\d-]{1,20}){1,6}:)/
const LONGEST_PATH = 120

const PART = /、|[①-⑳]|(?<=[^\d.])\(?\d{1,2}[.)、](?=[\u4e00-\u9fff“])/g

/** What 、 or numbers part in a clause; nothing where nothing does. */
function partsOf(text: string, { start, end }: Span): Span[] {
  const parts: Span[] = []
  let from = start
  for (const mark of text.slice(start, end).matchAll(PART)) {
    if (start + mark.index > from) parts.push({ start: from, end: start + mark.index })
    from = start + mark.index + mark[0].length
  }
  if (from > start && from < end) parts.push({ start: from, end })
  return parts
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
