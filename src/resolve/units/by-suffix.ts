import type { Kit } from '../../kit.ts'
import type { Region } from '../../lexicon/regions.ts'
import type { Hit, Hits } from '../hits.ts'
import { type Place, regionNamed, scopeRegion } from '../place.ts'
import { followsBare } from './department.ts'
import { functionByField, functionByLastField } from './field.ts'
import { ownGovernment } from './government.ts'
import { endsBoundary, HAN, joins, leftEdge, prefixBefore, SCOPE, startsAnew } from './name-edge.ts'
import { FIRMS, type Unit, unitOf } from './unit.ts'
import { officesOf, partOf } from './vertical-office.ts'

const SCOPE_OF_NAME = new RegExp(`^${SCOPE}(?=.{2}|$)|^[市县区旗州省盟](?=.)`)

/** Endings of departments; what an institution is for, its first words do not say. */
const TOWNS = /^(?:town|subdistrict|village)$/

const SCOPE_AT = /[市县区旗州省盟]/

const NATIONWIDE = /^(?:国网|国家|中国)/

const NUMBER = /(?:第[一二三四五六七八九十\d]{1,3}师)?第?(?:\d{1,3}|[一二三四五六七八九十〇○零]{2,4})$/
const LONGEST_NUMBER = 10

const OFFICES = /^(?:管理|分)?局$|^[厅委办]$|^(?:办公室|委员会)$/
/** Branches in towns, called by their field right in front of it: «安定司法所», «加义镇水利站». */
const BRANCH = /^[所站]$/

