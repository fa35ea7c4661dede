import { readdirSync, readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { Converter } from 'opencc-js'
import { expect, test } from 'vitest'
import { openText } from '../../src/read/open.ts'
import { LONG } from './full.ts'

const N = LONG ? 500 : 60
const LENGTH = 300
/** Pieces of notices, each at least 200 bytes in any charset. */
const pieces = ['seeds', 'corpus/notices/docs']
  .flatMap((folder) =>
    readdirSync(folder)
      .sort()
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFileSync(`${folder}/${name}`, 'utf8').replace(/\r/g, '')),
  )
  .flatMap((text) =>
    Array.from({ length: Math.floor(text.length / LENGTH) }, (_, i) =>
      text.slice(i * LENGTH, (i + 1) * LENGTH),
    ),
  )
  .filter((piece) => /[\u4e00-\u9fff]{2}/.test(piece) && !/[\ud800-\udfff\ufffd\ufeff]/.test(piece))
const step = pieces.length / N
const texts = Array.from({ length: N }, (_, i) => pieces[Math.floor(i * step)]!)

const traditional = Converter({ from: 'cn', to: 'tw' })
const CHARSETS = ['utf-8', 'gb18030', 'big5', 'utf-16le'] as const
const LABELS = ['utf-8', 'gb2312', 'big5', 'utf-16'] as const
/** The label of each charset that says the truth. */
const TRUE: Record<string, string> = {
  'utf-8': 'utf-8',
  gb18030: 'gb2312',
  big5: 'big5',
  'utf-16le': 'utf-16',
}

/** Null where the charset has not all of its characters. */
function inCharset(text: string, charset: string): { text: string; bytes: Buffer } | null {
  // Of these Big5 has only what Hong Kong added.
  if (charset === 'big5' && /[\u00c0-\u024f]/.test(text)) return null
  const written = charset === 'big5' ? traditional(text) : text
  const bytes = iconv.encode(written, charset)
  return iconv.decode(bytes, charset) === written ? { text: written, bytes } : null
}

test.for(CHARSETS.flatMap((charset) => LABELS.map((label) => [charset, label] as const)))(
  'text in %s is read right though it is called %s, and what lost is told',
  ([charset, label]) => {
    let tried = 0
    const wrong: string[] = []
    for (const piece of texts) {
      const of = inCharset(piece, charset)
      if (!of) continue
      tried++
      const source = openText(of.bytes, 'a.txt', null, { charset: label })
      const lost = label === TRUE[charset] ? undefined : label
      if (source.text !== of.text || source.charset_declared !== lost)
        wrong.push(`${source.charset}, ${source.charset_declared}: ${of.text.slice(0, 20)}`)
    }
    expect(tried).toBeGreaterThan(N / 3)
    // G12 of the goals: 99.5 in 100.
    expect(wrong.slice(tried / 200)).toEqual([])
  },
)

test('all characters of four bytes come back, under every name of the family', () => {
  const han = Array.from({ length: 0x9f00 - 0x4e00 }, (_, i) => String.fromCodePoint(0x20000 + i * 3)).join(
    '',
  )
  const text = `关于政府网站检查情况的通报\n${'的一是在不了有和人这'.repeat(40)}\n${han.slice(0, 4000)}`
  for (const charset of ['gb2312', 'gbk', 'gb18030', 'GB_2312-80', 'x-gbk', 'cp936'])
    expect(openText(iconv.encode(text, 'gb18030'), 'a.txt', null, { charset }).text === text, charset).toBe(
      true,
    )
})

test('cut at any byte of its end, a text is what was there, and says where it is broken', () => {
  const wrong: string[] = []
  for (const charset of CHARSETS)
    for (const piece of texts.slice(0, LONG ? 60 : 8)) {
      const of = inCharset(piece, charset)
      if (!of) continue
      for (let cut = 1; cut <= 64; cut++) {
        const { text, problems } = openText(of.bytes.subarray(0, -cut), 'a.txt', null, { charset })
        const whole = text.indexOf('\ufffd') < 0 ? text : text.slice(0, text.indexOf('\ufffd'))
        const said = problems.map((p) => p.code).join()
        // Half of a character of two bytes may be a whole one: then nothing tells that it was cut, and only the last is another.
        const kept = of.text.startsWith(whole) || of.text.startsWith(whole.slice(0, -1))
        if (
          !kept ||
          said !== (text.includes('\ufffd') ? 'undecodable' : '') ||
          whole.length < of.text.length - 64 - 1
        )
          wrong.push(`${charset} less ${cut}: ${said} ${JSON.stringify(text.slice(-9))}`)
      }
    }
  expect(wrong).toEqual([])
})
