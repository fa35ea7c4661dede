import type { Evidence, Notice, State } from '../records/schema.ts'
import type { Reviewed, Values } from './decision.ts'
import { FIELDS, type Kind } from './kinds.ts'

/** Something that was extracted, as far as a reviewer judges it. */
export type Extracted = {
  [K in Kind]: {
    kind: K
    /** Its name within the notice. */
    key: string
    value: Values[K]
    state: State | null
    confidence: number | null
    where: string
  }
}[Kind]

/**
 * All of a notice that is judged, the header fields first. Names stay when it is extracted again with better tables: they say
 * what each says and where, not its place in the list. Like ones are counted.
 */
export function extractedOf(notice: Notice): Extracted[] {
  const seen = new Map<string, number>()
  const named = (...parts: (string | number | null | undefined)[]) => {
    const key = parts.map((p) => p ?? '').join('|')
    const n = (seen.get(key) ?? 0) + 1
    seen.set(key, n)
    return n === 1 ? key : `${key}#${n}`
  }
  const header: Record<string, string | null> = {
    ...(notice as unknown as Record<string, string | null>),
    region_code: notice.region?.code ?? null,
    period: notice.period?.label ?? null,
  }
  const found = (item: { state: State; confidence: number; evidence: Evidence[] }) => ({
    state: item.state,
    confidence: item.confidence,
    where: item.evidence[0]?.where ?? '',
  })
  return [
    ...FIELDS.map((field): Extracted => {
      const told = notice.fields[field === 'region_code' ? 'region' : field]
      return {
        kind: 'fields',
        key: `fields|${field}`,
        value: { field, value: header[field] ?? null, evidence: spansOf(told?.evidence ?? []) },
        state: told?.state ?? null,
        confidence: null,
        where: (field === 'region_code' ? notice.region?.name : told?.evidence[0]?.where) ?? '',
      }
    }),
    ...notice.records.map(
      (r): Extracted => ({
        kind: 'records',
        key: named(r.category, r.unit, r.subject_name, r.evidence[0]?.start),
        value: {
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
          evidence: spansOf(r.evidence),
        },
        ...found(r),
      }),
    ),
    ...notice.metrics.map(
      (m): Extracted => ({
        kind: 'metrics',
        key: named('metrics', m.subject, m.measure, m.value, m.about, m.evidence[0]?.start),
        value: {
          subject: m.subject,
          measure: m.measure,
          value: m.value,
          unit: m.unit,
          about: m.about,
          as_of: m.as_of,
          label: m.label,
          evidence: spansOf(m.evidence),
        },
        ...found(m),
      }),
    ),
    ...notice.deadlines.map(
      (d): Extracted => ({
        kind: 'deadlines',
        key: named('deadlines', d.due, d.text, d.evidence[0]?.start),
        value: {
          due: d.due,
          text: d.text,
          kind: d.kind,
          actor: d.actor,
          action: d.action,
          recipient: d.recipient,
          evidence: spansOf(d.evidence),
        },
        ...found(d),
      }),
    ),
  ]
}

const spansOf = (evidence: readonly Evidence[]): Reviewed['evidence'] =>
  evidence.map(({ start, end, quote }) => ({ start, end, quote }))
