import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openSource } from '../../src/read/open.ts'
import { unruledTables } from '../../src/read/pdf/unruled.ts'
import { partlyScanned, pdfFile, scanned } from './pdf-file.ts'

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

  // LibreOffice made it of unruled-pdf.html (soffice --convert-to pdf:writer_web_pdf_Export).
  test('a table that no line is drawn around: wrapped and empty cells, and no line of the text behind it', async () => {
    const { text, marks } = await read(readFileSync('tests/read/fixtures/unruled.pdf'))
    const tables = marks.filter((m) => m.kind === 'table')
    expect(tables.map((t) => t.rows.map((r) => r.map((c) => text.slice(c.start, c.end))))).toEqual([
      [
        ['序号', '单位', '网站名称', '存在问题'],
        ['1', '市教育局', '江城市教育局网站', '通知公告栏目超过2周未更新，首页有3个链接不可用，影响群众使用'],
        ['2', '市民政局', '', '存在错别字'],
        ['3', '市住房和城乡建设局城市管理综合执法支队', '江城住建', '空白栏目5个'],
      ],
    ])
    expect(text.slice(tables[0]!.end)).toBe('注：以上网站须于7月20日前完成整改。\n江城市人民政府办公室印发\n')
  })

  const run = (text: string, x: number, y: number) => ({ text, x, right: x + text.length * 12, y, size: 12 })
  const rows = (...lines: [string, number][][]) =>
    lines.flatMap((line, i) => line.map(([text, x]) => run(text, x, 100 + i * 20)))
  test.for<[string, ReturnType<typeof rows>, number[]]>([
    [
      'numbers in the first lines of rows',
      rows(
        [
          ['序号', 50],
          ['单位', 100],
          ['问题', 250],
        ],
        [
          ['1', 55],
          ['市教育局', 90],
          ['栏目不更新超', 230],
        ],
        [['过两周', 230]],
        [
          ['2', 55],
          ['市民政局', 90],
          ['错别字', 230],
        ],
      ),
      [3],
    ],
    [
      'no numbers, every line a row',
      rows(
        [
          ['单位', 50],
          ['网站', 150],
          ['问题', 250],
        ],
        [
          ['市教育局', 50],
          ['教育网', 150],
          ['错别字', 250],
        ],
        [
          ['市民政局', 50],
          ['民政网', 150],
          ['断链', 250],
        ],
      ),
      [3],
    ],
    [
      'two columns only',
      rows(
        [
          ['单位', 50],
          ['问题', 250],
        ],
        [
          ['市教育局', 50],
          ['错别字', 250],
        ],
        [
          ['市民政局', 50],
          ['断链', 250],
        ],
      ),
      [],
    ],
    [
      'fields of a document',
      rows(
        [
          ['索引号:1', 50],
          ['文号:2', 200],
          ['日期:3', 350],
        ],
        [
          ['来源:1', 50],
          ['编辑:2', 200],
          ['审核:3', 350],
        ],
        [
          ['a', 50],
          ['b', 200],
          ['c', 350],
        ],
      ),
      [],
    ],
    [
      'prose behind three words',
      rows(
        [
          ['一', 50],
          ['二', 150],
          ['三', 250],
        ],
        [['现将第二季度全市政府网站检查情况通报如下', 50]],
        [['一是栏目更新不及时的问题比较突出', 50]],
      ),
      [],
    ],
    [
      'one row',
      rows(
        [
          ['单位', 50],
          ['网站', 150],
          ['问题', 250],
        ],
        [
          ['市教育局', 50],
          ['教育网', 150],
          ['错别字', 250],
        ],
      ),
      [],
    ],
  ])('columns without lines: %s', ([, runs, tables]) =>
    expect(unruledTables(runs).map((t) => t.rows.length)).toEqual(tables),
  )

  test('Chinese fonts that are not in the file are read', async () => {
    const source = await read(pdfFile('UniGB-UCS2-H', '<901a62a5>'))
    expect([source.problems, source.text]).toEqual([[], '通报\n'])
    const gbk = await read(pdfFile('GBK-EUC-H', '<cda8b1a8>'))
    expect([gbk.problems, gbk.text]).toEqual([[], '通报\n'])
  })

  test('a scan has no text layer', async () => {
    expect((await read(scanned())).problems).toMatchObject([{ code: 'no_text_layer' }])
  })

  test('pages without text among others are named', async () => {
    const { text, problems } = await read(partlyScanned(2))
    expect(text.trim()).toBe('Notice of inspection')
    expect(problems).toEqual([{ code: 'no_text_layer', message: 'pages without text: 2, 3', at: 2 }])
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
