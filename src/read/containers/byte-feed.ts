/** A stream of bytes with a buffer in front, for formats that are read piece by piece. */
export class ByteFeed {
  #chunks
  #buffer: Buffer = Buffer.alloc(0)
  #offset = 0
  #ended = false

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  /** Where in the stream the buffer begins. */
  get offset(): number {
    return this.#offset
  }

  get buffer(): Buffer {
    return this.#buffer
  }

  /** Grows the buffer to `size` bytes, as far as the stream goes. */
  async fill(size: number): Promise<Buffer> {
    if (this.#buffer.length >= size || this.#ended) return this.#buffer
    const parts = [this.#buffer]
    for (let have = this.#buffer.length; have < size; ) {
      const next = await this.#chunks.next()
      if (next.done) {
        this.#ended = true
        break
      }
      parts.push(Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength))
      have += next.value.byteLength
    }
    if (parts.length > 1) this.#buffer = Buffer.concat(parts)
    return this.#buffer
  }

  /** Takes `size` bytes of the buffer. */
  take(size: number): Buffer {
    const taken = this.#buffer.subarray(0, size)
    this.#buffer = this.#buffer.subarray(taken.length)
    this.#offset += taken.length
    return taken
  }

  /** Passes over `size` bytes without keeping them. Returns how many there were. */
  async skip(size: number): Promise<number> {
    let left = size
    while (left > 0) {
      const step = Math.min(left, 65536)
      await this.fill(step)
      const got = this.take(step).length
      left -= got
      if (got < step) break
    }
    return size - left
  }

  /** Everything that is buffered, or the next chunk; null at the end. */
  async chunk(): Promise<Buffer | null> {
    await this.fill(1)
    return this.#buffer.length > 0 ? this.take(this.#buffer.length) : null
  }

  async close(): Promise<void> {
    await this.#chunks.return?.()
  }
}
