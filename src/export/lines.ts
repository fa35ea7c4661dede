import { closeSync, openSync, readSync } from 'node:fs'

/** The lines of a file of ours (LF, UTF-8), read as they are asked for. */
export function* linesOf(path: string, chunk = 1 << 16): Generator<string> {
  const fd = openSync(path, 'r')
  try {
    let rest: Buffer = Buffer.alloc(0)
    const buffer = Buffer.alloc(chunk)
    for (let read = readSync(fd, buffer); read > 0; read = readSync(fd, buffer)) {
      const bytes = Buffer.concat([rest, buffer.subarray(0, read)])
      let start = 0
      for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
        yield bytes.toString('utf8', start, end)
        start = end + 1
      }
      rest = bytes.subarray(start)
    }
    if (rest.length > 0) yield rest.toString('utf8')
  } finally {
    closeSync(fd)
  }
}

export function firstLine(path: string): string {
  for (const line of linesOf(path)) return line
  return ''
}
