import { createReadStream } from 'node:fs'
import type { Notice } from '../records/schema.ts'
import { asWritten } from './csv.ts'
import type { Forms, Places, Result } from './form.ts'
import type { DocumentRow } from './tables.ts'

/** Fails before a run begins when what it is to end with cannot be written. @throws InputError naming the missing package. */
export async function checkForms({ formats }: Forms): Promise<void> {
  if (formats.has('duckdb')) await (await import('./duckdb.ts')).loadDuckDb()
}

/**
 * Makes the forms that are not written as the results come in. What they need is loaded here and only for them. Returns
 * what a person should know of them.
 */
export async function writeForms(
  { formats, report }: Forms,
  result: Result,
  places: Places,
): Promise<string[]> {
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
  const note = formats.has('report') ? await report?.(result.folder, places.file('report.html')) : null
  return note ? [note] : []
}

/** The rows of documents.csv. */
export async function* documentsIn(csv: string): AsyncIterable<DocumentRow> {
  const { parse } = await import('csv-parse')
  const rows = createReadStream(csv).pipe(parse({ bom: true, from: 2 }))
  for await (const row of rows as AsyncIterable<string[]>) {
    const [uri, status, code, cause, place, notice_id] = row.map((cell) => asWritten(cell) || null)
    yield { uri: uri!, status: status!, code, cause, place, notice_id } as DocumentRow
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
