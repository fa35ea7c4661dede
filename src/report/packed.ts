import { deflateSync } from 'node:zlib'

/** Deflated (zlib) and in base64: what a page can hold in an element and inflate by itself. */
export function packed(bytes: Uint8Array): string {
  return deflateSync(bytes, { level: 9 }).toString('base64')
}

/** Notices in one block: enough to compress well, few enough to inflate while a reader clicks. */
export const BLOCK = 32

/**
 * Texts of notices in packed blocks, as many as fit. A block is a JSON array of lengths, a line feed, and all texts, in UTF-16:
 * offsets stay exact even for a lone surrogate, and Chinese deflates better than in UTF-8.
 */
export class TextBlocks {
  readonly blocks: string[] = []
  #waiting: string[] = []
  #left: number
  #texts = 0

  /** @param budget most characters of base64 in all */
  constructor(budget: number) {
    this.#left = budget
  }

  /** How many of the texts are in the blocks: always the first ones. */
  get texts(): number {
    return this.#texts
  }

  add(text: string): void {
    if (this.#left <= 0) return
    this.#waiting.push(text)
    if (this.#waiting.length === BLOCK) this.end()
  }

  /** Packs what still waits; call it after the last text. */
  end(): void {
    if (this.#waiting.length === 0) return
    const lengths = JSON.stringify(this.#waiting.map((t) => t.length))
    const block = packed(Buffer.from(`${lengths}\n${this.#waiting.join('')}`, 'utf16le'))
    if (block.length <= this.#left) {
      this.#left -= block.length
      this.#texts += this.#waiting.length
      this.blocks.push(block)
    } else this.#left = 0
    this.#waiting = []
  }
}
