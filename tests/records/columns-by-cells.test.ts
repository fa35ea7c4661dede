import { expect, test } from 'vitest'
import { loadKit } from '../../src/kit.ts'
import { extract } from '../../src/run/extract.ts'
import { told } from './told-of-notice.ts'

/** Columns that their cells tell more of than their headers: unit|account|category|verdict|deadline of the records. */
const cases: [what: string, notice: Parameters<typeof told>[0], records: string[]][] = [
  [
    'an account and its platform in a bracket',
    {
      annexes: [
        '测评结果\n| 名次 | 参评单位 | 参与者 | 扣分原因 | 等次 |\n| 1 | 市水务局 | 资阳水务(微信公众号) | 错别字3处 | 合格 |\n| 2 | 市林业局 | 资阳林业(抖音) | 超过14天未更新 | 不合格 |',
      ],
    },
    ['市水务局|资阳水务|content.wording|qualified|-', '市林业局|资阳林业|update.account|unqualified|-'],
  ],
  [
    'names beside their platforms; what is asked is by when',
    {
      annexes: [
        '问题清单\n| 编号 | 责任单位 | 对象 | 载体 | 监测发现的问题 | 处置要求 |\n| 1 | 市审计局 | “征地信息”栏目 | 网站 | 2020年8月后未更新 | 5月20日前整改 |\n| 2 | 市水务局 | 资阳水务 | 微信公众号 | 超过2周未更新 | 5月14日前整改 |\n| 3 | 市林业局 | 资阳林业 | 视频号 | 未备案 | 5月31日前补办备案 |',
      ],
    },
    [
      '市审计局|-|update.column|-|2021-05-20',
      '市水务局|资阳水务|update.account|-|2021-05-14',
      '市林业局|资阳林业|media.unregistered|-|2021-05-31',
    ],
  ],
  [
    'holders over the columns: the table is turned',
    {
      annexes: [
        '问题分布\n检查内容\n市审计局\n市水务局\n市林业局\n空白栏目(个)\n0\n3\n0\n断链错链(个)\n2\n0\n0\n错别字(处)\n0\n0\n5',
      ],
    },
    [
      '市水务局|-|update.blank_column|-|-',
      '市审计局|-|access.broken_link|-|-',
      '市林业局|-|content.wording|-|-',
    ],
  ],
  [
    'the days on which what a column says was mended, where some is not',
    {
      annexes: [
        '销号时间\n| 单位 | 空白栏目 | 失效链接 |\n| 市审计局 | 3月20日 | / |\n| 市水务局 | / | 未销号 |\n| 市林业局 | 3月18日 | 3月19日 |',
      ],
    },
    [
      '市审计局|-|update.blank_column|-|-',
      '市水务局|-|access.broken_link|-|-',
      '市林业局|-|update.blank_column|-|-',
      '市林业局|-|access.broken_link|-|-',
    ],
  ],
  [
    'the accounts that are cases of what a column says',
    {
      annexes: [
        '明细\n县市区(单位)\n两周以上未更新\n无有效互动功能\n雁江区\n“雁江文旅”抖音号、“雁江科技”微博\n—\n安岳县\n—\n“安岳林业”微信公众号\n市审计局\n“资阳审计”微博\n—',
      ],
    },
    [
      '雁江区|雁江文旅|update.account|-|-',
      '雁江区|雁江科技|update.account|-|-',
      '安岳县|安岳林业|interaction.no_function|-|-',
      '市审计局|资阳审计|update.account|-|-',
    ],
  ],
  [
    'bodies of a column that nobody knows, beside the places where they lie',
    {
      annexes: [
        '清单\n| 县(区) | 账号 | 平台 | 谁在运维 | 问题 |\n| 雁江区 | 雁江文旅 | 抖音号 | 雁江区文化广电和旅游局 | 超过14天未更新 |\n| 安岳县 | 安岳林业 | 微信公众号 | 安岳县林业局 | 未备案 |',
      ],
    },
    ['雁江区文化广电和旅游局|雁江文旅|update.account|-|-', '安岳县林业局|安岳林业|media.unregistered|-|-'],
  ],
  [
    'whose cells say who has what the first of them states',
    {
      annexes: [
        '问题\n| 检查要点 | 乡镇(街道) | 市级机关 |\n| 空白栏目 | 安岳县 | 无 |\n| 稿件有错别字 | 无 | 市审计局、市水务局 |\n| 附件打不开 | 乐至县 | 市林业局 |',
      ],
    },
    [
      '安岳县|-|update.blank_column|-|-',
      '市审计局|-|content.wording|-|-',
      '市水务局|-|content.wording|-|-',
      '乐至县|-|access.broken_link|-|-',
      '市林业局|-|access.broken_link|-|-',
    ],
  ],
  [
    'accounts under what is wrong with them',
    {
      annexes: [
        '复查\n| 序号 | 复查合格 | 复查不合格(仍未更新) |\n| 1 | “安岳残联”微信公众号(安岳县残疾人联合会) | “资阳审计”微博(市审计局) |\n| 2 | “乐至招商”微信公众号(乐至县商务局) | “资阳林业”抖音号(市林业局) |',
      ],
    },
    ['市审计局|资阳审计|update.account|unqualified|-', '市林业局|资阳林业|update.account|unqualified|-'],
  ],
  [
    'sites and accounts side by side',
    {
      annexes: [
        '结果\n| 单位 | 网站栏目/栏目 | 网站栏目/现状 | 政务新媒体/账号 | 政务新媒体/现状 |\n| 市审计局 | 审计公告 | 5月后未更新 | 资阳审计(微信) | 正常 |\n| 市水务局 | 规划计划 | 正常 | 资阳水务(微博) | 连续20天未更新 |\n| 市林业局 | 林业动态 | 空白栏目 | — | 未开设 |\n| 市教育局 | 招生 | 正常 | 资阳教育(抖音) | 账号未备案 |',
      ],
    },
    [
      '市审计局|-|update.column|-|-',
      '市水务局|资阳水务|update.account|-|-',
      '市林业局|-|update.blank_column|-|-',
      '市教育局|资阳教育|media.unregistered|-|-',
    ],
  ],
  [
    'an account over its card, where its platform stands in it',
    {
      annexes: [
        '卡片\n①安岳微事\n开办者:安岳县司法局\n平台:微信公众号\n发现问题:5月20日之后没有推送内容\n②资阳林业\n开办者:市林业局\n平台:抖音\n发现问题:未备案',
      ],
    },
    ['安岳县司法局|安岳微事|update.account|-|-', '市林业局|资阳林业|media.unregistered|-|-'],
  ],
  [
    'several accounts of a cell; a cell says that nothing is wrong among other things',
    {
      annexes: [
        '清单\n| 序号 | 单位 | 账号 | 问题 |\n| 1 | 市审计局 | 资阳审计(抖音号)、审计之窗(快手号) | 未备案 |\n| 2 | 市林业局 | 资阳林业(微博) | 要素齐全,未发现问题 |',
      ],
    },
    ['市审计局|资阳审计|media.unregistered|-|-', '市审计局|审计之窗|media.unregistered|-|-'],
  ],
  [
    'a group that is not judged unqualified is not; a day that is merged with its unit',
    {
      annexes: [
        '明细\n序号\n单位\n栏目\n问题\n限改日期\n一、未判定为不合格的\n1\n市审计局\n“公告”栏目\n2020年4月后无信息\n6月30日\n2\n“法规”栏目\n2个附件打不开\n3\n市林业局\n“林情”栏目\n空白栏目\n7月10日',
      ],
    },
    [
      '市审计局|-|update.column|-|2021-06-30',
      '市审计局|-|access.broken_link|-|2021-06-30',
      '市林业局|-|update.blank_column|-|2021-07-10',
    ],
  ],
  [
    'what is wrong and how it should be are no names',
    {
      annexes: [
        '错误清单\n| 序号 | 责任单位 | 平台 | 原样 | 修改意见 |\n| 1 | 市审计局 | 微信公众号 | 按装充电桩 | 安装充电桩 |\n| 2 | 市水务局 | 微信公众号 | 园满完成 | 圆满完成 |',
      ],
    },
    ['市审计局|-|content.wording|-|-', '市水务局|-|content.wording|-|-'],
  ],
  [
    'a column that says of which kind names nobody: what an indicator found is of whom its bracket names',
    {
      problems:
        '指标对照情况\n| 检查对象 | 指标 | 考察点 | 检查情况 |\n| 政府网站 | 安全泄密 | 泄露国家秘密 | 无 |\n| 政府网站 | 首页更新 | 首页无信息更新 | 无 |\n| 政府网站 | 栏目更新 | 应更新未更新栏目 | “数据发布”栏目更新不及时(市统计局) |\n| 政务新媒体 | 互动功能 | 未提供有效互动功能 | 无 |',
    },
    ['市统计局|-|update.column|-|-'],
  ],
  [
    'a column of kinds judges its rows',
    {
      annexes: [
        '问题清单\n| 序号 | 问题类别 | 具体问题 | 责任单位 |\n| 1 | 单项否决(不合格账号) | “资阳水务”微信公众号超过14天未更新 | 市水务局 |\n| 2 | 信息质量 | “资阳林业”微博有3处错别字 | 市林业局 |',
      ],
    },
    ['市水务局|资阳水务|update.account|unqualified|-', '市林业局|资阳林业|content.wording|-|-'],
  ],
  [
    'a heading over a table without a title judges it',
    {
      problems:
        '(一)不合格网站。\n| 序号 | 主管单位 | 网站名称 | 突出问题 |\n| 1 | 市水利局 | 资阳市水利局网站 | 空白栏目8个 |\n| 2 | 安岳县教育局 | 安岳县教育局网站 | 首页连续23天未更新 |\n(二)其他问题。市审计局网站有3处链接失效。',
    },
    [
      '市水利局|资阳市水利局网站|update.blank_column|unqualified|-',
      '安岳县教育局|安岳县教育局网站|update.homepage|unqualified|-',
      '市审计局|-|access.broken_link|-|-',
    ],
  ],
]

