import type { Header } from 'tar-stream'
import { decode } from '../charset.ts'
import { collect, counted } from './collect.ts'
import { type Container, ContainerError, overBytes, overTotal } from './container.ts'
import { unpacked } from './gunzip.ts'
import { Names } from './names.ts'

export const tar: Container = {
  endings: ['.tar', '.tar.gz', '.tgz'],
  holdsFiles: true,
  async *members(input, { limits, expand }) {
    const { default: tar } = await import('tar-stream')
    const { Readable } = await import('node:stream')
    // Names come as Latin-1, so that their bytes can still be told when they are not UTF-8.
    const entries = tar.extract({ filenameEncoding: 'latin1' } as never)
    const source = Readable.from(
      counted(unpacked(input, limits), (_, sum) => {
        if (sum > limits.maxTotal) throw overTotal(input.uri, limits)
      }),
    )
    source.on('error', (error) => entries.destroy(error))
    source.pipe(entries)
    const names = new Names()
    try {
      for await (const entry of entries) {
        const name = nameOf(entry.header)
        if (entry.header.type !== 'file' || /(?:^|\/)\.[^/]*$/.test(name)) {
          entry.resume()
          continue
        }
        const uri = `${input.uri}!/${names.own(name)}`
        try {
          const nested = expand({ uri, bytes: () => entry as AsyncIterable<Uint8Array> })
          if (nested) yield* nested
          else if ((entry.header.size ?? 0) > limits.maxBytes) {
            yield { uri, problem: overBytes(uri, limits).problem }
            entry.resume()
          } else yield { uri, content: await collect(entry as AsyncIterable<Uint8Array>, uri, limits) }
        } finally {
          entry.resume()
        }
      }
    } catch (error) {
      if (error instanceof ContainerError) throw error
      throw new ContainerError('damaged', `${input.uri}: ${(error as Error).message}`)
    } finally {
      source.destroy()
      entries.destroy()
    }
  },
}

/** Names of the extended header are UTF-8 already; those of the plain one are bytes of an unknown charset. */
function nameOf({ name, pax }: Header): string {
  return (
    (pax as Record<string, string> | null | undefined)?.path ??
    decode(Buffer.from(name, 'latin1'), 'gbk').text
  )
}
