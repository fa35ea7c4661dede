import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadKit } from '../../src/kit.ts'
import { normalize } from '../../src/normalize/normalize.ts'
import { plainPlaces } from '../../src/resolve/plain-places.ts'
import { plainMentions } from '../../src/run/plain.ts'

const kit = loadKit('grammars/lexicon')
const TODAY = '2024-05-01'

/** Rows of a table of cases; the first line that is no comment names the columns. */
function rows(path: string): { line: number; cells: string[] }[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((row, i) => ({ line: i + 1, row }))
    .filter(({ row }) => row !== '' && !row.startsWith('#') && !row.startsWith('text\t'))
    .map(({ line, row }) => ({ line, cells: row.split('\t') }))
}

/** What is found in a text, with the words of the source that it stands on. */
function found(text: string, today: string | null = TODAY) {
  const normalized = normalize(text, kit)
  return plainMentions(normalized.text, today, kit).map((m) => {
    const at = normalized.map.toSource(m.start, m.end)
    return { ...m, text: text.slice(at.start, at.end) }
  })
}

const cases = rows('grammars/plain/cases.tsv')

test('the table is large enough to mean something', () => expect(cases.length).toBeGreaterThanOrEqual(200))

describe('times, figures and shares of plain sentences', () => {
  for (const { line, cells } of cases) {
    const [text = '', span = '', kind = '', value = '', resolved = ''] = cells
    test(`${line} «${text}»`, () => {
      const all = found(text)
      const said = all.map((m) => `${m.kind} «${m.text}»`).join(', ') || 'nothing'
      if (span === '') {
        expect(said).toBe('nothing')
        return
      }
      expect(said).toBe(`${kind} «${span}»`)
      const [m] = all
      expect(m!.value).toEqual(JSON.parse(value))
      const [start, end = start] = resolved.split('…')
      expect(m!.resolved).toEqual(resolved === '' ? null : { start, end })
    })
  }
})

describe('without a reference date', () => {
  const open: [string, string | null, boolean][] = [
    ['昨天', null, true],
    ['三天前', '-P3D', true],
    ['3月5日', '--03-05', true],
    ['15日', '---15', true],
    ['上午九点半', 'T09:30', true],
    ['国庆节', null, true],
    ['2024年5月1日', '2024-05-01', false],
    ['2024年5月1日9:30', '2024-05-01T09:30', false],
    ['2021年中秋节', '2021-09-21', false],
    ['三个月', 'P3M', false],
  ]
  for (const [text, value, waits] of open)
    test(text, () => {
      const [m] = found(text, null)
      expect(m!.value).toBe(value)
      expect(m!.reason !== undefined && m!.resolved === null).toBe(waits)
    })
})

test('ends of ranges, sides of figures and what is counted', () => {
  const told = (text: string) => {
    const { to, operator, unit } = found(text)[0]!
    return [to ?? null, operator ?? null, unit ?? null]
  }
  expect([
    told('七八个人'),
    told('5到8个'),
    told('约30家'),
    told('超过五百人'),
    told('10以上'),
    told('近九成'),
    told('两成多'),
    told('一两百家'),
    told('不足30%'),
    told('80-90%'),
    told('两个百分点'),
    told('八折'),
    told('30多万元'),
    told('≥90分'),
    told('小于 或 等于25'),
    told('< 60'),
    told('第三到第六名'),
    told('第10和第15之间'),
  ]).toEqual([
    [8, '=', '个'],
    [8, '=', '个'],
    [null, '~', '家'],
    [null, '>', '人'],
    [null, '>=', null],
    [null, '~', 'share'],
    [null, '>', 'share'],
    [200, '=', '家'],
    [null, '<', 'share'],
    [0.9, '=', 'share'],
    [null, '=', 'points'],
    [null, '=', 'discount'],
    [null, '>', '元'],
    [null, '>=', '分'],
    [null, '<=', null],
    [null, '<', null],
    [6, null, null],
    [15, null, null],
  ])
})

