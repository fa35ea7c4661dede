import type { Region } from '../lexicon/regions.ts'
import type { Place } from '../resolve/place.ts'
import { governmentFunction } from '../resolve/units/government.ts'
import type { Unit } from '../resolve/units/unit.ts'
import { cellSays, tellsNothing } from '../segment/tables/cell-words.ts'
import type { Cell } from '../segment/tables/grid.ts'
import type { Reading } from './reading.ts'
import type { Subject } from './schema.ts'
import { isMedia } from './subject-family.ts'
import { isSite, type Named, type Subject as NamedSubject, namesIn, unitsIn } from './table-names.ts'
import { isName, type TableRoles } from './table-roles.ts'
import { titledUnit } from './titled-unit.ts'

/** Whom a row tells of. */
export interface Who {
  written: string | null
  unit: Unit | null
  subject: string | null
  subjectName: string | null
}

/** Everybody a row names: its units with its accounts or sites; a column or a group of regions says where they are. */
/** «县教育局“平江教育”微信公众号» in a column of units. */
const OWN_ACCOUNT = /^[^“”]{3,20}“[^“”]{2,20}”[^“”]{0,8}$/

export function whoIn(
  reading: Reading,
  row: readonly Cell[],
  group: Cell | null,
  roles: TableRoles,
  platform: string | null,
): Who[] {
  const { kit } = reading
  const cell = (k: number) =>
    k >= 0 && row[k]!.text && !cellSays(row[k]!.text, 'blank', kit) ? row[k]! : null
  const nameCell = cell(roles.name)
  const nameRole = roles.columns[roles.name]?.role
  const unitCell = cell(roles.unit)
  const names = nameCell
    ? namesIn(reading, nameCell, nameRole!, platform)
    : unitCell && OWN_ACCOUNT.test(unitCell.text)
      ? namesIn(reading, { ...unitCell, text: unitCell.text.replace(/^[^“]*/, '') }, 'account_name', platform)
      : // «①永昌微事» over what is told of it, where a column says on which platform.
        nameCell === null && roles.name < 0 && platform && isMedia(platform as Subject) && group
        ? accountOf(group, platform, reading)
        : []
  const ofGroup = group ? groupOf(reading, group) : []
  // «二、县教育局网站(3条)» over rows of «本单位»
  const ofUnit =
    !unitCell || tellsNothing(unitCell.text, kit)
      ? []
      : cellSays(unitCell.text, 'self', kit)
        ? ofGroup.filter((u) => u.unit !== null)
        : unitsIn(reading, unitCell)
  const regionCell = cell(roles.region)
  const ofRegion = regionCell ? unitsIn(reading, regionCell) : []
  // «地区(单位)»: whoever stands there answers.
  const answers = roles.unit < 0 && roles.columns[roles.region]?.header?.includes('单位')
  // A site goes by the name of its unit, and what a row is about may be a unit.
  const ofSite =
    ofUnit.length === 0 &&
    nameCell &&
    (nameRole === 'site_name' || nameRole === 'subject_name') &&
    !(answers && platform && ofRegion.length > 0)
      ? unitsIn(reading, nameCell).filter((u) => u.unit !== null)
      : []
  const named = nameRole === 'subject_name' && ofSite.length > 0 && !names.some(isSite) ? [] : names
  const ofBracket = nameCell && ofUnit.length === 0 ? ownerIn(reading, nameCell) : []
  // «自治区粮食局|广西粮食网» in a column of regions and departments: a department owns the site, a region only holds it.
  const units =
    [
      ofUnit,
      ofBracket,
      ofSite,
      named.length === 0
        ? ofRegion
        : regionCell
          ? ofRegion.filter((u) => u.unit?.kind === 'department' || answers)
          : // «金山桥街道办事处(2项)» over the rows of its accounts and columns.
            roles.unit < 0
            ? ofGroup.filter((u) => u.unit !== null)
            : [],
    ].find((found) => found.length > 0) ?? []
  if (units.length === 0 && named.length === 0) {
    const unit = Math.max(roles.unit, roles.region, roles.name) < 0 ? titledUnit(reading, group) : null
    return unit ? [{ written: unit.written, unit, subject: platform, subjectName: null }] : []
  }
  const where = regionOf(ofRegion, reading.place) ?? regionOf(ofGroup, reading.place)
  const owners = units === ofRegion || !where ? units : units.map((u) => lyingIn(where, u, reading.text))
  const subjects = named.length ? named : [{ name: null, subject: platform }]
  return (owners.length ? owners : [null]).flatMap((u) =>
    subjects.map(
      (s): Who => ({
        written: u?.written ?? null,
        unit: u?.unit ?? null,
        subject: s.subject,
        subjectName: s.name,
      }),
    ),
  )
}

