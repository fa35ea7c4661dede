import { stemOf } from '../lexicon/regions.ts'
import { onceFor } from '../once.ts'
import { officialName } from '../resolve/official-name.ts'
import type { Place } from '../resolve/place.ts'
import type { Finding } from './finding.ts'
import type { Reading } from './reading.ts'
import type { Evidence } from './schema.ts'
import { isMedia, isPlatform } from './subject-family.ts'

export interface MergedFinding extends Omit<Finding, 'evidence'> {
  unitName: string | null
  evidence: Evidence[]
}

/**
 * One problem told twice is one record. Told in a list (an annex, a table) and in the prose, the list's stays; two items
 * of a list stay two; an account named in the one and not in the other does not part them.
 */
export function mergeFindings(findings: readonly Finding[], reading: Reading): MergedFinding[] {
  const { place, kit } = reading
  const out: MergedFinding[] = []
  const isList = (f: Pick<Finding, 'table' | 'annex'>) => f.table || f.annex > 0
  // Of two findings of lists only those of one item can be the same problem; the others may meet in a category.
  const ofItem = new Map<string, MergedFinding[]>()
  const ofCategory = new Map<string, MergedFinding[]>()
  const keys = new Map<MergedFinding, string>()
  for (const f of [...findings.filter(isList), ...findings.filter((f) => !isList(f))]) {
    const unitName = f.unit ? officialName(f.unit, place, kit) : null
    const key = unitKey(f.unit ? (unitName ?? f.written) : f.written, place)
    const item = `${f.origin} ${f.category}`
    const met = isList(f) ? ofItem.get(item) : ofCategory.get(f.category)
    const twin = met?.find((o) => (!isList(f) || o.annex === f.annex) && sameHolder(o, f, key, keys.get(o)!))
    if (!twin) {
      const made: MergedFinding = {
        written: f.written,
        unit: f.unit,
        vague: f.vague,
        subject: f.subject,
        subjectName: f.subjectName,
        subjectUrl: f.subjectUrl,
        category: f.category,
        likely: f.likely,
        problem: f.problem,
        verdict: f.verdict,
        deadline: f.deadline,
        ...(f.settled && { settled: true }),
        ...(f.kinds && { kinds: f.kinds }),
        ...(f.serial !== undefined && { serial: f.serial }),
        ...(f.tableNumber !== undefined && { tableNumber: f.tableNumber }),
        state: f.state,
        annex: f.annex,
        origin: f.origin,
        sentence: f.sentence,
        role: f.role,
        table: f.table,
        unitName,
        evidence: [f.evidence],
      }
      out.push(made)
      keys.set(made, unitKey(unitName ?? f.written, place))
      for (const [map, name] of [
        [ofItem, item],
        [ofCategory, f.category],
      ] as const) {
        const list = map.get(name)
        if (list) list.push(made)
        else map.set(name, [made])
      }
      continue
    }
    if (!twin.evidence.some((e) => e.start === f.evidence.start && e.end === f.evidence.end))
      twin.evidence.push(f.evidence)
    twin.verdict ??= f.verdict
    twin.deadline ??= f.deadline
    twin.subjectName ??= f.subjectName
    if (twin.subject === 'new_media' && f.subject && isPlatform(f.subject)) twin.subject = f.subject
    if (twin.written === null && f.written !== null && !f.vague) {
      Object.assign(twin, { written: f.written, unit: f.unit, unitName })
      keys.set(twin, unitKey(unitName ?? f.written, place))
    }
  }
  return dropCovered(out).sort(
    (a, b) => a.evidence[0]!.start - b.evidence[0]!.start || (a.category < b.category ? -1 : 1),
  )
}

