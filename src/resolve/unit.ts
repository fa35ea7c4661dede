import type { Kit } from '../kit.ts'
import type { Region } from '../lexicon/regions.ts'
import type { TableRow } from '../lexicon/tables.ts'
import type { Hit, Hits } from './hits.ts'
import { type Place, regionByStem, regionNamed, scopeRegion } from './place.ts'

/** A body named in the text. */
export interface Unit {
  start: number
  end: number
  /** As written, with what an enumeration shares put back. */
  written: string
  kind: 'department' | 'government' | 'zone' | 'town' | 'other'
  /** The name without its place. */
  core: string
  /** Written place in front: «市», «平武县», «绵阳高新区», ''. */
  prefix: string
  region: Region | null
  function: string | null
  row: TableRow<'units'> | null
  /** Was a shared prefix or suffix put back? */
  restored: boolean
}

const HAN = /[\u4e00-\u9fff]/
const SCOPES = new Set(['市', '县', '区', '旗', '州', '省', '盟', '部', '厅', '镇', '乡'])
const LONGEST_RUN = 14
// Inside a name none of these stands; one of them ends what is left of it.
const NOT_IN_NAME = /[的了在是未不无没已被将对向把从于为就都也且即让使所这那其些每但而或着过给请]/

const nameCharacters = new Uint8Array(65536)
for (let c = 0x4e00; c < 0xa000; c++) nameCharacters[c] = NOT_IN_NAME.test(String.fromCharCode(c)) ? 0 : 1

/** With what boundary words end: most characters end none. */
const boundaryEnds = new WeakMap<Kit['boundaries'], Uint8Array>()
function lastCharacters(kit: Kit): Uint8Array {
  let ends = boundaryEnds.get(kit.boundaries)
  if (!ends) {
    ends = new Uint8Array(65536)
    for (const word of kit.boundaries) ends[word.charCodeAt(word.length - 1)] = 1
    boundaryEnds.set(kit.boundaries, ends)
  }
  return ends
}

/** What follows makes the ending part of another word: 办理, 处置, 局长, 所有. */
const CONTINUES: Record<string, RegExp> = {
  局: /^[长面部限]/,
  办: /^[理公事法结件文学]/,
  委: /^[托员书派]/,
  处: /^[理置于罚分在长]/,
  所: /^[有属以在需列留载述示涉附提指发公答问]/,
  社: /^[会区保]/,
  站: /^[点群内长]/,
  院: /^[长士内校]/,
  馆: /^[长员内]/,
  镇: /^[街区村长域级]/,
  乡: /^[镇村长级]/,
  村: /^[民级务]/,
  街道: /^[社]/,
  中心: /^[工城区]/,
  社区: /^[居]/,
  委员会: /^[办]/,
  大学: /^[生城]/,
  公司: /^[法]/,
  医院: /^[长]/,
  集团: /^[公]/,
  厅: /^[局长级]/,
  学院: /^[长路]/,
  司: /^[法机令长仪]/,
  学校: /^[长名]/,
}

/** What stands before the ending makes it part of another word: 网站, 主办, 公司. */
const NOT_AFTER: Record<string, RegExp> = {
  站: /[网]/,
  办: /[主承开举协补督经催交转待代领网新合未已可停应拟申限]/,
  司: /[公上下]/,
  处: /[各多何此到之好坏长短]/,
  所: /[有无之]/,
  社: /[结]/,
  局: /[格结布定]/,
  院: /[法]/,
}

/** Every body named in [start, end), by position, none inside another. */
export function findUnits(
  text: string,
  hits: Hits,
  start: number,
  end: number,
  place: Place,
  kit: Kit,
): Unit[] {
  const found: Unit[] = []
  const add = (unit: Unit | null) => {
    if (unit && unit.start >= start && unit.end <= end) found.push(unit)
  }
  for (const hit of hits.longest('unit', start, end))
    if (hit.entry.form !== 'stem' || unitFormAt(hits, hit))
      add(department(text, hits, hit, start, place, kit))
  for (const hit of hits.longest('region', start, end)) add(government(text, hits, hit, start, place, kit))
  for (const hit of hits.longest('zone', start, end)) add(zone(text, hits, hit, start, place, kit))
  for (const hit of hits.longest('suffix', start, end)) add(bySuffix(text, hits, hit, start, place, kit))
  found.push(...stemList(text, hits, start, end, place, kit))
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  const out: Unit[] = []
  for (const unit of found) {
    const last = out.at(-1)
    if (!last || unit.start >= last.end) {
      if (last && unit.start === last.end && joins(last, unit)) out[out.length - 1] = merged(last, unit, text)
      else out.push(unit)
    } else if (unit.end > last.end && unit.end - unit.start > last.end - last.start)
      out[out.length - 1] = unit
  }
  // «揭东区政府门户网站龙尾镇栏目»: the town is a column of the other's site.
  return out.filter(
    (unit, k) => !(k > 0 && /^(?:政府|部门)?(?:门户)?网站$/.test(text.slice(out[k - 1]!.end, unit.start))),
  )
}

