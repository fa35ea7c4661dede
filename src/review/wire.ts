import type { Terms } from '../report/columns.ts'
import type { Decision, Judgement, Reviewed } from './decision.ts'

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
  records: number
  /** Decisions that stand. */
  judged: number
  /** Records of it that nobody has decided on. */
  open: number
}

export interface NoticeToReview {
  text: string
  url: string | null
  records: (Reviewed & { key: string; state: string; confidence: number; where: string })[]
  decisions: Decision[]
}

/** What the page asks to be kept. The server knows what was extracted, and the words at an offset, better than a page. */
export interface Asked {
  notice: string
  key: string
  judgement: Judgement
  record: (Omit<Reviewed, 'evidence'> & { evidence: { start: number; end: number }[] }) | null
}

export interface ExportTold {
  folder: string
  notices: number
  records: number
  from_text: string[]
  tables: { name: string; text: string }[]
}
