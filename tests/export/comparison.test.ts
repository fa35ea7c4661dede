import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare } from '../../src/export/comparison.ts'
import { loadKit } from '../../src/kit.ts'
import type { Metric, Notice } from '../../src/records/schema.ts'
import { metric, notice, quarter, record } from './notices.ts'

const kit = loadKit('grammars/lexicon')
const rowsOf = (...notices: Notice[]) => compare(notices, kit).comparison.rows

const MIANYANG = { code: '510700', name: '四川省绵阳市', level: 'city' as const }
const PINGWU = { code: '510727', name: '四川省绵阳市平武县', level: 'county' as const }
const BEICHUAN = { code: '510726', name: '四川省绵阳市北川羌族自治县', level: 'county' as const }
const counts = (checked: number, unqualified: number, over: Partial<Metric> = {}) => [
  metric('total', checked, over),
  metric('checked', checked, over),
  metric('unqualified', unqualified, over),
]

describe('the figures of a row and what is said of them', () => {
  const cases: { name: string; metrics: Metric[]; row: object; over?: Partial<Notice> }[] = [
    {
      name: 'a rate that its counts make',
      metrics: [...counts(10, 2), metric('pass_rate', 80)],
      row: {
        checked: 10,
        unqualified: 2,
        pass_rate: 80,
        pass_rate_recomputed: 80,
        comparable: true,
        why_not: [],
      },
    },
    {
      name: 'counts alone give a rate, which is said to be computed',
      metrics: counts(8, 1),
      row: { pass_rate: null, pass_rate_recomputed: 87.5, comparable: true, notes: ['rate_only_recomputed'] },
    },
    {
      name: 'a rate alone has no denominator',
      metrics: [metric('pass_rate', 90)],
      row: {
        pass_rate: 90,
        pass_rate_recomputed: null,
        comparable: false,
        why_not: ['number_checked_not_stated'],
        notes: ['coverage_not_stated'],
      },
    },
    {
      name: 'a sample, its share computed where it is not stated',
      metrics: [
        metric('total', 100),
        metric('checked', 30),
        metric('unqualified', 3),
        metric('pass_rate', 90),
      ],
      row: { coverage_rate: null, coverage_recomputed: 30, why_not: ['sample_of_30_percent'] },
    },
    {
      name: 'a rate of all in operation, though fewer were checked',
      metrics: [
        metric('total', 100),
        metric('checked', 50),
        metric('unqualified', 5),
        metric('qualified', 45),
        metric('pass_rate', 45),
      ],
      row: { why_not: ['rate_is_of_total_not_of_checked', 'sample_of_50_percent'] },
    },
    {
      name: 'of several figures, those that make a rate, the whole before its parts',
      metrics: [
        metric('checked', 9),
        metric('checked', 55),
        metric('qualified', 8),
        metric('qualified', 50),
        metric('pass_rate', 90.9),
        metric('pass_rate', 88.9),
      ],
      row: {
        checked: 55,
        qualified: 50,
        pass_rate: 90.9,
        why_not: ['several_rates_stated: 90.9, 88.9'],
      },
    },
    {
      name: 'several figures that make no rate are in doubt',
      metrics: [metric('checked', 20), metric('checked', 21), metric('unqualified', 1)],
      row: { checked: 20, why_not: ['several_values_of_checked: 20, 21'] },
    },
    {
      name: 'counts that do not add up',
      metrics: [metric('checked', 10), metric('qualified', 7), metric('unqualified', 2)],
      row: { why_not: ['counts_do_not_add_up'] },
    },
    {
      name: 'more unqualified than checked give no rate',
      metrics: [metric('checked', 2), metric('unqualified', 5)],
      row: { pass_rate_recomputed: null, comparable: false },
    },
    {
      name: 'at most, at least and about are no figures',
      metrics: [metric('pass_rate', 90, { operator: '>=' }), metric('checked', 4)],
      row: { pass_rate: null, why_not: ['no_rate_stated'] },
    },
    {
      name: 'a self-report',
      metrics: [...counts(10, 0), metric('pass_rate', 100)],
      over: { genre: 'self_report' },
      row: { comparable: false, why_not: ['self_reported'] },
    },
    {
      name: 'a rate that a check found wrong',
      metrics: [...counts(53, 18), metric('pass_rate', 67)],
      over: {
        checks: [
          {
            code: 'rate_mismatch',
            severity: 'warning',
            message: '',
            expected: null,
            actual: null,
            evidence: [{ start: 0, end: 1, quote: '一', where: '' }],
          },
        ],
      },
      row: { pass_rate: 67, pass_rate_recomputed: 66.04, why_not: ['rate_does_not_fit_its_counts'] },
    },
    {
      name: 'no period',
      metrics: counts(10, 1),
      over: { period: null },
      row: { period: null, why_not: ['period_not_stated'] },
    },
    {
      name: 'a numbered round',
      metrics: [...counts(10, 1), metric('pass_rate', 90)],
      over: { period: { label: '2025#5', start: '2025-05-01', end: '2025-05-31' } },
      row: { comparable: true, notes: ['round_numbers_are_local'] },
    },
  ]
  for (const { name, metrics, row, over } of cases)
    test(name, () =>
      expect(rowsOf(notice({ region: MIANYANG, period: quarter(1), metrics, ...over }))).toMatchObject([row]),
    )
})

