import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { linesOf } from '../../src/export/lines.ts'
import { IdSet } from '../../src/export/spill/id-set.ts'
import { Ledger } from '../../src/export/spill/ledger.ts'
import { Sorted } from '../../src/export/spill/sorted.ts'

const folder = mkdtempSync(join(tmpdir(), 'tongbao-spill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let made = 0
/** A folder of its own for each try. */
const place = () => {
  const prefix = `${made++}.`
  return (name: string) => join(folder, prefix + name)
}
const text = fc.string({ unit: fc.constantFrom('a', 'b', '~', '\t', '\n', '"', '县', '𠀀', '\u2028') })

describe('values in the order of their keys', () => {
  test('those of one key in the order they came, however little is held in memory; again and again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, fc.jsonValue())),
        fc.nat(200),
        fc.boolean(),
        (entries, held, disk) => {
          const sorted = new Sorted<unknown>('x', disk ? place() : null, held)
          const groups = new Map<string, unknown[]>()
          for (const [key, value] of entries) {
            sorted.add(key, value)
            const json = JSON.parse(JSON.stringify(value))
            groups.set(key, [...(groups.get(key) ?? []), json])
          }
          const wanted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
          expect([...sorted.groups()]).toEqual(wanted)
          for (const _ of sorted.groups()) break
          expect([...sorted.groups()]).toEqual(wanted)
        },
      ),
    )
  })
  test('more runs than are open at once are made fewer', () => {
    const spill = place()
    const sorted = new Sorted<number>('many', spill, 0)
    for (let i = 0; i < 1000; i++) sorted.add(String(i % 7), i)
    const files = readdirSync(folder).filter((name) => join(folder, name).startsWith(spill('many')))
    expect(files.length).toBeLessThan(70)
    expect([...sorted.groups()].map(([key, values]) => [key, values.length, values[1]])).toEqual(
      Array.from({ length: 7 }, (_, k) => [String(k), k < 6 ? 143 : 142, k + 7]),
    )
  })
})

test('entries of a ledger are what was written, wherever they are', () => {
  const entries = Array.from({ length: 40 }, (_, i) => Buffer.alloc((i * 7919) % 40_000, i))
  for (const spill of [null, place()]) {
    const ledger = new Ledger('x', spill)
    for (const [n, bytes] of entries.entries()) {
      ledger.add(bytes)
      expect(ledger.length).toBe(n + 1)
      for (const k of [0, n >> 1, n]) expect(ledger.at(k).equals(entries[k]!)).toBe(true)
    }
    ledger.close()
  }
})

test('ids are known after they were told once', () => {
  const id = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'0f'), minLength: 16, maxLength: 16 }),
    fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((n) => n.toString(16).padStart(16, '0')),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(id, { maxLength: 2000, size: 'max' }), (ids) => {
      const set = new IdSet()
      const known = new Set<string>()
      for (const id of ids) {
        expect(set.add(id)).toBe(!known.has(id))
        known.add(id)
      }
    }),
    { numRuns: 20 },
  )
})

test('lines are those between line feeds, however little is read at a time', () => {
  const path = place()('lines')
  fc.assert(
    fc.property(
      fc.array(text.map((t) => t.replaceAll('\n', ''))),
      fc.integer({ min: 1, max: 9 }),
      (lines, chunk) => {
        writeFileSync(path, lines.map((line) => `${line}\n`).join(''))
        expect([...linesOf(path, chunk)]).toEqual(lines)
      },
    ),
    { numRuns: 25 },
  )
})
