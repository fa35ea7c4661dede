import type { Kit } from '../kit.ts'
import { saying } from '../lexicon/phrases.ts'
import type { Region } from '../lexicon/regions.ts'
import type { Classified } from '../resolve/category.ts'
import { type Holder, type HolderGroup, holderGroup } from '../resolve/holder.ts'
import { firstOf } from '../resolve/holders.ts'
import type { Clause, Sentence } from '../resolve/sentence.ts'
import type { Unit } from '../resolve/units/unit.ts'
import { type Span, tight } from '../segment/line.ts'
import type { Finding } from './finding.ts'
import type { OwnHolder } from './own-holder.ts'

const NUMBER = '(?:\\d{1,9}|[一二两三四五六七八九十]{1,9})'

export const EXAMPLE = saying((any) => new RegExp(`^(?:[,、]?(?:仅|其中|主要)?)${any('such_as')}`))
/** «停更超过两周的9个»: who it is told of comes after. */
export const LISTED = saying((any) => {
  const thing = `${any('bodies', 'site', 'media')}?`
  return new RegExp(
    `^[^,;。]{0,10}的${thing}[共有是为]{0,3}${NUMBER}[个家条]?[::]?$|^[^,;。]{0,6}的${thing}[有是为][::]?$`,
  )
})
export const BY = saying((any) => new RegExp(`^\\s{0,9}另?(?:${NUMBER})?[条件封项个]?${any('in_turn')}?由$`))
/** «没有改的2个,一个是…,一个是…» */
export const EACH = /^(?:另外?)?(?:一[个家条项处]|其[一二三四五])(?:是|为)/
/** «超时的两条,…»: of what the sentence before counted. */
export const REMAINDER = saying(
  (any) => new RegExp(`^\\s{0,9}(?:其中)?,?${any('late')}[^,。;]{0,8}的?${NUMBER}[条件封]`),
)
/** «甲镇的公众号,以及乙局的微博,…» */
export const GOES_ON = saying((any) => new RegExp(`^\\s{0,9}(?:${any('joins')}|包括)$`))
/** «有的栏目点不开,具体见附件» */
export const ELSEWHERE = saying(
  (any) =>
    new RegExp(
      `${any('annexed')}|详见[^,。;]{0,8}[表单]|附[件表](?:[^,。;]{0,6}列[出明示]|\\d?${any('lists')}|\\d?\\))`,
    ),
)

/** «“A”公众号(甲镇)、“B”视频号(乙镇)» */
const JOINED = saying((any) => new RegExp(`^(?:\\([^()]{1,40}\\))?(?:、|${any('joins')})$`))

/** What may lead to those a problem was told of: «均由…», «涉及…», «主要集中在…», nothing. */
export const NAMES = saying(
  (any) =>
    new RegExp(
      `^\\s{0,9}(?:${any('answers')}${any('bodies')}|${any('all', 'in_turn')}|主要|其中|具体|问题|共|也){0,9}${any('lies_with', 'such_as')}?[^,。;]{0,3}$`,
    ),
)

/** «:“就业创业”“职称评审”栏目(甲局)»: what is named in front of a bracket that says whose it is. */
const OWNED = /(?:(?:“[^”]{1,20}”、?){1,6}[^“”,。;:]{0,6}|(?<=^\s{0,9})[\u4e00-\u9fff]{2,12})$/

/** What stands between the beginning of a clause and the first of those it names. */
export function leadOf(text: string, clause: Clause, [first]: readonly HolderGroup[]): string {
  const lead = text.slice(clause.start, firstOf(first!))
  return first!.bracketed ? lead.replace(OWNED, '') : lead
}

/** Nothing but the names, and how many they are. */
export function isList(text: string, clause: Clause, own: readonly HolderGroup[], kit: Kit): boolean {
  return (
    NAMES(kit).test(leadOf(text, clause, own)) &&
    /^等?(?:\d{1,4}[个家])?[^,。;]{0,6}$/.test(text.slice(own.at(-1)!.end, clause.end))
  )
}

/** Part of the name of one of them: «应急管理» of «市应急管理局». */
export function isNamed(groups: readonly HolderGroup[], start: number, end: number): boolean {
  for (const { holders } of groups)
    for (const h of holders) {
      const unit = h.kind === 'unit' ? h.unit : 'owner' in h ? h.owner : null
      if (unit && start >= unit.start && end <= unit.end) return true
      if (h.kind === 'site' && start >= h.start && end <= h.end) return true
    }
  return false
}

export const isVague = (group: HolderGroup): boolean => group.holders.every((h) => h.kind === 'vague')

/** «部分办事指南» under a heading, or behind a name, that says whose. */
export function isPart(group: HolderGroup): boolean {
  return group.holders.every((h) => h.kind === 'vague' && h.part)
}

/** Two accounts of one unit are one problem: of the unit, where it is named, else of the first. */
export function withoutAccounts(groups: readonly HolderGroup[]): readonly HolderGroup[] {
  const units = groups.filter((g) => g.holders.some((h) => h.kind !== 'account'))
  if (units.length > 0) return units
  const owners = new Set<Unit | null>()
  const isFirst = (h: Holder) => h.kind === 'account' && owners.size < owners.add(h.owner).size
  return groups.map((g) => ({ ...g, holders: g.holders.filter(isFirst) }))
}