describe('several notices about one region and period', () => {
  const said = (over: Partial<Notice> & { duplicate_of?: string }, checked: number, bad: number) =>
    notice({
      region: PINGWU,
      period: quarter(1),
      metrics: counts(checked, bad),
      records: [record()],
      ...over,
    })

  test('figures are never mixed: the inspection goes before the self-report', () => {
    const inspection = said({}, 10, 2)
    const own = said({ genre: 'self_report' }, 11, 0)
    for (const order of [
      [inspection, own],
      [own, inspection],
    ])
      expect(rowsOf(...order)).toMatchObject([
        {
          checked: 10,
          unqualified: 2,
          records: 2,
          why_not: ['notices_differ_in_checked: 10, 11', 'notices_differ_in_unqualified: 2, 0'],
          from: { checked: { [inspection.id]: [2] } },
        },
      ])
  })

  test('a copy counts once, and is named', () => {
    const first = said({}, 10, 2)
    const mirror = said({ duplicate_of: first.id }, 10, 2)
    const again = { ...first, source: { ...first.source, uri: 'again.txt' } }
    expect(rowsOf(first, mirror, again)).toMatchObject([
      {
        records: 1,
        notices: [first.id],
        comparable: true,
        notes: [`copy_left_out: ${mirror.source.uri}`, 'copy_left_out: again.txt', 'rate_only_recomputed'],
      },
    ])
  })

  test('what a city says of a county is the county’s row until the county says it itself', () => {
    const city = notice({
      region: MIANYANG,
      period: quarter(1),
      metrics: [
        ...counts(30, 3),
        ...counts(10, 1, { about: '平武县' }),
        ...counts(5, 0, { about: '市直部门' }),
      ],
    })
    expect(rowsOf(city)).toMatchObject([
      { region_code: '510700', checked: 30, notes: ['rate_only_recomputed'] },
      {
        region_code: '510727',
        region: PINGWU.name,
        checked: 10,
        own_notice: false,
        notes: ['figures_stated_by: 510700', 'rate_only_recomputed'],
      },
    ])
    expect(rowsOf(city, said({}, 12, 1))[1]).toMatchObject({
      region_code: '510727',
      checked: 12,
      own_notice: true,
    })
  })

  test('a place of that name outside the region is none of its parts', () => {
    const city = notice({ region: MIANYANG, period: quarter(1), metrics: counts(10, 1, { about: '恩平市' }) })
    expect(rowsOf(city)).toEqual([])
  })
})

