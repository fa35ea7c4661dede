import { saying } from '../lexicon/phrases.ts'
import { type TermHit, termsIn } from '../resolve/category.ts'
import { type HolderGroup, holderGroup, unitHolder } from '../resolve/holder.ts'
import { firstOf } from '../resolve/holders.ts'
import { isQuoted, type Sentence } from '../resolve/sentence.ts'
import { tight } from '../segment/line.ts'
import type { Passage } from '../segment/outline.ts'
import type { Finding } from './finding.ts'
import { inspects } from './inspector.ts'
import { likelyClause, SURE } from './likely.ts'
import { settle } from './merge.ts'
import { type OwnersBracket, ownersInBrackets } from './owners-in-brackets.ts'
import { answer, emit } from './prose/emit.ts'
import { PassageState, SentenceState, type Stated } from './prose/passage-state.ts'
import { readClause } from './prose/read-clause.ts'
import { stating } from './prose/stating.ts'
import { tellLikeness } from './prose/tell-holders.ts'
import type { Reading } from './reading.ts'
import type { SentenceHolders } from './sentence-holders.ts'
import { type ToldInBrackets, toldInBrackets } from './told-in-brackets.ts'
import { followsOn, isNamed, isPart, isVague, labelOf, ownGroup, placeUnder, REMAINDER } from './told-of.ts'
import { aboutOf } from './under-heading.ts'

const THE_SAME = /^\s{0,4}(?:此外|另外|同时|而且|并且)?,?该(?=[\u4e00-\u9fff])/

/** What begins so is told of others, though it stands behind «;». */
const ANEW = saying((any) => new RegExp(`^\\s*(?:另|${any('rest')}|还有|有|存在|出现|\\d+[个家])`))

/** «…群众爱看。请各单位学习借鉴。»: what stands before is praise. */
const LAUDED = saying(
  (any) => new RegExp(`^\\s{0,4}(?:请|望|希望|值得|${any('above')})[^。;]{0,16}${any('lauds')}`),
)

/** Problems that the prose tells, each tied to whom it is told of. */
export function proseFindings(reading: Reading, holders: ReadonlyMap<Passage, SentenceHolders[]>): Finding[] {
  const out: Finding[] = []
  const { grids, passages } = reading.outline
  const listedElsewhere = grids.length > 0 || passages.some((p) => p.annex > 0)
  let announced: PassageState | null = null
  for (const [origin, passage] of passages.entries()) {
    const all = holders.get(passage)
    if (!all) {
      announced = null
      continue
    }
    const p = new PassageState(reading, passage, origin, listedElsewhere)
    const label = all.length > 1 ? onlyNames(reading, all[0]!) : null
    if (label) p.headingGroups = label
    const sole = label ? null : soleHolder(reading, all)
    for (const [k, one] of all.entries()) {
      if (k === 1 && sole && p.headingGroups.length === 0) p.headingGroups = sole
      if (k > 0 || !label) readSentence(p, one, passage.led && k === 0 && all.length > 1)
    }
    if (announced && isItem(announced, p)) {
      for (const { category } of announced.pending)
        for (const { groups, sentence } of p.unsaid)
          emit(p, category, toldOf(p, groups, sentence), sentence, false)
    } else announced = null
    conclude(p, out)
    if (p.out.length === 0 && p.pending.length > 0 && endsIn(p, ':')) announced = p
    out.push(...settle(p.out))
  }
  return out
}

/** «县民政局。“社会救助”栏目…;…»: whom all that follows is told of. */
function onlyNames({ text }: Reading, { sentence, groups }: SentenceHolders): HolderGroup[] | null {
  const [only] = groups
  const named = groups.length === 1 && only!.holders.length === 1 && only!.holders[0]!.kind === 'unit'
  const rest = named ? text.slice(sentence.start, only!.start) + text.slice(only!.end, sentence.end) : 'x'
  return /^[\s。:]*$/.test(rest) ? groups : null
}

const BODIES = saying((any) => new RegExp(any('bodies')))

