import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Notice } from '../records/schema.ts'
import type { Forms, Places, Result } from './form.ts'

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