test.each(cases)('%s', (_, notice, records) => {
  expect(told(notice)).toEqual(records)
})

test('a county beside its own government; figures of problems; what the prose above told of', () => {
  const { records, metrics } = extract(
    `商洛市人民政府办公室关于2021年第四季度检查情况的通报

现将有关情况通报如下。
一、总体情况
检查政府网站17个,合格率100%。抽查政务新媒体34个,合格率94.1%。分地区情况如下表:
| 地区 | 备案账号 | 抽查数(个) | 合格率 | 发现问题 |
| 商州区 | 36 | 18 | 100% | 4 |
| 洛南县 | 34 | 16 | 87.5% | 5 |
附件:问题清单

商洛市人民政府办公室
2022年1月7日

附件
问题清单
| 序号 | 所属县区 | 问题单位 | 问题表现 |
| 1 | 商州区 | 区人民政府 | 13个链接失效 |
| 2 | 洛南县 | 县司法局 | 错别字3处 |
`,
    { kit: loadKit('grammars/lexicon') },
  )
  expect(records.map((r) => r.unit_name)).toEqual(['商洛市商州区人民政府', '洛南县司法局'])
  expect(
    metrics.filter((m) => m.about === '洛南县').map((m) => `${m.subject} ${m.measure} ${m.value}`),
  ).toEqual([
    'new_media total 34',
    'new_media checked 16',
    'new_media pass_rate 87.5',
    'new_media problems_found 5',
  ])
})
