import type { Kit } from '../kit.ts'
import { saying } from '../lexicon/phrases.ts'
import { classify, termsIn } from '../resolve/category.ts'
import type { HolderGroup } from '../resolve/holder.ts'
import { findHolders } from '../resolve/holders.ts'
import { officialName } from '../resolve/official-name.ts'
import { type Sentence, sentences } from '../resolve/sentence.ts'
import type { Span } from '../segment/line.ts'
import type { Heading, Passage } from '../segment/outline.ts'
import { type Finding, isOfKind } from './finding.ts'
import { type Judging, judgingOf, OTHERS } from './judging.ts'
import { unitKey } from './merge.ts'
import { outlineReferences, refersTo } from './outline-reference.ts'
import type { Reading } from './reading.ts'
import { isMedia } from './subject-family.ts'
import { tableVerdicts } from './table-verdicts.ts'
import { aboutOf } from './under-heading.ts'

type Family = 'media' | 'site'
type Verdict = NonNullable<Finding['verdict']>

/** A verdict on what the next sentences tell. */
interface Forward {
  family: Family | 'both'
  verdict: Verdict
  /** Does it go on behind a full stop? */
  on: boolean
  counts: boolean
}

/** The same where they are items of their own. */
interface Listing {
  forward: Forward
  depth: number
  annex: number
  /** The last sign of the passage before. */
  ended: string
  /** «甲;\n乙;\n丙。»: has its last ended? */
  closed: boolean
  /** How many it announced, and the passages since. */
  many: number | null
  from: number
}

/** «上述3家网站», «这4个账号», «二者»: all told of just before. */
const BACK = saying(
  (any) =>
    new RegExp(
      `^\\s{0,9}(?:${any('above')}|这|其中)?(?:的)?(?:\\d{1,9}|[一二两三四五六七八九十]{1,9})?[个家]?[^,。;]{0,10}?$`,
    ),
)
/** «该网站判定为不合格», «经复核,仍不合格»: of whom the sentence before tells. */
const OF_LAST = saying(
  (any) =>
    new RegExp(
      `^\\s{0,9}(?:(?:经|根据|依据|按照?|对照)[^,。;]{1,14},)?(?:故|因此|据此)?(?:该(?:政府|政务)?(?:${any('self', 'media', 'site')}|[县市区])[^,。;]{0,4})?$`,
    ),
)
/** «以上前两家网站» */
const FIRST_OF = /(?:前|(后))(\d{1,2}|[一二两三四五六七八九十])[个家]/
const BACK_OPENING = saying((any) => new RegExp(`^[\\s,]*(?:${any('above')}|这|二者|两者|三者)`))
/** «以上三类问题涉及的9个账号»: of how many of the items before it, and of how many accounts. */
const ITEMS = saying(
  (any) => new RegExp(`${any('above')}(?:这)?(\\d{1,2}|[一二两三四五六七八九十])(?:类|项|种|个?方面)`),
)
const LIST = /名单|清单|名录/
/** «A类问题对应的账号判定为不合格» */
const CLASS = /([A-Z])类/
/** What they have, and how many they are: «内容不更新、互动功能缺失的 | 12个账号» */
const KINDS = saying(
  (any) => new RegExp(`^(.{2,40}?)的(${NUMBER}[个家](?:政务|政府)?${any('media', 'site')})`),
)
const HEADED = saying(
  (any) =>
    new RegExp(
      `^(?:${any('above')})?(?:存在|有|属于?)(.{2,12}?)的?(?:政务|政府)?${any('media', 'site', 'bodies')}${any('all')}?$`,
    ),
)
const NUMBER = '(?:\\d{1,9}|[一二两三四五六七八九十]{1,3})'
/** «5个不合格账号中4个停更、1个没有互动功能。» */
const BREAKS_DOWN = /[中里],?有?\d{1,9}[个家]/
const HOW_MANY = /(\d{1,9}|[一二两三四五六七八九十]{1,3})[个家]/
const DENIED = saying(
  (any) =>
    new RegExp(`${any('supposes', 'denied', 'absent')}|[无零]${any('unqualified')}|凡|一律|将[被按]|的,`),
)
const CIRCULATES = saying((any) => new RegExp(`${any('circulates')}(?:如下|于后)?[:。]?\\s*$`))
const LONGEST_LEAD = 24
const UNPASSED = saying((any) => new RegExp(`${any('supposes')}|[不未应将凡]|方可|才能|可以?$`))
const ALL = saying((any) => new RegExp(any('all')))
/** «有2个账号不合格。其中,…» */
const AMONG = saying((any) => new RegExp(`^\\s{0,4}(?:其中|具体|即|一[个家是]|${any('in_turn')})`))
const EARLIER = saying((any) => new RegExp(`(?<![较比与])(?:${any('earlier')}|上半年)`))

