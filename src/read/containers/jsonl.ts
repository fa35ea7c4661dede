import { decode } from '../charset.ts'
import {
  type Container,
  ContainerError,
  type FieldNames,
  type Limits,
  type Member,
  overBytes,
} from './container.ts'
import { memberOf } from './fields.ts'
import { unpacked } from './gunzip.ts'

export const jsonl: Container = {
  endings: ['.jsonl', '.ndjson', '.jsonl.gz', '.ndjson.gz'],
  async *members(input, { limits, fields }) {
    for await (const { number, line, blank } of linesOf(unpacked(input, limits), limits)) {
      if (blank) continue
      const uri = `${input.uri}#${number}`
      try {
        if (!line) throw overBytes(uri, limits, number)
        yield { uri, ...memberOfLine(line, `line ${number}`, fields, number) }
      } catch (error) {
        if (!(error instanceof ContainerError)) throw error
        yield { uri, problem: error.problem }
      }
    }
  },
}

/** The document in a line. @throws ContainerError where there is none. */
export function memberOfLine(
  line: Buffer,
  what: string,
  fields: FieldNames,
  at?: number,
): Omit<Member, 'uri'> {
  let record: unknown
  try {
    record = JSON.parse(decode(line).text)
  } catch (error) {
    throw new ContainerError('bad_line', `${what} is not JSON: ${(error as Error).message}`, at)
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    throw new ContainerError('bad_line', `${what} is not a JSON object`, at)
  const member = memberOf(
    (name) => (Object.hasOwn(record, name) ? (record as Record<string, unknown>)[name] : undefined),
    fields,
  )
  if (member) return member
  throw new ContainerError(
    'no_text_field',
    `${what} has none of the fields ${fields.text.join(', ')} as a string (--text-field)`,
    at,
  )
}

export interface Line {
  /** From 1. */
  number: number
  /** Null where it is too long to keep. */
  line: Buffer | null
  blank: boolean
}

/** All lines, blank ones too. */
export async function* linesOf(chunks: AsyncIterable<Buffer>, limits: Limits): AsyncGenerator<Line> {
  let number = 1
  let parts: Buffer[] = []
  let size = 0
  function line(): Line {
    const whole = size > limits.maxBytes ? null : Buffer.concat(parts)
    parts = []
    size = 0
    return { number: number++, line: whole, blank: whole !== null && isBlank(whole) }
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      keep(chunk.subarray(start, end))
      yield line()
      start = end + 1
    }
    keep(chunk.subarray(start))
  }
  if (size > 0) yield line()

  function keep(part: Buffer): void {
    size += part.length
    if (size <= limits.maxBytes) parts.push(part)
    else parts = []
  }
}

function isBlank(line: Buffer): boolean {
  return (
    line
      .toString('latin1')
      .replace(/^\xef\xbb\xbf/, '')
      .trim() === ''
  )
}
