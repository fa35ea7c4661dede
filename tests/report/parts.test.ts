import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { familyOf } from '../../src/export/comparison.ts'
import { Output } from '../../src/export/output.ts'
import { sectionsOf } from '../../src/export/sections.ts'
import { loadKit } from '../../src/kit.ts'
import type { Notice } from '../../src/records/schema.ts'
import { MEASURES, SUBJECTS } from '../../src/records/schema.ts'
import { Alphabet, decode } from '../../src/report/alphabet.ts'
import { stretches } from '../../src/report/app/highlight.ts'
import { messageIn } from '../../src/report/app/message.ts'
import { formatHash, parseHash } from '../../src/report/app/state.ts'
import { webLink } from '../../src/report/app/web-link.ts'
import { Collector } from '../../src/report/collect.ts'
import { jsonForHtml } from '../../src/report/document.ts'
import { codePrefix, type Filter, NO_FILTER, select } from '../../src/report/filter.ts'
import { noticesOf } from '../../src/report/read-output.ts'
import { writeReport } from '../../src/report/report.ts'
import { loadTerms } from '../../src/report/terms.ts'
import { fromWire, toWire } from '../../src/report/wire.ts'
import { extract } from '../../src/run/extract.ts'
import { addHostile, HOSTILE } from './hostile.ts'

const scratch = mkdtempSync(join(tmpdir(), 'tongbao-'))
afterAll(() => rmSync(scratch, { recursive: true }))
const kit = loadKit()
const notices = ['000_f434b64764e44524.txt', '003_d60a3476a1b0e1fe.txt', '004_02e4c270c4d37dad.txt'].map(
  (file) => extract(readFileSync(join('seeds', file)), { kit, uri: file }),
)

function collected(given: readonly Notice[]) {
  const collector = new Collector(kit)
  for (const notice of given) collector.add(notice)
  return collector.tables()
}

async function folderOf(name: string, given: readonly Notice[]): Promise<string> {
  const folder = join(scratch, name)
  const growing = join(scratch, `${name}.growing`)
  mkdirSync(growing, { recursive: true })
  const output = new Output(folder, growing, kit, 'test')
  for (const section of sectionsOf(kit)) {
    const texts = given.map((notice) =>
      section.of({ uri: notice.source.uri, status: 'ok', notice, problems: [] }),
    )
    output.add(section.name, Buffer.from(texts.join('')), () => {})
  }
  await output.close(() => {})
  return folder
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
)

describe('laws', () => {
  test('an alphabet gives back every text, whatever sample made it', () =>
    fc.assert(
      fc.property(fc.array(anyText), fc.array(anyText), (sample, texts) => {
        const alphabet = new Alphabet(sample)
        const bytes = texts.map((text) => alphabet.encode(text))
        expect(bytes.map((b) => decode(b, alphabet.units))).toEqual(texts)
      }),
    ))

  test('an alphabet that is full still gives back every text', () => {
    const all = Array.from({ length: 65_536 }, (_, i) => String.fromCharCode(i)).join('')
    const alphabet = new Alphabet(['的'])
    expect(decode(alphabet.encode(all), alphabet.units)).toBe(all)
  })

  test('stretches cover every character once, and chosen ones are those of the chosen spans', () => {
    const span = fc.tuple(fc.nat(40), fc.nat(12)).map(([start, n]) => ({ start, end: start + n }))
    fc.assert(
      fc.property(fc.array(span), fc.array(span), fc.nat(10), fc.nat(40), (chosen, other, from, n) => {
        const to = from + n
        const made = stretches(
          from,
          to,
          chosen,
          other.map((s, item) => ({ ...s, item })),
        )
        let at = from
        for (const s of made) {
          expect(s.start).toBe(at)
          at = s.end
          for (let i = s.start; i < s.end; i++) {
            const inChosen = chosen.some((c) => c.start <= i && i < c.end)
            const inOther = other.some((c) => c.start <= i && i < c.end)
            expect(s.kind).toBe(inChosen ? 'chosen' : inOther ? 'other' : 'plain')
          }
        }
        if (n > 0) expect(at).toBe(to)
      }),
    )
  })

  test('JSON in HTML is the same value and holds no character of markup', () =>
    fc.assert(
      fc.property(fc.oneof(fc.json(), anyText, fc.constantFrom(...HOSTILE)), (text) => {
        const written = jsonForHtml({ text })
        expect(JSON.parse(written)).toEqual({ text })
        expect(written).not.toMatch(/[<>&\u2028\u2029]/)
      }),
    ))
})

