import type { Kit } from '../kit.ts'
import { MEDIA, SITE, saying } from '../lexicon/phrases.ts'
import type { TableRow } from '../lexicon/tables.ts'
import { onceFor, remembering } from '../once.ts'
import type { Span } from '../segment/line.ts'
import { countsAccounts, findAccounts, unitsIn, without } from './accounts.ts'
import { groupUnits } from './enumeration.ts'
import type { Hits } from './hits.ts'
import { type About, type Holder, type HolderGroup, holderGroup, unitHolder } from './holder.ts'
import type { Place } from './place.ts'
import { isAside, type Sentence } from './sentence.ts'
import { findUnits } from './units/find-units.ts'
import type { Unit } from './units/unit.ts'

/** Holder groups of a sentence, by position. `ofMedia`: it stands under a heading of accounts. */
export function findHolders(
  text: string,
  hits: Hits,
  sentence: Sentence,
  place: Place,
  kit: Kit,
  ofMedia = false,
): HolderGroup[] {
  const accounts = findAccounts(text, hits, sentence, place, kit, ofMedia)
  const taken = (start: number, end: number) =>
    accounts.some((g) => g.holders.some((h) => h.kind === 'account' && start >= h.start && end <= h.end))
  const units = findUnits(text, hits, sentence.start, sentence.end, place, kit).filter(
    (u) => !inAside(sentence, u) && !inTitle(text, u) && !taken(u.start, u.end),
  )
  const groups: HolderGroup[] = groupUnits(text, units, sentence.start, sentence.end, place, kit).map((g) => {
    const about: About = MEDIA(kit).test(g.tail) ? 'media' : SITE(kit).test(g.tail) ? 'site' : null
    const holders = g.units.map((unit) => unitHolder(unit, about))
    const noun = nounOf(g.tail, kit)
    // «市教育局频道» is its own; «市教育局栏目» is a part of its site.
    return holderGroup(g, holders, about, noun?.kind === 'column' ? null : (noun?.subject ?? null))
  })
  const vague = findVague(text, hits, sentence, kit).filter(
    (v) => !groups.some((g) => g.start <= v.start && g.end >= v.end),
  )
  for (const v of vague) takeIn(text, v, groups)
  for (const v of vague)
    for (const g of groups) if (g.start >= v.start && g.end <= v.end) g.holders.length = 0
  for (const g of groups)
    if (accounts.some((a) => firstOf(a) > g.end && countsAccounts(text, g.end, firstOf(a), kit)))
      g.holders.length = 0
  const sites = findSites(text, hits, sentence, groups, place, kit)
  accountsInBrackets(text, accounts, groups, kit)
  ownersBehind(text, hits, sentence, accounts, groups, place, kit)
  const bracketed = findBracketed(text, hits, sentence, [...accounts, ...groups, ...sites], place, kit)
  const all = [
    ...accounts,
    ...groups.filter((g) => g.holders.length > 0),
    ...vague,
    ...sites,
    ...bracketed,
  ].sort((a, b) => a.start - b.start)
  return all.filter((_, k) => !isSecondary(text, all, k, kit))
}

/** «个别县(区)教育局», «部分乡镇卫生院»: which bodies of the ones that are not named. */
function takeIn(text: string, vague: HolderGroup, groups: readonly HolderGroup[]): void {
  const [holder] = vague.holders
  if (holder?.kind !== 'vague' || !/[县区市州旗盟镇乡]$/.test(holder.text)) return
  const of = groups.find(
    (g) => g.start >= vague.end && /^(?:\([^()]{1,8}\))?$/.test(text.slice(vague.end, g.start)),
  )
  const [unit] = of?.holders ?? []
  if (unit?.kind !== 'unit' || unit.unit.prefix !== '' || unit.unit.kind === 'government') return
  vague.end = holder.end = unit.end
  holder.text = text.slice(holder.start, unit.end)
}

const OPENED = saying((any) => new RegExp(`\\((?:${any('such_as')}|为)?[::]?$`))
const BETWEEN = saying((any) => new RegExp(`^(?:[、,;]|${any('joins')})$`))
const CLOSED = /^(?:\([^()]{1,30}\))?(?:等?(?:\d{1,3}|[一二两三四五六七八九十]{1,3})?[个家]?)?\)/

const ONLY_COUNT = /^(?:\d{1,3}[个家])?$/

