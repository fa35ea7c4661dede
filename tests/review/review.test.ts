import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type Server, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Notice } from '../../src/records/schema.ts'
import type { Decision } from '../../src/review/decision.ts'
import { extractedOf } from '../../src/review/extracted.ts'
import { Journal } from '../../src/review/journal.ts'
import { goldFolder, review } from '../../src/review/server.ts'

const scratch = mkdtempSync(join(tmpdir(), 'tongbao-review-'))
const out = join(scratch, 'out')
const CLI = resolve('dist/cli.js')
const tongbao = (...args: string[]) => {
  const r = spawnSync(process.execPath, [CLI, ...args], { cwd: scratch, encoding: 'utf8' })
  return { status: r.status, out: r.stdout, err: r.stderr }
}
let server: Server
let port: number
let token: string
let notices: Notice[]

beforeAll(async () => {
  cpSync('tests/read/fixtures/seeds.tar.gz', join(scratch, 'in', 'seeds.tar.gz'))
  cpSync('tests/read/fixtures/001.docx', join(scratch, 'in', '001.docx'))
  writeFileSync(
    join(scratch, 'in', 'new.txt'),
    '丽水市人民政府办公室关于政府网站检查情况的通报\n一、存在问题\n市数智政务局网站流程绕圈打转。\n',
  )
  writeFileSync(
    join(scratch, 'in', 'kinds.txt'),
    `检存号:331100-2021-07
丽水市人民政府办公室关于2021年第一季度全市政府网站检查情况的通报
一、总体情况
共检查政府网站10个，合格8个，合格率80%，工单处置率为97.5%。
二、工作要求
请各单位于2021年6月8日前完成整改。
`,
  )
  // As a user would: the addresses of the notices are relative to the folder that the command runs in.
  process.chdir(scratch)
  expect(tongbao('extract', 'in', '-o', 'out', '-q').status).toBe(0)
  notices = readFileSync(join(out, 'notices.ndjson'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Notice)
  const started = await review('out', { port: 0, tool: 'test', lexicon: null, gold: goldFolder('out') })
  server = started.server
  port = (server.address() as AddressInfo).port
  token = new URL(started.url).hash.slice(1)
}, 120_000)
afterAll(() => {
  server?.close()
  server?.closeAllConnections()
  process.chdir(resolve(CLI, '../..'))
  rmSync(scratch, { recursive: true })
})

/** Names of a notice's records. */
const keysOf = (n: Notice) =>
  extractedOf(n)
    .filter((e) => e.kind === 'records')
    .map((e) => e.key)

interface Sent {
  method?: string
  headers?: Record<string, string>
  body?: string
}

function ask(path: string, { method = 'GET', headers = {}, body }: Sent = {}) {
  return new Promise<{ status: number; text: string; headers: Record<string, unknown> }>((done, failed) => {
    const r = send({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        done({
          status: response.statusCode!,
          text: Buffer.concat(parts).toString(),
          headers: response.headers,
        }),
      )
    })
    r.on('error', failed)
    r.end(body)
  })
}
const own = () => ({ 'x-tongbao-token': token, 'content-type': 'application/json' })
const decide = (...decisions: unknown[]) =>
  ask('/review/decisions', { method: 'POST', headers: own(), body: JSON.stringify(decisions) })
const journal = () => readFileSync(join(out, 'review.ndjson'), 'utf8')

describe('who may not write, and who may not read', () => {
  const cases: [string, Sent & { path?: string }, number][] = [
    ['no token', { headers: { 'content-type': 'application/json' } }, 403],
    [
      'another token',
      { headers: { 'x-tongbao-token': 'x'.repeat(24), 'content-type': 'application/json' } },
      403,
    ],
    ['another origin', { headers: { origin: 'https://example.com' } }, 403],
    ['another port of this machine', { headers: { origin: 'http://127.0.0.1:1' } }, 403],
    ['no origin at all (a sandboxed page)', { headers: { origin: 'null' } }, 403],
    ['a name that resolves to this machine', { headers: { host: 'evil.example:80' } }, 403],
    ['a form', { headers: { 'content-type': 'text/plain' } }, 415],
    ['a put', { method: 'PUT' }, 405],
    [
      'a read without the token',
      { method: 'GET', path: '/review/notices', headers: { 'x-tongbao-token': '' } },
      403,
    ],
  ]
  test.each(cases)('%s', async (_, { path = '/review/decisions', headers, method = 'POST' }, status) => {
    const before = journal()
    const given = headers && 'x-tongbao-token' in headers ? headers : { ...own(), ...headers }
    if (_ === 'no token') delete (given as Record<string, string>)['x-tongbao-token']
    const r = await ask(path, { method, headers: given, ...(method !== 'GET' && { body: '[]' }) })
    expect(r.status).toBe(status)
    expect(r.headers['access-control-allow-origin']).toBeUndefined()
    expect(journal()).toBe(before)
  })
  test('the page holds neither the token nor a notice', async () => {
    const { text, status } = await ask('/')
    expect(status).toBe(200)
    expect(text).not.toContain(token)
    for (const n of notices) expect(text).not.toContain(n.id)
  })
  test('the right origin may', async () => {
    const headers = { ...own(), origin: `http://127.0.0.1:${port}` }
    expect((await ask('/review/notices', { headers })).status).toBe(200)
  })
})