describe('counted from a time of a day', () => {
  const clocked: [string, string, string, string][] = [
    ['2024-05-01T14:20', '三小时前', '2024-05-01T11:20', ''],
    ['2024-05-01T14:20', '40分钟后', '2024-05-01T15:00', ''],
    ['2024-05-01T14:20', '15秒钟之前', '2024-05-01T14:19:45', ''],
    ['2024-05-01T23:50:30', '半小时后', '2024-05-02T00:20:30', ''],
    ['2024-05-01T14:20', '两小时内', '2024-05-01T14:20', '2024-05-01T16:20'],
    ['2024-05-01T14:20', '过去十分钟', '2024-05-01T14:10', '2024-05-01T14:20'],
    ['2024-05-01T14:20', '未来36小时', '2024-05-01T14:20', '2024-05-03T02:20'],
    ['2024-05-01T14:20', '一天两小时后', '2024-05-02T16:20', ''],
    ['2024-05-01T14:20', '现在', '2024-05-01T14:20', ''],
    ['2024-05-01T14:20', '现在到六点', '2024-05-01T14:20', '2024-05-01T18:00'],
    ['2024-05-01T14:20', '上个小时', '2024-05-01T13:20', '2024-05-01T14:20'],
    ['2024-05-01T08:00', '现在到六点', '2024-05-01T08:00', '2024-05-01T18:00'],
    ['2023-02-10T08:00', '30日', '2023-03-30', ''],
    ['2024-05-01T14:20', '三天前', '2024-04-28', ''],
    ['2024-05-01T14:20', '五天后的8点半', '2024-05-06T08:30', ''],
  ]
  for (const [now, text, start, end] of clocked)
    test(`${text} at ${now}`, () => {
      const [m] = found(text, now)
      expect(m!.text).toBe(text)
      expect(m!.resolved).toEqual({ start, end: end || start })
    })
  test('a day alone does not tell hours', () => {
    const [m] = found('三小时前')
    expect([m!.value, m!.resolved, m!.reason]).toEqual(['-PT3H', null, expect.stringMatching('time of day')])
  })
})

test('on which side of a time, and of a length', () => {
  const side = (text: string) => found(text).map((m) => m.bound ?? m.operator ?? null)
  expect(
    Object.fromEntries(
      [
        '2019年以前',
        '6月8日之前',
        '7月后',
        '今年内',
        '自2017年推行',
        '自从去年',
        '2021年起执行',
        '2022年开始',
        '截至3月',
        '截止到5月2日',
        '2018年以来',
        '去年三月',
        '五年以上',
        '不超过三天',
        '三天内',
      ].map((text) => [text, side(text)]),
    ),
  ).toEqual({
    '2019年以前': ['before'],
    '6月8日之前': ['before'],
    '7月后': ['after'],
    今年内: ['within'],
    自2017年推行: ['since'],
    自从去年: ['since'],
    '2021年起执行': ['since'],
    '2022年开始': ['since'],
    截至3月: ['until'],
    截止到5月2日: ['until'],
    '2018年以来': ['since'],
    去年三月: [null],
    五年以上: ['>='],
    不超过三天: ['<='],
    三天内: [null],
  })
})

test('a list says its year and month once', () => {
  const days = (text: string) => found(text).map((m) => m.value)
  expect([
    days('6月5号、7号和9号'),
    days('2021年3月和5月'),
    days('去年6月3日,8日'),
    days('6月5号。7号'),
    days('每月5号和20号'),
    days('每周一、周四下午三点'),
    days('每周一和5月6日'),
  ]).toEqual([
    ['2024-06-05', '2024-06-07', '2024-06-09'],
    ['2021-03', '2021-05'],
    ['2023-06-03', '2023-06-08'],
    ['2024-06-05', '2024-05-07'],
    ['R/P1M@---05', 'R/P1M@---20'],
    ['R/P1W@W1', 'R/P1W@W4T15:00'],
    ['R/P1W@W1', '2024-05-06'],
  ])
})

