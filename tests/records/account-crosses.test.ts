import { describe, expect, test } from 'vitest'
import { toldOf } from './told-of-notice.ts'

// Names of platforms, old and new, in each way to tell an account, its owner and its platform.

/** unit|account|subject of the records of a notice that tells this. */
const told = (problems: string, kind?: string): string[] => toldOf(problems, (r) => r.subject, kind)

const platforms: [subject: string, words: string][] = [
  ['wechat', '微信公众号 订阅号 微信服务号 政务微信 公众平台 微信企业号'],
  ['weibo', '微博 新浪微博账号 人民微博'],
  ['douyin', '抖音号 抖音政务号 抖音短视频账号'],
  ['kuaishou', '快手 快手短视频号'],
  ['toutiao', '今日头条号 头条账号'],
  ['video_channel', '视频号 微信视频号'],
  ['app', '手机APP 移动客户端'],
  ['mini_program', '微信小程序 支付宝小程序'],
  ['other_media', 'B站账号 小红书号 澎湃政务号 学习强国号 央视频号 西瓜视频号 百度百家号 川观号'],
]

const ways: Record<string, (platform: string) => string> = {
  'unit, name, platform': (p) => `市教育局“资阳教育”${p}超过14天未更新。`,
  'unit, platform, name': (p) => `市教育局${p}“资阳教育”超过14天未更新。`,
  'the unit’s platform, name': (p) => `市教育局的${p}“资阳教育”超过14天未更新。`,
  'straight quotation marks': (p) => `市教育局${p}"资阳教育"超过14天未更新。`,
  'corner brackets': (p) => `市教育局「资阳教育」${p}超过14天未更新。`,
  'unit in brackets behind': (p) => `“资阳教育”${p}(市教育局)超过14天未更新。`,
  'unit in brackets between': (p) => `“资阳教育”(市教育局)${p}超过14天未更新。`,
  'platform and unit in brackets': (p) => `“资阳教育”(${p},市教育局)超过14天未更新。`,
  'unit and platform in brackets': (p) => `“资阳教育”(市教育局,${p})超过14天未更新。`,
  'no quotation marks, both in brackets': (p) => `资阳教育(${p},市教育局)超过14天未更新。`,
  'no quotation marks': (p) => `市教育局资阳教育${p}超过14天未更新。`,
  'platform in brackets': (p) => `市教育局“资阳教育”(${p})超过14天未更新。`,
  'account in brackets': (p) => `市教育局(“资阳教育”${p})超过14天未更新。`,
  'account in brackets, platform first': (p) => `市教育局(${p}“资阳教育”)超过14天未更新。`,
  'platform, name, unit in brackets': (p) => `${p}“资阳教育”(市教育局)超过14天未更新。`,
  'platform as a label': (p) => `${p}:“资阳教育”(市教育局)超过14天未更新。`,
  'whose it is': (p) => `市教育局主办的“资阳教育”${p}超过14天未更新。`,
  'by whom it is run': (p) => `由市教育局运维的${p}“资阳教育”超过14天未更新。`,
  'what it is called': (p) => `市教育局开设的名为“资阳教育”的${p}超过14天未更新。`,
  'of a unit named before': (p) => `市教育局管理松散,其“资阳教育”${p}超过14天未更新。`,
  'who answers for it': (p) => `“资阳教育”${p}(责任单位:市教育局)超过14天未更新。`,
  'who answers, at the end': (p) => `“资阳教育”${p}超过14天未更新(主办单位:市教育局)。`,
  'unit as a label': (p) => `\n1.市教育局:“资阳教育”${p}超过14天未更新;`,
  'account as a label': (p) => `\n1.“资阳教育”${p}:超过14天未更新(市教育局)。`,
}

describe('accounts', () => {
  for (const [way, tell] of Object.entries(ways))
    test(way, () => {
      const wrong: [string, string[]][] = []
      for (const [subject, words] of platforms)
        for (const platform of words.split(' ')) {
          const got = told(tell(platform))
          if (!got.includes(`市教育局|资阳教育|${subject}`) || new Set(got).size > 1)
            wrong.push([tell(platform), got])
        }
      expect(wrong).toEqual([])
    })
})

const subjects: [what: string, problems: string, records: string[], kind?: string][] = [
  ['the platform of accounts without a name', '市教育局有1个微信公众号未备案。', ['市教育局|-|wechat']],
  [
    'the platform they stand on',
    '市水利局在抖音平台同时开着“资阳水利”“水润资阳”两个账号,内容雷同。',
    ['市水利局|-|douyin'],
  ],
  [
    'an account is called after no platform',
    '市教育局“微博之声”账号未备案。',
    ['市教育局|微博之声|new_media'],
  ],
  ['a part of a portal', '市教育局频道“工作动态”两个月未更新。', ['市教育局|-|column']],
  ['parts of a portal', '市教育局、市水利局频道有错别字。', ['市教育局|-|column', '市水利局|-|column']],
  ['a column of a site', '市教育局“工作动态”栏目两个月未更新。', ['市教育局|-|website']],
  ['a site that discloses too little', '市教育局未公开2021年部门预算。', ['市教育局|-|website']],
  [
    'where disclosure is what is checked',
    '市教育局未公开2021年部门预算。',
    ['市教育局|-|disclosure'],
    '政务公开工作',
  ],
  ['a place begins the name', '普宁市生态环境微信公众号超过14天未更新。', ['-|普宁市生态环境|wechat']],
  ['no name at all', '市教育局官方微博超过14天未更新。', ['市教育局|-|weibo']],
]

