import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { documents, tongbao } from './command.ts'
import { FULL, LONG } from './full.ts'
import { mutate, type Seed } from './mutate.ts'
import { random } from './random.ts'

const N = FULL ? 100_000 : LONG ? 5_000 : 300
const SEED = Number(process.env.HOSTILE_SEED ?? 1)
const BATCH = 100
/** Milliseconds for one file beyond the start of the command; a PDF takes its program with it. */
const MOST = (name: string) => (name.endsWith('.pdf') ? 10_000 : 2_000)
const STATUSES = new Set(['ok', 'partial', 'failed', 'skipped'])

const scratch = mkdtempSync(join(tmpdir(), 'tongbao-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const seedsIn = (folder: string, wanted: (name: string) => boolean): Seed[] =>
  readdirSync(folder)
    .filter(wanted)
    .sort()
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
const seeds = [
  ...seedsIn('seeds', () => true),
  ...seedsIn('corpus/notices/docs', () => true),
  // PDFs take a hundred times as long as the others: one of them is enough.
  ...seedsIn(
    'tests/read/fixtures',
    (name) => !name.endsWith('.pdf') || name === '004.pdf' || name === 'locked.pdf',
  ),
]
const forms = [...new Set(seeds.map((s) => formOf(s.name)))].sort()
function formOf(name: string): string {
  return /\.(?:jsonl|tar\.gz|warc\.gz|\w+)$/.exec(name)![0]
}

/** What is wrong with how the command took this folder of files. */
function wrong(folder: string, names: readonly string[], out: string): string[] {
  const r = tongbao(['extract', folder, '-o', out, '--quiet'], { timeout: 600_000 })
  if ((r.status !== 0 && r.status !== 3) || r.said.includes('    at '))
    return [`ended with ${r.status ?? r.signal}: ${r.said.slice(0, 500)}`]
  const told: string[] = []
  const rows = documents(out)
  if (rows.some((d) => !STATUSES.has(d.status))) told.push('a status that is none')
  for (const d of rows) if (d.code === 'internal') told.push(`${d.source_uri}: internal: ${d.cause}`)
  const uris = rows.map((d) => d.source_uri)
  const twice = uris.filter((u, i) => uris.indexOf(u) !== i)
  if (twice.length > 0) told.push(`two statuses: ${twice.join(' ')}`)
  for (const name of names) {
    const own = uris.filter((u) => u.startsWith(`${folder}/${name}`))
    if (own.length === 0) told.push(`${name}: no status`)
  }
  return told
}

test(`${N} wounded files of all forms: one status each, no crash, no hang (seed ${SEED})`, () => {
  const r = random(SEED)
  const found: string[] = []
  const start = tongbao(['--help']).took
  for (let done = 0; done < N; done += BATCH) {
    const folder = join(scratch, 'in')
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder)
    const names: string[] = []
    for (let i = done; i < Math.min(done + BATCH, N); i++) {
      const form = forms[i % forms.length]!
      // Hardly ever a PDF in the short form: each costs a second.
      const usable = seeds.filter((s) => formOf(s.name) === (form === '.pdf' && i % 4 !== 0 ? '.txt' : form))
      const seed = r.pick(usable)
      const name = `m${i}${formOf(seed.name)}`
      writeFileSync(join(folder, name), mutate(seed, r.pick(usable), r))
      names.push(name)
    }
    const out = join(scratch, 'out')
    rmSync(out, { recursive: true, force: true })
    const before = performance.now()
    const told = wrong(folder, names, out)
    const slow = performance.now() - before - start > 20_000
    if (told.length === 0 && !slow) continue
    found.push(...told)
    if (!slow && told.every((t) => !t.startsWith('ended'))) continue
    // One of them, and which: each by itself.
    for (const name of names) {
      const one = join(scratch, 'one')
      rmSync(one, { recursive: true, force: true })
      mkdirSync(one)
      writeFileSync(join(one, name), readFileSync(join(folder, name)))
      rmSync(out, { recursive: true, force: true })
      const ran = tongbao(['extract', one, '-o', out, '--quiet'], { timeout: 60_000 })
      if (ran.status !== 0 && ran.status !== 3)
        found.push(`${name}: ${ran.status ?? ran.signal} ${ran.said.slice(0, 300)}`)
      if (ran.took - start > MOST(name) + 1_000) found.push(`${name}: ${Math.round(ran.took)} ms`)
    }
  }
  expect(found).toEqual([])
}, 86_400_000)
