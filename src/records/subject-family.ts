import type { Kit } from '../kit.ts'
import { nounOf } from '../resolve/holders.ts'
import { PLATFORMS } from './contract.ts'
import type { Reading } from './reading.ts'

const platforms: ReadonlySet<string> = new Set(PLATFORMS)

export const isPlatform = (subject: string): boolean => platforms.has(subject)

/** Is it an account, of whatever platform (and no site)? */
export const isMedia = (subject: string | null): boolean =>
  subject !== null && (subject === 'new_media' || isPlatform(subject))

/** Is it something that is checked and judged: a site, a column, an account? */
export const isSiteOrMedia = (subject: string): boolean =>
  subject === 'website' || subject === 'column' || isMedia(subject)

/** The one platform that words name («2个公众号未备案», «在微信平台开着两个号»), what accounts are called aside; null where none or several are. */
export function platformIn(words: string, kit: Kit): string | null {
  let rest = words.replace(/“[^“”]*”/g, '“”')
  let only: string | null = null
  for (let noun = nounOf(rest, kit); noun; noun = nounOf(rest, kit)) {
    rest = rest.slice(0, rest.lastIndexOf(noun.word))
    if (noun.kind !== 'platform' || noun.subject === only) continue
    // «其他新媒体» is of no platform that could be told.
    if (only !== null || noun.word.startsWith('其')) return null
    only = noun.subject
  }
  return only
}

const LEAD = 200

/** Where sites are what is inspected, and not how disclosure is done, what a site fails to disclose is a problem of the site. */
export function inspected({ outline, text, hits }: Reading, subject: string | null): string | null {
  if (subject !== 'disclosure') return subject
  const { start, end } = outline.title ?? { start: outline.body.start, end: outline.body.start + LEAD }
  const named = hits.longest('subject', start, Math.min(end, text.length)).map(({ entry }) => entry.row)
  return named.some((row) => row.kind === 'site') && !named.some((row) => row.kind === 'disclosure')
    ? 'website'
    : subject
}
