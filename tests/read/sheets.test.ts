import { utils, type WorkBook, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { extract, extractAll } from '../../src/index.ts'
import { READ_LIMITS } from '../../src/read/limits.ts'
import { openSource } from '../../src/read/open.ts'

const fileOf = (book: WorkBook, bookType: 'xlsx' | 'biff8' | 'biff5' = 'xlsx'): Buffer =>
  write(book, { type: 'buffer', bookType })
const bookOf = (sheets: Record<string, unknown[][]>, merges: string[] = []): WorkBook => {
  const book = utils.book_new()
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(rows)
    sheet['!merges'] = merges.map((m) => utils.decode_range(m))
    utils.book_append_sheet(book, sheet, name)
  }
  return book
}
const extractOne = async (uri: string, content: Uint8Array) => {
  for await (const result of extractAll([{ uri, content }])) return result
  throw new Error('no result')
}

const ROWS = [
  ['2021年第二季度政府网站检查情况表'],
  [],
  ['序号', '单位', '问题'],
  [1, '市教育局', '通知公告栏目超过2周未更新'],
  [2, '市民政局', '存在错别字'],
  ['注:以上为抽查结果。'],
]

describe('a workbook', () => {
  test('lines around a table are lines; numbers as shown, dates as ISO', async () => {
    const book = bookOf({
      检查表: [
        ['检查情况表'],
        ['单位', '日期', '得分', '比例'],
        [
          '市教育局',
          { t: 'n', v: 44348, z: 'm/d/yy' },
          { t: 'n', v: 62.5, z: '0.00' },
          { t: 'n', v: 0.625, z: '0.0%' },
        ],
        ['市民政局', { t: 'n', v: 44348.75, z: 'yyyy"年"m"月"d"日" h:mm' }, 7, 1],
        ['填表人:张三'],
      ],
    })
    for (const type of ['xlsx', 'biff8'] as const) {
      const source = await openSource(fileOf(book, type), 'a')
      expect([type, ...source.text.split('\n')]).toEqual([
        type,
        '检查情况表',
        '单位\t日期\t得分\t比例',
        '市教育局\t2021-06-01\t62.50\t62.5%',
        '市民政局\t2021-06-01 18:00\t7\t1',
        '填表人:张三',
        '',
      ])
      expect(source.marks).toMatchObject([{ kind: 'table', layout: 'xlsx' }])
      expect(source.originOf!(source.text.indexOf('62.50'))).toEqual({ sheet: '检查表', cell: 'C3' })
    }
  })

  test('merged cells stay merged; empty rows and columns are left out', async () => {
    const rows = [
      ['单位', null, '网站', null, null],
      [null, null, '栏目', null, '天数'],
      ['市教育局', null, '公告', null, 93],
      [],
      [null, null, '动态', null, null],
    ]
    const source = await openSource(fileOf(bookOf({ Sheet1: rows }, ['A1:B2', 'C1:E1', 'A3:A5'])), 'a.xlsx')
    expect(source.text).toBe('单位\t网站\n栏目\t天数\n市教育局\t公告\t93\n动态\t\n')
    expect(source.marks).toMatchObject([
      {
        rows: [
          [{ rowspan: 2, colspan: 1 }, { colspan: 2 }],
          [{}, {}],
          [{ rowspan: 2 }, {}, {}],
          [{}, {}],
        ],
      },
    ])
    expect(source.originOf!(source.text.indexOf('动态'))).toEqual({ sheet: 'Sheet1', cell: 'C5' })
  })

  test('several sheets, two tables on one; hidden sheets are left out', async () => {
    const book = bookOf({
      网站: [
        ['单位', '问题'],
        ['市教育局', '错别字'],
        [],
        ['新媒体检查表'],
        ['单位', '账号'],
        ['市民政局', '江城民政'],
      ],
      新媒体: [['a', 'b']],
      备份: [['c', 'd']],
    })
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 0 }, { Hidden: 1 }] }
    const source = await openSource(fileOf(book), 'a.xlsx')
    expect(source.text).toBe(
      '网站\n单位\t问题\n市教育局\t错别字\n新媒体检查表\n单位\t账号\n市民政局\t江城民政\n新媒体\na\tb\n',
    )
    expect(source.marks.map((m) => m.kind)).toEqual(['heading', 'table', 'table', 'heading', 'table'])
  })

  test('a cell in the last corner of the sheet does not make the others', async () => {
    const book = bookOf({ 甲: [['a', 'b']] })
    const far = fileOf(book).toString('latin1')
    expect(far).toContain('PK')
    const { default: JSZip } = await import('jszip')
    const zip = await JSZip.loadAsync(fileOf(book))
    const sheet = await zip.file('xl/worksheets/sheet1.xml')!.async('string')
    zip.file(
      'xl/worksheets/sheet1.xml',
      sheet
        .replace(/<dimension ref="[^"]*"\/>/, '<dimension ref="A1:XFD1048576"/>')
        .replace('</sheetData>', '<row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row></sheetData>')
        .replace(
          '</worksheet>',
          '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>',
        ),
    )
    const file = await zip.generateAsync({ type: 'nodebuffer' })
    const started = process.memoryUsage().rss
    const source = await openSource(file, 'a.xlsx')
    expect([source.problems, source.text]).toEqual([[], 'a\n'])
    expect(process.memoryUsage().rss - started).toBeLessThan(300e6)
  })

  test('more cells than the limit: the file, the limit and its option are named', async () => {
    const rows = Array.from({ length: 60 }, (_, r) => Array.from({ length: 20 }, (_, c) => `${r} ${c}`))
    for (const type of ['xlsx', 'biff8'] as const) {
      const source = await openSource(
        fileOf(bookOf({ 甲: rows }), type),
        `a.${type}`,
        null,
        {},
        {
          ...READ_LIMITS,
          maxCells: 1000,
        },
      )
      expect(source.problems).toEqual([
        {
          code: 'limit_cells',
          message: expect.stringMatching(/^a\.\w+: .*cells: more than 1000 \(--max-cells\)$/),
        },
      ])
    }
  })

  test('gives the records that the table gives as a page, with the cells they stand in', async () => {
    const page = `<p>${ROWS[0]![0]}</p><table>${ROWS.slice(2, 5)
      .map((r) => `<tr>${r.map((c) => `<td>${c}</td>`).join('')}</tr>`)
      .join('')}</table>`
    const known = extract(page, { uri: 'a.html' })
    expect(known.records).toHaveLength(2)
    for (const type of ['xlsx', 'biff8'] as const) {
      const { notice } = await extractOne('a', fileOf(bookOf({ Sheet1: ROWS }), type))
      expect(notice!.records.map((r) => [r.unit, r.category, r.problem])).toEqual(
        known.records.map((r) => [r.unit, r.category, r.problem]),
      )
      expect(notice!.records.map((r) => r.evidence[0]!.origin)).toEqual([
        { sheet: 'Sheet1', cell: 'C4' },
        { sheet: 'Sheet1', cell: 'C5' },
      ])
    }
  })

  test('a workbook of Excel 95 holds bytes of its machine: GBK', async () => {
    // The library writes no GBK: letters of the same length stand for it.
    const file = fileOf(
      bookOf({
        Sheet1: [
          ['AAAA', 'BBBB'],
          ['1', 'CCCCCC'],
        ],
      }),
      'biff5',
    )
    for (const [letters, gbk] of [
      ['AAAA', 'b5a5cebb'],
      ['BBBB', 'cecacce2'],
      ['CCCCCC', 'b4edb1f0d7d6'],
    ] as const)
      Buffer.from(gbk, 'hex').copy(file, file.indexOf(letters))
    file.writeUInt16LE(936, file.indexOf(Buffer.from('42000200e404', 'hex')) + 4)
    expect((await openSource(file, 'a.xls')).text).toBe('单位\t问题\n1\t错别字\n')
  })

  test.for<[string, Uint8Array, string]>([
    ['cut.xlsx', fileOf(bookOf({ 甲: ROWS })).subarray(0, 500), 'damaged'],
    ['none.xlsx', Buffer.from('no workbook at all'), 'damaged'],
    [
      'old.doc',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(600),
        Buffer.from('WordDocument', 'utf16le'),
      ]),
      'unsupported_format',
    ],
    ['rtf.doc', Buffer.from('{\\rtf1\\ansi\\ansicpg936 \\u36890?}'), 'unsupported_format'],
    ['scan.jpg', Buffer.from('ffd8ffe000104a46494600010100', 'hex'), 'unsupported_format'],
    ['附件.rar', Buffer.from('526172211a0700cf907300000d00', 'hex'), 'unsupported_format'],
    [
      'locked.xlsx',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(600),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'encrypted',
    ],
  ])('%s cannot be read, and says why', async ([name, bytes, code]) => {
    expect(await extractOne(name, bytes)).toMatchObject({ status: 'failed', problems: [{ code }] })
  })
})

