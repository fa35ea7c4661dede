const BITS = 1 << 20
/** Places of a node: its character, the next node with the same parent, its first child, and the number of its payloads; 0 is none. */
const CHARACTER = 0
const SIBLING = 1
const CHILD = 2
const PAYLOADS = 3
const WIDTH = 4

/** Nodes and the ways to them, without what stands at them. */
export interface Trie {
  first: Int32Array
  pairs: Int32Array
  may: Uint32Array
  nodes: Int32Array
}

/**
 * Finds all literals of all tables in one pass over a text: a trie whose nodes stand side by side in one array of integers,
 * those of one literal in a row. First characters are looked up in a table, pairs of characters by their hash; what follows a
 * pair is so little that it is looked through.
 */
export class Matcher<P> {
  /** Offset of the node that a first character leads to, 0 where no literal starts with it. */
  readonly #first: Int32Array
  /** Pairs of characters that literals start with and the offsets of their nodes, side by side, open addressing. */
  #pairs: Int32Array
  #paired = 0
  /** A bit for each pair, and for each node and character that leads on, by its hash among so many: most characters carry no literal on, and this is small enough to be at hand. */
  readonly #may: Uint32Array
  #nodes: Int32Array
  #end = WIDTH
  readonly #payloads: (readonly P[] | undefined)[] = [[]]
  /** Literals added so far: the number of the next list of payloads. */
  #lists = 1

  /** Of no literals yet; or with all the nodes of `trie`: then `payloads` makes a list of them when it is first met, and `add` is not for it. */
  constructor(
    trie: Trie | null = null,
    private readonly payloads: (list: number) => readonly P[] = () => [],
  ) {
    this.#first = trie?.first ?? new Int32Array(65536)
    this.#pairs = trie?.pairs ?? new Int32Array(2 << 14)
    this.#may = trie?.may ?? new Uint32Array(BITS >>> 5)
    this.#nodes = trie?.nodes ?? new Int32Array(WIDTH << 15)
  }

  get trie(): Trie {
    return {
      first: this.#first,
      pairs: this.#pairs,
      may: this.#may,
      nodes: this.#nodes.subarray(0, this.#end),
    }
  }

  /** Returns the number of the list of payloads that stands where the literal ends; 0 for the empty one, which is nowhere. */
  add(literal: string, payload: P): number {
    if (literal === '') return 0
    const c = literal.charCodeAt(0)
    let node = this.#first[c]! || (this.#first[c] = this.#make(c))
    if (literal.length > 1) node = this.#linked(c, literal.charCodeAt(1))
    for (let i = 2; i < literal.length; i++) {
      const next = literal.charCodeAt(i)
      let child = this.#nodes[node + CHILD]!
      while (child !== 0 && this.#nodes[child + CHARACTER] !== next) child = this.#nodes[child + SIBLING]!
      if (child === 0) {
        child = this.#make(next)
        this.#nodes[child + SIBLING] = this.#nodes[node + CHILD]!
        this.#nodes[node + CHILD] = child
        this.#allow(node, next)
      }
      node = child
    }
    const list = this.#nodes[node + PAYLOADS]! || (this.#nodes[node + PAYLOADS] = this.#lists++)
    this.#payloads[list] = [...(this.#payloads[list] ?? []), payload]
    return list
  }

  #made(list: number): readonly P[] {
    return (this.#payloads[list] = this.payloads(list))
  }

  /** Calls `hit` for every literal found, by start and then by length; overlapping and nested ones included. */
  scan(
    text: string,
    start: number,
    end: number,
    hit: (start: number, end: number, payload: P) => void,
  ): void {
    const first = this.#first
    const may = this.#may
    const nodes = this.#nodes
    const payloads = this.#payloads
    let next = start < end ? text.charCodeAt(start) : 0
    for (let i = start; i < end; i++) {
      const c = next
      if (i + 1 < end) next = text.charCodeAt(i + 1)
      let node = first[c]!
      if (node === 0) continue
      let j = i + 1
      const single = nodes[node + PAYLOADS]!
      if (single !== 0) {
        const found = payloads[single] ?? this.#made(single)
        for (let k = 0; k < found.length; k++) hit(i, j, found[k]!)
      }
      if (j >= end) return
      const bit = hashOf(c, next) & (BITS - 1)
      if ((may[bit >>> 5]! & (1 << (bit & 31))) === 0) continue
      node = this.#pair(c, next)
      j++
      while (node !== 0) {
        const many = nodes[node + PAYLOADS]!
        if (many !== 0) {
          const found = payloads[many] ?? this.#made(many)
          for (let k = 0; k < found.length; k++) hit(i, j, found[k]!)
        }
        if (j >= end) break
        const after = text.charCodeAt(j++)
        const bit = hashOf(node, after) & (BITS - 1)
        if ((may[bit >>> 5]! & (1 << (bit & 31))) === 0) break
        node = nodes[node + CHILD]!
        while (node !== 0 && nodes[node + CHARACTER] !== after) node = nodes[node + SIBLING]!
      }
    }
  }

  #make(c: number): number {
    const node = this.#end
    this.#end += WIDTH
    if (this.#end > this.#nodes.length) {
      const nodes = this.#nodes
      this.#nodes = new Int32Array(nodes.length * 2)
      this.#nodes.set(nodes)
    }
    this.#nodes[node + CHARACTER] = c
    return node
  }

  /** The node of a pair of characters, 0 where no literal starts with it. */
  #pair(a: number, b: number): number {
    const pairs = this.#pairs
    return pairs[slotOf(pairs, a, b) + 1]!
  }

  #linked(a: number, b: number): number {
    const known = this.#pair(a, b)
    if (known !== 0) return known
    if (++this.#paired * 6 > this.#pairs.length) {
      const pairs = this.#pairs
      this.#pairs = new Int32Array(pairs.length * 2)
      for (let at = 0; at < pairs.length; at += 2)
        if (pairs[at + 1] !== 0) this.#put(pairs[at]! >>> 16, pairs[at]! & 0xffff, pairs[at + 1]!)
    }
    const node = this.#make(b)
    this.#put(a, b, node)
    this.#allow(a, b)
    return node
  }

  #allow(from: number, c: number): void {
    const bit = hashOf(from, c) & (BITS - 1)
    this.#may[bit >>> 5]! |= 1 << (bit & 31)
  }

  #put(a: number, b: number, node: number): void {
    const at = slotOf(this.#pairs, a, b)
    this.#pairs[at] = (a << 16) | b
    this.#pairs[at + 1] = node
  }
}

/** Where a pair stands, or would. */
function slotOf(pairs: Int32Array, a: number, b: number): number {
  const key = (a << 16) | b
  const mask = pairs.length - 1
  for (let at = (hashOf(a, b) << 1) & mask; ; at = (at + 2) & mask)
    if (pairs[at + 1] === 0 || pairs[at] === key) return at
}

function hashOf(a: number, b: number): number {
  const h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)
  return h ^ (h >>> 15)
}
