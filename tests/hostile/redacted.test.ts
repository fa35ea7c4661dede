import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LIMITS } from '../../src/read/containers/container.ts'
import { decode } from '../../src/report/alphabet.ts'
import { tongbao } from './command.ts'
import { planted } from './personal.ts'

const N = 4_000
const PER_DOCUMENT = 40
const secrets = [...planted(N, 2)]
const scratch = mkdtempSync(join(tmpdir(), 'tongbao-'))
afterAll(() => rmSync(scratch, { recursive: true }))
const at = (...path: string[]) => join(scratch, ...path)

/** Notices that are no copies of each other, each as a text, a page or a table of its own kind. */
beforeAll(() => {
  mkdirSync(at('in'))
  for (let i = 0; i * PER_DOCUMENT < N; i++) {
    const title = `关于20${10 + (i % 12)}年第${'一二三四'[i % 4]}季度全县政府网站检查情况的通报(第${i}期)`
    const lines = secrets.slice(i * PER_DOCUMENT, (i + 1) * PER_DOCUMENT).map((p) => p.text)
    const page = `<!doctype html><meta charset=utf-8><title>${title}</title><h1>${title}</h1>`
    const form = i % 3
    writeFileSync(
      at('in', `${i}.${form === 0 ? 'txt' : 'html'}`),
      form === 0
        ? `${title}\n${lines.join('\n')}\n`
        : form === 1
          ? `${page}${lines.map((line) => `<p>${line}</p>`).join('\n')}`
          : `${page}<p>一、存在问题</p><table><tr><th>序号<th>单位<th>问题</tr>${lines.map((line, k) => `<tr><td>${k}<td>市教育局<td>网站未更新,${line}</tr>`).join('\n')}</table>`,
    )
  }
})

/** All that can be read in a file, whatever it is packed in. */
async function contentOf(path: string): Promise<string> {
  const bytes = readFileSync(path)
  if (path.endsWith('.xlsx'))
    return Object.values(unzipSync(bytes))
      .map((part) => Buffer.from(part).toString('utf8'))
      .join('\n')
  if (path.endsWith('.parquet'))
    return JSON.stringify(await parquetReadObjects({ file: await asyncBufferFromFile(path) }), (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    )
  const text = bytes.toString('utf8')
  if (!path.endsWith('.html')) return text
  const found = [text]
  const units = JSON.parse(/"units":(\[[\d,]*\])/.exec(text)![1]!) as number[]
  for (const [, id, data] of text.matchAll(
    /<script[^>]*id="([\w-]+)"[^>]*>([A-Za-z0-9+/=]{9,})<\/script>/g,
  )) {
    const unpacked = inflateSync(Buffer.from(data!, 'base64'))
    found.push(id!.startsWith('texts-') ? decode(unpacked, units) : unpacked.toString('utf8'))
  }
  expect(found.length).toBeGreaterThan(5)
  return found.join('\n')
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((e) =>
    e.isDirectory() ? filesBelow(join(folder, e.name)) : [join(folder, e.name)],
  )

/** Written without a look at how the tool does it: full width made narrow, blanks and dashes taken out of numbers, then digits counted. */
const narrow = (text: string) => text.normalize('NFKC')
const IDENTITY =
  /(?<![0-9a-z])[1-6]\d{5}(?:19|20)\d\d(?:0[1-9]|1[012])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx](?![0-9a-z])/gi
const MOBILE = /(?<![0-9a-z.])(?:\+?86)?1[3-9]\d{9}(?![0-9a-z])/gi
function grep(text: string): string[] {
  const close = narrow(text).replace(/(?<=\d)[ -](?=\d)/g, '')
  return [...close.matchAll(IDENTITY), ...close.matchAll(MOBILE)].map((m) => m[0])
}

/** 16 GiB, the usual `--max-total`, which a plan notes, looks like a mobile. */
const OWN = String(LIMITS.maxTotal)

/** Which of the planted ones a reader of these files can find, as they were written or in plain characters. */
async function readable(
  paths: readonly string[],
): Promise<{ left: Map<string, number>; found: Set<string> }> {
  const left = new Map<string, number>()
  const found = new Set<string>()
  const contents = await Promise.all(paths.map(contentOf))
  for (const content of contents) for (const number of grep(content)) if (number !== OWN) found.add(number)
  const all = contents.map((content) => content + narrow(content)).join('\n')
  for (const { kind, secret } of secrets)
    if (all.includes(secret) || all.includes(narrow(secret))) left.set(kind, (left.get(kind) ?? 0) + 1)
  return { left, found }
}
const sum = (left: Map<string, number>) => [...left.values()].reduce((a, b) => a + b, 0)

const FORMATS = 'csv,json,xlsx,parquet,report'
test(`of ${N} planted numbers and addresses, at most one in a hundred is left in what --redact writes, and grep finds no identity number or mobile`, async () => {
  expect(tongbao(['extract', at('in'), '-o', at('all'), '-q', '--redact', '--format', FORMATS]).status).toBe(
    0,
  )
  const files = filesBelow(at('all'))
  expect(files.map((f) => f.split('.').at(-1))).toEqual(
    expect.arrayContaining(['csv', 'json', 'ndjson', 'xlsx', 'parquet', 'html', 'part']),
  )
  const { left, found } = await readable(files)
  console.log(`--redact: ${sum(left)} of ${N} left in ${files.length} files`, left)
  expect([...found]).toEqual([])
  expect(sum(left)).toBeLessThanOrEqual(N / 100)
}, 600_000)

test('by default report and workbook are masked; where nothing is, all of them are found: the search can find them', async () => {
  const extract = (out: string, ...more: string[]) =>
    expect(tongbao(['extract', at('in'), '-o', at(out), '-q', '--format', FORMATS, ...more]).status).toBe(0)
  extract('usual')
  const shared = filesBelow(at('usual')).filter((f) => /\.(?:xlsx|html)$/.test(f))
  expect(shared).toHaveLength(2)
  const masked = await readable(shared)
  expect([...masked.found]).toEqual([])
  expect(sum(masked.left)).toBeLessThanOrEqual(N / 100)
  extract('plain', '--no-redact')
  for (const form of [/\.ndjson$/, /\.html$/, /\.xlsx$/, /records\.csv$/]) {
    const { left, found } = await readable(filesBelow(at('plain')).filter((f) => form.test(f)))
    console.log(`--no-redact, ${form}: ${sum(left)} found`)
    // A workbook and a table hold the texts only of what was found in them.
    expect(sum(left)).toBeGreaterThan(/ndjson|html/.test(form.source) ? N * 0.99 : 300)
    expect(found.size).toBeGreaterThan(150)
  }
}, 600_000)
