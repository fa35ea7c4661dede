import { expect, test } from 'vitest'
import { extract } from '../../src/run/extract.ts'
import { type Layout, layouts, notice } from './table-layouts.ts'
import { BLANK, HOME, kit, LINKS, layoutAt, PINGJIANG, read, WORDING } from './table-reading.ts'

// Tables with a column for each thing that is looked at, with marks or counts in them, and tables of figures.

const UNITS = ['市教育局', '市水利局', '平江县人民政府']
const NAMES = ['岳阳市教育局', '岳阳市水利局', PINGJIANG]
const BAD_THINGS: [string, string][] = [
  ['首页不更新', HOME],
  ['空白栏目', BLANK],
  ['错别字', WORDING],
  ['错链断链', LINKS],
]
const GOOD_THINGS: [string, string][] = [
  ['首页更新及时', HOME],
  ['无空白栏目', BLANK],
  ['无错别字', WORDING],
  ['链接可用', LINKS],
]
const THINGS: [string, string][] = [
  ['首页更新', HOME],
  ['栏目更新', 'update.column'],
  ['链接', LINKS],
]
const ASKED: [string, string][] = [
  ['首页是否更新', HOME],
  ['栏目是否及时更新', 'update.column'],
  ['链接是否可用', LINKS],
]
const ASKED_BAD: [string, string][] = [
  ['是否存在空白栏目', BLANK],
  ['是否存在错别字', WORDING],
  ['是否存在死链', LINKS],
]
const COUNTED: [string, string][] = [
  ['错别字(处)', WORDING],
  ['空白栏目数', BLANK],
  ['死链(个)', LINKS],
]
const checked: [words: string, heads: [string, string][], failed: string, else_: string][] = [
  ['√ what is wrong', BAD_THINGS, '√', ''],
  ['● what is wrong', BAD_THINGS, '●', ''],
  ['有/无 of what is wrong', BAD_THINGS, '有', '无'],
  ['√/× of what is wrong', BAD_THINGS, '√', '×'],
  ['√/× of what is right', GOOD_THINGS, '×', '√'],
  ['合格/不合格 of what is right', GOOD_THINGS, '不合格', '合格'],
  ['√/× of things', THINGS, '×', '√'],
  ['正常/不正常 of things', THINGS, '不正常', '正常'],
  ['是/否 to whether it is right', ASKED, '否', '是'],
  ['是/否 to whether it is wrong', ASKED_BAD, '是', '否'],
  ['counts', COUNTED, '3', '0'],
  ['counts, blank for none', COUNTED, '12', ''],
  ['counts in units', BAD_THINGS, '3处', '无'],
]
test.each(checked.map(([words, ...rest], k) => [words, k, ...rest] as const))(
  'a column for each: %s',
  (_, k, things, failed, otherwise) => {
    const fails = (r: number, c: number) => (r + c * 2) % 3 === 0 || c === r
    const table = {
      title: '政府网站检查情况表',
      head: ['序号', '单位名称', ...things.map(([head]) => head)],
      rows: UNITS.map((name, r) => ({
        cells: [`${r + 1}`, name, ...things.map((_, c) => (fails(r, c) ? failed : otherwise))],
      })),
      total: ['合计', '', ...things.map(() => '')],
    }
    const told = NAMES.flatMap((name, r) =>
      things.flatMap(([, category], c) => (fails(r, c) ? [`${name}|${category}`] : [])),
    )
    // Of a row that lost its empty cells nobody can say what the others are; and one mark a line looks like any other.
    const whole = (layout: Layout) =>
      layout.html !== undefined ||
      [layouts.tabs, layouts.pipes, layouts.markdown, layouts['key: value']].includes(layout)
    for (const n of [k, k + 5])
      for (const where of ['annex', 'body'] as const)
        expect(
          read(layoutAt(n, whole), table, [], where)
            .map((r) => r.replace(/^([^|]*)\|.*\|/, '$1|'))
            .sort(),
        ).toEqual(told.sort())
  },
)

