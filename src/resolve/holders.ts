import type { Kit } from '../kit.ts'
import type { Span } from '../segment/line.ts'
import { groupUnits } from './enumeration.ts'
import type { Hits } from './hits.ts'
import type { Place } from './place.ts'
import type { Sentence } from './sentence.ts'
import { findUnits } from './units/find-units.ts'
import { endsBoundary } from './units/name-edge.ts'
import type { Unit } from './units/unit.ts'

/** Who or what a problem is told of. */
export type Holder =
  | { kind: 'unit'; start: number; end: number; unit: Unit; about: About }
  | { kind: 'vague'; start: number; end: number; text: string; about: About }
  | {
      kind: 'account'
      start: number
      end: number
      name: string
      platform: string
      owner: Unit | null
      about: About
    }
  | { kind: 'site'; start: number; end: number; name: string; owner: Unit | null; about: About }

export type About = 'media' | 'site' | null

/** Holders that stand together and share what is said of them. */
export interface HolderGroup extends Span {
  holders: Holder[]
  about: About
  /** Platform or noun that follows («网站», «微信公众号»), as a subject code. */
  subject: string | null
  /** Named in a bracket behind what it is told of: «“办事”频道(甲局维护)». */
  bracketed?: true
}

const MEDIA = /新媒体|公众号|微信|微博|账号|帐号|抖音|快手|视频号|头条|小程序|客户端|APP/i
const SITE = /网站|门户|频道|栏目|专栏|子站|网页|站点|首页/

/** Holder groups of a sentence, by position. */
export function findHolders(
  text: string,
  hits: Hits,
  sentence: Sentence,
  place: Place,
  kit: Kit,
): HolderGroup[] {
  const accounts = findAccounts(text, hits, sentence, place, kit)
  const taken = (start: number, end: number) =>
    accounts.some((g) => g.holders.some((h) => h.kind === 'account' && start >= h.start && end <= h.end))
  const units = findUnits(text, hits, sentence.start, sentence.end, place, kit).filter(
    (u) => !inAside(sentence, u) && !inTitle(text, u) && !taken(u.start, u.end),
  )
  const groups: HolderGroup[] = groupUnits(text, units, sentence.start, sentence.end, place, kit).map((g) => {
    const about: About = MEDIA.test(g.tail) ? 'media' : SITE.test(g.tail) ? 'site' : null
    return {
      start: g.start,
      end: g.end,
      about,
      subject: subjectOf(g.tail, kit),
      holders: g.units.map(
        (unit): Holder => ({ kind: 'unit', start: unit.start, end: unit.end, unit, about }),
      ),
    }
  })
  const vague = findVague(text, hits, sentence, kit).filter(
    (v) => !groups.some((g) => g.start <= v.start && g.end >= v.end),
  )
  for (const v of vague)
    for (const g of groups) if (g.start >= v.start && g.end <= v.end) g.holders.length = 0
  const sites = findSites(text, sentence, groups)
  ownersBehind(text, hits, sentence, accounts, groups, place, kit)
  const bracketed = findBracketed(text, hits, sentence, [...accounts, ...groups], place, kit)
  const all = [
    ...accounts,
    ...groups.filter((g) => g.holders.length > 0),
    ...vague,
    ...sites,
    ...bracketed,
  ].sort((a, b) => a.start - b.start)
  return all.filter((_, k) => !isSecondary(text, all, k))
}

const BEHIND =
  /(?:(?:主管|主办|责任|开办|运维|开设)(?:单位|部门)?)?(?:分别|依次)?(?:为|是|由|系|属于?)$|(?:主管|主办|责任|开办|运维|开设)(?:单位|部门)[:]$/

