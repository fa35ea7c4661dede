// How long report.html takes from the start of navigation to its first chart, and to marked evidence after a click, in Chromium.
// node bench/report-opens.mjs out/report.html
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const path = resolve(process.argv[2] ?? 'out/report.html')
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
const times = []
for (let i = 0; i < 5; i++) {
  const page = await browser.newPage()
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  // By the clock of the page: what waits for it here may be told late.
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('#figure-categories svg text')) return
      window.firstChart = performance.now()
      observer.disconnect()
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto(pathToFileURL(path).href, { waitUntil: 'commit' })
  await page.waitForFunction(() => window.firstChart, null, { timeout: 120_000 })
  const chart = await page.evaluate(() => window.firstChart)
  const { metrics } = await session.send('Performance.getMetrics')
  const cpu = metrics.find((m) => m.name === 'ProcessTime').value * 1000
  await page.locator('#tables').waitFor({ timeout: 120_000 })
  await page.click('[data-tile=veto]')
  const clicked = performance.now()
  await page.waitForSelector('dialog mark')
  const evidence = performance.now() - clicked
  await page.keyboard.press('Escape')
  const asked = performance.now()
  await page.selectOption('[data-filter=severity]', 'veto')
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  times.push([chart, evidence, performance.now() - asked, cpu])
  await page.close()
}
await browser.close()
const median = (i) => Math.round(times.map((t) => t[i]).sort((a, b) => a - b)[2])
console.log(`${path}: ${(statSync(path).size / 1e6).toFixed(1)} MB`)
console.log(
  `first chart ${median(0)} ms (${median(3)} ms of processor time of the page),  evidence after a click ${median(1)} ms, a filter ${median(2)} ms (medians of 5)`,
)