/** «甲局网站,得分52分。主要问题:…。…»: a paragraph that opens with a name and holds no other is told of it. */
function soleHolder(
  { text, kit }: Reading,
  [first, ...rest]: readonly SentenceHolders[],
): HolderGroup[] | null {
  const [only] = first!.groups
  if (rest.length === 0 || first!.groups.length !== 1 || only!.holders.length !== 1) return null
  if (isVague(only!) || only!.bracketed || tight(text.slice(first!.sentence.start, firstOf(only!))) !== '')
    return null
  const told = rest.every(
    ({ groups, sentence }) =>
      groups.every(isPart) && !BODIES(kit).test(text.slice(sentence.start, sentence.end)),
  )
  return told ? first!.groups : null
}

/** «甲局:“甲局发布”微博»: the account, whose owner stands in front of it; else whoever is named. */
function toldOf(p: PassageState, groups: readonly HolderGroup[], sentence: Sentence): HolderGroup[] {
  const label = labelOf(p.reading.text, sentence, groups) ?? []
  const told = groups.filter((g) => !label.includes(g))
  return told.length > 0 ? told : [...groups]
}

/** «以下账号超过14天未更新:» over lines or items that name somebody and say no more. */
function isItem(lead: PassageState, p: PassageState): boolean {
  const { annex, path, start, end } = p.passage
  if (annex !== lead.passage.annex || path.length < lead.passage.path.length) return false
  if (p.out.length > 0 || p.pending.length > 0 || p.unsaid.length === 0) return false
  const groups = p.unsaid.flatMap((u) => u.groups)
  if (groups.some((g) => g.holders.some((h) => h.kind === 'vague'))) return false
  const named = groups.reduce((n, g) => n + g.end - Math.max(start, firstOf(g)), 0)
  return end - start - named <= LITTLE
}

/** A mark, a stop and a platform's name. */
const LITTLE = 10

const endsIn = ({ reading, passage }: PassageState, sign: string): boolean =>
  reading.text.slice(passage.start, passage.end).trimEnd().endsWith(sign)

function readSentence(p: PassageState, told: SentenceHolders, lead: boolean): void {
  const { reading, passage } = p
  const { sentence } = told
  const groups = holdersOf(p, told)
  const begun = begin(p, sentence, groups)
  const sure = lead
    ? null
    : passage.role === 'problems'
      ? SURE.problems
      : passage.role === 'unknown'
        ? SURE.unknown
        : null
  const s = new SentenceState(sentence, groups, lead, begun, inherited(p, sentence))
  p.counted.clear()
  const said = sentence.clauses.map(({ start, end }) =>
    termsIn(
      reading.text,
      reading.hits,
      start,
      end,
      (from, to) => isQuoted(sentence, from, to) || isNamed(groups, from, to),
    ),
  )
  for (const [k, clause] of sentence.clauses.entries()) readClause(p, s, clause, said[k]!, null)
  for (const u of s.unlike)
    if (!s.stated.some((o) => o.groups.some((g) => u.own.includes(g))))
      tellLikeness(p, s, u.clause, u.own, u.about, u.of)
  const brackets = ownersInBrackets(reading, sentence).filter((b) => !followsName(p, s, b))
  // «公开不到位的单位为:甲局(未公开处罚结果)、乙局(未公开审计报告)»: the brackets say what.
  const vaguely = s.stated.length > 0 && s.stated.every((o) => o.category.category.endsWith('.other'))
  if ((s.silent || vaguely) && brackets.length === 0 && (vaguely || p.underHeading.length === 0)) {
    const inBrackets = toldInBrackets(reading, sentence, groups)
    if (vaguely && inBrackets.length > 1) s.stated.length = 0
    if (s.stated.length === 0) for (const bracket of inBrackets) readBracket(p, s, bracket)
  }
  if (s.stated.length === 0 && groups.length > 0 && isNextPart(p, sentence))
    for (const category of new Set(p.stated.map((o) => o.category))) s.stated.push({ category, groups })
  // No cue fits any of its clauses: the one that is likeliest to tell a problem does.
  const lauded = LAUDED(reading.kit).test(reading.text.slice(sentence.end, sentence.end + 30))
  // «经复核,仍不合格。» judges whom the paragraph tells of, and no more.
  const judges = groups.length === 0 && p.judging.word.test(reading.text.slice(sentence.start, sentence.end))
  if (sure && s.silent && s.stated.length === 0 && !lauded && !judges) readLikeliest(p, s, said, sure)
  if (brackets.length > 0) {
    const answered: Stated[] = [
      ...s.stated,
      ...p.pendingOf(sentence).map(({ category }) => ({ category, groups: [] })),
    ]
    for (const bracket of brackets) answer(p, bracket, answered, sentence, lead)
    // «“惠农补贴”栏目(县农牧局负责)没有更新,县财政局“某某”公众号…»: what is told of others behind the last.
    const last = brackets.at(-1)!.end
    for (const { category, groups } of s.stated)
      if (category.start >= last && groups.some((g) => g.start >= last))
        emit(p, category, groups, sentence, lead)
    p.pending = []
  } else {
    for (const { category, groups } of s.stated) emit(p, category, groups, sentence, lead)
    if (p.headingGroups.length > 0) {
      for (const o of p.pending) emit(p, o.category, p.headingGroups, o.sentence, lead)
      p.pending = []
    }
  }
  if (groups.length > 0 && s.stated.length === 0) p.unsaid.push({ groups, sentence })
  p.carried = s.current
  p.stated = s.stated
}

