import type { Family } from './row.ts'

const FAMILIES: Record<string, Family> = {
  website: 'website',
  column: 'website',
  service: 'website',
  message: 'website',
  disclosure: 'disclosure',
  article: 'disclosure',
  data: 'data',
}

export function familyOf(subject: string | null): Family {
  return subject === null ? 'other' : (FAMILIES[subject] ?? 'new_media')
}
