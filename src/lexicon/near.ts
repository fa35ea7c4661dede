import { distance } from 'fastest-levenshtein'

/** Those of `known` that `value` may have been meant to be, the nearest first, at most three. */
export function nearest(value: string, known: Iterable<string>): string[] {
  return [...new Set(known)]
    .map((word) => ({ word, far: farFrom(value, word) }))
    .filter(({ word, far }) => far <= Math.max(1, Math.floor(Math.max(word.length, value.length) / 2)))
    .sort((a, b) => a.far - b.far || (a.word < b.word ? -1 : 1))
    .slice(0, 3)
    .map(({ word }) => word)
}

/** Edits, where a word that holds the other is one edit away. */
function farFrom(a: string, b: string): number {
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a)) ? 1 : distance(a, b)
}