export function bySuffix(
  text: string,
  hits: Hits,
  hit: Hit<'suffix'>,
  floor: number,
  place: Place,
  kit: Kit,
): Unit | null {
  const { suffix, function: code, expand, not_before, not_after, numbered } = hit.entry.row
  if (suffix === '人民政府' || suffix === '政府') return ownGovernment(text, hits, hit, floor, place, kit)
  if (
    (not_before.includes(text[hit.end] ?? '\0') && !startsAnew(text, hit.end)) ||
    (hit.start > 0 && not_after.includes(text[hit.start - 1]!))
  )
    return null
  // «山海关区», «站前区»: no custom-house, no station.
  if (
    hits
      .within('region', hit.start - LONGEST_PLACED, hit.end + 3)
      .some((r) => r.end > hit.end && r.start < hit.end && CLASSED.test(text.slice(r.start, r.end)))
  )
    return null
  const around = aroundPlace(text, hits, hit, floor, place, kit)
  if (around) return around
  const number =
    numbered === 'yes'
      ? NUMBER.exec(text.slice(Math.max(floor, hit.start - LONGEST_NUMBER), hit.start))
      : undefined
  if (number === null) return null
  let from = number
    ? behindNumber(hits, hit.start - number[0].length, floor)
    : leftEdge(text, hit.start, floor, place, kit)
  if (from === hit.start && TOWNS.test(code)) from = endsName(text, hits, from, floor, place, kit)
  if (opensName(text, hits, hit, from, floor, kit)) from = leftEdge(text, from - 1, floor, place, kit)
  if (TOWNS.test(code)) from = behindPlace(text, hits, from, hit, floor, kit)
  from = acrossPlace(text, hits, from, hit.start, floor, place, kit)
  let region: Region | null = null
  let prefix = ''
  // A place in front of the name, wherever in the run it ends.
  for (const r of hits.longest('region', from, hit.start)) {
    const rest = hit.start - r.end
    // «西藏路街道», «广东地乡»: a place without its class word is no place of a town.
    if (TOWNS.test(code) && !/[省市县区旗州盟]$/.test(text.slice(r.start, r.end))) continue
    // «呼和浩特市局» in the notice of 内蒙古自治区国土资源厅
    const office = rest < 1 && suffix === '局' ? officesOf(place, kit) : null
    if (office) {
      const from = r.start
      return {
        start: from,
        end: hit.end,
        written: text.slice(from, hit.end),
        kind: 'department',
        core: office.name,
        prefix: text.slice(from, r.end),
        region: regionNamed(text.slice(r.start, r.end), place, kit),
        function: office.row.function,
        row: office.row,
        restored: false,
      }
    }
    if (rest < 1 && !/^(?:镇|乡)/.test(suffix) && !expand.startsWith('第')) continue
    region = regionNamed(text.slice(r.start, r.end), place, kit)
    prefix = text.slice(from, r.end)
    // «市城区红草镇»: its city is part of what is written.
    const ofCity = r.start === from + 1 && /[市州盟]/.test(text[from]!)
    // «国网平江县供电公司» is called so as a whole.
    if (r.start > from && FIRMS.test(code) && NATIONWIDE.test(text.slice(from, r.start))) {
      region = null
      prefix = ''
      break
    }
    if (r.start > from && !ofCity && !hits.endingAt('region', r.start, floor)) {
      from = r.start
      prefix = text.slice(from, r.end)
    }
  }
  if (!prefix)
    for (const z of hits.longest('zone', from, hit.start))
      if (hit.start - z.end >= 2 && z.end - from >= 3) prefix = text.slice(from, z.end)
  const run = text.slice(from, hit.start)
  // «两家养老院» and «2件反映村道» are counted, not named; 五家渠市 is.
  if (/\d/.test(text[from - 1] ?? '') && /^[个家件条项次处份篇封]/.test(text.slice(from, hit.end)))
    return null
  if (
    !region &&
    /^(?:[一二两三四五六七八九十几多]{1,3}|\d{1,4})[个家所座处件条项次份篇封则](?!旗)(?!(?<=[家座条所])(?!乡镇|村镇|城镇|镇村).{1,3}(?:[镇乡村]|街道))/.test(
      text.slice(from, hit.end),
    )
  )
    return null
  // «电话提醒我局», «反映该局»: a pronoun is no name.
  if (/[我本该贵]$/.test(text.slice(from, hit.start)) && suffix.length === 1) return null
  if (kit.generics.has(text.slice(from, hit.end))) return null
  // «县教育局学校简介»: of which school, nobody says.
  if (code === 'school' && /[局委]/.test(text[hit.start - 1] ?? '')) return null
  // «翻看乡镇频道»: no town of that name.
  if (suffix === '镇' && text[hit.start - 1] === '乡') return null
  // «原县扶贫办» is what was the county's.
  if (!prefix && /^原[市县区州省旗]/.test(run)) return null
  const name = run.slice(prefix.length)
  const least = suffix.length === 1 ? (/[镇乡]/.test(suffix) ? 1 : 2) : 1
  if (name.length < least && !(prefix && suffix.length >= 2)) return null
  // «平江县其他镇»
  for (let n = 2; n <= Math.min(4, name.length) && region; n++)
    if (kit.generics.has(name.slice(0, n))) return null
  for (let n = 1; n <= Math.min(4, run.length) && !region; n++)
    if (kit.generics.has(run.slice(0, n)) && (n > 1 || run.length === 1 || /^[各全本我该此]/.test(run)))
      return null
  if (!prefix) {
    // «县一中», «县农业综合服务中心»
    const scope = SCOPE_OF_NAME.exec(run)?.[0]
    if (
      scope &&
      (suffix.length > 1 || run.length - scope.length !== 1) &&
      !/^(?:town|subdistrict)$/.test(code)
    ) {
      prefix = scope
      region = scopeRegion(scope, place)
    }
  }
  // «县财政局县审计局»: two of one place that nothing parts.
  if (prefix.length === 1 && name.slice(1).includes(`局${prefix}`)) return null
  // «县人社、市监两局»: the 社 is no ending.
  const core = from + prefix.length
  const bare = core + (/[市县区旗州省盟]/.test(text[core]!) ? 1 : 0)
  if (
    hits
      .within('unit', core, hit.end)
      .some((h) => (h.start === core || h.start === bare) && h.end === hit.end)
  )
    return null
  // «告知市政府办公室»: a department's own name ends so.
  if (
    region === null &&
    hits
      .within('unit', core, hit.end)
      .some(
        (h) =>
          h.end === hit.end && SCOPE_AT.test(text[h.start - 1]!) && scopeRegion(text[h.start - 1]!, place),
      )
  )
    return null
  if (/[和与]/.test(name) && followsBare(text, hits, from)) return null
  // «教育和水利局两家网站» are two.
  if (/[和与]/.test(name) && /^[两二2][家个局]/.test(text.slice(hit.end, hit.end + 2))) return null
  const kind =
    code === 'town' || code === 'subdistrict' || code === 'village'
      ? 'town'
      : code === 'zone_committee'
        ? 'zone'
        : 'other'
  return {
    start: from,
    end: hit.end,
    written: text.slice(from, hit.end),
    kind,
    core: text.slice(core, hit.end),
    prefix,
    region,
    function:
      (OFFICES.test(suffix) && functionByField(text.slice(core, hit.end), kit)) ||
      (BRANCH.test(suffix) && functionByLastField(text.slice(core, hit.start), kit)) ||
      (suffix.endsWith('局') &&
        partOf(text.slice(from, hit.end), place) &&
        officesOf(place, kit)?.row.function) ||
      code,
    row: null,
    restored: false,
  }
}