/** «上述网站中,甲、乙…» */
const SOME_OF = saying((any) => new RegExp(`^[\\s,]*${any('above')}[^,。;]{0,10}[中内里],?(?!的)`))
const JUDGES = saying((any) => new RegExp(any('unqualified', 'qualified')))

/** Gives findings the verdict that the prose states elsewhere of their unit, site or account. Changes them in place. */
export function applyVerdicts(reading: Reading, findings: readonly Finding[]): void {
  const bySentence = groupBy(findings, (f) => f.sentence)
  const judging = judgingOf(reading.kit)
  const judgedUnits = new Set<string>()
  const ofRows: { [of in 'site' | 'media']?: Map<string, ReturnType<typeof tableVerdicts>> } = {}
  const judgedAccounts = new Set<string>()
  const quoted = new Set<string>()
  const restPassed: (Family | 'both')[] = []
  // What nothing judges needs no reading sentence by sentence.
  const passages = judging.any.test(reading.text) ? reading.outline.passages : []
  let listing: Listing | null = null
  for (const [origin, passage] of passages.entries()) {
    if (passage.role === 'requirements') judgeDemanded(passage)
    if (passage.role === 'requirements' || passage.role === 'criteria' || passage.role === 'previous')
      continue
    // «不合格账号分别为:» over lines or items of its own.
    const next = listing !== null && isNext(listing, passage)
    if (
      listing &&
      (listing.annex !== passage.annex || !(goesOn(listing, passage) || next || isShort(listing, origin)))
    )
      listing = null
    let forward: Forward | null = listing && { ...listing.forward, on: listing.forward.on || next }
    let opened: Forward | null = null
    // «三、不合格名单»
    const inList = passage.path.some((h) => LIST.test(h.text) && judging.word.test(h.text))
    let chain: Sentence[] = []
    let last: readonly Finding[] = []
    for (const sentence of sentences(reading.text, passage.start, passage.end)) {
      const words = reading.text.slice(sentence.start, sentence.end)
      const own = bySentence.get(sentence.start) ?? []
      if (forward && OTHERS(reading.kit).test(words)) forward = listing = opened = null
      if (forward) judgeAll(own, (f) => isOf(f, forward!.family), forward.verdict)
      if (own.length > 0) {
        opened = null
        last = own
      }
      // «不合格的3个网站中,甲…;乙…;丙…。»: to the end of what is one sentence to its writer.
      const stops = words.endsWith('。')
      // «(一)首页更新不及时。甲局网站…»: what an item begins with is its heading.
      const heads =
        forward !== null &&
        listing !== null &&
        own.length === 0 &&
        sentence.start === passage.start &&
        passage.path.length > listing.depth
      if (forward && !forward.on && stops && !heads) forward = null
      const before: readonly Sentence[] = chain
      chain = stops ? [] : [...chain, sentence]
      if (inList) note(holdersIn(reading, sentence, sentence.start, sentence.end))
      if (!judging.any.test(words) || EARLIER(reading.kit).test(words)) continue
      const opening = openingOf(judging, words, reading.kit)
      if (opening) {
        forward = opening
        opened = own.length === 0 ? opening : null
        judgeAll(own, (f) => isOf(f, opening.family), opening.verdict)
        // «有2个账号不合格。其中,甲…»
        if (stops && own.length > 0 && !opening.on) forward = null
        const leads =
          words.trimEnd().endsWith(':') ||
          AMONG(reading.kit).test(reading.text.slice(sentence.end, sentence.end + 8))
        const sums = opening.counts || BREAKS_DOWN.test(words)
        if (own.length === 0 && sums && !leads) forward = opened = null
      }
      if (judging.passedBracketed.test(words)) judgeAll(own, () => true, 'qualified')
      let from = sentence.start
      for (const clause of sentence.clauses) {
        const said = reading.text.slice(clause.start, clause.end)
        const passed = judging.passedBack.exec(said)
        const judged = passed ?? judging.back.exec(said)
        const verdict = passed ? 'qualified' : 'unqualified'
        const lead = words.slice(0, clause.start - sentence.start + (judged?.index ?? 0))
        if (
          judged &&
          !(passed
            ? UNPASSED(reading.kit).test(said.slice(0, passed.index).slice(-6))
            : DENIED(reading.kit).test(lead.slice(-24)))
        ) {
          const subject = said.slice(0, judged.index)
          if (
            !SOME_OF(reading.kit).test(words) &&
            (BACK_OPENING(reading.kit).test(said) ||
              (BACK_OPENING(reading.kit).test(words) && BACK(reading.kit).test(subject)))
          )
            judgeBack(origin, sentence, words.slice(0, clause.end - sentence.start), verdict)
          else {
            if (ALL(reading.kit).test(said.slice(0, judged.index + judged[0].length)))
              judgeChain(before, own, said, verdict)
            if (own.length === 0 && holdersOf(last) === 1 && OF_LAST(reading.kit).test(lead))
              judgeAll(last, (f) => isOf(f, aboutOf(lead, reading.kit) ?? 'both'), verdict)
            if (passed) judgeAll(own, () => true, verdict)
            else {
              judgeHeaded(subject)
              judgeKinds(said, clause.start)
              note(holdersIn(reading, sentence, from, clause.start + judged.index + judged[0].length))
              // «“A”“B”判定为不合格账号»: what was told of goes by its name alone.
              for (const q of sentence.quotes)
                if (q.start >= from && q.end <= clause.end) quoted.add(reading.text.slice(q.start, q.end))
            }
          }
        }
        // «甲、乙2家网站存在单项否决问题,判定为不合格»: whom it is said of stands in front of both.
        const further =
          JUDGES(reading.kit).test(said) && holdersIn(reading, sentence, clause.end, sentence.end)
        if (further && (judged || further.length > 0)) from = clause.end
      }
      judgeExcept(sentence, words)
      const listed = judging.listed.exec(words)
      if (listed && !DENIED(reading.kit).test(words.slice(0, listed.index).replace(/^.*[、,;:]/s, ''))) {
        const { start, end } = listedBy(listed)
        note(holdersIn(reading, sentence, sentence.start + start, sentence.start + end))
      }
    }
    const ended = reading.text.slice(passage.start, passage.end).trimEnd().at(-1) ?? ''
    // «现将有关情况通报如下:» leads to all, and not to those just judged.
    const leads =
      ended === ':' &&
      !CIRCULATES(reading.kit).test(
        reading.text.slice(Math.max(passage.start, passage.end - LONGEST_LEAD), passage.end),
      )
    if (opened && leads)
      listing = {
        forward: { ...opened, on: false },
        depth: passage.path.length,
        annex: passage.annex,
        ended,
        closed: false,
        many: numberOf(HOW_MANY.exec(reading.text.slice(passage.start, passage.end))),
        from: origin + 1,
      }
    else if (listing) {
      listing.closed ||= listing.ended === ';' && ended !== ';'
      listing.ended = ended
    }
  }
  for (const f of findings)
    if (f.verdict === 'unqualified' && f.subjectName) judgedAccounts.add(f.subjectName)
  for (const f of findings)
    if (f.verdict === 'unqualified' && f.unit && !f.subjectName && !isMedia(f.subject) && f.subject)
      judgedUnits.add(keyOf(reading, f))
  for (const f of findings) {
    if (f.verdict !== null) continue
    if (
      f.subjectName
        ? !f.category.startsWith('management.') &&
          (judgedAccounts.has(f.subjectName) || quoted.has(f.subjectName))
        : f.unit && siteFault(f) && judgedUnits.has(keyOf(reading, f))
    )
      f.verdict = 'unqualified'
    else if (passages.length > 0 && f.unit && !f.subjectName && !f.table && siteFault(f))
      f.verdict = inRows(f, 'site')
    // «草庙镇|58.4|不合格» of its accounts: a good mark of all says nothing of one.
    else if (
      passages.length > 0 &&
      f.unit &&
      !f.table &&
      isOf(f, 'media') &&
      inRows(f, 'media') === 'unqualified'
    )
      f.verdict = 'unqualified'
    if (f.verdict === null && f.unit && !f.vague && restPassed.some((family) => isOf(f, family)))
      f.verdict = 'qualified'
  }

  /** «除甲局、乙局网站不合格外,其余均为合格» */
  function judgeExcept(sentence: Sentence, words: string): void {
    const found = judging.except.exec(words)
    if (!found) return
    const { those, rest } = found.groups!
    const from = sentence.start + found.index
    note(holdersIn(reading, sentence, from, from + 1 + those!.length))
    for (const q of sentence.quotes)
      if (q.start >= from && q.end <= from + 1 + those!.length) quoted.add(reading.text.slice(q.start, q.end))
    restPassed.push(
      aboutOf(rest ?? '', reading.kit) ??
        aboutOf(words.slice(0, found.index + those!.length), reading.kit) ??
        'both',
    )
  }

  /** «上述(一)至(五)项所列15家不合格网站»: what a demand says of the items it refers to. */
  function judgeDemanded(passage: Passage): void {
    for (const { start, end } of sentences(reading.text, passage.start, passage.end)) {
      const words = reading.text.slice(start, end)
      const judged = judging.word.exec(words)
      if (judged)
        judgeItems(
          words.slice(0, judged.index),
          words.slice(0, judged.index + judged[0].length + 6),
          'unqualified',
        )
    }
  }

  /** «上述第1项、第4项所列账号»: all that the items tell, where they are as many as it counts. False where it names no item. */
  function judgeItems(lead: string, words: string, verdict: Verdict): boolean {
    const items = outlineReferences(lead)
    const family = aboutOf(words, reading.kit) ?? 'both'
    const told = findings.filter(
      (f) => !f.vague && isOf(f, family) && items.some((item) => refersTo(item, pathOf(f))),
    )
    const many = numberOf(HOW_MANY.exec(lead))
    if (many === null || many === holdersOf(told)) judgeAll(told, () => true, verdict)
    return items.length > 0
  }

  /** «存在突出问题的网站均判定为不合格»: all under the heading that says so. */
  function judgeHeaded(said: string): void {
    const kind = HEADED(reading.kit).exec(said)?.[1]
    if (!kind) return
    const family = aboutOf(said, reading.kit) ?? 'both'
    const told = findings.filter((f) => pathOf(f).some((h) => h.text.includes(kind)))
    if (told.length < findings.length) judgeAll(told, (f) => isOf(f, family), 'unqualified')
  }

  /** «内容不更新、互动功能缺失的12个账号判定为不合格»: all that such a thing is told of, unless they are more. */
  function judgeKinds(said: string, from: number): void {
    const classed = CLASS.exec(said)?.[1]
    if (classed)
      for (const f of findings)
        if (isOfKind(f, classed) && isOf(f, aboutOf(said, reading.kit) ?? 'both')) f.verdict ??= 'unqualified'
    const kinds = KINDS(reading.kit).exec(said)
    if (!kinds) return
    const found = termsIn(reading.text, reading.hits, from, from + kinds[1]!.length, () => false)
    const about = aboutOf(said, reading.kit)
    const categories = new Set(
      classify(found, { about, terms: new Set() }, reading.kit).map((c) => c.category),
    )
    const told = findings.filter((f) => categories.has(f.category) && isOf(f, about ?? 'both') && !f.vague)
    if (holdersOf(told) <= (numberOf(HOW_MANY.exec(kinds[2]!)) ?? 0))
      for (const f of told) f.verdict ??= 'unqualified'
  }

  /** «9个不合格账号,按问题分为:», of which the lines so far told six. */
  function isShort({ many, from }: Listing, origin: number): boolean {
    if (many === null || origin === from) return false
    return holdersOf(findings.filter((f) => !f.table && f.origin >= from && f.origin < origin)) < many
  }

  /** «不合格网站:» over paragraphs each of which opens with the name of one. */
  function isNext({ depth, many, closed }: Listing, { path, start, end }: Passage): boolean {
    const opens = ({ written }: Finding) => written !== null && reading.text.startsWith(written, start)
    return (
      many === null &&
      !closed &&
      path.length === depth &&
      sentences(reading.text, start, end).some((s) => bySentence.get(s.start)?.some(opens))
    )
  }

  function pathOf({ origin }: Finding): readonly Heading[] {
    return reading.outline.passages[origin < 0 ? -1 - origin : origin]?.path ?? []
  }

  /** How all rows of tables that judge its unit do. */
  function inRows(f: Finding, of: 'site' | 'media'): Finding['verdict'] {
    ofRows[of] ??= groupBy(tableVerdicts(reading, of), ([unit]) =>
      keyOf(reading, { unit, written: unit.written }),
    )
    const said = new Set(ofRows[of].get(keyOf(reading, f))?.map(([, verdict]) => verdict))
    return said.size === 1 ? [...said][0]! : null
  }

  /** «甲…;乙…,两个网站均不合格»: with what the semicolons part from it. */
  function judgeChain(
    before: readonly Sentence[],
    own: readonly Finding[],
    said: string,
    verdict: Verdict,
  ): void {
    const told = [...before.flatMap((s) => bySentence.get(s.start) ?? []), ...own]
    const many = numberOf(HOW_MANY.exec(said))
    // «均» of one is of more than its sentence tells of.
    if (many === null ? holdersOf(own) === 1 : holdersOf(told) === many)
      judgeAll(told, (f) => isOf(f, aboutOf(said, reading.kit) ?? 'both'), verdict)
  }

  /** «上述3家网站», «以上三类问题涉及的9个账号»: what the item told, or so many items before it as that makes. */
  function judgeBack(origin: number, sentence: Sentence, words: string, verdict: Verdict): void {
    if (judgeItems(words, words, verdict)) return
    const family = aboutOf(words, reading.kit) ?? 'both'
    const items = numberOf(ITEMS(reading.kit).exec(words))
    const many = numberOf(HOW_MANY.exec(words.replace(ITEMS(reading.kit), '')))
    const { passages } = reading.outline
    const { annex } = passages[origin]!
    const told = new Set<string>()
    const headings = new Set<unknown>()
    const judged: Finding[] = []
    let own: Finding[] = []
    for (let k = origin; k >= 0; k--) {
      const passage = passages[k]!
      const further = k < origin
      if (passage.annex !== annex || (further && passage.role !== 'problems' && passage.role !== 'unknown'))
        break
      if (further && items === null && many === null) break
      headings.add(passage.path.at(-1))
      if (items !== null && headings.size > items + (own.length > 0 ? 0 : 1)) break
      const those = findings.filter(
        (f) =>
          (f.origin === k || f.origin === -1 - k) &&
          f.sentence <= sentence.start &&
          !f.vague &&
          isOf(f, family),
      )
      judged.push(...those)
      if (k === origin) own = those
      for (const f of those) told.add(f.subjectName ?? `${f.written}|`)
      if (many !== null && told.size >= many) break
    }
    // More than it counts: what is said of is not what was told last. Fewer: some were not named.
    const whole =
      items !== null || many === null || told.size === many || (told.size < many && judged.some(isSample))
    const some = FIRST_OF.exec(words)
    const n = numberOf(some)
    if (n) {
      const inOrder = judged.sort((a, b) => a.origin - b.origin || a.sentence - b.sentence).map(holderOf)
      const holders = [...new Set(inOrder)]
      const those = some![1] ? holders.slice(-n) : holders.slice(0, n)
      judgeAll(judged, (f) => those.includes(holderOf(f)), verdict)
    } else judgeAll(whole ? judged : own, () => true, verdict)
  }

  /** «4个账号超过14天没有更新,如甲、乙、丙等» */
  function isSample({ sentence }: Finding): boolean {
    const { text } = reading
    const stop = text.indexOf('。', sentence)
    return SAMPLE.test(text.slice(sentence, stop < 0 ? sentence : stop))
  }

  function note(groups: readonly HolderGroup[]): void {
    for (const holder of groups.flatMap((g) => g.holders)) {
      if (holder.kind === 'account') judgedAccounts.add(holder.name)
      const unit = holder.kind === 'unit' ? holder.unit : holder.kind === 'site' ? holder.owner : null
      if (unit && holder.about !== 'media')
        judgedUnits.add(
          unitKey(officialName(unit, reading.place, reading.kit) ?? unit.written, reading.place).replace(
            /(?:人民)?政府$/,
            '',
          ),
        )
    }
  }
}

