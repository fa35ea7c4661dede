import type { Kit } from '../kit.ts'

const ENOUGH = 6

/**
 * Whether a synonym spinner went over the text: a word no notice has must stand there, and others with it. Each word
 * counts once, so that an odd word repeated on every line proves nothing.
 */
export function isSpun(text: string, kit: Kit): boolean {
  const words = kit.tables['spun-words']
  if (!words.some((row) => row.weight === '3' && text.includes(row.word))) return false
  const present = words.filter((row) => text.includes(row.word))
  return present.reduce((sum, row) => sum + Number(row.weight), 0) >= ENOUGH
}