/** «共青团平江县委», «中共平江县委»: a name that stands around that of its place. */
function aroundPlace(
  text: string,
  hits: Hits,
  hit: Hit<'suffix'>,
  floor: number,
  place: Place,
  kit: Kit,
): Unit | null {
  const names = kit.around.get(hit.entry.row.expand)
  if (!names) return null
  const named =
    hits.endingAt('region', hit.start, floor) && prefixBefore(text, hits, hit.start, floor, place, kit)
  const scope = hit.start - 1
  const region = named ? named.region : scopeRegion(text[scope] ?? '', place)
  if (!region) return null
  for (const { head, row } of names) {
    const start = named?.text.startsWith(head) ? named.start : (named?.start ?? scope) - head.length
    if (start < floor || !text.startsWith(head, start)) continue
    return unitOf({
      start,
      end: hit.end,
      written: text.slice(start, hit.end),
      kind: 'department',
      core: row.name,
      prefix: text.slice(start + head.length, hit.start),
      region,
      function: row.function,
      row,
      restored: false,
    })
  }
  return null
}

/** «石河子市一五二团»: its place is part of what is written. */
const behindNumber = (hits: Hits, at: number, floor: number): number =>
  hits.endingAt('region', at, floor)?.start ?? at

/** «廿八都镇», «平江县太和镇»: the word that would end the name is the last character of a short one that stands by itself. */
function endsName(text: string, hits: Hits, at: number, floor: number, place: Place, kit: Kit): number {
  const last = text[at - 1]!
  if (at - 1 <= floor || !kit.characters.endsTown.has(last)) return at
  const joining = last === '和'
  const district = hits.endingAt('region', at - 2, floor)
  if (district && CLASSED.test(text.slice(district.start, district.end))) return district.start
  const from = leftEdge(text, at - 1, floor, place, kit)
  const longest = joining ? 2 : 4
  return at - from >= 2 && at - from <= longest && !(joining && SCOPE_AT.test(text[from]!)) ? from : at
}

/** «苏尼特左旗满都拉图镇», «加义镇、无量山镇», «真如镇街道» in a cell: all that stands between its place, or what parts it from another, and its ending is the name. */
function behindPlace(
  text: string,
  hits: Hits,
  from: number,
  hit: Hit<'suffix'>,
  floor: number,
  kit: Kit,
): number {
  const end = hit.start
  if (from <= floor || !kit.characters.inTown.has(text[from - 1]!)) return from
  for (const r of hits.longest('region', Math.max(floor, end - LONGEST_PLACED), from))
    if (/[市县区旗州]$/.test(text.slice(r.start, r.end)) && TOWN_NAME.test(text.slice(r.end, end)))
      return r.start
  let item = from
  while (item > floor && HAN.test(text[item - 1]!)) item--
  const alone = ENDS_CELL.test(text[item - 1] ?? '\n') && ENDS_CELL.test(text[hit.end] ?? '\n')
  return (alone || text[item - 1] === '、') && end - item <= 4 && TOWN_NAME.test(text.slice(item, end))
    ? item
    : from
}

/** «盐都区龙冈镇», «从化区第一中学»: the word that would end the name is in that of its place. «甲局和县医院» is not of 和县. */
function acrossPlace(
  text: string,
  hits: Hits,
  from: number,
  end: number,
  floor: number,
  place: Place,
  kit: Kit,
): number {
  for (const r of hits.longest('region', Math.max(floor, from - LONGEST_PLACED), end))
    if (r.start < from && r.end > from && CLASSED.test(text.slice(r.start, r.end)))
      return r.end - r.start === 2 && joins(text, r.start, place, kit) ? from : r.start
  return from
}

const CLASSED = /[市县区旗州]$/

const LONGEST_PLACED = 18
const ENDS_CELL = /[\s|]/
const TOWN_NAME = /^[\u4e00-\u9fff]{2,6}$/

/**
 * «腾冲市和顺镇», «西吉县将台堡镇», «向阳镇»: the word that would end the name is its own first character, where a place stands in
 * front of it or else too little would be left.
 */
function opensName(
  text: string,
  hits: Hits,
  hit: Hit<'suffix'>,
  from: number,
  floor: number,
  kit: Kit,
): boolean {
  if (from <= floor || !kit.characters.opensTown.has(text[from - 1]!)) return false
  const single = hit.start - from === 1
  if (hits.endingAt('region', from - 1, floor)) return single || text[from - 1] !== '和'
  if (!single) return false
  return (
    from - 1 === floor ||
    !HAN.test(text[from - 2]!) ||
    // «分别是向家镇», not «没有向局办公室备案».
    (TOWNS.test(hit.entry.row.function) && endsBoundary(text, from - 1, kit))
  )
}
