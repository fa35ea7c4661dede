import { evidenceOf } from '../reading.ts'
import { type Checker, problem } from './check.ts'

const INCOMPLETE =
  /[\u4e00-\u9fff]{2,6}(?:〔\s{0,9}〕|(?<=[发函字办文])(?:\(\)|\[\]|【】))\s{0,9}\d{0,9}\s{0,9}号|[\u4e00-\u9fff]{2,6}〔\d{4}〕\s{0,9}号/g

/** «国办发〔〕57号»: a document number that lost its year or its serial for good. */
export const docNumber: Checker = ({ reading }) =>
  // Few texts have one, and the whole pattern has to be tried at every Han character.
  /(?:〔\s{0,9}〕|\(\)|\[\]|【】)\s{0,9}\d{0,9}\s{0,9}号|〔\d{4}〕\s{0,9}号/.test(reading.text)
    ? [...reading.text.matchAll(INCOMPLETE)].map((m) =>
        problem(
          'doc_number_incomplete',
          'warning',
          `文号«${m[0]}»不完整 (incomplete document number)`,
          null,
          m[0],
          [evidenceOf(reading, m.index, m.index + m[0].length, '正文')],
        ),
      )
    : []
