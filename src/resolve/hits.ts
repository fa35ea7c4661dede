import { type Entry, KIND_OF, KINDS, type Kit } from '../kit.ts'

/** A literal of the tables where it stands in the normalized text. */
export type Hit<K extends Entry['is'] = Entry['is']> = {
  start: number
  end: number
  entry: Extract<Entry, { is: K }>
}

const NONE: readonly never[] = []

/** Hits of one kind by position; their starts by themselves, to be searched quickly. */
class HitList<K extends Entry['is'] = Entry['is']> {
  readonly hits: Hit<K>[] = []
  readonly starts: number[] = []
  longest = 0

  add(start: number, end: number, entry: Entry): void {
    this.hits.push({ start, end, entry } as Hit<K>)
    this.starts.push(start)
    if (end - start > this.longest) this.longest = end - start
  }

  /** Index of the first hit that starts at `offset` or later. */
  from(offset: number): number {
    const { starts } = this
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (starts[middle]! < offset) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** All literals of all tables found in one pass, by kind and position. */
export class Hits {
  /** By the number of the kind. */
  readonly #lists: HitList[]

  constructor(text: string, kit: Kit) {
    const lists = KINDS.map(() => new HitList())
    this.#lists = lists
    kit.matcher.scan(text, 0, text.length, (start, end, entry) => lists[entry.kind]!.add(start, end, entry))
  }

  /** Hits of a kind that lie inside [start, end), by start and then length. */
  within<K extends Entry['is']>(kind: K, start: number, end: number): readonly Hit<K>[] {
    const list = this.#of(kind)
    const { hits, starts } = list
    let i = list.from(start)
    if (i >= starts.length || starts[i]! >= end) return NONE
    const out: Hit<K>[] = []
    for (; i < starts.length && starts[i]! < end; i++) if (hits[i]!.end <= end) out.push(hits[i]!)
    return out
  }

  /** The same without those that lie inside a longer one of the kind. */
  longest<K extends Entry['is']>(kind: K, start: number, end: number): readonly Hit<K>[] {
    const list = this.#of(kind)
    const { hits, starts } = list
    let i = list.from(start)
    if (i >= starts.length || starts[i]! >= end) return NONE
    const out: Hit<K>[] = []
    let last: Hit<K> | undefined
    for (; i < starts.length && starts[i]! < end; i++) {
      const hit = hits[i]!
      if (hit.end > end || (last && hit.end <= last.end)) continue
      if (last && hit.start === last.start) out[out.length - 1] = hit
      else out.push(hit)
      last = hit
    }
    return out
  }

  endingAt<K extends Entry['is']>(kind: K, end: number, from: number): Hit<K> | null {
    const list = this.#of(kind)
    const { hits, starts } = list
    const first = Math.max(from, end - list.longest)
    for (let i = list.from(first); i < starts.length && starts[i]! < end; i++)
      if (hits[i]!.end === end) return hits[i]!
    return null
  }

  #of<K extends Entry['is']>(kind: K): HitList<K> {
    return this.#lists[KIND_OF[kind]] as unknown as HitList<K>
  }
}
