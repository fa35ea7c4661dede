import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import type { Bomb } from './bombs.ts'

const MB = 2 ** 20

type Stream = { dict: string; data: Uint8Array }
const stream = (data: string | Uint8Array, dict = ''): Stream => ({
  dict,
  data: typeof data === 'string' ? Buffer.from(data, 'latin1') : data,
})
const packed = (data: string | Uint8Array, dict = ''): Stream =>
  stream(deflateSync(data), `/Filter /FlateDecode ${dict}`)

/** Objects numbered from 1, with a table that says where they are; `more` stands in the trailer. */
function pdf(objects: readonly (string | Stream)[], more = '', table?: string): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const at: number[] = []
  let length = parts[0]!.length
  const put = (bytes: string | Uint8Array) => {
    const part = Buffer.from(bytes as string, 'latin1')
    parts.push(part)
    length += part.length
  }
  for (const [i, object] of objects.entries()) {
    at.push(length)
    if (typeof object === 'string') put(`${i + 1} 0 obj\n${object}\nendobj\n`)
    else {
      const own = object.dict.includes('/Length') ? '' : `/Length ${object.data.length}`
      put(`${i + 1} 0 obj\n<<${own} ${object.dict}>>\nstream\n`)
      put(object.data)
      put('\nendstream\nendobj\n')
    }
  }
  const start = length
  const rows = at.map((n) => `${String(n).padStart(10, '0')} 00000 n \n`).join('')
  put(table ?? `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`)
  put(`trailer\n<</Size ${objects.length + 1} /Root 1 0 R ${more}>>\nstartxref\n${start}\n%%EOF\n`)
  return Buffer.concat(parts)
}

const ROOT = '<</Type /Catalog /Pages 2 0 R>>'
const PAGES = '<</Type /Pages /Kids [3 0 R] /Count 1>>'
const FONT = '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>'
const page = (resources = '', more = '') =>
  `<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources <</Font <</F 5 0 R>> ${resources}>> ${more}>>`
const HELLO = 'BT /F 12 Tf 72 700 Td (Notice of 2021) Tj ET\n'
/** One page that draws this, with a font F; further objects are numbered from 6. */
const drawing = (
  content: string | Stream,
  { resources = '', font = FONT as string | Stream, more = [] as (string | Stream)[], of = '' } = {},
) =>
  pdf([
    ROOT,
    PAGES,
    page(resources, of),
    typeof content === 'string' ? packed(content) : content,
    font,
    ...more,
  ])

const blanks = (n: number) => Buffer.alloc(n, 32)
const REFUSED = /^(?:limit_|damaged|memory|timeout|empty|no_text_layer)/

/** A font of two bytes a character whose table of characters is this. */
const mapped = (encoding: string, cmap: Stream, unicode: Stream) => ({
  font: `<</Type /Font /Subtype /Type0 /BaseFont /A /Encoding ${encoding} /ToUnicode 8 0 R /DescendantFonts [6 0 R]>>`,
  more: [
    '<</Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor 9 0 R>>',
    cmap,
    unicode,
    '<</Type /FontDescriptor /FontName /A /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent 200 /StemV 80>>',
  ],
})
const cmapOf = (inner: string, dict = '') =>
  packed(
    `/CIDInit /ProcSet findresource begin begincmap /CMapName /A def 1 begincodespacerange <0000> <ffff> endcodespacerange\n${inner}\nendcmap`,
    `/Type /CMap /CMapName /A ${dict}`,
  )
const SHOWN = 'BT /F 12 Tf 72 700 Td <00410042> Tj ET\n'

/** Forms that draw ten of the next each: 10^9 in all. */
const forms = (last: string) =>
  drawing('/X0 Do', {
    resources: '/XObject <</X0 6 0 R>>',
    more: Array.from({ length: 10 }, (_, i) =>
      stream(
        i === 9 ? last : '/X Do '.repeat(10),
        `/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources <</Font <</F 5 0 R>> /XObject <</X ${7 + i} 0 R>>>>`,
      ),
    ),
  })