const MARKED = /^(?:[①-⑳]|\d{1,2}[.、)]|\(?[一二三四五六七八九十\d]{1,3}[)、])\s?/

function accountOf({ text }: Cell, platform: string, reading: Reading): NamedSubject[] {
  const name = text.replace(MARKED, '').replace(/^“|”$/g, '')
  return MARKED.test(text) && isName(reading, name) ? [{ name, subject: platform }] : []
}

const GROUP_FRAME =
  /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、])|\(?(?:共|计)?\d{1,4}[个家项条处件][\u4e00-\u9fff]{0,4}\)?$/g

/** «一、平江县(3个)»: the name alone. */
function groupOf(reading: Reading, group: Cell): Named[] {
  const frame = [...group.text.matchAll(GROUP_FRAME)]
  const lead = frame.find((m) => m.index === 0)?.[0].length ?? 0
  const tail = frame.find((m) => m.index > 0)?.[0].length ?? 0
  const start = group.start + lead
  const end = group.end - tail
  return start < end ? unitsIn(reading, { start, end, text: reading.text.slice(start, end) }) : []
}

/** «金张掖养老(市民政局)» */
function ownerIn(reading: Reading, { start, end, text }: Cell): Named[] {
  const at = /^[^()]{2,30}\(([^()]{2,30})\)$/.exec(text)
  if (!at) return []
  const from = start + text.indexOf('(') + 1
  const named = unitsIn(reading, { start: from, end: end - 1, text: at[1]! })
  return named.every((u) => u.unit !== null) ? named : []
}

/** The region inside the notice's own that a cell names, and nothing else. */
function regionOf(named: readonly Named[], place: Place): Region | null {
  const [only] = named
  const unit = named.length === 1 ? only!.unit : null
  if (unit?.kind !== 'government' || !unit.region || unit.region.code === place.region?.code) return null
  return unit.region
}

/** «平江县 | 县教育局», «平江县 | 教育局»: the body of that place, not of the notice's. */
function lyingIn(region: Region, { written, unit }: Named, text: string): Named {
  // «商州区|区人民政府»
  if (OWN_GOVERNMENT.test(written) && region.name.endsWith(written[0]!) && !unit?.region)
    return { written, unit: governmentOf(region, written) }
  if (!unit || unit.kind === 'government' || unit.kind === 'zone') return { written, unit }
  // What stands in front belongs to its name, though nothing knows it.
  if (PART_OF_NAME.test(text.slice(unit.start - 1, unit.start))) return { written, unit }
  const own = unit.prefix === '' || (unit.prefix.length === 1 && region.name.endsWith(unit.prefix))
  return own ? { written, unit: { ...unit, region } } : { written, unit }
}

const OWN_GOVERNMENT = /^[县市区旗](?:人民)?政府$/

const governmentOf = (region: Region, written: string): Unit => ({
  start: 0,
  end: 0,
  written,
  kind: 'government',
  core: '人民政府',
  prefix: region.name,
  region,
  function: governmentFunction(region),
  row: null,
  restored: false,
})

const PART_OF_NAME = /[\u4e00-\u9fff]/
