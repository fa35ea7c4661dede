import { decode } from '../charset.ts'
import { type Container, ContainerError, type Limits, type Member, overBytes } from './container.ts'
import { memberOf } from './fields.ts'
import { unpacked } from './gunzip.ts'

export const jsonl: Container = {
  endings: ['.jsonl', '.ndjson', '.jsonl.gz', '.ndjson.gz'],
  async *members(input, { limits, fields }) {
    for await (const { number, line } of lines(unpacked(input, limits), limits)) {
      const uri = `${input.uri}#${number}`
      try {
        if (!line) throw overBytes(uri, limits, number)
        const member = parse(line, number, (value) => memberOf(value, fields))
        if (!member)
          throw new ContainerError(
            'no_text_field',
            `line ${number} has none of the fields ${fields.text.join(', ')} as a string (--text-field)`,
            number,
          )
        yield { uri, ...member }
      } catch (error) {
        if (!(error instanceof ContainerError)) throw error
        yield { uri, problem: error.problem }
      }
    }
  },
}

function parse(
  line: Buffer,
  number: number,
  make: (value: (name: string) => unknown) => Omit<Member, 'uri'> | null,
): Omit<Member, 'uri'> | null {
  let record: unknown
  try {
    record = JSON.parse(decode(line).text)
  } catch (error) {
    throw new ContainerError('bad_line', `line ${number} is not JSON: ${(error as Error).message}`, number)
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    throw new ContainerError('bad_line', `line ${number} is not a JSON object`, number)
  return make((name) => (Object.hasOwn(record, name) ? (record as Record<string, unknown>)[name] : undefined))
}

/** Lines that hold something, counted from 1; null in place of one that is too long to keep. */
async function* lines(
  chunks: AsyncIterable<Buffer>,
  limits: Limits,
): AsyncGenerator<{ number: number; line: Buffer | null }> {
  let number = 1
  let parts: Buffer[] = []
  let size = 0
  function* line(): Generator<{ number: number; line: Buffer | null }> {
    if (size > limits.maxBytes) yield { number, line: null }
    else {
      const whole = Buffer.concat(parts)
      if (
        whole
          .toString('latin1')
          .replace(/^\xef\xbb\xbf/, '')
          .trim() !== ''
      )
        yield { number, line: whole }
    }
    parts = []
    size = 0
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      keep(chunk.subarray(start, end))
      yield* line()
      number++
      start = end + 1
    }
    keep(chunk.subarray(start))
  }
  if (size > 0) yield* line()

  function keep(part: Buffer): void {
    size += part.length
    if (size <= limits.maxBytes) parts.push(part)
    else parts = []
  }
}
