import { deflateSync } from 'node:zlib'
import { Alphabet } from './alphabet.ts'

/** Deflated (zlib) and in base64: what a page can hold in an element and inflate by itself. */
export function packed(bytes: Uint8Array): string {
  return deflateSync(bytes, { level: 9 }).toString('base64')
}

/** Notices in one block: enough to compress well, few enough to inflate while a reader clicks. */
export const BLOCK = 32
/** Texts whose characters make the alphabet. */
const SAMPLE = 8 * BLOCK

/** Texts of notices in packed blocks, as many as may be of use: what comes after the first `most` characters of base64 is let go. */
export class TextBlocks {
  readonly #blocks: string[] = []
  /** UTF-16 units of each text in the blocks. */
  readonly #lengths: number[] = []
  #alphabet: Alphabet | null = null
  #waiting: string[] = []
  #size = 0

  constructor(private readonly most: number) {}

  add(text: string): void {
    if (this.#size > this.most) return
    this.#waiting.push(text)
    if (this.#waiting.length >= (this.#alphabet ? BLOCK : SAMPLE)) this.#pack()
  }

  /** The first blocks that fit into `room` characters, after the last text was added. */
  fitting(room: number): { blocks: string[]; lengths: number[]; units: number[] } {
    this.#pack()
    let n = 0
    for (let left = room; n < this.#blocks.length; n++) {
      left -= this.#blocks[n]!.length
      if (left < 0) break
    }
    return {
      blocks: this.#blocks.slice(0, n),
      lengths: this.#lengths.slice(0, n * BLOCK),
      units: this.#alphabet?.units ?? [],
    }
  }

  #pack(): void {
    this.#alphabet ??= new Alphabet(this.#waiting)
    for (let i = 0; i < this.#waiting.length; i += BLOCK) {
      const texts = this.#waiting.slice(i, i + BLOCK)
      const block = packed(this.#alphabet.encode(texts.join('')))
      this.#blocks.push(block)
      this.#lengths.push(...texts.map((text) => text.length))
      this.#size += block.length
    }
    this.#waiting = []
  }
}
