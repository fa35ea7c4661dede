import type { Entry, Kit } from '../kit.ts'
import { firstFrom } from '../segment/line.ts'

/** A literal of the tables where it stands in the normalized text. */
export type Hit<K extends Entry['is'] = Entry['is']> = {
  start: number
  end: number
  entry: Extract<Entry, { is: K }>
}

/** All literals of all tables found in one pass, by kind and position. */
export class Hits {
  readonly #lists = new Map<Entry['is'], Hit[]>()
  readonly #longest = new Map<Entry['is'], number>()

  constructor(text: string, kit: Kit) {
    kit.matcher.scan(text, 0, text.length, (start, end, entry) => {
      const list = this.#lists.get(entry.is)
      const hit = { start, end, entry } as Hit
      if (list) list.push(hit)
      else this.#lists.set(entry.is, [hit])
      if (end - start > (this.#longest.get(entry.is) ?? 0)) this.#longest.set(entry.is, end - start)
    })
  }

  /** Hits of a kind that lie inside [start, end), by start and then length. */
  within<K extends Entry['is']>(kind: K, start: number, end: number): Hit<K>[] {
    const list = (this.#lists.get(kind) ?? []) as unknown as Hit<K>[]
    const out: Hit<K>[] = []
    for (let i = firstFrom(list, start); i < list.length && list[i]!.start < end; i++)
      if (list[i]!.end <= end) out.push(list[i]!)
    return out
  }

  /** The same without those that lie inside a longer one of the kind. */
  longest<K extends Entry['is']>(kind: K, start: number, end: number): Hit<K>[] {
    const out: Hit<K>[] = []
    for (const hit of this.within(kind, start, end)) {
      const last = out.at(-1)
      if (last && hit.start === last.start) {
        if (hit.end > last.end) out[out.length - 1] = hit
      } else if (!last || hit.end > last.end) out.push(hit)
    }
    return out
  }

  endingAt<K extends Entry['is']>(kind: K, end: number, from: number): Hit<K> | null {
    const list = (this.#lists.get(kind) ?? []) as unknown as Hit<K>[]
    const first = Math.max(from, end - (this.#longest.get(kind) ?? 0))
    for (let i = firstFrom(list, first); i < list.length && list[i]!.start < end; i++)
      if (list[i]!.end === end) return list[i]!
    return null
  }
}
