import * as z from 'zod'
import { SCHEMA_VERSION } from '../../records/contract.ts'
import type { ComparisonDocument, FunctionsDocument } from '../comparison.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const count = z.int().min(0)
const percent = z.number()
const code = z.string().regex(/^\d{6}$/)
const family = z.enum(['website', 'new_media', 'disclosure', 'data', 'other'])
const level = z.enum(['country', 'province', 'city', 'county', 'town'])
const origin = z
  .record(z.string().regex(/^[0-9a-f]{16}$/), z.array(z.int().min(1)))
  .describe('by notice id, the numbers (from 1) of its metrics, records, deadlines or checks')

const rowSchema = z.object({
  region_code: z.string().nullable(),
  region: z.string().nullable(),
  level: level.nullable(),
  period: z.string().nullable(),
  period_start: day.nullable(),
  period_end: day.nullable(),
  subject: family,
  notices: z.array(z.string()),
  total: count.nullable().describe('in operation'),
  checked: count.nullable(),
  qualified: count.nullable(),
  unqualified: count.nullable(),
  coverage_rate: percent.nullable().describe('as stated, percent'),
  coverage_recomputed: percent.nullable().describe('checked of total, percent'),
  pass_rate: percent.nullable().describe('as stated, percent'),
  pass_rate_recomputed: percent.nullable().describe('from the stated counts, percent'),
  comparable: z.boolean().describe('whether the rate may be set beside others as it is'),
  why_not: z.array(z.string()),
  notes: z.array(z.string()),
  own_notice: z
    .boolean()
    .describe('whether a notice of the region itself was read; if not, what follows is not known and 0'),
  records: count,
  units: count,
  by_severity: z.object({ veto: count, deduction: count, management: count }),
  by_category: z.record(z.string(), count),
  deadlines: count,
  first_due: day.nullable(),
  last_due: day.nullable(),
  checks: count,
  from: z
    .partialRecord(
      z.enum([
        'total',
        'checked',
        'qualified',
        'unqualified',
        'coverage_rate',
        'pass_rate',
        'records',
        'deadlines',
        'checks',
      ]),
      origin,
    )
    .describe('what stands behind each cell'),
})

const rateOf = z.object({ region_code: code, pass_rate: percent }).nullable()

const rollupSchema = z.object({
  region_code: code,
  region: z.string(),
  level,
  period: z.string(),
  subject: family,
  part_level: level,
  parts: count.describe('places of that level inside the region, by GB/T 2260'),
  parts_reported: count,
  parts_in: z.array(code),
  parts_out: z.array(z.object({ region_code: code, why: z.array(z.string()) })),
  checked: count.nullable(),
  qualified: count.nullable(),
  unqualified: count.nullable(),
  pass_rate: percent.nullable(),
  lowest: rateOf,
  highest: rateOf,
  own_checked: count.nullable(),
  own_pass_rate: percent.nullable(),
  parts_with_notice: count,
  records: count,
  veto: count,
})

const trendSchema = z.object({
  region_code: z.string(),
  region: z.string().nullable(),
  subject: family,
  grain: z.enum(['year', 'half', 'quarter', 'month', 'round']),
  period: z.string(),
  previous: z.string().nullable(),
  steps: z.int().nullable(),
  pass_rate: percent.nullable(),
  rate_basis: z.enum(['stated', 'recomputed']).nullable(),
  comparable: z.boolean(),
  pass_rate_change: z.number().nullable(),
  change_stated: z.number().nullable(),
  change_stated_unit: z.string().nullable(),
  change_stated_against: z.string().nullable(),
  checked: count.nullable(),
  unqualified: count.nullable(),
  records: count.nullable(),
  records_change: z.int().nullable(),
  veto: count.nullable(),
})

export const comparisonSchema: z.ZodType<ComparisonDocument> = z.object({
  schema_version: z.literal(SCHEMA_VERSION),
  rows: z.array(rowSchema),
  rollups: z.array(rollupSchema),
  trends: z.array(trendSchema),
})

export const functionsSchema: z.ZodType<FunctionsDocument> = z.object({
  schema_version: z.literal(SCHEMA_VERSION),
  rows: z.array(
    z.object({
      unit_function: z.string(),
      unit_function_zh: z.string(),
      region_code: z.string().nullable(),
      region: z.string().nullable(),
      period: z.string().nullable(),
      subject: family,
      category: z.string(),
      category_zh: z.string(),
      severity: z.enum(['veto', 'deduction', 'management']),
      records: count,
      units: count,
      from: z.object({ records: origin }),
    }),
  ),
})
