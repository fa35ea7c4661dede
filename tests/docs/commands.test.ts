import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type Block, blocksOf } from './blocks.ts'

const PAGES = [
  'README.md',
  'README.zh-CN.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'grammars/README.md',
  'bench/README.md',
  'corpus/README.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .sort(),
]
/** Commands that end with something else than 0 when all is well. */
const ENDS: [RegExp, number[]][] = [[/ diff /, [0, 1]]]

const scratch = mkdtempSync(join(tmpdir(), 'tongbao-docs-'))
afterAll(() => rmSync(scratch, { recursive: true }), 60_000)
const bin = join(scratch, 'bin')
mkdirSync(bin)
for (const [name, shift] of [
  ['npx', 'shift; '],
  ['tongbao', ''],
] as const) {
  writeFileSync(
    join(bin, name),
    `#!/bin/sh\n${shift}exec "${process.execPath}" "${resolve('dist/cli.js')}" "$@"\n`,
  )
  chmodSync(join(bin, name), 0o755)
}
const env = { ...process.env, LC_ALL: 'C', PATH: `${bin}${delimiter}${process.env.PATH}` }

/** What the pages say there is: notices in folders, and two outputs to compare. */
const template = join(scratch, 'template')
cpSync('seeds', join(template, 'seeds'), { recursive: true })
cpSync('seeds', join(template, 'notices'), { recursive: true })
for (const name of ['one.txt', 'some-notice.txt'])
  for (const folder of ['.', 'notices'])
    cpSync('seeds/001_1ff85f8cebaaceeb.txt', join(template, folder, name))
cpSync('tests/read/fixtures/001.html', join(template, 'more', 'deep', 'page.html'))
writeFileSync(
  join(template, 'dump.jsonl'),
  readdirSync('seeds')
    .sort()
    .map((name) => `${JSON.stringify({ text: readFileSync(join('seeds', name), 'utf8') })}\n`)
    .join(''),
)
cpSync('corpus/seeds', join(template, 'corpus', 'seeds'), { recursive: true })
symlinkSync(resolve('grammars'), join(template, 'grammars'))
const shared = spawnSync(join(bin, 'tongbao'), ['extract', 'seeds', '-o', 'before', '-q'], {
  cwd: template,
  env,
})
if (shared.status !== 0) throw new Error(String(shared.stderr))
cpSync(join(template, 'before'), join(template, 'after'), { recursive: true })

const notRun = readFileSync('tests/docs/not-run.tsv', 'utf8')
  .split('\n')
  .slice(2)
  .filter(Boolean)
  .map((line) => line.split('\t') as [page: string, first: string, why: string])
const excused = (b: Block) =>
  notRun.some(([page, first]) => page === b.page && (first === '*' || b.text.split('\n')[0] === first))

const blocks = PAGES.flatMap(blocksOf)
const run = blocks.filter((b) => ['shell', 'sh', 'bash'].includes(b.kind) && !excused(b))

test('every block that is code is run here or listed with its reason', () => {
  const left = blocks.filter((b) => b.kind !== 'shown' && !run.includes(b) && !excused(b))
  expect(left.map((b) => `${b.page}:${b.line} ${b.kind}: ${b.text.split('\n')[0]}`)).toEqual([])
  for (const page of ['README.md', 'README.zh-CN.md', 'docs/tutorial.md', 'grammars/README.md'])
    expect(run.filter((b) => b.page === page).length, page).toBeGreaterThan(0)
})

test.each(notRun)(
  '%s: «%s» is there, and where it is not run a test of its own is or a cluster is wanted',
  (page, first, why) => {
    expect(blocks.some((b) => b.page === page && (first === '*' || b.text.split('\n')[0] === first))).toBe(
      true,
    )
    const named = /^(?:tests\/[\w/.-]+\.ts|\.ci\/run)/.exec(why)?.[0]
    if (named) expect(readFileSync(named, 'utf8').length).toBeGreaterThan(0)
    else expect(why).toMatch(/^(?:cluster|minutes): /)
  },
)

// README.md writes other inputs into `out` than the rest do, whose commands are run once, however many pages have them.
describe.each([
  ['README.md', run.filter((b) => b.page === 'README.md')],
  ['the other pages', run.filter((b) => b.page !== 'README.md')],
])('the commands of %s run', (name, blocks) => {
  const folder = join(scratch, name.replace(/\W/g, '_'))
  cpSync(template, folder, { recursive: true, verbatimSymlinks: true })
  const commands = [...new Set(blocks.flatMap((b) => b.text.split('\n').filter(Boolean)))]
  test.each(commands)('%s', async (command) => {
    if (/ (?:serve|review) (?!.*--export)/.test(command)) return expectServed(command, folder)
    const r = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8', env })
    const ends = ENDS.find(([pattern]) => pattern.test(command))?.[1] ?? [0]
    expect(ends, r.stderr).toContain(r.status)
    expect(r.stdout).not.toBe('')
  })
})

/** A command that serves: its address answers, and it ends when it is told to. */
async function expectServed(command: string, cwd: string): Promise<void> {
  const [program = '', ...args] = command.split(' ')
  const child: ChildProcess = spawn(join(bin, program), [...args, '--port', '0'], { cwd, env })
  const ended = new Promise((done) => child.once('exit', done))
  try {
    const said = await new Promise<string>((done, failed) => {
      child.stdout!.once('data', (bytes: Buffer) => done(bytes.toString()))
      child.once('exit', (code) => failed(new Error(`ended with ${code}`)))
    })
    const url = new URL(/http:\S+/.exec(said)![0])
    expect((await fetch(url)).status).toBe(200)
    if (url.hash !== '') await accept(url)
  } finally {
    child.kill('SIGTERM')
  }
  expect(await ended).toBe(0)
}

/** What a reviewer does first: the page's next commands export it. */
async function accept(url: URL): Promise<void> {
  const headers = { 'x-tongbao-token': url.hash.slice(1).split('&')[0]!, 'content-type': 'application/json' }
  const ask = async (path: string, body?: unknown) =>
    (
      await fetch(new URL(path, url), {
        headers,
        ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      })
    ).json()
  const [{ id: notice }] = (await ask('review/notices')) as [{ id: string }]
  const { items } = (await ask(`review/notices/${notice}`)) as { items: { kind: string; key: string }[] }
  const { kind, key } = items.find((i) => i.kind === 'records')!
  expect(await ask('review/decisions', [{ notice, kind, key, judgement: 'accepted', value: null }])).toEqual({
    kept: true,
  })
}
