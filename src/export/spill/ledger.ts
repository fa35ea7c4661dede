import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import type { Spill } from './sorted.ts'

const HELD = 1 << 18

/** Entries that are written one after another and read by their number: the last ones in memory, the others on disk where a place is given. */
export class Ledger {
  readonly #fd: number | null
  /** Where each entry on disk begins, and where the next will. */
  #starts = [0]
  #held: Buffer[] = []
  #size = 0

  constructor(name: string, spill: Spill | null = null) {
    this.#fd = spill ? openSync(spill(name), 'w+') : null
  }

  get length(): number {
    return this.#starts.length - 1 + this.#held.length
  }

  add(bytes: Buffer): void {
    this.#held.push(bytes)
    this.#size += bytes.length
    if (this.#fd !== null && this.#size > HELD) this.#release(this.#fd)
  }

  at(n: number): Buffer {
    const written = this.#starts.length - 1
    if (n >= written) return this.#held[n - written]!
    const start = this.#starts[n]!
    const bytes = Buffer.allocUnsafe(this.#starts[n + 1]! - start)
    for (let done = 0; done < bytes.length; )
      done += readSync(this.#fd!, bytes, done, bytes.length - done, start + done)
    return bytes
  }

  /** All entries in their order, as text. */
  *texts(): Generator<string> {
    for (let i = 0; i < this.length; i++) yield this.at(i).toString('utf8')
  }

  close(): void {
    if (this.#fd !== null) closeSync(this.#fd)
  }

  #release(fd: number): void {
    for (const { length } of this.#held) this.#starts.push(this.#starts.at(-1)! + length)
    for (let bytes = Buffer.concat(this.#held); bytes.length > 0; )
      bytes = bytes.subarray(writeSync(fd, bytes))
    this.#held = []
    this.#size = 0
  }
}
