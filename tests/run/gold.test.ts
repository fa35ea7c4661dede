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
  describe(`gold of corpus/${corpus}`, () => {
    expect(existsSync(`corpus/${corpus}/gold`)).toBe(true)
    const scores = evaluateCorpus(`corpus/${corpus}`, kit)
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
