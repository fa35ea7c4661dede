import type { Kit } from '../kit.ts'
import type { Region } from '../lexicon/regions.ts'
import { groupUnits } from '../resolve/enumeration.ts'
import { findHolders, subjectOf } from '../resolve/holders.ts'
import type { Place } from '../resolve/place.ts'
import { asSentence } from '../resolve/sentence.ts'
import { findUnits } from '../resolve/units/find-units.ts'
import type { Unit } from '../resolve/units/unit.ts'
import { tight } from '../segment/line.ts'
import { cellSays } from '../segment/tables/cell-words.ts'
import type { Cell } from '../segment/tables/grid.ts'
import type { Reading } from './reading.ts'
import type { TableRoles } from './table-roles.ts'

/** Whom a row tells of. */
export interface Who {
  written: string | null
  unit: Unit | null
  subject: string | null
  subjectName: string | null
}

interface Named {
  written: string
  unit: Unit | null
}

/** Everybody a row names: its units with its accounts or sites; a column or a group of regions says where they are. */
export function whoIn(
  reading: Reading,
  row: readonly Cell[],
  group: Cell | null,
  roles: TableRoles,
  platform: string | null,
): Who[] {
  const { kit } = reading
  const cell = (k: number) => (k >= 0 && row[k]!.text ? row[k]! : null)
  const nameCell = cell(roles.name)
  const nameRole = roles.columns[roles.name]?.role
  const names = nameCell ? namesIn(reading, nameCell, nameRole!, platform) : []
  const unitCell = cell(roles.unit)
  const isNone = (c: Cell) => cellSays(c.text, 'blank', kit) || cellSays(c.text, 'clear', kit)
  const ofUnit = unitCell && !isNone(unitCell) ? unitsIn(reading, unitCell) : []
  // A site goes by the name of its unit, and what a row is about may be a unit.
  const ofSite =
    ofUnit.length === 0 && nameCell && (nameRole === 'site_name' || nameRole === 'subject_name')
      ? unitsIn(reading, nameCell).filter((u) => u.unit !== null)
      : []
  const named = nameRole === 'subject_name' && ofSite.length > 0 && !names.some(isSite) ? [] : names
  const regionCell = cell(roles.region)
  const ofRegion = regionCell ? unitsIn(reading, regionCell) : []
  // «自治区粮食局|广西粮食网» in a column of regions and departments: a department owns the site, a region only holds it.
  const units = ofUnit.length
    ? ofUnit
    : ofSite.length
      ? ofSite
      : named.length === 0
        ? ofRegion
        : ofRegion.filter((u) => u.unit?.kind === 'department')
  if (units.length === 0 && named.length === 0) return []
  const where =
    regionOf(ofRegion, reading.place) ?? (group && regionOf(groupOf(reading, group), reading.place))
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

const GROUP_FRAME =
  /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、])|\(?(?:共|计)?\d{1,4}[个家]\)?$/g

/** «一、平江县(3个)»: the name alone. */
function groupOf(reading: Reading, group: Cell): Named[] {
  const frame = [...group.text.matchAll(GROUP_FRAME)]
  const lead = frame.find((m) => m.index === 0)?.[0].length ?? 0
  const tail = frame.find((m) => m.index > 0)?.[0].length ?? 0
  const start = group.start + lead
  const end = group.end - tail
  return start < end ? unitsIn(reading, { start, end, text: reading.text.slice(start, end) }) : []
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
  if (!unit || unit.kind === 'government' || unit.kind === 'zone') return { written, unit }
  // What stands in front belongs to its name, though nothing knows it.
  if (PART_OF_NAME.test(text.slice(unit.start - 1, unit.start))) return { written, unit }
  const own = unit.prefix === '' || (unit.prefix.length === 1 && region.name.endsWith(unit.prefix))
  return own ? { written, unit: { ...unit, region } } : { written, unit }
}

const PART_OF_NAME = /[\u4e00-\u9fff]/