test('a range says its magnitude once', () => {
  const ends = (text: string) => {
    const { value, to } = found(text)[0]!
    return [value, to]
  }
  expect([
    ends('5到9万'),
    ends('两到三千'),
    ends('三十至五十万'),
    ends('1500到2万'),
    ends('8千到1万'),
    ends('40和60之间'),
    ends('6万元(含)-9万元'),
    ends('六七亿'),
  ]).toEqual([
    [50000, 90000],
    [2000, 3000],
    [300000, 500000],
    [1500, 20000],
    [8000, 10000],
    [40, 60],
    [60000, 90000],
    [600000000, 700000000],
  ])
})

test('several in one sentence, by position', () => {
  expect(
    found('去年三季度全市120个网站中有近九成合格,比上年提高3.2个百分点,第二名有七八家').map(
      (m) => `${m.kind} ${m.text}`,
    ),
  ).toEqual([
    'period 去年三季度',
    'number 120',
    'ratio 九成',
    'period 上年',
    'ratio 3.2个百分点',
    'ordinal 第二',
    'number 七八',
  ])
})

test('whatever is written, spans lie in the text, in order and apart', () => {
  const pieces = fc.constantFrom(
    ...'零一两十百万亿年月日号上下半每近前后第成折点时分到至-—().,%0123456789今去周末底初京津区县市路A '.split(
      '',
    ),
    '星期',
    '季度',
    '分之',
    '北京',
    '百分之',
    '工作日',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = parts.join('')
      for (const all of [plainMentions(text, TODAY, kit), plainPlaces(text, TODAY, kit)]) {
        let from = 0
        for (const m of all) {
          expect(m.start).toBeGreaterThanOrEqual(from)
          expect(m.end).toBeGreaterThan(m.start)
          from = m.end
        }
        expect(from).toBeLessThanOrEqual(text.length)
      }
    }),
    {
      numRuns: 300,
      examples: [
        [['亿', '周', '前']],
        [['百万亿', '年', '前']],
        [['9', '9', '9', '9', '9', '9', '月', '后']],
      ],
    },
  )
})

describe('every festival on its own example', () => {
  for (const row of kit.tables.festivals)
    test(`festivals.tsv:${row.line} ${row.name}`, () => {
      const year = Number(row.date.slice(0, 4)) - (row.calendar === 'lunar' && row.month === 12 ? 1 : 0)
      expect(found(row.example, `${year}-06-30`).map((m) => m.value)).toContain(row.date)
    })
})

describe('places of plain sentences', () => {
  for (const { line, cells } of rows('tests/parse/places.tsv')) {
    const [text = '', span = '', code = '', name = ''] = cells
    test(`${line} «${text}»`, () => {
      const all = plainPlaces(text, null, kit)
      expect(all.map((p) => text.slice(p.start, p.end)).join(' ')).toBe(span)
      if (span !== '') {
        expect(all.map((p) => p.code ?? '?').join(' ')).toBe(code)
        expect(all.map((p) => p.name ?? (p.candidates ?? []).map((c) => c.name).join('|')).join(' ')).toBe(
          name,
        )
      }
    })
  }
})

describe('every other name of a place on its own example', () => {
  for (const row of kit.tables['region-aliases']) {
    test(`region-aliases.tsv:${row.line} ${row.alias}`, () => {
      expect(kit.regions.everNamed(row.name).some((r) => r.code === row.code)).toBe(true)
      const codes = plainPlaces(row.example, null, kit).flatMap((p) => [
        p.code,
        ...(p.candidates ?? []).map((c) => c.code),
      ])
      expect(codes).toContain(row.code)
    })
    if (row.counter !== '')
      test(`region-aliases.tsv:${row.line} not «${row.counter}»`, () =>
        expect(plainPlaces(row.counter, null, kit).map((p) => p.code)).not.toContain(row.code))
  }
})
