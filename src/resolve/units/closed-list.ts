import type { Kit } from '../../kit.ts'
import { ENDING } from '../../lexicon/phrases.ts'
import type { Hits } from '../hits.ts'
import { officialForm } from '../official-name.ts'
import { type Place, scopeRegion } from '../place.ts'
import { rowFor } from './department.ts'
import type { Unit } from './unit.ts'

const CLOSED =
  /(?:等(?:[两二三四五六七八九十]|\d{1,2})?个?|[两二三四五六七八九十]|\d{1,2}个)(?:局|部门|委办局)(?!长)/y
const JOINT = /(?:、|和|及|与)([市县区旗州省盟]?)$/

const TOWNS = /^(?:town|subdistrict|village)$/
const TOWN = /[镇乡村]$|街道$|社区$/
const NO_TOWN = /[省市县区旗州盟有为共]$/
const OF_TOWNS =
  /[、和及与]([\u4e00-\u9fff]{2,4}?)(?:等(?:[两二三四五六七八九十]|\d{1,2})?|[两二三四五六七八九十]|\d{1,2})个?$/

/** «县教育、水务、统计等局», «人社、市监两局», «安定、加义等镇»: the last of a list whose items are bare, the list itself being closed by their noun. */
export function closedLists(
  text: string,
  hits: Hits,
  start: number,
  end: number,
  place: Place,
  kit: Kit,
): Unit[] {
  const out: Unit[] = []
  for (const hit of hits.within('unit', start, end)) {
    if (hit.entry.form !== 'stem') continue
    CLOSED.lastIndex = hit.end
    if (!CLOSED.test(text)) continue
    const joint = JOINT.exec(text.slice(Math.max(start, hit.start - 3), hit.start))
    if (!joint) continue
    const row = rowFor(
      hits
        .within('unit', hit.start, hit.end)
        .filter((h) => h.start === hit.start && h.end === hit.end)
        .map((h) => h.entry.row),
      place,
    )
    const scope = joint[1]!
    const from = hit.start - scope.length
    const noun = ENDING(kit).exec(row.name)?.[0] ?? ''
    const unit: Unit = {
      start: from,
      end: hit.end,
      written: text.slice(from, hit.end) + noun,
      kind: 'department',
      core: officialForm(row.name, row),
      prefix: scope,
      region: scope ? scopeRegion(scope, place) : null,
      function: row.function,
      row,
      restored: true,
    }
    if (out.at(-1)?.start === from) out.pop()
    out.push(unit)
  }
  for (const hit of hits.longest('suffix', start, end)) {
    const { suffix, function: code, numbered } = hit.entry.row
    // «一五二团、一四三团» are called by numbers, not counted.
    if (!TOWNS.test(code) || numbered === 'yes') continue
    const [last, name] = OF_TOWNS.exec(text.slice(Math.max(start, hit.start - 12), hit.start)) ?? []
    // «甲县、乙县有4个乡镇账号停更» counts towns.
    if (name === undefined || TOWN.test(name) || NO_TOWN.test(name)) continue
    const from = hit.start - last!.length + 1
    out.push({
      start: from,
      end: from + name.length,
      written: name + suffix,
      kind: 'town',
      core: name + suffix,
      prefix: '',
      region: null,
      function: code,
      row: null,
      restored: true,
    })
  }
  return out
}
