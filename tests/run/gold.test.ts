import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadKit } from '../../src/kit.ts'
import { evaluateCorpus } from '../../src/run/evaluate.ts'
import { printScores } from '../../src/run/scores.ts'

/** Scores may rise above their recorded floor, never fall below it. `corpus/floors.json`: corpus → field → F1. */
const floors = JSON.parse(readFileSync('corpus/floors.json', 'utf8')) as Record<
  string,
  Record<string, number>
>
const kit = loadKit('grammars/lexicon')

for (const [corpus, fields] of Object.entries(floors))
  describe(`gold of corpus/${corpus}`, async () => {
    expect(existsSync(`corpus/${corpus}/gold`)).toBe(true)
    const scores = await evaluateCorpus(`corpus/${corpus}`, kit)
    for (const [field, floor] of Object.entries(fields))
      test(`${field} F1 ≥ ${floor}`, () => {
        const score = scores.fields.find((f) => f.field === field)
        expect(score, printScores(scores, false)).toBeDefined()
        expect(
          score!.f1,
          printScores({ ...scores, misses: scores.misses.filter((m) => m.field === field) }, true),
        ).toBeGreaterThanOrEqual(floor)
      })
    test('every evidence span reproduces its quote', () => expect(scores.evidence.wrong).toBe(0))
  })

/** Confidence means something: of the values called 0.9 or surer, at least 97 in 100 are right, each kind 95. */
describe('values of confidence ≥ 0.9 are right', async () => {
  const sums = new Map<string, { right: number; all: number }>()
  for (const corpus of Object.keys(floors))
    for (const { kind, buckets } of (await evaluateCorpus(`corpus/${corpus}`, kit)).confidence)
      for (const b of buckets.filter((x) => x.from >= 0.9)) {
        const sum = sums.get(kind) ?? { right: 0, all: 0 }
        sums.set(kind, { right: sum.right + b.right, all: sum.all + b.all })
      }
  for (const [kind, share] of [
    ['all', 0.97],
    ['records', 0.95],
    ['metrics', 0.95],
    ['deadlines', 0.95],
  ] as const)
    test(`${kind} ≥ ${share}`, () => {
      const { right, all } = sums.get(kind)!
      expect(all).toBeGreaterThan(100)
      expect(right / all, `${right}/${all}`).toBeGreaterThanOrEqual(share)
    })
})
