// A web archive of pages like those of government sites: notices of the corpus and the seeds, with other names and figures
// each time, in the navigation, scripts and lists of related news that such pages have. node bench/big-warc.mjs <MB> <file>
import { createWriteStream, readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const [megabytes = '200', file = '/tmp/big.warc.gz'] = process.argv.slice(2)
const read = (folder) =>
  readdirSync(folder)
    .sort()
    .map((f) => readFileSync(`${folder}/${f}`, 'utf8'))
const notices = [...read('seeds'), ...read('corpus/notices/docs')]
const words = [...new Set(notices.join('').match(/[\u4e00-\u9fff]{2,6}/g))]

let state = 20210708
const random = (n) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return Math.floor((state / 2 ** 32) * n)
}
const phrase = (n) => Array.from({ length: n }, () => words[random(words.length)]).join('')
const links = (n) =>
  Array.from(
    { length: n },
    () => `<li><a href="/art/${random(1e4)}/${random(1e6)}.html">${phrase(4)}</a></li>`,
  ).join('\n')
const escaped = (t) => t.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function page(k) {
  const source = notices[k % notices.length].replace(/\d{2,}(?:\.\d)?(?=个|家|条|%)/g, (n) =>
    String(1 + random(Number(n) || 9)),
  )
  const body = /<p|<div|<table/i.test(source)
    ? source.replace(/^[\s\S]*?<body[^>]*>|<\/body>[\s\S]*$/gi, '')
    : source
        .split('\n')
        .filter((l) => l.trim())
        .map((l) => `<p>${escaped(l)}</p>`)
        .join('\n')
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${phrase(5)}</title>
<script>var data=${JSON.stringify(Array.from({ length: 400 }, () => ({ id: random(1e9), name: phrase(2), url: `/${random(1e9).toString(36)}` })))}</script></head><body>
<div class="nav"><ul>${links(60)}</ul></div><div id="zoom">${body}</div><div class="related"><ul>${links(120)}</ul></div>
<div class="footer">主办：${phrase(2)}</div></body></html>`
}

const out = createWriteStream(file)
let size = 0
let pages = 0
let raw = 0
while (size < Number(megabytes) * 1e6) {
  const html = Buffer.from(page(pages))
  const http = Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'), html])
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:${pages}>\r\nWARC-Date: 2021-07-08T00:00:00Z\r\nWARC-Target-URI: http://www.site${random(3000)}.gov.cn/art/${pages}.html\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${http.length}\r\n\r\n`
  const record = gzipSync(Buffer.concat([Buffer.from(head), http, Buffer.from('\r\n\r\n')]))
  raw += html.length
  size += record.length
  pages++
  if (!out.write(record)) await new Promise((resolve) => out.once('drain', resolve))
}
out.end()
console.log(
  `${file}: ${pages} pages, ${(raw / 1e6).toFixed(0)} MB of HTML, ${(size / 1e6).toFixed(1)} MB packed`,
)
