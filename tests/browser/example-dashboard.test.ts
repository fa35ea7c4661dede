import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { executable, launch } from './chromium.ts'

const out = mkdtempSync(join(tmpdir(), 'tongbao-'))
const PAGE = 'index.html'

describe.skipIf(executable === null)('docs/example-dashboard in Chromium', () => {
  let browser: Browser
  let page: Page
  let server: Server
  const seen: string[] = []
  beforeAll(async () => {
    const r = spawnSync(
      process.execPath,
      ['dist/cli.js', 'extract', 'seeds', '-o', out, '-q', '--format', 'json', '--overwrite'],
      { encoding: 'utf8' },
    )
    expect(r.status, r.stderr).toBe(0)
    copyFileSync(`docs/example-dashboard/${PAGE}`, join(out, PAGE))
    server = createServer((request, response) => {
      const name = request.url!.slice(1)
      if (![PAGE, 'comparison.json', 'notices.json'].includes(name)) response.writeHead(404).end()
      else
        response
          .writeHead(200, { 'content-type': name === PAGE ? 'text/html' : 'application/json' })
          .end(readFileSync(join(out, name)))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    browser = await launch()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    server?.close()
    rmSync(out, { recursive: true })
  })
  afterEach(() => expect(seen.splice(0), 'what the console said').toEqual([]))

  const open = async (url: string) => {
    page = await browser.newPage()
    page.on('console', (m) => !/favicon|404/.test(m.text()) && seen.push(m.text()))
    page.on('pageerror', (e) => seen.push(String(e)))
    await page.goto(url)
  }

  async function drawsAndShowsItsSource(): Promise<void> {
    const { rows } = JSON.parse(readFileSync(join(out, 'comparison.json'), 'utf8'))
    const rated = rows.filter(
      (r: Record<string, unknown>) => (r.pass_rate ?? r.pass_rate_recomputed) !== null,
    )
    expect(rated.length).toBeGreaterThan(3)
    await expect.poll(() => page.locator('tbody tr').count()).toBe(rated.length)
    const { region, pass_rate, from } = rated.find((r: Record<string, unknown>) => r.pass_rate !== null)
    await page
      .locator('tbody tr', { hasText: region })
      .filter({ hasText: `${pass_rate} %` })
      .first()
      .getByRole('button')
      .click()
    const marks = await page.locator('#source mark').allTextContents()
    const notices = new Map(
      JSON.parse(readFileSync(join(out, 'notices.json'), 'utf8')).map((n: { id: string }) => [n.id, n]),
    ) as Map<string, { text: string; metrics: { evidence: { start: number; end: number }[] }[] }>
    const [id, numbers] = Object.entries(from.pass_rate as Record<string, number[]>)[0]!
    const { text, metrics } = notices.get(id)!
    const { start, end } = metrics[numbers[0]! - 1]!.evidence[0]!
    expect(marks).toContain(text.slice(start, end))
  }

  test('beside the JSON on a server', async () => {
    await open(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${PAGE}`)
    await drawsAndShowsItsSource()
  })
  test('from disk, with the files chosen', async () => {
    await open(pathToFileURL(join(out, PAGE)).href)
    await page.setInputFiles('#files', [join(out, 'notices.json'), join(out, 'comparison.json')])
    await drawsAndShowsItsSource()
  })
})