/** «“A”微博、“B”公众号…不合格,分别为甲局、乙镇所有», «(主管单位依次为甲局、乙镇)»: owners told after, one for each account. */
function ownersBehind(
  text: string,
  hits: Hits,
  sentence: Sentence,
  accounts: readonly HolderGroup[],
  groups: HolderGroup[],
  place: Place,
  kit: Kit,
): void {
  const unowned = accounts.flatMap((g) => g.holders).filter((h) => h.kind === 'account' && !h.owner)
  if (unowned.length === 0) return
  const last = Math.max(...unowned.map((h) => h.end))
  const inAsides = sentence.asides
    .filter((a) => a.start >= last && text[a.start] === '(')
    .flatMap((a) => {
      const units = findUnits(text, hits, a.start + 1, a.end - 1, place, kit)
      return groupUnits(text, units, a.start + 1, a.end - 1, place, kit)
    })
  const behind = [...groups, ...inAsides].find(
    (g) =>
      g.start >= last &&
      ('units' in g ? g.units.length : g.holders.length) === unowned.length &&
      BEHIND.test(text.slice(Math.max(last, g.start - 12), g.start)),
  )
  if (!behind) return
  const units =
    'units' in behind ? behind.units : behind.holders.flatMap((h) => (h.kind === 'unit' ? [h.unit] : []))
  if (units.length !== unowned.length) return
  for (const [k, h] of unowned.entries()) if (h.kind === 'account') h.owner = units[k]!
  const at = groups.indexOf(behind as HolderGroup)
  if (at >= 0) groups.splice(at, 1)
}

/** Units in a bracket of their own, where it explains no unit and owns no account. */
function findBracketed(
  text: string,
  hits: Hits,
  sentence: Sentence,
  known: readonly HolderGroup[],
  place: Place,
  kit: Kit,
): HolderGroup[] {
  return sentence.asides.flatMap((aside) => {
    if (
      text[aside.start] !== '(' ||
      known.some(
        (g) => g.end === aside.start || g.holders.some((h) => h.end === aside.start || h.end === aside.end),
      )
    )
      return []
    const inner = { start: aside.start + 1, end: aside.end - 1 }
    if (
      /^[^)]{0,8}[:]/.test(text.slice(inner.start, inner.end)) ||
      /\d/.test(text.slice(inner.start, inner.end))
    )
      return []
    const units = unitsIn(text, hits, inner, place, kit)
    if (units.length === 0) return []
    return [
      {
        ...aside,
        about: null,
        subject: null,
        bracketed: true as const,
        holders: units.map(
          (unit): Holder => ({ kind: 'unit', start: unit.start, end: unit.end, unit, about: null }),
        ),
      },
    ]
  })
}

/** Groups that only belong to another: an account's own unit, what a unit deals with, a part of its site. */
function isSecondary(text: string, all: readonly HolderGroup[], k: number): boolean {
  const group = all[k]!
  const next = all[k + 1]
  // «茶店镇“秀美茶店”微信公众号»: the account is what is told of, the town owns it.
  if (
    next?.holders.some(
      (h) =>
        h.kind === 'account' &&
        h.owner &&
        group.holders.some((g) => g.kind === 'unit' && g.unit.start === h.owner!.start),
    )
  )
    return true
  if (
    all.some(
      (o) =>
        o !== group &&
        o.holders.some(
          (h) =>
            h.kind === 'account' &&
            h.owner &&
            group.start >= h.end &&
            group.holders.some((g) => g.kind === 'unit' && g.unit.start === h.owner!.start),
        ),
    )
  )
    return true
  const before = k > 0 ? text.slice(all[k - 1]!.end, group.start) : ''
  if (k === 0 || /[,;。:]/.test(before)) return false
  // «认证主体仍是已撤销的县公路管理局»: what is found there, not who is told of.
  if (/(?:仍|还|却|依然|依旧)(?:是|为)[^,。;]{0,8}$|(?:写成|显示为|登记为|误为|写作|认证为)$/.test(before))
    return true
  // «部分单位对留言中心的留言推诿», «与甘肃政务服务网不一致»
  if (/[对向与同跟]$/.test(before) && !/^[和与及、]$/.test(before)) return true
  // «阳谷县网站多数办事指南»: a part of what stands in front.
  return (
    group.holders.every((h) => h.kind === 'vague') && !/[、和及与]\s*$/.test(before) && before.length <= 12
  )
}

function inAside(sentence: Sentence, unit: Span): boolean {
  return sentence.asides.some((a) => unit.start >= a.start && unit.end <= a.end)
}

/** «《X县…办法》» and a name in quotation marks («“平安X县”») are no units. */
function inTitle(text: string, unit: Span): boolean {
  return (
    /[《“]$/.test(text.slice(Math.max(0, unit.start - 1), unit.start)) ||
    (/^[”》]/.test(text.slice(unit.end, unit.end + 1)) &&
      /[“《][^”》]*$/.test(text.slice(Math.max(0, unit.start - 20), unit.start)))
  )
}

