import { docx } from './docx.ts'
import { html } from './html.ts'
import type { Reader } from './reader.ts'
import { text } from './text.ts'

/** Asked in this order; the last takes what no other claims. */
export const readers: readonly Reader[] = [docx, html, text]
