import * as z from 'zod'
import { SCHEMA_VERSION } from '../records/contract.ts'
import { jsonSchema } from '../records/json-schema.ts'
import { noticeSchema } from '../records/schema.ts'
import { comparisonSchema, functionsSchema } from './comparison/schema.ts'

const documents = {
  notices: z.array(noticeSchema),
  comparison: comparisonSchema,
  unit_functions: functionsSchema,
}

/** JSON Schemas (draft 2020-12) of a notice and of each .json of the output, by name. */
export function jsonSchemas(): Record<string, object> {
  const made = Object.entries(documents).map(([name, schema]) => [
    name,
    {
      $id: `https://tongbao.invalid/schema/${name}-${SCHEMA_VERSION}.json`,
      title: `tongbao ${name}.json`,
      ...z.toJSONSchema(schema),
    },
  ])
  return { notice: jsonSchema(), ...Object.fromEntries(made) }
}
