import { expect, test } from 'vitest'
import { inShort, ONE, tableOf } from './table-parts.ts'
import { layoutAt, read } from './table-reading.ts'

// Each wording of a verdict and of a date, in cells under each header, in some layout.

const BAD = 'unqualified'
const GOOD = 'qualified'
const verdicts: [head: string, cells: [string, string][]][] = [
  [
    '检查结果',
    [
      ['不合格', BAD],
      ['合格', GOOD],
      ['不合格(单项否决)', BAD],
    ],
  ],
  [
    '是否合格',
    [
      ['否', BAD],
      ['是', GOOD],
      ['否', BAD],
    ],
  ],
  [
    '是否达标',
    [
      ['×', BAD],
      ['√', GOOD],
      ['×', BAD],
    ],
  ],
  [
    '检查结论',
    [
      ['不通过', BAD],
      ['通过', GOOD],
      ['未通过', BAD],
    ],
  ],
  [
    '合格/不合格',
    [
      ['未达标', BAD],
      ['达标', GOOD],
      ['单项否决', BAD],
    ],
  ],
  [
    '综合评价',
    [
      ['良好', '-'],
      ['不合格', BAD],
      ['一般', '-'],
    ],
  ],
]
test.each(verdicts.map(([head, cells], k) => [head, cells, k] as const))(
  'a verdict under «%s»',
  (head, cells, k) => {
    const { table, told } = tableOf(inShort, ONE.site, { verdict: head }, [{ column: 'verdict', cells }])
    for (const n of [k, k + 6, k + 12]) expect(read(layoutAt(n), table, ['verdict'])).toEqual(told)
  },
)

const dates: [head: string, cells: [string, string][]][] = [
  [
    '整改时限',
    [
      ['2021年5月20日前', '2021-05-20'],
      ['5月25日', '2021-05-25'],
      ['5月底前', '2021-05-31'],
    ],
  ],
  [
    '完成时限',
    [
      ['2021.5.20', '2021-05-20'],
      ['2021-05-25', '2021-05-25'],
      ['2021/5/31', '2021-05-31'],
    ],
  ],
  [
    '整改截止日期',
    [
      ['5.20', '2021-05-20'],
      ['5.25', '2021-05-25'],
      ['5.31', '2021-05-31'],
    ],
  ],
  [
    '要求完成时间',
    [
      ['立即整改', '-'],
      ['已整改', '-'],
      ['5月31日前', '2021-05-31'],
    ],
  ],
  [
    '时限要求',
    [
      ['通报印发之日起5个工作日内', '2021-04-19'],
      ['5月25日前', '2021-05-25'],
      ['已完成整改', '-'],
    ],
  ],
]
test.each(dates.map(([head, cells], k) => [head, cells, k] as const))(
  'a date under «%s»',
  (head, cells, k) => {
    const { table, told } = tableOf(inShort, ONE.site, { deadline: head }, [{ column: 'deadline', cells }])
    for (const n of [k * 3, k * 3 + 8]) expect(read(layoutAt(n), table, ['deadline'])).toEqual(told)
  },
)