/** «市教育局(“A”微信公众号)»: its account is told of; «长期未更新(“A”微信公众号、乙局“B”微博)»: the bracket says who. */
function accountsInBrackets(
  text: string,
  accounts: readonly HolderGroup[],
  groups: readonly HolderGroup[],
  kit: Kit,
): void {
  for (const [k, first] of accounts.entries()) {
    const start = firstOf(first)
    const lead = OPENED(kit).exec(text.slice(Math.max(0, start - 8), start))
    if (!lead) continue
    let last = k
    while (
      last + 1 < accounts.length &&
      BETWEEN(kit).test(text.slice(accounts[last]!.end, firstOf(accounts[last + 1]!)))
    )
      last++
    if (!CLOSED.test(text.slice(accounts[last]!.end, accounts[last]!.end + 8))) continue
    const bracket = start - lead[0].length
    // «县统计局2个(“A”微信公众号、“B”抖音号)»
    const named = groups
      .flatMap((g) => g.holders)
      .find((h) => h.kind === 'unit' && h.end <= bracket && ONLY_COUNT.test(text.slice(h.end, bracket)))
    for (const g of accounts.slice(k, last + 1)) {
      g.bracketed = true
      if (named?.kind === 'unit') for (const h of g.holders) if (h.kind === 'account') h.owner ??= named.unit
    }
  }
}

/** Where the names begin, an account's owner counted in. */
export function firstOf(group: HolderGroup): number {
  return Math.min(
    group.start,
    ...group.holders.map((h) => ('owner' in h && h.owner ? h.owner.start : h.start)),
  )
}

/** «主管单位均为郁南县», «均由郁南县主管» */
const ALL_WITH = saying(
  (any) =>
    new RegExp(`(?:${any('answers')}${any('bodies')}${any('all')}[为是系]|${any('all')}(?:由|属于?))$`),
)
const BEHIND = saying(
  (any) => new RegExp(`(?:${any('lies_with')}|${any('answers')}${any('bodies')}[:为是]?)$`),
)

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
  if (accounts.length === 0) return
  const unowned = accounts.flatMap((g) => g.holders).filter((h) => h.kind === 'account' && !h.owner)
  if (unowned.length === 0) return
  const last = Math.max(...unowned.map((h) => h.end))
  const inAsides = sentence.asides
    .filter((a) => a.start >= last && text[a.start] === '(')
    .flatMap((a) => {
      const units = findUnits(text, hits, a.start + 1, a.end - 1, place, kit)
      return groupUnits(text, units, a.start + 1, a.end - 1, place, kit)
    })
  const unitsOf = (g: (typeof groups | typeof inAsides)[number]): Unit[] =>
    'units' in g ? g.units : g.holders.flatMap((h) => (h.kind === 'unit' ? [h.unit] : []))
  const behind = [...groups, ...inAsides].find((g) => {
    if (g.start < last) return false
    const lead = text.slice(Math.max(last, g.start - 12), g.start)
    const many = unitsOf(g).length
    return many === unowned.length
      ? BEHIND(kit).test(lead) ||
          // «“A”“B”公众号停更(甲局、乙局)»
          (unowned.length > 1 && text[g.start - 1] === '(' && text[g.end] === ')')
      : many === 1 && ALL_WITH(kit).test(lead)
  })
  if (!behind) return
  const units = unitsOf(behind)
  for (const [k, h] of unowned.entries()) if (h.kind === 'account') h.owner = units[k] ?? units[0]!
  const at = groups.indexOf(behind as HolderGroup)
  if (at >= 0) groups.splice(at, 1)
}

const COUNTED = saying((any) => new RegExp(`等?\\d{1,3}[个家](?:[镇乡县区局]|${any('bodies')})?$`))

const HOW_MANY = /\d{1,4}[个家条项处件篇次](?=$|[、,;])/g

/** «“权责清单”等3个栏目» of the unit in front of it. */
const COLUMNS = saying(
  (any) =>
    new RegExp(
      `(?:“[^“”]{1,16}”[、和]?){1,4}(?!${any('media', 'of_account')})(?:等\\d{0,3}个?)?${any('column')}?`,
      'g',
    ),
)

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
    // «栏目空白(丁局“通知公告”、戊局“规划计划”)»; of accounts the name is what is told of.
    const columns = MEDIA(kit).test(text.slice(sentence.start, aside.start)) ? null : COLUMNS(kit)
    const words = without(text.slice(inner.start, inner.end), columns)
    if (/^[^)]{0,8}[:]/.test(words)) return []
    const units = unitsIn(text, hits, inner, place, kit, columns)
    if (units.length === 0) return []
    // «(12345热线办)» has its figure in its name.
    const rest = units.reduce((left, u) => left.replace(text.slice(u.start, u.end), ''), words)
    // «(区水务局6个、东山镇4个)»
    if (/\d/.test(rest.replace(COUNTED(kit), '').replace(HOW_MANY, ''))) return []
    const holders = units.map((unit) => unitHolder(unit))
    return [holderGroup(aside, holders, null, null, true)]
  })
}