/** The groups that a category is told of: those in front of it, unless an earlier category of the clause stands between. */
export function holdersBefore(
  text: string,
  own: readonly HolderGroup[],
  categories: readonly Classified[],
  k: number,
  kit: Kit,
): HolderGroup[] {
  const category = categories[k]!
  const before = own.filter(
    (g) =>
      g.end <= category.start ||
      (g.start < category.start && g.end <= category.end) ||
      (g.start >= category.start && g.start < category.end && (g.end <= category.end || category.cue)),
  )
  // «停更的有甲局“A”公众号、乙局“B”抖音号»: a list goes on.
  for (let last = before.at(-1), at = last ? own.indexOf(last) + 1 : own.length; at < own.length; at++) {
    const next = own[at]!
    if (before.includes(next)) continue
    if (next.start < last!.end || !JOINED(kit).test(text.slice(last!.end, firstOf(next)))) break
    before.push(next)
    last = next
  }
  const previous = categories
    .slice(0, k)
    .reverse()
    .find((c) => before.some((g) => g.start >= c.end))
  return previous ? before.filter((g) => g.start >= previous.end) : before
}

/** «A网站和B网站分别出现P和Q»: the n-th of the one goes with the n-th of the other. */
export function respectively(
  text: string,
  clause: Clause,
  own: readonly HolderGroup[],
  categories: readonly Classified[],
): { category: Classified; groups: HolderGroup[] }[] | null {
  const at = text.slice(clause.start, clause.end).indexOf('分别')
  if (at < 0 || categories.length < 2) return null
  const before = own.filter((g) => g.end <= clause.start + at)
  const holders = before.flatMap((g) => g.holders.map((h) => ({ ...g, holders: [h] })))
  return holders.length === categories.length
    ? categories.map((category, k) => ({ category, groups: [holders[k]!] }))
    : null
}

const holds = (city: Region, region: Region | null): boolean =>
  city.code.endsWith('00') &&
  region !== null &&
  region !== city &&
  region.code.startsWith(city.code.slice(0, 4))

/** Under the name of a unit stand its own accounts; under that of a county, its departments and towns. */
export function placeUnder(above: readonly HolderGroup[], groups: readonly HolderGroup[]): void {
  const units = above.flatMap((g) => g.holders).flatMap((h) => (h.kind === 'unit' ? [h.unit] : []))
  const [head] = units
  const accounts = groups.flatMap((g) => g.holders).filter((h) => h.kind === 'account')
  // «夏日哈镇、巴隆乡人民政府» over two accounts: one for each.
  if (units.length > 1 && units.length === accounts.length)
    for (const [k, account] of accounts.entries()) account.owner ??= units[k]!
  if (!head || units.length > 1) return
  for (const h of groups.flatMap((g) => g.holders)) {
    if (h.kind === 'account') h.owner ??= head
    const unit: Unit | null = h.kind === 'unit' ? h.unit : h.kind === 'account' ? h.owner : null
    if (head.kind !== 'government' || !unit || unit === head) continue
    // «市公安局» under 禹州市, in the notice of 许昌市
    if (unit.region !== null && !(unit.prefix.length === 1 && holds(unit.region, head.region))) continue
    if (unit.prefix === '' ? unit.kind === 'town' : head.region?.name.endsWith(unit.prefix)) {
      unit.region = head.region
      if (unit.kind === 'government') unit.function = head.function
    }
  }
}

export function ownGroup(own: OwnHolder, { start }: Span): HolderGroup {
  const holder: Holder = { kind: 'own', start, end: start, text: own.written, about: null }
  return holderGroup(holder, [holder], null, null)
}

export function whoOf(
  holder: Holder,
  own: OwnHolder | null,
): Pick<Finding, 'written' | 'unit' | 'vague' | 'subjectName'> {
  switch (holder.kind) {
    case 'unit':
      return { written: holder.unit.written, unit: holder.unit, vague: false, subjectName: null }
    case 'vague':
      return { written: holder.text, unit: null, vague: true, subjectName: null }
    case 'own':
      return { written: holder.text, unit: own?.unit ?? null, vague: false, subjectName: null }
    case 'account':
    case 'site':
      return {
        written: holder.owner?.written ?? own?.written ?? null,
        unit: holder.owner ?? own?.unit ?? null,
        vague: false,
        subjectName: holder.name,
      }
  }
}

/** «甲镇:“甲镇发布”停更»: the one that a line begins with, where nothing else stands before its colon. */
export function labelOf(
  text: string,
  sentence: Sentence,
  groups: readonly HolderGroup[],
): HolderGroup[] | null {
  const [first] = sentence.clauses
  if (first?.stop !== ':') return null
  const named = groups.filter((g) => g.end <= first.end)
  return named.length === 1 &&
    tight(text.slice(first.start, first.end)) === tight(text.slice(named[0]!.start, named[0]!.end))
    ? named
    : null
}

/** Does the sentence go on from one of its passage that ended in «;»? */
export function followsOn(text: string, passage: Span, sentence: Span): boolean {
  return /;\s*$/.test(text.slice(Math.max(passage.start, sentence.start - 2), sentence.start))
}
