import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import type { Notice } from '../../src/records/schema.ts'
import { executable, launch } from '../browser/chromium.ts'
import { tongbao } from './command.ts'
import { LONG } from './full.ts'
import { payloads } from './payloads.ts'

const N = LONG ? 5_000 : 500
const PER_NOTICE = 100
const scratch = mkdtempSync(join(tmpdir(), 'tongbao-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** A notice whose text, and whose every field that holds text, is hostile. */
function struck(like: Notice, strings: readonly string[], number: number): Notice {
  const text = strings.join('\n')
  let at = 0
  const spans = strings.map((quote) => {
    const start = at
    at += quote.length + 1
    return { start, end: start + quote.length, quote, where: quote }
  })
  const s = (i: number) => strings[i % strings.length]!
  return {
    ...like,
    id: number.toString(16).padStart(16, 'f'),
    text,
    title: s(0),
    issuer: s(1),
    doc_number: s(2),
    addressees: [s(3)],
    region: { code: '440785', name: s(4), level: 'county' },
    source: { ...like.source, uri: s(5), url: s(6) },
    attachments: [{ ...like.attachments[0]!, number: 1, title: s(7), found: true }],
    fields: { issuer: { state: 'stated', evidence: [spans[1]!] } },
    metrics: strings
      .slice(0, 10)
      .map((h, i) => ({ ...like.metrics[0]!, label: h, about: h, evidence: [spans[i]!] })),
    records: strings.map((h, i) => ({
      ...like.records[0]!,
      unit: h,
      unit_name: h,
      unit_function: h,
      subject_name: h,
      subject_url: h,
      problem: h,
      category: h,
      evidence: [spans[i]!],
    })),
    deadlines: strings.slice(0, 10).map(
      (h, i) =>
        ({
          due: '2021-06-08',
          text: h,
          kind: 'absolute',
          actor: h,
          action: h,
          recipient: h,
          state: 'stated',
          confidence: 1,
          evidence: [spans[i]!],
        }) as Notice['deadlines'][number],
    ),
    checks: strings.slice(0, 10).map((h, i) => ({
      code: 'sum_mismatch',
      severity: 'warning',
      message: h,
      expected: h,
      actual: h,
      evidence: [spans[i]!],
    })),
  }
}

test.skipIf(executable === null)(
  `of ${N} hostile strings in a report none runs, asks the network or upsets the console, and each is shown as it was`,
  async () => {
    const out = join(scratch, 'out')
    tongbao(['extract', 'seeds', '-o', out, '-q'])
    const path = join(out, 'notices.ndjson')
    const like = readFileSync(path, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Notice)
      .find((n) => n.metrics.length > 0 && n.records.length > 0 && n.attachments.length > 0)!
    const strings = payloads(N, 1)
    const notices = Array.from({ length: N / PER_NOTICE }, (_, k) =>
      struck(like, strings.slice(k * PER_NOTICE, (k + 1) * PER_NOTICE), k),
    )
    writeFileSync(path, notices.map((n) => `${JSON.stringify(n)}\n`).join(''))
    expect(tongbao(['report', out, '-q', '--no-redact'])).toMatchObject({ status: 0 })

    const browser = await launch()
    try {
      const page = await browser.newPage({ locale: 'zh-CN' })
      const seen: string[] = []
      const url = pathToFileURL(join(out, 'report.html')).href
      page.on('console', (m) => seen.push(`${m.type()}: ${m.text()}`))
      page.on('pageerror', (e) => seen.push(String(e)))
      page.on('dialog', (d) => {
        seen.push(`dialog: ${d.message()}`)
        void d.dismiss()
      })
      page.on('request', (r) => {
        if (r.url().split('#')[0] !== url) seen.push(`request: ${r.url()}`)
      })
      await page.goto(url)
      await page.locator('#tables').waitFor({ timeout: 120_000 })
      await page.click('[data-tile=notices]')
      const shown = new Set<string>()
      for (const [k] of notices.entries()) {
        if (k > 0) await page.keyboard.press('j')
        await expect
          .poll(
            async () => {
              const text = (await page.locator('dialog .text').textContent()) ?? ''
              const fresh = !shown.has(text)
              if (notices.some((n) => n.text === text)) shown.add(text)
              return fresh
            },
            { timeout: 60_000 },
          )
          .toBe(true)
      }
      expect(notices.filter((n) => !shown.has(n.text)).map((n) => n.id)).toEqual([])
      await page.keyboard.press('Escape')
      await page.click('[data-tile=records]')
      await page.locator('dialog mark').first().waitFor()
      const facts = (await page.locator('dialog').textContent()) ?? ''
      expect(strings.some((s) => facts.includes(s.trim()))).toBe(true)
      await page.keyboard.press('Escape')
      for (const button of await page
        .locator('figure, [id^=figure-]')
        .getByRole('button', { name: '表', exact: true })
        .all())
        await button.click()
      const found = await page.evaluate(() => ({
        struck: Object.hasOwn(window, 'struck'),
        elements: document.querySelectorAll(
          '#app img, #app script, #app iframe, #app embed, #app object, #app form, #app base, #app meta',
        ).length,
        handlers: [...document.querySelectorAll('#app *')].filter((e) =>
          e.getAttributeNames().some((a) => a.startsWith('on')),
        ).length,
        links: [...document.querySelectorAll('a')]
          .map((a) => a.protocol)
          .filter((p) => p !== 'http:' && p !== 'https:'),
      }))
      expect(found).toEqual({ struck: false, elements: 0, handlers: 0, links: [] })
      expect(seen).toEqual([])
    } finally {
      await browser.close()
    }
  },
  900_000,
)
