import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { documents, tongbao } from './command.ts'
import { FULL, LONG } from './full.ts'
import { mutate, type Seed } from './mutate.ts'
import { random } from './random.ts'
import { Watched } from './watched.ts'

/** `HOSTILE_SEED`, `HOSTILE_FROM` and `HOSTILE_N` make any of them again, or go on where another stopped. */
const N = Number(process.env.HOSTILE_N ?? (FULL ? 100_000 : LONG ? 5_000 : 200))
const FROM = Number(process.env.HOSTILE_FROM ?? 0)
const SEED = Number(process.env.HOSTILE_SEED ?? 1)
/** As many of them go through the command as well. */
const BY_COMMAND = LONG ? 500 : 60

const scratch = mkdtempSync(join(tmpdir(), 'tongbao-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const seeds = ['seeds', 'corpus/notices/docs', 'tests/read/fixtures'].flatMap((folder) =>
  readdirSync(folder)
    .sort()
    .map((name): Seed => ({ name, bytes: readFileSync(join(folder, name)) })),
)
const formOf = (name: string) => /\.(?:tar\.gz|warc\.gz|\w+)$/.exec(name)![0]
/** Of a hundred files so many of each form. */
const SHARES: Record<string, number> = {
  '.html': 60,
  '.txt': 11,
  '.docx': 10,
  '.xlsx': 7,
  '.xls': 3,
  '.jsonl': 2,
  '.csv': 2,
  '.pdf': 2,
  '.warc.gz': 2,
  '.tar.gz': 1,
}
const FORMS = Object.entries(SHARES).flatMap(([form, n]) => Array<string>(n).fill(form))

/** The i-th wounded file: the same for the same seed, whichever others are made. */
function wounded(i: number): { name: string; bytes: Uint8Array } {
  const r = random(SEED * 1_000_003 + i)
  r.next()
  const form = r.pick(FORMS)
  const usable = seeds.filter((s) => formOf(s.name) === form)
  const seed = r.pick(usable)
  return { name: `m${i}${form}`, bytes: mutate(seed, r.pick(usable), r) }
}

test('every form has its share', () => {
  expect(FORMS).toHaveLength(100)
  expect([...new Set(seeds.map((s) => formOf(s.name)))].sort()).toEqual(Object.keys(SHARES).sort())
})

test(`${N} wounded files of all forms: one status each, no crash, no hang (seed ${SEED}, from ${FROM})`, async () => {
  const folder = join(scratch, 'in')
  mkdirSync(folder)
  const watched = await Watched.start()
  const found: string[] = []
  for (let i = FROM; i < FROM + N; i++) {
    const { name, bytes } = wounded(i)
    const path = join(folder, name)
    writeFileSync(path, bytes)
    const wrong = await watched.read(path)
    // By its number it can be made again: HOSTILE_FROM=… HOSTILE_N=1.
    if (wrong.length > 0) console.log(`file ${i} of seed ${SEED}: ${wrong.join('\n')}`)
    found.push(...wrong)
    if (i - FROM >= BY_COMMAND) rmSync(path)
    if (LONG && (i + 1) % 1000 === 0)
      console.log(
        `${i + 1} files, ${found.length} wrong, ${JSON.stringify(Object.fromEntries(watched.counts))}`,
      )
  }
  watched.close()
  console.log(
    `${N} files from ${FROM}, seed ${SEED}: ${JSON.stringify(Object.fromEntries(watched.counts))}, slowest ${watched.slowest.ms} ms (${basename(watched.slowest.path)}), at most ${Math.round(watched.rss / 2 ** 20)} MiB`,
  )
  expect(found).toEqual([])

  const out = join(scratch, 'out')
  const r = tongbao(['extract', folder, '-o', out, '--quiet'], { timeout: 3_600_000 })
  expect([[0, 3].includes(r.status!), r.said]).toEqual([true, expect.not.stringContaining('    at ')])
  const rows = documents(out)
  const uris = new Set(rows.map((d) => d.source_uri))
  expect(uris.size).toBe(rows.length)
  expect(rows.filter((d) => d.code === 'internal')).toEqual([])
  const all = [...uris]
  expect(readdirSync(folder).filter((name) => !all.some((u) => u.startsWith(`${folder}/${name}`)))).toEqual(
    [],
  )
}, 86_400_000)
