import { createGunzip } from 'node:zlib'
import { ContainerError, type Input, type Limits, overRatio, tooDense } from './container.ts'

/** The bytes of an input, unpacked where its name says that it is packed. */
export async function* unpacked(input: Input, limits: Limits): AsyncGenerator<Buffer> {
  if (!/\.(?:gz|tgz)$/i.test(input.uri)) {
    for await (const chunk of input.bytes())
      yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    return
  }
  let packed = 0
  let out = 0
  const gunzip = createGunzip()
  const feeding = feed()
  async function feed(): Promise<void> {
    try {
      for await (const chunk of input.bytes()) {
        packed += chunk.byteLength
        if (gunzip.destroyed) return
        if (!gunzip.write(chunk))
          await new Promise<void>((resolve) => {
            gunzip.once('drain', resolve)
            gunzip.once('close', resolve)
          })
      }
      gunzip.end()
    } catch (error) {
      gunzip.destroy(error as Error)
    }
  }
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      out += chunk.length
      if (tooDense(out, packed, limits)) throw overRatio(input.uri, limits)
      yield chunk
    }
  } catch (error) {
    if (error instanceof ContainerError || !/^Z_/.test((error as NodeJS.ErrnoException).code ?? ''))
      throw error
    throw new ContainerError('damaged', `${input.uri}: gzip: ${(error as Error).message}`, packed)
  } finally {
    gunzip.destroy()
    await feeding
  }
}
