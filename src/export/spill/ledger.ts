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
    return this.#read(this.#starts[n]!, this.#starts[n + 1]!)
  }

  #read(start: number, end: number): Buffer {
    const bytes = Buffer.allocUnsafe(end - start)
    for (let done = 0; done < bytes.length; )
      done += readSync(this.#fd!, bytes, done, bytes.length - done, start + done)
    return bytes
  }

  /** All entries in their order, as text; those on disk are read many at a time. */
  *texts(): Generator<string> {
    const written = this.#starts.length - 1
    for (let from = 0; from < written; ) {
      const start = this.#starts[from]!
      let to = from + 1
      while (to < written && this.#starts[to + 1]! - start <= HELD) to++
      const bytes = this.#read(start, this.#starts[to]!)
      for (; from < to; from++)
        yield bytes.toString('utf8', this.#starts[from]! - start, this.#starts[from + 1]! - start)
    }
    for (let i = written; i < this.length; i++) yield this.at(i).toString('utf8')
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
