/** One rewrite of a pass: `text` takes the place of [start, end) of the text the pass was given. */
export interface Edit {
  start: number
  end: number
  text: string
  /** Set where the scrape had lost characters and the new text is a hypothesis. */
  repair?: 'date' | 'number' | 'doc_number' | 'mark' | 'garbled' | 'name'
  note?: string
}

/**
 * Where each character of the rewritten text came from. Laws (tests/property):
 * a span that starts inside an edit snaps left, one that ends inside snaps right;
 * what was deleted belongs to the character before it.
 */
export class OffsetMap {
  /** origin[i] = source offset of character i; length n + 1. null is the identity. */
  private constructor(private readonly origin: Int32Array | null) {}

  static readonly identity = new OffsetMap(null)

  toSource(start: number, end: number): { start: number; end: number } {
    const o = this.origin
    if (!o) return { start, end }
    let stop = end
    if (end > start) while (stop < o.length - 1 && o[stop] === o[stop - 1]) stop++
    return { start: o[start]!, end: o[stop]! }
  }

  /** The first character that came from `offset` or later: the inverse of a span's start. */
  fromSource(offset: number): number {
    const o = this.origin
    if (!o) return offset
    let low = 0
    let high = o.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (o[middle]! < offset) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Applies sorted, disjoint edits; one whose text is as long as what it replaces maps character by character. */
  apply(text: string, edits: readonly Edit[]): { text: string; map: OffsetMap } {
    const pieces: string[] = []
    let at = 0
    let sameLength = true
    for (const e of edits) {
      pieces.push(text.slice(at, e.start), e.text)
      at = e.end
      if (e.text.length !== e.end - e.start) sameLength = false
    }
    pieces.push(text.slice(at))
    const out = pieces.join('')
    if (sameLength) return { text: out, map: this }
    const before = this.origin
    const next = new Int32Array(out.length + 1)
    let to = 0
    let from = 0
    const copy = (until: number) => {
      if (before) next.set(before.subarray(from, until), to)
      else for (let i = from; i < until; i++) next[to + i - from] = i
      to += until - from
      from = until
    }
    for (const e of edits) {
      copy(e.start)
      if (e.text.length === e.end - e.start) copy(e.end)
      else {
        next.fill(before ? before[e.start]! : e.start, to, to + e.text.length)
        to += e.text.length
        from = e.end
      }
    }
    copy(text.length)
    next[to] = before ? before[text.length]! : text.length
    return { text: out, map: new OffsetMap(next) }
  }
}
