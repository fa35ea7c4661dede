import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, expect, test } from 'vitest'
import { docxFile, paragraph } from '../read/docx-file.ts'
import { documents, tongbao } from './command.ts'
import { LONG } from './full.ts'

const scratch = mkdtempSync(join(tmpdir(), 'tongbao-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const TEXT =
  '关于2021年第一季度全县政府网站检查情况的通报\n市教育局网站栏目长期未更新,请于2021年6月8日前整改。\n'
const accident = (where: string) => ({
  NODE_OPTIONS: `--require ${resolve('tests/hostile/accidents.cjs')}`,
  ACCIDENT: where,
})
const untraced = expect.not.stringMatching(/\n {4}at /)
const outcomes = (out: string) =>
  Object.fromEntries(
    documents(out).map((d) => [d.source_uri.split('/').at(-1), `${d.status} ${d.code}`.trim()]),
  )
/** Every visible file but the manifest with its hashes of all others: two that are alike hold the same. */
const filesOf = (out: string) =>
  Object.fromEntries(
    readdirSync(out, { withFileTypes: true })
      .filter((e) => e.isFile())
      .map((e) => [e.name, readFileSync(join(out, e.name), 'latin1')]),
  )

function texts(name: string, said = ''): string {
  const folder = join(scratch, name)
  mkdirSync(folder)
  for (let i = 0; i < 12; i++)
    writeFileSync(join(folder, `${String.fromCharCode(97 + i)}.txt`), `${TEXT}第${i}期\n`)
  // In GBK, which is decoded where it is read, and only there.
  writeFileSync(join(folder, 'm.txt'), iconv.encode(`${TEXT}(${said})`, 'gbk'))
  return folder
}
const FEW = ['--jobs', '2', '--shard-documents', '3']

test('a document that ends, stops or swells the process that reads it is named, and its neighbours are read', async () => {
  const folder = join(scratch, 'process')
  mkdirSync(folder)
  const docx = await docxFile(paragraph('关于政府网站检查情况的通报'))
  for (const name of [
    'b-abort.docx',
    'c-good.docx',
    'd-hang.docx',
    'e-good.docx',
    'f-hog.docx',
    'g-good.docx',
    'h-throw.docx',
    'i-good.docx',
    'j-reject.docx',
    'k-good.docx',
  ])
    writeFileSync(join(folder, name), docx)
  for (const name of ['a.txt', 'z.txt']) writeFileSync(join(folder, name), TEXT)
  const out = join(scratch, 'process-out')
  const r = tongbao(['extract', folder, '-o', out, '-q', '--max-seconds', '5', '--max-memory', '300'], {
    env: accident('process'),
  })
  expect([r.status, r.said]).toEqual([3, untraced])
  expect(outcomes(out)).toEqual({
    'a.txt': 'ok',
    'b-abort.docx': 'failed crash',
    'c-good.docx': 'ok',
    'd-hang.docx': 'failed timeout',
    'e-good.docx': 'ok',
    'f-hog.docx': 'failed memory',
    'g-good.docx': 'ok',
    'h-throw.docx': 'failed crash',
    'i-good.docx': 'ok',
    'j-reject.docx': 'failed crash',
    'k-good.docx': 'ok',
    'z.txt': 'ok',
  })
}, 120_000)

test.for(LONG ? ['hog', 'hang'] : ['hog'])(
  'a thread that a document takes with it (%s): the document is read by a process, the rest as ever',
  (word) => {
    const folder = texts(word, word)
    const [out, whole] = [join(scratch, `${word}-out`), join(scratch, `${word}-whole`)]
    const r = tongbao(['extract', folder, '-o', out, '-q', '--max-seconds', '2', ...FEW], {
      env: accident('thread'),
    })
    expect([r.status, r.said]).toEqual([0, expect.stringMatching(/^(?:struck\n)+$/)])
    tongbao(['extract', folder, '-o', whole, '-q', '--max-seconds', '2', ...FEW])
    expect(filesOf(out)).toEqual(filesOf(whole))
  },
  600_000,
)

test.for([
  ['main', 0, 'ok'],
  ['anywhere', 3, 'failed timeout'],
] as const)(
  'a text that takes for ever (%s): it is read by a process, which is ended too; the rest as ever',
  ([where, status, outcome]) => {
    const [folder, out] = [texts(where, 'hang'), join(scratch, `${where}-out`)]
    const r = tongbao(['extract', folder, '-o', out, '-q', '--max-seconds', '2', '--jobs', '1'], {
      env: accident(where),
    })
    expect([r.status, r.said]).toEqual([status, expect.stringMatching(/^struck\n/)])
    expect(r.said).toEqual(untraced)
    expect(outcomes(out)).toEqual({
      ...Object.fromEntries([...'abcdefghijkl'].map((c) => [`${c}.txt`, 'ok'])),
      'm.txt': outcome,
    })
  },
  120_000,
)

test('a thread that ends the whole command: the third time its document is read by a process', () => {
  const folder = texts('abort', 'abort')
  const [out, whole] = [join(scratch, 'abort-out'), join(scratch, 'abort-whole')]
  const run = () => tongbao(['extract', folder, '-o', out, '-q', ...FEW], { env: accident('thread') })
  expect([run().signal, run().signal, run().status]).toEqual(['SIGABRT', 'SIGABRT', 0])
  tongbao(['extract', folder, '-o', whole, '-q', ...FEW])
  expect(filesOf(out)).toEqual(filesOf(whole))
}, 300_000)

test.for(['1', '2'])(
  'files that change while they are read (%s at a time): one row each, of what they are in the end; the rest as ever',
  (jobs) => {
    const folder = texts(`changing-${jobs}`)
    for (const name of ['always.txt', 'once.txt', 'gone.txt']) writeFileSync(join(folder, name), TEXT)
    const named = join(scratch, `named-${jobs}`)
    mkdirSync(named)
    const gone = join(named, 'gone.txt')
    writeFileSync(gone, TEXT)
    const out = join(scratch, `changing-${jobs}-out`)
    const run = (env?: Record<string, string>) =>
      tongbao(
        [
          'extract',
          jobs === '1' ? folder : `${folder}/*.txt`,
          gone,
          '-o',
          out,
          '-q',
          '--jobs',
          jobs,
          '--shard-documents',
          '3',
        ],
        {
          env: env ?? {},
        },
      )
    const r = run(accident('changing'))
    expect([r.status, r.said]).toEqual([3, untraced])
    const others = Object.fromEntries([...'abcdefghijklm'].map((c) => [`${c}.txt`, 'ok']))
    expect(outcomes(out)).toEqual({
      ...others,
      'always.txt': 'failed changing',
      'once.txt': 'ok',
      'gone.txt': 'failed unreadable',
    })
    expect(
      documents(out)
        .map((d) => d.source_uri)
        .filter((uri) => uri.endsWith('gone.txt')),
    ).toEqual([gone])
    expect(readFileSync(join(out, 'notices.ndjson'), 'utf8').split('第2次')).toHaveLength(2)
    // When nobody writes any more, the same command reads it.
    writeFileSync(gone, TEXT)
    expect(run().status).toBe(0)
    expect(outcomes(out)).toEqual({ ...others, 'always.txt': 'ok', 'once.txt': 'ok', 'gone.txt': 'ok' })
  },
  120_000,
)

test('four runs into one folder at once: one result, as of one run', async () => {
  const folder = texts('race')
  const [out, whole] = [join(scratch, 'race-out'), join(scratch, 'race-whole')]
  const args = (to: string) => [
    'extract',
    folder,
    '-o',
    to,
    '-q',
    '--format',
    'csv,json,xlsx,report',
    '--shard-documents',
    '3',
  ]
  const codes = await Promise.all(
    Array.from(
      { length: 4 },
      () =>
        new Promise((done) =>
          spawn(process.execPath, ['dist/cli.js', ...args(out)], { stdio: 'ignore' }).once('close', done),
        ),
    ),
  )
  expect(codes).toEqual([0, 0, 0, 0])
  tongbao(args(whole))
  expect(filesOf(out)).toEqual(filesOf(whole))
}, 300_000)

test.for(['SIGINT', 'SIGTERM'] as const)(
  '%s ends a run; the same command goes on to the same bytes',
  async (signal) => {
    const folder = join(scratch, signal)
    mkdirSync(folder)
    for (let i = 0; i < 400; i++) writeFileSync(join(folder, `${i}.txt`), `${TEXT.repeat(20)}第${i}期\n`)
    const [out, whole] = [join(scratch, `${signal}-out`), join(scratch, `${signal}-whole`)]
    const args = (to: string) => ['extract', folder, '-o', to, '-q', '--jobs', '1', '--shard-documents', '4']
    const run = spawn(process.execPath, ['dist/cli.js', ...args(out)], { stdio: 'ignore' })
    const ended = new Promise((done) => run.once('close', (code, by) => done(by ?? code)))
    const parts = join(out, '.tongbao/parts')
    while (run.exitCode === null && (!existsSync(parts) || readdirSync(parts).length < 3))
      await new Promise((later) => setTimeout(later, 10))
    run.kill(signal)
    // A shell makes 130 and 143 of them.
    expect(await ended).toBe(signal)
    expect(readdirSync(out).filter((name) => !name.startsWith('.'))).toEqual([])
    expect(tongbao(args(out)).status).toBe(0)
    tongbao(args(whole))
    expect(filesOf(out)).toEqual(filesOf(whole))
  },
  120_000,
)

const mounts = process.getuid?.() === 0 && spawnSync('mount', ['--version']).status === 0
test.skipIf(!mounts)(
  'a disk that is full: said with 74, and whole once there is room',
  ({ skip }) => {
    const folder = texts('full')
    const disk = join(scratch, 'disk')
    mkdirSync(disk)
    const size = (bytes: string, ...more: string[]) =>
      spawnSync('mount', ['-t', 'tmpfs', '-o', [...more, `size=${bytes}`].join(), 'none', disk]).status
    if (size('64k') !== 0) skip()
    try {
      const [out, whole] = [join(disk, 'out'), join(scratch, 'full-whole')]
      const run = (to: string) => tongbao(['extract', folder, '-o', to, '-q', ...FEW])
      const r = run(out)
      expect([r.status, r.said]).toEqual([74, expect.stringMatching(/ENOSPC/)])
      expect(r.said).toEqual(untraced)
      size('64m', 'remount')
      expect(run(out).status).toBe(0)
      run(whole)
      expect(filesOf(out)).toEqual(filesOf(whole))
    } finally {
      spawnSync('umount', [disk])
    }
  },
  120_000,
)

/** For root no mode is a lock: then as nobody. */
const asNobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
const nobody = (args: string[]) =>
  spawnSync(process.execPath, [resolve('dist/cli.js'), ...args], { encoding: 'utf8', ...asNobody })

test('permission lost: of an input it is named and the rest is read; of the output folder it is said', () => {
  const folder = texts('locked')
  chmodSync(scratch, 0o777)
  chmodSync(join(folder, 'c.txt'), 0)
  const out = join(scratch, 'locked-out')
  const r = nobody(['extract', folder, '-o', out, '-q'])
  expect([r.status, r.stderr]).toEqual([3, untraced])
  expect(Object.entries(outcomes(out)).filter(([, said]) => said !== 'ok')).toEqual([
    ['c.txt', 'failed unreadable'],
  ])
  expect(Object.keys(outcomes(out))).toHaveLength(13)

  const planned = join(scratch, 'planned')
  expect(nobody(['plan', folder, '-o', planned]).status).toBe(0)
  chmodSync(join(planned, '.tongbao/parts'), 0o555)
  const shard = nobody(['shard', '0', '-o', planned])
  expect([shard.status, shard.stderr]).toEqual([74, expect.stringMatching(/EACCES/)])
  expect(shard.stderr).toEqual(untraced)
  chmodSync(join(planned, '.tongbao/parts'), 0o755)
  expect(nobody(['shard', '0', '-o', planned]).status).toBe(0)
}, 120_000)

test.for([
  ['progress', `extract IN -o OUT --json`],
  ['filter', `filter < IN/dump.jsonl`],
  ['a notice', `explain --json IN/a.txt`],
])(
  'a reader that leaves: %s',
  ([name, command]) => {
    const folder = texts(`pipe-${name}`)
    writeFileSync(
      join(folder, 'dump.jsonl'),
      Array.from({ length: 500 }, (_, i) => `${JSON.stringify({ text: `${TEXT}第${i}期` })}\n`).join(''),
    )
    const line = command!.replaceAll('IN', `'${folder}'`).replace('OUT', join(scratch, 'pipe-out'))
    const r = spawnSync(
      'bash',
      ['-c', `"$0" dist/cli.js ${line} | head -c 10 > /dev/null; echo "\${PIPESTATUS[0]}"`, process.execPath],
      {
        encoding: 'utf8',
        timeout: 120_000,
      },
    )
    expect([r.stdout.trim(), r.stderr]).toEqual([expect.stringMatching(/^(?:0|74|141)$/), untraced])
  },
  150_000,
)
