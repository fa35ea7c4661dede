const ONE = 192
const PLAIN = 255
const MOST = ONE + (PLAIN - ONE) * 256

/**
 * Characters by how often they come: the 192 commonest take one byte, the next 16 128 two, any other three. Notices use some
 * 3000 characters, so their texts are half as long as in UTF-16 before they are deflated, and a sixth shorter after.
 * It counts UTF-16 units, so that offsets stay exact whatever a text holds, a lone surrogate too.
 */
export class Alphabet {
  readonly #codes = new Uint16Array(65_536)
  /** All characters met so far, in the order of their codes. */
  readonly units: number[] = []

  /** @param sample texts whose commonest characters get the shortest codes */
  constructor(sample: readonly string[]) {
    const counts = new Uint32Array(65_536)
    for (const text of sample) for (let i = 0; i < text.length; i++) counts[text.charCodeAt(i)]!++
    const seen = [...counts.keys()].filter((unit) => counts[unit]! > 0)
    seen.sort((a, b) => counts[b]! - counts[a]! || a - b)
    for (const unit of seen.slice(0, MOST)) this.#learn(unit)
  }

  encode(text: string): Uint8Array {
    const bytes = new Uint8Array(text.length * 3)
    let n = 0
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      const known = this.#codes[unit]!
      const code = known > 0 ? known - 1 : this.#learn(unit)
      if (code < 0) {
        bytes[n++] = PLAIN
        bytes[n++] = unit >> 8
        bytes[n++] = unit & 255
      } else if (code < ONE) bytes[n++] = code
      else {
        bytes[n++] = ONE + ((code - ONE) >> 8)
        bytes[n++] = (code - ONE) & 255
      }
    }
    return bytes.subarray(0, n)
  }

  /** The new code of a character; −1 where there is no room for more. */
  #learn(unit: number): number {
    if (this.units.length === MOST) return -1
    this.units.push(unit)
    this.#codes[unit] = this.units.length
    return this.units.length - 1
  }
}

/** What `encode` was given. */
export function decode(bytes: Uint8Array, units: readonly number[]): string {
  const parts: string[] = []
  let some: number[] = []
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i]!
    if (lead < ONE) some.push(units[lead]!)
    else if (lead < PLAIN) some.push(units[ONE + ((lead - ONE) << 8) + bytes[++i]!]!)
    else some.push((bytes[++i]! << 8) | bytes[++i]!)
    if (some.length === 8192) {
      parts.push(String.fromCharCode(...some))
      some = []
    }
  }
  parts.push(String.fromCharCode(...some))
  return parts.join('')
}
