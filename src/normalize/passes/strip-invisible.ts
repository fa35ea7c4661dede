import { characterEdits, DELETED, type Pass } from '../pass.ts'

// Zero-width characters, soft hyphens, bidi controls, BOMs in the middle, stray control characters.
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/u
// Spaces of other widths become the plain one; they stay where they are.
const SPACE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/

const table = new Uint16Array(65536)
for (let code = 0; code < 65536; code++) {
  // No such character stands among the ideographs.
  if (code === 0x3400) code = 0xfb00
  const c = String.fromCharCode(code)
  if (INVISIBLE.test(c) || (code < 32 && code !== 9 && code !== 10) || code === 127) table[code] = DELETED
  else if (SPACE.test(c)) table[code] = 32
  else if (code === 0x85 || code === 0x2028 || code === 0x2029) table[code] = 10
}

export const stripInvisible: Pass = {
  name: 'invisible_characters',
  edits: (text) => characterEdits(text, table),
}
