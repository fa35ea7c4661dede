import { decode } from '../charset.ts'
import { readers } from '../readers.ts'

const EXTENSIONS = readers.filter((r) => r.takes === 'bytes').flatMap((r) => r.extensions)
const TABLES = new Set(['xls', 'xlsx', 'xlsm', 'et', 'csv', 'tsv'])
const NAMED = new RegExp(
  `[^\\s"'<>=《》“”:：,，;；、|()（）?&]{1,200}\\.(${EXTENSIONS.join('|')})(?![A-Za-z0-9])`,
  'gi',
)
const BYTES = new RegExp(`\\.(?:${EXTENSIONS.join('|')})(?![A-Za-z0-9])`, 'i')
const ADDRESS = /^https?:$/i

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
  if (!BYTES.test(typeof content === 'string' ? content : Buffer.from(content).toString('latin1'))) return []
  const text = typeof content === 'string' ? content : decode(content).text
  const links: string[] = []
  for (const found of text.matchAll(NAMED)) {
    const extension = found[1]!.toLowerCase()
    const after = text.slice(found.index, found.index + found[0].length + NEAR)
    const before = text.slice(Math.max(0, found.index - NEAR), found.index)
    const announced = /附\s*[件表]|附[:：]/.test(bare(before) + bare(after))
    if (!TABLES.has(extension) && !announced) continue
    const scheme = /https?:$/i.exec(before)?.[0]
    const link = unescaped(scheme && ADDRESS.test(scheme) ? `${scheme}${found[0]}` : found[0])
    if (!links.includes(link)) links.push(link)
  }
  return links.length > MOST_LINKS ? [] : links
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
