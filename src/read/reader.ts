import type { Source } from './source.ts'

export type Reading = Pick<Source, 'text' | 'marks' | 'declared' | 'problems'>

/** One kind of file. Adding a kind is one file with one of these, and one line in `readers.ts`. */
export interface Reader {
  mediaType: string
  extensions: readonly string[]
  /** Does this look like one of mine? Asked where the name does not tell. */
  sniff(head: string): boolean
  read(decoded: string): Reading
}
