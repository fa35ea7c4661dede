import { expect, test } from 'vitest'
import { loadKit } from '../../src/kit.ts'
import { extract } from '../../src/run/extract.ts'
import { told } from './told-of-notice.ts'

const kit = loadKit('grammars/lexicon')

const GROUPED = `问题清单
编号 | 账号或栏目 | 问题描述 |
安岳县教育局(2项) |
1 | “安岳教育”微信公众号 | 连续21天未更新 |
2 | “教育动态”栏目 | 3条信息配图打不开 |
乐至县水务局(1项) |
3 | “水质公报”栏目 | 栏目空白 |`
const MATRIX = `检查情况一览表
序号 | 单位 | 专栏/栏目更新 | 专栏/空白栏目 | 专栏/链接可用 | 政务新媒体/账号名称 | 政务新媒体/内容更新 |
1 | 市教育局 | √ | √ | × | 资阳教育 | √ |
2 | 市水务局 | × | × | √ | 资阳水务 | × |
3 | 市审计局 | √ | √ | √ | / | / |
4 | 市民政局 | √ | √ | √ | 资阳民政 | √ |
打×数合计 | | 1 | 1 | 1 | | 1 |`
const CARDS = `抽查发现问题的网站情况表
网站名称 | 资阳市教育局网站 | 主办单位 | 市教育局
检查结果 | 不合格 | 网址 | www.zyedu.gov.cn
存在问题 | 1.首页近一个月没有更新;2.5个栏目空白
网站名称 | 资阳市水务局网站 | 主办单位 | 市水务局
检查结果 | 合格 | 网址 | www.zywater.gov.cn
存在问题 | 5处链接失效`

