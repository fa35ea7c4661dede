import type { Kit } from '../kit.ts'
import { MEDIA, SITE, saying } from '../lexicon/phrases.ts'
import { onceFor } from '../once.ts'
import { type Classified, classify, termsIn } from '../resolve/category.ts'
import type { Holder, HolderGroup } from '../resolve/holder.ts'
import { findHolders } from '../resolve/holders.ts'
import { asSentence } from '../resolve/sentence.ts'
import type { Span } from '../segment/line.ts'
import type { Heading, Passage } from '../segment/outline.ts'
import type { Reading } from './reading.ts'

/** Which of the two families words are about, where it is one. */
export function aboutOf(words: string, kit: Kit): 'media' | 'site' | null {
  const media = MEDIA(kit).test(words)
  return media === SITE(kit).test(words) ? null : media ? 'media' : 'site'
}

const SPARED = saying((any) => new RegExp(`${any('lauds', 'well')}|批评|约谈`))

/** What the nearest heading that names a problem says, for a paragraph whose own words name none. */
export function headingCategories(reading: Reading, passage: Passage): Classified[] {
  if (passage.role !== 'problems' && passage.role !== 'unknown') return []
  const { text, hits, kit } = reading
  if (SPARED(kit).test(text.slice(passage.start, passage.end))) return []
  for (const heading of [...passage.path].reverse()) {
    if (heading.end <= heading.start) continue
    const found = termsIn(text, hits, heading.start, heading.end, () => false)
    const about =
      aboutOf(heading.text, kit) ??
      aboutOf(passage.path.map((h) => h.text).join(' '), kit) ??
      aboutOf(text.slice(passage.start, passage.end), kit)
    const categories = classify(found, { about, terms: new Set(found.map((f) => f.term)) }, kit)
    if (categories.length > 0) return categories.slice(0, 1)
  }
  return []
}

/** What a heading says, whichever of the passages under it asks; worked out when one does. */
interface Said {
  terms?: readonly number[]
  holders?: HolderGroup[]
  topic?: string | null
}

const saidIn = onceFor((_: Reading) => onceFor((_: Heading): Said => ({})))

/** Terms of the cues that the headings over a passage satisfy. */
export function headingTerms(reading: Reading, passage: Passage): Set<number> {
  const { text, hits } = reading
  const all = new Set<number>()
  for (const heading of passage.path) {
    const said = saidIn(reading)(heading)
    said.terms ??= termsIn(text, hits, heading.start, heading.end, () => false).map((t) => t.term)
    for (const term of said.terms) all.add(term)
  }
  return all
}

/** «12.县经济开发区。…», and on a line of its own «此外,部分单位…»: of that unit no more. */
const LEAVES = saying((any) => new RegExp(`^\\s{0,4}${any('leaves', 'above')}`))

/** The unit that a heading names: «(一)监利县政府网站» over its numbered problems. */
export function headingHolders(reading: Reading, passage: Passage): HolderGroup[] {
  if (!passage.led && LEAVES(reading.kit).test(reading.text.slice(passage.start, passage.start + 8)))
    return []
  for (let i = passage.path.length - 1; i >= 0; i--) {
    const heading = passage.path[i]!
    if (heading.end <= heading.start || heading.text.length > 40) continue
    const said = saidIn(reading)(heading)
    said.holders ??= holdersOf(reading, heading)
    if (said.holders.length === 0) continue
    if (passage.led && heading === passage.path.at(-1) && statesProblem(reading, heading)) continue
    return said.holders
  }
  return []
}

function holdersOf(reading: Reading, heading: Heading): HolderGroup[] {
  const { text, hits, place, kit } = reading
  const groups = findHolders(text, hits, asSentence(heading), place, kit).filter((g) =>
    g.holders.every((h) => h.kind !== 'vague'),
  )
  const covered = groups.reduce((n, g) => n + g.end - g.start, 0)
  const named = groups
    .flatMap((g) => g.holders)
    .filter(
      (h) => h.kind === 'unit' && h.unit.kind === 'government' && h.unit.region?.code === place.region?.code,
    )
  const bare = heading.text.replace(/\([^()]*\)$/, '').replace(/(?:政府|门户|网站){1,4}$/, '')
  return covered >= bare.length * 0.4 && named.length === 0 ? groups : []
}

const JOINED = saying((any) => new RegExp(`、|${any('joins')}`))
/** «“政策解读”栏目半年未更新» */
const COLUMN = saying((any) => new RegExp(`“[^“”]*”(?=${any('no_account')})`, 'g'))

function statesProblem(reading: Reading, span: Span): boolean {
  const found = termsIn(reading.text, reading.hits, span.start, span.end, () => false)
  return classify(found, { about: null, terms: new Set(found.map((f) => f.term)) }, reading.kit).length > 0
}

/** The subject of disclosure that a short heading names, as a category. */
export function topicOf(reading: Reading, passage: Passage): string | null {
  for (let i = passage.path.length - 1; i >= 0; i--) {
    const heading = passage.path[i]!
    if (heading.text === '' || heading.text.length > 16) continue
    const said = saidIn(reading)(heading)
    if (said.topic === undefined) {
      // «“政策解读”栏目半年未更新»: what a column is called is no topic.
      const words = heading.text.replace(COLUMN(reading.kit), '')
      const topic = reading.kit.tables.topics.find((t) => words.includes(t.word))
      // «政策解读与办事服务» is about neither alone.
      said.topic = topic && !JOINED(reading.kit).test(words.replace(topic.word, '')) ? topic.category : null
    }
    if (said.topic !== null) return said.topic
  }
  return null
}

/** What kind of thing a problem is told of: what the holder is, or its category, its sentence or the headings say. */
export function subjectFor(
  holder: Holder,
  group: HolderGroup,
  { category }: Classified,
  words: string,
  headings: string,
  kit: Kit,
): string | null {
  if (holder.kind === 'account') return holder.platform
  if (holder.kind === 'site') return 'website'
  if (group.subject) return group.subject
  const byCategory = kit.severity.get(category)?.subject
  if (byCategory && byCategory !== 'website') return byCategory
  if (MEDIA(kit).test(words) && !SITE(kit).test(words)) return 'new_media'
  if (SITE(kit).test(words)) return 'website'
  if (MEDIA(kit).test(headings) && !SITE(kit).test(headings)) return 'new_media'
  return byCategory || 'website'
}
