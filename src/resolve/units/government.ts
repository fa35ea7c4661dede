import type { Kit } from '../../kit.ts'
import { saying } from '../../lexicon/phrases.ts'
import type { Region } from '../../lexicon/regions.ts'
import type { Hit, Hits } from '../hits.ts'
import { type Place, regionByStem, regionNamed, scopeRegion } from '../place.ts'
import { endsBoundary, HAN } from './name-edge.ts'
import type { Unit } from './unit.ts'

export function government(
  text: string,
  hits: Hits,
  hit: Hit<'region'>,
  floor: number,
  place: Place,
  kit: Kit,
): Unit | null {
  // «阳泉市郊区»: no 市郊区 where the class word is that of the name before.
  const shared =
    hits.endingAt('region', hit.start + 1, floor)?.start !== hit.start &&
    hits.endingAt('region', hit.start + 1, floor) &&
    hits.within('region', hit.start + 1, hit.end).find((h) => h.end === hit.end)
  const own = shared || hit
  let start = own.start
  let above: Region | null = null
  for (let next = hits.endingAt('region', start, floor); next; next = hits.endingAt('region', start, floor)) {
    above ??= regionNamed(text.slice(next.start, next.end), place, kit)
    start = next.start
  }
  const name = text.slice(own.start, own.end)
  const region = regionNamed(name, place, kit, above)
  // «部门和县区» is not 和县: a name of two characters stands by itself.
  if (
    name.length === 2 &&
    start === hit.start &&
    start > floor &&
    HAN.test(text[start - 1]!) &&
    !endsBoundary(text, start, kit)
  )
    return null
  // A township as high as a county is one of its own province; «滨海新区» of another is a zone here.
  if (
    region &&
    /(?:[乡镇]|新区)$/.test(region.name) &&
    place.region &&
    region.code.slice(0, 2) !== place.region.code.slice(0, 2)
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

const SCOPE = /自治区|[市县区旗州省盟]/
/** «在市政府网站公布» says where, not whose. */
const WHERE = saying((any) => new RegExp(`(?:[在于到至从向由经并往]|${any('onto')})$`))
const ITS = /^(?:门户)?网站(?!系统)|^(?:门户|官方?)网|^网(?![络信上民页友])/

/** «市政府网站»: the government of the notice's own city, county or province, where its site is named. */
export function ownGovernment(
  text: string,
  hits: Hits,
  hit: Hit<'suffix'>,
  floor: number,
  place: Place,
  kit: Kit,
): Unit | null {
  if (!ITS.test(text.slice(hit.end, hit.end + 4))) return null
  const scope = SCOPE.exec(text.slice(Math.max(floor, hit.start - 3), hit.start).slice(-3))?.[0]
  if (!scope || !text.startsWith(scope, hit.start - scope.length)) return null
  const start = hit.start - scope.length
  if (start < floor || hits.endingAt('region', hit.start, floor)) return null
  const before = text[start - 1] ?? ''
  if (start > floor && HAN.test(before) && before !== '和' && before !== '及' && before !== '与')
    if (!endsBoundary(text, start, kit)) return null
  if (WHERE(kit).test(text.slice(Math.max(floor, start - 2), start))) return null
  const region = scopeRegion(scope, place)
  // «(三)天峻县。…县政府网站…»: a heading may say which county.
  if (!region && place.region?.level === 'county') return null
  return {
    start,
    end: hit.end,
    written: text.slice(start, hit.end),
    kind: 'government',
    core: hit.entry.row.suffix,
    prefix: scope,
    region,
    function: region && governmentFunction(region),
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

/** «南昌、新余、鹰潭3市»: names without their class word, where a list of them inside the notice's area stands. */
export function stemList(
  text: string,
  hits: Hits,
  start: number,
  end: number,
  place: Place,
  kit: Kit,
): Unit[] {
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
