import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pack } from 'tar-stream'
import { afterAll, expect, test } from 'vitest'
import { documents, tongbao } from './command.ts'

const scratch = mkdtempSync(join(tmpdir(), 'tongbao-'))
afterAll(() => rmSync(scratch, { recursive: true }))
const fresh = (name: string) => {
  const folder = join(scratch, name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  return folder
}
const GOOD = '关于2021年第一季度恩平市政府网站检查情况的通报\n市教育局网站栏目长期未更新。\n'

const PARTS = [
  '../',
  '..\\',
  '/',
  '//',
  'C:\\',
  '\\\\host\\',
  './../',
  '~/',
  '%2e%2e%2f',
  '\u202e',
  '\u0000',
  '\n',
  '\t',
  "'",
  '"',
  '=1+1',
  '$(id)',
  '`id`',
  '|id',
  '-rf',
  '<b>',
  '&',
  '..',
  '.',
  ' ',
  '\u200b',
  '＝',
  'CON',
  'nul.',
  'a'.repeat(300),
  '通'.repeat(100),
]
/** 200 and more names that would leave a folder, break a line or run something, were they taken for more than data. */
const NAMES = PARTS.flatMap((p) => [
  `${p}a.txt`,
  `${p}${p}etc/passwd.txt`,
  `a/${p}b.txt`,
  `__proto__${p}.txt`,
  `constructor/${p}/c.txt`,
  `${p}`,
  `b${p}.html`,
])

async function tarOf(names: readonly string[]): Promise<Buffer> {
  const tar = pack()
  for (const [i, name] of names.entries()) tar.entry({ name }, `${GOOD}${i}`)
  tar.entry({ name: 'link.txt', type: 'symlink', linkname: '/etc/passwd' })
  tar.entry({ name: 'hard.txt', type: 'link', linkname: '../../etc/passwd' })
  tar.entry({ name: 'dev.txt', type: 'character-device' })
  tar.finalize()
  const parts: Buffer[] = []
  for await (const part of tar) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

test('members with hostile names are data: one status each, nothing written outside the output folder', async () => {
  expect(NAMES.length).toBeGreaterThanOrEqual(200)
  const home = fresh('members')
  const [inputs, cwd] = [join(home, 'in'), join(home, 'cwd')]
  for (const f of [inputs, cwd]) mkdirSync(f)
  writeFileSync(join(inputs, 'names.tar'), await tarOf(NAMES))
  writeFileSync(
    join(inputs, 'names.jsonl'),
    NAMES.map((n) => JSON.stringify({ text: GOOD + n, title: n, url: `javascript:alert(${n})` })).join('\n'),
  )
  const out = join(cwd, 'out')
  const r = tongbao(['extract', inputs, '-o', out, '--quiet', '--format', 'csv,json,xlsx'])
  expect([0, 3]).toContain(r.status)
  const rows = documents(out)
  const uris = rows.map((d) => d.source_uri)
  // A tar may hold a name twice, and an empty one: members are told apart as well as the archive does.
  expect(uris.filter((u, i) => u.includes('names.jsonl') && uris.indexOf(u) !== i)).toEqual([])
  expect(uris.filter((u) => u.includes('names.jsonl'))).toHaveLength(NAMES.length)
  expect(rows.filter((d) => d.code === 'internal')).toEqual([])
  expect(readdirSync(home).sort()).toEqual(['cwd', 'in'])
  expect(readdirSync(cwd)).toEqual(['out'])
  expect(readdirSync(out).filter((name) => !/^[.a-z_-]+$/.test(name))).toEqual([])
}, 120_000)

test('links, pipes, devices and names that are not UTF-8 neither hang nor fail the run', () => {
  const folder = fresh('odd')
  writeFileSync(join(folder, 'good.txt'), GOOD)
  symlinkSync('/etc/passwd', join(folder, 'passwd.txt'))
  symlinkSync('.', join(folder, 'loop'))
  symlinkSync('/dev/zero', join(folder, 'zero.txt'))
  execFileSync('mkfifo', [join(folder, 'pipe.txt')])
  writeFileSync(
    Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xb9, 0xfa]), Buffer.from('.txt')]),
    GOOD,
  )
  for (const name of ['换\n行.txt', '\u202egnp.txt', '=1+1.txt', `${'通'.repeat(80)}.txt`])
    writeFileSync(join(folder, name), GOOD + name)
  const out = join(scratch, 'odd-out')
  const r = tongbao(['extract', folder, '-o', out, '--quiet'], { timeout: 30_000 })
  expect([0, 3]).toContain(r.status)
  const uris = documents(out).map((d) => d.source_uri.slice(folder.length + 1))
  for (const name of ['good.txt', '换\n行.txt', '=1+1.txt', `${'通'.repeat(80)}.txt`])
    expect(uris).toContain(name)
  const odd = documents(out).filter((d) => /passwd|zero|pipe|loop/.test(d.source_uri))
  expect(odd.map((d) => d.status)).toEqual(odd.map(() => 'skipped'))
  expect(odd.length).toBeGreaterThanOrEqual(4)
}, 60_000)

test('a name that is not UTF-8 has a status', () => {
  const folder = fresh('bytes')
  writeFileSync(
    Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xb9, 0xfa]), Buffer.from('.txt')]),
    GOOD,
  )
  writeFileSync(join(folder, 'good.txt'), GOOD)
  const out = join(scratch, 'bytes-out')
  expect([0, 3]).toContain(tongbao(['extract', folder, '-o', out, '--quiet']).status)
  expect(documents(out)).toHaveLength(2)
})

test('keys of prototypes are ordinary names', () => {
  const folder = fresh('keys')
  const keys = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']
  writeFileSync(
    join(folder, 'a.jsonl'),
    keys.map((k) => `{"${k}":{"text":"x","polluted":true},"text":${JSON.stringify(GOOD + k)}}`).join('\n'),
  )
  writeFileSync(join(folder, 'b.csv'), `text,${keys.join(',')}\n"${GOOD}",${keys.join(',')}\n`)
  writeFileSync(
    join(folder, 'c.txt'),
    `${keys.map((k) => `${k}:${k}`).join('\n')}\n${GOOD}| 单位 | ${keys.join(' | ')} |\n|---|${'---|'.repeat(keys.length)}\n| 市教育局 | ${keys.join(' | ')} |\n`,
  )
  writeFileSync(
    join(folder, 'd.html'),
    `<meta name="__proto__" content="x"><meta name="constructor" content="y"><p>${GOOD}`,
  )
  const out = join(scratch, 'keys-out')
  const r = tongbao(['extract', folder, '-o', out, '--quiet'], { node: ['--disable-proto=throw'] })
  expect(r.said).toBe('')
  expect(r.status).toBe(0)
  expect(documents(out).map((d) => d.status)).toEqual(Array(keys.length + 3).fill('ok'))
  expect(existsSync(join(out, 'errors.ndjson'))).toBe(false)
})
