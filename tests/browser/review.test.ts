import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Notice } from '../../src/records/schema.ts'
import { goldFolder, review } from '../../src/review/server.ts'
import { executable, launch } from './chromium.ts'

const scratch = mkdtempSync(join(tmpdir(), 'tongbao-review-'))
const out = join(scratch, 'out')
const tongbao = (...args: string[]) => {
  const r = spawnSync(process.execPath, ['dist/cli.js', ...args], { encoding: 'utf8' })
  if (r.status !== 0) throw new Error(`${args.join(' ')}: ${r.status} ${r.stderr}`)
  return r.stdout
}

interface Line {
  kind: string
  key: string
  judgement: string
  value: { evidence: { quote: string }[] } | null
}

describe.skipIf(executable === null)('tongbao review in Chromium', () => {
  let browser: Browser
  let page: Page
  let server: Server
  let url: string
  let notice: Notice
  const seen: string[] = []

  beforeAll(async () => {
    tongbao('extract', 'seeds', '-o', out, '-q')
    const lines = readFileSync(join(out, 'notices.ndjson'), 'utf8').split('\n').filter(Boolean)
    notice = lines
      .map((l) => JSON.parse(l) as Notice)
      .find((n) => n.deadlines.length === 1 && n.metrics.length > 1)!
    ;({ server, url } = await review(out, {
      port: 0,
      tool: 'test',
      lexicon: null,
      gold: goldFolder(out),
      notice: notice.id,
    }))
    browser = await launch()
    page = await (
      await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: 'zh-CN' })
    ).newPage()
    page.setDefaultTimeout(8_000)
    page.on('console', (m) => seen.push(`${m.type()}: ${m.text()}`))
    page.on('pageerror', (e) => seen.push(String(e)))
    await page.goto(url)
    await page.locator('.record').first().waitFor()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    server?.close()
    server?.closeAllConnections()
    rmSync(scratch, { recursive: true })
    expect(seen, 'what the console said').toEqual([])
  })

  const judged = async () => Number(/已核对 (\d+)/.exec((await page.locator('.progress').textContent())!)![1])
  const onDisk = (): Line[] =>
    readFileSync(join(out, 'review.ndjson'), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line)
  const scores = () => {
    const { fields, misses } = JSON.parse(tongbao('eval', goldFolder(out), '--json')) as {
      fields: { field: string; hit: number; wrong: number; missed: number }[]
      misses: { field: string; what: string }[]
    }
    return { of: (field: string) => fields.find((f) => f.field === field), misses }
  }

  test('the page of another token shows nothing', async () => {
    const other = await browser.newPage()
    await other.goto(url.replace('#', '#x'))
    await other.locator('.alone').waitFor()
    expect(await other.locator('.alone').textContent()).toContain('tongbao review')
    await other.close()
  })

  test('A accepts and goes on; the characters of the next are marked', async () => {
    await page.keyboard.press('a')
    await expect.poll(judged).toBe(1)
    await expect.poll(onDisk).toHaveLength(1)
    expect(onDisk()[0]).toMatchObject({ judgement: 'accepted' })
    const second = notice.records[1]!.evidence.map((e) => e.quote).join('')
    await expect.poll(async () => (await page.locator('mark').allTextContents()).join('')).toBe(second)
  })

  test('a correction begun is there after a reload, and so is one that is saved', async () => {
    await page.keyboard.press('c')
    await page.locator('select[name=category]').waitFor()
    await page.selectOption('select[name=category]', 'content.republish')
    await page.fill('input[name=unit]', '县档案馆')
    await page.reload()
    await page.locator('select[name=category]').waitFor()
    expect(await page.inputValue('select[name=category]')).toBe('content.republish')
    expect(await page.inputValue('input[name=unit]')).toBe('县档案馆')
    await page.fill('input[name=unit_name]', '')
    await page.locator('input[name=unit_name]').press('Control+Enter')
    await expect.poll(judged).toBe(2)
    await expect.poll(onDisk).toHaveLength(2)
    await page.reload()
    await expect.poll(judged).toBe(2)
    const card = page.locator('.record.corrected')
    await expect.poll(() => card.count()).toBe(1)
    expect(await card.textContent()).toContain('县档案馆')
  })

  test('X rejects, U takes it back, X again', async () => {
    await page.locator('.record.open button').first().click()
    const rejected = await page.locator('.record[aria-current] .problem').textContent()
    await page.keyboard.press('x')
    await expect.poll(judged).toBe(3)
    await page.locator('.record.rejected button').click()
    await page.keyboard.press('u')
    await expect.poll(judged).toBe(2)
    await page.keyboard.press('x')
    await expect.poll(judged).toBe(3)
    expect(await page.locator('.record.rejected .problem').textContent()).toBe(rejected)
  })

  test('marking text with the pointer and M adds a record of those very characters', async () => {
    const quote = notice.title!.slice(0, 8)
    await page.evaluate((quote) => {
      const walker = document.createTreeWalker(document.querySelector('.text')!, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) {
        const node = walker.currentNode as unknown as { data: string } & Node
        const at = node.data.indexOf(quote)
        if (at < 0) continue
        getSelection()!.setBaseAndExtent(node, at, node, at + quote.length)
        document.querySelector('.text')!.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }))
        return
      }
      throw new Error('not in one piece')
    }, quote)
    await page.keyboard.press('m')
    await page.locator('form').waitFor()
    expect(await page.inputValue('textarea[name=problem]')).toBe(quote)
    await page.selectOption('select[name=category]', 'content.map')
    await page.locator('textarea[name=problem]').press('Control+Enter')
    await expect
      .poll(() => onDisk().at(-1))
      .toMatchObject({
        judgement: 'added',
        value: { category: 'content.map', evidence: [{ quote }] },
      })
  })

  test('a key pressed right behind another loses nothing: what it marks stays marked', async () => {
    const chosen = () => page.locator('.record[aria-current] .problem').textContent()
    const before = await chosen()
    await page.evaluate(async () => {
      const press = (key: string) => dispatchEvent(new KeyboardEvent('keydown', { key }))
      press('j')
      await new Promise((rendered) => queueMicrotask(() => queueMicrotask(() => rendered(null))))
      press('m')
      await new Promise((painted) => setTimeout(painted, 300))
    })
    expect(await chosen()).not.toBe(before)
    expect(await page.locator('.banner.soft').count()).toBe(1)
    await page.keyboard.press('Escape')
    await page.keyboard.press('k')
    expect(await chosen()).toBe(before)
  })

  test('the keyboard alone marks clauses and adds', async () => {
    await page.keyboard.press('m')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    const quote = (await page.locator('mark').allTextContents()).join('')
    await page.keyboard.press('Enter')
    await page.locator('form').waitFor()
    await page.selectOption('select[name=category]', 'data.sharing')
    await page.locator('select[name=category]').press('Control+Enter')
    await expect.poll(() => onDisk().at(-1)?.value?.evidence[0]?.quote).toBe(quote)
    expect(notice.text).toContain(quote)
    expect(await judged()).toBe(5)
  })

  test('figures, deadlines and header fields go the same way, and the kind in view outlives a reload', async () => {
    const card = (n: number) => page.locator('.record button').nth(n)
    const last = () => onDisk().at(-1)
    await page.keyboard.press('2')
    await expect.poll(() => page.locator('.record').count()).toBe(notice.metrics.length)
    await card(0).click()
    await page.keyboard.press('a')
    await expect
      .poll(last)
      .toMatchObject({ kind: 'metrics', judgement: 'accepted', value: { value: notice.metrics[0]!.value } })
    await page.reload()
    await page.locator('[data-kind=metrics][aria-selected=true]').waitFor()
    await page.locator('.record.accepted').waitFor()
    await card(1).click()
    await page.keyboard.press('c')
    await page.fill('input[name=value]', '4711')
    await page.locator('input[name=value]').press('Control+Enter')
    await expect.poll(last).toMatchObject({ kind: 'metrics', judgement: 'corrected', value: { value: 4711 } })

    await page.keyboard.press('3')
    await page.locator('[data-kind=deadlines][aria-selected=true]').waitFor()
    await expect.poll(() => page.locator('.record').count()).toBe(notice.deadlines.length)
    await page.keyboard.press('x')
    await expect.poll(last).toMatchObject({ kind: 'deadlines', judgement: 'rejected', value: null })

    await page.keyboard.press('4')
    await page.locator('[data-kind=fields][aria-selected=true]').waitFor()
    await page.locator('.record', { hasText: notice.title! }).locator('button').click()
    await page.keyboard.press('m')
    await page.keyboard.press('Enter')
    await page.locator('form').waitFor()
    await page.fill('input[name=value]', '另一个标题')
    await page.reload()
    await page.locator('form').waitFor()
    expect(await page.inputValue('input[name=value]')).toBe('另一个标题')
    await page.locator('input[name=value]').press('Control+Enter')
    await expect.poll(last).toMatchObject({
      kind: 'fields',
      judgement: 'corrected',
      value: { field: 'title', value: '另一个标题' },
    })
    await page.keyboard.press('1')
    await expect.poll(judged).toBe(5)
  })

  test('what is decided while the server is away is kept over a reload and written when it is back', async () => {
    const accepted = () => onDisk().filter((l) => l.judgement === 'accepted').length
    await page.locator('[data-kind=records][aria-selected=true]').waitFor()
    await expect.poll(() => page.locator('.record').count()).toBeGreaterThan(1)
    const before = accepted()
    await page.route('**/review/decisions', (route) => route.abort())
    await page.locator('.record.open button').first().click()
    await page.keyboard.press('a')
    await page.locator('.banner').waitFor()
    expect(accepted()).toBe(before)
    await page.reload()
    await page.locator('.record.accepted').nth(1).waitFor()
    await page.unroute('**/review/decisions')
    await expect.poll(accepted, { timeout: 10_000 }).toBe(before + 1)
    seen.length = 0
  })

  test('G exports gold that eval takes, and it counts the corrections', async () => {
    await page.keyboard.press('g')
    await page.locator('.exported').waitFor()
    expect(await page.locator('.exported').textContent()).toContain('tongbao eval')
    const { of, misses } = scores()
    // Two accepted are hits; the corrected and both added ones are missed; what was rejected and what was corrected come out wrongly.
    expect(of('records')).toMatchObject({ hit: 2, missed: 3, wrong: 2 })
    expect(of('metrics')).toMatchObject({ hit: 1, missed: 1, wrong: 1 })
    expect(of('deadlines')).toMatchObject({ hit: 0, missed: 0, wrong: 1 })
    expect(of('notice.title')).toMatchObject({ hit: 0, missed: 1, wrong: 1 })
    expect(of('notice.issued')).toBeUndefined()
    expect(misses.filter((m) => m.field === 'records' && m.what === 'wrong')).toHaveLength(2)
    expect(await page.locator('.exported pre').first().textContent()).toMatch(
      /^category\tpattern\texample\n# /,
    )
  })
})