const cases: [what: string, prose: string, demands: string, annexes: string[], records: string[]][] = [
  [
    'a unit over the rows of its accounts and columns',
    '检查了12个网站。',
    '',
    [GROUPED],
    [
      '安岳县教育局|安岳教育|update.account|-|-',
      '安岳县教育局|-|access.broken_link|-|-',
      '乐至县水务局|-|update.blank_column|-|-',
    ],
  ],
  [
    'a unit over a table of its own',
    '检查了12个网站。',
    '',
    [
      '问题清单(按单位分列)\n一、市教育局\n序号 | 平台 | 问题描述 |\n1 | “资阳教育”微信公众号 | 连续21天未更新 |\n2 | 同上 | 未提供有效互动功能 |\n二、市水务局\n序号 | 平台 | 问题描述 |\n1 | “资阳水务”微博 | 连续31天未更新 |',
    ],
    [
      '市教育局|资阳教育|update.account|-|-',
      '市教育局|资阳教育|interaction.no_function|-|-',
      '市水务局|资阳水务|update.account|-|-',
    ],
  ],
  [
    'a tick under what should not be, where crosses fail; parts of a table that tell of an account and of a site',
    '检查了12个网站。',
    '',
    [MATRIX],
    [
      '市教育局|-|access.broken_link|-|-',
      '市水务局|-|update.column|-|-',
      '市水务局|-|update.blank_column|-|-',
      '市水务局|资阳水务|update.account|-|-',
    ],
  ],
  [
    'what is said of a column, or of a link, that the row names',
    '检查了12个网站。',
    '',
    [
      '栏目更新情况\n一级栏目 | 二级栏目 | 责任单位 | 最后更新日期 | 结论 |\n政务公开 | 统计信息 | 市统计局 | 2020-09-14 | 超期 |\n政务公开 | 人事任免 | 市人社局 | 2021-05-03 | 正常 |\n互动交流 | 征集调查 | 市司法局 | — | 空白 |',
      '链接检测结果\n序号 | 单位 | 链接名称 | 检测结果 |\n1 | 市教育局 | 资阳一中 | 无法打开 |\n2 | 市水务局 | 水质查询 | 404错误 |\n3 | 市林业局 | 林权交易 | 跳转至赌博网站 |',
    ],
    [
      '市统计局|-|update.column|-|-',
      '市司法局|-|update.blank_column|-|-',
      '市教育局|资阳一中|access.broken_link|-|-',
      '市水务局|水质查询|access.broken_link|-|-',
      '市林业局|林权交易|security.harmful_content|-|-',
    ],
  ],
  [
    'the account that a column of platforms, or the cell beside a kind, names',
    '检查了12个网站。',
    '',
    [
      '错别字清单\n序号 | 单位 | 发布平台 | 错误表述 | 正确表述 |\n1 | 市教育局 | 门户网站教育频道 | 工做会议 | 工作会议 |\n2 | 市水务局 | “资阳水务”微信公众号 | 布署 | 部署 |',
      '问题分类表\n问题类别 | 具体问题 | 涉及单位 |\n账号未备案 | “资阳文旅”抖音号 | 市文化广电和旅游局 |\n账号未备案 | “资阳农业”快手号 | 市农业农村局 |',
    ],
    [
      '市教育局|-|content.wording|-|-',
      '市水务局|资阳水务|content.wording|-|-',
      '市文化广电和旅游局|资阳文旅|media.unregistered|-|-',
      '市农业农村局|资阳农业|media.unregistered|-|-',
    ],
  ],
  [
    'where a list judges its rows, what the prose says of all of it judges none',
    '抽查的账号中,有1个被判定为不合格,另有1个存在扣分问题,责任单位和具体表现见附件。',
    '',
    [
      '问题账号清单\n序号 | 责任单位 | 账号名称 | 具体问题 | 判定 |\n1 | 市教育局 | 资阳教育 | 2周内无更新 | 不合格 |\n2 | 市水务局 | 资阳水务 | 错别字2处 | 扣分 |',
    ],
    ['市教育局|资阳教育|update.account|unqualified|-', '市水务局|资阳水务|content.wording|-|-'],
  ],
  [
    'of what kind those are that are judged behind a list, the sentence before says',
    '全市在册政务新媒体53个。抽查40个,2个不合格(清单附后),合格率95%。',
    '',
    [
      '超过14日未更新的账号清单\n序号 | 主管单位 | 账号名称 | 最近一次更新 |\n1 | 市教育局 | 资阳教育 | 2021-02-09 |\n2 | 市水务局 | 资阳水务 | 2021-01-28 |',
    ],
    ['市教育局|资阳教育|update.account|unqualified|-', '市水务局|资阳水务|update.account|unqualified|-'],
  ],
  [
    'cards',
    '检查了12个网站。',
    '',
    [CARDS],
    [
      '市教育局|资阳市教育局网站|update.homepage|unqualified|-',
      '市教育局|资阳市教育局网站|update.blank_column|unqualified|-',
      '市水务局|资阳市水务局网站|access.broken_link|qualified|-',
    ],
  ],
  [
    'the rest of a wide table names only the site',
    '检查了12个网站。',
    '',
    [
      '表一\n序号 | 网站名称 | 主办单位 | 首页更新 |\n1 | 资阳教育网 | 市教育局 | 近20天无更新 |\n2 | 资阳水务网 | 市水务局 | 正常 |',
      '表二(续表)\n序号 | 网站名称 | 互动回应 |\n1 | 资阳教育网 | 正常 |\n2 | 资阳水务网 | 1条留言超期未答复 |',
    ],
    ['市教育局|资阳教育网|update.homepage|-|-', '市水务局|资阳水务网|interaction.no_reply|-|-'],
  ],
  [
    'what is mended, or due at once, is due on no day; what is not, when all is',
    '检查了12个网站。',
    '各单位要于5月31日前完成整改。',
    [
      '问题清单\n序号 | 单位 | 存在问题 | 整改情况 |\n1 | 市教育局 | 5个栏目空白 | 已整改 |\n2 | 市水务局 | 5处链接失效 | 整改中 |',
      '突出问题清单\n序号 | 单位 | 存在问题 | 完成时限 |\n1 | 市民政局 | 公示名单泄露身份证号码 | 立即整改 |\n2 | 市审计局 | 首页超过两周未更新 | 5月20日 |',
    ],
    [
      '市教育局|-|update.blank_column|-|-',
      '市水务局|-|access.broken_link|-|2021-05-31',
      '市民政局|-|security.privacy_leak|-|-',
      '市审计局|-|update.homepage|-|2021-05-20',
    ],
  ],
  [
    'of problems told before, those that are not mended',
    '检查了12个网站。',
    '',
    [
      '上季度通报问题复查情况表\n单位 | 通报问题 | 复查结果 |\n市教育局 | 5个栏目空白 | 已整改 |\n市水务局 | 5处链接失效 | 未整改 |',
    ],
    ['市水务局|-|access.broken_link|-|-', '市水务局|-|management.rectification|-|-'],
  ],
  [
    'a list behind those judged, of another annex, or of none, judges nobody',
    '政府网站未发现单项否决问题(见附件1)。除不合格网站外,在9家网站查出一般性问题14个,详见附件2。',
    '',
    [
      '自查表\n序号 | 指标 | 自查结果 |\n1 | 首页不更新 | 未发现 |\n2 | 空白栏目 | 未发现 |',
      '一般性问题清单\n序号 | 单位 | 存在问题 |\n1 | 市教育局 | 5个栏目空白 |\n2 | 市水务局 | 5处链接失效 |',
    ],
    ['市教育局|-|update.blank_column|-|-', '市水务局|-|access.broken_link|-|-'],
  ],
  [
    'the owner in the bracket of its account, in full by the group',
    '检查了12个网站。',
    '停用账号(附件1)由开设单位于5月31日前完成注销。',
    [
      '停用未注销政务新媒体账号名单\n序号 | 账号名称(开设单位) | 平台 |\n安岳县 | | |\n1 | 安岳学堂(县教育局) | 微信公众号 |\n乐至县 | | |\n2 | 乐至水务(县水务局) | 微博 |',
    ],
    ['县教育局|安岳学堂|media.closure|-|2021-05-31', '县水务局|乐至水务|media.closure|-|2021-05-31'],
  ],
  [
    'themselves, by the group over the rows',
    '检查了12个网站。',
    '',
    [
      '不可用链接明细\n序号 | 所在页面地址 | 返回状态 | 承办单位 |\n一、县政府门户网站(1条) | | | |\n1 | http://www.zy.gov.cn/a | 附件无法下载 | 市发改委 |\n二、市教育局网站(1条) | | | |\n2 | http://jy.zy.gov.cn/b | 附件无法下载 | 本单位 |',
    ],
    ['市发改委|-|access.broken_link|-|-', '市教育局|-|access.broken_link|-|-'],
  ],
  [
    'results of indicators, of whom the title names; what is clear is so whatever its kind',
    '检查了12个网站。',
    '',
    [
      '安岳县人民政府门户网站检查扣分表\n一级指标 | 分值 | 扣分 | 扣分原因 |\n信息发布 | 5 | 2 | 9份规范性文件未标注有效性 |\n办事服务 | 5 | 2 | 3个事项的办事指南缺少填报样表 |\n内容表述 | 5 | 0 | 未发现问题 |',
      '市供销合作社网站检查情况表\n检查项 | 是否触发 | 情况说明 |\n首页不更新 | 是 | 6月28日以来首页没有更新 |\n服务不实用 | 不涉及 | — |\n站点无法访问 | 否 | 未发现 |',
    ],
    [
      '安岳县人民政府|-|disclosure.documents|-|-',
      '安岳县人民政府|-|service.guide|-|-',
      '市供销合作社|-|update.homepage|-|-',
    ],
  ],
  [
    'what is corrected was worded wrongly, unless the table says what it was',
    '检查了12个网站。',
    '',
    [
      '错情明细\n单位 | 原文表述 | 更正为 | 错情类型 |\n市教育局 | 会议布署 | 会议部署 | 错别字 |\n市水务局 | 双随机、一公布 | 双随机、一公开 | 专有名词 |',
    ],
    ['市教育局|-|content.wording|-|-', '市水务局|-|content.wording|-|-'],
  ],
  [
    'a list without a table, by the title of its annex',
    '检查了12个网站。',
    '附件所列账号已长期闲置,主管单位须在5月31日前办结注销手续。',
    [
      '需注销的闲置政务新媒体账号\n(一)县文化广电和旅游局:“安岳全民健身”微信公众号\n(二)高沟镇:“高沟酒都”抖音号',
    ],
    [
      '县文化广电和旅游局|安岳全民健身|media.closure|-|2021-05-31',
      '高沟镇|高沟酒都|media.closure|-|2021-05-31',
    ],
  ],
  [
    'a cell that begins like the foot of a page',
    '检查了12个网站。',
    '',
    [
      '问题清单\n序号 |\n单位 |\n存在问题 |\n1 |\n市林业局 |\n上一条信息发布于2019年10月28日 |\n2 |\n市水务局 |\n5处链接失效 |',
    ],
    ['市林业局|-|update.column|-|-', '市水务局|-|access.broken_link|-|-'],
  ],
  [
    'a unit that is a sentence of its own',
    '检查了12个网站。\n安岳县教育局。“教育动态”栏目空白;首页超过两周未更新。\n乐至县水务局。“水质公报”栏目超过6个月未更新。',
    '',
    ['检查计划\n无'],
    [
      '安岳县教育局|-|update.blank_column|-|-',
      '安岳县教育局|-|update.homepage|-|-',
      '乐至县水务局|-|update.column|-|-',
    ],
  ],
  [
    'what the cell above says, and the one beside it',
    '检查了12个网站。',
    '',
    [
      '问题清单\n序号\t单位\t账号名称\t主要问题\t整改时限\t备注\n1\t市教育局\t资阳教育\t超过两周未更新\t5月20日\t\n2\t市水务局\t资阳水务\t同上\t同上\t\n3\t市林业局\t同左\t未公开监督电话\t〃\t已停更',
    ],
    [
      '市教育局|资阳教育|update.account|-|2021-05-20',
      '市水务局|资阳水务|update.account|-|2021-05-20',
      '市林业局|市林业局|disclosure.other|-|2021-05-20',
    ],
  ],
  [
    'columns and accounts in one column; an account that is closed is no problem',
    '检查了12个网站。',
    '',
    [
      '问题清单\n序号 | 责任单位 | 栏目(账号)名称 | 存在问题 |\n1 | 市水务局 | 水利工程 | 超过6个月未更新 |\n2 | 市林业局 | “资阳林业”微信公众号 | 连续32天未更新 |\n3 | 市审计局 | 依法行政 | 3个附件无法下载 |',
      '核查清册\n序号 | 主办单位 | 账号名称 | 平台 | 核查状态 |\n1 | 市教育局 | 资阳教育 | 微信 | 停更(最后发布2021年1月20日) |\n2 | 市商务局 | 资阳商务 | 微博 | 已注销 |\n3 | 市体育局 | 资阳体育 | 微博 | 正常使用,未备案 |',
    ],
    [
      '市水务局|-|update.column|-|-',
      '市林业局|资阳林业|update.account|-|-',
      '市审计局|-|access.broken_link|-|-',
      '市教育局|资阳教育|update.account|-|-',
      '市体育局|资阳体育|media.unregistered|-|-',
    ],
  ],
  [
    'platform and account in one column',
    '检查了12个网站。',
    '',
    [
      '不合格政务新媒体名单\n编号 | 开办单位 | 平台及账号 | 最近一次更新 | 不合格情形 |\n1 | 石羊镇 | 微信公众号“魅力石羊” | 2021年3月8日 | 超过14天未更新 |\n2 | 市林业局 | 微博“资阳林草” | 2021年2月26日 | 超过14天未更新 |',
    ],
    ['石羊镇|魅力石羊|update.account|unqualified|-', '市林业局|资阳林草|update.account|unqualified|-'],
  ],
  [
    'a remark missing behind figures whose headers nobody knows',
    '检查了12个网站。',
    '',
    [
      '信息报送任务完成情况\n单位\t季度任务(条)\t采用(条)\t完成率\t备注\n市教育局\t30\t34\t113.3%\n市统计局\t20\t0\t0\t零报送\n市水务局\t24\t9\t37.5%',
    ],
    ['市统计局|-|content.low_volume|-|-'],
  ],
  [
    'whoever stands under «地区(单位)» answers for the account beside',
    '检查了12个网站。',
    '',
    [
      '不合格账号名单\n序号 | 地区(单位) | 名称 | 类型 | 不合格原因 |\n1 | 安岳县 | 安岳科协 | 微信公众号 | 超过2周未更新 |\n2 | 乐至县 | 乐至水利 | 微博 | 未提供有效互动功能 |\n3 | 市民政局 | 资阳民政 | 微信公众号 | 超过2周未更新 |',
    ],
    [
      '安岳县|安岳科协|update.account|unqualified|-',
      '乐至县|乐至水利|interaction.no_function|unqualified|-',
      '市民政局|资阳民政|update.account|unqualified|-',
    ],
  ],
  [
    'a list that judges units by their accounts judges these in the prose',
    '考评了30个账号。草庙镇“草庙新语”微信公众号超过两周未更新。大桥镇“大桥发布”微博有3处错别字。',
    '',
    [
      '政务新媒体考评得分\n名次 | 单位 | 得分 | 等次 |\n1 | 大桥镇 | 86.5 | 合格 |\n2 | 草庙镇 | 58.4 | 不合格 |',
    ],
    ['草庙镇|草庙新语|update.account|unqualified|-', '大桥镇|大桥发布|content.wording|-|-'],
  ],
  [
    'what stands behind the day says whom it is for',
    '检查了12个网站。',
    '有关单位要于5月20日前将不合格网站整改到位,其他问题于5月31日前整改到位。',
    [
      '问题清单\n序号 | 单位 | 存在问题 | 处理意见 |\n1 | 市教育局 | 5个栏目空白 | 不合格,限期整改 |\n2 | 市水务局 | 5处链接失效 | 修复 |',
    ],
    ['市教育局|-|update.blank_column|unqualified|2021-05-20', '市水务局|-|access.broken_link|-|2021-05-31'],
  ],
]
test.each(cases)('%s', (_, prose, demands, annexes, records) => {
  expect(told({ overview: prose, demands, annexes }).sort()).toEqual(records.sort())
})

