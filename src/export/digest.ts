import type { Check, Deadline, Metric, Notice, NoticeRecord } from '../records/schema.ts'

/**
 * What is told of a notice once all are read: by the comparison and by the summary. It stands beside the notice in the
 * parts of a run, so that ending a run reads a tenth of what extracting wrote.
 */
export interface Digest extends Pick<Notice, 'id' | 'title' | 'issuer' | 'genre' | 'region' | 'period'> {
  uri: string
  records: Pick<NoticeRecord, 'subject' | 'subject_name' | 'unit' | 'unit_name' | 'category' | 'severity'>[]
  metrics: Pick<Metric, 'subject' | 'measure' | 'value' | 'about' | 'operator'>[]
  deadlines: Pick<Deadline, 'due' | 'text' | 'action'>[]
  checks: Pick<Check, 'code' | 'severity' | 'message'>[]
}

export function digestOf(notice: Notice): Digest {
  const { id, title, issuer, genre, region, period } = notice
  return {
    uri: notice.source.uri,
    id,
    title,
    issuer,
    genre,
    region,
    period,
    records: notice.records.map(({ subject, subject_name, unit, unit_name, category, severity }) => ({
      subject,
      subject_name,
      unit,
      unit_name,
      category,
      severity,
    })),
    metrics: notice.metrics
      .filter((m) => m.about === null)
      .map(({ subject, measure, value, about, operator }) => ({ subject, measure, value, about, operator })),
    deadlines: notice.deadlines.map(({ due, text, action }) => ({ due, text, action })),
    checks: notice.checks.map(({ code, severity, message }) => ({ code, severity, message })),
  }
}
