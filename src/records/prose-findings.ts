import { type Classified, classify, type TermHit, termsIn } from '../resolve/category.ts'
import type { HolderGroup } from '../resolve/holder.ts'
import { firstOf } from '../resolve/holders.ts'
import { modalityAt } from '../resolve/modality.ts'
import { type Clause, isAside, isQuoted, type Sentence } from '../resolve/sentence.ts'
import { tight } from '../segment/line.ts'
import type { Passage } from '../segment/outline.ts'
import type { Finding } from './finding.ts'
import { inspects } from './inspector.ts'
import { judgingOf, OTHERS } from './judging.ts'
import { isManaging, likelyClause, likelyOf, SURE, weighed } from './likely.ts'
import { settle } from './merge.ts'
import { type OwnersBracket, ownAccounts, ownersInBrackets } from './owners-in-brackets.ts'
import { evidenceOf, type Reading, stateOf, whereOf } from './reading.ts'
import type { SentenceHolders } from './sentence-holders.ts'
import { type ToldInBrackets, toldInBrackets } from './told-in-brackets.ts'
import {
  BY,
  ELSEWHERE,
  EXAMPLE,
  followsOn,
  GOES_ON,
  holdersBefore,
  isList,
  isNamed,
  isPart,
  isVague,
  LISTED,
  labelOf,
  NAMES,
  ownGroup,
  placeUnder,
  REMAINDER,
  respectively,
  whoOf,
  withoutAccounts,
} from './told-of.ts'
import {
  aboutOf,
  headingCategories,
  headingHolders,
  headingTerms,
  subjectFor,
  topicOf,
} from './under-heading.ts'

const COLUMN = /^”(?:栏目|专栏|频道|板块|版块|专区)/
const OF_WHOM = /^[^,;。]{2,40}的“?$/
const LASTING = /^management\.re(?:ctification|porting)$/
/** Categories that a heading of a disclosure check narrows down; «重点领域» takes in whatever is disclosed there. */
const TOPICAL = /^(?:disclosure\.(?:other|key_areas)|service\.guide|update\..*|content\.inaccurate)$/
const isTopical = (topic: string, category: string): boolean =>
  TOPICAL.test(category) || (topic === 'disclosure.key_areas' && category.startsWith('disclosure.'))

interface Pending {
  category: Classified
  sentence: Sentence
  clause: Clause
}

/** Problems that the prose tells, each tied to whom it is told of. */
export function proseFindings(reading: Reading, holders: ReadonlyMap<Passage, SentenceHolders[]>): Finding[] {
  const out: Finding[] = []
  const { grids, passages } = reading.outline
  const listedElsewhere = grids.length > 0 || passages.some((p) => p.annex > 0)
  for (const [origin, passage] of passages.entries()) {
    const all = holders.get(passage)
    if (all) out.push(...passageFindings(reading, passage, origin, all, listedElsewhere))
  }
  return out
}

