// tests/read/fixtures: the seeds in every form, made by the programs people have (LibreOffice, iconv, warcio, zip, tar).
// Run by hand after the seeds or this file change: `npm run build && node build/fixtures.mjs`. Needs Debian's
// libreoffice-calc, libreoffice-writer and fonts-noto-cjk.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Converter } from 'opencc-js'
import { WARCRecord, WARCSerializer } from 'warcio'
import { extract } from '../dist/index.js'

const folder = new URL('../tests/read/fixtures/', import.meta.url).pathname
const seeds = new URL('../seeds/', import.meta.url).pathname
const work = mkdtempSync(join(tmpdir(), 'fixtures-'))
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const names = readdirSync(seeds).sort()
const office = (target, from, filter) =>
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${work}/profile`,
      '--headless',
      '--convert-to',
      target,
      ...(filter ? [`--infilter=${filter}`] : []),
      '--outdir',
      work,
      from,
    ],
    { stdio: 'pipe' },
  )

/** Lines as paragraphs, tables as tables: what the notice was before it was scraped. */
function pageOf(name) {
  const notice = extract(readFileSync(join(seeds, name)), { uri: name })
  const out = []
  let at = 0
  const lines = (text) => {
    for (const line of text.split('\n')) if (line.trim()) out.push(`<p>${escaped(line.trim())}</p>`)
  }
  for (const table of notice.tables) {
    lines(notice.text.slice(at, table.start))
    const grouped = table.columns[0] === 'group'
    const columns = grouped ? table.columns.slice(1) : table.columns
    out.push('<table border="1">')
    const row = (cells) => out.push(`<tr>${cells.map((c) => `<td>${escaped(c)}</td>`).join('')}</tr>`)
    let group = ''
    const lead = () => row(columns)
    if (!grouped) lead()
    let first = true
    for (const cells of table.rows) {
      if (grouped && cells[0].text !== group) {
        group = cells[0].text
        // The first group stands above the header in the source, so the slice before the table holds it.
        if (!first) out.push(`<tr><td colspan="${columns.length}">${escaped(group)}</td></tr>`)
      }
      if (grouped && first) lead()
      first = false
      row((grouped ? cells.slice(1) : cells).map((c) => c.text))
    }
    out.push('</table>')
    at = table.end
  }
  lines(notice.text.slice(at))
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><style>p,td{font-family:"Noto Serif CJK SC";font-size:11pt}</style></head><body>\n${out.join('\n')}\n</body></html>\n`
}

const pages = new Map()
for (const name of names) {
  const stem = name.slice(0, 3)
  const page = pageOf(name)
  pages.set(stem, page)
  const path = join(work, `${stem}.html`)
  writeFileSync(path, page)
  office('docx:MS Word 2007 XML', path, 'HTML (StarWriter)')
  office('pdf:writer_pdf_Export', join(work, `${stem}.docx`))
  office('xlsx:Calc MS Excel 2007 XML', path, 'HTML (StarCalc)')
  office('xls:MS Excel 97', join(work, `${stem}.xlsx`))
  office('csv:Text - txt - csv (StarCalc):44,34,76', join(work, `${stem}.xlsx`))
  for (const kind of ['html', 'docx', 'pdf', 'xlsx', 'xls', 'csv'])
    renameSync(join(work, `${stem}.${kind}`), join(folder, `${stem}.${kind}`))
  for (const charset of ['GB18030', 'UTF-16LE', 'UTF-16BE'])
    writeFileSync(
      join(folder, `${stem}.${charset.toLowerCase()}.txt`),
      execFileSync('iconv', ['-f', 'UTF-8', '-t', charset, join(seeds, name)]),
    )
}
// Big5 has no simplified characters: the seeds are converted first, without the readings that one of them has in brackets.
const toTraditional = Converter({ from: 'cn', to: 't' })
for (const name of names) {
  const path = join(work, 'traditional.txt')
  const text = readFileSync(join(seeds, name), 'utf8').replace(/\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}\)/g, '')
  writeFileSync(path, toTraditional(text))
  const big5 = execFileSync('iconv', ['-f', 'UTF-8', '-t', 'BIG5-HKSCS//TRANSLIT', path])
  const stem = name.slice(0, 3)
  writeFileSync(join(folder, `${stem}.big5.txt`), big5)
  // What it says when another program reads it: some characters have no place in Big5.
  writeFileSync(
    join(folder, `${stem}.traditional.txt`),
    execFileSync('iconv', ['-f', 'BIG5-HKSCS', '-t', 'UTF-8'], { input: big5 }),
  )
}

writeFileSync(join(work, 'locked.html'), '<p>通报</p>')
office(
  'pdf:writer_web_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"geheim"}}',
  join(work, 'locked.html'),
)
renameSync(join(work, 'locked.pdf'), join(folder, 'locked.pdf'))

const records = []
for (const [stem, page] of pages) {
  const record = WARCRecord.create(
    {
      url: `http://www.example.gov.cn/${stem}.html`,
      date: '2021-07-08T00:00:00Z',
      type: 'response',
      httpHeaders: { 'Content-Type': 'text/html' },
      statusline: 'HTTP/1.1 200 OK',
    },
    (async function* () {
      yield Buffer.from(page)
    })(),
  )
  records.push(await WARCSerializer.serialize(record, { gzip: true }))
}
writeFileSync(join(folder, 'seeds.warc.gz'), Buffer.concat(records))
writeFileSync(
  join(folder, 'seeds.jsonl'),
  [...pages]
    .map(([stem, html]) => `${JSON.stringify({ url: `http://www.example.gov.cn/${stem}.html`, html })}\n`)
    .join(''),
)
execFileSync('tar', [
  '--sort=name',
  '--mtime=2021-07-08Z',
  '--owner=0',
  '--group=0',
  '-czf',
  join(folder, 'seeds.tar.gz'),
  '-C',
  seeds,
  ...names,
])
rmSync(work, { recursive: true })
