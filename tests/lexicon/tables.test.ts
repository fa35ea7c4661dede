import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { loadKit } from '../../src/kit.ts'
import { loadTables } from '../../src/lexicon/tables.ts'
import { classify, termsIn } from '../../src/resolve/category.ts'
import { Hits } from '../../src/resolve/hits.ts'
import { sentences } from '../../src/resolve/sentence.ts'

const FOLDER = 'grammars/lexicon'
const kit = loadKit(FOLDER)

/** Categories that a sentence states, read for either kind of subject. */
function categoriesOf(text: string): Set<string> {
  const hits = new Hits(text, kit)
  const out = new Set<string>()
  for (const about of ['media', 'site', null] as const) {
    const terms = new Set<number>()
    for (const s of sentences(text, 0, text.length))
      for (const clause of s.clauses) {
        const found = termsIn(text, hits, clause.start, clause.end, () => false)
        for (const f of found) terms.add(f.term)
        for (const c of classify(found, { about, terms }, kit)) out.add(c.category)
      }
  }
  return out
}

describe('every cue row yields its category on its own example', () => {
  for (const row of kit.tables.cues)
    test(`cues.tsv:${row.line} ${row.category} «${row.example}»`, () =>
      expect([...categoriesOf(row.example)]).toContain(row.category))
})

describe('every category has a cue', () => {
  const cued = new Set(kit.tables.cues.map((c) => c.category))
  for (const row of kit.tables.categories)
    if (row.category !== 'other') test(row.category, () => expect(cued.has(row.category)).toBe(true))
})

test('at least 90 unit functions, each code written once as its own', () => {
  const codes = new Set(
    [...kit.tables.units, ...kit.tables['unit-suffixes'], ...kit.tables.zones].map((r) => r.function),
  )
  expect(codes.size).toBeGreaterThanOrEqual(90)
  const called = kit.tables.functions.map((r) => r.function)
  expect([...codes].filter((code) => !called.includes(code))).toEqual([])
  expect(new Set(called).size).toBe(called.length)
})

describe('a wrong row is named by file, line and column', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongbao-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const spoil = (file: string, change: (text: string) => string) => {
    cpSync(FOLDER, folder, { recursive: true })
    writeFileSync(join(folder, file), change(readFileSync(join(FOLDER, file), 'utf8')))
  }
  const cases: [string, string, (t: string) => string, RegExp][] = [
    [
      'an unknown value',
      'headings.tsv',
      (t) => `${t}杂项\tnonsense\n`,
      /headings\.tsv:\d+: column «role» is «nonsense»/,
    ],
    ['too many cells', 'topics.tsv', (t) => `${t}甲\tdisclosure.other\t多余\n`, /topics\.tsv:\d+: 3 cells/],
    ['an empty cell', 'subjects.tsv', (t) => `${t}\twebsite\tsite\n`, /subjects\.tsv:\d+: column «word»/],
    [
      'no such column',
      'topics.tsv',
      (t) => t.replace('word\tcategory', 'wort\tcategory'),
      /topics\.tsv:\d+: no column «word»/,
    ],
    [
      'a category nobody has',
      'cues.tsv',
      (t) => `${t}update.nonsense\t某词\t某词\n`,
      /cues\.tsv:\d+: column «category» is «update\.nonsense»/,
    ],
    [
      'a class nobody has',
      'cues.tsv',
      (t) => `${t}update.column\t@nonsense\t某词\n`,
      /cues\.tsv:\d+: column «pattern» is «@nonsense»/,
    ],
  ]
  for (const [name, file, change, message] of cases)
    test(name, () => {
      spoil(file, change)
      expect(() => loadKit(folder)).toThrow(message)
    })
})

test('regions.tsv is what the data packages give', () => {
  expect(() => execFileSync(process.execPath, ['build/regions.mjs', '--check'])).not.toThrow()
})

describe('places by name, code and date', () => {
  const cases: [string, string | null, string, string][] = [
    ['恩平市', null, '440785', '广东省江门市恩平市'],
    ['密云县', '2014-05-01', '110228', '北京市密云县'],
    ['密云区', '2020-02-01', '110118', '北京市密云区'],
    ['监利县', '2019-03-01', '421023', '湖北省荆州市监利县'],
    ['监利市', '2021-03-01', '421088', '湖北省荆州市监利市'],
    ['崇川区', '2019-01-01', '320602', '江苏省南通市崇川区'],
    ['崇川区', '2022-01-01', '320613', '江苏省南通市崇川区'],
    ['海北州', null, '632200', '青海省海北藏族自治州'],
    ['大通县', null, '630121', '青海省西宁市大通回族土族自治县'],
    ['内蒙古', null, '150000', '内蒙古自治区'],
    ['莱芜区', '2022-01-01', '370116', '山东省济南市莱芜区'],
    ['仙桃市', null, '429004', '湖北省仙桃市'],
  ]
  for (const [name, date, code, path] of cases)
    test(`${name} ${date ?? ''}`, () => {
      const region = kit.regions.named(name, date)[0]!
      expect([region.code, kit.regions.path(region.code, date)]).toEqual([code, path])
    })
})

test('tables load by themselves', () => {
  expect(Object.values(loadTables(FOLDER)).every((rows) => rows.length > 0)).toBe(true)
})
