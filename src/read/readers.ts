import { delimited } from './delimited.ts'
import { docx } from './docx.ts'
import { html } from './html.ts'
import { pdf } from './pdf/pdf.ts'
import type { Reader } from './reader.ts'
import { text } from './text.ts'
import { unsupported } from './unsupported.ts'
import { xls, xlsx } from './workbook.ts'

/** Asked in this order; the last takes what no other claims. */
export const readers: readonly Reader[] = [docx, pdf, xlsx, xls, delimited, unsupported, html, text]