describe('every cell leads to what stands behind it', () => {
  const seen = notice({
    region: PINGWU,
    period: quarter(1),
    metrics: [...counts(10, 2), metric('pass_rate', 80)],
    records: [
      record(),
      record({ subject: 'wechat', category: 'update.account' }),
      record({ category: 'content.wording', severity: 'deduction' }),
    ],
  })
  test('figures to metrics, counts to records', () => {
    const [newMedia, website] = rowsOf(seen)
    expect(website).toMatchObject({
      subject: 'website',
      records: 2,
      by_severity: { veto: 1, deduction: 1, management: 0 },
      by_category: { 'update.column': 1, 'content.wording': 1 },
      from: {
        total: { [seen.id]: [1] },
        checked: { [seen.id]: [2] },
        unqualified: { [seen.id]: [3] },
        pass_rate: { [seen.id]: [4] },
        records: { [seen.id]: [1, 3] },
      },
    })
    expect(newMedia).toMatchObject({
      subject: 'new_media',
      records: 1,
      from: { records: { [seen.id]: [2] } },
    })
  })
})

describe('roll-ups sum only what is comparable, and say what is in', () => {
  const county = (region: Notice['region'], checked: number, bad: number, over: Partial<Notice> = {}) =>
    notice({ region, period: quarter(1), metrics: counts(checked, bad), records: [record()], ...over })
  const rollupsOf = (...notices: Notice[]) => compare(notices, kit).comparison.rollups

  test('two counties of nine into the city, and into the province', () => {
    const rows = rollupsOf(county(PINGWU, 10, 1), county(BEICHUAN, 20, 5))
    expect(rows).toMatchObject([
      {
        region_code: '510000',
        part_level: 'county',
        parts_reported: 2,
        parts_in: ['510726', '510727'],
        checked: 30,
      },
      {
        region_code: '510700',
        region: '四川省绵阳市',
        part_level: 'county',
        parts: 9,
        parts_reported: 2,
        parts_in: ['510726', '510727'],
        parts_out: [],
        checked: 30,
        qualified: 24,
        unqualified: 6,
        pass_rate: 80,
        lowest: { region_code: '510726', pass_rate: 75 },
        highest: { region_code: '510727', pass_rate: 90 },
        own_checked: null,
        own_pass_rate: null,
        records: 2,
        veto: 2,
      },
    ])
  })
  test('a self-report is out, and why', () => {
    const rows = rollupsOf(county(PINGWU, 10, 1), county(BEICHUAN, 20, 5, { genre: 'self_report' }))
    expect(rows[1]).toMatchObject({
      parts_in: ['510727'],
      parts_out: [{ region_code: '510726', why: ['self_reported'] }],
      checked: 10,
      pass_rate: 90,
    })
  })
  test('none comparable: no rate, not zero', () => {
    const rows = rollupsOf(
      county(PINGWU, 10, 1, { genre: 'self_report' }),
      county(BEICHUAN, 20, 5, { genre: 'self_report' }),
    )
    expect(rows[1]).toMatchObject({ parts_in: [], checked: null, pass_rate: null, lowest: null })
  })
  test('other periods, other subjects and numbered rounds are not added', () => {
    const round = { label: '2021#1', start: '2021-01-01', end: '2021-03-31' }
    expect(rollupsOf(county(PINGWU, 10, 1), county(BEICHUAN, 20, 5, { period: quarter(2) }))).toEqual([])
    expect(
      rollupsOf(county(PINGWU, 10, 1, { period: round }), county(BEICHUAN, 20, 5, { period: round })),
    ).toEqual([])
  })
})

describe('trends', () => {
  const in2021 = (n: 1 | 2 | 3 | 4, metrics: Metric[], over: Partial<Notice> = {}) =>
    notice({ region: PINGWU, period: quarter(n), metrics, records: [record()], ...over })
  const trendsOf = (...notices: Notice[]) => compare(notices, kit).comparison.trends

  test('in order of time, with the change where both are comparable', () => {
    const rate = (value: number, change: Metric['change'] = null) => [
      ...counts(10, 10 - value / 10),
      metric('pass_rate', value, { change }),
    ]
    const rows = trendsOf(
      in2021(4, rate(100, { value: 10, unit: 'points_of_percent', against: 'previous_quarter' })),
      in2021(1, rate(80)),
      in2021(2, rate(90), { genre: 'self_report' }),
    )
    expect(rows).toMatchObject([
      { period: '2021Q1', previous: null, steps: null, pass_rate: 80, pass_rate_change: null },
      { period: '2021Q2', previous: '2021Q1', steps: 1, comparable: false, pass_rate_change: null },
      { period: '2021Q4', previous: '2021Q2', steps: 2, pass_rate_change: null, change_stated: 10 },
    ])
    expect(trendsOf(in2021(1, rate(80)), in2021(2, rate(90)))[1]).toMatchObject({
      pass_rate_change: 10,
      records_change: 0,
    })
  })
  test('one period is no trend; nor are a year and a quarter', () => {
    const year = { label: '2021', start: '2021-01-01', end: '2021-12-31' }
    expect(trendsOf(in2021(1, counts(5, 1)))).toEqual([])
    expect(trendsOf(in2021(1, counts(5, 1)), in2021(2, counts(5, 1), { period: year }))).toEqual([])
  })
})

