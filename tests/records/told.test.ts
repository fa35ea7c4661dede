import { describe, expect, test } from 'vitest'
import { loadKit } from '../../src/kit.ts'
import { extract } from '../../src/run/extract.ts'

const kit = loadKit('grammars/lexicon')

/** Records of a notice of 资阳市 of 2021-05-10 whose sections say this: unit|account|category|verdict|deadline. */
function told(problems: string, demands = '', overview = '检查了12个网站。'): string[] {
  const text = `资阳市人民政府办公室关于2021年第一季度政府网站与政务新媒体检查情况的通报

各县(区)人民政府:
现将有关情况通报如下。
一、总体情况
${overview}
二、存在的问题
${problems}
${demands ? `三、整改要求\n${demands}\n` : ''}
资阳市人民政府办公室
2021年5月10日
`
  return extract(text, { kit }).records.map((r) =>
    [r.unit, r.subject_name, r.category, r.verdict, r.deadline].map((v) => v ?? '-').join('|'),
  )
}

const cases: [what: string, problems: string, demands: string, records: string[]][] = [
  [
    'each bracket of owners answers for what stands before it, accounts for their own',
    '(一)账号维护。“安岳粮储”微信公众号、“乐至林草”抖音号均已停更两个月(责任单位:安岳县发展和改革局、乐至县林业局),“雁江水务”微博未提供有效互动功能(责任单位:雁江区水务局)。',
    '',
    [
      '安岳县发展和改革局|安岳粮储|update.account|-|-',
      '乐至县林业局|乐至林草|update.account|-|-',
      '雁江区水务局|雁江水务|interaction.no_function|-|-',
    ],
  ],
  [
    'the verdict of the items before, by their count',
    '(一)更新不及时。“安岳粮储”微信公众号(安岳县发展和改革局)停更两个月。\n(二)互动缺失。“雁江水务”微博(雁江区水务局)未提供有效互动功能。\n以上两类共2个账号均评定为不合格。\n(三)其他。市审计局网站有3处错别字。',
    '',
    [
      '安岳县发展和改革局|安岳粮储|update.account|unqualified|-',
      '雁江区水务局|雁江水务|interaction.no_function|unqualified|-',
      '市审计局|-|content.wording|-|-',
    ],
  ],
  [
    'a count that is not that of the items before judges none but its own',
    '(一)更新不及时。“安岳粮储”微信公众号(安岳县发展和改革局)停更两个月。\n(二)互动缺失。“雁江水务”微博(雁江区水务局)未提供有效互动功能。上述1个账号不合格。',
    '',
    [
      '安岳县发展和改革局|安岳粮储|update.account|-|-',
      '雁江区水务局|雁江水务|interaction.no_function|unqualified|-',
    ],
  ],
  [
    'a verdict in the heading that names a unit; its account; a verdict that is good',
    '1.市民政局(网站评定:不合格)\n问题1:“养老服务”栏目停留在2019年。\n问题2:“资阳民政”微信公众号停更四十天。\n2.市审计局(网站评定:合格)\n问题:首页有2处错别字。',
    '',
    [
      '市民政局|-|update.column|unqualified|-',
      '市民政局|资阳民政|update.account|unqualified|-',
      '市审计局|-|content.wording|qualified|-',
    ],
  ],
  [
    'days for the unqualified and for the rest, one of them told twice',
    '市林业局网站首页一个月未更新,判定为不合格。市审计局网站有3处错别字。',
    '不合格网站5月31日前整改到位。其他问题同样以6月15日为限整改。整改报告6月15日前报市政府办公室。',
    ['市林业局|-|update.homepage|unqualified|2021-05-31', '市审计局|-|content.wording|-|2021-06-15'],
  ],
  [
    'what an account is held against is not told of; nor who urged',
    '“乐至快报”快手号(乐至县融媒体中心):与该县“乐至发布”快手号重复开设。安岳县林业局迟迟不报整改材料,市大数据局两次提醒仍未见效。',
    '',
    [
      '乐至县融媒体中心|乐至快报|media.duplicate|-|-',
      '安岳县林业局|-|management.rectification|-|-',
      '安岳县林业局|-|management.reporting|-|-',
    ],
  ],
  [
    'towns of a list share their district',
    '雁江区丹山镇、中和镇,安岳县龙台镇网站“乡镇动态”栏目长期未更新。',
    '',
    [
      '雁江区丹山镇|-|update.column|-|-',
      '雁江区中和镇|-|update.column|-|-',
      '安岳县龙台镇|-|update.column|-|-',
    ],
  ],
]

describe('who is told of, judged how, and due when', () => {
  test('praise before the problems is none', () => {
    expect(told('市审计局网站有3处错别字。', '', '市财政局网站更新勤、差错少。')).toEqual([
      '市审计局|-|content.wording|-|-',
    ])
  })
  test.each(cases)('%s', (_, problems, demands, records) => {
    expect(told(problems, demands)).toEqual(records)
  })
})
