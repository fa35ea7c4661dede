import type { Terms } from '../report/columns.ts'
import type { Decision, Judgement, Reviewed } from './decision.ts'
import type { Extracted } from './extracted.ts'
import type { Kind } from './kinds.ts'

/** What stands in the page itself: nothing of the notices, which are for whoever has the token. */
export interface ReviewHead {
  tool: string
  /** Tells what the browser keeps for this output folder from what it keeps for another. */
  folder: string
  terms: Terms
  categories: { code: string; severity: string }[]
  functions: string[]
}

export interface NoticeEntry {
  id: string
  title: string
  uri: string
  region: string | null
  period: string | null
  /** Decisions that stand. */
  judged: Record<Kind, number>
  /** Items that nobody has decided on. */
  open: Record<Kind, number>
}

export interface NoticeToReview {
  text: string
  url: string | null
  items: Extracted[]
  decisions: Decision[]
}

/** What the page asks to be kept. The server knows what was extracted, and the words at an offset, better than a page. */
export interface Asked {
  notice: string
  kind: Kind
  key: string
  judgement: Judgement
  value: (Omit<Reviewed, 'evidence'> & { evidence: { start: number; end: number }[] }) | null
}

export interface ExportTold {
  folder: string
  notices: number
  decisions: number
  from_text: string[]
  tables: { name: string; text: string }[]
}
