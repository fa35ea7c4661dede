/** What is made of a thing, once for as long as that is there: of a kit, of a text's hits. */
export function onceFor<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const made = new WeakMap<K, V>()
  return (of) => {
    let value = made.get(of)
    if (value === undefined) made.set(of, (value = make(of)))
    return value
  }
}

/** A longer word would keep the text it was cut from. */
const LONGEST = 12
const MOST = 4096

/** The same few words are asked about again and again: what was made of them is remembered. */
export function remembering<V>(make: (word: string) => V): (word: string) => V {
  const known = new Map<string, V>()
  return (word) => {
    if (word.length > LONGEST) return make(word)
    let value = known.get(word)
    if (value === undefined) {
      if (known.size >= MOST) known.clear()
      known.set(word, (value = make(word)))
    }
    return value
  }
}