/** `key` and `other` are the unit keys of the finding and of the one it is held against. */
function sameHolder(o: MergedFinding, f: Finding, key: string, other: string): boolean {
  if (f.subjectName && o.subjectName) {
    if (bareName(o.subjectName) !== bareName(f.subjectName) || differ(o.subject, f.subject)) return false
    return o.written === null || f.written === null || other === key || !o.table || isLess(key, other)
  }
  if (o.written === null || f.written === null) return false
  if (isItsSite(o, f)) return true
  if (o.vague !== f.vague) return false
  if (o.vague) return o.written === f.written
  // A unit told of in the prose covers its accounts in the list; two accounts of one unit in the prose stay two.
  const same = other === key || (f.unit?.kind === 'town' && !f.unit.region && isLess(key, other))
  // «甲局、乙局等3家单位的账号停更。其中,甲局“甲局发布”…»: the one it is of.
  if (
    same &&
    f.subjectName &&
    !o.subjectName &&
    !o.table &&
    o.origin === f.origin &&
    isMedia(o.subject) &&
    o.sentence < f.sentence
  )
    return true
  return same && !(f.subjectName && !o.table) && !(o.subjectName && !o.table && !f.table)
}

/** «花园口镇» and «靖宇县花园口镇»: the same with less of its place. */
const isLess = (key: string, other: string): boolean => key.length > 2 && other.endsWith(key)

/** «天涯区政府网站…» in the prose is the list's row of that site, whichever of its bodies answers for it. */
function isItsSite(
  { table, subjectName }: MergedFinding,
  { unit, subject, subjectName: own }: Finding,
): boolean {
  if (!table || !subjectName || own || unit?.kind !== 'government' || !unit.region || subject !== 'website')
    return false
  const area = bareName(subjectName).replace(/(?:人民)?政府(?:门户|官方)?网?$|门户网?$/, '')
  return area !== bareName(subjectName) && area.endsWith(unit.region.name)
}

/** One name on two platforms is two accounts. */
const differ = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && a !== b && isPlatform(a) && isPlatform(b)

const bareName = (s: string | null): string =>
  (s ?? '').replace(/[“”"'\s]/g, '').replace(/(?:微信公众号|公众号|微博|抖音号|网站)$/, '')

/** One name is asked for by all that ties problems, verdicts and demands to their unit. */
const keysIn = onceFor((_: Place) => new Map<string, string>())

/** Names of one unit written with more or less of its place, and with its committee or without. */
export function unitKey(name: string | null, place: Place): string {
  if (!name) return ''
  const keys = keysIn(place)
  let key = keys.get(name)
  if (key === undefined) keys.set(name, (key = withoutPlace(name, place)))
  return key
}

function withoutPlace(name: string, place: Place): string {
  let key = name.replace(/[“”"\s]/g, '').replace(/管委会$/, '管理委员会')
  for (const r of [...place.lineage].reverse())
    if (key.startsWith(r.name) && key.length > r.name.length + 1) key = key.slice(r.name.length)
  const stem = place.region ? stemOf(place.region.name) : ''
  if (stem && key.startsWith(stem) && key.length > stem.length + 2 && /管理委员会$/.test(key))
    key = key.slice(stem.length)
  return key.replace(/^[市县区旗州省盟](?=..)/, '')
}

/** A vague statement whose named cases stand anywhere in the notice is no record of its own, when it only sums up. */
function dropCovered(all: readonly MergedFinding[]): MergedFinding[] {
  const named = new Set(all.filter((f) => !f.vague).map((f) => f.category))
  const counts = new Map<string, number>()
  for (const f of all) counts.set(f.category, (counts.get(f.category) ?? 0) + 1)
  return all.filter((f) =>
    !f.vague || f.role === 'problems' || f.role === 'causes' || f.annex > 0
      ? !(f.vague && f.origin < 0 && named.has(f.category))
      : counts.get(f.category) === 1,
  )
}

/** A named case stands for the vague statement it is a case of: the last one before it, and its item's lead. */
export function settle(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = []
  const seen = new Set<string>()
  for (const f of findings) {
    if (!f.vague) {
      const last = kept.findLast((k) => k.category === f.category && k.origin >= 0)
      for (let i = kept.length - 1; i >= 0; i--) {
        const k = kept[i]!
        if (
          k.vague &&
          k.category === f.category &&
          (k.origin < 0 || (last?.vague && k.sentence === last.sentence))
        )
          kept.splice(i, 1)
      }
    }
    const key = `${f.written}|${f.category}|${f.subjectName && f.subjectName + f.subject}|${f.annex > 0 ? f.evidence.start : ''}`
    if (seen.has(key)) continue
    seen.add(key)
    kept.push(f)
  }
  return kept
}
