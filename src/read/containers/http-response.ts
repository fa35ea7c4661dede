import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { ContainerError, type Limits, overBytes } from './container.ts'

interface HttpHead {
  status: number
  headers: Map<string, string>
  mediaType: string
  charset: string | null
  /** Where the body begins. */
  end: number
}

/** Status line and header fields of a stored response, or null where the bytes are none. */
export function httpHead(block: Buffer): HttpHead | null {
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(block.toString('latin1', 0, 32))?.[1]
  if (!status) return null
  const { headers, end } = headerFields(block)
  const type = headers.get('content-type') ?? ''
  return {
    status: Number(status),
    headers,
    mediaType: type.split(';')[0]!.trim().toLowerCase(),
    charset: /charset\s*=\s*["']?([\w-]+)/i.exec(type)?.[1] ?? null,
    end,
  }
}

/** `Name: value` lines up to the first empty line; the first line is no field. */
export function headerFields(block: Buffer): { headers: Map<string, string>; end: number } {
  const crlf = block.indexOf('\r\n\r\n')
  const lf = block.indexOf('\n\n')
  const end = crlf >= 0 && (lf < 0 || crlf < lf) ? crlf + 4 : lf >= 0 ? lf + 2 : block.length
  const headers = new Map<string, string>()
  for (const line of block.toString('utf8', 0, end).split(/\r?\n/).slice(1)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { headers, end }
}

/** The body as it was before the server packed it. Crawlers that unpack leave the header: then it is as it is. */
export function httpBody(block: Buffer, head: HttpHead, uri: string, limits: Limits): Buffer {
  let body = block.subarray(head.end)
  if (/chunked/i.test(head.headers.get('transfer-encoding') ?? '')) body = joined(body)
  const encoding = (head.headers.get('content-encoding') ?? '').toLowerCase()
  const options = { maxOutputLength: limits.maxBytes }
  try {
    if (/gzip/.test(encoding) && body[0] === 0x1f && body[1] === 0x8b) return gunzipSync(body, options)
    if (encoding === 'deflate' && (body[0]! & 0x0f) === 8) return inflateSync(body, options)
    if (encoding === 'br') return brotliDecompressSync(body, options)
    return body
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw overBytes(uri, limits)
    if (encoding === 'br' && body.includes('<')) return body
    throw new ContainerError('damaged', `the body cannot be unpacked: ${(error as Error).message}`)
  }
}

/** Chunks put together; a body that is not chunked after all stays as it is. */
function joined(body: Buffer): Buffer {
  const whole = Buffer.allocUnsafe(body.length)
  let to = 0
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf('\r\n', at)
    const length = end < 0 ? null : chunkLength(body, at, end)
    if (length === null) {
      if (to === 0) return body
      to += body.copy(whole, to, at)
      break
    }
    if (length === 0) break
    to += body.copy(whole, to, end + 2, end + 2 + length)
    at = end + 2 + length + 2
  }
  return whole.subarray(0, to)
}

const BLANKS = new Set([0x20, 0x09])
const SEMICOLON = 0x3b

/** The number on the line before a chunk; by hand, since there may be millions of them. */
function chunkLength(body: Buffer, from: number, end: number): number | null {
  let at = from
  while (BLANKS.has(body[at]!)) at++
  const first = at
  let length = 0
  for (; at < end; at++) {
    const digit = hexDigit(body[at]!)
    if (digit < 0) break
    length = length * 16 + digit
  }
  if (at === first || at - first > 8) return null
  while (BLANKS.has(body[at]!)) at++
  return at === end || body[at] === SEMICOLON ? length : null
}

function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  const letter = code | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}
