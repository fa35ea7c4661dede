const BINS = 128
const SHINGLE = 4

/**
 * What a text is made of, so short that a run can hold it for every notice: for each of 128 classes of four-character
 * sequences the least hash in it (one-permutation MinHash), 16 bits each, as base64. The share of equal places estimates
 * the share of sequences that two texts have in common. Marks, spaces and letters do not count: mirrors change them.
 */
export function fingerprintOf(text: string): string {
  const least = new Uint32Array(BINS).fill(0xffffffff)
  // The last four characters that count.
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  let seen = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const counts = (code >= 0x3400 && code <= 0x9fff) || (code >= 0x30 && code <= 0x39)
    if (!counts) continue
    a = b
    b = c
    c = d
    d = code
    if (++seen < SHINGLE) continue
    let hash = Math.imul(0x811c9dc5 ^ a, 0x01000193)
    hash = Math.imul(hash ^ b, 0x01000193)
    hash = Math.imul(hash ^ c, 0x01000193)
    hash = Math.imul(hash ^ d, 0x01000193)
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
    hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39)
    hash = (hash ^ (hash >>> 15)) >>> 0
    const bin = hash >>> 25
    const rest = hash & 0x1ffffff
    if (rest < least[bin]!) least[bin] = rest
  }
  return Buffer.from(Uint16Array.from(densified(least)).buffer).toString('base64')
}

/** A class that no sequence fell into takes the value of the next one, so that short texts can be told apart as well. */
function densified(least: Uint32Array): number[] {
  return [...least].map((_, bin) => {
    for (let step = 0; step < BINS; step++) {
      const value = least[(bin + step) % BINS]!
      if (value !== 0xffffffff) return (Math.imul(value, 0x9e3779b1) ^ (step * 0x85ebca6b)) >>> 16
    }
    return 0
  })
}

/** The estimated share of what two texts have in common, 0 to 1. */
export function similarity(a: Uint16Array, b: Uint16Array): number {
  let same = 0
  for (let i = 0; i < BINS; i++) if (a[i] === b[i]) same++
  return same / BINS
}

export function readFingerprint(text: string): Uint16Array {
  const bytes = Buffer.from(text, 'base64')
  return new Uint16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}