/** «认证主体是一家商贸公司»: what is found there. */
const WHOSE = saying(
  (any) =>
    new RegExp(`${any('registered')}${any('still', 'all')}?(?:[是为系]|${any('shown_as')})[^,。;:]{0,6}$`),
)

/** «公布的便民服务中心地址», «数据中心栏目»: what is published, not who publishes. */
const ITS_PLACE = saying((any) => new RegExp(`^(?:办公|服务|联系|咨询)?${any('reached_at')}`))
const A_COLUMN = saying((any) => new RegExp(`^.?.中心(?:${any('column')}|链接)`))
const HIGHER = /^(?:province_government|ministry)$/
const NOT_TAKEN = saying((any) => new RegExp(`^[^,。;]{1,12}(?:未|没有|漏)[^,。;]{0,4}${any('takes_over')}`))
const OF_HIGHER = saying((any) => new RegExp(`${any('takes_over')}[^,。;]{0,14}$`))

function isMatter(text: string, { start, end, holders }: HolderGroup, kit: Kit): boolean {
  const [holder] = holders
  if (holder?.kind !== 'unit' || holders.length > 1) return false
  const { prefix, function: code } = holder.unit
  return (
    (prefix === '' &&
      (ITS_PLACE(kit).test(text.slice(end, end + 4)) || A_COLUMN(kit).test(text.slice(start, end + 2)))) ||
    (HIGHER.test(code ?? '') &&
      (OF_HIGHER(kit).test(text.slice(Math.max(0, start - 16), start)) ||
        NOT_TAKEN(kit).test(text.slice(end, end + 20))))
  )
}

