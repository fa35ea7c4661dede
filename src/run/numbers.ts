import { InputError } from './discover.ts'

/**
 * Shards that arguments name, each once, in order: `3`, `0-9`, or `2/16`, the third of sixteen equal groups, which an
 * array of tasks can ask for without knowing how many shards there are.
 * @throws InputError where one is not of these, or there is no such shard.
 */
export function shardNumbers(wanted: readonly string[], total: number): number[] {
  const numbers = new Set<number>()
  for (const text of wanted) {
    const group = /^(\d{1,9})\/(\d{1,9})$/.exec(text)
    const range = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(text)
    if (group) {
      const [k, n] = [Number(group[1]), Number(group[2])]
      if (k >= n)
        throw new InputError(`${text}: groups are counted from 0, the last of ${n} is ${n - 1}/${n}`)
      for (let i = Math.floor((total * k) / n); i < Math.floor((total * (k + 1)) / n); i++) numbers.add(i)
    } else if (range) {
      const [first, last] = [Number(range[1]), Number(range[2] ?? range[1])]
      if (first > last) throw new InputError(`${text}: ends before it begins`)
      if (last >= total) throw new InputError(`${text}: no such shard, the plan has ${total}, counted from 0`)
      for (let i = first; i <= last; i++) numbers.add(i)
    } else throw new InputError(`${text}: neither a shard (3), nor a range (0-9), nor a group (2/16)`)
  }
  return [...numbers].sort((a, b) => a - b)
}