export function subjectOf(words: string, kit: Kit): string | null {
  if (words === '') return null
  let best: { subject: string; length: number; at: number } | null = null
  for (const row of kit.tables.subjects) {
    const at = words.lastIndexOf(row.word)
    if (at < 0 || row.word === '其他' || row.word === '其它') continue
    if (
      !best ||
      at + row.word.length > best.at + best.length ||
      (at + row.word.length === best.at + best.length && row.word.length > best.length)
    )
      best = { subject: row.subject, length: row.word.length, at }
  }
  return best?.subject ?? null
}

/** «部分单位», «个别政务新媒体账号», «所有县直单位和乡镇»: a quantifier with its noun. */
function findVague(text: string, hits: Hits, sentence: Sentence, kit: Kit): HolderGroup[] {
  const out: HolderGroup[] = []
  const nouns = hits.longest('vague-noun', sentence.start, sentence.end)
  for (const q of hits.longest('quantifier', sentence.start, sentence.end)) {
    if (out.at(-1) && q.start < out.at(-1)!.end) continue
    if (
      /^(?:各|全部|所有|其他|其余|几个|多个)$/.test(text.slice(q.start, q.end)) &&
      !/^.{0,6}(?:单位|部门|乡镇|账号|网站)/.test(text.slice(q.end, q.end + 10))
    )
      continue
    if (sentence.asides.some((a) => q.start >= a.start && q.end <= a.end)) continue
    let end = -1
    let from = q.end
    for (const n of nouns) {
      if (n.start < from) continue
      const gap = text.slice(from, n.start)
      if (
        gap.length > (end < 0 ? 4 : 2) ||
        /[,。;:“]/.test(gap) ||
        (end > 0 && !/^(?:的|和|及|、|政府|门户|责任|主办)?$/.test(gap))
      )
        break
      // A list of nouns is one holder; what follows 的 is what the holder has.
      if (gap === '的' && end > 0) break
      end = n.end
      from = n.end
    }
    if (end < 0) continue
    const written = text.slice(q.start, end)
    const about: About = MEDIA.test(written) ? 'media' : SITE.test(written) ? 'site' : null
    out.push({
      start: q.start,
      end,
      about,
      subject: subjectOf(written, kit),
      holders: [{ kind: 'vague', start: q.start, end, text: written, about }],
    })
  }
  if (out.length === 0)
    for (const m of text
      .slice(sentence.start, sentence.end)
      .matchAll(/我[省市县区州旗盟](?:政府)?(?:门户)?(?:网站|新媒体|政务新媒体)?/g)) {
      const start = sentence.start + m.index
      const about: About = MEDIA.test(m[0]) ? 'media' : SITE.test(m[0]) ? 'site' : null
      out.push({
        start,
        end: start + m[0].length,
        about,
        subject: subjectOf(m[0], kit),
        holders: [{ kind: 'vague', start, end: start + 2, text: m[0].slice(0, 2), about }],
      })
      break
    }
  return out
}