const SAMPLE = /[,(](?:比?如|例如|其中有?)[^。;]*等\)?$/

const holderOf = (f: Finding): string | null => f.subjectName ?? f.written
const holdersOf = (all: readonly Finding[]): number => new Set(all.map(holderOf)).size

function numberOf(found: RegExpExecArray | null): number | null {
  const written = found?.at(-1)
  if (!written) return null
  const digit = '一二三四五六七八九十'.indexOf(written.replace('两', '二'))
  return digit >= 0 && written.length === 1 ? digit + 1 : Number(written) || null
}

function groupBy<T, K>(all: readonly T[], key: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const one of all) {
    const group = groups.get(key(one))
    if (group) group.push(one)
    else groups.set(key(one), [one])
  }
  return groups
}

function holdersIn(reading: Reading, sentence: Sentence, start: number, end: number): HolderGroup[] {
  return findHolders(reading.text, reading.hits, sentence, reading.place, reading.kit).filter(
    (g) => g.start >= start && g.end <= end,
  )
}

/** Where the list stands that such words lead to: behind them, or in the brackets they open. */
function listedBy({ 0: { length }, index, input }: RegExpExecArray): Span {
  const start = index + length
  const closed = input[start - 1] === '(' ? input.indexOf(')', start) : -1
  return closed < 0 ? { start, end: input.length } : { start: start - 1, end: closed + 1 }
}

