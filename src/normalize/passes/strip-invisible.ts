import { characterEdits, DELETED, type Pass } from '../pass.ts'

// Zero-width characters, soft hyphens, bidi controls, BOMs in the middle (\p{Default_Ignorable_Code_Point}), marks of
// interlinear notes, stray control characters; as ranges, since to ask for each of 65,536 takes longer than a notice.
const INVISIBLE = [
  [0x00, 0x08],
  [0x0b, 0x1f],
  [0x7f, 0x7f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
] as const
// Spaces of other widths become the plain one; they stay where they are.
const SPACE =
  '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000'

/** What each character becomes; 0 where it stays. */
export const invisible = new Uint16Array(65536)
for (const [from, until] of INVISIBLE) invisible.fill(DELETED, from, until + 1)
for (const c of SPACE) invisible[c.charCodeAt(0)] = 32
for (const c of '\u0085\u2028\u2029') invisible[c.charCodeAt(0)] = 10

export const stripInvisible: Pass = {
  name: 'invisible_characters',
  edits: (text) => characterEdits(text, invisible),
}