/** «未更新的账号10个,其中微信公众号5个:…;微博2个:“某交警”(某局)、…»: the same, of the next part. */
function isNextPart({ reading: { text, kit }, passage, stated }: PassageState, sentence: Sentence): boolean {
  return (
    stated.length > 0 &&
    followsOn(text, passage, sentence) &&
    PART(kit).test(text.slice(sentence.start, sentence.start + LONGEST_OPENING))
  )
}
const PART = saying(
  (any) =>
    new RegExp(
      `^\\s{0,4}(?:政府|政务)?(?:${any('media', 'site')})(?:账号)?\\d{1,3}[个家](?:[,,]?(?:分别)?[为是])?[:(]`,
    ),
)

/** Whom a sentence names, the inspectors aside; they stand under those that the headings name. */
function holdersOf(p: PassageState, { sentence, groups: named }: SentenceHolders): HolderGroup[] {
  if (named.length === 0) return named
  const { reading, headingGroups } = p
  const groups = named.filter(
    (g) => !inspects(reading, g, sentence) && !(headingGroups.length > 0 && isPart(g)),
  )
  placeUnder(headingGroups, groups)
  return groups
}

/** Whom the sentence before was told of, where this one goes on from it. */
function begin(p: PassageState, sentence: Sentence, groups: readonly HolderGroup[]): HolderGroup[] {
  const { text } = p.reading
  const follows = followsOn(text, p.passage, sentence)
  p.label = labelOf(text, sentence, groups) ?? (follows ? p.label : [])
  if (p.label.length > 0) placeUnder(p.label, groups)
  if (p.carried.length === 0) return []
  // «该公告所附的计划表打不开», «此外,该局还…»
  if (!follows) return THE_SAME.test(text.slice(sentence.start, sentence.start + 8)) ? p.carried : []
  const anew =
    p.label.length === 0 && ANEW(p.reading.kit).test(text.slice(sentence.start, sentence.start + 4))
  if (anew) return []
  return OF_SITE(p.reading.kit).test(text.slice(sentence.start, sentence.start + LONGEST_OPENING))
    ? p.carried.map(withoutAccounts)
    : p.carried
}

/** «“河长制”栏目有3处链接失效»: what stands on a site, and not in the account just told of. */
const OF_SITE = saying(
  (any) => new RegExp(`^\\s{0,4}(?:“[^“”]{1,20}”、?){0,4}(?:等)?(?:\\d{1,3}个)?(?:${any('column')}|网站)`),
)
const LONGEST_OPENING = 60

/** The bodies whose accounts a group tells of. */
function withoutAccounts(group: HolderGroup): HolderGroup {
  const owners = group.holders.flatMap((h) => (h.kind === 'account' && h.owner ? [unitHolder(h.owner)] : []))
  return owners.length === group.holders.length && owners.length > 0
    ? holderGroup(group, owners, null, null)
    : group
}