function judgeAll(findings: readonly Finding[], which: (f: Finding) => boolean, verdict: Verdict): void {
  for (const f of findings) if (f.verdict === null && !f.table && which(f) && !f.vague) f.verdict = verdict
}

/** How a sentence begins to judge those it goes on to tell of. */
function openingOf(judging: Judging, words: string, kit: Kit): Forward | null {
  const passed = judging.passedForward.exec(words)
  if (passed)
    return { family: aboutOf(passed[0], kit) ?? 'both', verdict: 'qualified', on: false, counts: false }
  const counted = judging.counted.exec(words)
  const opening = counted ?? judging.forward.exec(words)
  if (!opening || DENIED(kit).test(words.slice(0, opening.index))) return null
  const family = aboutOf(opening[0], kit) ?? 'both'
  return { family, verdict: 'unqualified', on: !counted && family === 'media', counts: counted !== null }
}

/** Is a passage of the list that was opened: an item under it, or a line behind one that ends in «;» or «:»? */
const goesOn = ({ depth, ended }: Listing, { path }: Passage): boolean =>
  path.length > depth || ((ended === ';' || ended === ':') && path.length === depth)

function isOf(f: Finding, family: Family | 'both'): boolean {
  if (f.category.startsWith('management.')) return false
  return family === 'both' || (family === 'media') === (isMedia(f.subject) || f.subjectName !== null)
}

/** A fault of the unit's site, not of how it is run. */
const siteFault = (f: Finding): boolean =>
  !isMedia(f.subject) && f.subject !== null && !f.category.startsWith('management.')

const keyOf = (reading: Reading, f: Pick<Finding, 'unit' | 'written'>): string =>
  unitKey(
    f.unit ? (officialName(f.unit, reading.place, reading.kit) ?? f.written) : f.written,
    reading.place,
  ).replace(/(?:人民)?政府$/, '')
