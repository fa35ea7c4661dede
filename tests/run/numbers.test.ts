import { describe, expect, test } from 'vitest'
import { shardNumbers } from '../../src/run/numbers.ts'

describe('shards that arguments name, of ten', () => {
  const cases: [string[], number[] | RegExp][] = [
    [['3'], [3]],
    [
      ['7', '0-2', '1'],
      [0, 1, 2, 7],
    ],
    [['0/3'], [0, 1, 2]],
    [['1/3'], [3, 4, 5]],
    [['2/3'], [6, 7, 8, 9]],
    [['19/20'], [9]],
    [['0/20'], []],
    [['10'], /no such shard, the plan has 10/],
    [['5-3'], /ends before it begins/],
    [['3/3'], /the last of 3 is 2\/3/],
    [['-1'], /neither a shard/],
    [['x'], /neither a shard/],
    [['1.5'], /neither a shard/],
    [['99999999999999999999'], /neither a shard/],
  ]
  for (const [wanted, expected] of cases)
    test(wanted.join(' '), () => {
      if (expected instanceof RegExp) expect(() => shardNumbers(wanted, 10)).toThrow(expected)
      else expect(shardNumbers(wanted, 10)).toEqual(expected)
    })
  test('groups are all shards, each once, whatever their number', () => {
    for (const total of [0, 1, 7, 64])
      for (const n of [1, 2, 16, 100]) {
        const all = Array.from({ length: n }, (_, k) => shardNumbers([`${k}/${n}`], total)).flat()
        expect(all).toEqual([...Array(total).keys()])
      }
  })
})
