import * as z from 'zod'
import { MEASURES, SUBJECTS } from '../records/contract.ts'
import { metricSchema, noticeSchema } from '../records/schema.ts'
import { FIELDS, type Kind } from './kinds.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const text = z.string().trim().min(1).max(2000)
const spans = z
  .array(z.strictObject({ start: z.int().min(0), end: z.int().min(0), quote: z.string().max(20_000) }))
  .max(100)

/** What certain fields hold; the others hold text. */
const FIELD_VALUES: { readonly [field: string]: z.ZodType } = {
  genre: noticeSchema.shape.genre,
  issued: day,
  published: day,
  region_code: z.string().regex(/^\d{6}$/),
}

/** An item as a reviewer sees and changes it, by kind; offsets are UTF-16 units of the notice's text. */
const values = {
  records: z.strictObject({
    unit: text.nullable(),
    unit_name: text.nullable(),
    unit_function: z
      .string()
      .regex(/^[a-z_]{1,60}$/)
      .nullable(),
    subject: z.enum(SUBJECTS).nullable(),
    subject_name: text.nullable(),
    problem: text,
    category: z.string().regex(/^[a-z_]{1,40}\.[a-z_]{1,40}$/),
    verdict: z.enum(['qualified', 'unqualified']).nullable(),
    pass_rate: z.number().nullable(),
    deadline: day.nullable(),
    evidence: spans.min(1),
  }),
  metrics: z.strictObject({
    subject: z.enum(SUBJECTS),
    measure: z.enum(MEASURES),
    value: z.number(),
    unit: metricSchema.shape.unit,
    about: text.nullable(),
    as_of: text.nullable(),
    label: text.nullable(),
    evidence: spans.min(1),
  }),
  deadlines: z.strictObject({
    due: day.nullable(),
    text,
    kind: z.enum(['absolute', 'relative']),
    actor: text.nullable(),
    action: text.nullable(),
    recipient: text.nullable(),
    evidence: spans.min(1),
  }),
  fields: z
    .strictObject({ field: z.enum(FIELDS), value: text.nullable(), evidence: spans })
    .refine((f) => f.value === null || (FIELD_VALUES[f.field] ?? text).safeParse(f.value).success, {
      path: ['value'],
    }),
}

/**
 * What a reviewer decided on one item: `value` is what is right (null where there is none, or the decision is taken back),
 * `was` what had been extracted (null for one that was missed). `key` names the item within its notice.
 */
const decisionOf = <K extends Kind>(kind: K) =>
  z.strictObject({
    notice: z.string().regex(/^[0-9a-f]{16}$/),
    kind: z.literal(kind),
    key: z.string().min(1).max(4000),
    judgement: z.enum(['accepted', 'corrected', 'rejected', 'added', 'withdrawn']),
    value: values[kind].nullable() as z.ZodType<Values[K] | null>,
    was: values[kind].nullable() as z.ZodType<Values[K] | null>,
  })

export const decisionSchema = z.discriminatedUnion('kind', [
  decisionOf('records'),
  decisionOf('metrics'),
  decisionOf('deadlines'),
  decisionOf('fields'),
])

export type Values = { [K in Kind]: z.infer<(typeof values)[K]> }
export type Reviewed = Values[Kind]
export type Decision = z.infer<typeof decisionSchema>
export type Judgement = Decision['judgement']