const others: [words: string, head: string[], rows: string[][], told: string[]][] = [
  [
    'rows that lost their merged cells',
    ['序号', '单位名称', '存在问题'],
    [
      ['1', '市教育局', '首页不更新'],
      ['', '', '错别字3处'],
      ['2', '市水利局', '死链5个'],
    ],
    [`岳阳市教育局|${HOME}`, `岳阳市教育局|${WORDING}`, `岳阳市水利局|${LINKS}`],
  ],
  [
    'two columns of problems',
    ['序号', '单位名称', '单项否决问题', '扣分问题'],
    [
      ['1', '市教育局', '首页不更新', '错别字3处'],
      ['2', '市水利局', '无', '死链5个'],
    ],
    [`岳阳市教育局|${HOME}`, `岳阳市教育局|${WORDING}`, `岳阳市水利局|${LINKS}`],
  ],
  [
    'the kind of a problem beside it',
    ['序号', '单位名称', '问题类型', '问题描述'],
    [
      ['1', '市教育局', '内容不更新', '首页超过两周未更新'],
      ['2', '市水利局', '错别字', '将“部署”写成“布署”'],
    ],
    [`岳阳市教育局|${HOME}`, `岳阳市水利局|${WORDING}`],
  ],
  [
    'what to do beside it',
    ['序号', '单位名称', '存在问题', '整改要求'],
    [
      ['1', '市教育局', '首页不更新', '及时更新首页信息'],
      ['2', '市水利局', '死链5个', '修复失效链接,杜绝错链断链'],
    ],
    [`岳阳市教育局|${HOME}`, `岳阳市水利局|${LINKS}`],
  ],
  [
    'wrong words and right ones',
    ['序号', '单位名称', '错误表述', '正确表述'],
    [
      ['1', '市教育局', '布署工作', '部署工作'],
      ['2', '市水利局', '防讯抗旱', '防汛抗旱'],
    ],
    [`岳阳市教育局|${WORDING}`, `岳阳市水利局|${WORDING}`],
  ],
  [
    'points beside it',
    ['序号', '单位名称', '扣分', '扣分原因'],
    [
      ['1', '市教育局', '2', '首页不更新'],
      ['2', '市水利局', '5', '死链5个'],
    ],
    [`岳阳市教育局|${HOME}`, `岳阳市水利局|${LINKS}`],
  ],
  [
    'counts of problems alone',
    ['序号', '单位名称', '存在问题', '已整改', '未整改'],
    [
      ['1', '市教育局', '5', '3', '2'],
      ['2', '市水利局', '4', '4', '0'],
    ],
    [],
  ],
]
test.each(others.map(([words, ...rest], k) => [words, k, ...rest] as const))(
  '%s',
  (_, k, head, rows, told) => {
    const table = { title: '检查情况表', head, rows: rows.map((cells) => ({ cells })) }
    const whole = (layout: Layout) => !layout.of(table).includes(':') && layout !== layouts['wide blanks']
    for (const n of [k, k + 3, k + 7])
      expect(
        read(layoutAt(n, whole), table)
          .map((r) => r.replace(/^([^|]*)\|.*\|/, '$1|'))
          .sort(),
      ).toEqual(told.sort())
  },
)

const figures: [head: string[], rows: string[][], read: string[]][] = [
  [
    ['序号', '单位', '得分'],
    [
      ['1', '市教育局', '95.5'],
      ['2', '市水利局', '88'],
    ],
    ['市教育局|score|95.5', '市水利局|score|88'],
  ],
  [
    ['序号', '县市区', '检查数', '不合格数', '合格率'],
    [
      ['1', '平江县', '20', '1', '95%'],
      ['2', '汨罗市', '10', '0', '100%'],
      ['合计', '', '30', '1', '96.7%'],
    ],
    [
      '平江县|checked|20',
      '平江县|unqualified|1',
      '平江县|pass_rate|95',
      '汨罗市|checked|10',
      '汨罗市|unqualified|0',
      '汨罗市|pass_rate|100',
      '-|checked|30',
      '-|unqualified|1',
      '-|pass_rate|96.7',
    ],
  ],
  [
    ['序号', '地区', '抽查个数', '发现问题个数', '合格率(%)'],
    [
      ['1', '平江县', '20', '5', '95'],
      ['2', '汨罗市', '10', '3', '100'],
    ],
    [
      '平江县|checked|20',
      '平江县|problems_found|5',
      '平江县|pass_rate|95',
      '汨罗市|checked|10',
      '汨罗市|problems_found|3',
      '汨罗市|pass_rate|100',
    ],
  ],
  [
    ['序号', '单位', '留言总数', '按时办结数', '办结率'],
    [
      ['1', '市教育局', '20', '19', '95%'],
      ['2', '市水利局', '4', '4', '100%'],
    ],
    [
      '市教育局|received|20',
      '市教育局|handled|19',
      '市教育局|handling_rate|95',
      '市水利局|received|4',
      '市水利局|handled|4',
      '市水利局|handling_rate|100',
    ],
  ],
]
test.each(figures.map(([head, rows, told], k) => [head.join(' '), k, head, rows, told] as const))(
  'figures under %s',
  (_, k, head, rows, told) => {
    const table = { title: '检查情况统计表', head, rows: rows.map((cells) => ({ cells })) }
    const whole = (layout: Layout) =>
      !layout.drops && !layout.of(table).includes(':') && layout !== layouts['wide blanks']
    for (const n of [k, k + 4, k + 7]) {
      const [text, uri] = notice('岳阳市', layoutAt(n, whole), table, 'annex')
      expect(
        extract(text, { kit, uri })
          .metrics.map((m) => `${m.about ?? '-'}|${m.measure}|${m.value}`)
          .sort(),
      ).toEqual(told.sort())
    }
  },
)

test.each([
  ['微信公众号/发布数', 'wechat'],
  ['微博/发布条数', 'weibo'],
  ['抖音号/发布数', 'douyin'],
  ['发布信息(条)', 'article'],
])('of what was published under %s', (header, subject) => {
  const table = {
    title: '信息发布统计表',
    head: ['序号', '单位', header],
    rows: [{ cells: ['1', '市教育局', '412'] }, { cells: ['2', '市水利局', '98'] }],
  }
  const [text, uri] = notice('岳阳市', layouts.pipes!, table, 'annex')
  expect(
    extract(text, { kit, uri }).metrics.map((m) => `${m.about}|${m.subject}|${m.measure}|${m.value}`),
  ).toEqual([`市教育局|${subject}|published|412`, `市水利局|${subject}|published|98`])
})
