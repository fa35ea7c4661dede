import { closeSync, openSync, readSync } from 'node:fs'

/** The lines of a file of ours (LF, UTF-8), read as they are asked for. */
export function* linesOf(path: string, chunk = 1 << 16): Generator<string> {
  const fd = openSync(path, 'r')
  try {
    let buffer = Buffer.allocUnsafe(chunk)
    let held = 0
    for (;;) {
      if (held === buffer.length) buffer = Buffer.concat([buffer], held * 2)
      const read = readSync(fd, buffer, held, buffer.length - held, null)
      if (read === 0) break
      const filled = buffer.subarray(0, held + read)
      let start = 0
      for (let end = filled.indexOf(10, held); end >= 0; end = filled.indexOf(10, start)) {
        yield filled.toString('utf8', start, end)
        start = end + 1
      }
      held = filled.copy(buffer, 0, start)
    }
    if (held > 0) yield buffer.toString('utf8', 0, held)
  } finally {
    closeSync(fd)
  }
}

export function firstLine(path: string): string {
  for (const line of linesOf(path)) return line
  return ''
}
