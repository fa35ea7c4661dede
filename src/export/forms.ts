import { createReadStream } from 'node:fs'
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

/** The notices of a file with one per line. Only a line feed ends a line: JSON may hold U+2028 as it is. */
export async function* noticesIn(ndjson: string): AsyncIterable<Notice> {
  let parts: string[] = []
  for await (const chunk of createReadStream(ndjson, 'utf8') as AsyncIterable<string>) {
    const [first = '', ...lines] = chunk.split('\n')
    parts.push(first)
    for (const line of lines) {
      const whole = parts.join('')
      if (whole) yield JSON.parse(whole) as Notice
      parts = [line]
    }
  }
  const last = parts.join('')
  if (last) yield JSON.parse(last) as Notice
}
