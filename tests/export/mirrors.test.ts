import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Copy, Mirrors } from '../../src/export/mirrors.ts'
import { extract, loadKit } from '../../src/index.ts'
import { readFingerprint, similarity } from '../../src/records/fingerprint.ts'

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

/** What `Mirrors` does, without its index: each notice is set beside all that were kept. */
function plainly(copies: readonly Copy[]): (string | null)[] {
  const kept: Copy[] = []
  const facts = (c: Copy) => [c.doc_number, c.issued, c.period?.label ?? null, c.region?.code ?? null]
  const band = (print: Uint16Array, b: number) => print.slice(b * 8, b * 8 + 8).join()
  return copies.map((copy) => {
    const print = readFingerprint(copy.fingerprint)
    const original = kept.find((known) => {
      const other = readFingerprint(known.fingerprint)
      if (!Array.from({ length: 16 }, (_, b) => band(print, b) === band(other, b)).includes(true))
        return false
      if (known.id === copy.id) return true
      const same = facts(known).map((f, i) =>
        f === null || facts(copy)[i] === null ? null : f === facts(copy)[i],
      )
      if (same.includes(false)) return false
      return similarity(print, other) >= (same[0] || (same[2] && same[3]) ? 0.8 : 0.95)
    })
    if (!original) kept.push(copy)
    return original?.uri ?? null
  })
}

test('with an index that is too small and its ledger on disk, the copies are those that are found without any', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongbao-mirrors-'))
  let made = 0
  const some = (...values: string[]) => fc.constantFrom(null, ...values)
  // Few changed places in one of three texts: copies, near copies and others.
  const print = fc
    .tuple(fc.nat(2), fc.array(fc.tuple(fc.nat(127), fc.nat(2)), { maxLength: 30 }))
    .map(([base, changes]) => {
      const bins = Uint16Array.from({ length: 128 }, (_, i) => base * 1000 + i)
      for (const [at, value] of changes) bins[at] = value
      return Buffer.from(bins.buffer).toString('base64')
    })
  const copy = fc.record({
    id: fc.nat(30).map((n) => n.toString(16).padStart(16, '0')),
    doc_number: some('1号', '2号'),
    issued: some('2021-01-01'),
    period: fc.option(fc.record({ label: fc.constantFrom('2020Q1', '2020Q2') })),
    region: fc.option(fc.record({ code: fc.constantFrom('440785', '440781') })),
    fingerprint: print,
  })
  fc.assert(
    fc.property(fc.array(copy, { maxLength: 60, size: 'max' }), fc.boolean(), (found, disk) => {
      const copies = found.map((c, i) => ({ ...c, uri: String(i) }))
      const mirrors = new Mirrors(disk ? (name) => join(folder, `${made++}.${name}`) : null, 1)
      expect(copies.map((c) => mirrors.add(c)?.duplicate_of_uri ?? null)).toEqual(plainly(copies))
      mirrors.close()
    }),
    { numRuns: 60 },
  )
  rmSync(folder, { recursive: true })
})
