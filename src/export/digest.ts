import type { Check, Deadline, Metric, Notice, NoticeRecord } from '../records/schema.ts'

/**
 * What the comparison and the summary need of a notice. It stands beside the notice in the parts of a run, so that
 * ending a run reads a tenth of what extracting wrote. A notice is one.
 */
export interface Digest
  extends Pick<
    Notice,
    | 'id'
    | 'title'
    | 'issuer'
    | 'genre'
    | 'region'
    | 'period'
    | 'issued'
    | 'published'
    | 'doc_number'
    | 'fingerprint'
  > {
  source: Pick<Notice['source'], 'uri'>
  duplicate_of?: string | null | undefined
  records: Pick<
    NoticeRecord,
    | 'subject'
    | 'subject_name'
    | 'unit'
    | 'unit_name'
    | 'unit_function'
    | 'unit_region_code'
    | 'category'
    | 'severity'
  >[]
  metrics: (Pick<
    Metric,
    'subject' | 'measure' | 'value' | 'unit' | 'about' | 'operator' | 'as_of' | 'change' | 'raw'
  > &
    Places)[]
  deadlines: Pick<Deadline, 'due' | 'text' | 'action'>[]
  checks: (Pick<Check, 'code' | 'severity' | 'message'> & Places)[]
}

/** Where the first piece of evidence begins; the others do not matter here. */
interface Places {
  evidence: { start: number }[]
}

export function digestOf(notice: Notice): Digest {
  const {
    id,
    title,
    issuer,
    genre,
    region,
    period,
    issued,
    published,
    doc_number,
    fingerprint,
    duplicate_of,
  } = notice
  return {
    id,
    title,
    issuer,
    genre,
    region,
    period,
    issued,
    published,
    doc_number,
    fingerprint,
    ...(duplicate_of && { duplicate_of }),
    source: { uri: notice.source.uri },
    records: notice.records.map(
      ({ subject, subject_name, unit, unit_name, unit_function, unit_region_code, category, severity }) => ({
        subject,
        subject_name,
        unit,
        unit_name,
        unit_function,
        unit_region_code,
        category,
        severity,
      }),
    ),
    metrics: notice.metrics.map(
      ({ subject, measure, value, unit, about, operator, as_of, change, raw, evidence }) => ({
        subject,
        measure,
        value,
        unit,
        about,
        operator,
        as_of,
        change,
        raw,
        evidence: first(evidence),
      }),
    ),
    deadlines: notice.deadlines.map(({ due, text, action }) => ({ due, text, action })),
    checks: notice.checks.map(({ code, severity, message, evidence }) => ({
      code,
      severity,
      message,
      evidence: first(evidence),
    })),
  }
}

const first = (evidence: readonly { start: number }[]): { start: number }[] =>
  evidence.slice(0, 1).map(({ start }) => ({ start }))
