import { evidenceOf } from '../reading.ts'
import { type Checker, problem } from './check.ts'

/** «国办发〔〕57号»: a document number that lost its year or its serial for good. */
export const docNumber: Checker = ({ reading }) =>
  [
    ...reading.text.matchAll(/[\u4e00-\u9fff]{2,6}〔\s*〕\s*\d*\s*号|[\u4e00-\u9fff]{2,6}〔\d{4}〕\s*号/g),
  ].map((m) =>
    problem(
      'doc_number_incomplete',
      'warning',
      `文号«${m[0]}»不完整 (incomplete document number)`,
      null,
      m[0],
      [evidenceOf(reading, m.index, m.index + m[0].length, '正文')],
    ),
  )
