import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { get, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Ajv from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve } from '../../src/serve/server.ts'
import { executable, launch } from '../browser/chromium.ts'

const scratch = mkdtempSync(join(tmpdir(), 'tongbao-'))
const out = join(scratch, 'out')
let server: Server
let base: string
let port: number

beforeAll(async () => {
  const r = spawnSync(process.execPath, ['dist/cli.js', 'extract', 'seeds', '-o', out, '-q'], {
    encoding: 'utf8',
  })
  expect(r.status, r.stderr).toBe(0)
  const started = await serve(out, { port: 0, tool: 'test', origins: ['http://localhost:3000'] })
  server = started.server
  base = started.url
  port = (server.address() as AddressInfo).port
}, 120_000)
afterAll(() => {
  server?.close()
  server?.closeAllConnections()
  rmSync(scratch, { recursive: true })
})

/** A request as no browser would write it: path and headers as they are. */
function ask(path: string, options: { headers?: Record<string, string>; method?: string } = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>(
    (resolve, reject) => {
      get({ host: '127.0.0.1', port, path, agent: false, ...options }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () =>
          resolve({
            status: response.statusCode!,
            headers: response.headers,
            text: Buffer.concat(parts).toString(),
          }),
        )
      }).on('error', reject)
    },
  )
}
// biome-ignore lint/suspicious/noExplicitAny: any JSON
const json = async (path: string): Promise<any> => JSON.parse((await ask(path)).text)

describe('every endpoint answers as the OpenAPI description says', () => {
  test('the description names all of them and each fits its schema', async () => {
    const description = await json('/openapi.json')
    expect(description.openapi).toBe('3.1.0')
    const paths = Object.keys(description.paths)
    expect(paths).toEqual([
      '/api/notices',
      '/api/notices/{id}',
      '/api/records',
      '/api/metrics',
      '/api/deadlines',
      '/api/checks',
      '/api/comparison',
    ])
    const { items } = await json('/api/notices')
    const ajv = new Ajv.default({ strict: false, allErrors: true })
    ajv.addSchema(description, 'api')
    const pointer = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1')
    for (const path of paths) {
      const at = `api#/paths/${pointer(path)}/get/responses/200/content/application~1json/schema`
      const answer = await json(path.replace('{id}', items[0].notice_id))
      const validate = ajv.getSchema(at)!
      expect(validate(answer), `${path}: ${JSON.stringify(validate.errors?.slice(0, 3))}`).toBe(true)
      expect(validate({ nonsense: 1 }), `${path} refuses something else`).toBe(false)
    }
  })

  test('every parameter of the description is taken, and no other', async () => {
    const description = await json('/openapi.json')
    const examples: Record<string, string> = {
      region: '440785',
      from: '2019',
      to: '2022',
      family: 'website',
      category: 'update.column',
      severity: 'veto',
      unit_function: 'town',
      q: '网站',
      limit: '5',
      offset: '1',
    }
    for (const [path, { get: operation }] of Object.entries<{
      get: { parameters: { name: string; in: string }[] }
    }>(description.paths))
      for (const { name, in: where } of operation.parameters) {
        if (where !== 'query') continue
        expect(
          (await ask(`${path}?${name}=${encodeURIComponent(examples[name]!)}`)).status,
          `${path} ${name}`,
        ).toBe(200)
      }
  })
})

test('items are those of the notices, in the filter and page asked for', async () => {
  const all = await json('/api/records?limit=1000')
  expect(all.items).toHaveLength(all.total)
  const vetoes = await json('/api/records?severity=veto&limit=3&offset=2')
  const wanted = all.items.filter((r: { severity: string }) => r.severity === 'veto')
  expect(vetoes.total).toBe(wanted.length)
  expect(vetoes.items).toEqual(wanted.slice(2, 5))
  const notice = await json(`/api/notices/${vetoes.items[0].notice_id}`)
  for (const { start, end, quote } of vetoes.items[0].evidence)
    expect(notice.text.slice(start, end)).toBe(quote)
})

describe('refusals', () => {
  const cases: [string, string, { headers?: Record<string, string>; method?: string }, number, RegExp][] = [
    [
      'a host that a page elsewhere resolves here',
      '/',
      { headers: { host: 'evil.example' } },
      403,
      /localhost/,
    ],
    ['the right name with another port', '/', { headers: { host: 'localhost:1' } }, 403, /localhost/],
    ['no such address', '/nothing', {}, 404, /openapi/],
    ['a way out of the folder', '/../../../etc/passwd', {}, 404, /nothing/],
    ['the same, encoded', '/%2e%2e/%2e%2e/etc/passwd', {}, 404, /nothing/],
    ['a file of the folder', '/notices.ndjson', {}, 404, /nothing/],
    ['a table that is a property of objects', '/report/constructor.json', {}, 404, /nothing/],
    ['a text that is not there', '/report/text/99', {}, 404, /nothing/],
    ['a notice that is not there', '/api/notices/0000000000000000', {}, 404, /nothing/],
    ['an unknown parameter', '/api/records?nonsense=1', {}, 400, /nonsense/],
    ['an unknown parameter of every object', '/api/records?__proto__=1', {}, 400, /__proto__/],
    ['too many', '/api/records?limit=5000', {}, 400, /1 to 1000/],
    ['a region that is none', '/api/records?region=440', {}, 400, /six digits/],
    ['a change', '/api/records', { method: 'POST' }, 405, /GET/],
  ]
  for (const [name, path, options, status, message] of cases)
    test(name, async () => {
      const answer = await ask(path, options)
      expect({ status: answer.status, text: answer.text }).toEqual({
        status,
        text: expect.stringMatching(message),
      })
    })
})

test('listens on the loopback address only, and lets only the origins named read', async () => {
  expect((server.address() as AddressInfo).address).toBe('127.0.0.1')
  const allowed = await ask('/api/checks', { headers: { origin: 'http://localhost:3000' } })
  expect(allowed.headers['access-control-allow-origin']).toBe('http://localhost:3000')
  const other = await ask('/api/checks', { headers: { origin: 'http://evil.example' } })
  expect(other.headers['access-control-allow-origin']).toBeUndefined()
  expect(other.headers['cross-origin-resource-policy']).toBe('same-origin')
})

test('a port in use is said to be, with what to do', () => {
  const r = spawnSync(process.execPath, ['dist/cli.js', 'serve', out, '--port', String(port)], {
    encoding: 'utf8',
  })
  expect({ status: r.status, text: r.stderr }).toEqual({
    status: 2,
    text: expect.stringMatching(/in use.*--port/),
  })
})

test.skipIf(executable === null)(
  'the served report draws and shows evidence, and asks its own server only',
  async () => {
    const browser = await launch()
    try {
      const page = await browser.newPage({ locale: 'zh-CN' })
      const wrong: string[] = []
      page.on('console', (m) => wrong.push(m.text()))
      page.on('pageerror', (e) => wrong.push(String(e)))
      page.on('request', (r) => {
        if (!r.url().startsWith(base)) wrong.push(r.url())
      })
      await page.goto(base)
      await page.click('[data-tile=records]')
      await page.locator('dialog mark').first().waitFor()
      const first = (await json('/api/records?limit=1')).items[0]
      expect((await page.locator('dialog mark').allTextContents()).join('')).toBe(
        first.evidence.map((e: { quote: string }) => e.quote).join(''),
      )
      expect(wrong).toEqual([])
    } finally {
      await browser.close()
    }
  },
)
