import { fileURLToPath } from 'node:url'
import { LimitError, type ReadLimits } from '../limits.ts'
import { type BytesReader, type Reading, unread } from '../reader.ts'
import type { Problem } from '../source.ts'
import { readPage } from './page.ts'
import { PdfText } from './pdf-text.ts'

/** A PDF with a text layer: its lines joined into paragraphs, its ruled tables as tables, its pages kept in the origins. */
export const pdf: BytesReader = {
  takes: 'bytes',
  mediaType: 'application/pdf',
  extensions: ['pdf'],
  sniff: (bytes) => bytes.subarray(0, 1024).includes('%PDF-'),
  read: readPdf,
}

async function readPdf(bytes: Buffer, limits: ReadLimits): Promise<Reading> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  // Fonts that are not in the file are read by the tables that lie beside the library: without them Chinese is empty.
  const beside = (folder: string) =>
    fileURLToPath(new URL(`../../${folder}/`, import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')))
  const task = pdfjs.getDocument({
    data: Uint8Array.from(bytes),
    cMapUrl: beside('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: beside('standard_fonts'),
    wasmUrl: beside('wasm'),
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    // Pictures are not looked at.
    maxImageSize: 1,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  })
  try {
    const file = await task.promise
    if (file.numPages > limits.maxPages) throw new LimitError(limits, 'maxPages', `${file.numPages} pages`)
    const text = new PdfText()
    const empty: number[] = []
    for (let number = 1; number <= file.numPages; number++) {
      const page = await file.getPage(number)
      const read = await readPage(page, pdfjs)
      if (read.runs.length === 0) empty.push(number)
      text.page(read, number)
      page.cleanup()
    }
    if (empty.length === file.numPages)
      return unread(
        'no_text_layer',
        `${file.numPages} pages without text: a scan has to be recognized (OCR) first`,
      )
    const reading = text.reading()
    return { ...reading, problems: [...emptyPages(empty), ...garbled(reading.text)] }
  } catch (error) {
    if ((error as Error).name === 'PasswordException')
      return unread('encrypted', 'the file is protected by a password: save it without one')
    throw error
  } finally {
    await task.destroy()
  }
}

function emptyPages(pages: readonly number[]): Problem[] {
  return pages.length === 0
    ? []
    : [{ code: 'no_text_layer', message: `pages without text: ${pages.join(', ')}`, at: pages[0]! }]
}

/** Fonts without a table of their characters come out in the private area, or as no character at all. */
function garbled(text: string): Problem[] {
  const strange = text.match(/[\uE000-\uF8FF\uFFFD]/g)?.length ?? 0
  return strange === 0
    ? []
    : [{ code: 'undecodable', message: `${strange} characters of fonts that do not say what they are` }]
}