describe('a table in a text file', () => {
  test.for<[string, string, string]>([
    [
      'commas and quotes',
      '单位,问题\r\n市教育局,"错别字,""两处"""\r\n',
      '单位\t问题\n市教育局\t错别字,"两处"\n',
    ],
    ['tabs', '单位\t问题\n市教育局\t错别字', '单位\t问题\n市教育局\t错别字\n'],
    ['semicolons', '单位;问题\n市教育局;错别字,两处', '单位\t问题\n市教育局\t错别字,两处\n'],
    ['a break in a cell', '单位,问题\n市教育局,"一\n二"\n', '单位\t问题\n市教育局\t一\n二\n'],
    [
      'a title above',
      '检查情况表,\n单位,问题\n市教育局,错别字\n',
      '检查情况表\n单位\t问题\n市教育局\t错别字\n',
    ],
    ['a quote that never ends', '单位,问题\n市教育局,"错别字\n', ''],
  ])('%s', async ([, text, read]) => {
    const source = await openSource(Buffer.from(text), 'a.csv')
    expect(source).toMatchObject({ media_type: 'text/csv', text: read })
    expect(source.marks.filter((m) => m.kind === 'table')).toHaveLength(read ? 1 : 0)
    expect(source.problems.map((p) => p.code)).toEqual(read ? [] : ['damaged'])
  })
  test('its cells are named as a spreadsheet names them', async () => {
    const source = await openSource(Buffer.from('表,\n\n单位,问题\n市教育局,错别字\n'), 'a.csv')
    expect(source.originOf!(source.text.indexOf('错别字'))).toEqual({ cell: 'B4' })
  })
})
