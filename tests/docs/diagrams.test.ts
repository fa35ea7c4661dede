import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const page = readFileSync('docs/grammars.html', 'utf8')

test('the page of diagrams is what the grammars give (npm run diagrams)', () => {
  const r = spawnSync(process.execPath, ['build/diagrams.mjs', '--check'], { encoding: 'utf8' })
  expect(r.status, r.stderr).toBe(0)
})

test('it asks nothing of the network, runs nothing, and draws every grammar with an example', () => {
  expect(page).not.toMatch(/<script|<link|<img|@import|url\(/i)
  expect(page.replaceAll('http://www.w3.org/', '')).not.toMatch(/https?:\/\//)
  for (const section of page.split('<section ').slice(1)) {
    expect(section).toContain('<svg')
    expect(section).toContain('<li>')
  }
  expect(page.split('<section ').length).toBeGreaterThan(9)
})