test('unit functions: by the region of the unit, else of the notice', () => {
  const city = notice({
    region: MIANYANG,
    period: quarter(1),
    records: [
      record(),
      record({ unit_name: '某市教育局', category: 'update.column' }),
      record({ unit_region_code: '510727', unit_name: '平武县教育局' }),
      record({ unit_function: null }),
    ],
  })
  expect(compare([city], kit).functions.rows).toMatchObject([
    {
      unit_function: 'education',
      unit_function_zh: '教育',
      region_code: '510700',
      records: 2,
      units: 1,
      from: { records: { [city.id]: [1, 2] } },
    },
    { region_code: '510727', region: PINGWU.name, records: 1, from: { records: { [city.id]: [3] } } },
  ])
})

test('laws: rates lie in 0..100, sums are those of the parts in, every count has its sources, order does not matter', () => {
  const codes = kit.regions.partsOf('510700', 'county', '2021-03-31').map((r) => r.code)
  const figures = fc.record({
    code: fc.constantFrom(...codes),
    n: fc.constantFrom(1 as const, 2 as const),
    checked: fc.nat(20),
    bad: fc.nat(25),
    rate: fc.option(fc.nat(100)),
    records: fc.nat(4),
    self: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(figures, { maxLength: 12 }), fc.nat(), (all, turn) => {
      const notices = all.map((f) =>
        notice({
          region: { code: f.code, name: kit.regions.path(f.code, null), level: 'county' },
          period: quarter(f.n),
          genre: f.self ? 'self_report' : 'circular',
          metrics: [...counts(f.checked, f.bad), ...(f.rate === null ? [] : [metric('pass_rate', f.rate)])],
          records: Array.from({ length: f.records }, () => record()),
        }),
      )
      const { comparison, functions } = compare(notices, kit)
      for (const row of comparison.rows) {
        for (const rate of [row.pass_rate_recomputed, row.coverage_recomputed])
          if (rate !== null) expect(rate >= 0 && rate <= 100).toBe(true)
        expect(Object.values(row.from.records ?? {}).flat()).toHaveLength(row.records)
        expect(row.comparable).toBe(row.why_not.length === 0)
      }
      for (const rollup of comparison.rollups) {
        const inside = comparison.rows.filter(
          (r) =>
            rollup.parts_in.includes(r.region_code!) &&
            r.period === rollup.period &&
            r.subject === rollup.subject,
        )
        expect(inside.every((r) => r.comparable)).toBe(true)
        expect(rollup.checked ?? 0).toBe(inside.reduce((n, r) => n + r.checked!, 0))
        expect(rollup.parts_in.length + rollup.parts_out.length).toBe(rollup.parts_reported)
      }
      expect(functions.rows.reduce((n, r) => n + r.records, 0)).toBe(all.reduce((n, f) => n + f.records, 0))
      const turned = [
        ...notices.slice(turn % (notices.length + 1)),
        ...notices.slice(0, turn % (notices.length + 1)),
      ]
      const figuresOf = (r: (typeof comparison.rows)[number]) => [
        r.region_code,
        r.period,
        r.checked,
        r.unqualified,
        r.pass_rate,
      ]
      expect(compare(turned, kit).comparison.rows.map(figuresOf)).toEqual(comparison.rows.map(figuresOf))
    }),
    { numRuns: 60 },
  )
})
