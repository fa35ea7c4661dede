import type { Kit } from '../kit.ts'
import { type AnyOf, ENDING, saying } from '../lexicon/phrases.ts'
import type { Region } from '../lexicon/regions.ts'
import type { TableRow } from '../lexicon/tables.ts'
import { onceFor } from '../once.ts'
import { officialForm } from './official-name.ts'
import { type Place, regionByStem, regionNamed } from './place.ts'
import { calledThere, levelLetter } from './units/department.ts'
import { governmentFunction } from './units/government.ts'
import { endsBoundary } from './units/name-edge.ts'
import { type Unit, unitOf } from './units/unit.ts'

/** Units that stand in one list and share what follows: «市教育、科技局和沙湖镇政府等6家网站». */
export interface UnitGroup {
  start: number
  /** End of the last unit; the tail («等6家网站») is not included. */
  end: number
  units: Unit[]
  /** What follows the last: 网站, 频道, 公众号 …, up to the clause's own words. */
  tail: string
}

const nounOf = (any: AnyOf): string =>
  `(?:(?:政府|部门|单位)?(?:门户)?(?:${any('site')}|${any('media')}|网))?(?:[^、,。;和及与\\d有空]{1,8}(?:栏目|频道|专栏))?`
const SEPARATOR = saying(
  (any) =>
    new RegExp(
      `^(?:\\([^()]{1,20}\\))?${nounOf(any)}\\s*(?:[、,]|以及|及其|和|及|与|或|[、,](?:以及|和|及))\\s*$`,
    ),
)
const TAIL = saying(
  (any) =>
    new RegExp(
      `^(?:\\([^()]{1,20}\\))?\\s*等?(?:共?\\d+[家个]|[一二三四五六七八九十]+[家个])?(?:县(?:级|市区)?|市级|区级|园区|单位|部门|乡镇|镇街)*的?(?:政府|部门|单位)?(?:门户)?(?:${any('site')}|网|${any('of_account')}?${any('media')})?(?:\\(栏目\\)|栏目|频道)?`,
    ),
)

export function groupUnits(
  text: string,
  units: readonly Unit[],
  floor: number,
  ceiling: number,
  place: Place,
  kit: Kit,
): UnitGroup[] {
  const groups: UnitGroup[] = []
  for (const unit of units) {
    const group = groups.at(-1)
    const between = group ? text.slice(group.end, unit.start) : ''
    if (group && SEPARATOR(kit).test(between)) {
      group.units.push(unit)
      group.end = unit.end
      continue
    }
    const filled = group && between.length < 60 ? fill(text, group.end, unit.start, unit, place, kit) : null
    if (group && filled) {
      group.units.push(...filled, unit)
      group.end = unit.end
    } else groups.push({ start: unit.start, end: unit.end, units: [unit], tail: '' })
  }
  for (const [k, group] of groups.entries()) {
    extendLeft(text, group, floor, place, kit)
    // «平江县教育、民政局»: the place is that of the list.
    const before = groups[k - 1]
    if (before) before.units = before.units.filter((u) => u.start < group.start)
    joinNames(text, group, ceiling)
    sharePrefix(group, place, kit)
    shareDepartment(text, group)
    shareInstitution(text, group)
    group.tail = TAIL(kit).exec(text.slice(group.end, Math.min(ceiling, group.end + 40)))?.[0] ?? ''
  }
  return groups.filter((g) => g.units.length > 0)
}

const FILLED = saying(
  (any) => new RegExp(`^(?:\\([^()]{1,20}\\))?${nounOf(any)}([、,])(.+)(、|和|及|以及|与)$`),
)

/** Items between two units that only a list makes units: «A局、住建、B区». */
function fill(text: string, from: number, to: number, next: Unit, place: Place, kit: Kit): Unit[] | null {
  const between = text.slice(from, to)
  const m = FILLED(kit).exec(between)
  if (!m) return null
  const offset = from + between.indexOf(m[1]!) + 1
  return pieces(m[2]!, offset, next, place, kit)
}

function pieces(words: string, offset: number, next: Unit, place: Place, kit: Kit): Unit[] | null {
  const out: Unit[] = []
  let at = 0
  for (const part of words.split(/(、|和|及|以及|与)/)) {
    if (!/^(?:、|和|及|以及|与)$/.test(part)) {
      const unit = implied(part, offset + at, next, place, kit)
      if (!unit) return null
      out.push(unitOf(unit))
    }
    at += part.length
  }
  return out
}

/** «市发展改革、教育、民政局»: what stands to the left of the first whole name, back to the start of the list. */
function extendLeft(text: string, group: UnitGroup, floor: number, place: Place, kit: Kit): void {
  for (;;) {
    const joint = /(?:、|和|及|以及|与)$/.exec(text.slice(Math.max(floor, group.start - 2), group.start))
    if (!joint) return
    const end = group.start - joint[0].length
    let start = end
    while (
      start > floor &&
      end - start < 12 &&
      /[\u4e00-\u9fff]/.test(text[start - 1]!) &&
      !endsBoundary(text, start, kit)
    )
      start--
    const unit = start < end ? implied(text.slice(start, end), start, group.units[0]!, place, kit) : null
    if (!unit) return
    group.units.unshift(unitOf(unit))
    group.start = start
  }
}

