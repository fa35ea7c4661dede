import { saying } from '../../lexicon/phrases.ts'
import { type Classified, isColumn, type TermHit } from '../../resolve/category.ts'
import type { HolderGroup } from '../../resolve/holder.ts'
import { modalityAt } from '../../resolve/modality.ts'
import { type Clause, isAside, type Sentence } from '../../resolve/sentence.ts'
import { cellSays } from '../../segment/tables/cell-words.ts'
import type { Reading } from '../reading.ts'
import { isPart, isVague } from '../told-of.ts'
import { aboutOf } from '../under-heading.ts'
import type { PassageState, SentenceState, Stated } from './passage-state.ts'
import { stating } from './stating.ts'
import { tellHolders, tellNames } from './tell-holders.ts'

/** Reads a clause in which `found` stands, or that is `likely` to tell something; what it says is tied to whom it is told of. */
export function readClause(
  p: PassageState,
  s: SentenceState,
  clause: Clause,
  found: readonly TermHit[],
  likely: readonly Classified[] | null,
): void {
  const { text, kit } = p.reading
  const { sentence, terms } = s
  const own =
    oneOfTwo(text, clause, s) ??
    s.groups.filter(
      (g) =>
        g.start >= clause.start &&
        g.start < clause.end &&
        !(s.current.length > 0 && isPart(g)) &&
        (g.bracketed || !isAside(sentence, g.start, g.end)),
    )
  // «甲局办事指南缺少电话,乙局首页有链接打不开»: the nouns of another's clause are not this one's.
  if (s.current.length > 0 && own.some((g) => !isPart(g)) && found.some((f) => kit.cues.isObject[f.term])) {
    terms.clear()
    s.near.clear()
    for (const t of p.governing) terms.add(t)
  }
  for (const f of found) {
    // What a column is called is not what a later clause is about.
    if (isColumn(text, f, kit)) continue
    terms.add(f.term)
    s.near.add(f.term)
    if (kit.cues.isObject[f.term]) p.counted.add(f.term)
  }
  // «内容丰富、互动活跃,没有发现问题»
  if (found.length > 0 && cellSays(text.slice(clause.start, clause.end), 'clear', kit)) return
  const about =
    found.length === 0
      ? null
      : (own.find((g) => g.about)?.about ??
        aboutOf(text.slice(clause.start, clause.end), kit) ??
        s.current.find((g) => g.about)?.about ??
        p.aboutSoFar)
  const categories = likely ?? stating(p, s, sentence, clause, own, found, terms, about)
  if (categories.length > 0) tellHolders(p, s, clause, own, categories, about)
  else if (own.some((g) => !isVague(g)) && isLikewise(p.reading, sentence, clause))
    for (const category of lastStated(s.stated.length > 0 ? s.stated : p.stated))
      s.stated.push({ category, groups: own })
  else if (own.length > 0 ? !tellNames(p, s, clause, own) && !likely : !likely && s.current.length > 0) {
    if (p.passage.role === 'problems')
      s.unlike.push({ clause, own, about, of: own.length > 0 ? own : s.current })
  }
}

/** «甲县网站3个月未更新,乙县同样如此», «…。存在上述问题的还有丙县»: told of them too. */
const LIKEWISE = saying((any) => new RegExp(`(?<!因)${any('likewise')}`))
function isLikewise({ text, hits, kit }: Reading, sentence: Sentence, clause: Clause): boolean {
  const said = LIKEWISE(kit).exec(text.slice(clause.start, clause.end))
  if (!said) return false
  const start = clause.start + said.index
  return modalityAt(text, hits, sentence, clause, start, start + said[0].length) === 'observed'
}

/** What was told last, of one and the same. */
const lastStated = (stated: readonly Stated[]): Set<Classified> =>
  new Set(stated.filter((o) => o.groups === stated.at(-1)!.groups).map((o) => o.category))

const ONE_OF_TWO = /^\s{0,9}(?:其中)?(前|后)者/

const isIn = ({ holders }: HolderGroup, { start, end }: Clause): boolean =>
  holders[0]!.start >= start && holders[0]!.end <= end

/** «甲县、乙县网站均有不足,前者…,后者…» */
function oneOfTwo(
  text: string,
  { start }: Clause,
  { sentence, groups, begun }: SentenceState,
): HolderGroup[] | null {
  const which = ONE_OF_TWO.exec(text.slice(start, start + 14))?.[1]
  if (!which) return null
  const told = groups.length > 0 ? groups.filter((g) => g.start < start) : begun
  const all = told.flatMap((g) => g.holders.map((h) => ({ ...g, holders: [h] })))
  // «甲、乙等5家已改,丙、丁不到位,前者…»: the two of the last clause that names any.
  const stop = sentence.clauses.findLast((c) => c.end <= start && all.some((g) => isIn(g, c)))
  const named = all.length === 2 || !stop ? all : all.filter((g) => isIn(g, stop))
  return named.length === 2 ? [named[which === '前' ? 0 : 1]!] : null
}
