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
  const unitOf = (f: MergedFinding) => `unit ${unitKey(f.unitName ?? f.written, place)}`
  const holderOf = (f: MergedFinding) =>
    f.subjectName !== null ? `account ${f.subjectName}` : f.written !== null ? unitOf(f) : null
  const holders = new Set<string>()
  const cases = new Set<string>()
  const categories = new Set<string>()
  for (const f of listed) {
    categories.add(f.category)
    for (const holder of [f.written === null ? null : unitOf(f), holderOf(f)]) {
      if (holder === null) continue
      holders.add(holder)
      cases.add(`${f.category} ${holder}`)
    }
  }
  const said = sayings(told.filter(isProse))
  // Another thing said of all of them, which the list tells of this one, as it tells this of another.
  const sharesOut = (f: MergedFinding) => {
    const holder = holderOf(f)
    if (holder === null) return false
    // «或是长期没有更新,或是缺少互动功能,如…»
    if (ALTERNATIVE.test(f.problem)) return holders.has(holder)
    const here = said.get(f.sentence)
    const own = here?.find((s) => s.category === f.category && s.problem === f.problem)
    if (!own?.of.includes('\n') || !categories.has(f.category)) return false
    return here!.some((s) => s !== own && s.of === own.of && cases.has(`${s.category} ${holder}`))
  }
  return merged.filter(
    (f) => !isProse(f) || !(sharesOut(f) || (countsThere(f, reading) && listed.some((o) => isCaseOf(o, f)))),
  )
}

const isProse = (f: Pick<Finding, 'table' | 'annex'>): boolean => !f.table && f.annex === 0

const ALTERNATIVE = /^或[是者]?/

/** What a sentence says, and of whom, line by line. */
interface Saying {
  category: string
  problem: string
  of: string
}

function sayings(prose: readonly Finding[]): Map<number, Saying[]> {
  const bySentence = new Map<number, Saying[]>()
  for (const { sentence, category, problem, written, subjectName } of prose) {
    const here = bySentence.get(sentence) ?? []
    bySentence.set(sentence, here)
    const of = `${written} ${subjectName}`
    const again = here.find((s) => s.category === category && s.problem === problem)
    if (again) again.of += `\n${of}`
    else here.push({ category, problem, of })
  }
  return bySentence
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
