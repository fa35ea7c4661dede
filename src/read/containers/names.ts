/** Each name once: an archive may hold two entries of one name, which are two documents («a.txt», «a~2.txt»). */
export class Names {
  readonly #seen = new Set<string>()

  own(name: string): string {
    let own = name
    for (let n = 2; this.#seen.has(own); n++) own = name.replace(/(\.[^./]*)?$/, (ending) => `~${n}${ending}`)
    this.#seen.add(own)
    return own
  }
}
