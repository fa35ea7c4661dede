import { expect, test } from 'vitest'
import { extract } from '../../src/index.ts'
import { READ_LIMITS, type ReadLimits } from '../../src/read/limits.ts'
import { openSource } from '../../src/read/open.ts'
import { docxFile, paragraph } from './docx-file.ts'

const within = (limits: Partial<ReadLimits>, content: Uint8Array | string, uri: string) =>
  openSource(content, uri, null, { limits })

test.for<[keyof ReadLimits, () => Promise<Uint8Array> | Uint8Array, string, string]>([
  ['maxNodes', () => Buffer.from('<p>一</p>'.repeat(500)), 'a.html', 'limit_nodes'],
  ['maxNesting', () => Buffer.from('<div>'.repeat(500)), 'a.html', 'limit_nesting'],
  ['maxUnpacked', () => docxFile(paragraph('通报'.repeat(500))), 'a.docx', 'limit_unpacked'],
  ['maxText', () => Buffer.from('一二三四\n'.repeat(500)), 'a.txt', 'limit_text'],
  ['maxCells', () => Buffer.from('一,二\n'.repeat(500)), 'a.csv', 'limit_cells'],
])('%s', async ([name, make, uri, code]) => {
  const content = await make()
  expect((await openSource(content, uri)).problems).toEqual([])
  const { problems, text } = await within({ [name]: 100 }, content, uri)
  const option = `--${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`
  expect([text, problems]).toEqual([
    '',
    [{ code, message: expect.stringMatching(new RegExp(`^${uri}: .*more than 100 \\(${option}\\)$`)) }],
  ])
})

test('a page of deep nesting and one of many empty elements are read or refused at once', async () => {
  const deep = await openSource(`${'<div>'.repeat(200_000)}通报`, 'a.html')
  expect(deep.problems).toMatchObject([{ code: 'limit_nesting' }])
  const wide = await openSource(`<div>${'<div class="nav"></div>'.repeat(50_000)}通报</div>`, 'a.html')
  expect([wide.problems, wide.text]).toEqual([[], '通报\n'])
  const tables = await openSource(`${'<table><tr><td>'.repeat(100)}通报`, 'a.html')
  expect([tables.problems, tables.text]).toEqual([[], '通报\n'])
})

test('every limit has its usual value', () =>
  expect(Object.values(READ_LIMITS).every((n) => Number.isSafeInteger(n) && n > 0)).toBe(true))

test('a sentence with more figures than are weighed says that none is read', () => {
  const figures = Array.from(
    { length: 240 },
    (_, i) => `检查${i}个合格2个不合格1个关停3个合格率9${i % 9}%`,
  ).join(',')
  const { metrics, checks } = extract(
    `关于2021年第一季度恩平市政府网站检查情况的通报\n全市检查网站${figures}。\n`,
  )
  expect(metrics).toEqual([])
  expect(checks).toMatchObject([{ code: 'figures_unread', expected: '1000', actual: '1200' }])
})
