import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { decode, isLabelOf, undecodable } from './charset.ts'
import { withDeclared } from './declared.ts'
import { LimitError, READ_LIMITS, type ReadLimits } from './limits.ts'
import { type BytesReader, type Reader, type Reading, type TextReader, unread } from './reader.ts'
import { readers } from './readers.ts'
import type { Source } from './source.ts'

/** What is known of a document from where it was found (a dump, an archive of pages) and not from itself. */
export interface Told {
  charset?: string
  mediaType?: string
  title?: string
  date?: string
  /** Where they are other than the usual ones. */
  limits?: Partial<ReadLimits>
}

const HEAD = 2000
/** Bytes or text of one document to the Source that the stages know. `uri` names it; its extension picks the reader. */
export async function openSource(
  content: Uint8Array | string,
  uri: string,
  url: string | null = null,
  told: Told = {},
  limits: ReadLimits = { ...READ_LIMITS, ...told.limits },
): Promise<Source> {
  const bytes = bytesOf(content)
  const reader = bytesReaderFor(bytes, uri, told.mediaType)
  if (!reader) return openText(content, uri, url, told, limits)
  const reading = await readWhole(reader, bytes, uri, limits)
  // Whoever watches over this process sees that a step is done.
  await setImmediate()
  return {
    ...identity(reader, 'binary', bytes, uri, url),
    ...withDeclared(reading, declaredBy(told)),
  }
}

/** The same at once, for text and pages. @throws TypeError where the bytes are of a kind that takes time to read. */
export function openText(
  content: Uint8Array | string,
  uri: string,
  url: string | null = null,
  told: Told = {},
  limits: ReadLimits = { ...READ_LIMITS, ...told.limits },
): Source {
  const bytes = bytesOf(content)
  const other = bytesReaderFor(bytes, uri, told.mediaType)
  if (other)
    throw new TypeError(`${uri} is ${other.mediaType}: neither text nor a page, read it with extractAll`)
  const label = typeof content === 'string' ? undefined : (told.charset ?? declaredCharset(bytes))
  const decoded =
    typeof content === 'string' ? { text: content, charset: 'utf-8', bad: null } : decode(bytes, label)
  const reader = textReaderFor(uri, decoded.text, told.mediaType)
  const reading = withDeclared(readText(reader, decoded.text, uri, limits), declaredBy(told))
  return {
    ...identity(reader, decoded.charset, bytes, uri, url),
    ...(label && !isLabelOf(decoded.charset, label) && { charset_declared: label }),
    ...reading,
    problems: [...undecodable(decoded), ...reading.problems],
  }
}

function declaredBy({ title, date }: Told): Record<string, string> {
  return { ...(title ? { ArticleTitle: title } : {}), ...(date ? { PubDate: date } : {}) }
}

function bytesOf(content: Uint8Array | string): Buffer {
  return typeof content === 'string'
    ? Buffer.from(content, 'utf8')
    : Buffer.from(content.buffer, content.byteOffset, content.byteLength)
}

function identity(reader: Reader, charset: string, bytes: Buffer, uri: string, url: string | null) {
  return {
    uri,
    media_type: reader.mediaType,
    charset,
    bytes: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    url,
  }
}

/** The libraries throw what they like at a broken file; here it gets a name. */
async function readWhole(
  reader: BytesReader,
  bytes: Buffer,
  uri: string,
  limits: ReadLimits,
): Promise<Reading> {
  try {
    return withinText(await reader.read(bytes, limits), limits)
  } catch (error) {
    if (error instanceof LimitError) return unread(error.code, `${uri}: ${error.message}`)
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND')
      return unread(
        'reader_missing',
        `${reader.mediaType} is read by a package that is not installed: npm install ${/'([^']+)'/.exec((error as Error).message)?.[1]}, then the same command with --retry`,
      )
    return unread('damaged', `not a whole file of ${reader.mediaType}: ${(error as Error).message}`)
  }
}

function readText(reader: TextReader, text: string, uri: string, limits: ReadLimits): Reading {
  try {
    return withinText(reader.read(text, limits), limits)
  } catch (error) {
    if (error instanceof LimitError) return unread(error.code, `${uri}: ${error.message}`)
    throw error
  }
}

function withinText(reading: Reading, limits: ReadLimits): Reading {
  if (reading.text.length > limits.maxText) throw new LimitError(limits, 'maxText', 'characters of text')
  return reading
}

const textReaders = readers.filter((r) => r.takes === 'text')
const bytesReaders = readers.filter((r) => r.takes === 'bytes')

/** Is this of a kind that a library takes apart, at a cost that its size does not tell? */
export function isHeavy(content: Uint8Array | string, uri: string): boolean {
  return typeof content !== 'string' && bytesReaderFor(bytesOf(content), uri) !== undefined
}

/** By the signature; by the name only where the bytes are no page either: many a saved «.docx» is one. */
function bytesReaderFor(bytes: Buffer, uri: string, mediaType?: string): BytesReader | undefined {
  if (bytes.length < 8) return undefined
  const extension = extensionOf(uri)
  return (
    bytesReaders.find((r) => r.sniff(bytes)) ??
    bytesReaders.find(
      (r) => (r.extensions.includes(extension) || r.mediaType === mediaType) && !isPage(bytes),
    )
  )
}

function isPage(bytes: Buffer): boolean {
  return textReaders.slice(0, -1).some((r) => r.sniff(bytes.toString('latin1', 0, HEAD)))
}

function textReaderFor(uri: string, text: string, mediaType: string | undefined): TextReader {
  const extension = extensionOf(uri)
  return (
    textReaders.find((r) => r.mediaType === mediaType) ??
    textReaders.find((r) => r.extensions.includes(extension)) ??
    textReaders.find((r) => r.sniff(text.slice(0, HEAD))) ??
    textReaders.at(-1)!
  )
}

function extensionOf(uri: string): string {
  return /\.([a-z0-9]+)$/i.exec(uri)?.[1]?.toLowerCase() ?? ''
}

function declaredCharset(bytes: Uint8Array): string | undefined {
  return /<meta[^>]{0,80}charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w-]{1,40})/i.exec(
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString('latin1'),
  )?.[1]
}