test('tables travel unchanged', () => {
  const tables = collected(notices)
  for (const [name, table] of Object.entries(tables)) {
    const sent = JSON.parse(JSON.stringify(toWire(name, table)))
    const whole = JSON.parse(JSON.stringify(table))
    if (name === 'comparison') expect(whole).toMatchObject(sent)
    else expect(fromWire(name, sent), name).toEqual(whole)
  }
})

describe('filters', () => {
  const tables = collected(notices)
  const all = notices.flatMap((notice) => notice.records.map((r) => ({ ...r, notice })))
  type Fits = (r: (typeof all)[number]) => boolean
  const cases: [string, Partial<Filter>, Fits][] = [
    ['nothing', {}, () => true],
    ['a province', { region: '440000' }, (r) => r.notice.region!.code.startsWith('44')],
    ['a county', { region: '440785' }, (r) => r.notice.region!.code === '440785'],
    ['a place without notices', { region: '110000' }, () => false],
    ['from a year', { from: '2020' }, (r) => r.notice.period!.end >= '2020'],
    ['to a year', { to: '2019' }, (r) => r.notice.period!.start < '2020'],
    ['a severity', { severity: 'veto' }, (r) => r.severity === 'veto'],
    ['a category', { category: 'update.column' }, (r) => r.category === 'update.column'],
    ['a group of categories', { category: 'update' }, (r) => r.category.startsWith('update.')],
    ['a function', { unit_function: 'town' }, (r) => r.unit_function === 'town'],
    ['new media', { family: 'new_media' }, (r) => familyOf(r.subject) === 'new_media'],
    [
      'a word of a unit',
      { q: '卫生健康' },
      (r) => /卫生健康/.test(`${r.unit}${r.unit_name}${r.problem}${r.subject_name}`),
    ],
    [
      'a word of a title',
      { q: '恩平' },
      (r) => r.notice.region!.name.includes('恩平') || /恩平/.test(`${r.unit_name}`),
    ],
  ]
  for (const [name, filter, fits] of cases)
    test(name, () => {
      const { records } = select(tables, { ...NO_FILTER, ...filter })
      expect(records).toEqual(all.flatMap((r, i) => (fits(r) ? [i] : [])))
    })

  test('a filter of records keeps only the notices that have some', () => {
    const { notices: kept, records } = select(tables, { ...NO_FILTER, severity: 'veto' })
    expect(kept).toEqual([...new Set(records.map((row) => tables.records.notice[row]!))])
  })

  test('prefixes of codes', () => {
    expect(['440000', '440700', '440785', ''].map(codePrefix)).toEqual(['44', '4407', '440785', ''])
  })
})

describe('links', () => {
  const cases: [string | null, string | null][] = [
    ['https://www.gov.cn/a', 'https://www.gov.cn/a'],
    ['http://x.gov.cn', 'http://x.gov.cn/'],
    ['www.enping.gov.cn', 'http://www.enping.gov.cn/'],
    ['javascript:alert(1)', null],
    [' JavaScript:alert(1)', null],
    ['data:text/html,<b>', null],
    ['file:///etc/passwd', null],
    ['无', null],
    ['', null],
    [null, null],
  ]
  for (const [address, link] of cases) test(String(address), () => expect(webLink(address)).toBe(link))
})

describe('the address of the page', () => {
  const cases: [string, string][] = [
    ['#region=510000&severity=veto', '#region=510000&severity=veto'],
    ['#lang=en&theme=dark', '#lang=en&theme=dark'],
    ['#lang=fr&theme=<script>&nonsense=1', ''],
    [`#q=${'x'.repeat(300)}`, `#q=${'x'.repeat(200)}`],
  ]
  for (const [given, kept] of cases)
    test(given.slice(0, 40), () => expect(formatHash(parseHash(given, 'zh'), 'zh')).toBe(kept))
})

test('a message of a check has a half for each language', () => {
  expect(messageIn('zh', '合格率写作 67% (stated 67 %)')).toBe('合格率写作 67%')
  expect(messageIn('en', '合格率写作 67% (stated 67 %)')).toBe('stated 67 %')
  expect(messageIn('en', '只有一半')).toBe('只有一半')
})