describe('what is no decision is refused, and nothing of its list is kept', () => {
  const blank = {
    unit: '市教育局',
    unit_name: null,
    unit_function: null,
    subject: 'website',
    subject_name: null,
    problem: '无法打开',
    category: 'access.unreachable',
    verdict: null,
    pass_rate: null,
    deadline: null,
    evidence: [{ start: 0, end: 2 }],
  }
  const added = (change: object) => ({
    notice: notices[0]!.id,
    kind: 'records',
    key: '+x',
    judgement: 'added',
    value: { ...blank, ...change },
  })
  const field = (value: object, change: object = {}) => ({
    notice: notices[0]!.id,
    kind: 'fields',
    key: 'fields|issued',
    judgement: 'corrected',
    value: { field: 'issued', value: null, evidence: [], ...value },
    ...change,
  })
  const cases: [string, () => unknown, RegExp][] = [
    ['no such notice', () => ({ ...added({}), notice: '0'.repeat(16) }), /no such notice/],
    ['no such item', () => ({ ...added({}), key: 'nothing' }), /no such item/],
    ['no such kind', () => ({ ...added({}), kind: 'checks' }), /kind/],
    ['an item of another kind', () => ({ ...added({}), kind: 'metrics' }), /value/],
    ['a field that no notice has', () => field({}, { key: '+issued' }), /no such item/],
    ['one field for another', () => field({ field: 'published' }), /field/],
    ['a field that is no day', () => field({ value: '昨天' }), /value/],
    ['no such genre', () => field({ field: 'genre', value: 'letter' }, { key: 'fields|genre' }), /value/],
    ['an unknown category', () => added({ category: 'no.such' }), /category/],
    ['an unknown function', () => added({ unit_function: 'nothing' }), /unit_function/],
    ['no day', () => added({ deadline: 'soon' }), /deadline/],
    ['evidence outside of the text', () => added({ evidence: [{ start: 0, end: 1e9 }] }), /evidence/],
    ['no evidence', () => added({ evidence: [] }), /evidence/],
    ['a field too many', () => added({ surprise: 1 }), /surprise/],
    ['no value', () => ({ ...added({}), value: null }), /value/],
    ['no judgement', () => ({ ...added({}), judgement: 'perhaps' }), /judgement/],
    ['null', () => null, /notice/],
  ]
  test.each(cases)('%s', async (_, made, why) => {
    const before = journal()
    const r = await decide(added({}), made())
    expect([r.status, r.text]).toEqual([400, expect.stringMatching(why)])
    expect(journal()).toBe(before)
  })
})

describe('the journal', () => {
  const folder = mkdtempSync(join(scratch, 'journal-'))
  const decision = (key: string, judgement: Decision['judgement']): Decision => ({
    notice: '0123456789abcdef',
    kind: 'records',
    key,
    judgement,
    value: null,
    was: null,
  })
  test('the last decision on a record counts, and one taken back is none', () => {
    const first = new Journal(folder)
    first.add([decision('a', 'rejected'), decision('b', 'rejected'), decision('b', 'withdrawn')])
    first.close()
    const again = new Journal(folder)
    expect(again.of('0123456789abcdef').map((d) => d.key)).toEqual(['a'])
    again.close()
  })
  test('a line that a crash tore is dropped, and the next one stands whole', () => {
    appendFileSync(join(folder, 'review.ndjson'), '{"notice":"0123456789ab')
    const torn = new Journal(folder)
    torn.add([decision('c', 'rejected')])
    torn.close()
    const again = new Journal(folder)
    expect(again.of('0123456789abcdef').map((d) => d.key)).toEqual(['a', 'c'])
    again.close()
  })
  test('lines of before there were kinds are decisions on records', () => {
    const old = mkdtempSync(join(scratch, 'old-'))
    const line = { notice: '0123456789abcdef', key: 'a', judgement: 'rejected', record: null, was: null }
    writeFileSync(join(old, 'review.ndjson'), `${JSON.stringify(line)}\n`)
    const read = new Journal(old)
    expect(read.of('0123456789abcdef')).toEqual([decision('a', 'rejected')])
    read.close()
  })
  test('what is no decision is named by its line', () => {
    appendFileSync(join(folder, 'review.ndjson'), '{"judgement":"maybe"}\n')
    expect(() => new Journal(folder)).toThrow(/review\.ndjson:5: /)
  })
})

