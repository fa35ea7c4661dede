import { gunzipSync, gzipSync } from 'node:zlib'
import { strToU8, unzipSync, zipSync } from 'fflate'
import type { Random } from './random.ts'

export interface Seed {
  name: string
  bytes: Uint8Array
}

/** What each form is built of: put in at any place. */
const WORDS: Record<string, readonly string[]> = {
  html: [
    '<table>',
    '</td>',
    '<td colspan=99999 rowspan=-1>',
    '<!--',
    '-->',
    '<script>',
    '<p ',
    '&#0;',
    '<a href="a.docx">',
    '<![CDATA[',
    '<svg>',
    '<template>',
    '&nbsp',
    '<b a=1>',
  ],
  xml: [
    '<w:tbl>',
    '</w:p>',
    '<c r="ZZZ99999999" t="s"><v>-1</v></c>',
    '<row r="1048577">',
    ']]>',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '&b;',
    '<w:gridSpan w:val="-5"/>',
    '<mergeCell ref="A1:XFD1048576"/>',
  ],
  json: [
    '{',
    '}',
    '[',
    '"',
    '\\u0000',
    '\\ud800',
    '{"__proto__":1,"text":"通报"}',
    '\n',
    '1e999',
    '{"constructor":{"prototype":1}}',
  ],
  csv: ['"', '""', ',', '\t', '\r', '\n', '=1+1', ',,,,,,,,'],
  warc: [
    'WARC/1.0\r\n',
    'Content-Length: 99999999\r\n',
    'Content-Length: -1\r\n',
    '\r\n\r\n',
    'HTTP/1.1 200 OK\r\n',
    'Transfer-Encoding: chunked\r\n',
  ],
  pdf: [
    'endobj',
    '/Length 9999999',
    '/Kids [1 0 R]',
    'stream\n',
    'xref',
    '/Filter /FlateDecode',
    'startxref\n0',
    '/Type /Pages',
    '<<',
    '>>',
  ],
  txt: [
    '通报',
    '附件1',
    '〔2021〕',
    '2021年13月45日',
    '100%',
    '1,111,111,111',
    '(',
    '“',
    '\t',
    '|',
    '一、',
    '(一)',
    '\u202e',
    '\u0000',
    '\ufeff',
    '(zhèng)',
    '责令',
    '以上单位',
  ],
}

function wordsFor(name: string): readonly string[] {
  const form = Object.keys(WORDS).find((f) => name.includes(`.${f}`))
  if (form) return [...WORDS[form]!, ...WORDS.txt!]
  return /\.(docx|xlsx)/.test(name) ? [...WORDS.xml!, ...WORDS.txt!] : WORDS.txt!
}

/** One file from another, a few wounds apart; packed forms are wounded inside as often as outside. */
export function mutate(seed: Seed, other: Seed, r: Random): Uint8Array {
  if (r.below(2) === 0) {
    if (/\.(docx|xlsx)$/.test(seed.name)) return insideZip(seed, r)
    if (seed.name.endsWith('.gz'))
      return gzipSync(wound(gunzipSync(seed.bytes), gunzipIf(other), seed.name, r))
  }
  return wound(seed.bytes, other.bytes, seed.name, r)
}

const gunzipIf = ({ name, bytes }: Seed) => (name.endsWith('.gz') ? gunzipSync(bytes) : bytes)

function insideZip({ name, bytes }: Seed, r: Random): Uint8Array {
  const parts = unzipSync(bytes)
  const part = r.pick(Object.keys(parts).filter((p) => p.endsWith('.xml') || p.endsWith('.rels')))
  parts[part] = wound(parts[part]!, strToU8('<w:p/>'), name, r)
  return zipSync(parts, { level: 1 })
}

function wound(bytes: Uint8Array, other: Uint8Array, name: string, r: Random): Uint8Array {
  let now = Buffer.from(bytes)
  const words = wordsFor(name)
  for (let n = 1 + r.below(6); n > 0; n--) {
    const at = r.below(now.length + 1)
    const length = Math.min(r.below(2 ** r.below(14)), now.length - at)
    switch (r.below(7)) {
      case 0:
        for (let k = 1 + r.below(16); k > 0 && now.length > 0; k--) now[r.below(now.length)] = r.below(256)
        break
      case 1:
        now = Buffer.concat([now.subarray(0, at), now.subarray(at + length)])
        break
      case 2: {
        const copies = Array.from({ length: 1 + r.below(8) }, () =>
          now.subarray(at, at + Math.min(length, 4096)),
        )
        now = Buffer.concat([now.subarray(0, at), ...copies, now.subarray(at)])
        break
      }
      case 3:
        now = Buffer.concat([
          now.subarray(0, at),
          Buffer.from(r.pick(words).repeat(1 + r.below(3) ** 6)),
          now.subarray(at),
        ])
        break
      case 4: {
        const from = r.below(other.length + 1)
        now = Buffer.concat([
          now.subarray(0, at),
          other.subarray(from, from + r.below(4096)),
          now.subarray(at),
        ])
        break
      }
      case 5:
        if (r.below(4) === 0) now = now.subarray(0, at)
        break
      default:
        if (now.length > 0) now[at % now.length]! ^= 1 << r.below(8)
    }
  }
  return now
}
