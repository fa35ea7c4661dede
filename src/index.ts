export {
  type ComparisonDocument,
  type ComparisonRow,
  compare,
  type FunctionsDocument,
} from './export/comparison.ts'
export { type Kit, loadKit } from './kit.ts'
export { TableError } from './lexicon/table.ts'
export { SCHEMA_VERSION } from './records/contract.ts'
export type { Extracted } from './records/result.ts'
export {
  type Check,
  type CheckCode,
  type Deadline,
  type Evidence,
  type Measure,
  type Metric,
  type Notice,
  type NoticeRecord,
  type NoticeTable,
  noticeSchema,
  type State,
  type Subject,
} from './records/schema.ts'
export { type ExtractOptions, extract, extractAll, type InputDocument } from './run/extract.ts'
