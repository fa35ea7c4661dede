import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import { afterAll, expect, test } from 'vitest'
import { docxFile, paragraph } from '../read/docx-file.ts'
import { documents, tongbao } from './command.ts'

const scratch = mkdtempSync(join(tmpdir(), 'tongbao-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const TEXT =
  '关于2021年第一季度恩平市政府网站检查情况的通报\n各单位:\n现将检查情况通报如下。\n一、存在问题\n市教育局网站栏目长期未更新。\n'
const page = (head: string) => `${head}<p>${TEXT.trimEnd().replaceAll('\n', '<p>')}`
const bytes = (s: string) => Buffer.from(s)
const line = (text: string) => `${JSON.stringify({ text })}\n`

const record = (head: string, body: Buffer, length?: number): Buffer => {
  const block = Buffer.concat([bytes(`${head}\r\n\r\n`), body])
  return Buffer.concat([
    bytes(
      `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.cn/${block.length}\r\nContent-Length: ${length ?? block.length}\r\n\r\n`,
    ),
    block,
    bytes('\r\n\r\n'),
  ])
}
const OK = 'HTTP/1.1 200 OK\r\nContent-Type: text/html'
const CHUNKED = `${OK}\r\nTransfer-Encoding: chunked`
const chunked = (body: Buffer, size: number): Buffer => {
  const parts: Buffer[] = []
  for (let at = 0; at < body.length; at += size) {
    const part = body.subarray(at, at + size)
    parts.push(bytes(`${part.length.toString(16)}\r\n`), part, bytes('\r\n'))
  }
  return Buffer.concat([...parts, bytes('0\r\n\r\n')])
}
const packed = gzipSync(page(''))

/** What nobody sends but those who try: the file, and how each of its documents ends. */
const ODD: readonly (readonly [name: string, content: string | Buffer, ends: readonly string[]])[] = [
  [
    'long.jsonl',
    line(TEXT) + line('通'.repeat(11_500_000)) + line(`${TEXT}2`),
    ['ok', 'failed limit_bytes', 'ok'],
  ],
  [
    'surrogates.jsonl',
    `{"text":${JSON.stringify(`${TEXT}县\ud800局`)}}\n{"text":${JSON.stringify(`\udc00${TEXT}`)}}\n`,
    ['ok', 'ok'],
  ],
  ['deep.jsonl', `${'['.repeat(200_000)}\n${line(TEXT)}`, ['failed bad_line', 'ok']],
  ['utf-32.txt', Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), iconv.encode(TEXT, 'utf-32le')]), ['ok']],
  ['utf-32be.txt', Buffer.concat([Buffer.from([0, 0, 0xfe, 0xff]), iconv.encode(TEXT, 'utf-32be')]), ['ok']],
  ['utf-32-unmarked.txt', iconv.encode(TEXT, 'utf-32le'), ['partial undecodable']],
  ['two-marks.txt', `\ufeff\ufeff${TEXT}`, ['ok']],
  ['mark-inside.txt', `${TEXT}\ufeff${TEXT}`, ['ok']],
  ['nul.txt', TEXT.replace('教', '教\0'), ['ok']],
  ['unseen.txt', TEXT.replace('教', '\u202e教\u200b\u2066'), ['ok']],
  ['charset-lies.html', iconv.encode(page('<meta charset="big5">'), 'gb18030'), ['ok']],
  ['charset-unknown.html', page('<meta charset="utf-16"><meta charset="x-none">'), ['ok']],
  [
    'base.html',
    page(
      '<base href="file:///etc/"><template><p>县卫健局网站打不开。</template><a href="passwd.xls">附件:passwd.xls</a>',
    ),
    ['ok'],
  ],
  ['data.html', page('<a href="data:application/vnd.ms-excel;base64,AAAA.xls">附件</a>'), ['ok']],
  ['long-link.html', page(`<a href="${'通'.repeat(150)}.xls">附件</a>`), ['ok']],
  ['nul-link.txt', `${TEXT}附件:a\0b.xls\n`, ['ok']],
  ['many-links.txt', TEXT + Array.from({ length: 85_000 }, (_, i) => `a${i}.xls `).join(''), ['ok']],
  ['heads.warc', 'WARC/1.0\r\n'.repeat(300), Array(300).fill('failed bad_record')],
  ['chunked-packed.warc', record(`${CHUNKED}\r\nContent-Encoding: gzip`, chunked(packed, 7)), ['ok']],
  ['chunk-lies.warc', record(CHUNKED, bytes(`ffffffff\r\n${page('')}`)), ['ok']],
  [
    'pack-cut.warc',
    record(`${CHUNKED}\r\nContent-Encoding: gzip`, chunked(packed.subarray(0, -9), 7)),
    ['failed bad_body'],
  ],
  [
    'length-short.warc',
    Buffer.concat([record(OK, bytes(page('')), 5), record(OK, bytes(page('')))]),
    ['failed bad_record', 'ok'],
  ],
  [
    'length-long.warc',
    Buffer.concat([record(OK, bytes(page('')), 99_999), record(OK, bytes(page('')))]),
    ['failed bad_record', 'ok'],
  ],
  [
    'length-less.warc',
    Buffer.concat([record(OK, bytes(page('')), -3), record(OK, bytes(page('')))]),
    ['failed bad_record', 'ok'],
  ],
]

