import { saying } from '../lexicon/phrases.ts'
import { officialName } from '../resolve/official-name.ts'
import type { FoundDeadline } from './deadlines.ts'
import {
  ANY,
  type Family,
  headingsOf,
  isSpecific,
  type Known,
  type Scope,
  sameTime,
  scopeOf,
  trimmed,
} from './demand-scope.ts'
import { isOfKind } from './finding.ts'
import { type MergedFinding, unitKey } from './merge.ts'
import { refersTo, refersToRow } from './outline-reference.ts'
import type { Reading } from './reading.ts'
import { isMedia } from './subject-family.ts'

/** Reads the scopes of all demands once; answers for each record the day by which its unit must mend. */
export function mendingDates(
  reading: Reading,
  deadlines: readonly FoundDeadline[],
  findings: readonly MergedFinding[],
): (finding: MergedFinding) => string | null {
  if (findings.length === 0 || !deadlines.some((d) => d.due !== null && (d.mends || d.acts)))
    return () => null
  const keysOfFinding = new Map(findings.map((f) => [f, keysOf(reading, f)]))
  const known: Known = {
    units: new Set([...keysOfFinding.values()].flat()),
    accounts: new Set(findings.flatMap((f) => f.subjectName ?? [])),
    problems: findings.map((f) => f.problem),
    findings,
    annexes: new Set(findings.flatMap(({ annex }) => (annex > 0 ? [annex, ANY] : []))),
    paths: pathsOf(reading, findings),
  }
  const mends = deadlines
    .flatMap((d, k) => {
      const scope = scopeOf(reading, d, deadlines[k - 1], known)
      return scope ? [scope, ...sameTime(reading, d, scope)] : []
    })
    .filter((s) => s.mends)
  const demanded = mends.filter((s) => !s.promised)
  const judged = new Set(findings.flatMap((f) => (f.verdict === 'unqualified' ? keysOfFinding.get(f)! : [])))
  // Each of several items with a date of its own means itself; the one date among them means all.
  const items = new Set(demanded.flatMap((s) => (s.passage === null ? [] : [`${s.passage} ${s.due}`])))
  let lastTold = -1
  for (const passage of known.paths.keys()) lastTold = Math.max(lastTold, passage)
  const isLocal = (s: Scope) =>
    s.passage !== null &&
    // «请以上单位…» behind all that is told may mean all of it.
    !(s.named && s.passage === lastTold) &&
    (s.own || (items.size > 1 && !s.rest && s.unqualified === null))
  if (mends.length === 0) return () => null
  const levels = new Set(demanded.map((s) => s.level))
  const parted = levels.has('own') && levels.has('below')
  const local = localDemands(reading, findings, demanded.filter(isLocal))
  return (finding) => {
    if (finding.settled) return null
    const keys = keysOfFinding.get(finding)!
    const passage = passageOf(finding)
    const path = known.paths.get(passage) ?? []
    const { subjectName } = finding
    const covers = (s: Scope) => coversProblem(s, finding) || (s.ofUnits && keys.some((k) => judged.has(k)))
    const isOf = (s: Scope) =>
      (subjectName !== null && s.accounts.has(subjectName)) ||
      (keys.some((k) => s.units.has(k)) && (!s.earlier || finding.category.startsWith('management.')))
    const named =
      demanded.find((s) => subjectName !== null && s.accounts.has(subjectName)) ??
      demanded.find(isOf) ??
      local(finding)
    if (named) return named.due
    if (finding.vague) return null
    const own =
      demanded.find((s) => s.among && s.categories.has(finding.category)) ??
      demanded.find(
        (s) =>
          s.items.some(
            (item) =>
              refersTo(item, path) ||
              ((s.note === null || s.note === finding.annex) &&
                (s.rowsOf === null || s.rowsOf === finding.annex) &&
                refersToRow(item, finding.serial, s.note !== null || (s.rowsOf !== null && s.among))),
          ) &&
          !(s.passedOnly && finding.verdict === 'unqualified') &&
          (s.categories.size === 0 || s.categories.has(finding.category)),
      ) ??
      demanded.find((s) =>
        s.kinds.some(
          (kind) =>
            headingsOf(path).includes(kind) || finding.problem.includes(kind) || isOfKind(finding, kind),
        ),
      ) ??
      demanded.find((s) => finding.tableNumber !== undefined && s.tables.includes(finding.tableNumber)) ??
      demanded.find((s) => isSpecific(s) && covers(s))
    if (own) return own.due
    const others = demanded.filter(
      (s) =>
        !isLocal(s) &&
        !(s.towns && finding.unit !== null && finding.unit.kind !== 'town') &&
        !(parted && s.level !== null && s.level !== levelOf(finding, reading)),
    )
    const shared =
      others.find((s) => s.rest) ??
      others.find((s) => !isSpecific(s) && !s.rest) ??
      mends.find((s) => s.promised && (isOf(s) || s.passage === passage || (isSpecific(s) && covers(s))))
    return shared?.due ?? null
  }
}

