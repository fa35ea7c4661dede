/**
 * Why a value is believed or doubted, and how far: the share of values with that reason which gold sets call right,
 * rounded down (`tongbao eval` counts them). A value is as sure as its weakest reason.
 */
const REASONS = {
  /** A row of a table names holder and problem, or holds the figure. */
  table_row: 0.95,
  /** The prose and a list say the same. */
  told_twice: 0.95,
  /** One sentence names the unit, its account and the problem. */
  unit_and_account: 0.95,
  due_date: 0.95,
  due_column: 0.9,
  /** A figure where figures are expected: the overview, an annex. */
  figure: 0.9,
  /** Holder and problem were brought together over one sentence or more of prose. */
  prose_once: 0.85,
  /** A figure among findings may belong to a finding. */
  among_findings: 0.85,
  /** A rate, score or number of problems in prose, whose subject stands elsewhere. */
  derived_subject: 0.85,
  implied: 0.8,
  /** No cue fits the words; they are like wordings of this category. */
  likely_category: 0.7,
  vague_holder: 0.7,
  no_day: 0.7,
  no_holder: 0.6,
  no_category: 0.5,
  spun_text: 0.3,
} as const

export type Reason = keyof typeof REASONS
export const REASON_NAMES = Object.keys(REASONS) as [Reason, ...Reason[]]

export interface Confidence {
  confidence: number
  confidence_reasons: Reason[]
}

export function confidenceOf(...reasons: (Reason | false | null)[]): Confidence {
  const own: Reason[] = []
  let confidence = Number.POSITIVE_INFINITY
  for (const reason of reasons) {
    if (!reason) continue
    own.push(reason)
    if (REASONS[reason] < confidence) confidence = REASONS[reason]
  }
  return { confidence, confidence_reasons: own }
}

/** The same value with one more reason to doubt it. */
export function doubted<T extends Confidence>(value: T, reason: Reason): T {
  return { ...value, ...confidenceOf(...value.confidence_reasons, reason) }
}
