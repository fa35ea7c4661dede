import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { both, ToldError } from '../messages.ts'
import type { Extracted } from '../records/result.ts'

export type Counts = Record<Extracted['status'], number>

export const noCounts = (): Counts => ({ ok: 0, partial: 0, failed: 0, skipped: 0 })

/** First line of a part. What the documents add to each section follows, section after section. */
interface PartHead {
  part: 1
  /** SHA-256 of all that follows the first line, hex. */
  sha256: string
  sections: string[]
  slices: SliceInPart[]
}

interface SliceInPart {
  key: string
  counts: Counts
  /** Bytes in each section, in their order. */
  lengths: number[]
  /** Some document took too long, too much memory, or its process: another try may end better. */
  again?: true
}

/** A slice as it was extracted: bytes for each section. */
export interface ExtractedSlice extends Omit<SliceInPart, 'lengths'> {
  sections: Buffer[]
}

export function partOf(sections: readonly string[], slices: readonly ExtractedSlice[]): Buffer[] {
  const body = sections.flatMap((_, i) => slices.map((slice) => slice.sections[i]!))
  const hash = createHash('sha256')
  for (const bytes of body) hash.update(bytes)
  const head: PartHead = {
    part: 1,
    sha256: hash.digest('hex'),
    sections: [...sections],
    slices: slices.map(({ sections: bytes, ...told }) => ({ ...told, lengths: bytes.map((b) => b.length) })),
  }
  return [Buffer.from(`${JSON.stringify(head)}\n`), ...body]
}

export class PartError extends ToldError {
  override readonly name = 'PartError'
}

/** A part on disk. @throws PartError where it is not whole. */
export class Part {
  readonly head: PartHead
  readonly #start: number
  readonly #fd: number

  constructor(readonly path: string) {
    this.#fd = openSync(path, 'r')
    try {
      const line = this.#firstLine()
      this.head = JSON.parse(line.toString('utf8'))
      this.#start = line.length + 1
    } catch (error) {
      this.close()
      throw new PartError(...both('part_not_whole', path, (error as Error).message))
    }
  }

  /** What a slice adds to each section. */
  slice(index: number): ExtractedSlice {
    const { lengths, ...told } = this.head.slices[index]!
    let at = this.#start
    const sections = this.head.sections.map((_, section) => {
      let bytes: Buffer | null = null
      this.head.slices.forEach((slice, i) => {
        const length = slice.lengths[section]!
        if (i === index) bytes = this.#read(at, length)
        at += length
      })
      return bytes!
    })
    return { ...told, sections }
  }

  /** All sections, whole and checked against the sum. */
  sections(): { name: string; bytes: Buffer }[] {
    const hash = createHash('sha256')
    const found: { name: string; bytes: Buffer }[] = []
    let at = this.#start
    for (const [i, name] of this.head.sections.entries()) {
      const length = this.head.slices.reduce((sum, slice) => sum + slice.lengths[i]!, 0)
      const bytes = this.#read(at, length)
      hash.update(bytes)
      found.push({ name, bytes })
      at += length
    }
    if (fstatSync(this.#fd).size !== at)
      throw new PartError(...both('part_not_whole', this.path, 'longer than it was made'))
    if (hash.digest('hex') !== this.head.sha256)
      throw new PartError(...both('part_not_whole', this.path, 'its sum is wrong'))
    return found
  }

  close(): void {
    closeSync(this.#fd)
  }

  #read(at: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafe(length)
    for (let done = 0; done < length; ) {
      const read = readSync(this.#fd, bytes, done, length - done, at + done)
      if (read === 0)
        throw new PartError(...both('part_not_whole', this.path, `cut off after ${at + done} bytes`))
      done += read
    }
    return bytes
  }

  #firstLine(): Buffer {
    let line: Buffer = Buffer.alloc(0)
    for (let size = 1 << 14; ; size *= 4) {
      const bytes = Buffer.alloc(size)
      const read = readSync(this.#fd, bytes, 0, size, 0)
      line = bytes.subarray(0, read)
      const end = line.indexOf(10)
      if (end >= 0) return line.subarray(0, end)
      if (read < size) throw new PartError('no first line')
    }
  }
}
