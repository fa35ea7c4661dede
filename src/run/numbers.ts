import { both } from '../messages.ts'
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
      if (k >= n) throw new InputError(...both('shard_groups', text, n, `${n - 1}/${n}`))
      for (let i = Math.floor((total * k) / n); i < Math.floor((total * (k + 1)) / n); i++) numbers.add(i)
    } else if (range) {
      const [first, last] = [Number(range[1]), Number(range[2] ?? range[1])]
      if (first > last) throw new InputError(...both('shard_backwards', text))
      if (last >= total) throw new InputError(...both('no_shard', text, total))
      for (let i = first; i <= last; i++) numbers.add(i)
    } else throw new InputError(...both('no_shard_form', text))
  }
  return [...numbers].sort((a, b) => a - b)
}
