import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { utils, write } from '@e965/xlsx'
import { pack } from 'tar-stream'
import { afterAll, describe, expect, test } from 'vitest'
import { WARCRecord, WARCSerializer } from 'warcio'
import { ZipFile } from 'yazl'
import { loadKit } from '../../src/kit.ts'
import { candidates } from '../../src/read/attachments/beside.ts'
import { claimsAmong } from '../../src/read/attachments/join.ts'
import { linksIn } from '../../src/read/attachments/links.ts'
import { LIMITS, type Member } from '../../src/read/containers/container.ts'
import { documentsOf } from '../../src/read/containers/documents.ts'
import { extractOne } from '../../src/run/extract.ts'

const kit = loadKit('grammars/lexicon')
const scratch = mkdtempSync(join(tmpdir(), 'tongbao-')).replaceAll('\\', '/')
afterAll(() => rmSync(scratch, { recursive: true }))

const sheet = (rows: unknown[][]): Buffer => {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '名单')
  return write(book, { type: 'buffer', bookType: 'xlsx' })
}
const XLS = sheet([
  ['序号', '单位', '存在问题'],
  [1, '市教育局', '通知公告栏目超过2周未更新'],
  [2, '市民政局', '存在错别字'],
])
const page = (links: string) => `<html><head><meta name="PubDate" content="2021-07-08"></head><body>
<h1>江城市关于2021年第二季度政府网站检查情况的通报</h1><p>各县(市、区)人民政府,市直各部门:</p>
<p>根据要求,市政府办公室组织开展了第二季度全市政府网站检查工作,现将有关情况通报如下。</p>
<p>一、总体情况</p><p>本季度共检查政府网站20个,合格18个,合格率90%。</p>
<p>附件：${links}</p><p>江城市人民政府办公室</p><p>2021年7月8日</p>
<div class="footer">主办：江城市人民政府办公室</div></body></html>`
const LINK = '<a href="./P020210708.xlsx">存在问题的网站名单</a>'

interface Told {
  uri: string
  status: string
  records: unknown[]
  attachments: unknown[]
}
async function told(path: string): Promise<Told[]> {
  const out: Told[] = []
  for await (const document of documentsOf(path, path)) {
    const uri = document.uri.slice(path.length - path.slice(path.lastIndexOf('/') + 1).length)
    if ('problem' in document)
      out.push({
        uri,
        status: document.skipped ? 'skipped' : document.problem.code,
        records: [],
        attachments: [],
      })
    else {
      const { notice, status } = await extractOne(document, kit)
      for (const r of notice?.records ?? [])
        for (const e of r.evidence) expect(notice!.text.slice(e.start, e.end)).toBe(e.quote)
      out.push({
        uri,
        status,
        records: notice!.records.map((r) => [
          r.unit,
          r.category,
          r.evidence[0]!.origin?.file,
          r.evidence[0]!.origin?.cell,
        ]),
        attachments: notice!.attachments.map((a) => [a.title, a.found]),
      })
    }
  }
  return out
}
const RECORDS = [
  ['市教育局', 'update.column', 'P020210708.xlsx', 'C2'],
  ['市民政局', 'content.wording', 'P020210708.xlsx', 'C3'],
]
const NOTICE = { status: 'ok', records: RECORDS, attachments: [['存在问题的网站名单', true]] }

