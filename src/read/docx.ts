import { html } from './html.ts'
import { LimitError, type ReadLimits } from './limits.ts'
import type { BytesReader } from './reader.ts'
import { unread } from './reader.ts'
import { isZipWith, zipProblem } from './zip.ts'

/** A Word document, read as the page that it makes: paragraphs, headings, tables with their merged cells. */
export const docx: BytesReader = {
  takes: 'bytes',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  extensions: ['docx'],
  sniff: (bytes) => isZipWith(bytes, 'word/document'),
  async read(bytes, limits) {
    const problem = await zipProblem(bytes, limits, elementsWithin(limits))
    if (problem) return unread(problem.code, problem.message)
    const { default: mammoth } = await import('mammoth')
    const page = await mammoth.convertToHtml(
      { buffer: bytes },
      {
        styleMap: ["p[style-name='Title'] => h1:fresh"],
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    )
    const reading = html.read(page.value, limits)
    return {
      ...reading,
      marks: reading.marks.map((m) => (m.kind === 'table' ? { ...m, layout: 'docx' } : m)),
      problems: page.messages
        .filter((m) => m.type === 'error')
        .map((m) => ({ code: 'part_unread', message: m.message })),
    }
  },
}

/** Word knows some hundreds. The library compares each that it does not know with all the others. */
const MOST_NAMES = 2_000
/** Elements, comments and the like before and behind the root: the library compares each of these with all the others, too. */
const MOST_OUTSIDE = 100

/** Elements that hold text: the library makes an object of each, and once more a piece of a page, and takes as long as for so many others. */
const HOLDS_TEXT = new Set(['w:p', 'w:r', 'w:t', 'w:tc', 'w:tr'])
const WEIGHT = 4

/** Looks at the parts before trees are made of them, and counts the elements of those with the text. */
function elementsWithin(limits: ReadLimits): (part: string, chunk: Buffer) => void {
  const names = new Set<string>()
  const roots = new Map<string, Root>()
  let elements = 0
  return (part, chunk) => {
    if (!/\.(?:xml|rels)$/.test(part)) return
    const hasText = /^word\/[^/]*\.xml$/.test(part)
    const root = roots.get(part) ?? new Root(part)
    roots.set(part, root)
    const text = chunk.toString('latin1')
    for (const { 1: slash, 2: name, index } of text.matchAll(/<(?:(\/?)([\w:.-]{1,64})|[!?])/g)) {
      root.meets(name, slash === '/', text, index)
      if (!hasText || name === undefined || slash === '/') continue
      names.add(name)
      elements += HOLDS_TEXT.has(name) ? WEIGHT : 1
      if (elements > limits.maxNodes)
        throw new LimitError(
          limits,
          'maxNodes',
          `${part}: elements, those that hold text counted ${WEIGHT} times`,
        )
    }
    if (names.size > MOST_NAMES) throw new Error(`${part}: more than ${MOST_NAMES} kinds of elements`)
  }
}

/** Where the outermost element of a part begins and ends. */
class Root {
  #name: string | null = null
  #closed = false
  #outside = 0

  constructor(private readonly part: string) {}

  /** A tag, or with no name a comment, an instruction or the like. */
  meets(name: string | undefined, closes: boolean, text: string, at: number): void {
    const within = this.#name !== null && !this.#closed
    if (within) this.#closed = closes && name === this.#name
    else if (this.#name === null && name !== undefined && !closes) {
      this.#name = name
      this.#closed = text[text.indexOf('>', at) - 1] === '/'
    } else if (++this.#outside > MOST_OUTSIDE)
      throw new Error(`${this.part}: more than ${MOST_OUTSIDE} tags outside of its root`)
  }
}