/** «南昌、新余、鹰潭3市»: names without their class word, where a list of them inside the notice's area stands. */
function stemList(text: string, hits: Hits, start: number, end: number, place: Place, kit: Kit): Unit[] {
  const own = place.region
  if (!own || own.level === 'county') return []
  const runs: Unit[][] = []
  for (const hit of hits.longest('region-stem', start, end)) {
    if (/[市县区州旗盟省自]/.test(text[hit.end] ?? '')) continue
    const region = regionByStem(hit.entry.stem, place, kit)
    if (!region) continue
    const unit: Unit = {
      start: hit.start,
      end: hit.end,
      written: hit.entry.stem,
      kind: 'government',
      core: '人民政府',
      prefix: hit.entry.stem,
      region,
      function: governmentFunction(region),
      row: null,
      restored: true,
    }
    const run = runs.at(-1)
    if (run && /^(?:、|和|及)$/.test(text.slice(run.at(-1)!.end, hit.start))) run.push(unit)
    else runs.push([unit])
  }
  return runs.filter((run) => run.length >= 2).flat()
}

/** A stem hit hides the longer name that starts with it; take the name where one does. */
function unitFormAt(hits: Hits, hit: Hit<'unit'>): boolean {
  return hits
    .within('unit', hit.start, hit.end)
    .some((h) => h.start === hit.start && h.end === hit.end && h.entry.form !== 'stem')
}

function department(
  text: string,
  hits: Hits,
  hit: Hit<'unit'>,
  floor: number,
  place: Place,
  kit: Kit,
): Unit | null {
  const whole = hits
    .within('unit', hit.start, hit.end)
    .filter((h) => h.start === hit.start && h.end === hit.end && h.entry.form !== 'stem')
  const all = whole.some((h) => h.entry.form !== 'torn')
    ? whole.filter((h) => h.entry.form !== 'torn')
    : whole
  const torn = all[0]?.entry.form === 'torn'
  if (torn && hit.start > floor && HAN.test(text[hit.start - 1]!)) return null
  if (all.length === 0 || /^[长]/.test(text.slice(hit.end, hit.end + 1))) return null
  const row = rowFor(
    all.map((h) => h.entry.row),
    place,
  )
  const core = torn ? row.name : text.slice(hit.start, hit.end)
  const prefix = prefixBefore(text, hits, hit.start, floor, place, kit)
  if (!prefix) return null
  if (prefix.glued)
    return {
      ...prefix,
      end: hit.end,
      written: text.slice(prefix.start, hit.end),
      kind: 'department',
      core: text.slice(prefix.start + prefix.text.length, hit.end),
      prefix: prefix.text,
      function: row.function,
      row: null,
      restored: false,
    }
  if (
    prefix.text === '' &&
    core.length <= 2 &&
    !/^(?:法院|残联|妇联|团委|工会|科协|文联|纪委|监委|编办|海关|侨联|民委|教委|建委|侨办|台办|红会|党校|人大|政协)$/.test(
      core,
    )
  )
    return null
  return {
    start: prefix.start,
    end: hit.end,
    written: text.slice(prefix.start, hit.end),
    kind: 'department',
    core,
    prefix: prefix.text,
    region: prefix.region,
    function: row.function,
    row,
    restored: torn,
  }
}

/** Of bodies written alike, the one that existed then. */
function rowFor(rows: readonly TableRow<'units'>[], place: Place): TableRow<'units'> {
  const month = place.date?.slice(0, 7)
  const level = levelLetter(place)
  const valid = month
    ? rows.filter((r) => (!r.since || r.since <= month) && (!r.until || month < r.until))
    : rows
  const pool = valid.length ? valid : rows
  return pool.find((r) => r.levels.includes(level)) ?? pool[0]!
}

export function levelLetter(place: Place): string {
  const level = place.region?.level
  return level === 'province' ? 'p' : level === 'city' ? 'c' : level ? 't' : 'n'
}

interface Prefix {
  start: number
  text: string
  region: Region | null
  /** Other Han characters stand right in front: the name is longer than the tables know. */
  glued: boolean
}

