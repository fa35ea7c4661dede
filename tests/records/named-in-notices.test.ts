import { describe, expect, test } from 'vitest'
import { loadKit } from '../../src/kit.ts'
import { extract } from '../../src/run/extract.ts'
import { told } from './told-of-notice.ts'

// Names that are full, or mean something, only in the notice that they stand in: a department's own branches, short names, sites that
// a table names, towns of a list.

const kit = loadKit('grammars/lexicon')

const ofDepartment = (issuer: string, problems: string): string[] =>
  extract(
    `${issuer}关于2023年第三季度政务新媒体检查情况的通报

各有关单位:
现将有关情况通报如下。
二、存在问题
${problems}
${issuer}
2023年10月9日
`,
    { kit },
  ).records.map((r) => [r.unit, r.unit_name, r.unit_function].join('|'))

const branches: [issuer: string, problem: string, records: string[]][] = [
  [
    '贵阳市公安局',
    '云岩分局“云岩警方”微信公众号超过两周未更新。',
    ['云岩分局|贵阳市公安局云岩分局|public_security'],
  ],
  [
    '贵阳市公安局',
    '市局交通管理局“贵阳交警”微博有3处错别字。',
    ['市局交通管理局|贵阳市公安局交通管理局|public_security'],
  ],
  [
    '肇庆市生态环境局',
    '高要分局“高要环境”微信公众号对群众8月11日反映的留言,至9月底没有回应。',
    ['高要分局|肇庆市生态环境局高要分局|ecology_environment'],
  ],
  [
    '陕西省教育厅',
    '厅机关服务中心网站有3处错别字。',
    ['厅机关服务中心|陕西省教育厅机关服务中心|public_institution'],
  ],
  [
    '天津市市场和质量监督管理委员会',
    '北辰区局网站首页超过两周未更新。',
    ['北辰区局|天津市北辰区市场和质量监督管理局|market_regulation'],
  ],
  // A government's notice tells of no department of its own.
  [
    '贵阳市人民政府办公室',
    '市城管局云岩分局网站有3处错别字。',
    ['市城管局云岩分局|贵阳市城管局云岩分局|urban_management'],
  ],
]

test.each(branches)('%s: %s', (issuer, problem, records) => {
  expect(ofDepartment(issuer, problem)).toEqual(records)
})

const cases: [what: string, problems: string, annexes: string[], records: string[]][] = [
  [
    'a site goes by the name that the table gives it, and is no place with something behind it',
    '安岳文体网首页停更;资阳统计信息网、乐至民政网首页分别有51天、39天没有更新。',
    [
      '不合格网站名单\n| 序号 | 网站名称 | 主办单位 | 突出问题 |\n| 1 | 安岳文体网 | 安岳县文化局 | 空白栏目8个 |\n| 2 | 资阳统计信息网 | 市统计局 | 空白栏目6个 |\n| 3 | 乐至民政网 | 乐至县民政局 | 空白栏目7个 |',
    ],
    [
      '安岳县文化局|安岳文体网|update.homepage|unqualified|-',
      '市统计局|资阳统计信息网|update.homepage|unqualified|-',
      '乐至县民政局|乐至民政网|update.homepage|unqualified|-',
      '安岳县文化局|安岳文体网|update.blank_column|unqualified|-',
      '市统计局|资阳统计信息网|update.blank_column|unqualified|-',
      '乐至县民政局|乐至民政网|update.blank_column|unqualified|-',
    ],
  ],
  [
    'an aside with a label is no card, and says whose it is',
    '检查发现以下问题:市审计局网站有3处错别字;市政府网站“环评审批”栏目有2个附件无法下载(责任科室:行政审批科)。部分单位信息发布审核制度流于形式。',
    [],
    [
      '市审计局|-|content.wording|-|-',
      '行政审批科|-|access.broken_link|-|-',
      '部分单位|-|content.review|-|-',
    ],
  ],
  [
    'who cares for a column may stand behind it',
    '市政府网站“网上调查”栏目(市统计局负责)半年没有更新。',
    [],
    ['市统计局|-|update.column|-|-'],
  ],
  [
    'of several governments told of the one just named',
    '问题突出的是雁江区,区政府网站有14个栏目应更新未更新。',
    [],
    ['雁江区|-|update.column|-|-'],
  ],
  [
    'what is of a scenic area is no body; a school of a department has no name',
    '市文旅局“景区名录”页面图片无法显示。市教育局学校简介中的办公电话有误。',
    [],
    ['市文旅局|-|access.broken_link|-|-', '市教育局|-|content.inaccurate|-|-'],
  ],
  [
    'a column on a site is not in the account just told of',
    '市水务局“资阳水务”微信公众号停更四十天;“河长制”栏目有3处链接失效。',
    [],
    ['市水务局|资阳水务|update.account|-|-', '市水务局|-|access.broken_link|-|-'],
  ],
  [
    'what a column is called does not say what is withheld; it shares what is said of the last',
    '安岳县、乐至县政府网站“数据开放”栏目,市审计局负责的“重点领域信息公开”栏目更新不及时。',
    [],
    ['安岳县|-|update.column|-|-', '乐至县|-|update.column|-|-', '市审计局|-|update.column|-|-'],
  ],
]

