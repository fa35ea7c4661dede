import { type Entry, KIND_OF, KINDS, type Kit } from '../kit.ts'
import type { Phrases } from '../lexicon/phrases.ts'

/** A literal of the tables where it stands in the normalized text. */
export type Hit<K extends Entry['is'] = Entry['is']> = {
  start: number
  end: number
  entry: Extract<Entry, { is: K }>
}

const NONE: readonly never[] = []

/** Literals in the order in which they are found: arrays that one text after the other uses. */
let starts = new Int32Array(1 << 12)
let ends = new Int32Array(1 << 12)
const entries: Entry[] = []

function grow(): void {
  const [before, and] = [starts, ends]
  starts = new Int32Array(before.length * 2)
  starts.set(before)
  ends = new Int32Array(before.length * 2)
  ends.set(and)
}

/** All literals of all tables found in one pass, by kind and position: columns, of which a hit is made when it is asked for. */
export class Hits {
  /** Where the hits of each kind begin, and where the last ones end. */
  readonly #from = new Int32Array(KINDS.length + 1)
  readonly #starts: Int32Array
  readonly #ends: Int32Array
  readonly #entries: Entry[]
  readonly #made: (Hit | undefined)[]
  /** Most characters of a hit of each kind. */
  readonly #longest = new Int32Array(KINDS.length)

  /** Of the same tables. */
  readonly phrases: Phrases

  constructor(text: string, kit: Kit) {
    this.phrases = kit.phrases
    const from = this.#from
    const longest = this.#longest
    let found = 0
    kit.matcher.scan(text, 0, text.length, (start, end, entry) => {
      if (found === starts.length) grow()
      starts[found] = start
      ends[found] = end
      entries[found++] = entry
      const { kind } = entry
      from[kind + 1]!++
      if (end - start > longest[kind]!) longest[kind] = end - start
    })
    for (let kind = 0; kind < KINDS.length; kind++) from[kind + 1]! += from[kind]!
    this.#starts = new Int32Array(found)
    this.#ends = new Int32Array(found)
    this.#entries = new Array(found)
    this.#made = new Array(found)
    const next = from.slice()
    for (let n = 0; n < found; n++) {
      const entry = entries[n]!
      const at = next[entry.kind]!++
      this.#starts[at] = starts[n]!
      this.#ends[at] = ends[n]!
      this.#entries[at] = entry
    }
  }

  /** Number of the first hit of a kind that starts at `offset` or later; those of the kind go on up to `until`. */
  from(kind: Entry['is'], offset: number): number {
    const of = KIND_OF[kind]
    const starts = this.#starts
    let low = this.#from[of]!
    let high = this.#from[of + 1]!
    while (low < high) {
      const middle = (low + high) >> 1
      if (starts[middle]! < offset) low = middle + 1
      else high = middle
    }
    return low
  }

  until(kind: Entry['is']): number {
    return this.#from[KIND_OF[kind] + 1]!
  }

  startOf(n: number): number {
    return this.#starts[n]!
  }

  endOf(n: number): number {
    return this.#ends[n]!
  }

  entryOf<K extends Entry['is']>(n: number): Hit<K>['entry'] {
    return this.#entries[n] as Hit<K>['entry']
  }

  /** The same object each time it is asked for. */
  at<K extends Entry['is']>(n: number): Hit<K> {
    const known = this.#made[n] as Hit<K> | undefined
    if (known !== undefined) return known
    const hit: Hit<K> = { start: this.#starts[n]!, end: this.#ends[n]!, entry: this.entryOf<K>(n) }
    this.#made[n] = hit as unknown as Hit
    return hit
  }

  /** Whether any hit of a kind lies inside [start, end). */
  any(kind: Entry['is'], start: number, end: number): boolean {
    const until = this.until(kind)
    for (let n = this.from(kind, start); n < until && this.#starts[n]! < end; n++)
      if (this.#ends[n]! <= end) return true
    return false
  }

  /** Hits of a kind that lie inside [start, end), by start and then length. */
  within<K extends Entry['is']>(kind: K, start: number, end: number): readonly Hit<K>[] {
    let n = this.from(kind, start)
    const until = this.until(kind)
    if (n >= until || this.#starts[n]! >= end) return NONE
    const out: Hit<K>[] = []
    for (; n < until && this.#starts[n]! < end; n++) if (this.#ends[n]! <= end) out.push(this.at<K>(n))
    return out
  }

  /** The same without those that lie inside a longer one of the kind. */
  longest<K extends Entry['is']>(kind: K, start: number, end: number): readonly Hit<K>[] {
    let n = this.from(kind, start)
    const until = this.until(kind)
    if (n >= until || this.#starts[n]! >= end) return NONE
    const out: Hit<K>[] = []
    // Of those that start together the last is the longest; one that ends no later than it lies inside.
    for (let reached = -1; n < until && this.#starts[n]! < end; n++) {
      const stop = this.#ends[n]!
      if (stop > end || stop <= reached) continue
      const hit = this.at<K>(n)
      if (out.length > 0 && out[out.length - 1]!.start === hit.start) out[out.length - 1] = hit
      else out.push(hit)
      reached = stop
    }
    return out
  }

  endingAt<K extends Entry['is']>(kind: K, end: number, from: number): Hit<K> | null {
    const until = this.until(kind)
    for (
      let n = this.from(kind, Math.max(from, end - this.#longest[KIND_OF[kind]]!));
      n < until && this.#starts[n]! < end;
      n++
    )
      if (this.#ends[n] === end) return this.at<K>(n)
    return null
  }
}
