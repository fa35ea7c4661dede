import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { afterAll, describe, expect, test } from 'vitest'
import { HELP_ZH } from '../../src/commands/help.zh.ts'
import { messageLanguage } from '../../src/commands/language.ts'
import { both, MESSAGES, sayIn } from '../../src/messages.ts'

const scratch = mkdtempSync(join(tmpdir(), 'tongbao-messages-'))
afterAll(() => rmSync(scratch, { recursive: true }))
const HAN = /[\u4e00-\u9fff]/
const CLI = resolve('dist/cli.js')
const SEED = resolve('seeds/004_02e4c270c4d37dad.txt')
const ESCAPE = '\u001b'
const env = (more: Record<string, string>) => ({
  ...process.env,
  LC_ALL: 'C',
  FORCE_COLOR: undefined,
  ...more,
})
const tongbao = (args: string[], more: Record<string, string> = {}) => {
  const r = spawnSync(process.execPath, [CLI, ...args], { cwd: scratch, encoding: 'utf8', env: env(more) })
  return { status: r.status, out: r.stdout, err: r.stderr }
}
const inLocale = (args: string[], LC_ALL: string) =>
  new Promise<{ status: number; err: string }>((done) =>
    execFile(process.execPath, [CLI, ...args], { cwd: scratch, env: env({ LC_ALL }) }, (error, _, err) =>
      done({ status: error ? Number(error.code) : 0, err }),
    ),
  )

/** Every command, as src/cli.ts has them. */
async function commands(): Promise<Command[]> {
  const program = new Command('tongbao')
  for (const file of readdirSync('src/commands')) {
    const module = (await import(/* @vite-ignore */ resolve('src/commands', file))) as Record<string, unknown>
    for (const [name, add] of Object.entries(module))
      if (/^[a-z]+Command$/.test(name)) (add as (p: Command, version: string) => void)(program, '0')
  }
  return [...program.commands]
}

test('every message has both languages with the same fillings', () => {
  for (const [name, [zh, en]] of Object.entries(MESSAGES)) {
    expect(zh, name).toMatch(/[\u4e00-\u9fff]|^\{\}/)
    expect(en, name).not.toMatch(HAN)
    expect(zh.split('{}').length, name).toBe(en.split('{}').length)
  }
  expect(both('near_it', ['a, b', 'a、b'])).toEqual(['; near it: a, b', ';相近的有:a、b'])
  expect(sayIn('en', 'no_input', '$& {}')).toBe('$& {}: no such file or folder')
})

test('every message is used', () => {
  const source = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((f) => /\.tsx?$/.test(f) && f !== 'messages.ts')
    .map((f) => readFileSync(join('src', f), 'utf8'))
    .join('\n')
  expect(Object.keys(MESSAGES).filter((name) => !source.includes(`'${name}'`))).toEqual([])
})

test('every command, argument and option says what it is in Chinese too, and nothing else does', async () => {
  const all = await commands()
  expect(all.length).toBeGreaterThan(14)
  const said = all.flatMap((c) => [
    c.description(),
    ...c.options.map((o) => o.description),
    ...c.registeredArguments.map((a) => a.description),
  ])
  expect(said.filter((text) => !Object.hasOwn(HELP_ZH, text))).toEqual([])
  const program = readFileSync('src/cli.ts', 'utf8')
  const stale = Object.keys(HELP_ZH).filter((text) => !said.includes(text) && !program.includes(text))
  expect(stale).toEqual(['display help for command', 'output the version number'])
})

test('every command takes --lang, every one with a result --json, every one with a summary --quiet', async () => {
  const lacks = (all: Command[], option: string) =>
    all
      .filter((c) => !c.options.some((o) => o.long === option))
      .map((c) => c.name())
      .sort()
  const all = await commands()
  expect(lacks(all, '--lang')).toEqual([])
  // What these print is JSON.
  expect(lacks(all, '--json')).toEqual(['filter', 'schema'])
  // What these print is all they do.
  expect(lacks(all, '--quiet')).toEqual(['explain', 'filter', 'schema'])
})