/** The place written in front of a name: regions, a zone, «市»; null where the name is the middle of another word. */
function prefixBefore(
  text: string,
  hits: Hits,
  at: number,
  floor: number,
  place: Place,
  kit: Kit,
): Prefix | null {
  let start = at
  let region: Region | null = null
  for (let next = hits.endingAt('region', start, floor); next; next = hits.endingAt('region', start, floor)) {
    region ??= regionNamed(text.slice(next.start, next.end), place, kit)
    start = next.start
  }
  if (region) return { start, text: text.slice(start, at), region, glued: false }
  const zoneHit = hits.endingAt('zone', at, floor)
  if (zoneHit) {
    const from = leftEdge(text, zoneHit.start, floor, kit)
    return { start: from, text: text.slice(from, at), region: place.region, glued: false }
  }
  const c = text[at - 1] ?? ''
  if (at === floor || !HAN.test(c) || endsBoundary(text, at, kit)) {
    if (!SCOPES.has(c) || at === floor) return { start: at, text: '', region: null, glued: false }
  }
  if (SCOPES.has(c)) {
    const before = text[at - 2] ?? ''
    if (
      at - 1 === floor ||
      !HAN.test(before) ||
      endsBoundary(text, at - 1, kit) ||
      /[我本全原各]/.test(before)
    )
      return { start: at - 1, text: c, region: scopeRegion(c, place), glued: false }
  }
  if (text.slice(Math.max(floor, at - 3), at) === '自治区')
    return { start: at - 3, text: '自治区', region: scopeRegion('自治区', place), glued: false }
  const from = leftEdge(text, at, floor, kit)
  const run = text.slice(from, at)
  if (run.length >= 2 && run.length <= 6 && /[市县区旗州省盟]$/.test(run))
    return { start: from, text: run, region: null, glued: false }
  if (run.length === 0) return { start: at, text: '', region: null, glued: false }
  const scope = /^[市县区旗州省盟](?=..)/.exec(run)?.[0] ?? ''
  return { start: from, text: scope, region: scope ? scopeRegion(scope, place) : null, glued: true }
}

/** From where on the Han characters before `at` can belong to a name. */
function leftEdge(text: string, at: number, floor: number, kit: Kit): number {
  let i = at
  while (i > floor && at - i < LONGEST_RUN) {
    const c = text.charCodeAt(i - 1)
    if (nameCharacters[c] === 0 || (endsBoundary(text, i, kit) && !insideName(text, i))) break
    i--
  }
  return i
}

/** 和 and 与 join two names, or stand inside one («文化和旅游»); a name that goes on to both sides keeps it. */
function insideName(text: string, at: number): boolean {
  return (
    /[和与]/.test(text[at - 1]!) &&
    /(?:服务|信息化|规划|社会|教育|文化|应急|城乡|资源|投资|发展|经济|工业|民族|财政|科技|农业|商务|党史|园林|林业|公共|网络|改革|政务|数据|审批|旅游|建设|管理)$/.test(
      text.slice(0, at - 1),
    )
  )
}

export function endsBoundary(text: string, at: number, kit: Kit): boolean {
  if (!lastCharacters(kit)[text.charCodeAt(at - 1)]) return false
  for (let n = 1; n <= 4; n++) if (kit.boundaries.has(text.slice(at - n, at))) return true
  return false
}

function government(
  text: string,
  hits: Hits,
  hit: Hit<'region'>,
  floor: number,
  place: Place,
  kit: Kit,
): Unit | null {
  let start = hit.start
  for (let next = hits.endingAt('region', start, floor); next; next = hits.endingAt('region', start, floor))
    start = next.start
  const name = text.slice(hit.start, hit.end)
  const region = regionNamed(name, place, kit)
  // «部门和县区» is not 和县: a name of two characters stands by itself.
  if (
    name.length === 2 &&
    start === hit.start &&
    start > floor &&
    HAN.test(text[start - 1]!) &&
    !endsBoundary(text, start, kit)
  )
    return null
  if (!region || /^(?:直|属|本级|级)/.test(text.slice(hit.end, hit.end + 2))) return null
  const rest = text.slice(hit.end, hit.end + 8)
  const tail =
    /^(?:人民政府|政府(?!网站|网|系统|部门|信息|采购|各|办)|党工委、管委会|行政公署|行署|管委会|管理委员会)/.exec(
      rest,
    )?.[0] ?? ''
  return {
    start,
    end: hit.end + tail.length,
    written: text.slice(start, hit.end + tail.length),
    kind: 'government',
    core: tail || '人民政府',
    prefix: text.slice(start, hit.end),
    region,
    function: governmentFunction(region),
    row: null,
    restored: false,
  }
}

export function governmentFunction(region: Region): string {
  return region.level === 'province'
    ? 'province_government'
    : region.level === 'city'
      ? 'city_government'
      : 'county_government'
}

