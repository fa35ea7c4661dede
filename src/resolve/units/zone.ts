import type { Kit } from '../../kit.ts'
import { saying } from '../../lexicon/phrases.ts'
import type { Hit, Hits } from '../hits.ts'
import { type Place, regionNamed, scopeRegion } from '../place.ts'
import { endsBoundary, leftEdge } from './name-edge.ts'
import type { Unit } from './unit.ts'

/** «党工委、管委会» */
const BODY = saying((any) => new RegExp(`^${any('zone_body')}(?:、?${any('zone_body')})?`))

/** «景区示意图»: what it is of, and nobody. */
const ATTRIBUTE =
  /^(?![网门官微频政子的未没无不存在有和及与共由被因将把连已仍要应须请于今自至对按从为是])[\u4e00-\u9fff]/

export function zone(
  text: string,
  hits: Hits,
  hit: Hit<'zone'>,
  floor: number,
  place: Place,
  kit: Kit,
): Unit | null {
  const { alone } = hit.entry.row
  let end = hit.end
  const tail = BODY(kit).exec(text.slice(end, end + 8))?.[0] ?? ''
  end += tail.length
  const regionBefore = hits.endingAt('region', hit.start, floor)
  const from = regionBefore ? regionBefore.start : leftEdge(text, hit.start, floor, place, kit)
  const run = text.slice(from, hit.start)
  // «防城区妇联和港口区» are two; 港口区 is a district.
  const district = hits.endingAt('region', hit.end, from + 1)
  if (
    (district && !regionBefore && endsBoundary(text, district.start, kit)) ||
    kit.generics.has(run) ||
    kit.generics.has(text.slice(from, end)) ||
    (run === '' && /^(?:建设|创建)/.test(text.slice(end, end + 2))) ||
    (run.length < 2 && alone === '') ||
    (tail === '' &&
      run === '' &&
      hit.entry.row.function === 'scenic_area' &&
      ATTRIBUTE.test(text.slice(end, end + 1))) ||
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
