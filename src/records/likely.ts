import { type Likely, NO_PROBLEM } from '../lexicon/likeness.ts'
import { saying } from '../lexicon/phrases.ts'
import type { Classified } from '../resolve/category.ts'
import type { HolderGroup } from '../resolve/holder.ts'
import { modalityAt } from '../resolve/modality.ts'
import type { Clause, Sentence } from '../resolve/sentence.ts'
import { type Span, tight } from '../segment/line.ts'
import { judgingOf } from './judging.ts'
import type { Reading } from './reading.ts'

/** How sure a likeness must be to be told, by where its words stand: share of the belief, and characters that say something. */
export const SURE = {
  cell: { share: 0.4, length: 4 },
  problems: { share: 0.4, length: 6 },
  unknown: { share: 0.7, length: 8 },
  denied: { share: 0.7, length: 6 },
  /** Where the clause names somebody and another of its sentence states something. */
  named: { share: 0.6, length: 6 },
  /** The same where it names nobody and goes on. */
  nameless: { share: 0.95, length: 6 },
  /** Where a cue says otherwise. */
  against: { share: 0.85, length: 4 },
  /** Where it says that a cue states nothing. */
  nothing: { share: 0.88, length: 4 },
  /** Where the whole sentence does. */
  whole: { share: 0.9, length: 4 },
} as const
/** What the words are told of, where that is known. */
type About = 'media' | 'site' | null
type Sure = (typeof SURE)[keyof typeof SURE]

/** The category that words are like, the names of units in them (`names`) aside; null where they are like no problem. */
export function likelyOf(
  reading: Reading,
  { start, end }: Span,
  names: readonly HolderGroup[],
  about: About,
  sure: Sure,
): Classified | null {
  const likely = likenessOf(reading, { start, end }, names, about, sure)
  if (likely === null || likely.category === NO_PROBLEM || likely.category === 'other') return null
  return { category: likely.category, cue: null, likely: likely.share, stated: start, start, end }
}

function likenessOf(
  reading: Reading,
  { start, end }: Span,
  names: readonly HolderGroup[],
  about: About,
  sure: Sure,
): Likely | null {
  const { text, kit } = reading
  const words = withoutNames(text, start, end, names)
  // «各有1个不合格» judges; it tells of no problem.
  const { word } = judgingOf(kit)
  const said = words.replace(ACCOUNT(kit), '')
  const rest = word.test(said) ? said.replace(word, '').replace(VERDICT(kit), '') : said
  // «113.3%» tells of no fault, whatever it is like.
  if (rest.length < sure.length || FIGURE.test(rest)) return null
  const foreign = about ? kit.foreign[about] : undefined
  const likely = kit.likeness.likeliest(words, foreign)
  if (likely === null || likely.share < sure.share) return null
  if ((sure !== SURE.against && sure !== SURE.whole) || !words.includes('“')) return likely
  // What a column is called may say less of what is wrong with it than the cue does.
  const bare = kit.likeness.likeliest(words.replace(QUOTED, ''), foreign)
  return bare?.category === likely.category ? likely : null
}

/** The clause of a sentence that is likeliest to tell a problem, where it tells what was observed. */
export function likelyClause(
  reading: Reading,
  sentence: Sentence,
  names: readonly HolderGroup[],
  about: About,
  sure: Sure,
): { clause: Clause; category: Classified } | null {
  const { text, hits } = reading
  const unsure = sure === SURE.unknown
  // A heading, a title among links or a label is no statement.
  if (unsure && !/[。;]\s{0,9}$/.test(text.slice(sentence.end - 4, sentence.end))) return null
  // «注销卡在“找不到管理员”,一卡就是十个月»: its clauses together tell what none of them does.
  const whole = sentence.clauses.length > 1 ? likelyOf(reading, sentence, names, about, sure) : null
  let best: { clause: Clause; category: Classified } | null = null
  let most = -1
  for (const clause of sentence.clauses) {
    const own = likelyOf(reading, clause, names, about, sure)
    const category = whole ? { ...whole, stated: clause.start, start: clause.start, end: clause.end } : own
    if (category === null || (unsure && isManaging(category))) continue
    const share = own?.category === category.category ? own.likely! : 0
    if (share <= most) continue
    const modality = modalityAt(text, hits, sentence, clause, category.stated, category.end)
    // «再没有新稿件»: what is wrong is told by a denial as often as what is not.
    if (modality === 'observed' || (modality === 'denied' && category.likely! >= SURE.denied.share)) {
      best = { clause, category }
      most = share
    }
  }
  return best
}

