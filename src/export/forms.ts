import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Notice } from '../records/schema.ts'
import type { NoticeTableSource, OutputTable } from './tables.ts'

export type Format = 'csv' | 'json' | 'xlsx' | 'parquet' | 'duckdb'
export type Lang = 'zh' | 'en'

/** In which forms a run writes its tables, and in which language a workbook has its headers. */
export interface Forms {
  formats: ReadonlySet<Format>
  lang: Lang
}

export const DEFAULT_FORMS: Forms = { formats: new Set(['csv', 'json']), lang: 'zh' }

/** The whole result of a run, for a form that is made of it once it is complete. */
export interface Result {
  notices: () => AsyncIterable<Notice>
  noticeTables: readonly NoticeTableSource[]
  comparisonTables: readonly { table: OutputTable<never>; rows: readonly never[] }[]
  lang: Lang
  /** The tool and its version, and the hash of the tables of knowledge. */
  made: { tool: string; tables: string }
}

/** Where a form writes a file that gets its name when the run is complete; a scratch file is removed then. */
export interface Places {
  file: (name: string) => string
  scratch: (name: string) => string
}

/** Fails before a run begins when what it is to end with cannot be written. @throws InputError naming the missing package. */
export async function checkForms({ formats }: Forms): Promise<void> {
  if (formats.has('duckdb')) await (await import('./duckdb.ts')).loadDuckDb()
}

/** Makes the forms that are not written as the results come in. What they need is loaded here and only for them. */
export async function writeForms({ formats }: Forms, result: Result, places: Places): Promise<void> {
  if (formats.has('xlsx')) {
    const { writeWorkbook } = await import('./workbook.ts')
    await writeWorkbook(result, places.file('tongbao.xlsx'))
  }
  if (formats.has('parquet') || formats.has('duckdb')) {
    const { writeParquet } = await import('./parquet.ts')
    const files = await writeParquet(result, formats.has('parquet') ? places.file : places.scratch)
    if (formats.has('duckdb')) {
      const { writeDuckDb } = await import('./duckdb.ts')
      await writeDuckDb(files, places.file('tongbao.duckdb'))
    }
  }
}

/** The notices of a file with one per line. */
export async function* noticesIn(ndjson: string): AsyncIterable<Notice> {
  for await (const line of createInterface({ input: createReadStream(ndjson, 'utf8'), crlfDelay: Infinity }))
    if (line) yield JSON.parse(line) as Notice
}
