import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadKit } from '../../src/kit.ts'
import { extractOne, extractTogether } from '../../src/run/extract.ts'
import { OverTimeError } from '../../src/run/within.ts'

const kit = loadKit()

describe('documents read together are read as each by itself', () => {
  const documents = [
    ...readdirSync('seeds')
      .filter((name) => name.endsWith('.txt'))
      .slice(0, 6)
      .map((uri) => ({ uri, content: readFileSync(`seeds/${uri}`) })),
    { uri: 'empty.txt', content: ' \n' },
  ]

  test('documents: each stage over all of them, and all stages over each', async () => {
    const alone = await Promise.all(documents.map((document) => extractOne(document, kit)))
    expect(alone.map(({ status }) => status)).toContain('failed')
    expect(await extractTogether(documents, kit, (step) => step())).toEqual(alone)
  })

  test('documents: one of them takes too long, and the others are read', async () => {
    const slow = { uri: 'slow.txt', content: '关于检查情况的通报' }
    const all = [...documents.slice(0, 2), slow, documents[2]!]
    let step = 0
    // All together, then the documents one after the other.
    const guard = <T>(read: () => T): T => {
      if (step++ === 0 || step === 4) throw new OverTimeError('too long')
      return read()
    }
    const alone = await Promise.all(all.map((document) => extractOne(document, kit)))
    const found = await extractTogether(all, kit, guard)
    expect(found.map(({ problems }) => problems.map((p) => p.code))).toEqual([[], [], ['timeout'], []])
    for (const k of [0, 1, 3]) expect(found[k]).toEqual(alone[k])
  })
})