/** The notice as a page, with this table in it: `unit|category` of its records, and the figures of its table. */
function onPage(table: string): { records: string[]; metrics: string[] } {
  const { records, metrics } = extract(
    `<html><body><h1>资阳市人民政府办公室关于2021年第一季度政府网站与政务新媒体检查情况的通报</h1>
<p>各县(区)人民政府:</p><p>检查结果见附件。</p><p>附件:检查情况表</p><p>资阳市人民政府办公室</p><p>2021年5月10日</p>
<p>附件</p><p>检查情况表</p><table>${table}</table></body></html>`,
    { kit, uri: 'notice.html' },
  )
  return {
    records: records.map((r) => `${r.unit}|${r.category}`),
    metrics: metrics.map((m) => `${m.about}|${m.subject}|${m.measure}|${m.value}`),
  }
}
const rows = (...cells: string[]) =>
  cells
    .map(
      (row) =>
        `<tr>${row
          .split(' ')
          .map((c) => `<td>${c === '_' ? '' : c}</td>`)
          .join('')}</tr>`,
    )
    .join('')

const pages: [what: string, table: string, expected: ReturnType<typeof onPage>][] = [
  [
    'a matrix whose headers nobody knows, and how many there are of each below it',
    rows(
      '_ 公开指南 权责清单 年度报告',
      '安岳县 √ × √',
      '乐至县 √ √ ×',
      '雁江区 √ √ √',
      '市教育局 × √ √',
      '未公开单位数 1 1 1',
    ),
    {
      records: [
        '安岳县|disclosure.catalogue',
        '乐至县|disclosure.annual_report',
        '市教育局|disclosure.guide',
      ],
      metrics: [],
    },
  ],
  [
    'three rows of headers, of which one sums up',
    `<tr><td rowspan="3">市县</td><td colspan="3">政务新媒体</td></tr><tr><td colspan="2">抽查数</td><td rowspan="2">合格率</td></tr><tr><td>小计</td><td>微信</td></tr>${rows('安岳县 52 38 98.1%', '乐至县 32 22 100%')}`,
    {
      records: [],
      metrics: [
        '安岳县|new_media|checked|52',
        '安岳县|new_media|pass_rate|98.1',
        '乐至县|new_media|checked|32',
        '乐至县|new_media|pass_rate|100',
      ],
    },
  ],
  [
    'what was found, column by column, and in all',
    rows('单位 错别字 失效链接 小计', '安岳县 2 3 5', '乐至县 0 1 1', '总计 2 4 6'),
    {
      records: ['安岳县|content.wording', '安岳县|access.broken_link', '乐至县|access.broken_link'],
      metrics: [
        '安岳县|website|problems_found|5',
        '乐至县|website|problems_found|1',
        'null|website|problems_found|6',
      ],
    },
  ],
  [
    'results that tell, and cells that stand for the one above',
    rows(
      '栏目名称 更新要求 检查结果 责任单位',
      '教育资讯 2周内 超期未更新 市教育局',
      '招生考试 6个月内 空白 同上',
      '社会救助 每月 超期未更新 市民政局',
    ),
    {
      records: ['市教育局|update.column', '市教育局|update.blank_column', '市民政局|update.column'],
      metrics: [],
    },
  ],
  [
    'a government answers for the site that is called after it',
    rows(
      '序号 被抽查网站 首页不更新 错链断链 结论',
      '1 安岳县政府网站 _ 3处 合格',
      '2 市水利局网站 √ _ 不合格',
    ),
    { records: ['安岳县政府|access.broken_link', '市水利局|update.homepage'], metrics: [] },
  ],
  [
    'how many of which were looked at',
    rows('地区 抽查网站数 抽查政务新媒体数 不合格新媒体数', '安岳县 5 24 1', '乐至县 1 22 0'),
    {
      records: [],
      metrics: [
        '安岳县|website|checked|5',
        '安岳县|new_media|checked|24',
        '安岳县|new_media|unqualified|1',
        '乐至县|website|checked|1',
        '乐至县|new_media|checked|22',
        '乐至县|new_media|unqualified|0',
      ],
    },
  ],
  [
    'wrong words and their pages are no problems of their own',
    rows(
      '序号 来源 错误文字 正确文字 责任单位',
      '1 市政府门户网站 因地置宜 因地制宜 市农业农村局',
      '2 “资阳交警”微博 礼让班马线 礼让斑马线 市公安局',
    ),
    { records: ['市农业农村局|content.wording', '市公安局|content.wording'], metrics: [] },
  ],
]
test.each(pages)('%s', (_, table, expected) => {
  const { records, metrics } = onPage(table)
  expect({ records: records.sort(), metrics: metrics.sort() }).toEqual({
    records: expected.records.sort(),
    metrics: expected.metrics.sort(),
  })
})
