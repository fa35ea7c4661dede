import type { Kit } from '../kit.ts'
import type { Extracted } from '../records/result.ts'
import { csvHeader, csvRows } from './csv.ts'
import { digestOf } from './digest.ts'
import { type DocumentRow, documentsTable, noticeTables, type OutputTable } from './tables.ts'

/**
 * What one document adds to one file of the output. Such a file is its head and then what every document adds, in their
 * order: so pieces of it can be made anywhere, at any time, and be put together by copying bytes.
 */
export interface Section {
  name: string
  /** Under the output folder; null where the section is only read when the run ends. */
  file: string | null
  readonly head: string
  /** Absent from the output where no document adds anything. */
  optional?: boolean
  of(result: Extracted): string
}

/** Sections that are read again when the run ends: whole notices, and what the comparison needs of them. */
export const NOTICES = 'notices.ndjson'
export const DIGEST = 'digest'
export const ERRORS = 'errors.ndjson'

export function sectionsOf(kit: Kit): Section[] {
  const csv = (table: OutputTable<never>, of: Section['of']): Section => ({
    name: table.name,
    file: `${table.name}.csv`,
    get head() {
      return csvHeader(table)
    },
    of,
  })
  return [
    // Before the notices: which of them are copies is told of the digests.
    { name: DIGEST, file: null, head: '', of: ({ notice }) => (notice ? line(digestOf(notice)) : '') },
    ...noticeTables((code) => kit.severity.get(code)?.zh ?? code).map(({ table, rows }) =>
      csv(table, ({ notice }) => (notice ? csvRows(table, rows(notice)) : '')),
    ),
    csv(documentsTable as OutputTable<never>, (result) => csvRows(documentsTable, [documentRow(result)])),
    {
      name: ERRORS,
      file: ERRORS,
      head: '',
      optional: true,
      of: ({ uri, status, problems }) =>
        problems.length > 0 && status !== 'skipped' ? line({ uri, status, problems }) : '',
    },
    { name: NOTICES, file: NOTICES, head: '', of: ({ notice }) => (notice ? line(notice) : '') },
  ]
}

const line = (value: object): string => `${JSON.stringify(value)}\n`

function documentRow(result: Extracted): DocumentRow {
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
