import { deflateRawSync, gzipSync } from 'node:zlib'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { SHAPES, shaped } from './shapes.ts'

export interface Bomb {
  name: string
  make: () => Uint8Array | Promise<Uint8Array>
  /** Code of its status, or of one of its members'; null where it is to be read like any other, and as quickly. */
  code: RegExp | null
}

const MB = 2 ** 20
const text = (s: string) => Buffer.from(s)
const blanks = (n: number) => Buffer.alloc(n, 32)
const XML = '<?xml version="1.0" encoding="UTF-8"?>'
const TYPES = `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
const relations = (type: string, target: string) =>
  `${XML}<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`
const zipped = (parts: Zippable) => zipSync(parts, { level: 6 })

const docx = (document: Uint8Array, more: Zippable = {}) =>
  zipped({
    '[Content_Types].xml': strToU8(TYPES),
    '_rels/.rels': strToU8(relations('officeDocument', 'word/document.xml')),
    'word/document.xml': document,
    ...more,
  })
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const body = (inner: string, prolog = '') =>
  strToU8(`${XML}${prolog}<w:document ${W}><w:body>${inner}</w:body></w:document>`)

const xlsx = (sheet: Uint8Array, more: Zippable = {}) =>
  zipped({
    '[Content_Types].xml': strToU8(TYPES),
    '_rels/.rels': strToU8(relations('officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': strToU8(
      `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(relations('worksheet', 'worksheets/sheet1.xml')),
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  })
const sheet = (inner: string, prolog = '') =>
  strToU8(
    `${XML}${prolog}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${inner}</worksheet>`,
  )

const runOf = (inner: string) => `<w:p><w:r><w:t>${inner}</w:t></w:r></w:p>`

const LAUGHS = `<!DOCTYPE a [<!ENTITY b0 "通报">${Array.from({ length: 10 }, (_, i) => `<!ENTITY b${i + 1} "${`&b${i};`.repeat(10)}">`).join('')}]>`
const OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'

/** A zip written by hand: what its directory says need not be true. */
function zipOf(
  entries: { name: string; data: Uint8Array; size: number; packed?: number; at?: number }[],
): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data, size, packed = data.length, at } of entries) {
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(packed, 18)
    head.writeUInt32LE(size, 22)
    head.writeUInt16LE(name.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(20, 6)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(packed, 20)
    central.writeUInt32LE(size, 24)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE(at ?? offset, 42)
    directory.push(central, text(name))
    if (at !== undefined) continue
    parts.push(head, text(name), Buffer.from(data))
    offset += 30 + name.length + data.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, central, end])
}
const packedBlanks = (n: number) => deflateRawSync(blanks(n))

function nested(depth: number): Uint8Array {
  let inner: Uint8Array = zipped({ 'a.txt': text('通报') })
  for (let i = 0; i < depth; i++) inner = zipped({ 'inner.zip': inner })
  return inner
}

const LIMIT = /^(?:limit_|zip_bomb|damaged)/
const formatting = (n: number) =>
  text(`<p>${Array.from({ length: n }, (_, i) => `<b a=${i}>`).join('')}${'<p>'.repeat(n)}`)
const page = (inner: string) =>
  text(`<!doctype html><meta charset=utf-8><title>关于网站检查情况的通报</title>${inner}`)
