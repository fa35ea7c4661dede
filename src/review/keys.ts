import type { Notice, NoticeRecord } from '../records/schema.ts'
import type { Reviewed } from './decision.ts'

/**
 * Names of a notice's records that stay when it is extracted again with better tables: by what each says and where, not
 * by its place in the list. Like ones are counted.
 */
export function keysOf(notice: Pick<Notice, 'records'>): string[] {
  const seen = new Map<string, number>()
  return notice.records.map((r) => {
    const key = [r.category, r.unit ?? '', r.subject_name ?? '', r.evidence[0]?.start ?? ''].join('|')
    const n = (seen.get(key) ?? 0) + 1
    seen.set(key, n)
    return n === 1 ? key : `${key}#${n}`
  })
}

/** The part of a record that a reviewer judges. */
export function reviewedOf(r: NoticeRecord): Reviewed {
  return {
    unit: r.unit,
    unit_name: r.unit_name,
    unit_function: r.unit_function,
    subject: r.subject,
    subject_name: r.subject_name,
    problem: r.problem,
    category: r.category,
    verdict: r.verdict,
    pass_rate: r.pass_rate,
    deadline: r.deadline,
    evidence: r.evidence.map(({ start, end, quote }) => ({ start, end, quote })),
  }
}
