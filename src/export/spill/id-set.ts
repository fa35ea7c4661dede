const ID = /^[0-9a-f]{16}$/

/** Notice ids, eight bytes each; what is no id of ours is kept as it is. */
export class IdSet {
  #slots = new BigUint64Array(1 << 10)
  #count = 0
  readonly #others = new Set<string>()

  /** Whether it was not there before. */
  add(id: string): boolean {
    const value = ID.test(id) ? BigInt(`0x${id}`) : 0n
    // An empty slot is 0.
    if (value === 0n) {
      const before = this.#others.size
      return this.#others.add(id).size > before
    }
    if (!put(this.#slots, value)) return false
    if (++this.#count * 2 > this.#slots.length) {
      const larger = new BigUint64Array(this.#slots.length * 2)
      for (const known of this.#slots) if (known !== 0n) put(larger, known)
      this.#slots = larger
    }
    return true
  }
}

function put(slots: BigUint64Array, value: bigint): boolean {
  const mask = slots.length - 1
  for (let i = Number(value & BigInt(mask)); ; i = (i + 1) & mask) {
    if (slots[i] === value) return false
    if (slots[i] === 0n) {
      slots[i] = value
      return true
    }
  }
}
