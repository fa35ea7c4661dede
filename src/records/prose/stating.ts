import { saying } from '../../lexicon/phrases.ts'
import { type Classified, classify, type TermHit, withoutColumns } from '../../resolve/category.ts'
import type { HolderGroup } from '../../resolve/holder.ts'
import { firstOf } from '../../resolve/holders.ts'
import { censured, modalityAt } from '../../resolve/modality.ts'
import type { Clause, Sentence } from '../../resolve/sentence.ts'
import { weighed } from '../likely.ts'
import { isVague, REMAINDER } from '../told-of.ts'
import type { About, PassageState, SentenceState } from './passage-state.ts'

/** «上季度通报的“A”公众号至今没有备案»: was found then, and is so now. */
const YET = saying((any) => new RegExp(any('yet')))
const OF_WHOM = /^[^,;。]{2,40}的“?$/
const LASTING = /^management\.re(?:ctification|porting)$/
/** Categories that a heading of a disclosure check narrows down; «重点领域» takes in whatever is disclosed there. */
const TOPICAL = /^(?:disclosure\.(?:other|key_areas)|service\.guide|update\..*|content\.inaccurate)$/
const isTopical = (topic: string, category: string): boolean =>
  TOPICAL.test(category) || (topic === 'disclosure.key_areas' && category.startsWith('disclosure.'))

/** What the cues of a clause say, where it tells what was observed. `sentence` is the one being read, or what stands in a bracket of it. */
export function stating(
  p: PassageState,
  s: SentenceState,
  sentence: Sentence,
  clause: Clause,
  own: readonly HolderGroup[],
  found: readonly TermHit[],
  terms: ReadonlySet<number>,
  about: About,
): Classified[] {
  const { reading, topic } = p
  const { text, hits, kit } = reading
  // «第二季度问题整改情况» over a list of those that were mended says nothing of them.
  const previous = p.passage.role === 'previous'
  const governing = previous ? new Set(found.map((f) => f.term)) : terms
  const inherited = { about, terms: governing, near: s.near }
  const stated = withoutColumns(text, found, inherited, kit)
  const named = own.some((g) => !isVague(g)) ? censured(text, clause, kit) : null
  const told = p.passage.role === 'problems' || REMAINDER(kit).test(text.slice(sentence.start, sentence.end))
  const said = weighed(reading, stated, named ?? clause, sentence, own, about, told, () =>
    classify(found, { about, terms: new Set(found.map((f) => f.term)) }, kit),
  )
  if (said.length === 0) return said
  s.silent = false
  // «8个账号14天以上没有推送任何内容» is not also a column's.
  const foreign = about !== null ? kit.foreign[about] : null
  const fit = foreign ? said.filter((c) => !foreign.has(c.category)) : said
  return (fit.length > 0 ? fit : said)
    .filter((c) => {
      // What was found then is past; that it is not mended, or not reported, is now.
      const lasting = LASTING.test(c.category)
      if (previous && !lasting && !YET(kit).test(text.slice(clause.start, clause.end))) return false
      const modality = modalityAt(text, hits, sentence, clause, c.stated, c.end)
      if (modality === 'sanction' && named && c.end <= named.end) return true
      // «对停更半年的“A”公众号予以通报»: whom the words single out.
      if (modality === 'sanction')
        return own.some(
          (g) => !isVague(g) && OF_WHOM.test(text.slice(c.stated, Math.max(c.stated, firstOf(g)))),
        )
      return modality === 'observed' || (modality === 'previous' && lasting)
    })
    .map((c) => (topic && isTopical(topic, c.category) ? { ...c, category: topic } : c))
}
