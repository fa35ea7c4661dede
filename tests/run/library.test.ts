import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as api from '../../src/index.ts'

test('the package exports these names and no others', () => {
  expect(Object.keys(api).sort()).toEqual([
    'SCHEMA_VERSION',
    'TableError',
    'compare',
    'extract',
    'extractAll',
    'loadKit',
    'noticeSchema',
  ])
})

test('one call from text to a typed notice', () => {
  const notice = api.extract(readFileSync('seeds/004_02e4c270c4d37dad.txt', 'utf8'), { uri: 'a.txt' })
  expect(notice.doc_number).toBe('绵政监函〔2019〕49号')
})

test('an iterator over many: one result each, in order, a failure among them', async () => {
  const documents = [
    { uri: 'a.txt', content: '' },
    { uri: 'b.txt', content: Buffer.from('关于2021年第一季度政府网站检查情况的通报') },
  ]
  const results = []
  for await (const r of api.extractAll(documents)) results.push(r)
  expect(results.map((r) => [r.uri, r.status, r.notice?.period?.label ?? null])).toEqual([
    ['a.txt', 'failed', null],
    ['b.txt', 'ok', '2021Q1'],
  ])
})
