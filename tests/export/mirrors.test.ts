import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Copy, Mirrors } from '../../src/export/mirrors.ts'
import { extract, loadKit } from '../../src/index.ts'

const kit = loadKit('grammars/lexicon')
const copyOf = (text: string, uri: string): Copy => ({ ...extract(text, { kit }), uri })
const seed = readFileSync('seeds/004_02e4c270c4d37dad.txt', 'utf8')
const other = readFileSync('seeds/000_f434b64764e44524.txt', 'utf8')
const told = (copies: readonly Copy[]) => {
  const mirrors = new Mirrors()
  return copies.map((copy) => mirrors.add(copy)?.duplicate_of_uri ?? null)
}

describe('copies of a notice', () => {
  const cases: [string, string, string, boolean][] = [
    ['the same', seed, seed, true],
    ['another page around it', seed, `首页 > 政务公开\n分享到:\n${seed}\n上一篇:关于召开会议的通知\n`, true],
    ['full-width and spaces', seed, seed.replaceAll(',', '，').replace(/。/g, '。 '), true],
    ['a few words changed', seed, seed.replaceAll('落实', '贯彻'), true],
    ['another notice', seed, other, false],
    [
      'the next quarter in the same words',
      seed,
      seed.replaceAll('三季度', '四季度').replaceAll('2019', '2020'),
      false,
    ],
    [
      'another place in the same words',
      other,
      other.replaceAll('恩平', '台山').replaceAll('440785', '440781'),
      false,
    ],
  ]
  for (const [name, a, b, is] of cases)
    test(name, () => expect(told([copyOf(a, 'a'), copyOf(b, 'b')])).toEqual([null, is ? 'a' : null]))
})

test('no two of the notices of the corpus are copies', () => {
  const files = readdirSync('corpus/notices/docs').sort()
  const copies = files.map((f) => ({
    ...extract(readFileSync(`corpus/notices/docs/${f}`), { kit, uri: f }),
    uri: f,
  }))
  expect(told(copies).filter((c) => c !== null)).toEqual([])
})

test('whatever the order, the first is kept and all others are its copies', () => {
  const copies = [seed, `${seed}\n`, `\n${seed}`, other].map((t, i) => copyOf(t, String(i)))
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (order) => {
      const first = order.find((i) => i < 3)!
      expect(told(order.map((i) => copies[i]!))).toEqual(
        order.map((i) => (i === 3 || i === first ? null : String(first))),
      )
    }),
  )
})
