import { characterEdits, type Pass } from '../pass.ts'

// Zero-width characters, soft hyphens, bidi controls, BOMs in the middle, stray control characters.
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/u
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
