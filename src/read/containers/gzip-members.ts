import { constants, crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import type { ByteFeed } from './byte-feed.ts'
import { ContainerError, type Limits, overRatio, tooDense } from './container.ts'

interface GzipMember {
  /** Where in the packed file it begins. */
  at: number
  /** Its bytes, unpacked. Throws a ContainerError where they are damaged. */
  bytes: AsyncGenerator<Buffer>
}

/**
 * The gzip members of a file, one after the other. After a damaged one the next is looked for whose
 * content begins with `magic`, so that one bad record costs one record and not the rest of the file.
 */
export async function* gzipMembers(
  feed: ByteFeed,
  magic: string,
  limits: Limits,
): AsyncGenerator<GzipMember> {
  let damaged = false
  while ((await feed.fill(65536)).length > 0) {
    if (damaged) {
      const next = nextMember(feed.buffer, magic)
      if (next < 0) {
        feed.take(Math.max(feed.buffer.length - 1024, 1))
        continue
      }
      feed.take(next)
      damaged = false
    }
    const at = feed.offset
    const end = { whole: false }
    const bytes = inflate(feed, at, limits, end)
    yield { at, bytes }
    try {
      for await (const _ of bytes);
    } catch {
      // Told to whoever read it.
    }
    damaged = !end.whole
    if (feed.offset === at) feed.take(1)
  }
}

async function* inflate(
  feed: ByteFeed,
  at: number,
  limits: Limits,
  end: { whole: boolean },
): AsyncGenerator<Buffer> {
  const header = headerLength(await feed.fill(65536))
  if (header < 0) throw new ContainerError('damaged', `no gzip member begins at byte ${at}`, at)
  feed.take(header)
  const stream = createInflateRaw()
  let out: Buffer[] = []
  let failure: Error | null = null
  stream.on('data', (chunk: Buffer) => out.push(chunk))
  stream.on('error', (error) => {
    failure = error
  })
  let sum = 0
  let crc = 0
  try {
    for (let ended = false; !ended; ) {
      const input = (await feed.fill(1)).subarray(0, 65536)
      if (input.length === 0)
        throw new ContainerError('damaged', `the file ends within the gzip member at byte ${at}`, at)
      const before = stream.bytesWritten
      await new Promise<void>((resolve) => {
        stream.once('close', resolve)
        stream.write(input, () => {
          stream.off('close', resolve)
          setImmediate(resolve)
        })
      })
      if (failure)
        throw new ContainerError(
          'damaged',
          `the gzip member at byte ${at}: ${(failure as Error).message}`,
          at,
        )
      const used = stream.bytesWritten - before
      ended = used < input.length
      feed.take(used)
      for (const chunk of out) {
        sum += chunk.length
        crc = crc32(chunk, crc)
        if (tooDense(sum, feed.offset - at, limits)) throw overRatio(`gzip member at byte ${at}`, limits, at)
        yield chunk
      }
      out = []
    }
    const trailer = await feed.fill(8)
    if (trailer.length < 8)
      throw new ContainerError('damaged', `the file ends within the gzip member at byte ${at}`, at)
    feed.take(8)
    if (trailer.readUInt32LE(0) !== crc || trailer.readUInt32LE(4) !== sum % 2 ** 32)
      throw new ContainerError('checksum', `the checksum of the gzip member at byte ${at} is wrong`, at)
    end.whole = true
  } finally {
    stream.destroy()
  }
}

/** Length of a member's header, or -1 where none stands. */
function headerLength(head: Buffer): number {
  if (head.length < 18 || head[0] !== 0x1f || head[1] !== 0x8b || head[2] !== 8 || head[3]! & 0xe0) return -1
  const flags = head[3]!
  let at = 10
  if (flags & 4) at += 2 + head.readUInt16LE(at)
  for (const flag of [8, 16])
    if (flags & flag) {
      const zero = head.indexOf(0, at)
      if (zero < 0) return -1
      at = zero + 1
    }
  if (flags & 2) at += 2
  return at < head.length ? at : -1
}

function nextMember(buffer: Buffer, magic: string): number {
  for (let at = buffer.indexOf(MAGIC); at >= 0; at = buffer.indexOf(MAGIC, at + 1)) {
    const head = buffer.subarray(at)
    const header = headerLength(head)
    if (header < 0) continue
    try {
      const begin = inflateRawSync(head.subarray(header, header + 512), {
        finishFlush: constants.Z_SYNC_FLUSH,
      })
      if (begin.toString('latin1').startsWith(magic)) return at
    } catch {
      // These bytes only look like a header.
    }
  }
  return -1
}

const MAGIC = Buffer.from([0x1f, 0x8b, 8])
