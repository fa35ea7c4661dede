import type { Kit } from '../../kit.ts'
import type { Region } from '../../lexicon/regions.ts'
import type { Hit, Hits } from '../hits.ts'
import { type Place, regionNamed, scopeRegion } from '../place.ts'
import { leftEdge } from './name-edge.ts'
import type { Unit } from './unit.ts'

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

export function bySuffix(
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