describe('a page and the files it links', () => {
  test('beside it on disk: their rows are its records', async () => {
    const folder = `${scratch}/beside`
    mkdirSync(folder)
    writeFileSync(`${folder}/a.html`, page(LINK))
    writeFileSync(`${folder}/P020210708.xlsx`, XLS)
    writeFileSync(`${folder}/b.html`, page('无'))
    expect(await told(`${folder}/a.html`)).toEqual([{ uri: 'a.html', ...NOTICE }])
    const files = [`${folder}/P020210708.xlsx`, `${folder}/a.html`, `${folder}/b.html`]
    expect(claimsAmong(files, LIMITS)).toEqual(new Map([[files[0], files[1]]]))
    expect(claimsAmong(files, { ...LIMITS, maxBytes: 2000 })).toEqual(new Map())
  })

  test.for<[string, string]>([
    ['maxBytes', 'limit_bytes: .*P020210708.xlsx: more than 2000 bytes in one document \\(--max-bytes\\)'],
    ['maxCells', 'limit_cells: .*P020210708.xlsx: .*: more than 4 \\(--max-cells\\)'],
    ['maxUnpacked', 'limit_unpacked: .*P020210708.xlsx: .*: more than 2000 \\(--max-unpacked\\)'],
  ])('one that is larger than --%s: the page is partial and says so', async ([name, says]) => {
    const folder = `${scratch}/${name}`
    mkdirSync(folder)
    writeFileSync(`${folder}/a.html`, page(LINK))
    writeFileSync(`${folder}/P020210708.xlsx`, XLS)
    const limits = { ...LIMITS, [name]: name === 'maxCells' ? 4 : 2000 }
    for await (const document of documentsOf(`${folder}/a.html`, `${folder}/a.html`, { limits })) {
      const { status, problems, notice } = await extractOne(document as Member, kit)
      expect([status, notice!.records, problems.map((p) => `${p.code}: ${p.message}`)]).toEqual([
        'partial',
        [],
        [expect.stringMatching(new RegExp(`^${says}$`))],
      ])
    }
  })

  test('a text that names them', async () => {
    const folder = `${scratch}/named`
    mkdirSync(folder)
    writeFileSync(`${folder}/a.txt`, page('存在问题的网站名单(P020210708.xlsx)').replace(/<[^>]*>/g, '\n'))
    writeFileSync(`${folder}/P020210708.xlsx`, XLS)
    expect((await told(`${folder}/a.txt`))[0]!.records).toEqual(RECORDS)
  })

  const members: [string, Buffer][] = [
    ['x/P020210708.xlsx', XLS],
    ['x/a.html', Buffer.from(page(LINK))],
    ['y/a.html', Buffer.from(page(LINK))],
  ]
  const inArchive = (uri: string) => [
    { uri: `${uri}!/x/P020210708.xlsx`, status: 'skipped', records: [], attachments: [] },
    { uri: `${uri}!/x/a.html`, ...NOTICE },
    { uri: `${uri}!/y/a.html`, status: 'ok', records: [], attachments: [['存在问题的网站名单', false]] },
  ]
  for (const order of ['file first', 'page first']) {
    const files = order === 'file first' ? members : [members[1]!, members[0]!, members[2]!]
    test(`in a ZIP, ${order}`, async () => {
      const zip = new ZipFile()
      for (const [name, content] of files) zip.addBuffer(content, name)
      zip.end()
      const parts: Buffer[] = []
      for await (const part of zip.outputStream as unknown as AsyncIterable<Buffer>) parts.push(part)
      writeFileSync(`${scratch}/a.zip`, Buffer.concat(parts))
      expect(await told(`${scratch}/a.zip`)).toEqual(inArchive('a.zip'))
    })
    test(`in a ZIP, ${order}, the file too large: both say so`, async () => {
      const rows: string[] = []
      const limits = { ...LIMITS, maxBytes: 2000 }
      for await (const document of documentsOf(`${scratch}/a.zip`, 'a.zip', { limits })) {
        const problems =
          'problem' in document ? [document.problem] : (await extractOne(document, kit)).problems
        rows.push(`${document.uri} ${problems.map((p) => p.message)}`)
      }
      const said = 'a.zip!/x/P020210708.xlsx: more than 2000 bytes in one document (--max-bytes)'
      expect(rows.sort()).toEqual([
        `a.zip!/x/P020210708.xlsx ${said}`,
        `a.zip!/x/a.html ${said}`,
        'a.zip!/y/a.html ',
      ])
    })
    test(`in a TAR, ${order}`, async () => {
      const tar = pack()
      for (const [name, content] of files) tar.entry({ name }, content)
      tar.finalize()
      const parts: Buffer[] = []
      for await (const part of tar as AsyncIterable<Buffer>) parts.push(part)
      writeFileSync(`${scratch}/a.tgz`, gzipSync(Buffer.concat(parts)))
      expect(await told(`${scratch}/a.tgz`)).toEqual(inArchive('a.tgz'))
    })
    test(`in a WARC, ${order}`, async () => {
      const records = []
      for (const [name, content] of files) {
        const type = name.endsWith('.html') ? 'text/html; charset=utf-8' : 'application/octet-stream'
        const record = WARCRecord.create(
          {
            url: `http://www.jc.gov.cn/${name}`,
            date: '2021-07-08T00:00:00Z',
            type: 'response',
            httpHeaders: { 'Content-Type': type },
            statusline: 'HTTP/1.1 200 OK',
          },
          (async function* () {
            yield content
          })(),
        )
        records.push(Buffer.from(await WARCSerializer.serialize(record, { gzip: true })))
      }
      writeFileSync(`${scratch}/a.warc.gz`, Buffer.concat(records))
      const found = await told(`${scratch}/a.warc.gz`)
      expect(found.map((t) => t.status)).toEqual(['skipped', 'ok', 'ok'])
      expect(found[1]).toMatchObject(NOTICE)
    })
  }
})

