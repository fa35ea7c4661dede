import { z } from 'zod'
import { SUBJECTS } from '../records/schema.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const text = z.string().trim().min(1).max(2000)

/** A record as a reviewer sees and changes it; offsets are UTF-16 units of the notice's text. */
export const reviewedSchema = z.strictObject({
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
  evidence: z
    .array(z.strictObject({ start: z.int().min(0), end: z.int().min(0), quote: z.string().max(20_000) }))
    .min(1)
    .max(100),
})

/**
 * What a reviewer decided on one record: `record` is what is right (null where it is rejected or the decision taken back),
 * `was` what had been extracted (null for one that was missed). `key` names the record within its notice.
 */
export const decisionSchema = z.strictObject({
  notice: z.string().regex(/^[0-9a-f]{16}$/),
  key: z.string().min(1).max(4000),
  judgement: z.enum(['accepted', 'corrected', 'rejected', 'added', 'withdrawn']),
  record: reviewedSchema.nullable(),
  was: reviewedSchema.nullable(),
})

export type Reviewed = z.infer<typeof reviewedSchema>
export type Decision = z.infer<typeof decisionSchema>
export type Judgement = Decision['judgement']