describe('every code has a name in both languages', () => {
  const terms = loadTerms()
  const codes: [string, readonly string[]][] = [
    ['category', kit.tables.categories.map((r) => r.category)],
    ['category_group', kit.tables.categories.map((r) => r.category.split('.')[0]!)],
    [
      'unit_function',
      [...kit.tables.units, ...kit.tables['unit-suffixes'], ...kit.tables.zones].map((r) => r.function),
    ],
    ['subject', SUBJECTS],
    ['measure', MEASURES],
  ]
  for (const [kind, list] of codes)
    test(kind, () =>
      expect(
        [...new Set(list)].filter((code) => !terms[kind]?.[code]?.[0] || !terms[kind]?.[code]?.[1]),
      ).toEqual([]),
    )
  test('categories and functions are called as in their own tables', () => {
    const own = [
      ...kit.tables.categories.map((r) => ['category', r.category, r.zh] as const),
      ...kit.tables.functions.map((r) => ['unit_function', r.function, r.zh] as const),
    ]
    expect(own.filter(([kind, code, zh]) => terms[kind]?.[code]?.[0] !== zh)).toEqual([])
  })
})

describe('building', () => {
  test('the same folder gives the same bytes', async () => {
    const folder = await folderOf('same', notices)
    const files = []
    for (const name of ['a.html', 'b.html']) {
      await writeReport(folder, join(scratch, name), { tool: 'test' })
      files.push(readFileSync(join(scratch, name)))
    }
    expect(files[0]!.equals(files[1]!)).toBe(true)
  })

  test('hostile text stays inside its elements', async () => {
    const folder = await folderOf('hostile', notices)
    addHostile(folder)
    const path = join(scratch, 'hostile.html')
    await writeReport(folder, path, { tool: HOSTILE[0]! })
    const html = readFileSync(path, 'utf8')
    for (const h of HOSTILE.filter((h) => /[<>]/.test(h))) expect(html).not.toContain(h)
    expect(html.match(/<\/script>/g)).toHaveLength(html.match(/<script[ >]/g)!.length)
  })

  test('where texts do not fit, the first ones are in the file and the report says how many', async () => {
    const many = Array.from({ length: 80 }, (_, i) => {
      const notice = notices[i % notices.length]!
      return { ...notice, id: i.toString(16).padStart(16, '0'), text: `${i}\n${notice.text}` }
    })
    const folder = await folderOf('many', many)
    const whole = await writeReport(folder, join(scratch, 'whole.html'), { tool: 'test' })
    expect(whole).toMatchObject({ notices: 80, texts: 80 })
    const part = await writeReport(folder, join(scratch, 'part.html'), {
      tool: 'test',
      maxBytes: whole.bytes - 1000,
    })
    expect(part.texts).toBe(64)
    expect(part.bytes).toBeLessThanOrEqual(whole.bytes - 1000)
  })

  test('what is shown is what `shown` lets through', async () => {
    const folder = await folderOf('masked', notices)
    const path = join(scratch, 'masked.html')
    const seen: string[] = []
    await writeReport(folder, path, {
      tool: 'test',
      shown: (notice) => {
        seen.push(notice.id)
        return notice
      },
    })
    expect(seen).toEqual(notices.map((n) => n.id))
  })

  test('a line separator inside a string ends no line', async () => {
    const folder = await folderOf('separators', [{ ...notices[0]!, title: 'a\u2028b\u2029c\u0085d' }])
    const read = []
    for await (const { notice } of noticesOf(folder)) read.push(notice.title)
    expect(read).toEqual(['a\u2028b\u2029c\u0085d'])
  })

  const wrong: [string, (folder: string) => void, RegExp][] = [
    ['no such folder', () => {}, /no such folder/],
    ['a folder without notices', (folder) => mkdirSync(folder), /no notices\.ndjson/],
    [
      'a broken line',
      (folder) => {
        mkdirSync(folder)
        writeFileSync(join(folder, 'notices.ndjson'), '{"id":')
      },
      /notices\.ndjson:1: not JSON/,
    ],
    [
      'something else',
      (folder) => {
        mkdirSync(folder)
        writeFileSync(join(folder, 'notices.ndjson'), '[1]\n')
      },
      /notices\.ndjson:1: no notice/,
    ],
  ]
  for (const [name, make, message] of wrong)
    test(name, async () => {
      const folder = join(scratch, `wrong-${name.replaceAll(' ', '-')}`)
      make(folder)
      await expect(writeReport(folder, join(scratch, 'x.html'), { tool: 'test' })).rejects.toThrow(message)
    })

  test('the second line is named where it is the broken one', async () => {
    const folder = await folderOf('second', notices.slice(0, 1))
    appendFileSync(join(folder, 'notices.ndjson'), 'nonsense\n')
    await expect(writeReport(folder, join(scratch, 'x.html'), { tool: 'test' })).rejects.toThrow(
      /:2: not JSON/,
    )
  })
})
