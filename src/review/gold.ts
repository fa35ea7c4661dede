import type { NoticeRecord } from '../records/schema.ts'
import type { Decision, Reviewed } from './decision.ts'
import { reviewedOf } from './keys.ts'

/** A gold file of a reviewed notice. It says nothing of figures, deadlines and the like, so `eval` does not score them. */
export interface ReviewGold {
  doc: string
  /** Records judged, and those that nobody has looked at: these are optional, neither right nor wrong. */
  reviewed: { judged: number; open: number }
  records: (Reviewed & { optional?: true })[]
}

/** What the decisions say of a notice's records: right ones, missed ones, and as optional those not looked at. */
export function goldOf(
  doc: string,
  decisions: readonly Decision[],
  records: readonly { key: string; record: NoticeRecord }[],
): ReviewGold {
  const decided = new Set(decisions.map((d) => d.key))
  const open = records.filter((r) => !decided.has(r.key))
  return {
    doc,
    reviewed: { judged: decisions.length, open: open.length },
    records: [
      ...decisions.flatMap((d) => (d.record ? [d.record] : [])),
      ...open.map((r) => ({ ...reviewedOf(r.record), optional: true as const })),
    ],
  }
}
