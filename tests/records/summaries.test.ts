import { expect, test } from 'vitest'
import { told } from './told-of-notice.ts'

// What the prose says of several at once, over a list that tells it one by one: unit|account|category|verdict|deadline.

const SITES = `不合格网站
| 序号 | 地区 | 网站 | 主办单位 | 问题 |
| 1 | 安岳县 | 安岳县水务局网站 | 安岳县水务局 | 首页20天未更新 |
| 2 | 乐至县 | 乐至县人民政府网 | 乐至县人民政府 | 空白栏目8个 |`
const ACCOUNTS = `不合格账号
| 序号 | 账号 | 平台 | 主办单位 | 问题 |
| 1 | 安岳普法 | 微博 | 安岳县司法局 | 超过14天未更新 |
| 2 | 雁江民生 | 微信公众号 | 雁江区民政局 | 未提供有效互动功能 |`
const OF_SITES = [
  '安岳县水务局|安岳县水务局网站|update.homepage|-|-',
  '乐至县人民政府|乐至县人民政府网|update.blank_column|-|-',
]
const OF_ACCOUNTS = [
  '安岳县司法局|安岳普法|update.account|-|-',
  '雁江区民政局|雁江民生|interaction.no_function|-|-',
]

test.each<[what: string, problems: string, annex: string, more: string[]]>([
  ['a body of that county has it', '安岳县1家部门网站首页长期未更新(见附件)。', SITES, []],
  ['the county itself is told of', '安岳县政府网站首页长期未更新。', SITES, ['安岳县|-|update.homepage|-|-']],
  [
    'no body of that county has it',
    '乐至县1家部门网站首页长期未更新。',
    SITES,
    ['乐至县|-|update.homepage|-|-'],
  ],
  [
    'of two things each account has one',
    '“安岳普法”微博、“雁江民生”微信公众号等账号长期不更新或者未提供有效互动功能。',
    ACCOUNTS,
    [],
  ],
  [
    'of two things said of an account the list has none',
    '“安岳普法”微博、“雁江民生”微信公众号存在错别字、错链断链等问题。',
    ACCOUNTS,
    [
      '安岳县司法局|安岳普法|access.broken_link|-|-',
      '安岳县司法局|安岳普法|content.wording|-|-',
      '雁江区民政局|雁江民生|access.broken_link|-|-',
      '雁江区民政局|雁江民生|content.wording|-|-',
    ],
  ],
])('%s', (_, problems, annex, more) => {
  const own = annex === SITES ? OF_SITES : OF_ACCOUNTS
  const bare = (r: string) => r.replace(/\|(?:un)?qualified\|/, '|-|')
  expect(
    told({ problems, annexes: [annex] })
      .map(bare)
      .sort(),
  ).toEqual([...own, ...more].sort())
})
