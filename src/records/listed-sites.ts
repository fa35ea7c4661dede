import { type Holder, type HolderGroup, holderGroup } from '../resolve/holder.ts'
import type { Sentence } from '../resolve/sentence.ts'
import type { Unit } from '../resolve/units/unit.ts'
import { tight } from '../segment/line.ts'
import type { Reading } from './reading.ts'
import { unitsIn } from './table-names.ts'
import { columnsOf } from './table-roles.ts'

const NAMES = new Set(['site_name', 'subject_name'])
/** «容县文体网», not «容县政府网». */
const SITE_NAME = /^[\u4e00-\u9fff]{3,14}(?<!政府)网$/
const SHORTEST_NAME = 4
const LONGEST_NAME = 15
const JOINT = /^[、和及与]$/

/** The sites that tables call by names of their own, each with the body whose it is: the prose may call them so. */
export function listedSites(reading: Reading): ReadonlyMap<string, Unit> {
  const sites = new Map<string, Unit>()
  for (const grid of reading.outline.grids) {
    const roles = columnsOf(grid, reading).map((c) => c?.role)
    const name = roles.findIndex((r) => r !== undefined && NAMES.has(r))
    const owner = roles.indexOf('unit')
    if (name < 0 || owner < 0) continue
    for (const row of grid.rows) {
      const words = tight(row[name]!.text)
      const unit = SITE_NAME.test(words) ? unitsIn(reading, row[owner]!)[0]?.unit : null
      if (unit) sites.set(words, unit)
    }
  }
  return sites
}

/** Puts the sites that a sentence calls by their names in the place of whatever else was read there. */
export function withListedSites(
  text: string,
  sentence: Sentence,
  groups: readonly HolderGroup[],
  sites: ReadonlyMap<string, Unit>,
): HolderGroup[] {
  const words = text.slice(sentence.start, sentence.end)
  const found: Holder[] = []
  for (let end = words.indexOf('网') + 1; end > 0; end = words.indexOf('网', end) + 1)
    for (let n = Math.min(LONGEST_NAME, end); n >= SHORTEST_NAME; n--) {
      const name = words.slice(end - n, end)
      const owner = sites.get(name)
      if (!owner) continue
      const start = sentence.start + end - n
      found.push({ kind: 'site', start, end: start + n, name, owner, about: 'site' })
      break
    }
  if (found.length === 0) return [...groups]
  const named: HolderGroup[] = []
  for (const site of found) {
    const last = named.at(-1)
    if (last && JOINT.test(text.slice(last.end, site.start))) {
      last.holders.push(site)
      last.end = site.end
    } else named.push(holderGroup(site, [site], 'site', 'website'))
  }
  const apart = (a: { start: number; end: number }) =>
    found.every((s) => a.end <= s.start || a.start >= s.end)
  const others = groups.filter((g) => apart(g) && g.holders.every(apart))
  return [...others, ...named].sort((a, b) => a.start - b.start)
}