/** Offsets, wide enough for any; `rows` of them beside what is said. */
const crossReferences = (index: string, rows = 1) =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n'),
    Buffer.from(
      `9 0 obj\n<</Type /XRef /Size 2000000000 /Index [${index}] /W [1 4 2] /Root 1 0 R /Filter /FlateDecode /Length ${deflateSync(blanks(7 * rows)).length}>>\nstream\n`,
    ),
    deflateSync(Buffer.alloc(7 * rows)),
    Buffer.from('\nendstream\nendobj\nstartxref\n58\n%%EOF\n'),
  ])

const objectStream = (dict: string, data: string) =>
  pdf([ROOT, PAGES, page(), packed(HELLO), FONT, packed(data, `/Type /ObjStm ${dict}`)], '/Info 7 0 R')

export const PDF_BOMBS: readonly Bomb[] = [
  // streams
  { name: 'deflate.pdf', make: () => drawing(packed(blanks(400 * MB))), code: REFUSED },
  {
    name: 'deflate-twice.pdf',
    make: () =>
      drawing(stream(deflateSync(deflateSync(blanks(400 * MB))), '/Filter [/FlateDecode /FlateDecode]')),
    code: REFUSED,
  },
  {
    name: 'run-length.pdf',
    make: () => {
      const blanks = Buffer.alloc(5_000_000)
      for (let i = 0; i < blanks.length; i += 2) blanks.writeUInt16BE(0x8120, i)
      return drawing(stream(deflateSync(blanks), '/Filter [/FlateDecode /RunLengthDecode]'))
    },
    code: REFUSED,
  },
  { name: 'length.pdf', make: () => drawing(stream(HELLO, '/Length 4 0 R')), code: null },
  { name: 'cut.pdf', make: () => half('tests/read/fixtures/004.pdf'), code: null },
  { name: 'locked.pdf', make: () => readFileSync('tests/read/fixtures/locked.pdf'), code: /^encrypted$/ },
  // tree of pages
  {
    name: 'pages.pdf',
    make: () => {
      const kids = Array.from({ length: 100_000 }, (_, i) => `${i + 3} 0 R`).join(' ')
      const one = '<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>>'
      return pdf([
        ROOT,
        `<</Type /Pages /Count 100000 /Kids [${kids}]>>`,
        ...Array.from({ length: 100_000 }, () => one),
      ])
    },
    code: /^limit_pages$/,
  },
  {
    name: 'pages-said.pdf',
    make: () => pdf([ROOT, '<</Type /Pages /Kids [3 0 R] /Count 2000000000>>', page(), packed(HELLO), FONT]),
    code: null,
  },
  {
    name: 'pages-again.pdf',
    make: () =>
      pdf([
        ROOT,
        `<</Type /Pages /Kids [${'3 0 R '.repeat(500)}] /Count 500>>`,
        page(),
        packed(HELLO.repeat(100)),
        FONT,
      ]),
    code: null,
  },
  {
    name: 'tree-itself.pdf',
    make: () => pdf([ROOT, '<</Type /Pages /Kids [2 0 R 2 0 R] /Count 9>>']),
    code: REFUSED,
  },
  {
    name: 'tree-circle.pdf',
    make: () =>
      pdf([
        ROOT,
        '<</Type /Pages /Kids [3 0 R] /Count 9>>',
        '<</Type /Pages /Kids [4 0 R] /Count 9>>',
        '<</Type /Pages /Kids [2 0 R 3 0 R] /Count 9>>',
      ]),
    code: REFUSED,
  },
  {
    name: 'tree-deep.pdf',
    make: () =>
      pdf([
        ROOT,
        ...Array.from({ length: 50_000 }, (_, i) => `<</Type /Pages /Kids [${i + 3} 0 R] /Count 1>>`),
        '<</Type /Page /MediaBox [0 0 9 9]>>',
      ]),
    code: REFUSED,
  },
  { name: 'parent.pdf', make: () => drawing(HELLO, { of: '/Parent 3 0 R' }), code: null },
  // objects and the table of them
  {
    name: 'arrays.pdf',
    make: () => pdf([ROOT, PAGES, page('', `/A ${'['.repeat(2_000_000)}`), packed(HELLO), FONT]),
    code: null,
  },
  {
    name: 'arrays-drawn.pdf',
    make: () => drawing(`${'['.repeat(2_000_000)} TJ ${HELLO}`),
    code: REFUSED,
  },
  {
    name: 'dictionaries.pdf',
    make: () => drawing(`/A ${'<</B '.repeat(1_000_000)} BDC ${HELLO}`),
    code: REFUSED,
  },
  { name: 'string.pdf', make: () => drawing(`BT /F 9 Tf ${'('.repeat(5_000_000)} Tj`), code: REFUSED },
  {
    name: 'table.pdf',
    make: () =>
      pdf([ROOT, PAGES, page(), packed(HELLO), FONT], '', 'xref\n0 2000000000\n0000000000 65535 f \n'),
    code: null,
  },
  { name: 'table-rows.pdf', make: () => crossReferences('0 2000000000', 3_000_000), code: REFUSED },
  {
    name: 'table-parts.pdf',
    make: () => crossReferences(Array.from({ length: 300_000 }, () => '0 1000000').join(' '), 3),
    code: REFUSED,
  },
  {
    name: 'table-itself.pdf',
    make: () => {
      const made = pdf([ROOT, PAGES, page(), packed(HELLO), FONT]).toString('latin1')
      const at = made.lastIndexOf('xref\n0 ')
      return Buffer.from(made.replace('/Root 1 0 R', `/Root 1 0 R /Prev ${at}`), 'latin1')
    },
    code: null,
  },
  {
    name: 'in-itself.pdf',
    make: () => objectStream('/N 1 /First 4 /Extends 6 0 R', '6 0 6 0 R'),
    code: null,
  },
  { name: 'in-many.pdf', make: () => objectStream('/N 2000000000 /First 4', '6 0 '), code: null },
  {
    name: 'objects.pdf',
    make: () =>
      pdf(
        [ROOT, PAGES, page(), packed(HELLO), FONT, ...Array.from({ length: 300_000 }, () => '[]')],
        '',
        'nothing',
      ),
    code: null,
  },
  // what is drawn
  {
    name: 'box.pdf',
    make: () => drawing(HELLO, { of: '/MediaBox [-1e38 -1e38 1e38 1e38] /UserUnit 1e30' }),
    code: null,
  },
  { name: 'forms.pdf', make: () => forms(HELLO), code: REFUSED },
  { name: 'forms-empty.pdf', make: () => forms(''), code: REFUSED },
  { name: 'saves.pdf', make: () => drawing(`${'q '.repeat(2_000_000)} ${HELLO}`), code: REFUSED },
  { name: 'marks.pdf', make: () => drawing(`${'/A BMC '.repeat(1_000_000)} ${HELLO}`), code: null },
  {
    name: 'same-runs.pdf',
    make: () => drawing(`BT /F 9 Tf ${'1 0 0 1 72 700 Tm (a) Tj '.repeat(100_000)} ET`),
    code: null,
  },
  {
    name: 'runs.pdf',
    make: () =>
      drawing(
        `BT /F 9 Tf ${Array.from({ length: 100_000 }, (_, i) => `1 0 0 1 ${i % 600} ${i % 797} Tm (${i % 7}) Tj `).join('')} ET`,
      ),
    code: null,
  },
  {
    name: 'long-runs.pdf',
    make: () =>
      drawing(
        `${[0, 1, 2, 3].map((i) => `${i * 200} 0 m ${i * 200} 792 l S 0 ${i * 200} m 612 ${i * 200} l S\n`).join('')}${`BT /F 9 Tf 9 99 Td (${'a '.repeat(300_000)}) Tj ET\n`.repeat(4)}`,
      ),
    code: null,
  },
  {
    name: 'lines.pdf',
    make: () =>
      drawing(
        `BT /F 0.01 Tf ${Array.from({ length: 30_000 }, (_, i) => (i % 2 ? [72] : [72, 200, 400]).map((x) => `1 0 0 1 ${x} ${i / 50} Tm (ab) Tj `).join('')).join('')} ET`,
      ),
    code: null,
  },
  {
    name: 'columns.pdf',
    make: () =>
      drawing(
        `BT /F 0.1 Tf ${Array.from({ length: 40_000 }, (_, i) => `1 0 0 1 ${i % 4000} ${9 * Math.floor(i / 4000)} Tm (ab) Tj `).join('')} ET`,
      ),
    code: null,
  },
  {
    name: 'uprights.pdf',
    make: () =>
      drawing(
        HELLO.repeat(5) +
          Array.from(
            { length: 200_000 },
            (_, i) => `${i % 612} 0 m ${i % 612} 792 l S 0 ${i % 792} m 612 ${i % 792} l S\n`,
          ).join(''),
      ),
    code: REFUSED,
  },
  {
    name: 'rulings.pdf',
    make: () =>
      drawing(
        HELLO.repeat(5) +
          Array.from({ length: 200_000 }, (_, i) => `${i % 612} 0 m ${(i * 7) % 612} 792 l S\n`).join(''),
      ),
    code: null,
  },
  {
    name: 'grid.pdf',
    make: () =>
      drawing(
        HELLO.repeat(5) +
          Array.from(
            { length: 2000 },
            (_, i) => `${i / 3} 0 m ${i / 3} 792 l S 0 ${i / 3} m 612 ${i / 3} l S\n`,
          ).join(''),
      ),
    code: null,
  },
  {
    name: 'glyph.pdf',
    make: () =>
      drawing(SHOWN.replace('<00410042>', '(AAAA)'), {
        font: '<</Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 65 /LastChar 65 /Widths [9] /Encoding <</Differences [65 /a]>> /CharProcs <</a 6 0 R>> /Resources <</Font <</F 5 0 R>>>>>>',
        more: [stream('9 0 d0 BT /F 9 Tf (AAAAAAAAAA) Tj ET')],
      }),
    code: null,
  },
  {
    name: 'picture.pdf',
    make: () => drawing(`BI /W 100000 /H 100000 /BPC 8 /CS /RGB ID ${'x'.repeat(9_000_000)} EI ${HELLO}`),
    code: null,
  },
  {
    name: 'pattern.pdf',
    make: () =>
      drawing(`${HELLO.repeat(5)} /Pattern cs /P scn 0 0 612 792 re f`, {
        resources: '/Pattern <</P 6 0 R>>',
        more: [
          stream(
            '/Pattern cs /P scn 0 0 9 9 re f',
            '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 0.0001 /YStep 0.0001 /Resources <</Pattern <</P 6 0 R>>>>',
          ),
        ],
      }),
    code: REFUSED,
  },
  // fonts
  {
    name: 'characters.pdf',
    make: () => {
      const range = '<0000> <ffff> <0041>\n'
      const parts = Array.from({ length: 2000 }, () => `100 beginbfrange\n${range.repeat(100)}endbfrange\n`)
      const f = mapped('/Identity-H', cmapOf(''), cmapOf(parts.join('')))
      return drawing(SHOWN, f)
    },
    code: REFUSED,
  },
  {
    name: 'codes.pdf',
    make: () => {
      const range = '<00000000> <00fffffe> 1\n'
      const parts = Array.from({ length: 20 }, () => `100 begincidrange\n${range.repeat(100)}endcidrange\n`)
      return drawing(SHOWN, mapped('7 0 R', cmapOf(parts.join('')), cmapOf('')))
    },
    code: REFUSED,
  },
  {
    name: 'cmap-itself.pdf',
    make: () =>
      drawing(SHOWN, mapped('7 0 R', cmapOf('/A usecmap', '/UseCMap 7 0 R'), cmapOf('', '/UseCMap 8 0 R'))),
    code: null,
  },
  {
    name: 'widths.pdf',
    make: () =>
      drawing(HELLO, {
        font: `<</Type /Font /Subtype /TrueType /BaseFont /A /FirstChar 0 /LastChar 2000000000 /Widths [${'1 '.repeat(3_000_000)}]>>`,
      }),
    code: null,
  },
  {
    name: 'fonts.pdf',
    make: () => {
      const n = 3000
      const names = Array.from({ length: n }, (_, i) => `/G${i} ${6 + i} 0 R`).join(' ')
      return pdf([
        ROOT,
        PAGES,
        page().replace('/F 5 0 R', names),
        packed(Array.from({ length: n }, (_, i) => HELLO.replace('/F ', `/G${i} `)).join('')),
        FONT,
        ...Array.from({ length: n }, () => FONT),
      ])
    },
    code: REFUSED,
  },
]

function half(path: string): Uint8Array {
  const bytes = readFileSync(path)
  return bytes.subarray(0, bytes.length >> 1)
}