const QUOTED = /[“"‘「]([^“”"‘’「」\n]{1,30})[”"’」]/g
const BRACKET = /^\s*\(([^()]{2,60})\)/
const LIST = /^\s*(?:[、,;]|和|及|以及|与)?\s*$/
const NOT_ACCOUNT =
  /^(?:栏目|专栏|频道|板块|版块|专题|子栏目|专区|模块|页面|活动|等?\d*个?(?:栏目|专栏|二级栏目|频道)|一栏|现象|问题|原则|制度|责任制|平台|机制|系统)/
const TO_PLATFORM =
  /^(?:等)?(?:\d+个|[一二三四五六七八九十两]+个)?(?:的)?(?:政务|官方|认证|新浪|腾讯|不合格)*\s*$/
const FROM_PLATFORM =
  /^(?:账号|帐号|号)?(?:有?(?:\d+|[一二三四五六七八九十两]+)[个家])?,?(?:分别|依次)?[是为]?[::]?\s*$/

interface Quoted extends Span {
  name: string
  /** Where a bracket right behind the name ends, or the name itself. */
  until: number
  bracket: Span | null
}

/** “A”“B”微信公众号, 微信公众号2个:“A”(甲局)、“B”(乙局), «普宁市生态环境微信公众号»: accounts, each with its platform and its owner where one is written. */
function findAccounts(text: string, hits: Hits, sentence: Sentence, place: Place, kit: Kit): HolderGroup[] {
  const platforms = hits
    .longest('subject', sentence.start, sentence.end)
    .filter(
      (h) =>
        (h.entry.row.kind === 'platform' && !/^其[他它]/.test(h.entry.row.word)) ||
        /^(?:账号|帐号|政务新媒体|新媒体|政务新媒体账号|新媒体账号)$/.test(h.entry.row.word),
    )
  if (platforms.length === 0) return []
  const quoted = quotations(text, sentence)
  const groups: HolderGroup[] = []
  const add = (start: number, end: number, holders: Holder[], subject: string) => {
    const last = groups.at(-1)
    if (last && LIST.test(text.slice(last.end, start))) {
      last.holders.push(...holders)
      last.end = end
    } else groups.push({ start, end, holders, about: 'media', subject })
  }
  let pending: Quoted[] = []
  let label: { subject: string; end: number } | null = null
  for (const [i, q] of quoted.entries()) {
    pending.push(q)
    const first = pending[0]!
    const after = platforms.find((p) => p.start >= q.until && TO_PLATFORM.test(text.slice(q.until, p.start)))
    const before = platforms.find(
      (p) => p.end <= first.start && FROM_PLATFORM.test(text.slice(p.end, first.start)),
    )
    if (before && /[::]\s*$/.test(text.slice(before.end, first.start)))
      label = { subject: before.entry.row.subject, end: before.end }
    const next = quoted[i + 1]
    if (!after && next && LIST.test(text.slice(q.until, next.start))) continue
    const labelled =
      label && !after && !before && text.slice(label.end, first.start).search(/[。]/) < 0 ? label : null
    const subject = after?.entry.row.subject ?? before?.entry.row.subject ?? labelled?.subject
    if (subject && !NOT_ACCOUNT.test(text.slice(q.end, q.end + 8))) {
      const start = before && !after ? before.start : first.start
      const end = after ? after.end : q.until
      const owners = ownersOf(text, hits, sentence, first.start, end, place, kit)
      const holders = pending.map((p, k): Holder => {
        const own = p.bracket ? unitsIn(text, hits, p.bracket, place, kit)[0] : undefined
        const shared =
          pending.length === 1 || owners.length === 1
            ? owners[0]
            : owners.length === pending.length
              ? owners[k]
              : undefined
        return {
          kind: 'account',
          start: p.start,
          end: k === pending.length - 1 ? end : p.until,
          name: p.name,
          platform: subject,
          owner: own ?? shared ?? null,
          about: 'media',
        }
      })
      add(start, end, holders, subject)
    }
    pending = []
  }
  for (const p of platforms) {
    if (groups.some((g) => p.start >= g.start && p.end <= g.end) || p.entry.row.kind !== 'platform') continue
    const name = nameBefore(text, p.start, sentence.start, kit)
    if (!name || quoted.some((q) => p.start >= q.start && p.end <= q.end)) continue
    if (findUnits(text, hits, sentence.start, p.start, place, kit).some((u) => u.end === p.start)) continue
    const owners = ownersOf(text, hits, sentence, name.start, p.end, place, kit)
    const holder: Holder = {
      kind: 'account',
      start: name.start,
      end: p.end,
      name: name.text,
      platform: p.entry.row.subject,
      owner: owners.length === 1 ? owners[0]! : null,
      about: 'media',
    }
    groups.push({
      start: name.start,
      end: p.end,
      holders: [holder],
      about: 'media',
      subject: p.entry.row.subject,
    })
  }
  return groups.sort((a, b) => a.start - b.start)
}

function quotations(text: string, sentence: Sentence): Quoted[] {
  return [...text.slice(sentence.start, sentence.end).matchAll(QUOTED)].map((m) => {
    const start = sentence.start + m.index
    const end = start + m[0].length
    const bracket = BRACKET.exec(text.slice(end, Math.min(sentence.end, end + 64)))
    const inner = bracket && { start: end + bracket[0].indexOf('(') + 1, end: end + bracket[0].length - 1 }
    return { start, end, name: m[1]!, until: bracket ? end + bracket[0].length : end, bracket: inner }
  })
}

/** The units that a bracket consists of: «(甲局)», «(分别由甲镇、乙街道主办)», «(丙局维护)». */
export function unitsIn(text: string, hits: Hits, inner: Span, place: Place, kit: Kit): Unit[] {
  const units = findUnits(text, hits, inner.start, inner.end, place, kit)
  if (units.length === 0) return []
  const grouped = groupUnits(text, units, inner.start, inner.end, place, kit).flatMap((g) => g.units)
  const rest =
    text.slice(inner.start, inner.end).length -
    units.reduce((n, u) => n + u.end - u.start, 0) -
    (units.length - 1)
  return rest <= 8 ? grouped : []
}

const NOT_A_NAME =
  /^(?:政务|官方|新浪|腾讯|其|该|个别?|部分|各|开设|本|所有|全市|全县|全区|全省|一些|单位|的|多个|少数|有的|原|新|部门|乡镇|同一|通过|利用|开通|注册|政府|新开|如|仅|发布|关于|市级|县级|区级|省级|镇街|不合格|全国|名单|问题|检查|抽查|运行|上述|以上|认证|备案)+$/

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
    at - start < 16 &&
    /[\u4e00-\u9fffA-Za-z0-9·]/.test(text[start - 1]!) &&
    !endsBoundary(text, start, kit)
  )
    start--
  const name = text.slice(start, at)
  if (
    name.length < 3 ||
    NOT_A_NAME.test(name) ||
    /[的了未不无]|^\d|个$|家$|网站|账号|新媒体|查|单位|部门|方面/.test(name)
  )
    return null
  return { start, text: name }
}

