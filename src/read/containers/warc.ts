import { isAttachable } from '../attachments/links.ts'
import { readers } from '../readers.ts'
import { ByteFeed } from './byte-feed.ts'
import {
  type Container,
  ContainerError,
  type Limits,
  type Member,
  overBytes,
  type ProblemMember,
} from './container.ts'
import { gzipMembers } from './gzip-members.ts'
import { headerFields, httpBody, httpHead } from './http-response.ts'

/** Web archives: pages of response records, texts of conversion records (WET). Other records are no documents. */
export const warc: Container = {
  endings: ['.warc', '.warc.gz', '.wet', '.wet.gz', '.warc.wet', '.warc.wet.gz'],
  holdsFiles: true,
  async *members(input, { limits }) {
    const feed = new ByteFeed(input.bytes())
    try {
      const head = await feed.fill(3)
      if (head[0] !== 0x1f || head[1] !== 0x8b) yield* records(feed, input.uri, 0, limits)
      else
        for await (const { at, bytes } of gzipMembers(feed, 'WARC/', limits))
          yield* records(new ByteFeed(bytes), input.uri, at, limits)
    } finally {
      await feed.close()
    }
  },
}

/** Records of one stream, which begins at `base` of the file. One that is damaged is a problem; the next is looked for. */
async function* records(
  feed: ByteFeed,
  file: string,
  base: number,
  limits: Limits,
): AsyncGenerator<Member | ProblemMember> {
  let held: Member | ProblemMember | null = null
  for (let more = true; more; ) {
    const at = base + feed.offset
    const uri = `${file}#${at}`
    let next: Member | ProblemMember | null = null
    try {
      const read = await record(feed, uri, at, limits)
      if (read === 'end') more = false
      else next = read
    } catch (error) {
      if (!(error instanceof ContainerError)) throw error
      next = { uri, problem: error.problem }
      // A wrong checksum is told after the bytes: what came just before it is not to be trusted.
      if (error.code === 'checksum') held = null
      more = RESUMABLE.has(error.code)
      if (error.code === 'bad_record') more = await resync(feed)
    }
    if (next) {
      if (held) yield held
      held = next
    }
  }
  if (held) yield held
}

/** After these the feed stands at the next record; after the others it cannot be read on. */
const RESUMABLE = new Set(['limit_bytes', 'bad_record', 'bad_body'])

const BEGIN = 'WARC/1.'

async function record(
  feed: ByteFeed,
  uri: string,
  at: number,
  limits: Limits,
): Promise<Member | ProblemMember | null | 'end'> {
  let head = await feed.fill(MAX_HEAD)
  let blank = 0
  while (blank < head.length && (head[blank] === 13 || head[blank] === 10)) blank++
  feed.take(blank)
  head = await feed.fill(MAX_HEAD)
  if (head.length === 0) return 'end'
  if (head.toString('latin1', 0, BEGIN.length) !== BEGIN)
    throw new ContainerError('bad_record', `no WARC record begins at byte ${at}`, at)
  // A head that does not end is none beyond the next record's: it would be read again with each of them.
  const next = head.indexOf(`\n${BEGIN}`, 0, 'latin1')
  const { headers, end } = headerFields(next < 0 ? head : head.subarray(0, next + 1))
  const length = Number(headers.get('content-length') ?? Number.NaN)
  if (!Number.isSafeInteger(length) || length < 0)
    throw new ContainerError('bad_record', `the record at byte ${at} has no good Content-Length`, at)
  const kind = (headers.get('warc-type') ?? '').toLowerCase()
  const url = headers.get('warc-target-uri')?.replace(/^<|>$/g, '')
  if (kind !== 'response' && kind !== 'conversion') {
    feed.take(end)
    await pass(feed, length, at)
    return null
  }
  if (length > limits.maxBytes + MAX_HEAD) {
    const isDocument = kind === 'conversion' || documentType(head.subarray(end), url) !== null
    feed.take(end)
    await pass(feed, length, at)
    if (isDocument) throw overBytes(uri, limits, at)
    return null
  }
  const all = await feed.fill(end + length + 4)
  const block = all.subarray(end, end + length)
  if (block.length < length)
    throw new ContainerError(
      'bad_record',
      `the record at byte ${at} is cut off: ${block.length} of ${length} bytes`,
      at,
    )
  // A record ends with two line ends; where a length lies, the text says so before the next record is lost in it.
  const after = all.toString('latin1', end + length, end + length + 4)
  if (after !== '' && !/^\r?\n/.test(after) && !after.startsWith('WARC'))
    throw new ContainerError(
      'bad_record',
      `the record at byte ${at} does not end where its Content-Length says`,
      at,
    )
  feed.take(end + length)
  const common = { uri, ...(url ? { url } : {}) }
  if (kind === 'conversion') return { ...common, content: block, mediaType: 'text/plain' }
  const http = httpHead(block)
  if (!http || documentType(block, url) === null) return null
  try {
    const body = httpBody(block, http, uri, limits)
    if (body.length > limits.maxBytes) throw overBytes(uri, limits, at)
    return {
      ...common,
      content: body,
      mediaType: http.mediaType,
      ...(http.charset ? { charset: http.charset } : {}),
    }
  } catch (error) {
    if (error instanceof ContainerError && error.code === 'damaged')
      throw new ContainerError('bad_body', `the record at byte ${at}: ${error.message}`, at)
    throw error
  }
}

const MAX_HEAD = 65536

/** The media type of a response that is a document; pages that say they are none (errors, moves) are left out. */
function documentType(block: Buffer, url: string | undefined): string | null {
  const http = httpHead(block)
  return http && http.status >= 200 && http.status < 300 && isDocument(http.mediaType, url)
    ? http.mediaType
    : null
}

/** Many a server calls every office file a stream of bytes. */
const isDocument = (type: string, url = ''): boolean =>
  DOCUMENTS.has(type) || (/octet-stream|x-download|^$/.test(type) && isAttachable(url.split(/[?#]/, 1)[0]!))

const DOCUMENTS = new Set([
  'text/html',
  'application/xhtml+xml',
  'text/plain',
  'application/msword',
  'application/vnd.ms-excel.sheet.macroenabled.12',
  ...readers.map((r) => r.mediaType),
])

async function pass(feed: ByteFeed, length: number, at: number): Promise<void> {
  const passed = await feed.skip(length)
  if (passed < length)
    throw new ContainerError(
      'cut_off',
      `the record at byte ${at} is cut off: ${passed} of ${length} bytes`,
      at,
    )
}

/** To the beginning of the next record after this one; false where there is none. */
async function resync(feed: ByteFeed): Promise<boolean> {
  feed.take(1)
  try {
    while ((await feed.fill(MAX_HEAD)).length > 0) {
      const next = feed.buffer.indexOf(`\n${BEGIN}`, 0, 'latin1')
      if (next >= 0) {
        feed.take(next + 1)
        return true
      }
      const kept = Math.min(feed.buffer.length, BEGIN.length)
      if (feed.buffer.length === kept) return false
      feed.take(feed.buffer.length - kept)
    }
  } catch (error) {
    if (!(error instanceof ContainerError)) throw error
  }
  return false
}
