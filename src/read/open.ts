import { createHash } from 'node:crypto'
import { decode } from './charset.ts'
import type { Reader } from './reader.ts'
import { readers } from './readers.ts'
import type { Source } from './source.ts'

/** What is known of a document from where it was found (a dump, an archive of pages) and not from itself. */
export interface Told {
  charset?: string
  mediaType?: string
  title?: string
  date?: string
}

/** Bytes or text of one document to the Source that the stages know. `uri` names it; its extension picks the reader. */
export function openSource(
  content: Uint8Array | string,
  uri: string,
  url: string | null = null,
  told: Told = {},
): Source {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  const decoded =
    typeof content === 'string'
      ? { text: content, charset: 'utf-8', bad: null }
      : decode(content, told.charset ?? declaredCharset(content))
  const reader = readers.find((r) => r.mediaType === told.mediaType) ?? readerFor(uri, decoded.text)
  const reading = reader.read(decoded.text)
  return {
    uri,
    media_type: reader.mediaType,
    charset: decoded.charset,
    bytes: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    url,
    ...reading,
    declared: {
      ...(told.title ? { ArticleTitle: told.title } : {}),
      ...(told.date ? { PubDate: told.date } : {}),
      ...reading.declared,
    },
    problems: decoded.bad
      ? [
          {
            code: 'undecodable',
            message: `${decoded.bad.count} characters could not be decoded as ${decoded.charset}`,
            at: decoded.bad.first,
          },
          ...reading.problems,
        ]
      : reading.problems,
  }
}

function readerFor(uri: string, text: string): Reader {
  const extension = /\.([a-z0-9]+)$/i.exec(uri)?.[1]?.toLowerCase() ?? ''
  return (
    readers.find((r) => r.extensions.includes(extension)) ??
    readers.find((r) => r.sniff(text.slice(0, 2000))) ??
    readers.at(-1)!
  )
}

function declaredCharset(bytes: Uint8Array): string | undefined {
  return /<meta[^>]{0,80}charset\s*=\s*["']?\s*([\w-]+)/i.exec(
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString('latin1'),
  )?.[1]
}
