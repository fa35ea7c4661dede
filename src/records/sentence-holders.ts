import type { Kit } from '../kit.ts'
import type { HolderGroup } from '../resolve/holder.ts'
import { findHolders } from '../resolve/holders.ts'
import { type Sentence, sentences } from '../resolve/sentence.ts'
import type { Passage } from '../segment/outline.ts'
import { listedSites, withListedSites } from './listed-sites.ts'
import { namedAccounts, withNamedAccounts } from './named-accounts.ts'
import type { Reading } from './reading.ts'
import { aboutOf } from './under-heading.ts'

/** Whom a sentence names, before anything is told of them. */
export interface SentenceHolders {
  sentence: Sentence
  groups: HolderGroup[]
}

/** Nothing there is a finding. */
const SILENT = new Set(['requirements', 'criteria', 'praise'])

/** The holders of all sentences that may tell what was found, by passage. */
export function sentenceHolders(reading: Reading): ReadonlyMap<Passage, SentenceHolders[]> {
  const { text, hits, place, kit } = reading
  const sites = listedSites(reading)
  const holdersIn = (sentence: Sentence, passage: Passage) => {
    const groups = findHolders(text, hits, sentence, place, kit, ofMedia(passage, kit))
    return sites.size > 0 ? withListedSites(text, sentence, groups, sites) : groups
  }
  const all = new Map(
    reading.outline.passages
      .filter(({ role }) => !SILENT.has(role))
      .map((passage) => [
        passage,
        sentences(text, passage.start, passage.end).map((sentence) => ({
          sentence,
          groups: holdersIn(sentence, passage).filter((g) => !(passage.role !== 'problems' && isOwnSite(g))),
        })),
      ]),
  )
  const accounts = namedAccounts([...all.values()].flat())
  if (accounts.size > 0)
    for (const [passage, told] of all)
      all.set(
        passage,
        told.map((one) => withNamedAccounts(text, one, accounts, kit)),
      )
  return all
}

const ofMedia = ({ path }: Passage, kit: Kit): boolean =>
  aboutOf(path.map((h) => h.text).join(' '), kit) === 'media'

/** «县政府门户网站共设栏目163个,4个超期未更新»: an overview counts there what is told of others afterwards. */
function isOwnSite({ holders: [holder, ...others] }: HolderGroup): boolean {
  return (
    others.length === 0 &&
    holder?.kind === 'unit' &&
    holder.unit.kind === 'government' &&
    holder.unit.prefix.length === 1
  )
}
