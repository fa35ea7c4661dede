import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { extract, extractAll } from '../../src/index.ts'
import { openSource } from '../../src/read/open.ts'
import { cell, docxFile, paragraph, table } from './docx-file.ts'

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

async function extractOne(uri: string, content: Uint8Array) {
  for await (const result of extractAll([{ uri, content }])) return result
  throw new Error('no result')
}

describe('a Word document', () => {
  const merged = table(
    [cell('单位', '<w:vMerge w:val="restart"/>'), cell('问题', '<w:gridSpan w:val="2"/>')],
    [cell('', '<w:vMerge/>'), cell('栏目'), cell('天数')],
    [cell('市教育局'), cell('通知公告'), cell('93')],
  )

  test('paragraphs are lines, tables keep their merged cells', async () => {
    const source = await openSource(await docxFile(paragraph('关于检查情况的通报') + merged), 'a.docx')
    expect(source).toMatchObject({ media_type: TYPE, charset: 'binary', problems: [] })
    expect(source.text).toBe('关于检查情况的通报\n单位\t问题\n栏目\t天数\n市教育局\t通知公告\t93\n')
    expect(source.marks).toMatchObject([
      {
        kind: 'table',
        layout: 'docx',
        rows: [
          [{ rowspan: 2 }, { colspan: 2 }],
          [{}, {}],
          [{}, {}, {}],
        ],
      },
    ])
  })

  test('is known by its bytes, whatever its name', async () => {
    const file = await docxFile(paragraph('通报'))
    expect((await openSource(file, 'a.txt')).media_type).toBe(TYPE)
    expect((await openSource(file, 'download')).text).toBe('通报\n')
  })

  test('a page named .docx is the page that it is', async () => {
    const source = await openSource(Buffer.from('<html><body><p>通报</p></body></html>'), 'a.docx')
    expect([source.media_type, source.text]).toEqual(['text/html', '通报\n'])
  })

  test('is refused at once by the call that does not wait', async () => {
    const file = await docxFile(paragraph('通报'))
    expect(() => extract(file, { uri: 'a.docx' })).toThrow(/a\.docx is application\/.*extractAll/)
  })

  for (const seed of ['000_f434b64764e44524', '003_d60a3476a1b0e1fe', '004_02e4c270c4d37dad'])
    test(`${seed} gives the same records as its text`, async () => {
      const lines = readFileSync(`seeds/${seed}.txt`, 'utf8')
        .split('\n')
        .filter((l) => l.trim())
      const escaped = (l: string) => l.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
      const file = await docxFile(lines.map((l) => paragraph(escaped(l))).join(''))
      const known = extract(lines.join('\n'), { uri: `${seed}.txt` })
      const { notice } = await extractOne(`${seed}.docx`, file)
      const told = (n: typeof known) => n.records.map((r) => [r.unit, r.category, r.subject_name, r.problem])
      expect(notice?.title).toBe(known.title)
      expect(told(notice!)).toEqual(told(known))
    })
})

describe('a Word document that cannot be read', () => {
  test.for<[string, () => Promise<Uint8Array>, string, RegExp]>([
    [
      'cut short',
      async () => (await docxFile(paragraph('通报'))).subarray(0, 300),
      'damaged',
      /central directory/i,
    ],
    ['not one at all', async () => Buffer.from('not a zip, not a page'), 'damaged', /wordprocessingml/],
    [
      'a part that swells',
      () => docxFile(paragraph('通报'), { 'word/big.xml': new Uint8Array(8 * 2 ** 20) }),
      'zip_bomb',
      /word\/big\.xml: 8388608 bytes from/,
    ],
  ])('%s', async ([, make, code, message]) => {
    const result = await extractOne('a.docx', await make())
    expect(result).toMatchObject({
      status: 'failed',
      problems: [{ code, message: expect.stringMatching(message) }],
    })
  })
})
