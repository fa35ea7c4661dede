import { characterEdits, type Pass } from '../pass.ts'

// Zero-width characters, soft hyphens, bidi controls, BOMs in the middle, stray control characters.
const INVISIBLE = /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB]/
// Spaces of other widths become the plain one; they stay where they are.
const SPACE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/

const to = new Map<number, string>()
for (let code = 0; code < 65536; code++) {
  const c = String.fromCharCode(code)
  if (INVISIBLE.test(c) || (code < 32 && code !== 9 && code !== 10) || code === 127) to.set(code, '')
  else if (SPACE.test(c)) to.set(code, ' ')
  else if (code === 0x85 || code === 0x2028 || code === 0x2029) to.set(code, '\n')
}

export const stripInvisible: Pass = {
  name: 'invisible_characters',
  edits: (text) => characterEdits(text, (code) => to.get(code)),
}