describe('links of a page', () => {
  test.for<[string, string, string[]]>([
    ['a table', '<a href="P0202.xls">名单</a>', ['P0202.xls']],
    ['a name in GBK', '附件:问题%B1%ED.xls', ['问题%B1%ED.xls']],
    ['a name in percents', '<a href="%E9%99%84%E4%BB%B61.xlsx">', ['附件1.xlsx']],
    ['an address', '<a href="http://a.gov.cn/x/P1.xls?v=1">', ['http://a.gov.cn/x/P1.xls']],
    ['a document as an attachment', '附件：<a href="W0202.docx">名单</a>', ['W0202.docx']],
    ['a document that is none', '<p>下载</p><a href="W0202.docx">本文</a>', []],
    ['a list of documents', Array.from({ length: 30 }, (_, i) => `<a href="附件${i}.xls">`).join(''), []],
    ['a page', '<a href="a.html">', []],
    ['the end of a word', 'a.xlsxyz', []],
  ])('%s', ([, content, links]) => expect(linksIn(content)).toEqual(links))
})

describe('where a linked file may lie', () => {
  test.for<[string, string, string[]]>([
    ['P1.xls', 'd/a.html', ['d/P1.xls']],
    ['./x/P1.xls', 'd/a.html', ['d/x/P1.xls', 'd/P1.xls']],
    ['../../../etc/P1.xls', '/home/d/a.html', ['/home/d/P1.xls']],
    [
      '/attach/P1.xls',
      'd/www.a.gov.cn/x/a.html',
      ['d/www.a.gov.cn/attach/P1.xls', 'd/www.a.gov.cn/x/P1.xls'],
    ],
    ['../P1.xls', 'd/www.a.gov.cn/x/a.html', ['d/www.a.gov.cn/P1.xls', 'd/www.a.gov.cn/x/P1.xls']],
    ['../../../P1.xls', 'd/www.a.gov.cn/x/a.html', ['d/www.a.gov.cn/x/P1.xls']],
    [
      'http://b.gov.cn/f/P1.xls',
      'd/www.a.gov.cn/x/a.html',
      ['d/b.gov.cn/f/P1.xls', 'd/www.a.gov.cn/x/P1.xls'],
    ],
    ['http://b.gov.cn/../../etc/P1.xls', 'd/www.a.gov.cn/a.html', ['d/www.a.gov.cn/P1.xls']],
    ['http://../etc/P1.xls', 'd/www.a.gov.cn/a.html', ['d/www.a.gov.cn/P1.xls']],
    ['/../../etc/P1.xls', 'd/www.a.gov.cn/x/a.html', ['d/www.a.gov.cn/x/P1.xls']],
  ])('%s from %s', ([link, from, paths]) => expect(candidates(link, from)).toEqual(paths))
})
