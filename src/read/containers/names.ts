/** Each name once: an archive may hold two entries of one name, which are two documents («a.txt», «a~2.txt»). */
export class Names {
  /** The number that the next one of a name gets. */
  readonly #next = new Map<string, number>()

  own(name: string): string {
    let own = name
    for (let n = this.#next.get(name) ?? 1; this.#next.has(own); this.#next.set(name, n))
      own = name.replace(/(\.[^./]*)?$/, (ending) => `~${++n}${ending}`)
    this.#next.set(own, this.#next.get(own) ?? 1)
    return own
  }
}
