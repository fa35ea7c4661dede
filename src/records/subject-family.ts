import { PLATFORMS } from './contract.ts'

const platforms: ReadonlySet<string> = new Set(PLATFORMS)

export const isPlatform = (subject: string): boolean => platforms.has(subject)

/** Is it an account, of whatever platform (and no site)? */
export const isMedia = (subject: string | null): boolean =>
  subject !== null && (subject === 'new_media' || isPlatform(subject))

/** Is it something that is checked and judged: a site, a column, an account? */
export const isSiteOrMedia = (subject: string): boolean =>
  subject === 'website' || subject === 'column' || isMedia(subject)