/** The units of a cell; one that no table knows is kept as it is written. */
export function unitsIn(reading: Reading, cell: Cell): Named[] {
  const { text, hits, place, kit } = reading
  const words = tight(cell.text)
  const found = findUnits(text, hits, cell.start, cell.end, place, kit).filter(
    (u) => !opensBracket(text.slice(cell.start, u.start)),
  )
  const groups = groupUnits(text, found, cell.start, cell.end, place, kit)
  const units = groups.flatMap((g) => g.units)
  const covered = units.reduce((n, u) => n + (u.end - u.start), 0)
  const bare = words.replace(/\([^()]*\)/g, '').replace(/[、,和及\s]|等|(?:门户)?网站$/g, '')
  if (units.length > 0 && covered >= bare.length * 0.85)
    return units.map((unit) => ({
      written: units.length === 1 ? words.replace(/(?:门户)?网站$/, '') : unit.written,
      unit,
    }))
  return words
    .split(/[、,;\n]/)
    .map((w) => w.trim())
    .filter(Boolean).length > 1 && units.length > 1
    ? units.map((unit) => ({ written: unit.written, unit }))
    : [{ written: words, unit: null }]
}

const opensBracket = (text: string): boolean => text.lastIndexOf('(') > text.lastIndexOf(')')

const isSite = ({ subject }: Subject): boolean => subject === 'website'

interface Subject {
  name: string | null
  subject: string | null
}

/** Account and site names of a cell, quotation marks and platform words aside. */
function namesIn(reading: Reading, cell: Cell, role: string, platform: string | null): Subject[] {
  const { text, hits, place, kit } = reading
  const words = tight(cell.text)
  if (role === 'site_name') return [{ name: words, subject: 'website' }]
  if (role === 'column_name' || COLUMN.test(words))
    return [{ name: null, subject: CHANNEL.test(words) ? 'column' : 'website' }]
  const accounts = findHolders(text, hits, asSentence(cell), place, kit)
    .flatMap((g) => g.holders)
    .filter((h) => h.kind === 'account')
  if (accounts.length > 0 && /[“"]/.test(words))
    return accounts.map((a) => ({ name: a.name, subject: a.platform }))
  if (NO_NAME.test(words)) return [{ name: null, subject: subjectOf(words, kit) }]
  const bare = unquoted(words)
  const bracket = /^(.[^(]*)\((.+)\)$/.exec(bare)
  const inBracket = bracket ? subjectOf(bracket[2]!, kit) : null
  if (bracket && inBracket && (!platform || platform === 'new_media'))
    return [{ name: bracket[1]!.replace(/[“”"]/g, ''), subject: inBracket }]
  const front = LABEL.exec(bare)
  const label = front && subjectOf(front[1]!, kit)
  if (front && label && front[1]!.endsWith(platformAt(front[1]!, kit) || '\0'))
    return [{ name: unquoted(front[2]!), subject: label }]
  const own = platformAt(bare, kit)
  if (role === 'subject_name' && !platform) {
    if (/网$|网站|门户/.test(bare)) return [{ name: bare, subject: 'website' }]
    if (own)
      return [
        {
          name: bare.slice(0, -own.length).replace(/[“”"]/g, '') || bare,
          subject: subjectOf(own, kit),
        },
      ]
  }
  return [
    {
      name: bare,
      subject: platform ?? (own ? subjectOf(own, kit) : role === 'account_name' ? 'new_media' : null),
    },
  ]
}

const COLUMN = /(?:栏目|专栏|频道|板块)$/
/** A department's part of a portal. */
const CHANNEL = /频道$/
/** «微信公众号»: a cell that says what it is and not what it is called. */
const NO_NAME = /^(?:政府|门户|政务|官方)*(?:网站|微信公众号|公众号|微信|微博|抖音号?|新媒体|账号)$/
/** «微博:水润岳阳», «微信公众号-岳阳教育» */
const LABEL = /^([^:“”—-]{2,10})[:—-]{1,2}(.{2,30})$/

const unquoted = (words: string): string => words.replace(/^[“"「]|[”"」]$/g, '')

/** The longest name of a platform that words end in; '' where they end in none. */
function platformAt(words: string, kit: Kit): string {
  let best = ''
  for (const { word, kind } of kit.tables.subjects)
    if (kind === 'platform' && word.length > best.length && words.endsWith(word)) best = word
  return best
}
