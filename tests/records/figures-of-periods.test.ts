import { expect, test } from 'vitest'
import { loadKit } from '../../src/kit.ts'
import { extract } from '../../src/run/extract.ts'

const kit = loadKit('grammars/lexicon')

const read = (overview: string) => {
  const { period, metrics, records } = extract(
    `资阳市人民政府办公室

各县(区)人民政府:
2019年,市政府办公室对全市政府网站和政务新媒体进行了检查,现将情况通报如下。
一、总体情况
${overview}
二、存在的问题
市水务局网站首页超过两周未更新。“资阳审计”微信公众号连续31天未更新(市审计局)。

资阳市人民政府办公室
2020年1月13日
`,
    { kit },
  )
  return {
    period: period?.label ?? null,
    metrics: metrics.map((m) =>
      [m.subject, m.measure, m.value, m.about, m.as_of].map((v) => v ?? '-').join('|'),
    ),
    rates: records.map((r) => r.pass_rate),
  }
}

const cases: [what: string, overview: string, expected: ReturnType<typeof read>][] = [
  [
    'four quarters, of a year that is over: each figure of its own, the last for what is told',
    '一至四季度分别检查政府网站31个、34个、36个、68个,合格率依次为87.1%、91.2%、94.4%和97.1%。',
    {
      period: '2019',
      metrics: [
        ...[31, 34, 36, 68].map((v, k) => `website|checked|${v}|-|2019Q${k + 1}`),
        ...[87.1, 91.2, 94.4, 97.1].map((v, k) => `website|pass_rate|${v}|-|2019Q${k + 1}`),
      ],
      rates: [97.1, null],
    },
  ],
  [
    'quarters named one by one',
    '一至四季度共检查政府网站31个。政务新媒体三季度抽查150个,不合格11个,合格率92.7%;四季度抽查200个,不合格9个,合格率95.5%。',
    {
      period: '2019',
      metrics: [
        'website|checked|31|-|-',
        'new_media|checked|150|-|2019Q3',
        'new_media|unqualified|11|-|2019Q3',
        'new_media|pass_rate|92.7|-|2019Q3',
        'new_media|checked|200|-|2019Q4',
        'new_media|unqualified|9|-|2019Q4',
        'new_media|pass_rate|95.5|-|2019Q4',
      ],
      rates: [null, 95.5],
    },
  ],
  [
    'a quarter that is only compared with dates nothing',
    '四季度检查政府网站31个,较三季度增加5个,合格率100%。',
    {
      period: '2019Q4',
      metrics: ['website|checked|31|-|-', 'website|pass_rate|100|-|-'],
      rates: [100, null],
    },
  ],
]
test.each(cases)('%s', (_, overview, expected) => {
  expect(read(overview)).toEqual(expected)
})