function passageFindings(
  reading: Reading,
  passage: Passage,
  origin: number,
  all: readonly SentenceHolders[],
  listedElsewhere: boolean,
): Finding[] {
  const { text, hits, kit } = reading
  const out: Finding[] = []
  const topic = topicOf(reading, passage)
  const headings = passage.path.filter((h) => !(passage.led && h === passage.path.at(-1)))
  const headingWords = headings.map((h) => h.text).join(' ')
  const governing = headingTerms(reading, passage)
  const headingGroups = headingHolders(reading, passage)
  let ofHeading: readonly Classified[] | undefined
  const underHeading = () => (ofHeading ??= headingCategories(reading, passage))
  const { word, headed } = judgingOf(kit)
  const vetoed = passage.path.some((h) => h.text.length <= 30 && word.test(h.text))
  const passed = !vetoed && headings.some((h) => headed.test(h.text))
  let carried: HolderGroup[] = []
  let pending: Pending[] = []
  let lastCategories: Pending[] = []
  let aboutSoFar = aboutOf(headingWords)
  /** Nouns of the sentence before. */
  let counted = new Set<number>()
  const unsaid: { groups: HolderGroup[]; sentence: Sentence }[] = []
  /** Of the sentence that is being read: whom its clause is told of, what is told of whom, what was told of names behind it. */
  let current: HolderGroup[] = []
  let stated: { category: Classified; groups: readonly HolderGroup[] }[] = []
  let adopted: Pending[] = []
  let silent = true
  /** Clauses that name somebody and that no cue fits. */
  let unlike: { clause: Clause; own: HolderGroup[]; about: 'media' | 'site' | null }[] = []
  /** «甲镇:“甲镇发布”停更;…»: whose the line is. */
  let label: readonly HolderGroup[] = []
  for (const [index, one] of all.entries()) readSentence(one, passage.led && index === 0 && all.length > 1)
  conclude()
  return settle(out)

  // In pieces: the compiler takes half a second for all of this in one, and again whenever it meets another shape of object.
  function readSentence({ sentence, groups: named }: SentenceHolders, lead: boolean): void {
    const groups = named.filter(
      (g) => !inspects(reading, g, sentence) && !(headingGroups.length > 0 && isPart(g)),
    )
    placeUnder(headingGroups, groups)
    label = labelOf(text, sentence, groups) ?? (followsOn(text, passage, sentence) ? label : [])
    placeUnder(label, groups)
    const terms = new Set(governing)
    if (counted.size > 0 && REMAINDER.test(text.slice(sentence.start, sentence.end)))
      for (const t of counted) terms.add(t)
    counted = new Set()
    const goesOn =
      carried.length > 0 &&
      followsOn(text, passage, sentence) &&
      !/^\s*(?:另|其余|其他|还有|有|存在|出现|\d+[个家])/.test(text.slice(sentence.start, sentence.start + 4))
    const begun = goesOn ? carried : []
    current = begun
    stated = []
    adopted = []
    silent = true
    unlike = []
    const said = sentence.clauses.map(({ start, end }) =>
      termsIn(text, hits, start, end, (s, e) => isQuoted(sentence, s, e) || isNamed(groups, s, e)),
    )
    for (const [k, clause] of sentence.clauses.entries())
      readClause(sentence, clause, groups, said[k]!, terms)
    for (const u of unlike)
      if (!stated.some((s) => s.groups.some((g) => u.own.includes(g))))
        tellLikeness(sentence, u.clause, u.own, u.about)
    const brackets = ownersInBrackets(reading, sentence).filter((b) => !followsName(b, groups))
    if (silent && brackets.length === 0 && underHeading().length === 0)
      for (const told of toldInBrackets(reading, sentence, groups)) readBracket(told, sentence)
    // No cue fits any of its clauses: the one that is likeliest to tell a problem does.
    if (
      silent &&
      stated.length === 0 &&
      !lead &&
      (passage.role === 'problems' || passage.role === 'unknown')
    ) {
      const likely = likelyClause(
        reading,
        sentence,
        groups,
        aboutOf(text.slice(sentence.start, sentence.end)) ?? groups.find((g) => g.about)?.about ?? aboutSoFar,
        SURE[passage.role],
      )
      if (likely) {
        current = begun
        for (const [k, clause] of sentence.clauses.entries())
          readClause(
            sentence,
            clause,
            groups,
            said[k]!,
            terms,
            clause === likely.clause ? [likely.category] : [],
          )
      }
    }
    if (brackets.length > 0) {
      const told = [
        ...stated,
        ...pending.filter((p) => p.sentence === sentence).map((p) => ({ ...p, groups: [] })),
      ]
      for (const bracket of brackets) answer(bracket, told, sentence, lead)
      pending = []
    } else {
      for (const s of stated) emit(s.category, s.groups, sentence, lead)
      if (headingGroups.length > 0) {
        for (const p of pending) emit(p.category, headingGroups, p.sentence, lead)
        pending = []
      }
    }
    if (groups.length > 0 && stated.length === 0) unsaid.push({ groups, sentence })
    carried = current
  }

  /** «“A”公众号(主办单位:甲局)出现…»: the bracket only says whose the account is. */
  function followsName({ from, start }: OwnersBracket, groups: readonly HolderGroup[]): boolean {
    return (
      groups.some((g) => g.about === 'media' && g.end === start) &&
      ![...stated, ...pending].some(({ category: c }) => c.start >= from && c.start < start)
    )
  }

  function readBracket({ groups, inner }: ToldInBrackets, sentence: Sentence): void {
    const terms = new Set(governing)
    const about = groups[0]!.about ?? aboutOf(text.slice(groups[0]!.end, inner.start)) ?? aboutSoFar
    const said = inner.clauses.flatMap((clause) => {
      const found = termsIn(text, hits, clause.start, clause.end, (s, e) => isQuoted(inner, s, e))
      for (const f of found) terms.add(f.term)
      return stating(inner, clause, [], found, terms, about)
    })
    if (said.length === 0 && passage.role === 'problems') {
      const owned = hits.any('unit', inner.start, inner.end)
      const likely = owned ? null : likelyClause(reading, inner, [], about, SURE.problems)
      if (likely) said.push(likely.category)
    }
    for (const category of said) emit(category, groups, sentence, false, inner)
  }

  function readClause(
    sentence: Sentence,
    clause: Clause,
    groups: readonly HolderGroup[],
    found: readonly TermHit[],
    terms: Set<number>,
    likely: readonly Classified[] | null = null,
  ): void {
    const own = groups.filter(
      (g) =>
        g.start >= clause.start &&
        g.start < clause.end &&
        !(current.length > 0 && isPart(g)) &&
        (g.bracketed || !isAside(sentence, g.start, g.end)),
    )
    // «甲局办事指南缺少电话,乙局首页有链接打不开»: the nouns of another's clause are not this one's.
    if (current.length > 0 && own.some((g) => !isPart(g)) && found.some((f) => kit.cues.isObject[f.term])) {
      terms.clear()
      for (const t of governing) terms.add(t)
    }
    for (const f of found) {
      // What a column is called is not what a later clause is about.
      if (COLUMN.test(text.slice(f.end, f.end + 4)) && text[f.start - 1] === '“') continue
      terms.add(f.term)
      if (kit.cues.isObject[f.term]) counted.add(f.term)
    }
    const about =
      found.length === 0
        ? null
        : (own.find((g) => g.about)?.about ??
          aboutOf(text.slice(clause.start, clause.end)) ??
          current.find((g) => g.about)?.about ??
          aboutSoFar)
    const categories = likely ?? stating(sentence, clause, own, found, terms, about)
    if (categories.length > 0) tellHolders(sentence, clause, own, categories, about)
    else if (own.length > 0 && !tellNames(sentence, clause, own) && !likely && passage.role === 'problems')
      unlike.push({ clause, own, about })
  }

  /** What the cues of a clause say, where it tells what was observed. */
  function stating(
    sentence: Sentence,
    clause: Clause,
    own: readonly HolderGroup[],
    found: readonly TermHit[],
    terms: Set<number>,
    about: 'media' | 'site' | null,
  ): Classified[] {
    const said = weighed(
      reading,
      classify(found, { about, terms }, kit),
      clause,
      own,
      about,
      passage.role === 'problems',
      () => classify(found, { about, terms: new Set(found.map((f) => f.term)) }, kit),
    )
    if (said.length > 0) silent = false
    // «8个账号14天以上没有推送任何内容» is not also a column's.
    const foreign = about !== null ? kit.foreign[about] : null
    const fit = foreign ? said.filter((c) => !foreign.has(c.category)) : said
    return (fit.length > 0 ? fit : said)
      .filter((c) => {
        const modality = modalityAt(text, hits, sentence, clause, c.stated, c.end)
        // «对停更半年的“A”公众号予以通报»: whom the words single out.
        if (modality === 'sanction')
          return own.some(
            (g) => !isVague(g) && OF_WHOM.test(text.slice(c.stated, Math.max(c.stated, firstOf(g)))),
          )
        // What was found then is past; that it is not mended, or not reported, is now.
        return modality === 'observed' || (modality === 'previous' && LASTING.test(c.category))
      })
      .map((c) => (topic && isTopical(topic, c.category) ? { ...c, category: topic } : c))
  }

  /** «连续三周没有发布内容,如“A”公众号»: what was stated, read again now that it is known to be of accounts. */
  function readFor(own: readonly HolderGroup[], { category, sentence, clause }: Pending): Classified {
    if (!own.every((g) => g.about === 'media') || !kit.foreign.media.has(category.category)) return category
    const found = termsIn(text, hits, clause.start, clause.end, (s, e) => isQuoted(sentence, s, e))
    const terms = new Set([...governing, ...found.map((f) => f.term)])
    const [again] = stating(sentence, clause, [], found, terms, 'media')
    return again ?? category
  }

  /** A clause that names somebody and states nothing: what was stated before may be told of them. */
  function tellNames(sentence: Sentence, clause: Clause, own: HolderGroup[]): boolean {
    const before = stated.length
    if (lastCategories.length > 0 && EXAMPLE.test(text.slice(clause.start, clause.end).trimStart())) {
      for (const p of lastCategories) {
        const category = readFor(own, p)
        if (category !== p.category)
          stated = stated.filter((s) => s.category !== p.category || !s.groups.every(isVague))
        stated.push({ category, groups: own })
      }
      pending = []
    }
    // «9件没有同步解读,均由甲局、乙局起草»: who it is told of comes after.
    else if (
      pending.some((p) => p.sentence === sentence) &&
      stated.length === 0 &&
      NAMES.test(text.slice(clause.start, firstOf(own[0]!)))
    ) {
      adopted = pending.filter((p) => p.sentence === sentence)
      for (const p of adopted) stated.push({ category: readFor(own, p), groups: own })
      pending = pending.filter((p) => p.sentence !== sentence)
    }
    // «一条由赤水市承办,一条由天柱县承办»; «停更的9个:甲县“A”等6个公众号,乙县“B”2个抖音号»
    else if (
      adopted.length > 0 &&
      (BY.test(text.slice(clause.start, own[0]!.start)) || isList(text, clause, own))
    )
      for (const p of adopted) stated.push({ category: readFor(own, p), groups: own })
    current = GOES_ON.test(text.slice(clause.start, own[0]!.start)) ? [...current, ...own] : own
    return stated.length > before
  }

  /** «甲局的微博再无动静,乙局的公众号近百天未发一条»: each of several is told of, and no cue fits what is said of this one. */
  function tellLikeness(
    sentence: Sentence,
    clause: Clause,
    own: HolderGroup[],
    about: 'media' | 'site' | null,
  ): void {
    if (stated.length === 0) return
    const category = likelyOf(
      reading,
      clause,
      own,
      about ?? own.find((g) => g.about)?.about ?? aboutSoFar,
      SURE.against,
    )
    if (category && modalityAt(text, hits, sentence, clause, category.stated, category.end) === 'observed')
      stated.push({ category, groups: own })
  }

  function tellHolders(
    sentence: Sentence,
    clause: Clause,
    own: HolderGroup[],
    categories: readonly Classified[],
    about: 'media' | 'site' | null,
  ): void {
    const next = sentence.clauses[sentence.clauses.indexOf(clause) + 1]
    const exemplified =
      own.length === 0 && next !== undefined && EXAMPLE.test(text.slice(next.start, next.end).trimStart())
    // «余下1项仍未解决:甲镇栏目…»: of whom the colon leads to.
    if (own.length > 0 && stated.length === 0 && before(sentence, clause)?.stop === ':') {
      for (const p of pending) if (p.sentence === sentence) stated.push({ category: p.category, groups: own })
      pending = pending.filter((p) => p.sentence !== sentence)
    }
    const pairs = respectively(text, clause, own, categories)
    if (pairs) stated.push(...pairs)
    else
      for (const [k, category] of categories.entries()) {
        const ahead = holdersBefore(text, own, categories, k)
        const after = ahead.length === 0 ? own.filter((g) => g.start >= category.end) : []
        const announces = LISTED.test(text.slice(category.end, clause.end))
        // «不回应,如甲局…»: it is told of the example.
        // «部分账号停更(如“A”微信公众号)»
        const cases = own.filter((g) => g.bracketed && g.start >= category.end)
        const told =
          cases.length > 0 && ahead.every(isVague)
            ? cases
            : ahead.length > 0
              ? ahead
              : after.length > 0 || announces || exemplified
                ? after
                : current
        const chosen = category.category === 'media.duplicate' ? withoutAccounts(told) : told
        if (chosen.length) stated.push({ category, groups: chosen })
        else pending.push({ category, sentence, clause })
      }
    if (own.length) current = own
    lastCategories = categories.map((category) => ({ category, sentence, clause }))
    aboutSoFar = about ?? aboutSoFar
  }

  /** What is left when the passage is read: problems of nobody, and names without a problem. */
  function conclude(): void {
    const { own } = reading
    const tells =
      passage.role === 'problems' || passage.role === 'unknown' || (own?.unit && passage.role === 'overview')
    if (own && tells && out.every((f) => f.written === own.written && f.subjectName === null))
      for (const { category, sentence } of pending)
        if (!hits.any('quantifier', sentence.start, sentence.end))
          emit(category, [ownGroup(own, category)], sentence, false)
    if (out.length === 0)
      for (const category of underHeading())
        for (const u of unsaid) {
          // «综合评定,甲、乙2个站点为不合格站点» sums up; it tells of nobody how it is run.
          if (isManaging(category) && word.test(text.slice(u.sentence.start, u.sentence.end))) continue
          emit(
            category,
            u.groups.filter((g) => g.holders.every((h) => h.kind !== 'vague')),
            u.sentence,
            false,
          )
        }
  }

  function emit(
    category: Classified,
    groups: readonly HolderGroup[],
    sentence: Sentence,
    lead: boolean,
    within: Sentence = sentence,
  ): void {
    const words = text.slice(sentence.start, sentence.end)
    const veto =
      ((vetoed && !OTHERS.test(words)) || word.test(words)) && !/未|没有|无/.test(words.slice(0, 4))
    const problem = tight(clauseAround(text, within, category))
    for (const group of groups)
      for (const holder of group.holders) {
        // A place that is the notice's own area is told of only where nothing narrower is.
        const who = whoOf(holder, reading.own)
        if (who.vague && listedElsewhere && ELSEWHERE.test(words)) continue
        out.push({
          written: who.written,
          unit: who.unit,
          vague: who.vague,
          subjectName: who.subjectName,
          subject: subjectFor(holder, group, category, words, headingWords, kit),
          category: category.category,
          likely: category.likely !== null,
          problem,
          verdict: veto ? 'unqualified' : passed ? 'qualified' : null,
          deadline: null,
          subjectUrl: null,
          state: stateOf(
            reading,
            sentence.start,
            sentence.end,
            holder.kind === 'unit' && holder.unit.restored,
          ),
          evidence: evidenceOf(
            reading,
            Math.min(
              holder.start >= sentence.start && holder.end <= sentence.end ? holder.start : category.start,
              category.start,
            ),
            Math.max(
              holder.end <= sentence.end && holder.start >= sentence.start ? holder.end : category.end,
              category.end,
            ),
            whereOf(passage),
          ),
          annex: passage.annex,
          origin: lead && passage.annex === 0 ? -1 - origin : origin,
          sentence: sentence.start,
          role: passage.role,
          table: false,
        })
      }
  }

  /** What a bracket's owners answer for: all of the sentence, or what stands between the bracket before and theirs. */
  function answer(
    bracket: OwnersBracket,
    told: readonly { category: Classified; groups: readonly HolderGroup[] }[],
    sentence: Sentence,
    lead: boolean,
  ): void {
    const { start, from, end, owners } = bracket
    const last = end >= sentence.clauses.at(-1)!.start
    const whole = from === sentence.start && last
    const those = told.filter(({ category: c }) => whole || (c.start >= from && c.start < start))
    const topical = {
      cue: null,
      likely: null,
      stated: sentence.start,
      start: sentence.start,
      end: sentence.end,
    }
    const categories = those.map((t) => t.category)
    if (told.length === 0 && topic) categories.push({ ...topical, category: topic })
    const first = new Map(categories.map((c) => [c.category, c] as const))
    const strongest = topic ? [...first.values()].slice(0, 1) : [...first.values()]
    for (const category of strongest) {
      const groups = those.filter((t) => t.category.category === category.category).flatMap((t) => t.groups)
      emit(category, ownAccounts(groups, bracket) ? groups : owners, sentence, lead)
    }
  }
}

const before = (sentence: Sentence, clause: Clause): Clause | undefined =>
  sentence.clauses[sentence.clauses.indexOf(clause) - 1]

/** The clause (or clauses) that a category was read from. */
function clauseAround(text: string, sentence: Sentence, category: Classified): string {
  const clauses = sentence.clauses.filter((c) => c.start < category.end && c.end > category.start)
  const start = clauses[0]?.start ?? category.start
  const end = clauses.at(-1)?.end ?? category.end
  return text.slice(start, end).replace(/^[\s,;、]+/, '')
}