/** «等2家单位», «两局»: how many the list is said to have. */
function countedAs(behind: string): number | null {
  const said = /^等?(?:(\d{1,2})|([二三四五六七八九十两]))[家个局]/.exec(behind)
  if (!said) return null
  return said[1] ? Number(said[1]) : said[2] === '两' ? 2 : '二三四五六七八九十'.indexOf(said[2]!) + 2
}

const COUNTED = /^[^,。;]{0,6}(?:等|[两二2]\s*[家个局])/

/** «县农牧和乡村振兴局»: one body, where no list is closed; of a list each has its ending («教育局和水利局») or none but the last. */
function joinNames(text: string, group: UnitGroup, ceiling: number): void {
  const { units } = group
  const counted = countedAs(text.slice(group.end, Math.min(ceiling, group.end + 8)))
  if (counted === units.length) return
  for (let k = units.length - 1; k > 0; k--) {
    const [first, last] = [units[k - 1]!, units[k]!]
    if (
      !first.restored ||
      first.kind !== 'department' ||
      last.kind !== 'department' ||
      last.restored ||
      last.prefix !== '' ||
      units[k - 2]?.restored ||
      !/^[和与]$/.test(text.slice(first.end, last.start)) ||
      (counted === null && COUNTED.test(text.slice(last.end, Math.min(ceiling, last.end + 10))))
    )
      continue
    const written = text.slice(first.start, last.end)
    const core = written.slice(first.prefix.length)
    units.splice(k - 1, 2, { ...first, end: last.end, written, core, row: null, restored: false })
  }
}

/** Rows of units by the stems that they go by, in the order of their table. */
const rowsByStem = onceFor((kit: Kit): ReadonlyMap<string, readonly TableRow<'units'>[]> => {
  const by = new Map<string, TableRow<'units'>[]>()
  for (const row of kit.tables.units)
    for (const stem of new Set(row.stems)) {
      const rows = by.get(stem)
      if (rows) rows.push(row)
      else by.set(stem, [row])
    }
  return by
})

/** A bare piece of a list as the unit it must be, given the whole name that closes the list. */
function implied(piece: string, start: number, model: Unit, place: Place, kit: Kit): Unit | null {
  const base = { start, end: start + piece.length, restored: true }
  const named = placeBefore(piece, place, kit)
  const scope = named?.written ?? /^[市县区旗州省盟]/.exec(piece)?.[0] ?? ''
  const word = piece.slice(scope.length)
  if (model.kind === 'department' || model.kind === 'other' || model.kind === 'government') {
    const level = levelLetter(place)
    const ending = /(?:委员会|委|局|办公室|办|厅)$/.exec(model.core)?.[0] ?? ''
    const rows = calledThere(rowsByStem(kit).get(word) ?? [], place)
    const row =
      rows.find((r) => ending && r.name.endsWith(ending) && (!r.levels || r.levels.includes(level))) ??
      rows.find((r) => !r.levels || r.levels.includes(level)) ??
      rows[0]
    if (row && inForce(row, place)) {
      const suffix = ENDING(kit).exec(row.name)?.[0] ?? ''
      const core = officialForm(row.name, row)
      return {
        ...base,
        written: piece + (ending && row.name.endsWith(ending) ? ending : suffix),
        kind: 'department',
        core,
        prefix: scope,
        region: named?.region ?? (scope ? (place.lineage.find((r) => r.name.endsWith(scope)) ?? null) : null),
        function: row.function,
        row,
      }
    }
  }
  // «平江、华容县教育局»
  if (model.kind === 'department' && model.region && model.prefix.length > 1) {
    const region = regionByStem(word, place, kit)
    const ending = /[市县区旗]$/.exec(model.prefix)?.[0]
    if (region && ending && region.name.endsWith(ending)) {
      const prefix = piece + ending
      return { ...model, ...base, written: prefix + model.core, prefix, region }
    }
  }
  if (model.kind === 'government') {
    const region = regionByStem(word, place, kit)
    const ending = /[市县区旗]$/.exec(model.prefix)?.[0]
    if (region && ending && region.name.endsWith(ending))
      return {
        ...base,
        written: piece + ending,
        kind: 'government',
        core: '人民政府',
        prefix: piece + ending,
        region,
        function: governmentFunction(region),
        row: null,
      }
  }
  if (/^[\u4e00-\u9fff]{2,4}[区园]$/.test(piece) && !kit.generics.has(piece))
    return {
      ...base,
      restored: false,
      written: piece,
      kind: 'zone',
      core: piece,
      prefix: '',
      region: null,
      function: 'zone_committee',
      row: null,
    }
  if (model.kind === 'town' && model.prefix === '' && /^[\u4e00-\u9fff]{1,3}[^镇乡村有为是共]$/.test(piece)) {
    const ending = /(?:镇人民政府|乡人民政府|镇政府|乡政府|镇|乡|街道办事处|街道|社区)$/.exec(model.core)?.[0]
    if (ending)
      return {
        ...base,
        written: piece + ending,
        kind: 'town',
        core: piece + ending,
        prefix: '',
        region: null,
        function: model.function,
        row: null,
      }
  }
  return null
}

