import type { Kit } from '../../kit.ts'
import type { Hits } from '../hits.ts'
import type { Place } from '../place.ts'
import { bySuffix } from './by-suffix.ts'
import { closedLists } from './closed-list.ts'
import { department, unitFormAt } from './department.ts'
import { government, stemList } from './government.ts'
import { type Unit, unitOf } from './unit.ts'
import { zone } from './zone.ts'

interface Known {
  place: Place
  byStart: Map<number, { end: number; units: readonly Unit[] }[]>
}

const known = new WeakMap<Hits, Known>()

/**
 * Every body named in [start, end), by position, none inside another. Several stages ask for those of one sentence, and each
 * makes of them what it needs: they are found once, and everybody gets their own.
 */
export function findUnits(
  text: string,
  hits: Hits,
  start: number,
  end: number,
  place: Place,
  kit: Kit,
): Unit[] {
  let own = known.get(hits)
  if (own?.place !== place) known.set(hits, (own = { place, byStart: new Map() }))
  let here = own.byStart.get(start)
  if (!here) own.byStart.set(start, (here = []))
  let units = here.find((known) => known.end === end)?.units
  if (!units) here.push({ end, units: (units = unitsBetween(text, hits, start, end, place, kit)) })
  return units.map(unitOf)
}

function unitsBetween(text: string, hits: Hits, start: number, end: number, place: Place, kit: Kit): Unit[] {
  const found: Unit[] = []
  const add = (unit: Unit | null) => {
    if (unit && unit.start >= start && unit.end <= end) found.push(unitOf(unit))
  }
  for (const hit of hits.longest('unit', start, end))
    if (hit.entry.form !== 'stem' || unitFormAt(hits, hit))
      add(department(text, hits, hit, start, place, kit))
  for (const hit of hits.longest('region', start, end)) add(government(text, hits, hit, start, place, kit))
  for (const hit of hits.longest('zone', start, end)) add(zone(text, hits, hit, start, place, kit))
  for (const hit of hits.longest('suffix', start, end)) add(bySuffix(text, hits, hit, start, place, kit))
  for (const unit of closedLists(text, hits, start, end, place, kit)) {
    // «市监两局» is no body of that name.
    for (let k = found.length - 1; k >= 0; k--)
      if (found[k]!.end > unit.start && found[k]!.start < unit.end) found.splice(k, 1)
    found.push(unit)
  }
  for (const unit of stemList(text, hits, start, end, place, kit)) found.push(unit)
  if (found.length === 0) return found
  if (found.length > 1) found.sort((a, b) => a.start - b.start || b.end - a.end)
  const out: Unit[] = []
  for (const unit of found) {
    const last = out.at(-1)
    if (!last || unit.start >= last.end) {
      if (last && unit.start === last.end && joins(last, unit)) out[out.length - 1] = merged(last, unit, text)
      else out.push(unit)
    } else if (unit.end > last.end && unit.end - unit.start > last.end - last.start)
      out[out.length - 1] = unit
  }
  // «突出的是南山区,区政府网站…»: of the one just named.
  for (const [k, unit] of out.entries()) {
    if (unit.kind !== 'government' || unit.region !== null || unit.prefix.length !== 1) continue
    const named = out
      .slice(0, k)
      .findLast((u) => u.kind === 'government' && u.region?.name.endsWith(unit.prefix))
    if (named) Object.assign(unit, { region: named.region, function: named.function })
  }
  // «揭东区政府门户网站龙尾镇栏目»: the town is a column of the other's site.
  return out.filter(
    (unit, k) => !(k > 0 && /^(?:政府|部门)?(?:门户)?网站$/.test(text.slice(out[k - 1]!.end, unit.start))),
  )
}

/** «国家税务总局重庆市税务局»: a national body's local one bears its name in front. */
const NATIONAL = /^(?:(?:国家|中国).{2,10}(?:总局|局|委员会|银行)|人民银行|人行)$/

/** «县公安局» and «交警大队» written together are one body of the first's. */
function joins(a: Unit, b: Unit): boolean {
  if (b.kind !== 'department' && b.kind !== 'other') return false
  return a.kind !== 'government' && (b.prefix === '' || NATIONAL.test(a.written))
}

function merged(a: Unit, b: Unit, text: string): Unit {
  return {
    ...a,
    end: b.end,
    written: text.slice(a.start, b.end),
    core: NATIONAL.test(a.written) ? text.slice(a.start, b.end) : a.core + b.core,
    region: a.region ?? b.region,
    function: b.function ?? a.function,
    row: null,
    kind: 'department',
  }
}
