import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { redactNotice } from '../../src/export/redact.ts'
import { loadKit } from '../../src/kit.ts'
import type { Notice } from '../../src/records/schema.ts'
import { addHostile } from '../report/hostile.ts'
import { executable, launch } from './chromium.ts'

const scratch = mkdtempSync(join(tmpdir(), 'tongbao-'))
const out = join(scratch, 'out')
const struck = join(scratch, 'struck')
const tongbao = (...args: string[]) => {
  const r = spawnSync(process.execPath, ['dist/cli.js', ...args], { encoding: 'utf8' })
  if (r.status !== 0) throw new Error(`${args.join(' ')}: ${r.status} ${r.stderr}`)
}
const FIGURES = [
  'categories',
  'years',
  'ranking',
  'rollups',
  'heat',
  'trends',
  'functions',
  'function-heat',
  'months',
  'checks',
]

describe.skipIf(executable === null)('report.html in Chromium', () => {
  let browser: Browser
  let page: Page
  let notices: Notice[]
  const seen: string[] = []

  beforeAll(async () => {
    // With counties that make a city, and a region over two periods that can be compared.
    const docs = ['own-a0*', 'own-d06.html', 'own-f05.txt'].map((name) => `corpus/notices/docs/${name}`)
    tongbao('extract', 'seeds', ...docs, '-o', out, '-q')
    cpSync(out, struck, { recursive: true })
    addHostile(struck)
    tongbao('report', out, '-q')
    tongbao('report', struck, '-q')
    notices = readFileSync(join(out, 'notices.ndjson'), 'utf8')
      .split('\n')
      .filter(Boolean)
      // As the report shows them.
      .map((line) => redactNotice(JSON.parse(line) as Notice, loadKit()))
    browser = await launch()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    rmSync(scratch, { recursive: true })
  })
  beforeEach(() => {
    seen.length = 0
  })
  afterEach(() => {
    expect(seen, 'what the console said, and requests besides the file').toEqual([])
  })

  /** Opens a report; whatever its console says and it asks of the network is noted. */
  async function open(
    folder: string,
    options: { width?: number; locale?: string; hash?: string } = {},
  ): Promise<void> {
    const { width = 1280, locale = 'zh-CN', hash = '' } = options
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale })
    page = await context.newPage()
    page.on('console', (m) => seen.push(`${m.type()}: ${m.text()}`))
    page.on('pageerror', (e) => seen.push(String(e)))
    page.on('dialog', (d) => {
      seen.push(`dialog: ${d.message()}`)
      void d.dismiss()
    })
    const url = pathToFileURL(join(folder, 'report.html')).href
    page.on('request', (r) => {
      if (r.url().split('#')[0] !== url) seen.push(`request: ${r.url()}`)
    })
    await page.goto(url + hash)
    await page.locator('#tables').waitFor()
  }
  const shut = async () => {
    await page.keyboard.press('Escape')
    await page.locator('dialog').waitFor({ state: 'detached' })
  }
  const marked = () => page.locator('dialog mark').allTextContents()
  const number = async (tile: string) =>
    Number((await page.locator(`[data-tile=${tile}] strong`).textContent())!.replaceAll(',', ''))
  const records = () => notices.flatMap((n) => n.records.map((r) => ({ ...r, notice: n })))

  /** Clicks the longest bar of a colour. */
  async function clickBar(figure: string, colour: string): Promise<void> {
    const bars = page.locator(`#figure-${figure} svg path[fill="${colour}"]`)
    const boxes = await bars.evaluateAll((all) => all.map((b) => b.getBoundingClientRect().width))
    await bars.nth(boxes.indexOf(Math.max(...boxes))).click()
  }

  test('charts are drawn with Chinese labels, none of them cut off', async () => {
    for (const width of [390, 1280]) {
      await open(out, { width })
      for (const id of FIGURES) {
        const figure = page.locator(`#figure-${id}`)
        expect(await figure.locator('svg text').count(), id).toBeGreaterThan(0)
        const cut = await figure.locator('svg').evaluate((svg) => {
          const frame = svg.getBoundingClientRect()
          return [...svg.querySelectorAll('text')]
            .filter((t) => {
              const b = t.getBoundingClientRect()
              return (
                b.width > 0 && (b.left < frame.left - 1 || b.right > frame.right + 1 || b.top < frame.top - 2)
              )
            })
            .map((t) => t.textContent)
        })
        expect(cut, `${id} at ${width} px`).toEqual([])
      }
      expect(await page.locator('#figure-categories svg').textContent()).toContain('新媒体内容不更新')
      expect(await page.locator('#figure-ranking svg').textContent()).toContain('不可比')
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wider, `the page itself does not scroll sideways at ${width} px`).toBeLessThanOrEqual(0)
    }
  })

  test('a click on a bar opens the notice with the very characters of the evidence', async () => {
    await clickBar('categories', '#c2501c')
    const vetoes = new Map<string, ReturnType<typeof records>>()
    for (const r of records())
      if (r.severity === 'veto') vetoes.set(r.category, [...(vetoes.get(r.category) ?? []), r])
    const most = [...vetoes.values()].sort((a, b) => b.length - a.length)[0]!
    await expect.poll(marked).not.toEqual([])
    expect(await page.locator('dialog header').textContent()).toContain(`1 / ${most.length}`)
    const first = most[0]!
    const chosen = new Set(first.evidence.flatMap((e) => range(e.start, e.end)))
    expect((await marked()).join('')).toBe(textAt(first.notice.text, chosen))
    expect(await page.locator('dialog .text').textContent()).toBe(first.notice.text)
    // The file says where it lies itself: the command is ready to be run.
    expect(await page.locator('dialog .notice code').textContent()).toBe(
      `tongbao review ${resolve(out)} --notice ${first.notice.id}`,
    )
    await shut()
  })

  test('the name of a bar opens the same', async () => {
    await page.locator('#figure-functions svg text', { hasText: '乡镇政府' }).first().click()
    await expect.poll(marked).not.toEqual([])
    expect(await page.locator('dialog h2').textContent()).toBe('乡镇政府')
    await shut()
  })

  test('a bar of the ranking opens the rate as the notice states it', async () => {
    await clickBar('ranking', '#2766a6')
    await expect.poll(marked).not.toEqual([])
    expect((await marked()).join('')).toMatch(/\d/)
    expect(await page.locator('dialog .headline').textContent()).toMatch(/合格率 .*%/)
    await shut()
  })

  test('every chart has a table, and its rows open evidence', async () => {
    for (const id of FIGURES) {
      const figure = page.locator(`#figure-${id}`)
      await figure.getByRole('button', { name: '表', exact: true }).click()
      await figure.locator('tbody tr').first().locator('button').first().click()
      await page.locator('dialog .text').waitFor()
      expect((await marked()).length, id).toBeGreaterThan(0)
      await shut()
    }
    for (const section of ['deadlines', 'tables']) {
      await page.locator(`#${section} > section.scroll tbody tr`).first().click()
      await expect.poll(marked).not.toEqual([])
      await shut()
    }
  })

  /** What each item of a notice rests on: its characters in their order. */
  const evidenceIn = (n: Notice) =>
    [...n.records, ...n.metrics, ...n.deadlines, ...n.checks].map((item) =>
      textAt(n.text, new Set(item.evidence.flatMap((e) => range(e.start, e.end)))),
    )

  test.each(FIGURES)(
    'in the chart %s every shape opens the very characters of its first item',
    async (id) => {
      if (id === FIGURES[0]) await open(out)
      const svg = page.locator(`#figure-${id} svg`)
      await svg.scrollIntoViewIfNeeded()
      const places = await svg.evaluate((drawn) => {
        const frame = drawn.getBoundingClientRect()
        return (
          [...drawn.querySelectorAll('path')]
            .filter((p) => (p.getAttribute('fill') ?? 'none') !== 'none')
            .map((p) => p.getBoundingClientRect())
            .filter((b) => b.width >= 2 && b.height >= 6 && b.width < frame.width)
            .map((b) => ({ x: b.x + b.width / 2 - frame.x, y: b.y + b.height / 2 - frame.y }))
            // Above it are legends.
            .filter((p) => p.y > 30)
        )
      })
      expect(places.length, 'shapes').toBeGreaterThan(1)
      const step = Math.ceil(places.length / 4)
      const chosen = places.filter((_, i) => i % step === 0)
      let opened = 0
      for (const position of chosen) {
        await svg.click({ position })
        const dialog = page.locator('dialog .text')
        // Some are no data: the ground of an axis, a symbol of a legend.
        if ((await page.locator('dialog').count()) === 0) continue
        await dialog.waitFor()
        const notice = notices[Number(await dialog.getAttribute('data-notice'))]!
        expect(await dialog.textContent()).toBe(notice.text)
        const chars = (await marked()).join('')
        expect(chars.length).toBeGreaterThan(0)
        expect(evidenceIn(notice)).toContain(chars)
        opened++
        await shut()
      }
      expect(opened, 'shapes that opened a notice').toBeGreaterThan(0)
    },
  )

  test('roll-ups say what they cover and stand beside the rate of the region itself; trends say the change', async () => {
    await open(out)
    const drawn = await page.locator('#figure-rollups svg').textContent()
    expect(drawn).toContain('滨州市')
    expect(drawn).toContain('85.71%')
    expect(drawn).toContain('计入 7 / 有数据 7 / 共 7')
    expect(drawn).toContain('91.7%')
    const trends = page.locator('#figure-trends')
    await trends.getByRole('button', { name: '表', exact: true }).click()
    const row = trends.locator('tbody tr', { hasText: '2023Q3' }).filter({ hasText: '黑河市' })
    expect(await row.textContent()).toContain('2018Q4−4.2')
    await page.selectOption('[data-filter=region]', '440000')
    await expect.poll(() => page.locator('#figure-rollups').textContent()).toContain('没有符合条件的内容')
    await open(out)
  })

  test('filters change the figures, and the address remembers them', async () => {
    const all = records()
    expect(await number('records')).toBe(all.length)
    expect(await number('notices')).toBe(notices.length)
    await page.selectOption('[data-filter=severity]', 'veto')
    await expect.poll(() => number('records')).toBe(all.filter((r) => r.severity === 'veto').length)
    await page.selectOption('[data-filter=region]', '510000')
    const inSichuan = all.filter((r) => r.severity === 'veto' && r.notice.region?.code.startsWith('51'))
    expect(inSichuan.length).toBeGreaterThan(0)
    await expect.poll(() => number('records')).toBe(inSichuan.length)
    expect(await page.locator('#figure-heat').textContent()).toContain('绵阳市')
    expect(await page.locator('#figure-heat').textContent()).not.toContain('揭阳市')
    const address = page.url()
    expect(address).toContain('severity=veto')
    await page.getByRole('button', { name: '清除筛选' }).click()
    await expect.poll(() => number('records')).toBe(all.length)
    await page.goto('about:blank')
    await page.goto(address)
    await expect.poll(() => number('records')).toBe(inSichuan.length)
  })

  test('keys: / searches, J and K step, Escape closes', async () => {
    await page.getByRole('button', { name: '清除筛选' }).click()
    await page.keyboard.press('/')
    await page.keyboard.type('教育局')
    const fits = records().filter((r) =>
      JSON.stringify([r.unit, r.unit_name, r.problem, r.subject_name]).includes('教育局'),
    )
    await expect.poll(() => number('records')).toBe(fits.length)
    await page.keyboard.press('Escape')
    await page.locator('[data-tile=records]').focus()
    await page.keyboard.press('Enter')
    await page.locator('dialog').waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await expect.poll(() => page.locator('dialog nav span').textContent()).toBe(`2 / ${fits.length}`)
    await shut()
  })

  test('speaks Chinese or English, and goes dark', async () => {
    await open(out, { locale: 'en-US' })
    expect(await page.locator('h1').textContent()).toMatch(/^Inspection notices/)
    expect(await page.locator('#figure-categories svg').textContent()).toContain('Account not updated')
    await page.click('[data-switch=lang]')
    expect(await page.locator('h1').textContent()).toContain('比较报告')
    const surface = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const light = await surface()
    await page.click('[data-switch=theme]')
    await expect.poll(surface).not.toBe(light)
  })

  test('hostile text is text: nothing runs, nothing is fetched, only addresses of the web are links', async () => {
    await open(struck, { hash: '#region=990000&q=%3Cscript%3E' })
    await page.click('[data-tile=records]')
    await page.locator('dialog mark').first().waitFor()
    expect((await marked()).join('')).toBe('</script><script>window.struck = 1</script>')
    for (let i = 0; i < 6; i++) await page.keyboard.press('j')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '清除筛选' }).click()
    for (const id of FIGURES)
      await page.locator(`#figure-${id}`).getByRole('button', { name: '表', exact: true }).click()
    const found = await page.evaluate(() => ({
      struck: Object.hasOwn(window, 'struck'),
      elements: document.querySelectorAll('#app img, #app script, #app svg[onload], #app iframe').length,
      links: [...document.querySelectorAll('a')].map((a) => `${a.protocol} ${a.rel}`),
    }))
    expect(found.struck).toBe(false)
    expect(found.elements).toBe(0)
    for (const link of found.links) expect(link).toMatch(/^https?: noopener/)
  })

  test('the policy of the page lets nothing out', async () => {
    const refused = await page.evaluate(() =>
      fetch('https://example.com/').then(
        () => false,
        () => true,
      ),
    )
    expect(refused).toBe(true)
    expect(seen.filter((s) => s.includes('Content Security Policy')).length).toBeGreaterThan(0)
    seen.length = 0
  })

  test('prints every section', async () => {
    const pdf = await page.pdf({ format: 'A4' })
    expect(pdf.length).toBeGreaterThan(50_000)
  })
})

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i)
}

function textAt(text: string, offsets: ReadonlySet<number>): string {
  return [...offsets]
    .sort((a, b) => a - b)
    .map((i) => text[i])
    .join('')
}
