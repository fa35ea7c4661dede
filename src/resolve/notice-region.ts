import type { Kit } from '../kit.ts'
import type { Region } from '../lexicon/regions.ts'
import type { Hits } from './hits.ts'

/** A stretch of the notice that tells its place, and how much it weighs. */
export interface RegionClue {
  start: number
  end: number
  weight: number
}

/**
 * The inspected area. The issuer's own place weighs more than the addressees', those more than places named in the body,
 * and the host's site code least: pages are reposted. A name that several places bear is settled by the others named.
 */
export function resolveRegion(
  text: string,
  hits: Hits,
  clues: readonly RegionClue[],
  siteCodes: readonly string[],
  level: Region['level'] | null,
  date: string | null,
  kit: Kit,
): Region | null {
  const votes = new Map<string, number>()
  const named: Region[][] = []
  const clueOf: { regions: readonly Region[]; weight: number }[] = []
  for (const clue of clues)
    for (const hit of hits.longest('region', clue.start, clue.end)) {
      const regions = kit.regions.named(text.slice(hit.start, hit.end), date)
      if (regions.length === 0) continue
      named.push([...regions])
      clueOf.push({ regions, weight: clue.weight })
    }
  for (const code of siteCodes) {
    const region = kit.regions.at(code, date)
    if (region) clueOf.push({ regions: [region], weight: 3 })
  }
  for (const { regions, weight } of clueOf)
    for (const region of regions) {
      const share = regions.length === 1 ? weight : weight / (regions.length + 1)
      votes.set(region.code, (votes.get(region.code) ?? 0) + share)
    }
  if (votes.size === 0) return null
  if (!clueOf.some(({ weight }) => weight > FROM_BODY)) addCities(votes)
  const score = (code: string): number => {
    const own = votes.get(code)!
    const r = kit.regions.at(code, date)
    let support = 0
    for (const up of kit.regions.lineage(code, date).slice(1))
      support += Math.min(votes.get(up.code) ?? 0, own) * 0.6
    // Places of a lower level that lie inside speak for the one above them.
    const prefix = code.replace(/(?:00){1,3}$/, '')
    let inside = 0
    for (const [other, n] of votes)
      if (other !== code && other.startsWith(prefix)) inside += Math.min(n, 2) * 0.25
    return own + support + Math.min(inside, own) + (level && r?.level === level ? own * 0.8 : 0)
  }
  let best: { code: string; score: number } | null = null
  for (const code of votes.keys()) {
    const s = score(code)
    if (!best || s > best.score || (s === best.score && code < best.code)) best = { code, score: s }
  }
  return best ? (kit.regions.at(best.code, date) ?? null) : null
}

/** The most that a clue of the body, its addressees or its heads weighs. */
const FROM_BODY = 3
const PARTS_OF_A_CITY = 3

/** «柘荣县…周宁县…福鼎市…» of nobody: where three of its counties are told of, it is the city that is. */
function addCities(votes: Map<string, number>): void {
  const parts = new Map<string, number[]>()
  for (const [code, n] of votes) {
    const city = `${code.slice(0, 4)}00`
    if (code !== city) parts.set(city, [...(parts.get(city) ?? []), n])
  }
  for (const [city, of] of parts)
    if (of.length >= PARTS_OF_A_CITY) votes.set(city, (votes.get(city) ?? 0) + Math.max(...of))
}