function zone(
  text: string,
  hits: Hits,
  hit: Hit<'zone'>,
  floor: number,
  place: Place,
  kit: Kit,
): Unit | null {
  const form = hit.entry.row.form
  let end = hit.end
  const tail =
    /^(?:党工委、?管委会|管理委员会|管委会|管理局|管理处|党工委)/.exec(text.slice(end, end + 8))?.[0] ?? ''
  end += tail.length
  const regionBefore = hits.endingAt('region', hit.start, floor)
  const from = regionBefore ? regionBefore.start : leftEdge(text, hit.start, floor, kit)
  const run = text.slice(from, hit.start)
  const standsAlone =
    /^(?:科创园区|创园区|科创园|高新区|经开区|开发区|示范区|度假区|保税区|综保区|科技城|新区|高新技术产业开发区|经济技术开发区|经济开发区|旅游度假区|综合保税区|试验区|实验区|工业园区|产业园区|空港区|空港经济区|工业园|产业园|景区|风景区)$/.test(
      form,
    )
  if (
    kit.generics.has(run) ||
    (run.length < 2 && !standsAlone) ||
    /^(?:各|全|有关|相关|所有|部分|个别|本)/.test(run)
  )
    return null
  const scoped = /^[市县区旗州省盟]$/.test(run)
  const region = regionBefore
    ? regionNamed(text.slice(regionBefore.start, regionBefore.end), place, kit)
    : scoped
      ? scopeRegion(run, place)
      : null
  return {
    start: from,
    end,
    written: text.slice(from, end),
    kind: 'zone',
    core: text.slice(regionBefore ? regionBefore.end : scoped ? hit.start : from, hit.end),
    prefix: regionBefore || scoped ? run : '',
    region,
    function: hit.entry.row.function,
    row: null,
    restored: false,
  }
}

function bySuffix(
  text: string,
  hits: Hits,
  hit: Hit<'suffix'>,
  floor: number,
  place: Place,
  kit: Kit,
): Unit | null {
  const { suffix, function: code } = hit.entry.row
  if (/^(?:人民政府|政府)$/.test(suffix)) return null
  if (
    CONTINUES[suffix]?.test(text.slice(hit.end, hit.end + 1)) ||
    NOT_AFTER[suffix]?.test(text[hit.start - 1] ?? '')
  )
    return null
  let from = leftEdge(text, hit.start, floor, kit)
  let region: Region | null = null
  let prefix = ''
  // A place in front of the name, wherever in the run it ends.
  for (const r of hits.longest('region', from, hit.start)) {
    const rest = hit.start - r.end
    if (rest < 1 && !/^(?:镇|乡)/.test(suffix)) continue
    region = regionNamed(text.slice(r.start, r.end), place, kit)
    prefix = text.slice(from, r.end)
    if (r.start > from && !hits.endingAt('region', r.start, floor)) {
      from = r.start
      prefix = text.slice(from, r.end)
    }
  }
  if (!prefix)
    for (const z of hits.longest('zone', from, hit.start))
      if (hit.start - z.end >= 2 && z.end - from >= 3) prefix = text.slice(from, z.end)
  const run = text.slice(from, hit.start)
  if (kit.generics.has(text.slice(from, hit.end))) return null
  const name = run.slice(prefix.length)
  const least = suffix.length === 1 ? (/[镇乡]/.test(suffix) ? 1 : 2) : 1
  if (name.length < least && !(prefix && suffix.length >= 2)) return null
  for (let n = 1; n <= Math.min(4, run.length); n++)
    if (kit.generics.has(run.slice(0, n)) && (n > 1 || run.length === 1 || /^[各全本我该此]/.test(run)))
      return null
  if (!prefix) {
    const scope = /^[市县区旗州省盟](?=.{2})/.exec(run)?.[0]
    if (scope && !/^(?:town|subdistrict)$/.test(code)) {
      prefix = scope
      region = scopeRegion(scope, place)
    }
  }
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
    core: text.slice(from + prefix.length, hit.end),
    prefix,
    region,
    function: code,
    row: null,
    restored: false,
  }
}

/** «县公安局» and «交警大队» written together are one body of the first's. */
function joins(a: Unit, b: Unit): boolean {
  return a.kind !== 'government' && b.prefix === '' && (b.kind === 'department' || b.kind === 'other')
}

function merged(a: Unit, b: Unit, text: string): Unit {
  return {
    ...a,
    end: b.end,
    written: text.slice(a.start, b.end),
    core: a.core + b.core,
    function: b.function ?? a.function,
    row: null,
    kind: 'department',
  }
}