const HELD = saying((any) => new RegExp(`^[^,。;]{0,8}(?:所载|${any('differs')})`))
const KEPT = /^(?:门户)?网站(?:中|上|内)?(?:由(?!于)|“[^”]{1,14}”\([^()]{2,14}[局委办厅镇乡会处院])/
const FILED = saying((any) => new RegExp(`^[^,。;]{0,4}${any('files')}`))
const ALIKE = saying((any) => new RegExp(`^[^,。;]{0,20}${any('alike', 'differs')}`))
const CHARGED = saying((any) => new RegExp(`^(?:具体)?(?:负责|承担|${any('answers')}){1,2}的$`))
const SHOWN = saying((any) => new RegExp(`${any('still')}[是为][^,。;]{0,8}$|${any('shown_as')}$`))
const GIVEN = saying((any) => new RegExp(`${any('given')}$`))
const SUBORDINATE = saying((any) => new RegExp(`^(?:的)?${any('under')}(?:的)?$`))

/** Groups that only belong to another: an account's own unit, what a unit deals with, a part of its site. */
function isSecondary(text: string, all: readonly HolderGroup[], k: number, kit: Kit): boolean {
  const group = all[k]!
  if (isMatter(text, group, kit)) return true
  // «茶店镇“秀美茶店”微信公众号»: the account is what is told of, the town owns it.
  const owns = (unit: Unit) =>
    all.some((o) =>
      o.holders.some((h) => h.kind === 'account' && h.owner !== null && h.owner.start === unit.start),
    )
  if (group.holders.some((h) => h.kind === 'unit' && owns(h.unit))) return true
  // «州教育和体育局下属凉山民族中学»: the body over the one that is told of.
  const next = all[k + 1]
  if (next && SUBORDINATE(kit).test(text.slice(group.end, next.start))) return true
  // «没有向局办公室备案», «把公众号交给校外公司打理»
  if (GIVEN(kit).test(text.slice(Math.max(0, firstOf(group) - 4), firstOf(group)))) return true
  if (text[firstOf(group) - 1] === '向') return true
  if (text[firstOf(group) - 1] === '到' && FILED(kit).test(text.slice(group.end, group.end + 8))) return true
  // «办结时限与省网上办事大厅所载相差10天»: what it is held against.
  if (
    /[与和同跟]/.test(text[firstOf(group) - 1] ?? '') &&
    HELD(kit).test(text.slice(group.end, group.end + 14))
  )
    return true
  // «县政府网站由县商务局维护的“营商环境”栏目», «县政府网站“人事信息”(县人社局)栏目»: where it stands, not whose it is.
  if (
    group.about === 'site' &&
    group.holders.length === 1 &&
    KEPT.test(text.slice(group.end, group.end + 24))
  )
    return true
  if (k === 0) return WHOSE(kit).test(text.slice(Math.max(0, group.start - 14), group.start))
  const before = text.slice(all[k - 1]!.end, group.start)
  // «与该乡“石西发布”快手号在同一平台重复开设»: what the one told of is held against.
  if (
    /(?:^|[,;。:])与(?:该|本|其)?[市县区乡镇局委办厅]?$/.test(before) &&
    ALIKE(kit).test(text.slice(group.end, group.end + 26))
  )
    return true
  if (/[,;。:]/.test(before)) return WHOSE(kit).test(before)
  // «市教育局负责的市政府门户网站“校外培训”栏目»: on whose site it stands.
  const [first] = group.holders
  const ofGovernment =
    group.holders.length === 1 && first?.kind === 'unit' && first.unit.kind === 'government'
  if (group.about === 'site' && ofGovernment && CHARGED(kit).test(before)) return true
  // «认证主体仍是已撤销的县公路管理局»: what is found there, not who is told of.
  if (WHOSE(kit).test(before)) return true
  if (SHOWN(kit).test(before)) return true
  // «部分单位对留言中心的留言推诿», «与甘肃政务服务网不一致»
  if (/[对向与同跟]$/.test(before) && !/^[和与及、]$/.test(before)) return true
  // «阳谷县网站多数办事指南»: a part of what stands in front.
  return (
    group.holders.every((h) => h.kind === 'vague') && !/[、和及与]\s*$/.test(before) && before.length <= 12
  )
}

function inAside(sentence: Sentence, unit: Span): boolean {
  return isAside(sentence, unit.start, unit.end)
}

/** «《X县…办法》» and a name in quotation marks («“平安X县”») are no units. */
function inTitle(text: string, unit: Span): boolean {
  // «“岳阳市教育局”网站», «“岳阳市教育局网站”»: the site goes by the name of its unit.
  if (text[unit.start - 1] === '“' && ITS_SITE.test(text.slice(unit.end, unit.end + 12))) return false
  return (
    text[unit.start - 1] === '《' ||
    text[unit.start - 1] === '“' ||
    ((text[unit.end] === '”' || text[unit.end] === '》') &&
      /[“《][^”》]*$/.test(text.slice(Math.max(0, unit.start - 20), unit.start)))
  )
}

const ITS_SITE =
  /^(?:”(?:政府|部门|官方)?(?:门户)?(?:网站|官网)|(?:政府|部门|官方)?(?:门户)?(?:网站|官网|网)”)/

type Noun = TableRow<'subjects'>

/** What kind of thing `words` end in. */
export const subjectOf = (words: string, kit: Kit): string | null => nounOf(words, kit)?.subject ?? null

/** The last of `words` that names a thing that is inspected. */
export const nounOf = (words: string, kit: Kit): Noun | null => nounsOf(kit)(words)

const nounsOf = onceFor((kit: Kit) => remembering((words) => lastNoun(words, kit)))

function lastNoun(words: string, kit: Kit): Noun | null {
  let best: { row: Noun; length: number; at: number } | null = null
  for (const row of kit.tables.subjects) {
    // Most words are not there at all, which is quicker told from the front.
    if (!words.includes(row.word) || /^其[他它余]$/.test(row.word)) continue
    const at = words.lastIndexOf(row.word)
    if (
      !best ||
      at + row.word.length > best.at + best.length ||
      (at + row.word.length === best.at + best.length && row.word.length > best.length)
    )
      best = { row, length: row.word.length, at }
  }
  return best?.row ?? null
}

const OF_BODIES = saying((any) => new RegExp(`^.{0,6}(?:${any('bodies')}|账号|网站)`))

const MUCH = saying((any) => new RegExp(`^[\\u4e00-\\u9fff](?<!有)${any('much')}的$`))

/** What a body publishes, in front of what it does with it. */
const MATTER = /^(?:信息|内容)$/

/** «部分单位», «个别政务新媒体账号», «所有县直单位和乡镇»: a quantifier with its noun. */
function findVague(text: string, hits: Hits, sentence: Sentence, kit: Kit): HolderGroup[] {
  const out: HolderGroup[] = []
  const quantifiers = hits.longest('quantifier', sentence.start, sentence.end)
  const nouns = quantifiers.length > 0 ? hits.longest('vague-noun', sentence.start, sentence.end) : []
  for (const q of quantifiers) {
    if (out.at(-1) && q.start < out.at(-1)!.end) continue
    if (
      /^(?:各|全部|所有|其他|其余|几个|多个)$/.test(text.slice(q.start, q.end)) &&
      !OF_BODIES(kit).test(text.slice(q.end, q.end + 10))
    )
      continue
    if (isAside(sentence, q.start, q.end)) continue
    // «图片失效较多的单位有:…»: how much those fail who come next.
    if (MUCH(kit).test(text.slice(q.start - 1, q.end + 1))) continue
    let end = -1
    let from = q.end
    let part = false
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
      // «部分单位信息发布审核流于形式» is told of the body.
      if (end > 0 && !part && gap === '' && MATTER.test(text.slice(n.start, n.end))) break
      // «个别单位信息员更换频繁» is told of the body.
      if (n.entry.person && end > 0 && !/[和及、]/.test(gap)) break
      end = n.end
      from = n.end
      part = n.entry.part
    }
    if (end < 0) continue
    const written = text.slice(q.start, end)
    const about: About = MEDIA(kit).test(written) ? 'media' : SITE(kit).test(written) ? 'site' : null
    const holder: Holder = { kind: 'vague', start: q.start, end, text: written, part, about }
    out.push(holderGroup(holder, [holder], about, subjectOf(written, kit)))
  }
  const words = text.slice(sentence.start, sentence.end)
  if (out.length === 0 && words.includes('我'))
    for (const m of words.matchAll(/我[省市县区州旗盟](?:政府)?(?:门户)?(?:网站|新媒体|政务新媒体)?/g)) {
      const start = sentence.start + m.index
      const about: About = MEDIA(kit).test(m[0]) ? 'media' : SITE(kit).test(m[0]) ? 'site' : null
      const said = m[0].slice(0, 2)
      const holder: Holder = { kind: 'vague', start, end: start + 2, text: said, part: false, about }
      out.push(holderGroup({ start, end: start + m[0].length }, [holder], about, subjectOf(m[0], kit)))
      break
    }
  return out
}

