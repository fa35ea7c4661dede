import * as z from 'zod'
import { SCHEMA_VERSION } from './contract.ts'
import { noticeSchema } from './schema.ts'

/** JSON Schema (draft 2020-12) of a notice, made from the zod schemas. */
export function jsonSchema(): object {
  return {
    $id: `https://tongbao.invalid/schema/notice-${SCHEMA_VERSION}.json`,
    title: 'tongbao notice',
    ...z.toJSONSchema(noticeSchema),
  }
}
