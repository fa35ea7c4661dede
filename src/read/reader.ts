import type { ReadLimits } from './limits.ts'
import type { Source } from './source.ts'

export type Reading = Pick<Source, 'text' | 'marks' | 'declared' | 'problems' | 'originOf'> & {
  /** Where the file's own text has one. */
  charset?: string
}

interface Kind {
  mediaType: string
  extensions: readonly string[]
}

export interface TextReader extends Kind {
  takes: 'text'
  /** Does this look like one of mine? Asked where the name does not tell. */
  sniff(head: string): boolean
  read(decoded: string, limits: ReadLimits): Reading
}

/** Loads its library on the first file of its kind, so that text and pages never pay for it. */
export interface BytesReader extends Kind {
  takes: 'bytes'
  /** Is this one of mine? Asked first: such files carry a signature, and their names lie. */
  sniff(bytes: Buffer): boolean
  read(bytes: Buffer, limits: ReadLimits): Promise<Reading>
}

/** One kind of file. Adding a kind is one file with one of these, and one line in `readers.ts`. */
export type Reader = TextReader | BytesReader

/** What is left of a file that cannot be read: the reason. */
export function unread(code: string, message: string): Reading {
  return { text: '', marks: [], declared: {}, problems: [{ code, message }] }
}
