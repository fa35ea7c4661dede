import { type Limits, overBytes } from './container.ts'

/** All bytes of one document. @throws ContainerError where there are more than the limit. */
export async function collect(
  bytes: AsyncIterable<Uint8Array>,
  uri: string,
  limits: Limits,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of bytes) {
    size += part.byteLength
    if (size > limits.maxBytes) throw overBytes(uri, limits)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** The same bytes, each chunk told with the sum so far before it is passed on. */
export async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  tell: (chunk: number, sum: number) => void,
): AsyncGenerator<Uint8Array> {
  let sum = 0
  for await (const chunk of bytes) {
    sum += chunk.byteLength
    tell(chunk.byteLength, sum)
    yield chunk
  }
}
