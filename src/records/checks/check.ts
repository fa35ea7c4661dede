import type { Header } from '../header.ts'
import type { Reading } from '../reading.ts'
import type { Check, Deadline, Evidence, Metric, NoticeRecord } from '../schema.ts'

/** What a check looks at. */
export interface Checked {
  reading: Reading
  header: Header
  metrics: readonly Metric[]
  records: readonly NoticeRecord[]
  deadlines: readonly Deadline[]
}

/** One kind of thing that does not add up; it never changes a value. */
export type Checker = (checked: Checked) => Check[]

export function problem(
  code: Check['code'],
  severity: Check['severity'],
  message: string,
  expected: string | number | null,
  actual: string | number | null,
  evidence: Evidence[],
): Check {
  return {
    code,
    severity,
    message,
    expected: expected === null ? null : String(expected),
    actual: actual === null ? null : String(actual),
    evidence,
  }
}
