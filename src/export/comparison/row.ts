import type { RegionLevel } from '../../lexicon/regions.ts'

/** Kinds of subject that are compared with each other. */
export type Family = 'website' | 'new_media' | 'disclosure' | 'data' | 'other'

/** Numbers, from 1, of the metrics (records, deadlines, checks) behind a cell, by the id of their notice. */
export type Origin = Record<string, number[]>

/** A region in a period, as far as one family of subjects goes. Rates are percent; every count is as stated. */
export interface ComparisonRow {
  region_code: string | null
  region: string | null
  level: RegionLevel | null
  period: string | null
  period_start: string | null
  period_end: string | null
  subject: Family
  /** Ids of the notices that say something about it, in the order they were read; copies of one notice count once. */
  notices: string[]
  /** In operation. */
  total: number | null
  checked: number | null
  qualified: number | null
  unqualified: number | null
  /** Share of those in operation that was checked, as stated. */
  coverage_rate: number | null
  coverage_recomputed: number | null
  pass_rate: number | null
  /** From the stated counts, two decimals. */
  pass_rate_recomputed: number | null
  /** Whether the rate may be set beside others as it is. */
  comparable: boolean
  /** Why not: a code, with its values after a colon. */
  why_not: string[]
  /** What a reader of the row should know besides. */
  notes: string[]
  /**
   * Whether a notice of the region itself was read. Where none was, its figures are of a higher level's notice, and nothing is
   * known of what follows: it is 0 here, and empty in the tables.
   */
  own_notice: boolean
  records: number
  units: number
  by_severity: Record<'veto' | 'deduction' | 'management', number>
  by_category: Record<string, number>
  /** Of its notices; a deadline has no subject, so each family of a notice counts it. */
  deadlines: number
  first_due: string | null
  last_due: string | null
  checks: number
  /** What stands behind each cell. Cells by severity or category are those of `records` with that severity or category. */
  from: Partial<
    Record<
      | 'total'
      | 'checked'
      | 'qualified'
      | 'unqualified'
      | 'coverage_rate'
      | 'pass_rate'
      | 'records'
      | 'deadlines'
      | 'checks',
      Origin
    >
  >
}

/** The change of the pass rate that the row's notice states, beside the rate. */
export interface StatedChange {
  value: number
  unit: string
  against: string
}
