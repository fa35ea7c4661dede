import type { Kit } from '../../kit.ts'
import type { TableRow } from '../../lexicon/tables.ts'
import type { Hit, Hits } from '../hits.ts'
import { isWithin, type Place } from '../place.ts'
import { functionByField } from './field.ts'
import { HAN, isHead, prefixBefore } from './name-edge.ts'
import type { Unit } from './unit.ts'

/** A stem hit hides the longer name that starts with it; take the name where one does. */
export function unitFormAt(hits: Hits, hit: Hit<'unit'>): boolean {
  return hits
    .within('unit', hit.start, hit.end)
    .some((h) => h.start === hit.start && h.end === hit.end && h.entry.form !== 'stem')
}

const TWO = /^[两二2][家个局]/

/** «县发改、教育和水利局»: of a list of bare items the last two are two. */
export const followsBare = (text: string, hits: Hits, start: number): boolean =>
  text[start - 1] === '、' && hits.endingAt('unit', start - 1, 0)?.entry.form === 'stem'

export function department(
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
  if (all.length === 0 || isHead(text, hit.end)) return null
  // «考核办法»
  if (text[hit.end - 1] === '办' && /[法理事]/.test(text[hit.end] ?? '')) return null
  // «经委托»
  if (text[hit.end - 1] === '委' && text[hit.end] === '托') return null
  // «人大代表建议、政协委员提案» are what is answered, not who answers.
  if (
    /(?:人大|政协)$/.test(text.slice(hit.start, hit.end)) &&
    /^(?:代表|委员(?!会)|建议|议案|提案)/.test(text.slice(hit.end, hit.end + 3))
  )
    return null
  const row = rowFor(
    all.map((h) => h.entry.row),
    place,
    text.slice(hit.start, hit.end),
  )
  const core = torn ? row.name : text.slice(hit.start, hit.end)
  // «教育和水利局两家网站» are two.
  const joined = /[和与]/.test(text[hit.start - 1] ?? '')
  let prefix = prefixBefore(text, hits, hit.start, floor, place, kit)
  if (
    joined &&
    (TWO.test(text.slice(hit.end, hit.end + 2)) || (prefix && followsBare(text, hits, prefix.start)))
  )
    prefix = { start: hit.start, text: '', region: null, glued: false }
  if (!prefix || (prefix.text === '' && kit.generics.has(core))) return null
  // «城区教育局» is of some town, in 晋城 of its district.
  if (kit.generics.has(prefix.text) && !(prefix.region && isWithin(prefix.region, place))) return null
  if (prefix.glued) {
    const name = text.slice(prefix.start + prefix.text.length, hit.end)
    return {
      ...prefix,
      end: hit.end,
      written: text.slice(prefix.start, hit.end),
      kind: 'department',
      core: name,
      prefix: prefix.text,
      function: functionByField(name, kit) ?? row.function,
      row: null,
      restored: false,
    }
  }
  if (prefix.text === '' && core.length <= 2 && !kit.bodies.has(core)) return null
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

/** Of bodies written alike, the one that existed then, by the name it has there. */
export function rowFor(
  rows: readonly TableRow<'units'>[],
  place: Place,
  written: string | null = null,
): TableRow<'units'> {
  const month = place.date?.slice(0, 7)
  const level = levelLetter(place)
  const valid = month
    ? rows.filter((r) => (!r.since || r.since <= month) && (!r.until || month < r.until))
    : rows
  const those = calledThere(valid.length ? valid : rows, place)
  // «县农业局» in a month of both is what it is called, not short for another.
  const named = those.filter((r) => r.name === written)
  const pool = named.length > 0 ? named : those
  return pool.find((r) => r.levels.includes(level)) ?? pool[0]!
}

/** A province's own names for a body before those of everywhere else. */
export function calledThere(rows: readonly TableRow<'units'>[], place: Place): readonly TableRow<'units'>[] {
  const province = place.region?.code.slice(0, 2)
  const own = rows.filter((r) => province !== undefined && r.provinces.includes(province))
  const general = own.length > 0 ? own : rows.filter((r) => r.provinces.length === 0)
  return general.length > 0 ? general : rows
}

export function levelLetter(place: Place): string {
  const level = place.region?.level
  return level === 'province' ? 'p' : level === 'city' ? 'c' : level ? 't' : 'n'
}