test('inputs that nobody sends but those who try: each has the status of what it is', () => {
  const folder = join(scratch, 'odd')
  mkdirSync(folder)
  for (const [name, content] of ODD) writeFileSync(join(folder, name), content)
  // Something to be looked for by those that link.
  writeFileSync(join(folder, 'some.csv'), '序号,单位\n1,市教育局\n')
  const out = join(scratch, 'odd-out')
  const r = tongbao(['extract', folder, '-o', out, '-q', '--format', 'csv,json,report'], { timeout: 120_000 })
  expect([r.status, r.said]).toEqual([3, ''])
  const rows = documents(out)
  const ends = (name: string) =>
    rows.filter((d) => d.source_uri.startsWith(join(folder, name))).map((d) => `${d.status} ${d.code}`.trim())
  expect(Object.fromEntries(ODD.map(([name]) => [name, ends(name)]))).toEqual(
    Object.fromEntries(ODD.map(([name, , ends]) => [name, ends])),
  )
  // What cannot be seen is in no value, only in a quote; no surrogate is alone, so the bytes are UTF-8.
  for (const name of ['records.csv', 'notices.csv', 'report.html']) {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      readFileSync(join(out, name)),
    )
    const rows = name.endsWith('.csv')
      ? (parse(text, { bom: true, columns: true }) as Record<string, string>[])
      : [{ text }]
    const values = rows.flatMap((row) => Object.entries(row).filter(([k]) => k !== 'evidence_quote'))
    expect([name, values.filter(([, v]) => /[\0\u200b\u202e\u2066]/.test(v))]).toEqual([name, []])
  }
  const units = readFileSync(join(out, 'records.csv'), 'utf8')
  expect(units).not.toContain('卫健局')
  expect(units.split('恩平市教育局').length).toBeGreaterThan(8)
}, 180_000)

/** For root no mode is a lock: then as nobody. */
const asNobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
const nobody = (args: string[]) =>
  spawnSync(process.execPath, [resolve('dist/cli.js'), ...args], { encoding: 'utf8', ...asNobody })

test('a folder that may not be looked into and files that may not be read are named; the rest is read', async () => {
  const folder = join(scratch, 'closed')
  mkdirSync(join(folder, 'shut'), { recursive: true })
  for (const name of ['a.txt', 'b.html', 'shut/c.txt', 'd.txt'])
    writeFileSync(join(folder, name), TEXT + name)
  writeFileSync(join(folder, 'e.html'), page('<a href="f.docx">附件:f.docx</a>'))
  writeFileSync(join(folder, 'f.docx'), await docxFile(paragraph('附件')))
  for (const name of ['b.html', 'shut', 'f.docx']) chmodSync(join(folder, name), 0)
  chmodSync(scratch, 0o777)
  const out = join(scratch, 'closed-out')
  const r = nobody(['extract', folder, '-o', out, '-q'])
  chmodSync(join(folder, 'shut'), 0o755)
  expect([r.status, r.stderr]).toEqual([3, ''])
  expect(documents(out).map((d) => [d.source_uri.slice(folder.length + 1), d.status, d.code])).toEqual([
    ['a.txt', 'ok', ''],
    ['b.html', 'failed', 'unreadable'],
    ['d.txt', 'ok', ''],
    ['e.html', 'partial', 'unreadable'],
    ['f.docx', 'skipped', 'attachment'],
    ['shut', 'failed', 'unreadable'],
  ])
})

test.for([
  ['a device', ['extract', '/dev/null'], 2],
  ['a file of the kernel', ['extract', '/proc/version'], 0],
  ['a file that is another whenever it is read', ['extract', '/proc/self/status'], 3],
  ['no such input', ['extract', 'nowhere/at-all.txt'], 2],
] as const)('inputs that are no files: %s', ([, args, status], { skip }) => {
  if (args[1].startsWith('/proc/') && !existsSync(args[1])) skip()
  const r = tongbao([...args, '-o', join(scratch, 'none'), '--overwrite', '-q'], { timeout: 30_000 })
  expect([r.status, r.said]).toEqual([status, expect.not.stringMatching(/\n {4}at /)])
})

test.for([
  ['a file', 'taken'],
  ['below a file', 'taken/out'],
])('an output folder that is %s: said, and nothing is written', ([, to]) => {
  const folder = join(scratch, 'plain')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'a.txt'), TEXT)
  writeFileSync(join(scratch, 'taken'), 'mine')
  for (const more of [[], ['--overwrite']]) {
    const r = tongbao(['extract', folder, '-o', join(scratch, to!), '-q', ...more])
    expect([73, 74]).toContain(r.status)
    expect(r.said).toMatch(/^tongbao: .*taken/)
    expect(r.said).not.toMatch(/\n {4}at /)
  }
  expect(readFileSync(join(scratch, 'taken'), 'utf8')).toBe('mine')
})
