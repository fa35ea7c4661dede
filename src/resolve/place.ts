import type { Kit } from '../kit.ts'
import type { Region } from '../lexicon/regions.ts'

/** The area that a notice is about, and the words that stand for it and what is above it («市», «县», «省»). */
export interface Place {
  region: Region | null
  /** The region itself and what it belongs to, from the inside out. */
  lineage: readonly Region[]
  /** The date the names hold on (ISO), as far as known. */
  date: string | null
  /** The ministry whose own system the notice is about, where it has no region. */
  ministry: string | null
  /** The zone, the department or the town whose own notice it is: «绵阳高新区», «福建省水利厅», «唐昌镇»; its parts go by their names alone. */
  own: { zone: string | null; department: string | null; town: string | null }
}

export function placeOf(
  region: Region | null,
  date: string | null,
  kit: Kit,
  ministry: string | null,
  own: Place['own'],
): Place {
  return {
    region,
    date,
    own,
    ministry: region ? null : ministry,
    lineage: region ? kit.regions.lineage(region.code, date) : [],
  }
}

/** «市» in a county's notice is the city above it, in a county-level city's the city itself. */
export function scopeRegion(word: string, place: Place): Region | null {
  if (word === '自治区')
    return place.lineage.find((r) => r.level === 'province' && r.name.endsWith(word)) ?? null
  // «师市»: the city that a division of the corps is.
  const kind = word === '师市' ? '市' : word
  return place.lineage.find((r) => r.name.endsWith(kind)) ?? null
}

/** The place meant by a name: one inside the notice's area before one anywhere else. */
export function regionNamed(
  name: string,
  place: Place,
  kit: Kit,
  above: Region | null = null,
): Region | null {
  const all = kit.regions.named(name, place.date)
  if (all.length < 2) return all[0] ?? null
  // «阳泉市矿区»: the one that lies in the place written in front.
  const inside = above && all.find((r) => kit.regions.parent(r.code, place.date)?.code === above.code)
  if (inside) return inside
  return [...all].sort((a, b) => kinship(b, place) - kinship(a, place))[0]!
}

/** Is a region the notice's own city, or one in it? */
export const isWithin = ({ code }: Region, { region }: Place): boolean =>
  region !== null && region.level !== 'province' && code.slice(0, 4) === region.code.slice(0, 4)

/** How near a region is to the notice's own: shared leading digits of the code, its own lineage first. */
function kinship(r: Region, place: Place): number {
  const own = place.region
  if (!own) return 0
  if (place.lineage.some((l) => l.code === r.code)) return 7
  let n = 0
  while (n < 6 && r.code[n] === own.code[n]) n++
  return n - (n & 1)
}

/** A place inside the area (or the area's siblings) by its name without the class word: «平武» in 绵阳. */
export function regionByStem(stem: string, place: Place, kit: Kit): Region | null {
  const own = place.region
  if (!own) return null
  const around =
    own.level === 'county' ? (kit.regions.parent(own.code, place.date)?.code ?? own.code) : own.code
  return kit.regions.insideByStem(around, stem) ?? null
}