/**
 * Where problems are told, a day is for what stands in front of it, back to the day before; one in front of all of its
 * item's is for these. «请立即撤下» parts them too.
 */
function localDemands(
  reading: Reading,
  findings: readonly MergedFinding[],
  local: readonly Scope[],
): (finding: MergedFinding) => Scope | undefined {
  const marks = new Map<number, (Scope | number)[]>()
  for (const s of local) {
    const here = marks.get(s.passage!)
    if (here) here.push(s)
    else marks.set(s.passage!, [s])
  }
  for (const [passage, here] of marks) {
    const { start, end } = reading.outline.passages[passage]!
    for (const m of reading.text.slice(start, end).matchAll(AT_ONCE(reading.kit))) here.push(start + m.index)
    here.sort((a, b) => placeOf(a) - placeOf(b))
  }
  const first = new Map<number, number>()
  for (const f of findings)
    first.set(passageOf(f), Math.min(f.sentence, first.get(passageOf(f)) ?? Number.POSITIVE_INFINITY))
  return (finding) => {
    const passage = passageOf(finding)
    const here = marks.get(passage) ?? []
    const own =
      here.find((mark) => placeOf(mark) >= finding.sentence) ??
      here.find((mark) => placeOf(mark) < first.get(passage)!)
    return typeof own === 'number' ? undefined : own
  }
}

const placeOf = (mark: Scope | number): number => (typeof mark === 'number' ? mark : mark.at)
/** «请立行立改», «(立即整改)» */
const AT_ONCE = saying(
  (any) => new RegExp(`(?:${any('bids', 'must')}|\\()[^,。;:()]{0,10}?${any('at_once')}`, 'g'),
)

/** The passage that a finding of the prose is told in; none of the outline's for one of a table. */
const passageOf = ({ origin }: MergedFinding): number => (origin < 0 ? -1 - origin : origin)

function pathsOf({ outline }: Reading, findings: readonly MergedFinding[]): Known['paths'] {
  const told = new Set(findings.map(passageOf))
  return new Map(
    [...told].flatMap((n) => (outline.passages[n] ? [[n, outline.passages[n].path] as const] : [])),
  )
}

function coversProblem(s: Scope, f: MergedFinding): boolean {
  const family: Family = isMedia(f.subject) ? 'media' : 'site'
  if (f.annex > 0 && (s.annexes.includes(f.annex) || s.annexes.includes(ANY))) return true
  if (s.unqualified && f.verdict === 'unqualified' && (s.unqualified.size === 0 || s.unqualified.has(family)))
    return onPlatform(s, f)
  if (s.family === family) return onPlatform(s, f)
  // «将未公开内容补充到位»: whatever of disclosure is told.
  return s.categories.has(f.category) || s.categories.has(f.category.replace(/\..*/, '.other'))
}

const levelOf = ({ unit }: MergedFinding, { place }: Reading): Scope['level'] =>
  !unit?.region || !place.region ? null : unit.region.code === place.region.code ? 'own' : 'below'

const onPlatform = ({ platforms }: Scope, { subject }: MergedFinding): boolean =>
  platforms.size === 0 || subject === null || platforms.has(subject)

function keysOf(reading: Reading, f: MergedFinding): string[] {
  const { place, kit } = reading
  if (!f.unit) return []
  const name = officialName(f.unit, place, kit) ?? f.written
  const own = trimmed(unitKey(name, place))
  const written = trimmed(unitKey(f.written, place))
  // «信宜市池洞镇» where it is told of, «池洞镇» where it is told what to do.
  const town = f.unit.kind === 'town' && f.unit.prefix !== '' ? [trimmed(f.unit.core)] : []
  return [...new Set([own, written, ...town])]
}
