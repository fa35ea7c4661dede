import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const scratch = mkdtempSync(join(tmpdir(), 'tongbao-'))
afterAll(() => rmSync(scratch, { recursive: true }))
const tongbao = (args: string[], env: Record<string, string> = {}) =>
  spawnSync(process.execPath, ['dist/cli.js', ...args], { encoding: 'utf8', env: { ...process.env, ...env } })
const outOf = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((f) => !f.startsWith('.'))
      .sort()
      .map((f) => [f, readFileSync(join(folder, f), 'utf8')]),
  )

describe('exit codes and messages', () => {
  const cases: [string, string[], number, RegExp][] = [
    ['help', ['--help'], 0, /extract/],
    ['help of a command', ['extract', '--help'], 0, /--out/],
    ['an unknown option', ['extract', 'seeds', '--nonsense'], 2, /unknown option '--nonsense'/],
    ['an unknown command', ['nonsense'], 2, /unknown command 'nonsense'/],
    ['no input', ['extract'], 2, /missing required argument/],
    ['an input that is not there', ['extract', 'nowhere.txt'], 2, /nowhere\.txt: no such file or folder/],
    ['a glob that matches nothing', ['extract', 'seeds/*.nothing'], 2, /no file matches/],
    [
      'a format that is none',
      ['extract', 'seeds', '--format', 'pdf'],
      2,
      /not known: pdf; known are .*report/,
    ],
    ['a report of a folder that is not there', ['report', 'nowhere'], 2, /nowhere: no such folder/],
    ['a report of a folder that is no output', ['report', 'seeds'], 2, /seeds: no notices\.ndjson/],
    ['serving a folder that is no output', ['serve', 'seeds'], 2, /seeds: no notices\.ndjson/],
    ['a port that is none', ['serve', 'seeds', '--port', '70000'], 2, /a port is wanted/],
    ['an explained file that is not there', ['explain', 'nowhere.txt'], 2, /nowhere\.txt/],
  ]
  for (const [name, args, status, message] of cases)
    test(name, () => {
      const r = tongbao(args)
      expect({ status: r.status, text: r.stdout + r.stderr }).toEqual({
        status,
        text: expect.stringMatching(message),
      })
    })

  test('a run with an input that failed goes on, lists it and exits 3', () => {
    const inputs = join(scratch, 'inputs')
    mkdirSync(inputs)
    writeFileSync(join(inputs, 'empty.txt'), '')
    writeFileSync(join(inputs, 'good.txt'), '关于2021年第一季度全县政府网站检查情况的通报\n')
    const r = tongbao(['extract', inputs, '-o', join(scratch, 'failed')])
    expect(r.status).toBe(3)
    expect(r.stdout).toMatch(/empty\.txt: empty/)
    const files = outOf(join(scratch, 'failed'))
    expect(files['documents.csv']!.split('\r\n').filter(Boolean)).toHaveLength(3)
    expect(files['errors.ndjson']).toContain('empty.txt')
    expect(files['notices.ndjson']!.trim().split('\n')).toHaveLength(1)
  })
})

test('two runs, and runs in other zones and locales, give the same bytes', () => {
  const envs: Record<string, string>[] = [
    {},
    {},
    { TZ: 'America/New_York', LC_ALL: 'C' },
    { TZ: 'Asia/Shanghai', LC_ALL: 'zh_CN.UTF-8' },
    { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8' },
  ]
  const runs = envs.map((env, i) => {
    const out = join(scratch, `same${i}`)
    expect(tongbao(['extract', 'seeds', '-o', out, '--quiet'], env).status).toBe(0)
    return outOf(out)
  })
  for (const run of runs.slice(1)) expect(run).toEqual(runs[0])
  expect(existsSync(join(scratch, 'same0', 'errors.ndjson'))).toBe(false)
})

test('explain --json tells every stage', () => {
  const told = JSON.parse(tongbao(['explain', 'seeds/004_02e4c270c4d37dad.txt', '--json']).stdout)
  expect(Object.keys(told)).toEqual([
    'reading',
    'source',
    'normalization',
    'outline',
    'tables',
    'mentions',
    'places',
    'units',
    'cues',
    'notice',
    'metrics',
    'records',
    'deadlines',
    'checks',
  ])
  expect(
    told.mentions.find(
      (m: { state: string; text: string }) => m.state === 'repaired' && m.text.includes('93日'),
    ),
  ).toMatchObject({ grammar: 'time', value: { from: { month: 9, day: 3 }, bound: 'before' } })
})

describe('explain reads a plain sentence', () => {
  const told = (args: string[]) => JSON.parse(tongbao(['explain', '--json', ...args]).stdout)
  test('its times from a reference date, its shares and places, with exact spans', () => {
    const text = '昨天浙江省杭州市西湖区有近三成的商铺打八折'
    const found = told(['--text', text, '--date', '2024-05-01'])
    expect(found.reading).toBe('plain')
    expect(found.mentions).toMatchObject([
      {
        grammar: 'date',
        start: 0,
        end: 2,
        text: '昨天',
        value: '2024-04-30',
        resolved: { start: '2024-04-30' },
      },
      { grammar: 'ratio', text: '三成', value: 0.3, operator: '~', unit: 'share', resolved: null },
      { grammar: 'ratio', text: '八折', value: 0.8, unit: 'discount' },
    ])
    expect(found.places).toMatchObject([
      {
        start: 2,
        end: 11,
        code: '330106',
        level: 'county',
        levels: { province: '浙江省', city: '杭州市', county: '西湖区' },
      },
    ])
  })
  test('without one, what is relative stays open and says why', () => {
    expect(told(['--text', '下周三']).mentions).toMatchObject([
      { value: null, resolved: null, reason: expect.stringMatching('--date') },
    ])
  })
  test('from a time of a day, hours are counted too', () => {
    expect(told(['--text', '两小时前到的', '--date', '2024-05-01T09:30']).mentions).toMatchObject([
      { grammar: 'time', value: '2024-05-01T07:30', resolved: { start: '2024-05-01T07:30' } },
    ])
  })
  const wrong: [string, string[], RegExp][] = [
    ['neither file nor text', ['explain'], /give a file, or a text/],
    ['no such hour', ['explain', '--text', '今天', '--date', '2024-05-01T25:00'], /a day is wanted/],
    ['both', ['explain', 'seeds/004_02e4c270c4d37dad.txt', '--text', '今天'], /give a file, or a text/],
    ['no such day', ['explain', '--text', '今天', '--date', '2024-02-30'], /a day is wanted/],
  ]
  for (const [name, args, message] of wrong)
    test(name, () => {
      const r = tongbao(args)
      expect([r.status, r.stderr]).toEqual([2, expect.stringMatching(message)])
    })
})

test('schema is the JSON Schema of a notice', () => {
  const schema = JSON.parse(tongbao(['schema']).stdout)
  expect(schema.properties).toHaveProperty('records')
  expect(JSON.parse(tongbao(['schema', 'comparison']).stdout).properties).toHaveProperty('rollups')
})
