import { html } from './html.ts'
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
    const problem = await zipProblem(bytes, limits)
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
