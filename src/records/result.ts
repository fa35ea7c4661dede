import type { Problem } from '../read/source.ts'
import type { Notice } from './schema.ts'

/** What became of one input: a notice, or why there is none. */
export type Extracted =
  | { uri: string; status: 'ok' | 'partial'; notice: Notice; problems: Problem[] }
  | { uri: string; status: 'failed' | 'skipped'; notice: null; problems: Problem[] }
