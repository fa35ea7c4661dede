import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { docxFile, paragraph } from '../read/docx-file.ts'
import { differences, makeInputs, treeOf } from '../resume/tree.mjs'

const folder = mkdtempSync(join(tmpdir(), 'tongbao-resume-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const CLI = resolve('dist/cli.js')
const tongbao = (args: string[], cli = CLI): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', cwd: folder })
const has = (program: string): boolean => spawnSync('which', [program]).status === 0
const at = (...path: string[]): string => join(folder, ...path)
const partsOf = (out: string): string[] => readdirSync(at(out, '.tongbao', 'parts')).sort()
const FEW = ['--shard-documents', '3']
/** What the last event of a run says. */
function done(args: string[], cli = CLI) {
  const { stdout, stderr } = tongbao([...args, '--json'], cli)
  const last = stdout.trim().split('\n').at(-1)!
  expect(last, stderr).toMatch(/^\{"event":"done"/)
  return JSON.parse(last) as { documents: Record<string, number>; reused: number; extracted: number }
}

/** Five files, one of another kind, and a dump of lines of which the last is none. */
const INPUTS = 5
beforeAll(() => makeInputs(at('inputs'), INPUTS))

describe('whose folder it is', () => {
  const cases: [string, () => void, string[], number, RegExp][] = [
    ['a new one', () => {}, [], 3, /^$/],
    ['ours, the same inputs', () => {}, [], 3, /^$/],
    ['ours, the same inputs in other words', () => {}, ['./inputs/', '-o', 'whose'], 3, /^$/],
    [
      'ours, other inputs',
      () => {},
      ['inputs/dump.jsonl', '-o', 'whose'],
      73,
      /whose holds the results of other inputs \(inputs\)/,
    ],
    ['the same, told otherwise', () => {}, ['inputs/dump.jsonl', '-o', 'whose', '--overwrite'], 3, /^$/],
    [
      'another’s',
      () => write('theirs/thesis.txt', 'x'),
      ['inputs', '-o', 'theirs'],
      73,
      /theirs is not empty and not made by tongbao/,
    ],
    ['another’s, told otherwise', () => {}, ['inputs', '-o', 'theirs', '--overwrite'], 3, /^$/],
    ['empty but for hidden files', () => write('hidden/.gitkeep', ''), ['inputs', '-o', 'hidden'], 3, /^$/],
    [
      'ours, from before there were manifests',
      () => write('before/datapackage.json', '{"generator":"tongbao 0.1.0"}'),
      ['inputs', '-o', 'before'],
      3,
      /^$/,
    ],
  ]
  const write = (path: string, text: string) => {
    mkdirSync(at(path, '..'), { recursive: true })
    writeFileSync(at(path), text)
  }
  for (const [name, prepare, args, status, message] of cases)
    test(name, () => {
      prepare()
      const r = tongbao(['extract', ...(args.length ? args : ['inputs', '-o', 'whose']), '-q'])
      expect({ status: r.status, message: r.stderr.trim() }).toEqual({
        status,
        message: expect.stringMatching(message),
      })
    })
  test('what was there is still there', () => expect(readFileSync(at('theirs/thesis.txt'), 'utf8')).toBe('x'))
})

describe('the same bytes', () => {
  let whole: ReturnType<typeof treeOf>
  beforeAll(() => {
    tongbao(['extract', 'inputs', '-o', 'whole', '-q', '-j', '1', ...FEW])
    whole = treeOf(at('whole'))
  })

  test('each input has one row and one status', () => {
    const rows = whole.get('documents.csv')!.toString().split('\r\n').slice(1, -1)
    const status = (uri: string) =>
      rows.filter((row) => row.startsWith(`${uri},`)).map((row) => row.split(',')[1])
    expect(status('inputs/empty.txt')).toEqual(['failed'])
    expect(status('inputs/photo.jpg')).toEqual(['skipped'])
    expect(status('inputs/dump.jsonl#1')).toEqual(['ok'])
    const { documents } = JSON.parse(whole.get('manifest.json')!.toString())
    const sum = documents.ok + documents.partial + documents.failed + documents.skipped
    expect(sum).toBe(rows.length)
    expect(new Set(rows.map((row) => row.split(',')[0])).size).toBe(rows.length)
  })

  test('from three workers', () => {
    tongbao(['extract', 'inputs', '-o', 'jobs', '-q', '-j', '3', ...FEW])
    expect(differences(whole, treeOf(at('jobs')))).toEqual([])
  })

  test('from shards done one by one, backwards, one of them twice', () => {
    const { shards } = JSON.parse(tongbao(['plan', 'inputs', '-o', 'shards', '--json', ...FEW]).stdout)
    expect(shards).toBeGreaterThan(2)
    const early = tongbao(['commit', '-o', 'shards'])
    expect([early.status, early.stderr]).toEqual([74, expect.stringContaining('shards are not done: 0 1 2')])
    expect(readdirSync(at('shards'))).toEqual(['.tongbao'])
    // Stores that keep no empty folders bring the plan alone.
    rmSync(at('shards', '.tongbao', 'parts'), { recursive: true })
    for (let k = shards - 1; k >= 0; k--) expect(tongbao(['shard', String(k), '-o', 'shards']).status).toBe(0)
    expect(tongbao(['shard', '0/1', '-o', 'shards']).stdout).toBe(
      `0 shards done, ${shards} were done before\n`,
    )
    expect(tongbao(['commit', '-o', 'shards', '-q']).status).toBe(3)
    expect(differences(whole, treeOf(at('shards')))).toEqual([])
  })

  test('after parts were cut and altered, and with what a killed run left', () => {
    cpSync(at('whole'), at('damaged'), { recursive: true })
    const [first, second] = partsOf('damaged')
    truncateSync(at('damaged', '.tongbao', 'parts', first!), 2000)
    const bytes = readFileSync(at('damaged', '.tongbao', 'parts', second!))
    bytes[bytes.length - 5]! ^= 1
    writeFileSync(at('damaged', '.tongbao', 'parts', second!), bytes)
    mkdirSync(at('damaged', '.tongbao', 'tmp'))
    writeFileSync(at('damaged', '.tongbao', 'tmp', 'part.elsewhere.1.x'), 'half')
    rmSync(at('damaged', 'manifest.json'))
    rmSync(at('damaged', 'records.csv'))
    expect(tongbao(['extract', 'inputs', '-o', 'damaged', '-q', ...FEW]).status).toBe(3)
    expect(differences(whole, treeOf(at('damaged')))).toEqual([])
  })

  test('the kill campaign, in short (npm run test:kill is the long one)', () => {
    const r = spawnSync(process.execPath, ['tests/resume/kill.mjs', '--points', '2', '--notices', '8'], {
      encoding: 'utf8',
    })
    expect(r.stdout + r.stderr).toMatch(/2 runs, [1-9]\d* kills, 0 different/)
  }, 240_000)

  for (const [engine, program, there] of [
    ['redis', 'redis-server', has('redis-server')],
    // Its programs are not in the path.
    ['postgres', 'postgresql', existsSync('/usr/lib/postgresql')],
    ['parallel', 'parallel', has('parallel')],
  ] as const)
    test.skipIf(!there)(
      `by ${engine}, a worker killed in the middle of a shard (needs ${program})`,
      () => {
        const args = [
          'tests/resume/engines.mjs',
          '--engine',
          engine,
          '--runs',
          '1',
          '--wipe',
          '--notices',
          '24',
        ]
        const r = spawnSync(process.execPath, args, { encoding: 'utf8' })
        expect(r.stdout + r.stderr).toMatch(
          /1 runs, [1-9]\d* kills, [1-9]\d* of them mid-shard, .* 0 different/,
        )
      },
      240_000,
    )
})

describe('what is extracted again', () => {
  const extract = (cli = CLI) => done(['extract', 'again', '-o', 'again-out', ...FEW], cli)
  let all = 0
  beforeAll(() => {
    makeInputs(at('again'), INPUTS)
    const first = extract()
    all = first.extracted
    expect(first.reused).toBe(0)
  })
  test('nothing, where nothing changed', () => expect(extract()).toMatchObject({ extracted: 0, reused: all }))
  test('one file that changed', () => {
    appendFileSync(at('again', readdirSync(at('again'))[3]!), '\n')
    expect(extract()).toMatchObject({ extracted: 1, reused: all - 1 })
  })
  test('a file that is new, though it comes before all others', () => {
    cpSync(at('again', 'own-a01.txt'), at('again', 'a-new.txt'))
    expect(extract()).toMatchObject({ extracted: 1, reused: all })
  })
  test('none, when one is gone', () => {
    rmSync(at('again', 'a-new.txt'), { force: true })
    expect(extract()).toMatchObject({ extracted: 0, reused: all })
  })
  test('all, when a table changed; the bytes are those of a fresh run', () => {
    for (const part of ['dist', 'package.json', 'grammars/lexicon'])
      cpSync(part, at('tool', part), { recursive: true })
    symlinkSync(resolve('node_modules'), at('tool', 'node_modules'))
    const cli = at('tool', 'dist', 'cli.js')
    expect(extract(cli)).toMatchObject({ extracted: 0 })
    appendFileSync(at('tool/grammars/lexicon/vague.tsv'), '# a word\n')
    expect(extract(cli)).toMatchObject({ extracted: all, reused: 0 })
    done(['extract', 'again', '-o', 'again-fresh', ...FEW], cli)
    expect(differences(treeOf(at('again-fresh')), treeOf(at('again-out')))).toEqual([])
    const shard = tongbao(['shard', '0', '-o', 'again-out'])
    expect([shard.status, shard.stderr]).toEqual([
      73,
      expect.stringContaining('another version of the tool or of the tables'),
    ])
  })
})

describe('a document that its process does not survive', () => {
  const rows = (out: string) =>
    Object.fromEntries(
      readFileSync(at(out, 'documents.csv'), 'utf8')
        .split('\r\n')
        .slice(1, -1)
        .map((row) => row.split(',').slice(0, 3))
        .map(([uri, status, code]) => [uri!.replace(/.*\//, ''), `${status} ${code}`.trim()]),
    )
  beforeAll(async () => {
    mkdirSync(at('heavy'))
    writeFileSync(at('heavy', 'a.txt'), '关于2021年第一季度全县政府网站检查情况的通报\n')
    writeFileSync(at('heavy', 'good.docx'), await docxFile(paragraph('关于政府网站检查情况的通报')))
    const many = Array.from({ length: 60_000 }, (_, i) => paragraph(`第${(i * 7919) % 100_003}段`)).join('')
    writeFileSync(at('heavy', 'large.docx'), await docxFile(many))
  })

  // It is let in, to see what it costs.
  const heavy = ['extract', 'heavy', '-o', 'heavy-out', '-q', '--max-nodes', '1000000']
  test('for memory', () => {
    expect(tongbao([...heavy, '--max-memory', '32']).status).toBe(3)
    expect(rows('heavy-out')).toEqual({
      'a.txt': 'ok',
      'good.docx': 'failed memory',
      'large.docx': 'failed memory',
    })
  })

  test('for time; --retry tries again, nothing else does', () => {
    const again = (...more: string[]) => {
      tongbao([...heavy, '--max-seconds', '1', ...more])
      return rows('heavy-out')
    }
    expect(again()['good.docx']).toBe('failed memory')
    expect(again('--retry')).toMatchObject({ 'a.txt': 'ok', 'large.docx': 'failed timeout' })
  })

  test('for a crash, after the second', async () => {
    const run = spawn(process.execPath, [CLI, 'extract', 'heavy/large.docx', '-o', 'heavy-crash', '-q'], {
      cwd: folder,
    })
    const ended = new Promise((done) => run.once('exit', done))
    const killed = new Set<string>()
    while (run.exitCode === null) {
      const child = spawnSync('pgrep', ['-P', String(run.pid)], { encoding: 'utf8' })
        .stdout.trim()
        .split('\n')[0]
      if (child && !killed.has(child)) {
        killed.add(child)
        process.kill(Number(child), 'SIGKILL')
      }
      await new Promise((later) => setTimeout(later, 50))
    }
    expect(await ended).toBe(3)
    expect(killed.size).toBe(2)
    expect(rows('heavy-crash')).toEqual({ 'large.docx': 'failed crash' })
  })

  test('whatever its kind, once its shard was begun twice without an end', () => {
    tongbao(['plan', 'heavy/a.txt', '-o', 'twice'])
    const { id } = JSON.parse(readFileSync(at('twice/.tongbao/plan.ndjson'), 'utf8').split('\n')[1]!)
    mkdirSync(at('twice/.tongbao/attempts'))
    writeFileSync(at('twice/.tongbao/attempts', id), '.')
    tongbao(['shard', '0', '-o', 'twice', '--max-memory', '32'])
    tongbao(['commit', '-o', 'twice', '-q'])
    expect(rows('twice')).toEqual({ 'a.txt': 'ok' })
    tongbao(['plan', 'heavy/a.txt', '-o', 'thrice'])
    mkdirSync(at('thrice/.tongbao/attempts'))
    writeFileSync(at('thrice/.tongbao/attempts', id), '..')
    tongbao(['shard', '0', '-o', 'thrice', '--max-memory', '8'])
    tongbao(['commit', '-o', 'thrice', '-q'])
    expect(rows('thrice')).toEqual({ 'a.txt': 'failed memory' })
  })
})

test('an input that is not what was planned: its shard is not done, and the same command plans anew', () => {
  mkdirSync(at('changing'))
  cpSync(at('inputs', 'own-a01.txt'), at('changing', 'a.txt'))
  tongbao(['plan', 'changing', '-o', 'changing-out'])
  appendFileSync(at('changing', 'a.txt'), '\n')
  const shard = tongbao(['shard', '0', '-o', 'changing-out'])
  expect([shard.status, shard.stderr]).toEqual([
    74,
    expect.stringContaining('changing/a.txt is not what it was'),
  ])
  expect(partsOf('changing-out')).toEqual([])
  expect(done(['extract', 'changing', '-o', 'changing-out'])).toMatchObject({ extracted: 1 })
})

test('the output folder is not read as an input', () => {
  mkdirSync(at('around'))
  cpSync(at('inputs', 'own-a01.txt'), at('around', 'a.txt'))
  const extract = () => done(['extract', 'around', '-o', 'around/out'])
  expect([extract().extracted, extract().extracted]).toEqual([1, 0])
})

test('filter: a line out for every line in, in their order, whatever the cut', () => {
  const input = `${readFileSync(at('inputs', 'dump.jsonl'), 'utf8')}\n\n{"a":1}\n[]\n{"text":""}\n`
  const filter = (text: string) =>
    spawnSync(process.execPath, [CLI, 'filter'], { input: text, encoding: 'utf8', maxBuffer: 2 ** 28 }).stdout
  const all = filter(input)
  const lines = all
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines).toHaveLength(input.split('\n').length - 1)
  expect(lines.slice(-7).map((r) => r.problems[0]?.code)).toEqual([
    undefined,
    'bad_line',
    'blank',
    'blank',
    'no_text_field',
    'bad_line',
    'empty',
  ])
  const cut = input.indexOf('\n', input.length / 3) + 1
  expect(filter(input.slice(0, cut)) + filter(input.slice(cut))).toBe(all)
})
