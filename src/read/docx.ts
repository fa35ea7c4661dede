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

/** Counts the elements of the text's parts before a tree is made of them. */
function elementsWithin(limits: ReadLimits): (part: string, chunk: Buffer) => void {
  const names = new Set<string>()
  let elements = 0
  return (part, chunk) => {
    if (!/^word\/[^/]*\.xml$/.test(part)) return
    for (const [, name] of chunk.toString('latin1').matchAll(/<([\w:.-]{1,64})/g)) {
      names.add(name!)
      if (++elements > limits.maxNodes) throw new LimitError(limits, 'maxNodes', `${part}: elements`)
    }
    if (names.size > MOST_NAMES) throw new Error(`${part}: more than ${MOST_NAMES} kinds of elements`)
  }
}
