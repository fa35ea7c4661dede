import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { compile, type Kit, kitOf, tablesHash } from '../../src/kit.ts'
import { packCompiled, packLikeness, readCompiled, readCompiledLikeness } from '../../src/lexicon/compiled.ts'
import { lexiconFolder } from '../../src/lexicon/folder.ts'
import { readLikeness } from '../../src/lexicon/likeness.ts'

const scratch = mkdtempSync(join(tmpdir(), 'tongbao-compiled-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const folder = lexiconFolder()
const path = join(scratch, 'tables.bin')
const compiled = compile(folder)
const packed = packCompiled(compiled)
writeFileSync(path, packed)

function hitsOf(kit: Kit, text: string): string[] {
  const hits: string[] = []
  kit.matcher.scan(text, 0, text.length, (start, end, { row, head, ...entry }) =>
    hits.push(`${start} ${end} ${row?.file}:${row?.line} ${head?.line} ${JSON.stringify(entry)}`),
  )
  return hits
}

test('what was kept gives the kit that the tables give', () => {
  const kept = readCompiled(compiled.hash, folder, path)
  expect(packCompiled(kept!).equals(packed)).toBe(true)
  const [a, b] = [kitOf(kept!, folder), kitOf(compile(folder), folder)]
  // All heads share one table of 65,536 characters: it is held to the other's once.
  const plain = ({ matcher, likeness, cues, ...rest }: Kit) => ({
    ...rest,
    cues: { ...cues, head: Array.from({ length: cues.heads }, (_, n) => cues.head(n).line) },
  })
  const opens = ({ cues }: Kit) => Buffer.from(cues.head(0).opens)
  expect(opens(a).equals(opens(b))).toBe(true)
  expect(plain(a)).toEqual(plain(b))
  for (const [name, rows] of Object.entries(a.tables))
    expect(
      rows.every((row) => row.file === join(folder, `${name}.tsv`)),
      name,
    ).toBe(true)
  const texts = ['regions', 'units', 'cues', 'words', 'measures', 'vague'].map((name) =>
    readFileSync(join(folder, `${name}.tsv`), 'utf8'),
  )
  for (const text of texts) {
    const found = hitsOf(a, text)
    expect(found.length).toBeGreaterThan(100)
    expect(found).toEqual(hitsOf(b, text))
  }
  expect([...a.regions.names()]).toEqual([...b.regions.names()])
})

test('the model that was kept is the one among the tables', () => {
  const model = readLikeness(folder)
  const other = join(scratch, 'likeness.bin')
  writeFileSync(other, packLikeness(compiled.hash, model))
  const { slots, weights, ...rest } = readCompiledLikeness(compiled.hash, other)!
  expect(rest).toEqual({ categories: model.categories, unit: model.unit, features: model.features })
  expect(Buffer.from(slots.buffer).equals(Buffer.from(model.slots.buffer))).toBe(true)
  expect(Buffer.from(weights.buffer).equals(Buffer.from(model.weights.buffer))).toBe(true)
  expect(readCompiledLikeness('0', other)).toBeNull()
})

test('tables that were edited since are read themselves', () => {
  const edited = join(scratch, 'lexicon')
  cpSync(folder, edited, { recursive: true })
  expect(tablesHash(edited)).toBe(compiled.hash)
  appendFileSync(join(edited, 'demands.tsv'), '限期办结回复\tmend\n')
  expect(readCompiled(tablesHash(edited), edited, path)).toBeNull()
  expect(kitOf(compile(edited), edited).demands.mend).toContain('限期办结回复')
  expect(tablesHash(folder, edited)).not.toBe(compiled.hash)
})

test.each([
  ['not there', null],
  ['empty', Buffer.alloc(0)],
  ['cut off', packed.subarray(0, packed.length - 1)],
  [
    'of another kind of machine',
    Buffer.from(packed.toString('latin1').replace('"endianness":"LE"', '"endianness":"XE"'), 'latin1'),
  ],
  ['no head', Buffer.from('x'.repeat(packed.length))],
])('a file that is %s is left alone', (_, bytes) => {
  const other = join(scratch, 'other.bin')
  if (bytes) writeFileSync(other, bytes)
  expect(readCompiled(compiled.hash, folder, bytes ? other : join(scratch, 'none.bin'))).toBeNull()
})
