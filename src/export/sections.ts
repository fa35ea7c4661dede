import type { Kit } from '../kit.ts'
import type { Extracted } from '../records/result.ts'
import { csvHeader, csvRows } from './csv.ts'
import { digestOf } from './digest.ts'
import {
  checksTable,
  deadlinesTable,
  documentsTable,
  metricsTable,
  noticesTable,
  type OutputTable,
  recordsTable,
} from './tables.ts'

/**
 * What one document adds to one file of the output. Such a file is its head and then what every document adds, in their
 * order: so pieces of it can be made anywhere, at any time, and be put together by copying bytes.
 */
export interface Section {
  name: string
  /** Under the output folder; null where the section is only read when the run ends. */
  file: string | null
  head: string
  /** Absent from the output where no document adds anything. */
  optional?: boolean
  of(result: Extracted): string
}

export const tablesOf = (kit: Kit) =>
  [
    noticesTable,
    recordsTable((code) => kit.severity.get(code)?.zh ?? code),
    metricsTable,
    deadlinesTable,
    checksTable,
    documentsTable,
  ] as const

export function sectionsOf(kit: Kit): Section[] {
  const [notices, records, metrics, deadlines, checks, documents] = tablesOf(kit)
  const csv = <Row>(table: OutputTable<Row>, rows: (result: Extracted) => Row[]): Section => ({
    name: table.name,
    file: `${table.name}.csv`,
    head: csvHeader(table),
    of: (result) => csvRows(table, rows(result)),
  })
  const numbered = <T>(result: Extracted, items: readonly T[] | undefined) =>
    items?.map((item, i) => ({ notice: result.notice!, item, n: i + 1 })) ?? []
  return [
    csv(notices, ({ notice }) => (notice ? [{ notice }] : [])),
    csv(records, (r) => numbered(r, r.notice?.records)),
    csv(metrics, (r) => numbered(r, r.notice?.metrics)),
    csv(deadlines, (r) => numbered(r, r.notice?.deadlines)),
    csv(checks, (r) => numbered(r, r.notice?.checks)),
    csv(documents, (r) => [documentRow(r)]),
    {
      name: 'errors',
      file: 'errors.ndjson',
      head: '',
      optional: true,
      of: ({ uri, status, problems }) =>
        problems.length > 0 && status !== 'skipped' ? line({ uri, status, problems }) : '',
    },
    {
      name: NOTICES,
      file: 'notices.ndjson',
      head: '',
      of: ({ notice }) => (notice ? line(notice) : ''),
    },
    { name: DIGEST, file: null, head: '', of: ({ notice }) => (notice ? line(digestOf(notice)) : '') },
  ]
}

/** Sections that are read again when the run ends: whole notices, and what the comparison needs of them. */
export const NOTICES = 'notices.ndjson'
export const DIGEST = 'digest'

const line = (value: object): string => `${JSON.stringify(value)}\n`

function documentRow(result: Extracted) {
  const first = result.problems[0]
  return {
    uri: result.uri,
    status: result.status,
    code: first?.code ?? null,
    cause: first?.message ?? null,
    place: first?.at === undefined ? null : String(first.at),
    notice_id: result.notice?.id ?? null,
  }
}
