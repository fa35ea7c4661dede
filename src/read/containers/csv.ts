import { TextDecoder } from 'node:util'
import { decode } from '../charset.ts'
import { AS_WRITTEN, delimiterOf } from '../delimited.ts'
import { ByteFeed } from './byte-feed.ts'
import { collect } from './collect.ts'
import { type Container, ContainerError, FIELDS, type FieldNames, overBytes } from './container.ts'
import { memberOf } from './fields.ts'
import { unpacked } from './gunzip.ts'

/** A dump with a document in each row; a table, whose header names no column of documents, is itself the document. */
export const csv: Container = {
  endings: ['.csv', '.csv.gz', '.tsv', '.tsv.gz'],
  async *members(input, { limits, fields }) {
    const { parse } = await import('csv-parse')
    const { Readable } = await import('node:stream')
    const feed = new ByteFeed(unpacked(input, limits))
    try {
      const head = await feed.fill(HEAD)
      const { charset, text: start } = decodeHead(head)
      const options = { ...AS_WRITTEN, delimiter: delimiterOf(start), skip_empty_lines: true }
      const { parse: parseNow } = await import('csv-parse/sync')
      const first = firstRows(start, (text) => parseNow(text, { ...options, to: 20 }) as string[][])
      if (!isDump(first, fields)) {
        if (named(fields))
          throw new ContainerError(
            'no_text_column',
            `${input.uri}: the header names none of the columns ${fields.text.join(', ')} (--text-field)`,
            1,
          )
        if (head.length > 0)
          yield {
            uri: input.uri,
            content: await collect(rest(feed), input.uri, limits),
            mediaType: 'text/csv',
          }
        return
      }
      const rows = parse({ ...options, info: true, max_record_size: limits.maxBytes })
      const text = Readable.from(decoded(rest(feed), charset))
      text.on('error', (error) => rows.destroy(error))
      text.pipe(rows)
      let columns: Map<string, number> | null = null
      let number = 0
      try {
        for await (const { record } of rows as AsyncIterable<{ record: string[] }>) {
          if (!columns) {
            columns = columnsOf(record)
            continue
          }
          number++
          const uri = `${input.uri}#${number}`
          const member = memberOf((name) => record[columns!.get(name.toLowerCase()) ?? -1], fields)
          if (member) yield { uri, ...member }
          else
            yield {
              uri,
              problem: { code: 'bad_line', message: `row ${number} has no text column`, at: number },
            }
        }
      } catch (error) {
        const { code, message } = error as { code?: string; message: string }
        if (code === 'CSV_MAX_RECORD_SIZE') throw overBytes(`${input.uri}#${number + 1}`, limits, number + 1)
        if (code?.startsWith('CSV_'))
          throw new ContainerError('damaged', `${input.uri}: ${message}`, number + 1)
        throw error
      } finally {
        text.destroy()
        rows.destroy()
      }
    } finally {
      await feed.close()
    }
  },
}

const HEAD = 262_144

const columnsOf = (header: readonly string[]) =>
  new Map(header.map((name, i) => [name.trim().toLowerCase(), i] as const))

/** Did the caller name the columns? Then a file without them is an error, not a table. */
const named = (fields: FieldNames): boolean => fields.text.join() !== FIELDS.text.join()

/** Columns that also tables of problems have («内容»): there a document shows by its length, or by its address. */
const AMBIGUOUS = new Set(['content', 'body', '内容'])
const SHORTEST = 200

function isDump(rows: readonly (readonly string[])[], fields: FieldNames): boolean {
  const columns = columnsOf(rows[0] ?? [])
  const has = (names: readonly string[]) => names.find((name) => columns.has(name.toLowerCase()))
  const text = has(fields.text)
  if (text === undefined) return false
  if (named(fields) || !AMBIGUOUS.has(text) || has(fields.url) !== undefined) return true
  const column = columns.get(text)!
  return rows.slice(1).some((row) => (row[column]?.length ?? 0) >= SHORTEST)
}

/** Rows that stand whole in the beginning of the file. */
function firstRows(head: string, parse: (text: string) => string[][]): string[][] {
  try {
    return parse(head)
  } catch {
    // The head ends inside a quoted cell: the header alone can be read.
    const line = head.split('\n').find((l) => l.trim() !== '') ?? ''
    try {
      return parse(line)
    } catch {
      return [line.split(',')]
    }
  }
}

/** A cut in the middle of a character would make good UTF-8 look bad: the head ends with its last whole line. */
function decodeHead(head: Buffer): { charset: string; text: string } {
  const end = head.length < HEAD ? head.length : head.lastIndexOf(10)
  return decode(end > 0 ? head.subarray(0, end) : head)
}

async function* rest(feed: ByteFeed): AsyncGenerator<Buffer> {
  for (let chunk = await feed.chunk(); chunk; chunk = await feed.chunk()) yield chunk
}

/** The charset is told from the beginning of the file and kept to its end. */
async function* decoded(chunks: AsyncIterable<Buffer>, charset: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(charset)
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
