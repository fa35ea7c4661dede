/**
 * How much a piece of text is worded like those of one kind and unlike those of another: the mean log-odds of its pairs of
 * characters, smoothed. Characters, not words: what is looked for are words that no dictionary has.
 */
export class Likeness {
  readonly #for = new Map<string, number>()
  readonly #against = new Map<string, number>()
  #all = { for: 0, against: 0 }

  add(text: string, kind: 'for' | 'against', weight = 1): void {
    const counts = kind === 'for' ? this.#for : this.#against
    for (const gram of gramsOf(text)) {
      counts.set(gram, (counts.get(gram) ?? 0) + weight)
      this.#all[kind] += weight
    }
  }

  /** Above 0: more like the one kind. */
  of(text: string): number {
    let sum = 0
    let n = 0
    for (const gram of gramsOf(text)) {
      const own = ((this.#for.get(gram) ?? 0) + 0.5) / (this.#all.for + 1)
      const other = ((this.#against.get(gram) ?? 0) + 0.5) / (this.#all.against + 1)
      sum += Math.log(own / other)
      n++
    }
    return n === 0 ? 0 : sum / n
  }
}

/** Characters and pairs of characters. */
export function gramsOf(text: string): string[] {
  const out: string[] = []
  for (let i = 0; i < text.length; i++) {
    out.push(text[i]!)
    if (i + 1 < text.length) out.push(text.slice(i, i + 2))
  }
  return out
}

/** Dice's coefficient of their pairs of characters, 0 to 1. */
export function alike(a: string, b: string): number {
  const pairs = (s: string) => new Set(gramsOf(s).filter((g) => g.length === 2))
  const [x, y] = [pairs(a), pairs(b)]
  if (x.size === 0 || y.size === 0) return a === b ? 1 : 0
  let both = 0
  for (const gram of x) if (y.has(gram)) both++
  return (2 * both) / (x.size + y.size)
}
