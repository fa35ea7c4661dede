import type { Kit } from '../kit.ts'
import { saying } from '../lexicon/phrases.ts'
import type { Hits } from '../resolve/hits.ts'
import { type Place, placeOf } from '../resolve/place.ts'
import { findUnits } from '../resolve/units/find-units.ts'
import type { Unit } from '../resolve/units/unit.ts'
import type { Outline } from '../segment/segment.ts'
import type { Header } from './header.ts'

/** Whom a notice is about where a sentence names nobody: the one that reports of itself, or the one it is written to. */
export interface OwnHolder {
  /** «我局»; null for a government that reports of its whole area. */
  written: string | null
  unit: Unit | null
}

const FIRST = saying((any) => new RegExp(`[我本]${any('self')}(?!属|机关|网)`))
const SECOND = saying((any) => new RegExp(`[你贵](?:${any('self')}|[市县区州旗])`))

/** «我局网站…»: a report of oneself. «你局网站…», to one addressee: a notice of what it has to mend. */
export function ownHolder(
  text: string,
  hits: Hits,
  outline: Outline,
  header: Header,
  kit: Kit,
): OwnHolder | null {
  const { place } = header
  if (header.genre === 'self_report') {
    const unit = header.issuer && unitAt(text, hits, header.issuer, place, kit)
    // An office that reports of the whole area names its bodies; one that reports of itself is in its own title.
    const itself =
      unit !== null &&
      unit.kind !== 'government' &&
      unit.function !== 'government_office' &&
      (header.title?.value.includes(unit.core) ?? false)
    return itself
      ? { written: FIRST(kit).exec(text)?.[0] ?? unit.written, unit }
      : { written: null, unit: null }
  }
  const [addressee, ...others] = outline.addressees
  if (!addressee || others.length > 0 || !SECOND(kit).test(text.slice(outline.body.start, outline.body.end)))
    return null
  const unit = unitAt(text, hits, addressee, place, kit)
  return unit && { written: unit.written, unit }
}

/** In a letter to a government («…存在问题。你市…») «市教育局» is one of its own, not the writer's. */
export function placeOfProblems(place: Place, own: OwnHolder | null, kit: Kit): Place {
  const region = own?.unit?.kind === 'government' ? own.unit.region : null
  if (!region || !place.region || region.code === place.region.code) return place
  const below = placeOf(region, place.date, kit, null, place.own)
  return below.lineage.some((r) => r.code === place.region!.code) ? below : place
}

/** The unit that a stretch names, where it names one. */
function unitAt(
  text: string,
  hits: Hits,
  { start, end }: { start: number; end: number },
  place: Place,
  kit: Kit,
): Unit | null {
  const units = findUnits(text, hits, start, end, place, kit)
  return units.length === 1 ? units[0]! : null
}