const OWNED =
  /^(?:的|将|主办的?|开设的?|开办的?|开通的?|运维的?|所属的?|主管的?|负责的?|管理的?|申请的?|注册的?|停用的?|闲置的?|自行|擅自|私自|违规|绕开审批|未经审批|未经批准|未经报备|新|官方|政务|认证|微信公众号|微信视频号|公众号|订阅号|服务号|新浪微博|微博|抖音号|快手号|视频号|今日头条号?|头条号|小程序|客户端|账号)*$/

/** The units right in front of the accounts («旗融媒体中心“看见准格尔”抖音号»), or in brackets right behind them. */
function ownersOf(
  text: string,
  hits: Hits,
  sentence: Sentence,
  start: number,
  end: number,
  place: Place,
  kit: Kit,
): Unit[] {
  const bracket = BRACKET.exec(text.slice(end, Math.min(sentence.end, end + 64)))
  if (bracket) {
    const from = end + bracket[0].indexOf('(') + 1
    const units = unitsIn(text, hits, { start: from, end: from + bracket[1]!.length }, place, kit)
    if (units.length) return units
  }
  const from = Math.max(sentence.start, start - 40)
  const before = findUnits(text, hits, from, start, place, kit)
  const last = before.at(-1)
  if (!last) return []
  const between = text.slice(last.end, start)
  // «永红乡、高卓营乡分别将停用的“A”“B”公众号…»
  if (between.startsWith('分别') && OWNED.test(between.slice(2)))
    return groupUnits(text, before, from, start, place, kit).at(-1)?.units ?? []
  return OWNED.test(between) ? [last] : []
}

/** «市发展改革局信用揭阳网»: a site called by its own name, right behind its unit. */
function findSites(text: string, sentence: Sentence, groups: readonly HolderGroup[]): HolderGroup[] {
  const out: HolderGroup[] = []
  for (const g of groups) {
    const last = g.holders.at(-1)
    if (last?.kind !== 'unit' || g.end >= sentence.end) continue
    const m = /^(?:的|主办的)?[“"]?([\u4e00-\u9fff]{2,10}网)[”"]?(?![站络民上页址友格点])/.exec(
      text.slice(g.end, Math.min(sentence.end, g.end + 16)),
    )
    if (!m || /^(?:政府|门户|部门)?网$|[的了未不在有]|政府网$|政务服务网$/.test(m[1]!)) continue
    const start = g.end + m[0].indexOf(m[1]!)
    g.holders[g.holders.length - 1] = {
      kind: 'site',
      start: last.start,
      end: start + m[1]!.length,
      name: m[1]!,
      owner: last.unit,
      about: 'site',
    }
    g.about = 'site'
    g.subject = 'website'
    g.end = start + m[1]!.length
  }
  return out
}
