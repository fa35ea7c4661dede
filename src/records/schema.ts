import * as z from 'zod'
import { REASON_NAMES } from './confidence.ts'
import { MEASURES, SCHEMA_VERSION, SUBJECTS } from './contract.ts'

// The contract: what a notice becomes. All dates are ISO 8601 days, all spans UTF-16 offsets into `text`.

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

export const evidenceSchema = z.object({
  start: z.int().min(0),
  end: z.int().min(0),
  quote: z.string(),
  where: z.string(),
  /** The place as the file's own program shows it; absent where `start` says it all. */
  origin: z
    .object({
      file: z.string().optional(),
      page: z.int().optional(),
      sheet: z.string().optional(),
      cell: z.string().optional(),
      element: z.string().optional(),
    })
    .optional(),
})

export const stateSchema = z.enum(['stated', 'implied', 'repaired'])

const found = {
  state: stateSchema,
  confidence: z.number().min(0).max(1),
  /** Names of what the confidence comes from (src/records/confidence.ts). */
  confidence_reasons: z.array(z.enum(REASON_NAMES)),
  evidence: z.array(evidenceSchema),
}

export const metricSchema = z.object({
  subject: z.enum(SUBJECTS),
  measure: z.enum(MEASURES),
  value: z.number(),
  unit: z.enum(['percent', 'count', 'points', 'rank', 'days']),
  operator: z.enum(['=', '>=', '<=', '>', '<', '~']),
  about: z.string().nullable(),
  as_of: z.string().nullable(),
  change: z
    .object({
      value: z.number(),
      unit: z.enum(['percent', 'points_of_percent', 'count', 'points']),
      against: z.string(),
    })
    .nullable(),
  label: z.string().nullable(),
  /** The figure as printed, with its trailing zeros. */
  raw: z.string(),
  ...found,
})

export const recordSchema = z.object({
  unit: z.string().nullable(),
  unit_name: z.string().nullable(),
  unit_function: z.string().nullable(),
  unit_region_code: z.string().nullable(),
  subject: z.enum(SUBJECTS).nullable(),
  subject_name: z.string().nullable(),
  subject_url: z.string().nullable(),
  problem: z.string(),
  category: z.string(),
  severity: z.enum(['veto', 'deduction', 'management']),
  verdict: z.enum(['qualified', 'unqualified']).nullable(),
  pass_rate: z.number().nullable(),
  deadline: isoDay.nullable(),
  ...found,
})

export const deadlineSchema = z.object({
  due: isoDay.nullable(),
  text: z.string(),
  kind: z.enum(['absolute', 'relative']),
  actor: z.string().nullable(),
  action: z.string().nullable(),
  recipient: z.string().nullable(),
  ...found,
})

export const CHECKS = [
  'rate_mismatch',
  'sum_mismatch',
  'row_count_mismatch',
  'unit_count_mismatch',
  'serial_gap',
  'attachment_missing',
  'table_truncated',
  'deadline_not_after_publication',
  'date_repaired',
  'number_repaired',
  'doc_number_incomplete',
  'region_conflict',
  'name_replaced',
  'garbled_text',
  'figures_unread',
  'spun_text',
] as const

export const checkSchema = z.object({
  code: z.enum(CHECKS),
  severity: z.enum(['info', 'warning', 'error']),
  message: z.string(),
  expected: z.string().nullable(),
  actual: z.string().nullable(),
  evidence: z.array(evidenceSchema),
})

export interface SectionNode {
  level: number
  marker: string
  heading: string
  start: number
  end: number
  sections: SectionNode[]
}

export const sectionSchema: z.ZodType<SectionNode> = z.object({
  level: z.int(),
  marker: z.string(),
  heading: z.string(),
  start: z.int(),
  end: z.int(),
  get sections() {
    return z.array(sectionSchema)
  },
})

export const cellSchema = z.object({
  text: z.string(),
  start: z.int(),
  end: z.int(),
  filled: z.boolean().optional(),
})

export const tableSchema = z.object({
  id: z.string(),
  title: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(cellSchema)),
  layout: z.enum(['html', 'pipe', 'vertical', 'tab', 'docx', 'xlsx', 'pdf']),
  start: z.int(),
  end: z.int(),
})

export const noticeSchema = z.object({
  schema_version: z.literal(SCHEMA_VERSION),
  id: z.string().regex(/^[0-9a-f]{16}$/),
  source: z.object({
    uri: z.string(),
    media_type: z.string(),
    charset: z.string(),
    charset_declared: z.string().optional(),
    bytes: z.int(),
    sha256: z.string(),
    url: z.string().nullable(),
  }),
  text: z.string(),
  title: z.string().nullable(),
  genre: z.enum(['circular', 'self_report', 'notice', 'announcement', 'report', 'plan', 'other']),
  issuer: z.string().nullable(),
  addressees: z.array(z.string()),
  doc_number: z.string().nullable(),
  index_number: z.string().nullable(),
  issued: isoDay.nullable(),
  published: isoDay.nullable(),
  region: z
    .object({
      code: z.string(),
      name: z.string(),
      level: z.enum(['country', 'province', 'city', 'county', 'town']),
    })
    .nullable(),
  period: z.object({ label: z.string(), start: isoDay, end: isoDay }).nullable(),
  citations: z.array(z.string()),
  attachments: z.array(z.object({ number: z.int().nullable(), title: z.string(), found: z.boolean() })),
  sections: z.array(sectionSchema),
  tables: z.array(tableSchema),
  /** The earlier notice of the run that this one is a copy of; absent where it is none. */
  duplicate_of: z.string().optional(),
  /** For finding copies: 128 × 16 bits of MinHash over the body, base64. */
  fingerprint: z.string(),
  normalization: z.record(z.string(), z.int()),
  /** Evidence and state of the dated and numbered fields above, by field. */
  fields: z.record(z.string(), z.object({ state: stateSchema, evidence: z.array(evidenceSchema) })),
  metrics: z.array(metricSchema),
  records: z.array(recordSchema),
  deadlines: z.array(deadlineSchema),
  checks: z.array(checkSchema),
})

export type Evidence = z.infer<typeof evidenceSchema>
export type State = z.infer<typeof stateSchema>
export type Metric = z.infer<typeof metricSchema>
export type NoticeRecord = z.infer<typeof recordSchema>
export type Deadline = z.infer<typeof deadlineSchema>
export type Check = z.infer<typeof checkSchema>
export type CheckCode = Check['code']
export type NoticeTable = z.infer<typeof tableSchema>
export type Notice = z.infer<typeof noticeSchema>
export type Subject = (typeof SUBJECTS)[number]
export type Measure = (typeof MEASURES)[number]
