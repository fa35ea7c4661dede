/** Finds all literals of all tables in one pass over a text: a trie entered by a first-character table. */
export class Matcher<P> {
  readonly #first = new Uint16Array(65536)
  readonly #edges: Map<number, number>[] = [new Map()]
  readonly #payloads: P[][] = [[]]

  add(literal: string, payload: P): void {
    if (literal === '') return
    let node = 0
    for (let i = 0; i < literal.length; i++) {
      const c = literal.charCodeAt(i)
      let next = i === 0 ? this.#first[c] || undefined : this.#edges[node]?.get(c)
      if (next === undefined) {
        next = this.#edges.length
        if (next > 65535 && i === 0) throw new RangeError('more first characters than a Uint16 can name')
        this.#edges.push(new Map())
        this.#payloads.push([])
        if (i === 0) this.#first[c] = next
        else this.#edges[node]?.set(c, next)
      }
      node = next
    }
    this.#payloads[node]?.push(payload)
  }

  /** Calls `hit` for every literal found, by start and then by length; overlapping and nested ones included. */
  scan(
    text: string,
    start: number,
    end: number,
    hit: (start: number, end: number, payload: P) => void,
  ): void {
    for (let i = start; i < end; i++) {
      let node = this.#first[text.charCodeAt(i)]
      let j = i + 1
      while (node) {
        const found = this.#payloads[node]!
        for (let k = 0; k < found.length; k++) hit(i, j, found[k]!)
        if (j >= end) break
        node = this.#edges[node]!.get(text.charCodeAt(j++))
      }
    }
  }

  /** The longest literal that starts at `at`, with its payloads; undefined where none does. */
  longestAt(text: string, at: number): { end: number; payloads: readonly P[] } | undefined {
    let node = this.#first[text.charCodeAt(at)]
    let j = at + 1
    let best: { end: number; payloads: readonly P[] } | undefined
    while (node) {
      const found = this.#payloads[node]!
      if (found.length) best = { end: j, payloads: found }
      if (j >= text.length) break
      node = this.#edges[node]!.get(text.charCodeAt(j++))
    }
    return best
  }
}