const owners: [what: string, problems: string, records: string[]][] = [
  [
    'respectively, in a bracket behind the last',
    '“资阳皮肤”抖音号、“资阳职卫”微信公众号(分别为市皮肤病医院、市疾控中心主办)超过14天未更新。',
    ['市皮肤病医院|资阳皮肤|douyin', '市疾控中心|资阳职卫|wechat'],
  ],
  [
    'in turn, under a label',
    '“资阳体育”微博、“资阳职卫”微信公众号(主办单位依次为市体育局、市疾控中心)超过14天未更新。',
    ['市体育局|资阳体育|weibo', '市疾控中心|资阳职卫|wechat'],
  ],
  [
    'one each in a bracket behind what is told of them',
    '“资阳体育”“资阳民政”微信公众号超过14天未更新(市体育局、市民政局)。',
    ['市体育局|资阳体育|wechat', '市民政局|资阳民政|wechat'],
  ],
  [
    'of one that two run, the first',
    '“资阳体育”微博(市体育局、市教育局共同主办)超过14天未更新。',
    ['市体育局|资阳体育|weibo'],
  ],
]

test.each(owners)('owners: %s', (_, problems, records) => {
  expect(told(problems).sort()).toEqual([...records].sort())
})

test.each(subjects)('%s', (_, problems, records, kind) => {
  expect(told(problems, kind)).toEqual(records)
})

const education = '市教育局|资阳教育|wechat'
const water = '市水利局|资阳水利|weibo'
const forestry = '安岳县林业局|安岳林业|douyin'
const stale = '超过14天未更新'
const both = [education, '市教育局|资阳招考|douyin']

const lists: [what: string, problems: string, records: string[]][] = [
  [
    'two of one platform',
    `市教育局“资阳教育”“资阳招考”两个微信公众号${stale}。`,
    [education, '市教育局|资阳招考|wechat'],
  ],
  ['two of two platforms, and', `市教育局“资阳教育”微信公众号和“资阳招考”抖音号${stale}。`, both],
  ['two of two platforms, comma', `市教育局“资阳教育”微信公众号、“资阳招考”抖音号${stale}。`, both],
  ['two in brackets', `市教育局(“资阳教育”微信公众号、“资阳招考”抖音号)${stale}。`, both],
  [
    'one name on two platforms',
    `市教育局“资阳教育”微信公众号及微博${stale}。`,
    [education, '市教育局|资阳教育|weibo'],
  ],
  [
    'each with its unit in front',
    `市教育局“资阳教育”微信公众号、市水利局“资阳水利”微博${stale}。`,
    [education, water],
  ],
  [
    'clauses of names',
    `市教育局“资阳教育”微信公众号,市水利局“资阳水利”微博,安岳县林业局“安岳林业”抖音号${stale}。`,
    [education, water, forestry],
  ],
  [
    'platforms in front of names',
    `市教育局的微信公众号“资阳教育”和市水利局的微博“资阳水利”均${stale}。`,
    [education, water],
  ],
  [
    'each with its unit in brackets',
    `“资阳教育”微信公众号(市教育局)、“资阳水利”微博(市水利局)${stale}。`,
    [education, water],
  ],
  [
    'platform and unit of each in brackets',
    `“资阳教育”(微信公众号,市教育局)、“资阳水利”(微博,市水利局)${stale}。`,
    [education, water],
  ],
  [
    'accounts in brackets behind units',
    `市教育局(微信公众号“资阳教育”)、市水利局(微博“资阳水利”)${stale}。`,
    [education, water],
  ],
  [
    'those that are so',
    `${stale}的有:微信公众号“资阳教育”(市教育局)、微博“资阳水利”(市水利局)、抖音号“安岳林业”(安岳县林业局)。`,
    [education, water, forestry],
  ],
  [
    'counted, then named',
    `2个账号${stale},分别是市教育局“资阳教育”微信公众号、市水利局“资阳水利”微博。`,
    [education, water],
  ],
  [
    'examples',
    `部分账号${stale},如市教育局“资阳教育”微信公众号、市水利局“资阳水利”微博。`,
    [education, water],
  ],
  [
    'items that only name',
    `以下账号${stale}:\n1.“资阳教育”微信公众号(市教育局)\n2.“资阳水利”微博(市水利局)`,
    [education, water],
  ],
  [
    'lines with their unit as a label',
    `以下账号${stale}:\n市教育局:“资阳教育”微信公众号\n市水利局:“资阳水利”微博`,
    [education, water],
  ],
  [
    'lines without quotation marks',
    `以下账号${stale}:\n资阳教育(微信公众号,市教育局)\n资阳水利(微博,市水利局)`,
    [education, water],
  ],
  [
    'items that tell more are not of the list',
    `以下账号${stale}:\n1.“资阳教育”微信公众号(市教育局)\n2.市审计局网站有4处死链。`,
    [education, '市审计局|-|website'],
  ],
  ['whose it is, behind', `“资阳教育”微信公众号${stale},主办单位为市教育局。`, [education]],
  [
    'headings that name platforms',
    `(一)微信公众号。市教育局“资阳教育”${stale}。\n(二)微博。市水利局“资阳水利”${stale}。`,
    [education, water],
  ],
  ['units under such a heading', `(一)抖音号。市教育局${stale}。`, ['市教育局|-|douyin']],
  [
    'a platform of each unit',
    `市教育局微信公众号、市水利局微博${stale}。`,
    ['市教育局|-|wechat', '市水利局|-|weibo'],
  ],
  ['a site and its unit', '“资阳教育网”(市教育局)首页一个月未更新。', ['市教育局|资阳教育网|website']],
]

test.each(lists)('%s', (_, problems, records) => {
  expect(told(problems)).toEqual([...records].sort())
})
