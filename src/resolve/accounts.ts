import type { Kit } from '../kit.ts'
import { MEDIA, saying } from '../lexicon/phrases.ts'
import { matchesIn, type Span } from '../segment/line.ts'
import { groupUnits } from './enumeration.ts'
import type { Hits } from './hits.ts'
import { type Holder, type HolderGroup, holderGroup } from './holder.ts'
import type { Place } from './place.ts'
import type { Sentence } from './sentence.ts'
import { findUnits } from './units/find-units.ts'
import { endsBoundary } from './units/name-edge.ts'
import type { Unit } from './units/unit.ts'

const QUOTED = /[“"‘「]([^“”"‘’「」\n]{1,30})[”"’」]/g
const BRACKET = /^\s*\(([^()]{2,60})\)/
const LIST = saying((any) => new RegExp(`^\\s*(?:(?:[、,;]|${any('joins')})\\s*)?$`))
const PAIRED = saying((any) => new RegExp(`^\\s*(?:、|${any('joins')})\\s*`))
const NOT_ACCOUNT = saying(
  (any) => new RegExp(`^(?:等?\\d*个?${any('no_account')}|问题(?!比较|较|突出|十分|尤|最|严重|多))`),
)
const IN_STATE = saying((any) => new RegExp(`^${any('in_state')}$`))
const TO_PLATFORM = saying(
  (any) =>
    new RegExp(
      `^(?:等)?(?:\\d+个|[一二三四五六七八九十两多数几]+个|部分|个别|一些|若干|不少)?(?:的)?(?:${any('of_account')}|${any('unqualified')})*\\s*$`,
    ),
)
const FROM_PLATFORM = saying(
  (any) =>
    new RegExp(
      `^(?:账号|帐号|号)?(?:有?(?:\\d+|[一二三四五六七八九十两]+)[个家]|有)?,?${any('in_turn')}?[是为]?[::]?\\s*$`,
    ),
)

/** «3个公众号停更,分别是甲局“A”、乙局“B”»: what the list that a count leads to is of. */
const COUNTED = saying(
  (any) =>
    new RegExp(`(?:\\d{1,3}|[一二三四五六七八九十两]{1,3})个(?:${any('of_account', 'unqualified')}的?)*$`),
)
const LEADS_TO = saying(
  (any) => new RegExp(`(?::|[,;](?:其中)?(?:${any('in_turn')}[是为]?|即|包括):?)[^,。;:“”()]{0,24}$`),
)

/** What may be left of a platform's name behind the words that tell which («抖音短视频账号»). */
const WIDER = saying(
  (any) => new RegExp(`^(?:${any('of_account')}|短视频|平台|公众){0,2}(?:账号|帐号|平台|号(?![召称码令]))|`),
)

const ALSO = saying((any) => new RegExp(`^(?:、|${any('joins')})${any('of_account')}*$`))

/** «新媒体“只开不管”», «新媒体“管、用”结合不紧»: what is said of accounts, not what one is called. */
const NO_NAME = /[不未没无只重轻了、]/

/** «“平江发布”(县委网信办主办)»: a bracket that says who runs it. */
const HOSTED = saying((any) => new RegExp(`${any('opened')}$`))

/** «加义、安定两镇公众号» */
const CLOSES = saying(
  (any) =>
    new RegExp(`^(?:等?(?:[两二三四五六七八九十]|\\d{1,2})|等)个?(?:${any('bodies')}|[局镇乡县区市])$`),
)

interface Quoted extends Span {
  name: string
  /** Where a bracket right behind the name ends, or the name itself. */
  until: number
  bracket: Span | null
}

/** “A”“B”微信公众号, 微信公众号2个:“A”(甲局)、“B”(乙局), «普宁市生态环境微信公众号»: accounts, each with its platform and its owner where one is written; `ofMedia`: under a heading of accounts. */
export function findAccounts(
  text: string,
  hits: Hits,
  sentence: Sentence,
  place: Place,
  kit: Kit,
  ofMedia: boolean,
): HolderGroup[] {
  const platforms = hits
    .longest('subject', sentence.start, sentence.end)
    .filter(
      (h) =>
        (h.entry.row.kind === 'platform' && !/^其[他它]/.test(h.entry.row.word)) ||
        h.entry.row.kind === 'media',
    )
    .map((h) => ({ ...h, end: h.end + WIDER(kit).exec(text.slice(h.end, h.end + 8))![0].length }))
  // «“僵尸”账号»
  const quoted = quotations(text, sentence).filter((q) => !IN_STATE(kit).test(q.name))
  const hosted = (q: Quoted) =>
    q.bracket !== null && HOSTED(kit).test(text.slice(q.bracket.start, q.bracket.end))
  if (platforms.length === 0 && !ofMedia && !quoted.some(hosted)) return []
  const groups: HolderGroup[] = []
  const add = (start: number, end: number, holders: Holder[], subject: string) => {
    const last = groups.at(-1)
    if (last && LIST(kit).test(text.slice(last.end, start))) {
      last.holders.push(...holders)
      last.end = end
    } else groups.push(holderGroup({ start, end }, holders, 'media', subject))
  }
  /** The unit that stands alone between two names of a list: «甲县“A”、乙县“B”»; null for a scope («市直“B”»). */
  const unitBehind = (from: number, to: number): Unit | null | undefined => {
    const separator = PAIRED(kit).exec(text.slice(from, to))
    if (!separator) return undefined
    if (kit.scopes.has(text.slice(from + separator[0].length, to))) return null
    const units = findUnits(text, hits, from, to, place, kit)
    const [only] = units
    return units.length === 1 &&
      only!.start === from + separator[0].length &&
      OWNED(kit).test(text.slice(only!.end, to))
      ? only
      : undefined
  }
  const listed = (between: string, from: number) =>
    LIST(kit).test(between) || unitBehind(from, from + between.length) !== undefined
  let pending: Quoted[] = []
  let label: { subject: string; end: number } | null = null
  let counting: Unit | null = null
  for (const [i, q] of quoted.entries()) {
    pending.push(q)
    const first = pending[0]!
    // «“大明塔下”(微信公众号,大明镇)»
    const inside = platforms.find((p) => q.bracket && p.start >= q.bracket.start && p.end <= q.bracket.end)
    const after =
      inside ??
      platforms.find((p) => p.start >= q.until && TO_PLATFORM(kit).test(text.slice(q.until, p.start)))
    const before = platforms.find(
      (p) => p.end <= first.start && FROM_PLATFORM(kit).test(text.slice(p.end, first.start)),
    )
    if (before && /[::]\s*$/.test(text.slice(before.end, first.start)))
      label = { subject: before.entry.row.subject, end: before.end }
    const counted = platforms.find(
      (p) =>
        p.end <= first.start &&
        COUNTED(kit).test(text.slice(sentence.start, p.start)) &&
        LEADS_TO(kit).test(text.slice(p.end, first.start)),
    )
    if (counted) {
      label = { subject: counted.entry.row.subject, end: counted.end }
      counting = whoseCount(text, hits, sentence.start, counted.start, place, kit)
    }
    const next = quoted[i + 1]
    // «甲局的微信公众号“A”和乙局的微博“B”»: a platform of its own begins another.
    const other = platforms.some((p) => next && p.start >= q.until && p.end <= next.start)
    if (!after && next && !other && listed(text.slice(q.until, next.start), q.until)) continue
    const labelled =
      label && !after && !before && text.slice(label.end, first.start).search(/[。]/) < 0 ? label : null
    // «(二)政务新媒体。山城镇“古韵山城”至今未认证», «账号停更(加义镇“加义发布”、安定镇“安定之声”)»
    const isNamed = () =>
      (ofMedia || pending.some(hosted) || isOfMedia(text, sentence, q, kit)) &&
      !NO_NAME.test(q.name) &&
      ownersOf(text, hits, sentence, first.start, q.end, pending.length, place, kit).length > 0
    const subject =
      after?.entry.row.subject ??
      before?.entry.row.subject ??
      labelled?.subject ??
      (isNamed() ? 'new_media' : undefined)
    if (
      subject &&
      !NOT_ACCOUNT(kit).test(text.slice(q.end, q.end + 8)) &&
      !(before && !after && before.entry.row.kind !== 'platform' && NO_NAME.test(q.name))
    ) {
      const start = before && !after ? before.start : first.start
      // «公众号“A”(停更47天)»: what is told of it is no part of its name.
      const inBracket = q.bracket ? unitsIn(text, hits, q.bracket, place, kit).length : 0
      const owned = inside || inBracket > 0
      const end = after && !inside ? after.end : owned ? q.until : q.end
      const named = inBracket > 1 && inBracket === pending.length ? q.end : end
      const owners = ownersOf(text, hits, sentence, start, named, pending.length, place, kit)
      let nearest: Unit | null | undefined = owners.length === 1 ? owners[0] : undefined
      const holders = pending.map((p, k): Holder => {
        // «“A”“B”(甲街道、乙街道)»: one for each.
        const each = owners.length > 1 && owners.length === pending.length
        const own = p.bracket && !each ? unitsIn(text, hits, p.bracket, place, kit)[0] : undefined
        const behind = k > 0 ? unitBehind(pending[k - 1]!.until, p.start) : undefined
        if (behind !== undefined) nearest = behind
        const shared =
          pending.length === 1 ? owners[0] : owners.length === pending.length ? owners[k] : nearest
        return {
          kind: 'account',
          start: p.start,
          end: k === pending.length - 1 ? end : p.until,
          name: p.name,
          platform: subject,
          owner: own ?? shared ?? (labelled ? counting : null),
          about: 'media',
        }
      })
      add(start, end, [...holders], subject)
      // «“甲县发布”微信公众号和微博»: the same name there too.
      let last = after && !inside ? after : null
      while (last) {
        const also: typeof last | undefined = platforms.find(
          (p) => p.start > last!.end && ALSO(kit).test(text.slice(last!.end, p.start)),
        )
        if (also?.entry.row.kind !== 'platform' || /^\s*\(?“/.test(text.slice(also.end, also.end + 3))) break
        const there = holders.map(
          (h) => ({ ...h, end: also.end, platform: also.entry.row.subject }) as Holder,
        )
        add(also.start, also.end, there, subject)
        last = also
      }
    }
    pending = []
  }
  for (const p of platforms) {
    if (groups.some((g) => p.start >= g.start && p.end <= g.end) || p.entry.row.kind !== 'platform') continue
    if (quoted.some((q) => p.start >= q.start && p.end <= q.end)) continue
    const aside = sentence.asides.find((a) => a.start < p.start && a.end > p.end && text[a.start] === '(')
    const inner = aside && { start: aside.start + 1, end: aside.end - 1 }
    // «资阳教育(微信公众号,市教育局)»
    const named = inner && unitsIn(text, hits, inner, place, kit).length > 0 ? aside : null
    const at = named?.start ?? p.start
    const units = findUnits(text, hits, sentence.start, at, place, kit)
    if (units.some((u) => CLOSES(kit).test(text.slice(u.end, at)))) continue
    // A name may begin with that of a place («普宁市生态环境»), not with that of a department.
    const floor = units.findLast((u) => u.kind === 'department' || u.end === at)?.end ?? sentence.start
    const name = floor < at && nameBefore(text, at, floor, kit)
    if (!name) continue
    const owners = ownersOf(text, hits, sentence, name.start, named?.start ?? p.end, 1, place, kit)
    const holder: Holder = {
      kind: 'account',
      start: name.start,
      end: named?.end ?? p.end,
      name: name.text,
      platform: p.entry.row.subject,
      owner: owners.length === 1 ? owners[0]! : null,
      about: 'media',
    }
    groups.push(holderGroup(holder, [holder], 'media', p.entry.row.subject))
  }
  // «甲局“A”公众号和“B”抖音号»: both are its own.
  for (const { holders } of groups)
    for (const [k, h] of holders.entries()) {
      const last = holders[k - 1]
      if (h.kind !== 'account' || h.owner || last?.kind !== 'account') continue
      if (last.owner && last.owner.end <= last.start && LIST(kit).test(text.slice(last.end, h.start)))
        h.owner = last.owner
    }
  // «甲局、乙局分别开设的“A”公众号和“B”抖音号»: one for each.
  for (const g of groups) {
    const [first] = g.holders
    if (g.holders.length < 2 || !first) continue
    const from = Math.max(sentence.start, first.start - 40)
    const units = findUnits(text, hits, from, first.start, place, kit)
    const between = units.length > 0 ? text.slice(units.at(-1)!.end, first.start) : ''
    if (!between.startsWith('分别') || !OWNED(kit).test(between.slice(2))) continue
    const owners = groupUnits(text, units, from, first.start, place, kit).at(-1)!.units
    if (owners.length === g.holders.length)
      for (const [k, h] of g.holders.entries()) if (h.kind === 'account') h.owner = owners[k]!
  }
  return groups.sort((a, b) => a.start - b.start)
}

/** «甲县3个公众号»: whose are counted. */
function whoseCount(
  text: string,
  hits: Hits,
  from: number,
  until: number,
  place: Place,
  kit: Kit,
): Unit | null {
  const unit = findUnits(text, hits, from, until, place, kit).at(-1)
  return unit && COUNT.test(text.slice(unit.end, until)) ? unit : null
}

/** «甲县3个公众号停更,分别是…»: whom the accounts that follow are of is told of by them. */
export const countsAccounts = (text: string, end: number, first: number, kit: Kit): boolean =>
  COUNTED_THERE(kit).test(text.slice(end, end + 14)) && LEADS_TO(kit).test(text.slice(end, first))

const COUNTED_THERE = saying(
  (any) =>
    new RegExp(
      `^(?:的|有|共有|另有)?(?:\\d{1,3}|[一二三四五六七八九十两]{1,3})个(?:${any('of_account', 'unqualified')}的?)*${any('media')}`,
    ),
)

const COUNT = /^(?:的|有|共有|另有)?(?:\d{1,3}|[一二三四五六七八九十两]{1,3})个[\u4e00-\u9fff]{0,4}$/

function quotations(text: string, sentence: Sentence): Quoted[] {
  return [...matchesIn(text.slice(sentence.start, sentence.end), QUOTED)].map((m) => {
    const start = sentence.start + m.index
    const end = start + m[0].length
    const bracket = BRACKET.exec(text.slice(end, Math.min(sentence.end, end + 64)))
    const inner = bracket && { start: end + bracket[0].indexOf('(') + 1, end: end + bracket[0].length - 1 }
    return { start, end, name: m[1]!, until: bracket ? end + bracket[0].length : end, bracket: inner }
  })
}

/** Does it stand in a bracket behind words that tell of accounts? */
function isOfMedia(text: string, { start, asides }: Sentence, q: Span, kit: Kit): boolean {
  const aside = asides.find((a) => text[a.start] === '(' && a.start < q.start && a.end > q.end)
  return aside !== undefined && MEDIA(kit).test(text.slice(start, aside.start))
}

/** The units that a bracket consists of: «(甲局)», «(分别由甲镇、乙街道主办)», «(丙局维护)». `besides`: what may stand there too. */
export function unitsIn(
  text: string,
  hits: Hits,
  inner: Span,
  place: Place,
  kit: Kit,
  besides: RegExp | null = null,
): Unit[] {
  const units = findUnits(text, hits, inner.start, inner.end, place, kit).filter(
    // «(“遵化市场监管”微信公众号)»: of a name in quotation marks no part is a unit, but all of «(“岳阳市教育局”网站)» is.
    (u) => besides === null || !/“[^”]*$/.test(text.slice(inner.start, u.start)) || text[u.end] === '”',
  )
  if (units.length === 0) return []
  const groups = groupUnits(text, units, inner.start, inner.end, place, kit)
  // What parts the units of a group («甲局网站以及乙局网站») says nothing else.
  const outside = groups.map((g, k) => text.slice(k === 0 ? inner.start : groups[k - 1]!.end, g.start))
  outside.push(text.slice(groups.at(-1)!.end, inner.end))
  const rest = outside.reduce((n, words) => n + without(words, besides).length, 1 - groups.length)
  return rest <= LONGEST_REST ? groups.flatMap((g) => g.units) : []
}

/** Characters in a bracket besides the units and what parts them. */
const LONGEST_REST = 8

export const without = (words: string, besides: RegExp | null): string =>
  besides ? words.replace(besides, '') : words

const NOT_A_NAME = saying(
  (any) =>
    new RegExp(
      `^${any('of_account', 'opened', 'unqualified', 'unnamed', 'bodies', 'above', 'looks', 'files')}+$`,
    ),
)

const NO_SUCH_NAME = saying(
  (any) => new RegExp(`[的了未不无]|^\\d|个$|家$|网站|账号|新媒体|查|单位|部门|方面|${any('opened')}$`),
)

const LONGEST_NAME = 16

/** An unquoted name written right in front of its platform. */
function nameBefore(
  text: string,
  at: number,
  floor: number,
  kit: Kit,
): { start: number; text: string } | null {
  let start = at
  while (
    start > floor &&
    at - start < LONGEST_NAME &&
    /[\u4e00-\u9fffA-Za-z0-9·]/.test(text[start - 1]!) &&
    !endsBoundary(text, start, kit)
  )
    start--
  const name = text.slice(start, at)
  if (name.length < 3 || NOT_A_NAME(kit).test(name) || NO_SUCH_NAME(kit).test(name)) return null
  return { start, text: name }
}

const OWNED = saying(
  (any) =>
    new RegExp(
      `^(?:的|将|${any('earlier')}|上半年|[一二三四]季度|被?(?:点名)?通报(?:过)?的|所属|主管|负责|新|号|${any('opened')}|${any('kept')}|${any('of_account')}|${any('media')})*$`,
    ),
)

/** «开设的名为“A”的公众号», «管理松散,其“A”公众号» */
const NAMED = saying((any) => new RegExp(`${any('called')}$`))
const ITS = saying((any) => new RegExp(`,其(?:${any('opened')}|${any('of_account')}|${any('under')})?的?$`))

/** «乙镇9月份自行开设“A”», «甲局代管的“A”», «丙院2021年停用的“A”»: what the unit did with its account. */
const ITS_OWN = saying(
  (any) =>
    new RegExp(
      `^(?!${any('site')})(?!.*(?:同时|同一|平台|上))[^,。;:、“”()未没不转把对与和及向]{0,12}(?:(?<!转载|引用)的|${any('opened')}了?)$`,
    ),
)

const RESPECTIVELY = saying((any) => new RegExp(any('in_turn')))

/** The units right in front of the accounts («旗融媒体中心“看见准格尔”抖音号»), or in brackets right behind them. */
function ownersOf(
  text: string,
  hits: Hits,
  sentence: Sentence,
  start: number,
  end: number,
  accounts: number,
  place: Place,
  kit: Kit,
): Unit[] {
  const bracket = BRACKET.exec(text.slice(end, Math.min(sentence.end, end + 64)))
  if (bracket) {
    const from = end + bracket[0].indexOf('(') + 1
    const units = unitsIn(text, hits, { start: from, end: from + bracket[1]!.length }, place, kit)
    // «“A”微博、“B”公众号(分别为甲局、乙镇主办)»: not this one's alone.
    if (units.length > accounts && RESPECTIVELY(kit).test(bracket[1]!)) return []
    if (units.length) return units
  }
  const from = Math.max(sentence.start, start - 40)
  const before = findUnits(text, hits, from, start, place, kit)
  const last = before.at(-1)
  if (!last) return []
  const between = text.slice(last.end, start).replace(NAMED(kit), '')
  // «永红乡、高卓营乡分别将停用的“A”“B”公众号…»
  if (between.startsWith('分别') && OWNED(kit).test(between.slice(2)))
    return groupUnits(text, before, from, start, place, kit).at(-1)?.units ?? []
  if (!OWNED(kit).test(between) && !ITS_OWN(kit).test(between) && !ITS(kit).test(between)) return []
  // «石屯镇、岭腰乡的“A”“B”公众号»: one for each.
  const listed = accounts > 1 ? groupUnits(text, before, from, start, place, kit).at(-1)!.units : []
  return listed.length === accounts ? listed : [last]
}
