import { createReadStream } from 'node:fs'

/** A line of a file, without its line feed, and the byte it starts at. */
export interface Line {
  offset: number
  bytes: Buffer
}

/** Lines of a file, a stretch at a time. Only a line feed ends a line: JSON may hold U+2028 as it is. */
export async function* linesOf(path: string): AsyncGenerator<Line> {
  let parts: Buffer[] = []
  let offset = 0
  let read = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let from = 0
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      parts.push(chunk.subarray(from, at))
      yield { offset, bytes: parts.length === 1 ? parts[0]! : Buffer.concat(parts) }
      parts = []
      from = at + 1
      offset = read + from
    }
    if (from < chunk.length) parts.push(chunk.subarray(from))
    read += chunk.length
  }
  if (parts.length > 0) yield { offset, bytes: Buffer.concat(parts) }
}
