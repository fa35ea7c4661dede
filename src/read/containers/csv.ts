import { TextDecoder } from 'node:util'
import { decode } from '../charset.ts'
import { type Container, ContainerError, overBytes } from './container.ts'
import { memberOf } from './fields.ts'
import { unpacked } from './gunzip.ts'

export const csv: Container = {
  endings: ['.csv', '.csv.gz'],
  async *members(input, { limits, fields }) {
    const { parse } = await import('csv-parse')
    const { Readable } = await import('node:stream')
    const rows = parse({
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      bom: true,
      info: true,
      max_record_size: limits.maxBytes,
    })
    const text = Readable.from(decoded(unpacked(input, limits)))
    text.on('error', (error) => rows.destroy(error))
    text.pipe(rows)
    let columns: Map<string, number> | null = null
    let number = 0
    try {
      for await (const { record } of rows as AsyncIterable<{ record: string[] }>) {
        if (!columns) {
          columns = new Map(record.map((name, i) => [name.trim().toLowerCase(), i]))
          if (!fields.text.some((name) => columns!.has(name.toLowerCase())))
            throw new ContainerError(
              'no_text_column',
              `${input.uri}: the header names none of the columns ${fields.text.join(', ')} (--text-field)`,
              1,
            )
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
  },
}

/** The charset is told from the beginning of the file and kept to its end. */
async function* decoded(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null
  let head = Buffer.alloc(0)
  for await (const chunk of chunks) {
    if (decoder) yield decoder.decode(chunk, { stream: true })
    else {
      head = Buffer.concat([head, chunk])
      if (head.length < HEAD) continue
      decoder = decoderFor(head)
      yield decoder.decode(head, { stream: true })
    }
  }
  yield decoder ? decoder.decode() : decoderFor(head).decode(head)
}

const HEAD = 262_144

/** A cut in the middle of a character would make good UTF-8 look bad: the head ends with its last whole line. */
function decoderFor(head: Buffer): TextDecoder {
  const end = head.lastIndexOf(10)
  return new TextDecoder(decode(end > 0 ? head.subarray(0, end) : head).charset)
}