/** «市发展改革局信用揭阳网»: a site called by its own name, right behind its unit. */
function findSites(
  text: string,
  hits: Hits,
  sentence: Sentence,
  groups: readonly HolderGroup[],
  place: Place,
  kit: Kit,
): HolderGroup[] {
  const out: HolderGroup[] = []
  for (const g of groups) {
    const last = g.holders.at(-1)
    if (last?.kind !== 'unit' || g.end >= sentence.end) continue
    const m = /^(?:的|主办的)?[“"]?([\u4e00-\u9fff]{2,10}网)[”"]?(?![站络民上页址友格点易])/.exec(
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
  for (const { start, end } of sentence.quotes) {
    const name = text.slice(start, end)
    if (!SITE_NAME.test(name) || NO_SITE(kit).test(name) || !END_OF_SITE.test(text.slice(end, end + 6)))
      continue
    if (groups.some((g) => g.start < end && g.end > start)) continue
    const aside = sentence.asides.find((a) => a.start === end + 1 && text[a.start] === '(')
    const inner = aside && { start: aside.start + 1, end: aside.end - 1 }
    const owner = (inner && unitsIn(text, hits, inner, place, kit)[0]) ?? null
    const until = owner ? aside!.end : end + 1
    const site: Holder = { kind: 'site', start, end: until, name, owner, about: 'site' }
    out.push(holderGroup({ start, end: until }, [site], 'site', 'website'))
  }
  return out
}

/** «一个是“木垒旅游网”»: nobody but the site is named. */
const SITE_NAME = /^[\u4e00-\u9fff]{3,12}网$/
const NO_SITE = saying((any) => new RegExp(`^${any('no_site')}$|[的了未不在有]|政务服务网$|一张网$`))
const END_OF_SITE = /^[”"](?:网站|等|[,。;:(、和及]|$)/