test('gold of archive members, office files and texts: eval counts what was decided, and the rows mend it', async () => {
  const member = notices.find((n) => n.source.uri.includes('!/') && n.records.length > 3)!
  const docx = notices.find((n) => n.source.uri.endsWith('.docx'))!
  const text = notices.find((n) => n.source.uri.endsWith('new.txt'))!
  expect(docx.records.length).toBeGreaterThan(0)
  const all = (n: Notice) =>
    keysOf(n).map((key) => ({ notice: n.id, kind: 'records', key, judgement: 'accepted', value: null }))
  const start = text.text.indexOf('流程绕圈打转')
  const added = {
    notice: text.id,
    kind: 'records',
    key: '+missed',
    judgement: 'added',
    value: {
      unit: '市数智政务局',
      unit_name: '丽水市数智政务局',
      unit_function: 'data_management',
      subject: 'website',
      subject_name: null,
      problem: '流程绕圈打转',
      category: 'service.guide',
      verdict: null,
      pass_rate: null,
      deadline: null,
      evidence: [{ start, end: start + 6 }],
    },
  }
  const rejected = {
    notice: member.id,
    kind: 'records',
    key: keysOf(member)[0]!,
    judgement: 'rejected',
    value: null,
  }
  const r = await decide(...all(member), rejected, ...all(docx), ...all(text), added)
  expect([r.status, r.text]).toEqual([200, '{"kept":true}'])
  const records = (...more: string[]) => {
    const told = JSON.parse(tongbao('eval', 'out/review', '--json', ...more).out)
    return told.fields.find((f: { field: string }) => f.field === 'records')
  }
  const exported = tongbao('review', 'out', '--export', '--json')
  expect(exported.status, exported.err).toBe(0)
  expect(JSON.parse(exported.out)).toMatchObject({ notices: 3, from_text: [] })
  const right = member.records.length - 1 + docx.records.length + text.records.length
  expect(records()).toMatchObject({ hit: right, wrong: 1, missed: 1 })
  // The rows it proposes make the tables read what was missed.
  expect(records('--lexicon', 'out/review/lexicon')).toMatchObject({ hit: right + 1, wrong: 1, missed: 0 })
})

test('figures, deadlines and fields are judged as records are, go into the gold, and propose rows', async () => {
  const notice = notices.find((n) => n.source.uri.endsWith('kinds.txt'))!
  const of = (kind: string) => extractedOf(notice).filter((e) => e.kind === kind)
  const on = (kind: string, key: string, judgement: string, value: unknown = null) => ({
    notice: notice.id,
    kind,
    key,
    judgement,
    value,
  })
  const span = (quote: string) => {
    const start = notice.text.indexOf(quote)
    expect(start, quote).toBeGreaterThan(0)
    return [{ start, end: start + quote.length }]
  }
  const rate = of('metrics').find((e) => (e.value as { value: number }).value === 80)!
  const deadline = of('deadlines')[0]!
  const figure = {
    subject: 'message',
    measure: 'handling_rate',
    value: 97.5,
    unit: 'percent',
    about: null,
    as_of: null,
    label: null,
    evidence: span('工单处置率为97.5%'),
  }
  const index = { field: 'index_number', value: '331100-2021-07', evidence: span('331100-2021-07') }
  const r = await decide(
    on('metrics', rate.key, 'accepted'),
    on('metrics', '+rate', 'added', figure),
    on('deadlines', deadline.key, 'corrected', {
      ...deadline.value,
      due: '2021-06-09',
      evidence: span('6月8日前'),
    }),
    on('fields', 'fields|index_number', 'corrected', index),
    on('fields', 'fields|period', 'rejected'),
    on('fields', 'fields|region_code', 'accepted'),
  )
  expect([r.status, r.text]).toEqual([200, '{"kept":true}'])
  expect(tongbao('review', 'out', '--export', '-q').status).toBe(0)
  const gold = JSON.parse(readFileSync(join(out, 'review', 'gold', 'kinds.json'), 'utf8'))
  expect(gold.notice).toEqual({ index_number: '331100-2021-07', period: null, region_code: '331100' })
  expect(gold.records).toBeUndefined()
  const fields = (...more: string[]) => {
    const told = JSON.parse(tongbao('eval', 'out/review', '--json', ...more).out).fields
    return Object.fromEntries(told.map((f: Record<string, unknown>) => [f.field, [f.hit, f.wrong, f.missed]]))
  }
  expect(fields()).toMatchObject({
    metrics: [1, 0, 1],
    deadlines: [0, 1, 1],
    'notice.index_number': [0, 1, 1],
    'notice.period': [0, 1, 1],
    'notice.region_code': [1, 0, 0],
  })
  // The word before the figure and the key before the number are what was missing.
  expect(fields('--lexicon', 'out/review/lexicon')).toMatchObject({
    metrics: [2, 0, 0],
    'notice.index_number': [1, 0, 0],
  })
})

test('decisions outlive another extraction, and what they were made on', async () => {
  const before = journal()
  expect(tongbao('extract', 'in', '-o', 'out', '-q', '--retry', '--max-cells', '999').status).toBe(0)
  expect(journal()).toBe(before)
})
