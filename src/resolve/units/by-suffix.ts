import type { Kit } from '../../kit.ts'
import type { Region } from '../../lexicon/regions.ts'
import type { Hit, Hits } from '../hits.ts'
import { type Place, regionNamed, scopeRegion } from '../place.ts'
import { ownGovernment } from './government.ts'
import { HAN, leftEdge } from './name-edge.ts'
import type { Unit } from './unit.ts'

export function bySuffix(
  text: string,
  hits: Hits,
  hit: Hit<'suffix'>,
  floor: number,
  place: Place,
  kit: Kit,
): Unit | null {
  const { suffix, function: code, not_before, not_after } = hit.entry.row
  if (suffix === '人民政府' || suffix === '政府') return ownGovernment(text, hits, hit, floor, place, kit)
  if (
    (hit.end < text.length && not_before.includes(text[hit.end]!)) ||
    (hit.start > 0 && not_after.includes(text[hit.start - 1]!))
  )
    return null
  let from = leftEdge(text, hit.start, floor, place, kit)
  if (opensName(text, hits, from, hit.start, floor)) from = leftEdge(text, from - 1, floor, place, kit)
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
  // «两家养老院» and «2件反映村道» are counted, not named.
  if (/\d/.test(text[from - 1] ?? '') && /^[个家件条项次处份篇封]/.test(text.slice(from, hit.end)))
    return null
  if (
    /^(?:[一二两三四五六七八九十几多]{1,3}|\d{1,4})[个家所座处件条项次份篇封则](?!旗)/.test(
      text.slice(from, hit.end),
    )
  )
    return null
  // «电话提醒我局», «反映该局»: a pronoun is no name.
  if (/[我本该贵]$/.test(text.slice(from, hit.start)) && suffix.length === 1) return null
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
  // «县人社、市监两局»: the 社 is no ending.
  const core = from + prefix.length
  const bare = core + (/[市县区旗州省盟]/.test(text[core]!) ? 1 : 0)
  if (
    hits
      .within('unit', core, hit.end)
      .some((h) => (h.start === core || h.start === bare) && h.end === hit.end)
  )
    return null
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
    function: code,
    row: null,
    restored: false,
  }
}

/**
 * «腾冲市和顺镇», «西吉县将台堡镇», «向阳镇»: the word that would end the name is its own first character, where a place stands in
 * front of it or else too little would be left.
 */
function opensName(text: string, hits: Hits, from: number, until: number, floor: number): boolean {
  if (from <= floor || !/[和将向从所过]/.test(text[from - 1]!)) return false
  const single = until - from === 1
  if (hits.endingAt('region', from - 1, floor)) return single || text[from - 1] !== '和'
  return single && (from - 1 === floor || !HAN.test(text[from - 2]!))
}
