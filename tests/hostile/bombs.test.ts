import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { BOMBS as OTHERS } from './bombs.ts'
import { documents, tongbao } from './command.ts'
import { LONG } from './full.ts'
import { PDF_BOMBS } from './pdf-bombs.ts'

const scratch = mkdtempSync(join(tmpdir(), 'tongbao-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const GOOD = '关于2021年第一季度恩平市政府网站检查情况的通报\n市教育局网站栏目长期未更新。\n'
/** One of a kind, where every test of `npm test` has to be quick. */
const SHORT = new Set([
  'overlap.zip',
  'lies.docx',
  'outside.docx',
  'formatting.html',
  'spans.html',
  'far.xlsx',
  'line-owned.txt',
  'line-brackets.txt',
])
const BOMBS = [...OTHERS, ...PDF_BOMBS]
const bombs = BOMBS.filter((b) => LONG || SHORT.has(b.name))
/** Milliseconds on the processor beyond the start of the command (the clock would measure the neighbours), and megabytes. */
const most = (name: string) => ({ took: name.endsWith('.pdf') ? 10_000 : 2_000, rss: 600 })
const KIND = /^(?:limit_\w+|zip_bomb|damaged|empty|xml_dtd|unreadable|no_text_layer)$/

test('there are enough of them, of every kind', () => {
  expect(BOMBS.length).toBeGreaterThanOrEqual(40)
  expect(new Set(BOMBS.map((b) => b.name)).size).toBe(BOMBS.length)
})

describe('a bomb is refused by name or read, quickly, and its neighbours are read', () => {
  const spent = (said: string, what: 'cpu' | 'maxrss') => Number(new RegExp(`${what}=(\\d+)`).exec(said)?.[1])
  const node = ['--require', './tests/hostile/rss.cjs']
  /** What an ordinary file of its kind costs: the start of the command, and of the process that reads office files and PDF. */
  const usual = new Map<string, number>()
  const startOf = (name: string) => {
    const like = { pdf: '004.pdf', docx: '004.docx', xlsx: '004.xlsx' }[name.split('.').at(-1)!] ?? '004.html'
    if (!usual.has(like)) {
      const args = [
        'extract',
        join('tests/read/fixtures', like),
        '-o',
        join(scratch, 'usual'),
        '--overwrite',
        '-q',
      ]
      usual.set(like, spent(tongbao(args, { node }).said, 'cpu'))
    }
    return usual.get(like)!
  }
  for (const { name, make, code } of bombs)
    test(name, async () => {
      const [folder, out] = [join(scratch, 'in'), join(scratch, 'out')]
      for (const f of [folder, out]) rmSync(f, { recursive: true, force: true })
      mkdirSync(folder)
      writeFileSync(join(folder, '0-before.txt'), GOOD)
      writeFileSync(join(folder, name), await make())
      writeFileSync(join(folder, 'z-after.txt'), GOOD.replace('一季', '二季'))
      const r = tongbao(['extract', folder, '-o', out, '--quiet'], {
        timeout: 600_000,
        node,
      })
      expect({ status: r.status, signal: r.signal, trace: /\n {4}at /.test(r.said) }).toEqual({
        status: expect.toSatisfy((s) => s === 0 || s === 3),
        signal: null,
        trace: false,
      })
      const rows = documents(out)
      const of = (file: string) => rows.filter((d) => d.source_uri.startsWith(join(folder, file)))
      expect([of('0-before.txt'), of('z-after.txt')].map((r) => r.map((d) => d.status))).toEqual([
        ['ok'],
        ['ok'],
      ])
      const codes = of(name).map((d) => d.code)
      expect(codes.length).toBeGreaterThan(0)
      if (code)
        expect(
          codes
            .join(' ')
            .split(' ')
            .some((c) => code.test(c)),
          codes.slice(0, 9).join(' '),
        ).toBe(true)
      else expect(codes.filter((c) => c !== '' && !KIND.test(c))).toEqual([])
      const rss = Math.round(spent(r.said, 'maxrss') / 1024)
      if (LONG)
        expect({
          took: Math.max(most(name).took, spent(r.said, 'cpu') - startOf(name)),
          rss: Math.max(most(name).rss, rss),
        }).toEqual(most(name))
    }, 900_000)
})
