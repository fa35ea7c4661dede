import type { Contacts } from '../lexicon/contacts.ts'
import type { Notice } from '../records/schema.ts'
import type { NoticeTableSource, OutputTable } from './tables.ts'

export type Format = 'csv' | 'json' | 'xlsx' | 'parquet' | 'duckdb' | 'report'
export type Lang = 'zh' | 'en'

/** In which forms a run writes its tables, and in which language a workbook has its headers. */
export interface Forms {
  formats: ReadonlySet<Format>
  lang: Lang
  /** Mask personal data everywhere, or nowhere; where it is not said, in workbooks only, which go from hand to hand. */
  redact?: boolean | undefined
  /** Makes the report of the notices in a folder; what a person should know of it, or null. It stands above this stage. */
  report?: ((folder: string, path: string) => Promise<string | null>) | undefined
}

export const DEFAULT_FORMS: Forms = { formats: new Set(['csv', 'json']), lang: 'zh' }

/** The whole result of a run, for a form that is made of it once it is complete. */
export interface Result {
  notices: () => AsyncIterable<Notice>
  noticeTables: readonly NoticeTableSource[]
  comparisonTables: readonly { table: OutputTable<never>; rows: () => Iterable<never> }[]
  /** Tables of the run itself. */
  runTables: readonly { table: OutputTable<never>; rows: () => Iterable<never> | AsyncIterable<never> }[]
  /** Where the files are that are written already. */
  folder: string
  lang: Lang
  redact?: boolean | undefined
  contacts: Contacts
  /** The tool and its version, and the hash of the tables of knowledge. */
  made: { tool: string; tables: string }
}

/** Where a form writes a file that gets its name when the run is complete; a scratch file is removed then. */
export interface Places {
  file: (name: string) => string
  scratch: (name: string) => string
}