export const BOMBS: readonly Bomb[] = [
  // zip
  { name: 'blanks.zip', make: () => zipped({ 'a.txt': blanks(200 * MB) }), code: LIMIT },
  {
    name: 'many.zip',
    make: () =>
      zipped(Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`${i}.txt`, blanks(300_000)]))),
    code: LIMIT,
  },
  {
    name: 'lies.zip',
    make: () => zipOf([{ name: 'a.txt', data: packedBlanks(100 * MB), size: 10 }]),
    code: LIMIT,
  },
  {
    name: 'overlap.zip',
    make: () => {
      const data = packedBlanks(20 * MB)
      return zipOf([
        { name: 'a.txt', data, size: 20 * MB },
        ...Array.from({ length: 200 }, (_, i) => ({ name: `${i}.txt`, data, size: 20 * MB, at: 0 })),
      ])
    },
    code: LIMIT,
  },
  { name: 'nested.zip', make: () => nested(12), code: LIMIT },
  {
    name: 'cut.zip',
    make: () => zipped({ 'a.txt': text('通报'.repeat(5000)) }).subarray(0, 60),
    code: /damaged|unreadable/,
  },
  { name: 'blanks.txt.gz.tar.gz', make: () => gzipSync(blanks(200 * MB)), code: LIMIT },
  { name: 'blanks.jsonl.gz', make: () => gzipSync(blanks(200 * MB)), code: LIMIT },
  {
    name: 'blanks.warc.gz',
    make: () =>
      gzipSync(
        Buffer.concat([
          text('WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 200000000\r\n\r\n'),
          blanks(200 * MB),
        ]),
      ),
    code: LIMIT,
  },
  // office files: parts that unpack to too much, and what they are made of
  { name: 'blanks.docx', make: () => docx(blanks(300 * MB)), code: LIMIT },
  { name: 'media.docx', make: () => docx(body(''), { 'word/media/a.png': blanks(300 * MB) }), code: LIMIT },
  {
    name: 'overlap.docx',
    make: () => {
      const data = packedBlanks(20 * MB)
      return zipOf([
        { name: 'word/document.xml', data, size: 20 * MB },
        ...Array.from({ length: 200 }, (_, i) => ({ name: `word/${i}.xml`, data, size: 20 * MB, at: 0 })),
      ])
    },
    code: LIMIT,
  },
  {
    name: 'lies.docx',
    make: () => zipOf([{ name: 'word/document.xml', data: packedBlanks(100 * MB), size: 10 }]),
    code: LIMIT,
  },
  {
    name: 'parts.docx',
    make: () =>
      docx(
        body(''),
        Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`word/${i}.xml`, text('a')])),
      ),
    code: LIMIT,
  },
  { name: 'deep.docx', make: () => docx(body('<w:tbl><w:tr><w:tc>'.repeat(30_000))), code: /limit_|damaged/ },
  { name: 'blanks.xlsx', make: () => xlsx(blanks(300 * MB)), code: LIMIT },
  {
    name: 'strings.xlsx',
    make: () => xlsx(sheet(''), { 'xl/sharedStrings.xml': blanks(300 * MB) }),
    code: LIMIT,
  },
  {
    name: 'overlap.xlsx',
    make: () => {
      const data = packedBlanks(20 * MB)
      return zipOf([
        { name: 'xl/workbook.xml', data, size: 20 * MB },
        ...Array.from({ length: 200 }, (_, i) => ({ name: `xl/${i}.xml`, data, size: 20 * MB, at: 0 })),
      ])
    },
    code: LIMIT,
  },
  // XML
  {
    name: 'laughs.docx',
    make: () => docx(body('<w:p><w:r><w:t>&b10;</w:t></w:r></w:p>', LAUGHS)),
    code: /xml_dtd|damaged|empty/,
  },
  {
    name: 'outside.docx',
    make: () => docx(body('<w:p><w:r><w:t>&x;</w:t></w:r></w:p>', OUTSIDE)),
    code: /xml_dtd|damaged|empty/,
  },
  {
    name: 'laughs.xlsx',
    make: () =>
      xlsx(
        sheet(
          '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b10;</t></is></c></row></sheetData>',
          LAUGHS,
        ),
      ),
    code: /xml_dtd|damaged|empty/,
  },
  {
    name: 'outside.xlsx',
    make: () =>
      xlsx(
        sheet(
          '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row></sheetData>',
          OUTSIDE,
        ),
      ),
    code: /xml_dtd|damaged|empty/,
  },
  {
    name: 'attributes.docx',
    make: () => docx(body(`<w:p ${Array.from({ length: 200_000 }, (_, i) => `a${i}="1"`).join(' ')}/>`)),
    code: null,
  },
  {
    name: 'names.docx',
    make: () => docx(body(Array.from({ length: 20_000 }, (_, i) => `<w:z${i}/>`).join(''))),
    code: /damaged/,
  },
  {
    name: 'attributes-named.docx',
    make: () =>
      docx(body(`<w:p ${Array.from({ length: 100_000 }, (_, i) => `xmlns:a${i}="u${i}"`).join(' ')}/>`)),
    code: null,
  },
  { name: 'entities.docx', make: () => docx(body(runOf('&amp;&#36890;'.repeat(80_000)))), code: null },
  { name: 'unclosed.docx', make: () => docx(body('<w:p '.repeat(80_000))), code: LIMIT },
  { name: 'comments.docx', make: () => docx(body(runOf('x<!-- -->'.repeat(60_000)))), code: LIMIT },
  {
    name: 'runs.docx',
    make: () =>
      docx(
        body(
          `<w:p>${Array.from({ length: 110_000 }, (_, i) => `<w:r><w:rPr><w:b/></w:rPr><w:t>${(i * 7919) % 100_003}</w:t></w:r>`).join('')}</w:p>`,
        ),
      ),
    code: LIMIT,
  },
  {
    name: 'paragraphs.docx',
    make: () =>
      docx(body(Array.from({ length: 110_000 }, (_, i) => runOf(`第${(i * 7919) % 100_003}段`)).join(''))),
    code: LIMIT,
  },
  {
    name: 'paragraphs-below.docx',
    make: () =>
      docx(body(Array.from({ length: 90_000 }, (_, i) => runOf(`第${(i * 7919) % 100_003}段`)).join(''))),
    code: LIMIT,
  },
  {
    name: 'paragraphs-read.docx',
    make: () =>
      docx(body(Array.from({ length: 12_000 }, (_, i) => runOf(`第${(i * 7919) % 100_003}段`)).join(''))),
    code: null,
  },
  {
    name: 'cells-read.docx',
    make: () =>
      docx(
        body(
          `<w:tbl>${Array.from({ length: 1_000 }, (_, i) => `<w:tr>${Array.from({ length: 5 }, (_, k) => `<w:tc><w:tcPr><w:tcW w:w="9"/></w:tcPr>${runOf(`第${(i * 7919 + k) % 100_003}格`)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`,
        ),
      ),
    code: null,
  },
  {
    name: 'properties-read.docx',
    make: () =>
      docx(
        body(
          Array.from(
            { length: 5_000 },
            (_, i) =>
              `<w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="a"/><w:color w:val="000000"/><w:kern w:val="0"/><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr><w:t>第${(i * 7919) % 100_003}段</w:t></w:r></w:p>`,
          ).join(''),
        ),
      ),
    code: null,
  },
  { name: 'laughs.html', make: () => text(`${LAUGHS}<p>&b10;</p>`), code: null },
  // pages
  { name: 'formatting.html', make: () => formatting(2000), code: LIMIT },
  {
    name: 'fonts.html',
    make: () =>
      text(`${Array.from({ length: 3000 }, (_, i) => `<font color=${i}>`).join('')}${'<p>x'.repeat(3000)}`),
    code: LIMIT,
  },
  ...['div', 'b', 'a', 'p><b', 'table><tr><td', 'ul><li', 'svg><g', 'template', 'select><option', 'font'].map(
    (tag) => ({
      name: `deep-${tag.replace(/\W/g, '')}.html`,
      make: () => page(`<${tag}>`.repeat(100_000)),
      code: ['a', 'p><b', 'select><option'].includes(tag) ? null : LIMIT,
    }),
  ),
  { name: 'nodes.html', make: () => page('<i></i>'.repeat(1_100_000)), code: LIMIT },
  {
    name: 'attributes.html',
    make: () => page(`<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}=1`).join(' ')}>通报`),
    code: null,
  },
  { name: 'class.html', make: () => page(`<div class="${'_'.repeat(MB)}">通报</div>`), code: null },
  { name: 'comment.html', make: () => page(`${'<!--'.repeat(300_000)}通报`), code: null },
  { name: 'entities.html', make: () => page('&NotNestedGreaterGreater'.repeat(100_000)), code: null },
  // tables
  {
    name: 'span.html',
    make: () => page('<table><tr><td colspan=1000000000 rowspan=1000000000>通报<tr><td>一</table>'),
    code: null,
  },
  {
    name: 'spans.html',
    make: () =>
      page(
        `<table>${'<tr>'.repeat(3000)}</table><table>${`<tr>${'<td colspan=1000 rowspan=65534>通报'.repeat(3)}`.repeat(1500)}</table>`,
      ),
    code: LIMIT,
  },
  {
    name: 'cells.html',
    make: () => page(`<table>${`<tr>${'<td>'.repeat(100)}`.repeat(11_000)}</table>`),
    code: LIMIT,
  },
  {
    name: 'rows.html',
    make: () => page(`<table>${'<tr><td>一<td>二'.repeat(150_000)}</table>`),
    code: LIMIT,
  },
  {
    name: 'rows.csv',
    make: () => text(`文,字\n${Array.from({ length: 150_000 }, (_, i) => `市教育局,第${i}项\n`).join('')}`),
    code: LIMIT,
  },
  { name: 'cells.csv', make: () => text(`文,字\n${`${'1,'.repeat(999)}\n`.repeat(1200)}`), code: LIMIT },
  {
    name: 'merges.xlsx',
    make: () =>
      xlsx(
        sheet(
          '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        ),
      ),
    code: null,
  },
  {
    name: 'far.xlsx',
    make: () =>
      xlsx(
        sheet(
          '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
        ),
      ),
    code: null,
  },
  {
    name: 'span.docx',
    make: () =>
      docx(
        body(
          '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr><w:p><w:r><w:t>通报</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
        ),
      ),
    code: null,
  },
  { name: 'long.txt', make: () => text('市教育局网站栏目长期未更新。\n'.repeat(400_000)), code: LIMIT },
  // what patterns try again and again
  ...SHAPES.map((shape) => ({
    name: `${shape.name}.txt`,
    make: () => text(shaped(shape, 100_000)),
    code: shape.name === 'line-lost-glyphs' ? /undecodable/ : null,
  })),
]
