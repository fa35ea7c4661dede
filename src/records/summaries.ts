import { saying } from '../lexicon/phrases.ts'
import type { Region } from '../lexicon/regions.ts'
import type { Finding } from './finding.ts'
import { type MergedFinding, unitKey } from './merge.ts'
import type { Reading } from './reading.ts'
import { isMedia } from './subject-family.ts'

/**
 * What the prose says of several at once is only the sum of what a list tells one by one: «甲县、乙县等地存在栏目不更新、空白栏目等问题»
 * over rows of both, each with one of these; «甲县2家部门网站出现错别字» over rows of bodies of that county. `told` are the findings
 * before what is told twice was merged.
 */
export function withoutSummaries(
  merged: readonly MergedFinding[],
  told: readonly Finding[],
  reading: Reading,
): MergedFinding[] {
  const { place } = reading
  const listed = merged.filter((f) => !isProse(f))
  if (listed.length === 0) return [...merged]
  const keyOf = (f: MergedFinding) => unitKey(f.unitName ?? f.written, place)
  const groups = holdersBySaying(told.filter(isProse))
  // Another thing said of all of them, which the list tells of this one, as it tells this of another.
  const sharesOut = (f: MergedFinding) => {
    // «或是长期没有更新,或是缺少互动功能,如…»
    if (ALTERNATIVE.test(f.problem)) return listed.some((o) => isOf(o, f))
    const own = groups.get(sayingOf(f))
    if (!own?.includes('\n') || !listed.some((o) => o.category === f.category)) return false
    for (const [saying, holders] of groups)
      if (saying !== sayingOf(f) && holders === own && saying.startsWith(`${f.sentence} `)) {
        const [, category] = saying.split(' ')
        if (listed.some((o) => o.category === category && isOf(o, f))) return true
      }
    return false
  }
  const isOf = (o: MergedFinding, f: MergedFinding) =>
    f.subjectName === null ? f.written !== null && keyOf(o) === keyOf(f) : o.subjectName === f.subjectName
  return merged.filter(
    (f) => !isProse(f) || !(sharesOut(f) || (countsThere(f, reading) && listed.some((o) => isCaseOf(o, f)))),
  )
}

const isProse = (f: Pick<Finding, 'table' | 'annex'>): boolean => !f.table && f.annex === 0
const sayingOf = (f: Pick<Finding, 'sentence' | 'category' | 'problem'>): string =>
  `${f.sentence} ${f.category} ${f.problem}`

const ALTERNATIVE = /^或[是者]?/

/** Of whom each thing that the prose says is told, line by line. */
function holdersBySaying(prose: readonly Finding[]): Map<string, string> {
  const groups = new Map<string, string>()
  for (const f of prose) {
    const before = groups.get(sayingOf(f))
    const name = `${f.written} ${f.subjectName}`
    groups.set(sayingOf(f), before === undefined ? name : `${before}\n${name}`)
  }
  return groups
}

/** «西吉县、隆德县3家网站», «鄱阳县、于都县等地网站» */
const COUNTED = saying(
  (any) =>
    new RegExp(
      `^(?:[、和及与][^,。;、和及与]{1,12}){0,9}?(?:等(?:地|[县市区]{1,3})|(?:等地?)?(?:\\d{1,3}|[一二两三四五六七八九十])[家个][^,。;]{0,6}${any('media', 'site')})`,
    ),
)
const FAR = 120

function countsThere({ unit }: MergedFinding, { text, kit }: Reading): boolean {
  return (
    unit?.kind === 'government' &&
    unit.region !== null &&
    COUNTED(kit).test(text.slice(unit.end, unit.end + FAR))
  )
}

/** A body of that place with a problem of that kind. */
function isCaseOf(o: MergedFinding, f: MergedFinding): boolean {
  const [own, outer] = [o.unit?.region, f.unit?.region]
  return (
    !!own &&
    !!outer &&
    isInside(own, outer) &&
    !(o.unit!.kind === 'government' && own.code === outer.code) &&
    isMedia(o.subject) === isMedia(f.subject) &&
    familyOf(o) === familyOf(f)
  )
}

const familyOf = ({ category }: MergedFinding): string => category.replace(/\..*/, '')

const isInside = (own: Region, outer: Region): boolean =>
  own.code.startsWith(outer.code.replace(/(?:00){1,2}$/, ''))
