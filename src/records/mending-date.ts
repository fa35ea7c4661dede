import { classify, type Governing, termsIn } from '../resolve/category.ts'
import { groupUnits } from '../resolve/enumeration.ts'
import { officialName } from '../resolve/official-name.ts'
import { findUnits } from '../resolve/units/find-units.ts'
import type { FoundDeadline } from './deadlines.ts'
import { judgingOf } from './judging.ts'
import { type MergedFinding, unitKey } from './merge.ts'
import type { Reading } from './reading.ts'
import { isMedia } from './subject-family.ts'

type Family = 'media' | 'site'

/** Whose problems a demand is about. */
interface Scope {
  due: string
  mends: boolean
  /** Keys of the units it names. */
  units: Set<string>
  /** Those judged unqualified, of the families named; every family where none is. */
  unqualified: Set<Family> | null
  /** «上述两个账号»: all of one family. */
  family: Family | null
  /** «断更账号恢复更新»: those of one problem. */
  categories: Set<string>
  /** «其余问题»: whatever no other demand is about. */
  rest: boolean
  /** «上述单位», «其他点到名的单位»: whoever is named, whatever for. */
  named: boolean
}

const REST = /其余|其他|其它|剩余|另外的/
const MEDIA = /新媒体|账号|帐号|公众号|微博|抖音|视频号/
const SITE = /网站|门户|频道|栏目/
const NAMED = /(?:上述|以上|点名|点到名?|被?通报|所列|涉及)的?[^,。;]{0,6}(?:单位|部门|问题)/
const COUNTED =
  /(?:上述|以上|该|这)(?:\d{1,9}|[一二两三四五六七八九十]{1,9})?个?[^,。;]{0,6}(?:账号|帐号|公众号|网站|频道)/

/** Reads the scopes of all demands once; answers for each record the day by which its unit must mend. */
export function mendingDates(
  reading: Reading,
  deadlines: readonly FoundDeadline[],
  findings: readonly MergedFinding[],
): (finding: MergedFinding) => string | null {
  const known = new Set(findings.flatMap((f) => keysOf(reading, f)))
  const scopes = deadlines.flatMap((d, k) => scopeOf(reading, d, deadlines[k - 1], known) ?? [])
  const mends = scopes.filter((s) => s.mends)
  return (finding) => {
    const keys = keysOf(reading, finding)
    const named = mends.find((s) => keys.some((k) => s.units.has(k)))
    if (named) return named.due
    if (finding.vague) return null
    const own = mends.find((s) => isSpecific(s) && covers(s, finding))
    if (own) return own.due
    if (finding.category.startsWith('management.')) return mends.find((s) => s.named)?.due ?? null
    const shared = mends.find((s) => s.rest) ?? mends.find((s) => !isSpecific(s) && !s.rest)
    return shared?.due ?? null
  }
}

const isSpecific = (s: Scope): boolean =>
  !s.rest && (s.units.size > 0 || s.unqualified !== null || s.family !== null || s.categories.size > 0)

function covers(s: Scope, f: MergedFinding): boolean {
  const family: Family = isMedia(f.subject) ? 'media' : 'site'
  if (s.unqualified && f.verdict === 'unqualified' && (s.unqualified.size === 0 || s.unqualified.has(family)))
    return true
  if (s.family === family) return true
  return s.categories.has(f.category)
}

/** The words from the last demand of the sentence, or its start, up to the date say whom it is for. */
function scopeOf(
  reading: Reading,
  d: FoundDeadline,
  previous: FoundDeadline | undefined,
  known: ReadonlySet<string>,
): Scope | null {
  if (d.due === null) return null
  const { text, hits, place, kit } = reading
  const from = previous?.sentence.start === d.sentence.start ? previous.clauseEnd : d.sentence.start
  const until = Math.max(from, d.time.start)
  const words = text.slice(from, until)
  const units = new Set<string>()
  for (const group of groupUnits(
    text,
    findUnits(text, hits, from, until, place, kit),
    from,
    until,
    place,
    kit,
  ))
    for (const unit of group.units) {
      if (/^(?:[^,。;]{0,6})(?:审核|督促|汇总|牵头|会同|协调)/.test(text.slice(unit.end, unit.end + 10)))
        continue
      const name = officialName(unit, place, kit) ?? unit.written
      const key = trimmed(unitKey(name, place))
      if (known.has(key)) units.add(key)
    }
  const rest = REST.test(words)
  const judged = judgingOf(kit).word.test(words)
  const about: Governing = {
    about: MEDIA.test(words) ? 'media' : SITE.test(words) ? 'site' : null,
    terms: new Set(),
  }
  const found = termsIn(text, hits, from, d.clauseEnd, () => false)
  const categories =
    rest || /等/.test(words) || judged
      ? []
      : classify(found, { ...about, terms: new Set(found.map((f) => f.term)) }, kit)
          .map((c) => c.category)
          .filter((c) => c !== 'other')
  const families = new Set<Family>()
  if (MEDIA.test(words)) families.add('media')
  if (SITE.test(words)) families.add('site')
  const counted = COUNTED.exec(words)
  return {
    due: d.due,
    mends: d.mends || (d.acts && (units.size > 0 || categories.length > 0)),
    units: rest ? new Set() : units,
    unqualified: judged ? families : null,
    family:
      counted && !judged && families.size === 1 && !/主管|主办|责任|单位/.test(words)
        ? [...families][0]!
        : null,
    categories: new Set(categories),
    rest,
    named: NAMED.test(words),
  }
}

function keysOf(reading: Reading, f: MergedFinding): string[] {
  const { place, kit } = reading
  if (!f.unit) return []
  const name = officialName(f.unit, place, kit) ?? f.written
  const own = trimmed(unitKey(name, place))
  const written = trimmed(unitKey(f.written, place))
  return own === written ? [own] : [own, written]
}

const trimmed = (key: string): string => key.replace(/(?:人民政府|政府|网站)$/, '')
