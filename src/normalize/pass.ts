import type { Kit } from '../kit.ts'
import type { Edit } from './offset-map.ts'

/** One rewrite of the text: it only proposes edits; the driver applies and records them. */
export interface Pass {
  name: string
  edits(text: string, kit: Kit): Edit[]
}

/** An edit for every match of a global pattern that `rewrite` answers with a new text. */
export function editsOf(
  text: string,
  pattern: RegExp,
  rewrite: (m: RegExpExecArray) => string | Edit[] | null,
): Edit[] {
  const edits: Edit[] = []
  pattern.lastIndex = 0
  for (let m = pattern.exec(text); m; m = pattern.exec(text)) {
    const to = rewrite(m)
    if (to === null) continue
    if (typeof to !== 'string') edits.push(...to)
    else if (to !== m[0]) edits.push({ start: m.index, end: m.index + m[0].length, text: to })
  }
  return edits
}

/** In a table of characters: this one is taken out. */
export const DELETED = 0xffff

/** Edits that replace single characters by a table (0 where one stays as it is); runs of neighbours become one edit. */
export function characterEdits(text: string, table: Uint16Array): Edit[] {
  const edits: Edit[] = []
  let open: Edit | undefined
  for (let i = 0; i < text.length; i++) {
    const code = table[text.charCodeAt(i)]!
    if (code === 0) continue
    const to = code === DELETED ? '' : String.fromCharCode(code)
    if (open && open.end === i && code !== DELETED && open.text.length === open.end - open.start) {
      open.text += to
      open.end = i + 1
    } else {
      open = { start: i, end: i + 1, text: to }
      edits.push(open)
    }
  }
  return edits
}
