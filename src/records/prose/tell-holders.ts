import { saying } from '../../lexicon/phrases.ts'
import { type Classified, termsIn } from '../../resolve/category.ts'
import type { HolderGroup } from '../../resolve/holder.ts'
import { firstOf } from '../../resolve/holders.ts'
import { modalityAt } from '../../resolve/modality.ts'
import { type Clause, isQuoted } from '../../resolve/sentence.ts'
import { likelyOf, SURE } from '../likely.ts'
import { ownAccounts } from '../owners-in-brackets.ts'
import {
  BY,
  EACH,
  EXAMPLE,
  GOES_ON,
  holdersBefore,
  isList,
  isVague,
  LISTED,
  leadOf,
  NAMES,
  respectively,
  withoutAccounts,
} from '../told-of.ts'
import type { About, PassageState, Pending, SentenceState } from './passage-state.ts'
import { stating } from './stating.ts'

const HAS = saying((any) => new RegExp(`^(?:共|主要|${any('all', 'in_turn')})?(?:${any('lies_with')}|包括)`))

/** «发布信息出现错别字的,甲局2处、乙镇1处» */
const opensWithName = ({ sentence, groups }: SentenceState, at: number): boolean => {
  const next = sentence.clauses[at]
  return next !== undefined && groups.some((g) => g.start >= next.start && g.start <= next.start + 1)
}

/** A clause that states something: of those it names, of those named before, or of nobody yet. */
export function tellHolders(
  p: PassageState,
  s: SentenceState,
  clause: Clause,
  own: HolderGroup[],
  categories: readonly Classified[],
  about: About,
): void {
  const { text, kit } = p.reading
  const { sentence } = s
  const at = sentence.clauses.indexOf(clause)
  const next = sentence.clauses[at + 1]
  const exemplified = own.length === 0 && next !== undefined && leadsTo(p, s, clause, next)
  // «余下1项仍未解决:甲镇栏目…»: of whom the colon leads to.
  if (own.length > 0 && s.stated.length === 0 && sentence.clauses[at - 1]?.stop === ':') {
    for (const { category } of p.pendingOf(sentence)) s.stated.push({ category, groups: own })
    p.settlePendingOf(sentence)
  }
  // «没有改的2个,一个是甲镇的失效链接,一个是…»: each is told of both.
  if (own.length > 0 && EACH.test(text.slice(clause.start, clause.end).trimStart())) {
    if (s.adopted.length === 0) s.adopted = p.pendingOf(sentence)
    p.settlePendingOf(sentence)
    for (const { category } of s.adopted) s.stated.push({ category, groups: own })
  }
  // «甲局“A”公众号,乙局“B”微博,丙局“C”抖音号均停更»: clauses of nothing but names.
  const listed: HolderGroup[] = []
  for (let k = at - 1; k >= 0 && s.stated.length === 0 && own.length > 0; k--) {
    const before = sentence.clauses[k]!
    const names = s.groups.filter((g) => !g.bracketed && firstOf(g) >= before.start && g.end <= before.end)
    if (before.stop !== ',' || names.length === 0 || names.some(isVague)) break
    if (firstOf(names[0]!) !== before.start || names.at(-1)!.end !== before.end) break
    listed.unshift(...names)
  }
  const pairs = respectively(text, clause, own.length > 0 ? own : s.current, categories)
  if (pairs) s.stated.push(...pairs)
  else
    for (const [k, category] of categories.entries()) {
      const ahead = holdersBefore(text, own, categories, k, kit)
      const after = ahead.length === 0 ? own.filter((g) => g.start >= category.end) : []
      const behind = text.slice(category.end, clause.end)
      const announces = LISTED(kit).test(behind) || (behind.endsWith('的') && opensWithName(s, at + 1))
      // «不回应,如甲局…»: it is told of the example.
      // «部分账号停更(如“A”微信公众号)»
      const cases = own.filter((g) => g.bracketed && g.start >= category.end)
      const told =
        cases.length > 0 && ahead.every(isVague)
          ? isUnowned(s.current) && ownAccounts(s.current, { owners: cases })
            ? s.current
            : cases
          : ahead.length > 0
            ? ahead
            : after.length > 0 || announces || exemplified
              ? after
              : s.current
      const all = told === ahead ? [...listed, ...ahead] : told
      const groups = category.category === 'media.duplicate' ? withoutAccounts(all) : all
      if (groups.length) s.stated.push({ category, groups })
      else p.pending.push({ category, sentence, clause })
    }
  if (own.length) s.current = own.every((g) => g.bracketed && g.start >= categories[0]!.end) ? [] : own
  p.lastCategories = categories.map((category) => ({ category, sentence, clause }))
  if (about !== null) p.aboutSoFar = about
}

/** «不回应,如甲局», «正文出现错别字的,有县教育局»: is it told of those whom the next clause names? */
function leadsTo(
  { reading: { text, kit } }: PassageState,
  { groups }: SentenceState,
  clause: Clause,
  next: Clause,
): boolean {
  const words = text.slice(next.start, next.end).trimStart()
  return (
    EXAMPLE(kit).test(words) ||
    (text.slice(clause.start, clause.end).trimEnd().endsWith('的') &&
      HAS(kit).test(words) &&
      groups.some((g) => g.start >= next.start && g.start < next.end))
  )
}