describe('the language is the locale’s unless --lang says otherwise', () => {
  const cases: [string[], Record<string, string>, 'zh' | 'en'][] = [
    [[], {}, 'en'],
    [[], { LANG: 'zh_CN.UTF-8' }, 'zh'],
    [[], { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'en'],
    [[], { LC_MESSAGES: 'zh_TW.UTF-8', LANG: 'en_US.UTF-8' }, 'zh'],
    [['--lang', 'zh'], { LANG: 'en_US.UTF-8' }, 'zh'],
    [['--lang=en'], { LANG: 'zh_CN.UTF-8' }, 'en'],
    [['--lang'], { LANG: 'de_DE' }, 'en'],
  ]
  test.each(cases)('%j %j', (args, env, lang) => expect(messageLanguage(args, env)).toBe(lang))
})

describe('wrong use and wrong inputs are told in either language, by name', () => {
  mkdirSync(join(scratch, 'empty'))
  mkdirSync(join(scratch, 'other'))
  writeFileSync(join(scratch, 'other', 'mine.txt'), 'x')
  writeFileSync(join(scratch, 'one.txt'), '关于网站检查的通报\n')
  mkdirSync(join(scratch, 'wrong'))
  writeFileSync(
    join(scratch, 'wrong', 'cues.tsv'),
    'category\tpattern\texample\nupdate.colum\t停更\t网站停更\n',
  )
  const cases: [string[], number, RegExp, RegExp][] = [
    [['extract', 'nowhere'], 2, /nowhere: no such file or folder/, /nowhere:没有这个文件或文件夹/],
    [['extract', 'empty', '-o', 'x'], 2, /empty: the folder holds no file/, /empty:文件夹中没有可读的文件/],
    [['extract', 'one.txt', '-o', 'other'], 73, /other is not empty/, /other 不是空的/],
    [
      ['extract', 'one.txt', '--formt', 'csv'],
      2,
      /unknown option '--formt'[\s\S]*--format/,
      /没有选项 --formt[\s\S]*是否想写 --format/,
    ],
    [['extract'], 2, /missing required argument 'inputs'/, /缺少参数 inputs/],
    [
      ['extract', 'one.txt', '-j', 'many'],
      2,
      /'many' is invalid. a whole number/,
      /“many”无效。 应为大于 0 的整数/,
    ],
    [['extract', 'one.txt', '--format', 'cvs'], 2, /not known: cvs; known are csv/, /没有 cvs;可用的有 csv/],
    [
      ['extract', 'one.txt', '--lexicon', 'wrong', '-o', 'y'],
      2,
      /wrong\/cues\.tsv:2: column «category».*near it: update\.column/,
      /wrong\/cues\.tsv:2:“category”列.*相近的有:update\.column/,
    ],
    [
      ['extract', 'one.txt', '--lexicon', 'none', '-o', 'y'],
      2,
      /none: no such folder of tables/,
      /none:没有这个词表文件夹/,
    ],
    [['explain'], 2, /give a file, or a text/, /请给出一个文件/],
    [['explain', 'nowhere.txt'], 2, /nowhere\.txt: no such file/, /nowhere\.txt:没有这个文件/],
    [['explain', '--text', 'x', '--date', 'today'], 2, /a day is wanted/, /应为日期/],
    [['eval', 'nowhere'], 2, /nowhere: no such folder/, /nowhere:没有这个文件夹/],
    [['eval', 'empty'], 2, /empty: no gold files/, /empty:没有人工核对文件/],
    [['report', 'empty'], 2, /empty: no notices\.ndjson/, /empty:其中没有 notices\.ndjson/],
    [['serve', 'nowhere'], 2, /nowhere: no such folder/, /nowhere:没有这个文件夹/],
    [['serve', '--port', '99999'], 2, /a port is wanted/, /应为端口号/],
    [['review', 'nowhere'], 2, /nowhere: no such folder/, /nowhere:没有这个文件夹/],
    [['diff', 'nowhere', 'empty'], 2, /nowhere: no such file or folder/, /nowhere:没有这个文件或文件夹/],
    [['mine', 'nowhere'], 2, /nowhere: no such file or folder/, /nowhere:没有这个文件或文件夹/],
    [['shard', '0', '-o', 'empty'], 2, /no plan is in it/, /其中没有计划/],
    [['commit', '-o', 'empty'], 2, /no plan is in it/, /其中没有计划/],
    [['schema', 'nothing'], 2, /Allowed choices are notice/, /可用的有 notice/],
    [['nothing'], 2, /unknown command 'nothing'/, /没有命令 nothing/],
  ]
  test.concurrent.each(cases)('%j', async (args, status, en, zh) => {
    const inEnglish = await inLocale(args, 'C')
    const inChinese = await inLocale(args, 'zh_CN.UTF-8')
    expect(inEnglish).toMatchObject({ status, err: expect.stringMatching(en) })
    expect(inEnglish.err).not.toMatch(HAN)
    expect(inChinese).toMatchObject({ status, err: expect.stringMatching(zh) })
    expect(inEnglish.err + inChinese.err).not.toContain(ESCAPE)
  })
})

test('summaries speak the language, say nothing with --quiet, and are JSON with --json', () => {
  const of = (out: string, ...more: string[]) => tongbao(['extract', SEED, '-o', out, ...more])
  expect(of('en').out).toMatch(/^1 notices, \d+ records\n[\s\S]*pass rates by region[\s\S]*files in en: /)
  expect(of('zh', '--lang', 'zh').out).toMatch(/^通报 1 份,问题 \d+ 条\n[\s\S]*各地合格率[\s\S]*结果在 zh:/)
  expect(of('quiet', '--quiet')).toMatchObject({ status: 0, out: '', err: '' })
  const last = JSON.parse(of('json', '--json').out.trimEnd().split('\n').at(-1)!)
  expect(last).toMatchObject({ event: 'done', notices: 1 })
  const report = JSON.parse(tongbao(['report', 'en', '--json']).out)
  expect(report).toMatchObject({ notices: 1, texts: 1 })
  expect(tongbao(['report', 'en', '-q']).out).toBe('')
  expect(tongbao(['report', 'en', '--lang', 'zh']).out).toContain('用浏览器打开')
  expect(JSON.parse(tongbao(['plan', SEED, '-o', 'plan', '--json']).out)).toMatchObject({
    documents: 1,
  })
  expect(JSON.parse(tongbao(['shard', '0', '-o', 'plan', '--json']).out)).toEqual({ done: 1, before: 0 })
  expect(tongbao(['shard', '0', '-o', 'plan', '--lang', 'zh']).out).toContain('之前已完成 1 个')
  expect(JSON.parse(tongbao(['commit', '-o', 'plan', '--json']).out)).toMatchObject({ notices: 1 })
  expect(tongbao(['diff', 'en', 'plan', '--quiet'])).toMatchObject({ status: 0, out: '' })
}, 180_000)

test('help is Chinese where the locale is, and its headings too', () => {
  const help = tongbao(['extract', '--help'], { LC_ALL: 'zh_CN.UTF-8' }).out
  expect(help).toContain('用法: tongbao extract')
  expect(help).toContain('选项:')
  expect(help).not.toMatch(/\b(?:Usage|Options|where the output goes)\b/)
  expect(tongbao(['--help'], { LC_ALL: 'zh_CN.UTF-8' }).out).toContain('命令:')
})