test.each(cases)('%s', (_, problems, annexes, records) => {
  expect(told({ problems, annexes })).toEqual(records)
})

describe('in full by what the notice says elsewhere', () => {
  const namesOf = (problems: string, annex: string) =>
    extract(
      `资阳市人民政府办公室关于2021年第一季度政府网站检查情况的通报

现将有关情况通报如下。
二、存在的问题
${problems}
附件:问题清单

资阳市人民政府办公室
2021年5月10日

附件
问题清单
${annex}
`,
      { kit },
    ).records.map((r) => r.unit_name)

  test('a short name', () => {
    expect(
      namesOf(
        '市文旅广电局网站首页超过两周未更新。',
        '| 序号 | 责任单位 | 存在问题 |\n| 1 | 市文化旅游和广播电视局 | 错别字3处 |\n| 2 | 市审计局 | 错别字3处 |',
      ),
    ).toEqual(['资阳市文化旅游和广播电视局', '资阳市文化旅游和广播电视局', '资阳市审计局'])
  })

  test('a town whose name ends in a word that ends names, alone in its cell', () => {
    expect(
      namesOf(
        '市审计局网站有3处错别字。',
        '| 序号 | 责任单位 | 存在问题 |\n| 1 | 真如镇街道 | 首页未更新 |\n| 2 | 六都寨镇 | 首页未更新 |',
      ),
    ).toEqual(['资阳市审计局', '资阳市真如镇街道办事处', '资阳市六都寨镇人民政府'])
  })

  test('a town without its county', () => {
    expect(
      namesOf(
        '安岳县石羊镇网站首页超过两周未更新。',
        '| 序号 | 责任单位 | 存在问题 |\n| 1 | 石羊镇 | 错别字3处 |\n| 2 | 市审计局 | 错别字3处 |',
      ),
    ).toEqual(['安岳县石羊镇人民政府', '安岳县石羊镇人民政府', '资阳市审计局'])
  })
})

test('in a letter to a government the bodies are its own', () => {
  const letter = (whose: string) =>
    extract(
      `呼伦贝尔市人民政府办公室关于督促整改政府网站突出问题的函
扎兰屯市人民政府:
近日,我办对${whose}政府门户网站和14个政务新媒体进行了复核。现将有关问题函告如下:
一、存在问题
1.市教育局负责的“学前教育”栏目没有内容。
二、整改要求
请于11月12日前完成整改。
呼伦贝尔市人民政府办公室
2021年10月25日
`,
      { kit },
    ).records.map((r) => r.unit_name)
  expect([letter('你市'), letter('全市')]).toEqual([['扎兰屯市教育局'], ['呼伦贝尔市教育局']])
})

test('an account is that body’s whose it is once said to be', () => {
  const owners = (problems: string) =>
    ofDepartment('平江县人民政府办公室', problems).map((r) => r.split('|')[1])
  expect([
    owners('“水润平江”微博(县水利局)超过14天未更新。此外,“水润平江”微博名称与备案信息不一致。'),
    owners('“平江”微博(县水利局)超过14天未更新;“平江”抖音号(县审计局)未备案。“平江”微博有3处错别字。'),
  ]).toEqual([
    ['平江县水利局', '平江县水利局'],
    ['平江县水利局', '平江县审计局', ''],
  ])
})
