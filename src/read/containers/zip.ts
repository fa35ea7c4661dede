import type { Readable } from 'node:stream'
import type { Entry, ZipFile } from 'yauzl'
import { decode } from '../charset.ts'
import { collect, counted } from './collect.ts'
import {
  type Container,
  ContainerError,
  type Input,
  type Limits,
  overBytes,
  overRatio,
  overTotal,
  tooDense,
} from './container.ts'
import { Names } from './names.ts'

export const zip: Container = {
  endings: ['.zip'],
  holdsFiles: true,
  async *members(input, { limits, expand }) {
    const file = await open(input, limits)
    const size = file.fileSize
    // Bytes that came out, those of them that no entry was refused with, and what went in for these so far.
    let [total, kept, packed] = [0, 0, 0]
    let bomb = false
    const names = new Names()
    try {
      for await (const entry of file.eachEntry()) {
        const name = nameOf(entry)
        if (name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.[^/]*$)/.test(name)) continue
        const uri = `${input.uri}!/${names.own(name)}`
        const before = kept
        // Entries may share their packed bytes.
        packed = Math.min(packed + entry.compressedSize, size)
        try {
          if (bomb) throw overRatio(input.uri, limits)
          if (entry.isEncrypted()) throw new ContainerError('encrypted', `${uri}: the entry is encrypted`)
          const bytes = () =>
            counted(content(file, entry), (chunk, out) => {
              total += chunk
              kept += chunk
              if (total > limits.maxTotal) throw overTotal(input.uri, limits)
              if (tooDense(out, entry.compressedSize, limits)) {
                kept = before
                throw overRatio(uri, limits)
              }
              bomb = tooDense(kept, packed, limits) || tooDense(total, size, limits)
              if (bomb) throw overRatio(input.uri, limits)
            })
          const nested = expand({ uri, bytes })
          if (nested) yield* nested
          else {
            if (entry.uncompressedSize > limits.maxBytes && entry.uncompressedSize < 5_000_000)
              throw overBytes(uri, limits)
            yield { uri, content: await collect(bytes(), uri, limits) }
          }
        } catch (error) {
          if (error instanceof ContainerError && error.code === 'limit_total') throw error
          yield { uri, problem: problemOf(error, uri) }
        }
      }
    } catch (error) {
      if (error instanceof ContainerError) throw error
      throw new ContainerError('damaged', `${input.uri}: ${(error as Error).message}`)
    } finally {
      file.close()
    }
  },
}

const problemOf = (error: unknown, uri: string) =>
  error instanceof ContainerError
    ? error.problem
    : { code: 'damaged', message: `${uri}: ${(error as Error).message}` }

async function open(input: Input, limits: Limits): Promise<ZipFile> {
  const { default: yauzl } = await import('yauzl')
  // Names are data here, never paths: they come as bytes and are decoded below.
  const options = { decodeStrings: false, lazyEntries: true, autoClose: false }
  try {
    if (input.path !== undefined) return await yauzl.openPromise(input.path, options)
    return await yauzl.fromBufferPromise(
      Buffer.from(await collect(input.bytes(), input.uri, limits)),
      options,
    )
  } catch (error) {
    if (error instanceof ContainerError) throw error
    throw new ContainerError('damaged', `${input.uri}: ${(error as Error).message}`)
  }
}

async function* content(file: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  const stream: Readable = await file.openReadStreamPromise(entry)
  try {
    yield* stream as AsyncIterable<Uint8Array>
  } finally {
    stream.destroy()
  }
}

/** Names are UTF-8 where bit 11 says so, and else whatever the packer's machine wrote: mostly GBK. */
function nameOf(entry: Entry): string {
  const raw = entry.fileName as unknown as Buffer
  const name = entry.generalPurposeBitFlag & 0x800 ? raw.toString('utf8') : decode(raw, 'gbk').text
  return name.replaceAll('\\', '/')
}
