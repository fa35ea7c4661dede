import { decode } from '../charset.ts'
import { readers } from '../readers.ts'

const EXTENSIONS = readers.filter((r) => r.takes === 'bytes').flatMap((r) => r.extensions)
const TABLES = new Set(['xls', 'xlsx', 'xlsm', 'et', 'csv', 'tsv'])
const ENDING = new RegExp(`\\.(${EXTENSIONS.join('|')})(?![A-Za-z0-9])`, 'gi')
const NAMES = new RegExp(ENDING.source, 'i')
const PARTS = new Set(' \t\r\n"\'<>=《》“”:：,，;；、|()（）?&')
const LONGEST = 200

/** A page with more of them is a list of documents, and none is its attachment. */
const MOST_LINKS = 20
const NEAR = 80

/** May this be the attachment of a page? */
export function isAttachable(name: string): boolean {
  return EXTENSIONS.includes(/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '')
}

/** May this hold a page or a text that has attachments? */
export function mayHaveAttachments(name: string): boolean {
  return !isAttachable(name) && !/\.(?:zip|tar|t?gz|jsonl|ndjson|warc|wet)$/i.test(name)
}

/**
 * Addresses and names of files in a page or a text that are its attachments: every table; of other documents only those
 * that stand as «附件». In the order of the text, each once.
 */
export function linksIn(content: Uint8Array | string): string[] {
  if (!names(content)) return []
  const text = typeof content === 'string' ? content : decode(content).text
  const links: string[] = []
  for (const ending of text.matchAll(ENDING)) {
    const extension = ending[1]!.toLowerCase()
    const end = ending.index + ending[0].length
    let start = ending.index
    while (start > 0 && end - start < LONGEST && !PARTS.has(text[start - 1]!)) start--
    if (start === ending.index) continue
    const name = text.slice(start, end)
    const before = text.slice(Math.max(0, start - NEAR), start)
    const announced = /附\s*[件表]|附[:：]/.test(bare(before) + bare(text.slice(start, end + NEAR)))
    if (!TABLES.has(extension) && !announced) continue
    const scheme = /https?:$/i.exec(before)?.[0] ?? ''
    const link = unescaped(scheme + name)
    if (links.includes(link)) continue
    if (links.length === MOST_LINKS) return []
    links.push(link)
  }
  return links
}

/** Most pages name no file: that is seen without decoding them. */
function names(content: Uint8Array | string): boolean {
  return NAMES.test(typeof content === 'string' ? content : Buffer.from(content).toString('latin1'))
}

/** Text without tags; the window may have cut one at its beginning. */
function bare(window: string): string {
  return window.replace(/<[^<>]{0,200}>/g, '')
}

function unescaped(link: string): string {
  const plain = link.replace(/&amp;/g, '&').replaceAll('\\', '/')
  try {
    return decodeURIComponent(plain)
  } catch {
    return plain
  }
}
