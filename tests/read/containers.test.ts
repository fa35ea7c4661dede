import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { pack } from 'tar-stream'
import { afterAll, describe, expect, test } from 'vitest'
import { WARCRecord, WARCSerializer } from 'warcio'
import { ZipFile } from 'yazl'
import { FIELDS, LIMITS } from '../../src/read/containers/container.ts'
import { type DocumentsOptions, documentsOf } from '../../src/read/containers/documents.ts'
import { openText } from '../../src/read/open.ts'

const scratch = mkdtempSync(join(tmpdir(), 'tongbao-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** What a file with these bytes holds: `uri: text` or `uri! code`, the folder left out. */
async function held(name: string, bytes: Uint8Array | string, options?: DocumentsOptions): Promise<string[]> {
  const path = join(scratch, name)
  writeFileSync(path, bytes)
  const found: string[] = []
  for await (const document of documentsOf(path, name, options))
    found.push(
      'problem' in document
        ? `${document.uri}! ${document.problem.code}${document.problem.at === undefined ? '' : ` at ${document.problem.at}`}`
        : `${document.uri}: ${openText(document.content, document.uri, null, document).text.trim()}`,
    )
  return found
}
async function members(name: string, bytes: Uint8Array | string) {
  const path = join(scratch, name)
  writeFileSync(path, bytes)
  const found = []
  for await (const document of documentsOf(path, name)) found.push(document)
  return found
}
const limited = (limits: Partial<typeof LIMITS>): DocumentsOptions => ({ limits: { ...LIMITS, ...limits } })
async function all(stream: AsyncIterable<Uint8Array | string>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(Buffer.from(part as Uint8Array))
  return Buffer.concat(parts)
}
const GBK = { 通报: Buffer.from([0xcd, 0xa8, 0xb1, 0xa8]), 检查: Buffer.from([0xbc, 0xec, 0xb2, 0xe9]) }
const gbkPage = Buffer.concat([
  Buffer.from('<p>'),
  ...Array.from({ length: 20 }, () => GBK.检查),
  Buffer.from('</p>'),
])

describe('JSONL', () => {
  test('lines in any dress; a bad one is a failed document with its line, and the rest goes on', async () => {
    const dump = '\ufeff{"text":"一"}\r\n\r\n{"html":\r\n[1]\n{"id":1}\n{"url":"http://a","content":"二"}'
    const expected = ['#1: 一', '#3! bad_line at 3', '#4! bad_line at 4', '#5! no_text_field at 5', '#6: 二']
    expect(await held('a.jsonl', dump)).toEqual(expected.map((e) => `a.jsonl${e}`))
    expect(await held('a.ndjson.gz', gzipSync(dump))).toEqual(expected.map((e) => `a.ndjson.gz${e}`))
  })
  test('names of fields are the caller’s; address, title and date come along', async () => {
    const path = join(scratch, 'b.jsonl')
    writeFileSync(
      path,
      '{"raw":"文","u":"http://a/1","标题":"题","date":"2020-01-02","__proto__":{"text":"x"}}\n',
    )
    const found = []
    for await (const d of documentsOf(path, 'b.jsonl', { fields: { ...FIELDS, text: ['raw'], url: ['u'] } }))
      found.push(d)
    expect(found).toEqual([
      { uri: 'b.jsonl#1', content: '文', url: 'http://a/1', title: '题', date: '2020-01-02' },
    ])
  })
  test('a line over the limit is passed by without being kept', async () => {
    const dump = `{"text":"${'长'.repeat(5000)}"}\n{"text":"短"}\n`
    expect(await held('c.jsonl', dump, limited({ maxBytes: 1000 }))).toEqual([
      'c.jsonl#1! limit_bytes at 1',
      'c.jsonl#2: 短',
    ])
  })
  test('more documents than the limit, a file cut off, an empty one', async () => {
    const dump = '{"text":"一"}\n'.repeat(5)
    expect(await held('d.jsonl', dump, limited({ maxMembers: 2 }))).toEqual([
      'd.jsonl#1: 一',
      'd.jsonl#2: 一',
      'd.jsonl! limit_members',
    ])
    const cut = await held('e.jsonl.gz', gzipSync(dump).subarray(0, -9))
    expect(cut.at(-1)).toMatch(/^e\.jsonl\.gz! damaged/)
    expect(await held('f.jsonl', '\n')).toEqual(['f.jsonl! empty'])
  })
  test('a gzip bomb is refused by its ratio', async () => {
    const found = await held(
      'g.jsonl.gz',
      gzipSync('{"text":"一"}\n'.repeat(1_000_000)),
      limited({ maxRatio: 50 }),
    )
    expect(found.at(-1)).toBe('g.jsonl.gz! limit_ratio')
  })
})

describe('CSV', () => {
  test('rows with quotes and line ends, in UTF-8 with BOM and in GBK', async () => {
    expect(await held('a.csv', '\ufeffurl,正文\r\nhttp://a,"一,\n""二"""\r\nhttp://b,三\r\n')).toEqual([
      'a.csv#1: 一,\n"二"',
      'a.csv#2: 三',
    ])
    const rows = Array.from({ length: 20 }, (_, i) => [Buffer.from(`\n${i},`), GBK.通报, GBK.检查]).flat()
    expect((await held('b.csv', Buffer.concat([Buffer.from('id,text'), ...rows])))[19]).toBe(
      'b.csv#20: 通报检查',
    )
  })
  test('a character that two readings of the file share is one', async () => {
    const text = '关于政府网站检查情况的通报市教育局㐀𠮷'.repeat(40)
    for (const charset of ['gb18030', 'utf-8'])
      for (const shift of [0, 1, 2, 3]) {
        const rows = Array.from({ length: 120 }, (_, i) => `${i},${text}`)
        const bytes = iconv.encode(`id,${'a'.repeat(shift)}text\n${rows.join('\n')}\n`, charset)
        // A file is read in pieces of 64 KiB.
        expect(bytes.length).toBeGreaterThan(3 * 65_536)
        const found = await held('e.csv', bytes, {
          fields: { ...FIELDS, text: [`${'a'.repeat(shift)}text`] },
        })
        expect(found.filter((row) => !row.endsWith(`: ${text}`))).toEqual([])
        expect(found).toHaveLength(120)
      }
  })
  test('a table without a text column is no dump; a row without its cell is a problem', async () => {
    const named = { fields: { ...FIELDS, text: ['raw'] } }
    expect(await held('c.csv', 'a,b\n1,2\n', named)).toEqual(['c.csv! no_text_column at 1'])
    for (const table of ['a,b\n1,2\n', '单位,内容\n市教育局,错别字\n'])
      expect(await members('c.csv', table)).toEqual([
        { uri: 'c.csv', content: Buffer.from(table), mediaType: 'text/csv' },
      ])
    const long = `日期,内容\n2020,${'长'.repeat(300)}\n`
    expect((await members('c.csv', long)).map((m) => m.uri)).toEqual(['c.csv#1'])
    expect((await members('c.csv.gz', gzipSync('a\tb\n1\t2\n')))[0]).toMatchObject({ mediaType: 'text/csv' })
    expect(await held('d.csv', 'a,text\n1\n2,二\n')).toEqual(['d.csv#1! bad_line at 1', 'd.csv#2: 二'])
  })
})

async function record(
  url: string,
  type: string,
  body: Uint8Array,
  extra: { warc?: string; http?: Record<string, string>; status?: string; gzip?: boolean } = {},
): Promise<Buffer> {
  const conversion = extra.warc === 'conversion'
  const made = WARCRecord.create(
    {
      url,
      date: '2020-01-01T00:00:00Z',
      type: (extra.warc ?? 'response') as 'response',
      ...(conversion
        ? { warcHeaders: { 'Content-Type': type } }
        : {
            httpHeaders: { 'Content-Type': type, ...extra.http },
            statusline: `HTTP/1.1 ${extra.status ?? '200 OK'}`,
          }),
    },
    (async function* () {
      yield body
    })(),
  )
  return Buffer.from(await WARCSerializer.serialize(made, { gzip: extra.gzip ?? false }))
}

describe('WARC', () => {
  const page = (text: string) => Buffer.from(`<p>${text}</p>`)
  test('pages and texts with their address; other records are no documents', async () => {
    const archive = Buffer.concat([
      await record('http://a/1', 'text/html; charset=gbk', gbkPage),
      await record('http://a/2', 'image/png', Buffer.from([1, 2])),
      await record('http://a/3', 'text/html', page('没有'), { status: '404 Not Found' }),
      await record('http://a/4', 'text/html', page('问'), { warc: 'request' }),
      await record('http://a/5', 'text/html', gzipSync(page('压')), { http: { 'Content-Encoding': 'gzip' } }),
      await record('http://a/6', 'text/plain', Buffer.from('3\r\n\u4e00\r\n0\r\n\r\n'), {
        http: { 'Transfer-Encoding': 'chunked' },
      }),
      await record('http://a/7', 'text/plain', Buffer.from('文'), { warc: 'conversion' }),
    ])
    const path = join(scratch, 'a.warc')
    writeFileSync(path, archive)
    const found: string[] = []
    for await (const d of documentsOf(path, 'a.warc')) {
      if ('problem' in d) throw new Error(d.problem.message)
      found.push(
        `${d.url} ${openText(d.content, d.uri, null, d)
          .text.trim()
          .replace(/(检查)+/, '检查')}`,
      )
    }
    expect(found).toEqual(['http://a/1 检查', 'http://a/5 压', 'http://a/6 一', 'http://a/7 文'])
  })

  test('packed record by record or as a whole, the same', async () => {
    const plain = [
      await record('http://a/1', 'text/html', page('一')),
      await record('http://a/2', 'text/html', page('二')),
    ]
    const each = await held('b.warc.gz', Buffer.concat(plain.map((p) => gzipSync(p))))
    const whole = await held('c.warc.gz', gzipSync(Buffer.concat(plain)))
    for (const found of [each, whole]) expect(found.map((f) => f.split(': ')[1])).toEqual(['一', '二'])
  })

  test('every damaged record is one problem, and the others are read', async () => {
    const plain = await Promise.all(
      ['一', '二', '三'].map((t) => record(`http://a/${t}`, 'text/html', page(t.repeat(50)))),
    )
    const bad = {
      'a length that is too short': plain.with(
        1,
        Buffer.from(plain[1]!.toString().replace(/Content-Length: \d+/, 'Content-Length: 99')),
      ),
      'a length that is too long': plain.with(
        1,
        Buffer.from(plain[1]!.toString().replace(/Content-Length: \d+/, 'Content-Length: 999')),
      ),
      'no length': plain.with(1, Buffer.from(plain[1]!.toString().replace(/Content-Length: \d+/, 'X: 1'))),
      'a record without its beginning': plain.with(1, plain[1]!.subarray(20)),
    }
    for (const [name, records] of Object.entries(bad)) {
      const found = await held('d.warc', Buffer.concat(records))
      expect([name, found.map((f) => f.replace(/^[^ ]+ (?:([一二三])\1+|(\w+) at \d+)$/, '$1$2'))]).toEqual([
        name,
        ['一', 'bad_record', '三'],
      ])
    }
    const packed = plain.map((p) => gzipSync(p))
    const broken = Buffer.from(packed[1]!)
    broken.fill(0xff, 40, 60)
    const sum = Buffer.from(packed[1]!)
    sum[sum.length - 8]! ^= 1
    for (const second of [broken, sum]) {
      const found = await held('e.warc.gz', Buffer.concat([packed[0]!, second, packed[2]!]))
      expect(found.map((f) => /^[^!]+!/.test(f))).toEqual([false, true, false])
      expect(found[1]).toMatch(new RegExp(`at ${packed[0]!.length}$`))
    }
    const cut = await held('f.warc.gz', Buffer.concat(packed).subarray(0, -20))
    expect(cut.map((f) => f.includes('!'))).toEqual([false, false, true])
    const text = await held('g.warc', Buffer.concat(plain).subarray(0, -20))
    expect(text.map((f) => f.includes('!'))).toEqual([false, false, true])
  })

  test('a page over the limit', async () => {
    const archive = Buffer.concat([
      await record('http://a/1', 'text/html', page('长'.repeat(60000))),
      await record('http://a/2', 'text/html', page('短')),
    ])
    const found = await held('h.warc', archive, limited({ maxBytes: 10000 }))
    expect(found[0]).toMatch(/! limit_bytes/)
    expect(found[1]).toMatch(/短/)
  })
})

function zipped(files: Record<string, Uint8Array | string>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content as string), name)
  zip.end()
  return all(zip.outputStream as unknown as AsyncIterable<Uint8Array>)
}