/** «钦州市商务、审计局»: the place in full before the first of a list. */
function placeBefore(piece: string, place: Place, kit: Kit): { written: string; region: Region } | null {
  for (let n = piece.length - 2; n >= 2; n--) {
    const written = piece.slice(0, n)
    if (!/[市县区旗州省盟]$/.test(written)) continue
    const region = regionNamed(written, place, kit)
    if (region) return { written, region }
  }
  return null
}

function inForce(row: { since: string; until: string }, place: Place): boolean {
  const month = place.date?.slice(0, 7)
  return !month || ((!row.since || row.since <= month) && (!row.until || month < row.until))
}

/** «长汀县、连城县教育局»: the department of the last, where all are places of one kind. */
function shareDepartment(text: string, { units }: UnitGroup): void {
  for (let k = units.length - 2; k >= 0; k--) {
    const unit = units[k]!
    const next = units[k + 1]!
    if (
      next.kind !== 'department' ||
      !next.region ||
      next.prefix.length < 2 ||
      unit.kind !== 'government' ||
      unit.end - unit.start !== unit.prefix.length ||
      unit.region?.level !== next.region.level ||
      !/^[、和及与]$/.test(text.slice(unit.end, next.start))
    )
      continue
    const { core, function: code, row } = next
    Object.assign(unit, {
      kind: next.kind,
      written: unit.prefix + core,
      core,
      function: code,
      row,
      restored: true,
    })
  }
}

/** «共青团裕华区委», «共青团定州市委» */
const placeWithin = (core: string, place: Place, kit: Kit): boolean =>
  [...core.slice(0, LONGEST_WITHIN).matchAll(/[市县区旗州盟]/g)].some(({ index }) =>
    [...core.slice(1, index)].some((_, n) => regionNamed(core.slice(n + 1, index + 1), place, kit)),
  )

const LONGEST_WITHIN = 14

const namesPlace = ({ core, row }: Unit, scope: string, place: Place, kit: Kit): boolean =>
  placeWithin(core, place, kit) ||
  (row?.official
    ? core.slice(1).includes(scope)
    : row === null &&
      (/.[镇乡村]|街道|社区/.test(core) ||
        [2, 3].some((n) => regionByStem(core.slice(0, n), place, kit) !== null)))

/** «凤鸣镇、路阳镇卫生院»: what the last town has, the towns before it have too. */
function shareInstitution(text: string, { units }: UnitGroup): void {
  const last = units.at(-1)
  const [, ending, what] = (last?.kind !== 'town' && !last?.row && OF_TOWN.exec(last?.core ?? '')) || []
  if (!last || !what) return
  for (let k = units.length - 2; k >= 0; k--) {
    const unit = units[k]!
    if (
      unit.kind !== 'town' ||
      !unit.written.endsWith(ending!) ||
      !JOINT.test(text.slice(unit.end, units[k + 1]!.start))
    )
      return
    const core = unit.core + what
    Object.assign(unit, {
      kind: last.kind,
      written: unit.written + what,
      core,
      function: last.function,
      restored: true,
    })
  }
}

const OF_TOWN = /^[\u4e00-\u9fff]{1,5}([镇乡])((?:中心)?(?:卫生院|小学|学校|中学|幼儿园))$/
const JOINT = /^[、和及与]$/

/** «市水利局、林业局、供销社», «建阳区麻沙镇、黄坑镇»: the place of the first is that of the departments, or of the towns, after it. */
function sharePrefix(group: UnitGroup, place: Place, kit: Kit): void {
  let shared: Unit | null = null
  let district: Unit | null = null
  for (const unit of group.units) {
    if (unit.kind !== 'town') district = null
    else if (unit.region !== null) district = unit
    else if (district && unit.prefix === '') {
      unit.written = district.prefix + unit.written
      unit.prefix = district.prefix
      unit.region = district.region
      unit.restored = true
    }
    const department = unit.kind === 'department' || unit.kind === 'other'
    if (!department) {
      if (unit.kind !== 'town') shared = null
      continue
    }
    if (unit.prefix !== '') shared = /^[市县区旗州省盟部]$/.test(unit.prefix) || unit.region ? unit : null
    // «县教育局、团县委、安定镇卫生院»: what names its place has it already.
    else if (shared && !namesPlace(unit, shared.prefix, place, kit)) {
      unit.written = shared.prefix + unit.written
      unit.prefix = shared.prefix
      unit.region = shared.region
      unit.restored = true
    }
  }
}
