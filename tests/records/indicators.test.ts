import { expect, test } from 'vitest'
import { loadKit } from '../../src/kit.ts'
import { extract } from '../../src/run/extract.ts'

// Tables of what is looked at: what the result of an indicator tells, of whom, and what a criterion alone does not.

const kit = loadKit('grammars/lexicon')

const CLEAR = [
  ['单项否决', '站点无法访问', '监测1周,每天间隔性访问20次以上', '未发现'],
  ['单项否决', '首页不更新', '监测时间点前2周内,首页栏目无信息更新', '未发现'],
]

/** unit|account|subject|category of the records of a report on itself with this row among good ones. */
function told(
  row: string[],
  head = ['指标类别', '检查指标', '评分细则', '自查结果'],
  others = CLEAR,
): string[] {
  const table = [head, ...others, row].map((cells) => `${cells.join(' | ')} |`).join('\n')
  const text = `平江县水利局2021年第二季度政府网站自查报告

县政府办公室:
现将我局网站自查情况报告如下。
一、自查情况
自查情况如下表:
${table}
二、下一步打算
认真做好网站日常管理。

平江县水利局
2021年6月25日
`
  return extract(text, { kit }).records.map((r) =>
    [r.unit, r.subject_name, r.subject, r.category].map((v) => v ?? '-').join('|'),
  )
}

const LINKS = ['扣分指标', '链接可用性', '首页及其他页面链接不可用']
const TYPOS = ['扣分指标', '内容表述', '存在错别字,每处扣1分']
const cases: [what: string, row: string[], records: string[]][] = [
  [
    'how often, in whose part',
    [...LINKS, '2条(县河道中心专栏)'],
    ['县河道中心|-|website|access.broken_link'],
  ],
  ['how often, of the one that reports', [...TYPOS, '发现3处'], ['平江县水利局|-|website|content.wording']],
  ['words of its own', [...TYPOS, '县水文站稿件有2处错别字'], ['县水文站|-|website|content.wording']],
  [
    'what a bracket states',
    ['单项否决', '服务不实用', '未提供办事服务', '个别事项不完善(县水文站“取水许可”未提供样表)'],
    ['县水文站|-|website|service.guide'],
  ],
  [
    'an account',
    ['新媒体单项否决', '内容不更新', '监测时间点前2周内无更新', '发现1个(“平江水利”微博)'],
    ['平江县水利局|平江水利|weibo|update.account'],
  ],
  ['nothing found', [...LINKS, '未发现'], []],
  ['a mark', [...LINKS, '√'], []],
  ['a criterion that names two', ['扣分指标', '信息发布', '存在错别字或错链断链', '发现3处'], []],
  ['a score', [...TYPOS, '得5分'], []],
]

test.each(cases)('%s', (_, row, records) => {
  expect(told(row)).toEqual(records)
})

test('where hardly a result is good, the cells are no results', () => {
  const broken = [
    ['站点无法访问', '未发现', '首页不更新', '监测时间点前2周内首页没有更新'],
    ['未发现', '单项否决', '栏目不更新', '应更新未更新的栏目达到10个'],
  ]
  expect(told(['互动回应差', '未发现', '-', '有效留言超过3个月未回应'], undefined, broken)).toEqual([])
})

test('a table that names units is read as any other', () => {
  expect(told(['县水文站', '链接可用性', '首页2处死链'], ['责任单位', '检查指标', '存在问题'], [])).toEqual([
    '县水文站|-|website|access.broken_link',
  ])
})