describe('ZIP and TAR', () => {
  test('members, containers in them, folders and hidden files', async () => {
    const inner = await zipped({ 'c.txt': '三' })
    const files = { 'a.txt': '一', 'f/b.jsonl': '{"text":"二"}\n{', 'inner.zip': inner, '.hidden': 'x' }
    const found = (file: string) => [
      `${file}!/a.txt: 一`,
      `${file}!/f/b.jsonl#1: 二`,
      `${file}!/f/b.jsonl#2! bad_line at 2`,
      `${file}!/inner.zip!/c.txt: 三`,
    ]
    expect(await held('a.zip', await zipped(files))).toEqual(found('a.zip'))
    const tar = pack()
    for (const [name, content] of Object.entries(files)) tar.entry({ name }, Buffer.from(content as string))
    tar.finalize()
    const bytes = await all(tar as AsyncIterable<Uint8Array>)
    expect(await held('a.tar', bytes)).toEqual(found('a.tar'))
    expect(await held('a.tgz', gzipSync(bytes))).toEqual(found('a.tgz'))
  })

  test('two entries of one name are two documents', async () => {
    const tar = pack()
    for (const [i, name] of ['f/a.txt', 'f/a.txt', 'f/a~2.txt', 'f/a.txt', 'b', 'b'].entries())
      tar.entry({ name }, `${i}`)
    tar.finalize()
    const names = ['f/a.txt: 0', 'f/a~2.txt: 1', 'f/a~2~2.txt: 2', 'f/a~3.txt: 3', 'b: 4', 'b~2: 5']
    expect(await held('n.tar', await all(tar as AsyncIterable<Uint8Array>))).toEqual(
      names.map((name) => `n.tar!/${name}`),
    )
    const zip = await zipped({ 'a.txt': '一', 'b.txt': '二' })
    for (let at = zip.indexOf('b.txt'); at >= 0; at = zip.indexOf('b.txt')) zip.write('a.txt', at)
    expect(await held('n.zip', zip)).toEqual(['n.zip!/a.txt: 一', 'n.zip!/a~2.txt: 二'])
  })

  test('names in GBK are read', async () => {
    const name = Buffer.concat([GBK.通报, GBK.检查, Buffer.from('.txt')])
    const zip = await zipped({ 'AAAAAAAA.txt': '文' })
    for (let at = zip.indexOf('AAAAAAAA.txt'); at >= 0; at = zip.indexOf('AAAAAAAA.txt')) name.copy(zip, at)
    // Bit 11 says UTF-8: such packers do not set it.
    zip.writeUInt16LE(zip.readUInt16LE(6) & ~0x800, 6)
    const central = zip.indexOf('PK\x01\x02')
    zip.writeUInt16LE(zip.readUInt16LE(central + 8) & ~0x800, central + 8)
    expect(await held('b.zip', zip)).toEqual(['b.zip!/通报检查.txt: 文'])
  })

  test('limits, each by its name', async () => {
    const zip = await zipped({ 'a.txt': 'x'.repeat(20_000_000), 'b.txt': '二' })
    expect((await held('c.zip', zip))[0]).toBe('c.zip!/a.txt! limit_ratio')
    expect(await held('d.zip', zip, limited({ maxBytes: 1000 }))).toEqual([
      'd.zip!/a.txt! limit_bytes',
      'd.zip!/b.txt: 二',
    ])
    expect((await held('e.zip', zip, limited({ maxTotal: 5000 }))).at(-1)).toBe('e.zip! limit_total')
    expect(await held('f.zip', zip.subarray(0, -30))).toEqual(['f.zip! damaged'])
    expect(await held('g.txt', 'x'.repeat(2000), limited({ maxBytes: 1000 }))).toEqual(['g.txt! limit_bytes'])
    let nest = await zipped({ 'a.txt': '一' })
    for (let i = 0; i < 4; i++) nest = await zipped({ 'n.zip': nest })
    expect((await held('h.zip', nest))[0]).toMatch(/! limit_depth$/)
  })

  test('a tar that is cut off, one with a large member', async () => {
    const tar = pack()
    tar.entry({ name: 'a.txt' }, 'x'.repeat(3000))
    tar.entry({ name: '../../b.txt' }, '二')
    tar.finalize()
    const bytes = await all(tar as AsyncIterable<Uint8Array>)
    expect(await held('i.tar', bytes, limited({ maxBytes: 1000 }))).toEqual([
      'i.tar!/a.txt! limit_bytes',
      'i.tar!/../../b.txt: 二',
    ])
    expect((await held('j.tar', bytes.subarray(0, 2000))).at(-1)).toMatch(/^j\.tar! damaged/)
  })
})
