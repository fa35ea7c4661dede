const NONE = -1
const BITS = 1 << 20

/** Nodes and edges, without what stands at them. */
export interface Trie {
  first: Int32Array
  edges: Int32Array
  may: Uint32Array
  nodes: number
}

/**
 * Finds all literals of all tables in one pass over a text: a trie whose edges stand in one hash table of integers, so
 * that a character costs an array access or two and no object.
 */
export class Matcher<P> {
  /** Node that a first character leads to, 0 where no literal starts with it. */
  readonly #first: Int32Array
  /** Edges, open addressing: node, character, and the node it leads to stand side by side, a fourth place stays empty. */
  #edges: Int32Array
  #mask: number
  #size = 0
  /** A bit for each edge, by its slot among so many: most characters carry no literal on, and this is small enough to be at hand. */
  readonly #may: Uint32Array
  readonly #payloads: (P[] | null)[] = []

  /** Of no literals yet; or with all the nodes of `trie`, and nothing at them. No literal can be added to that. */
  constructor(trie: Trie | null = null) {
    this.#first = trie?.first ?? new Int32Array(65536)
    this.#edges = trie?.edges ?? new Int32Array(4 << 12).fill(NONE)
    this.#may = trie?.may ?? new Uint32Array(BITS >>> 5)
    this.#mask = this.#edges.length / 4 - 1
    for (let n = trie?.nodes ?? 1; n > 0; n--) this.#payloads.push(null)
  }

  get trie(): Trie {
    return { first: this.#first, edges: this.#edges, may: this.#may, nodes: this.#payloads.length }
  }

  /** Returns the node that the literal ends at. */
  add(literal: string, payload: P): number {
    if (literal === '') return 0
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
    this.put(node, payload)
    return node
  }

  /** What `add` does once the node is known, for the literals of the same trie. */
  put(node: number, payload: P): void {
    if (node !== 0) (this.#payloads[node] ??= []).push(payload)
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
    const may = this.#may
    for (let i = start; i < end; i++) {
      let node = first[text.charCodeAt(i)]!
      let j = i + 1
      while (node !== 0) {
        const found = payloads[node]
        if (found) for (let k = 0; k < found.length; k++) hit(i, j, found[k]!)
        if (j >= end) break
        const c = text.charCodeAt(j++)
        const bit = slot(node, c) & (BITS - 1)
        if ((may[bit >>> 5]! & (1 << (bit & 31))) === 0) break
        node = this.#next(node, c)
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
    const edges = this.#edges
    const mask = this.#mask
    for (let at = slot(node, c) & mask; ; at = (at + 1) & mask) {
      const other = edges[4 * at]!
      if (other === NONE) return 0
      if (other === node && edges[4 * at + 1] === c) return edges[4 * at + 2]!
    }
  }

  #link(node: number, c: number, next: number): void {
    if (++this.#size * 3 > this.#mask + 1) this.#grow()
    this.#put(node, c, next)
    const bit = slot(node, c) & (BITS - 1)
    this.#may[bit >>> 5]! |= 1 << (bit & 31)
  }

  #put(node: number, c: number, next: number): void {
    let at = slot(node, c) & this.#mask
    while (this.#edges[4 * at] !== NONE) at = (at + 1) & this.#mask
    this.#edges[4 * at] = node
    this.#edges[4 * at + 1] = c
    this.#edges[4 * at + 2] = next
  }

  #grow(): void {
    const edges = this.#edges
    this.#edges = new Int32Array(edges.length * 2).fill(NONE)
    this.#mask = this.#edges.length / 4 - 1
    for (let i = 0; i < edges.length; i += 4)
      if (edges[i] !== NONE) this.#put(edges[i]!, edges[i + 1]!, edges[i + 2]!)
  }
}

function slot(node: number, c: number): number {
  const h = Math.imul(node, 0x9e3779b1) ^ Math.imul(c, 0x85ebca6b)
  return h ^ (h >>> 15)
}
