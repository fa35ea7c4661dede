import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openSource } from '../../src/read/open.ts'
import { pdfFile, scanned } from './pdf-file.ts'

const read = (bytes: Uint8Array, limits = {}) => openSource(bytes, 'a.pdf', null, { limits })

describe('a PDF', () => {
  test('lines that a page broke are one paragraph, its tables keep their cells, its pages their numbers', async () => {
    const source = await read(readFileSync('tests/read/fixtures/003.pdf'))
    const seed = readFileSync('seeds/003_d60a3476a1b0e1fe.txt', 'utf8')
    expect(source).toMatchObject({ media_type: 'application/pdf', problems: [] })
    const long = seed.split('\n').filter((l) => l.trim().length > 150)
    const bare = (s: string) => s.replace(/\s/g, '')
    const lines = new Set(source.text.split('\n').map(bare))
    expect(long.filter((l) => !lines.has(bare(l))).map((l) => l.slice(0, 40))).toEqual([])
    const tables = source.marks.filter((m) => m.kind === 'table')
    expect(tables.map((t) => t.rows.length)).toEqual([43])
    expect(source.originOf!(0)).toEqual({ page: 1 })
    expect(source.originOf!(source.text.indexOf('投资通城'))).toEqual({ page: 6 })
  })

  test('Chinese fonts that are not in the file are read', async () => {
    const source = await read(pdfFile('UniGB-UCS2-H', '<901a62a5>'))
    expect([source.problems, source.text]).toEqual([[], '通报\n'])
    const gbk = await read(pdfFile('GBK-EUC-H', '<cda8b1a8>'))
    expect([gbk.problems, gbk.text]).toEqual([[], '通报\n'])
  })

  test('a scan has no text layer', async () => {
    expect((await read(scanned())).problems).toMatchObject([{ code: 'no_text_layer' }])
  })

  test('a file that is cut, and one that is none', async () => {
    for (const bytes of [
      Buffer.from('%PDF-1.4\nnothing at all'),
      readFileSync('tests/read/fixtures/000.pdf').subarray(0, 2000),
    ])
      expect((await read(bytes)).problems).toMatchObject([{ code: 'damaged' }])
  })

  test('one with a password', async () => {
    const locked = await read(readFileSync('tests/read/fixtures/locked.pdf'))
    expect(locked.problems).toMatchObject([{ code: 'encrypted' }])
  })

  test('more pages than the limit', async () => {
    expect((await read(readFileSync('tests/read/fixtures/003.pdf'), { maxPages: 2 })).problems).toEqual([
      { code: 'limit_pages', message: 'a.pdf: 6 pages: more than 2 (--max-pages)' },
    ])
  })
})
