const NONE = -1

/**
 * Finds all literals of all tables in one pass over a text: a trie whose edges stand in one hash table of integers, so
 * that a character costs an array access or two and no object.
 */
export class Matcher<P> {
  /** Node that a first character leads to, 0 where no literal starts with it. */
  readonly #first = new Int32Array(65536)
  /** Edge (node, character) → node, open addressing; the key is exact: node × 2^16 + character, split over two arrays. */
  #fromNode = new Int32Array(1 << 12).fill(NONE)
  #character = new Uint16Array(1 << 12)
  #toNode = new Int32Array(1 << 12)
  #edges = 0
  readonly #payloads: (P[] | null)[] = [null]

  add(literal: string, payload: P): void {
    if (literal === '') return
    let node = 0
    for (let i = 0; i < literal.length; i++) {
      const c = literal.charCodeAt(i)
      let next = i === 0 ? this.#first[c]! : this.#next(node, c)
      if (next === 0) {
        next = this.#payloads.length
        this.#payloads.push(null)
        if (i === 0) this.#first[c] = next
        else this.#link(node, c, next)
      }
      node = next
    }
    ;(this.#payloads[node] ??= []).push(payload)
  }

  /** Calls `hit` for every literal found, by start and then by length; overlapping and nested ones included. */
  scan(
    text: string,
    start: number,
    end: number,
    hit: (start: number, end: number, payload: P) => void,
  ): void {
    const first = this.#first
    const payloads = this.#payloads
    for (let i = start; i < end; i++) {
      let node = first[text.charCodeAt(i)]!
      let j = i + 1
      while (node !== 0) {
        const found = payloads[node]
        if (found) for (let k = 0; k < found.length; k++) hit(i, j, found[k]!)
        if (j >= end) break
        node = this.#next(node, text.charCodeAt(j++))
      }
    }
  }

  /** The longest literal that starts at `at`, with its payloads; undefined where none does. */
  longestAt(text: string, at: number): { end: number; payloads: readonly P[] } | undefined {
    let node = this.#first[text.charCodeAt(at)]
    let j = at + 1
    let best: { end: number; payloads: readonly P[] } | undefined
    while (node) {
      const found = this.#payloads[node]
      if (found) best = { end: j, payloads: found }
      if (j >= text.length) break
      node = this.#next(node, text.charCodeAt(j++))
    }
    return best
  }

  #next(node: number, c: number): number {
    const from = this.#fromNode
    const mask = from.length - 1
    for (let at = slot(node, c) & mask; ; at = (at + 1) & mask) {
      const other = from[at]!
      if (other === NONE) return 0
      if (other === node && this.#character[at] === c) return this.#toNode[at]!
    }
  }

  #link(node: number, c: number, next: number): void {
    if (++this.#edges * 3 > this.#fromNode.length) this.#grow()
    this.#put(node, c, next)
  }

  #put(node: number, c: number, next: number): void {
    const mask = this.#fromNode.length - 1
    let at = slot(node, c) & mask
    while (this.#fromNode[at] !== NONE) at = (at + 1) & mask
    this.#fromNode[at] = node
    this.#character[at] = c
    this.#toNode[at] = next
  }

  #grow(): void {
    const [from, character, to] = [this.#fromNode, this.#character, this.#toNode]
    const size = from.length * 2
    this.#fromNode = new Int32Array(size).fill(NONE)
    this.#character = new Uint16Array(size)
    this.#toNode = new Int32Array(size)
    for (let i = 0; i < from.length; i++) if (from[i] !== NONE) this.#put(from[i]!, character[i]!, to[i]!)
  }
}

function slot(node: number, c: number): number {
  const h = Math.imul(node, 0x9e3779b1) ^ Math.imul(c, 0x85ebca6b)
  return h ^ (h >>> 15)
}
