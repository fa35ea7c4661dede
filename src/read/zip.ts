import { LimitError, type ReadLimits } from './limits.ts'
import type { Problem } from './source.ts'

const MOST_ENTRIES = 10_000
const MOST_RATIO = 200
/** Small parts may be as dense as they like. */
const RATIO_COUNTS_FROM = 2 ** 20

/** Is this a zip that holds a part whose name starts so? Names stand uncompressed in it. */
export function isZipWith(bytes: Buffer, part: string): boolean {
  return bytes.readUInt32BE(0) === 0x504b0304 && bytes.includes(part, 0, 'latin1')
}

/** In the prolog, where entities would be defined. */
const declaresDtd = (chunk: Buffer): boolean => chunk.toString('latin1', 0, 4096).includes('<!DOCTYPE')

/**
 * Why a zip must not be inflated, or null. The libraries that read office files inflate first and ask later,
 * so every part is measured here, by what it says and then by what comes out of it. `tell` sees what comes out.
 * @throws LimitError
 */
export async function zipProblem(
  bytes: Buffer,
  limits: ReadLimits,
  tell?: (part: string, chunk: Buffer) => void,
): Promise<Problem | null> {
  const { default: yauzl } = await import('yauzl')
  const zip = await yauzl.fromBufferPromise(bytes, { validateEntrySizes: true })
  const bomb = (message: string): Problem => ({ code: 'zip_bomb', message })
  if (zip.entryCount > MOST_ENTRIES) return bomb(`${zip.entryCount} parts, the most is ${MOST_ENTRIES}`)
  let packed = 0
  let unpacked = 0
  const entries = []
  for await (const entry of zip.eachEntry()) {
    const { fileName, compressedSize, uncompressedSize } = entry
    if (entry.isEncrypted()) return { code: 'encrypted', message: `${fileName} is encrypted` }
    packed += compressedSize
    unpacked += uncompressedSize
    if (packed > bytes.length) return bomb(`${fileName}: the parts overlap`)
    if (unpacked > limits.maxUnpacked)
      throw new LimitError(limits, 'maxUnpacked', `${fileName}: bytes unpacked`)
    if (uncompressedSize > RATIO_COUNTS_FROM && uncompressedSize > compressedSize * MOST_RATIO)
      return bomb(`${fileName}: ${uncompressedSize} bytes from ${compressedSize}`)
    entries.push(entry)
  }
  // What comes out may not be more than was said: the stream fails there by itself.
  for (const entry of entries) {
    let opening = true
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      if (opening && declaresDtd(chunk as Buffer))
        return {
          code: 'xml_dtd',
          message: `${entry.fileName} declares a document type, which no office program writes`,
        }
      opening = false
      tell?.(entry.fileName, chunk as Buffer)
    }
  }
  return null
}
