import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lexiconFolder } from '../../src/lexicon/folder.ts'
import { featuresOf, Likeness, readLikeness } from '../../src/lexicon/likeness.ts'

const likeness = new Likeness(readLikeness(lexiconFolder()))

test('the model is what the wordings give', () => {
  expect(spawnSync(process.execPath, ['build/learn.mjs', '--check']).status).toBe(0)
})

test('numbers are alike, marks and spaces say nothing', () => {
  expect(featuresOf('“动态” 停更12天')).toEqual(featuresOf('动态停更三十天'))
})

test('words of which no character is known are like nothing', () => {
  expect(likeness.likeliest('ʘʘ')).toBeNull()
})

test('of wordings it did not learn from, five in six are like their category', () => {
  const rows = readFileSync('corpus/phrases/unseen.tsv', 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t') as [string, string])
  const missed = rows.filter(([category, words]) => likeness.likeliest(words)?.category !== category)
  expect(missed.length / rows.length, missed.map((m) => m.join('  ')).join('\n')).toBeLessThan(1 / 6)
})
