import type { Hits } from '../hits.ts'
import { officialForm } from '../official-name.ts'
import { type Place, scopeRegion } from '../place.ts'
import { rowFor } from './department.ts'
import type { Unit } from './unit.ts'

const CLOSED =
  /(?:等(?:[两二三四五六七八九十]|\d{1,2})?个?|[两二三四五六七八九十]|\d{1,2}个)(?:局|部门|委办局)(?!长)/y
const JOINT = /(?:、|和|及|与)([市县区旗州省盟]?)$/

/** «县教育、水务、统计等局», «人社、市监两局»: the last of a list whose items are bare, the list itself being closed by their noun. */
export function closedLists(text: string, hits: Hits, start: number, end: number, place: Place): Unit[] {
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
    const noun = /(?:委员会|局|办公室|厅|办|联社|社|中心|会)$/.exec(row.name)?.[0] ?? ''
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
  return out
}