/** Terms of the headings and, where a sentence tells of a remainder, the nouns of the one before. */
function inherited(p: PassageState, sentence: Sentence): Set<number> {
  const terms = new Set(p.governing)
  if (p.counted.size > 0 && REMAINDER(p.reading.kit).test(p.reading.text.slice(sentence.start, sentence.end)))
    for (const t of p.counted) terms.add(t)
  return terms
}

function readLikeliest(
  p: PassageState,
  s: SentenceState,
  said: readonly TermHit[][],
  sure: (typeof SURE)['problems' | 'unknown'],
): void {
  const { sentence, groups } = s
  const about =
    aboutOf(p.reading.text.slice(sentence.start, sentence.end), p.reading.kit) ??
    groups.find((g) => g.about)?.about ??
    p.aboutSoFar
  const likely = likelyClause(p.reading, sentence, groups, about, sure)
  if (!likely) return
  s.current = s.begun
  for (const [k, clause] of sentence.clauses.entries())
    readClause(p, s, clause, said[k]!, clause === likely.clause ? [likely.category] : [])
}

/** «“A”公众号(主办单位:甲局)出现…»: the bracket only says whose the account is. */
function followsName(p: PassageState, s: SentenceState, { from, start }: OwnersBracket): boolean {
  return (
    s.groups.some((g) => g.about === 'media' && g.end === start) &&
    ![...s.stated, ...p.pending].some(({ category: c }) => c.start >= from && c.start < start)
  )
}

function readBracket(p: PassageState, s: SentenceState, { groups, inner }: ToldInBrackets): void {
  const { text, hits } = p.reading
  const terms = new Set(p.governing)
  const about =
    groups[0]!.about ?? aboutOf(text.slice(groups[0]!.end, inner.start), p.reading.kit) ?? p.aboutSoFar
  const said = inner.clauses.flatMap((clause) => {
    const found = termsIn(text, hits, clause.start, clause.end, (from, to) => isQuoted(inner, from, to))
    for (const f of found) terms.add(f.term)
    return stating(p, s, inner, clause, [], found, terms, about)
  })
  if (said.length === 0 && p.passage.role === 'problems') {
    const owned = hits.any('unit', inner.start, inner.end)
    const likely = owned ? null : likelyClause(p.reading, inner, [], about, SURE.problems)
    if (likely) said.push(likely.category)
  }
  for (const category of said) emit(p, category, groups, s.sentence, false, inner)
}

/** What is left when the passage is read: problems of nobody, and names without a problem. */
function conclude(p: PassageState, told: readonly Finding[]): void {
  const { reading, passage, out } = p
  const { own, text, hits } = reading
  const { severity } = reading.kit
  const tells =
    passage.role === 'problems' || passage.role === 'unknown' || (own?.unit && passage.role === 'overview')
  if (own && tells && out.every((f) => f.written === own.written && f.subjectName === null))
    for (const { category, sentence } of p.pending)
      if (!hits.any('quantifier', sentence.start, sentence.end))
        emit(p, category, [ownGroup(own, category)], sentence, false)
  if (out.length > 0 || p.unsaid.length === 0) return
  const named = (g: HolderGroup) => g.holders.every((h) => h.kind !== 'vague')
  for (const category of p.underHeading)
    for (const { groups, sentence } of p.unsaid) {
      // «综合评定,甲、乙2个站点为不合格站点» sums up; it tells of nobody how it is run.
      if (
        severity.get(category.category)?.severity === 'management' &&
        p.judging.word.test(text.slice(sentence.start, sentence.end))
      )
        continue
      const those = toldOf(p, groups, sentence).filter(named)
      if (
        p.judging.word.test(text.slice(sentence.start, sentence.end)) &&
        those.every((g) => isTold(g, told))
      )
        continue
      emit(p, category, those, sentence, false)
    }
}

/** «…甲局、乙局2家网站问题突出,判定为不合格»: of whom that is said has been told already. */
const isTold = ({ holders }: HolderGroup, told: readonly Finding[]): boolean =>
  holders.every((h) => h.kind === 'unit' && told.some((f) => f.written === h.unit.written))
