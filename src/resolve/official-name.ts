import type { Kit } from '../kit.ts'
import { type Region, stemOf } from '../lexicon/regions.ts'
import type { TableRow } from '../lexicon/tables.ts'
import { onceFor } from '../once.ts'
import type { Place } from './place.ts'
import { LONG_SCOPES } from './units/name-edge.ts'
import { FIRMS, type Unit } from './units/unit.ts'
import { partOf } from './units/vertical-office.ts'

/** The full official-style name of a unit: 市发改局 in a notice of 恩平市 is 恩平市发展和改革局. Null where its place is unknown. */
export function officialName(unit: Unit, place: Place, kit: Kit): string | null {
  const region = unit.region ?? (unit.prefix === '' ? place.region : null)
  if (unit.kind === 'government') return region ? governmentName(region, unit, place, kit) : null
  if (unit.kind === 'zone') return zoneName(unit, place, kit)
  const part = unit.row ? null : partOf(unit.written, place)
  if (part) return part
  const form = unit.row ? officialForm(unit.core, unit.row) : expandTail(unit, kit)
  const name = form === unit.core ? mergedName(form, kit) : form
  if (place.ministry && !unit.region) return name.startsWith(place.ministry) ? name : place.ministry + name
  // «西南科技大学» is no city's.
  if (unit.prefix === '' && /.{3}(?:大学|学院)$/.test(name)) return name
  // «湖南理工学院», «广西电网公司» are called so.
  if (unit.kind === 'other' && unit.prefix.length > 1 && !/[省市县区旗州盟]$/.test(unit.prefix)) {
    const ofZone = isForm(unit.prefix, kit) ? stemOf(place.region?.name ?? '') : ''
    return ofZone + unit.prefix + name
  }
  const { zone, department, town } = place.own
  // «柏木村», «镇便民服务中心» in the town's own notice
  if (town && !unit.region && place.region && unit.kind === 'other') {
    const ofTown = (unit.prefix + name).replace(/^[镇乡](?!.{0,2}[镇乡村])|^街道/, '')
    if (ofTown !== unit.prefix + name || (unit.prefix === '' && unit.function === 'village'))
      return placeName(place.region, place, kit) + town + ofTown
  }
  if (unit.prefix === '' && !unit.region) {
    if (zone && !name.startsWith(zone)) return zone + name
    // «政策法规处» of the province's department
    if (department && unit.kind === 'other' && /[^事管理]处$/.test(name)) return department + name
  }
  if (unit.prefix !== '' && !unit.region)
    return /^[市县区旗州省盟部]$/.test(unit.prefix) ? null : unit.prefix + name
  if (!region) return name
  // A body of a zone or of another place inside: the place as written, in full where it is a region.
  if (
    unit.region &&
    unit.prefix.length > 1 &&
    !LONG_SCOPES.includes(unit.prefix) &&
    !unit.prefix.endsWith(unit.region.name) &&
    !isShortOf(unit.prefix, unit.region)
  )
    // «高新区教体局» of 绵阳
    return (isForm(unit.prefix, kit) ? stemOf(unit.region.name) : '') + unit.prefix + name
  if (unit.row?.official)
    return unit.row.official
      .replace('*', placeName(region, place, kit))
      .replace('~', stemOf(region.name) || region.name)
  // «第七师胡杨河市办公室» names its place too, and not first.
  if (
    unit.prefix === '' &&
    unit.kind !== 'town' &&
    (startsWithPlace(name, region) || name.includes(region.name) || isFirmOf(unit, region))
  )
    return name
  return placeName(region, place, kit) + name
}

/** 发改局 → 发展和改革局: an abbreviation is its name with characters left out; a form as full as the name stays as written. */
export function officialForm(core: string, row: TableRow<'units'>): string {
  const full = core
    .replace(/建委$/, '建设委员会')
    .replace(/委$/, '委员会')
    .replace(/监管(?=分?局$|委员会$)/, '监督管理')
  const omitted = leftOut(full, row.name) ?? leftOut(core, row.name)
  // «旅发委», «国动办»: short for another name of the same body.
  if (omitted === null)
    return SHORT.test(core) && core.length <= 5
      ? row.aliases
          .filter((a) => isWholeOf(a, core))
          .reduce((a, b) => (a === core || b.length < a.length ? b : a), core)
      : core
  return core.length <= 5 || /^[和与及员会]*$/.test(omitted) ? row.name : core
}

const SHORT = /[委办]$/
const isWholeOf = (whole: string, short: string): boolean =>
  /(?:委员会|办公室)$/.test(whole) && leftOut(short, whole) !== null

/** Is the name of a department short for a longer one? */
export const isAbbreviated = ({ core, row }: Unit, kit: Kit): boolean =>
  row !== null && mergedName(officialForm(core, row), kit) !== core

/** Is the one the other with characters left out («文旅广电局»), and not a part of it («公安局» of «公安局交警支队»)? */
export const isShortFor = (short: string, name: string): boolean =>
  short.length < name.length &&
  short[0] === name[0] &&
  short.at(-1) === name.at(-1) &&
  !name.startsWith(short) &&
  !name.endsWith(short) &&
  leftOut(short, name) !== null