/** A clause that names somebody and states nothing: what was stated before may be told of them. */
export function tellNames(p: PassageState, s: SentenceState, clause: Clause, own: HolderGroup[]): boolean {
  const { text, kit } = p.reading
  const { sentence } = s
  const before = s.stated.length
  if (p.lastCategories.length > 0 && EXAMPLE(kit).test(text.slice(clause.start, clause.end).trimStart())) {
    for (const last of p.lastCategories) {
      const category = readFor(p, s, own, last)
      if (category !== last.category)
        s.stated = s.stated.filter((o) => o.category !== last.category || !o.groups.every(isVague))
      s.stated.push({ category, groups: own })
    }
    p.pending = []
  }
  // «9件没有同步解读,均由甲局、乙局起草»: who it is told of comes after.
  else if (
    p.pending.some((o) => o.sentence === sentence) &&
    s.stated.length === 0 &&
    NAMES(kit).test(leadOf(text, clause, own))
  ) {
    s.adopted = p.pendingOf(sentence)
    for (const one of s.adopted) s.stated.push({ category: readFor(p, s, own, one), groups: own })
    p.settlePendingOf(sentence)
  }
  // «一条由赤水市承办,一条由天柱县承办»; «停更的9个:甲县“A”等6个公众号,乙县“B”2个抖音号»
  else if (
    s.adopted.length > 0 &&
    (BY(kit).test(text.slice(clause.start, own[0]!.start)) || isList(text, clause, own, kit))
  )
    for (const one of s.adopted) s.stated.push({ category: readFor(p, s, own, one), groups: own })
  // «甲县有5条留言未回复,乙县有2条»
  else if (countsOn(text, s, clause, own, p.lastCategories[0])) {
    for (const last of p.lastCategories) s.stated.push({ category: readFor(p, s, own, last), groups: own })
    s.counts = clause
  }
  s.current = GOES_ON(kit).test(text.slice(clause.start, own[0]!.start)) ? [...s.current, ...own] : own
  return s.stated.length > before
}

/** Does a clause only say how many its own have of what the clause before told? */
function countsOn(
  text: string,
  { counts }: SentenceState,
  clause: Clause,
  own: readonly HolderGroup[],
  last: Pending | undefined,
): boolean {
  if (!last || clause.start - (counts ?? last.clause).end > 1 || last.clause.end > clause.start) return false
  const counter = COUNTS_ON.exec(text.slice(own.at(-1)!.end, clause.end))?.[1]
  return (
    counter !== undefined &&
    firstOf(own[0]!) - clause.start <= 1 &&
    new RegExp(`[\\d一二两三四五六七八九十]${counter}`).test(text.slice(last.clause.start, last.clause.end))
  )
}

const COUNTS_ON =
  /^(?:人民)?(?:政府)?(?:门户)?(?:网站)?(?:也|则|另|还|各|分别)?有?(?:\d{1,4}|[一二两三四五六七八九十]{1,3})([个条件篇处项份封起])[。;]?$/

/** «甲局的微博再无动静,乙局的公众号近百天未发一条»: each of several is told of, and no cue fits what is said of this one. */
export function tellLikeness(
  p: PassageState,
  s: SentenceState,
  clause: Clause,
  own: HolderGroup[],
  about: About,
  of: HolderGroup[],
): void {
  if (s.stated.length === 0) return
  const { text, hits } = p.reading
  const category = likelyOf(
    p.reading,
    clause,
    own,
    about ?? of.find((g) => g.about)?.about ?? p.aboutSoFar,
    own.length > 0 ? SURE.named : SURE.nameless,
  )
  // «12个栏目空转,没有增加过一个字» says the same again.
  if (!category || (own.length === 0 && s.stated.some((o) => o.category.category === category.category)))
    return
  if (modalityAt(text, hits, s.sentence, clause, category.stated, category.end) === 'observed')
    s.stated.push({ category, groups: of })
}

/** «连续三周没有发布内容,如“A”公众号»: what was stated, read again now that it is known to be of accounts. */
function readFor(
  p: PassageState,
  s: SentenceState,
  own: readonly HolderGroup[],
  { category, sentence, clause }: Pending,
): Classified {
  const { text, hits, kit } = p.reading
  if (!own.every((g) => g.about === 'media') || !kit.foreign.media.has(category.category)) return category
  const found = termsIn(text, hits, clause.start, clause.end, (from, to) => isQuoted(sentence, from, to))
  const terms = new Set([...p.governing, ...found.map((f) => f.term)])
  const [again] = stating(p, s, sentence, clause, [], found, terms, 'media')
  return again ?? category
}

/** «“A”微信公众号:停更(甲局)»: the bracket says whose the account is. */
const isUnowned = (groups: readonly HolderGroup[]): boolean =>
  groups.length > 0 && groups.every((g) => g.holders.every((h) => h.kind === 'account' && !h.owner))
