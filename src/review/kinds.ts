/** What of a notice is judged, each by itself. */
export const KINDS = ['records', 'metrics', 'deadlines', 'fields'] as const
export type Kind = (typeof KINDS)[number]

/** The fields of a notice that a reviewer judges; each is there, be it as null. */
export const FIELDS = [
  'title',
  'genre',
  'issuer',
  'doc_number',
  'index_number',
  'issued',
  'published',
  'region_code',
  'period',
] as const