/**
 * One category that a cue states, unless its clause, or else the `sentence` around it, is surely like another; or like none
 * and stands where problems need not be `told`.
 */
export function weighed(
  reading: Reading,
  stated: readonly Classified[],
  clause: Span,
  sentence: Sentence | null,
  names: readonly HolderGroup[],
  about: About,
  told: boolean,
  alone: () => readonly Classified[],
): Classified[] {
  const [only] = stated
  if (!only || stated.length > 1 || only.cue?.own) return [...stated]
  const likely = likenessOf(reading, clause, names, about, SURE.against)
  if (likely?.category === NO_PROBLEM && likely.share >= SURE.nothing.share)
    return told || isManaging(only) ? [only] : []
  // «三个菜单,两个点了没反应»: of what, the clause before tells.
  const against =
    (likely?.category === NO_PROBLEM ? null : likely) ??
    (sentence && sentence.clauses.length > 1 ? likenessOf(reading, sentence, names, about, SURE.whole) : null)
  return against &&
    against.category !== NO_PROBLEM &&
    against.category !== only.category &&
    ![against, only].some(isManaging) &&
    ![against, only].every(isStale) &&
    // «办事指南要素缺失,内容不准确»: what a clause owes to the words before it, its own do not tell.
    alone().some((c) => c.category === only.category)
    ? [{ ...only, category: against.category, likely: against.share }]
    : [only]
}

/** How a site is run is told in words that also ask, praise and explain. */
export const isManaging = ({ category }: { category: string }): boolean => category.startsWith('management.')

/** What is not updated, a column, a site or an account, its surroundings tell better than its words. */
export const isStale = ({ category }: { category: string }): boolean => category.startsWith('update.')

const BRACKETED = /\([^()]{1,80}\)/g
/** «微信公众号“甲县发布”», «“甲县发布”微信公众号»: nothing is said of it. */
const ACCOUNT = saying((any) => {
  const what = `(?:${any('media', 'of_account')}|网站|门户){0,4}`
  return new RegExp(`${what}“[^“”]{1,30}”${what}`, 'g')
})
const FIGURE = /^[\d.,:%‰/\s—-]+$/
const QUOTED = /“[^“”]{1,30}”/g
/** «3个账号均被判定为»: what stands around a verdict. */
const VERDICT = saying(
  (any) =>
    new RegExp(
      `(?:\\d{1,4}|[一二两三四五六七八九十]{1,3})[个家]|${any('judged_as', 'incurs', 'all', 'media', 'site')}|“[^“”]{1,30}”|[被为是成于的]`,
      'g',
    ),
)

function withoutNames(text: string, start: number, end: number, names: readonly HolderGroup[]): string {
  const units = names
    .flatMap((g) => g.holders)
    .flatMap((h) => (h.kind === 'unit' ? [h.unit] : h.kind === 'account' && h.owner ? [h.owner] : []))
    .sort((a, b) => a.start - b.start)
  let out = ''
  let from = start
  for (const unit of units) {
    if (unit.start < from || unit.end > end) continue
    out += text.slice(from, unit.start)
    from = unit.end
  }
  return tight((out + text.slice(from, end)).replace(BRACKETED, ''))
}