/** The characters of `name` that `short` leaves out, or null where it is no abbreviation of it. */
function leftOut(short: string, name: string): string | null {
  let omitted = ''
  let i = 0
  for (const c of name) {
    if (c === short[i]) i++
    else omitted += c
  }
  return i === short.length ? omitted : null
}

/** Districts are named with their city, counties and county-level cities by themselves, a city by its own name. */
function placeName(region: Region, place: Place, kit: Kit): string {
  if (region.level !== 'county' || !region.name.endsWith('区')) return region.name
  const parent = kit.regions.parent(region.code, place.date)?.name ?? ''
  // «神农架林区» lies in no city.
  return (/[省区]$/.test(parent) ? '' : parent) + region.name
}

function governmentName(region: Region, unit: Unit, place: Place, kit: Kit): string {
  if (/管委会|管理委员会/.test(unit.core)) return `${region.name}管理委员会`
  // «大柴旦行政委员会» is what governs it.
  if (region.name.endsWith('委员会')) return region.name
  const parent =
    region.level === 'county' && region.code !== place.region?.code
      ? kit.regions.parent(region.code, place.date)
      : null
  const own = parent && parent.level === 'city' ? parent.name + region.name : placeName(region, place, kit)
  // The seat of a prefecture or a league is no government of the people.
  return `${own}${/(?:地区|盟)$/.test(own) ? '行政公署' : '人民政府'}`
}

const MERGED = /(?<=.{2})(?:局|委员会)$/
const AND = /^[和与]/

/** «发改和商务局», «旅文局»: a merged body by the short forms of its fields; two that nothing joins are joined by 和. */
function mergedName(core: string, kit: Kit): string {
  const ending = MERGED.exec(core)?.[0]
  const parts = ending === undefined ? null : partsOf(core.slice(0, -ending.length), kit)
  if (!parts?.some(({ full }) => full !== null)) return core
  const words = parts.flatMap(({ word, full }) => full ?? [word])
  return words.join(words.length === 2 ? '和' : '') + ending
}

interface Part {
  word: string
  full: readonly string[] | null
}

/** What of fields and their short forms a name is made of; 和 between them is a part by itself. */
function partsOf(name: string, kit: Kit): Part[] | null {
  if (name === '') return []
  for (let n = Math.min(LONGEST_PART, name.length); n > 0; n--) {
    const word = name.slice(0, n)
    const full = kit.shorts.get(word) ?? null
    if (full === null && !(n > 1 ? kit.fields.has(word) : AND.test(word))) continue
    const rest = partsOf(name.slice(n), kit)
    if (rest) return [{ word, full }, ...rest]
  }
  return null
}

const LONGEST_PART = 6

/** Only the kind of a zone, without a name of its own. */
const isForm = (core: string, kit: Kit): boolean => kit.tables.zones.some((z) => z.form === core)

/** «高新区» of 绵阳 is 绵阳高新区管理委员会. */
function zoneName(unit: Unit, place: Place, kit: Kit): string {
  const core = unit.core.replace(/(?:党工委、?)?(?:管委会|管理委员会)$/, '')
  const region = unit.region ?? place.region
  const stem = region ? stemOf(region.name) || region.name : ''
  const named =
    stem !== '' && core.includes(stem)
      ? core
      : unit.prefix === '' || /^[市县区旗州省盟]$/.test(unit.prefix)
        ? isForm(core, kit)
          ? stem + core
          : core
        : unit.prefix + core
  return unit.function === 'scenic_area'
    ? named + (/(?:处|局|中心)$/.test(unit.written) ? '' : '管理委员会')
    : `${named}管理委员会`
}

/** 牛江镇政府 → 牛江镇人民政府, 兴隆街道 → 兴隆街道办事处, 区卫生健康委 → …委员会. */
function expandTail({ core }: Unit, kit: Kit): string {
  const endings = endingsOf(kit)
  for (let n = Math.min(LONGEST_ENDING, core.length); n > 0; n--) {
    const stem = core.slice(0, core.length - n)
    const full = endings.get(core.slice(-n))
    if (full === undefined) continue
    // «安定一中» may be the first of another kind.
    if (NUMBERED.test(full)) return stem === '' ? full : core
    return n > 1 || TOWNSHIP.test(full) || stem.length > 2 ? stem + full : core
  }
  return core
}

const LONGEST_ENDING = 8
const NUMBERED = /^第/
/** A town may have a name of one character. */
const TOWNSHIP = /^.人民政府$/

const endingsOf = onceFor(
  (kit: Kit): ReadonlyMap<string, string> =>
    new Map(kit.tables['unit-suffixes'].map((row) => [row.suffix, row.expand])),
)

function startsWithPlace(name: string, region: Region): boolean {
  const stem = stemOf(region.name) || region.name
  return name.startsWith(stem) || name.startsWith('国家') || name.startsWith('中国')
}

/** «国网岳阳供电公司», «人保财险岳阳分公司»: a firm's place stands anywhere in its name. */
const isFirmOf = ({ core, function: code }: Unit, region: Region): boolean =>
  code !== null && FIRMS.test(code) && stemOf(region.name).length > 1 && core.includes(stemOf(region.name))

function isShortOf(written: string, region: Region): boolean {
  return stemOf(written) !== '' && stemOf(written) === stemOf(region.name)
}
