import { expect, test } from 'vitest'
import { told } from './told-of-notice.ts'

/** How those told of are judged, and by when they must mend: unit|account|category|verdict|deadline of its records. */
const cases: [what: string, problems: string, demands: string, records: string[]][] = [
  [
    'the unqualified by one day, the rest by another, where the problems are told',
    '安岳县教育局网站首页超过两周未更新,判定为不合格。乐至县水务局网站有5处链接失效。不合格网站须在5月20日前整改到位,其余存在问题的单位应于5月底前完成整改。',
    '',
    [
      '安岳县教育局|-|update.homepage|unqualified|2021-05-20',
      '乐至县水务局|-|access.broken_link|-|2021-05-31',
    ],
  ],
  [
    'counts of units in a bracket, and accounts in brackets behind them',
    '1.多个栏目应更新未更新(市财政局6个、市林业局5个)。\n2.政务新媒体超过14天未更新,共3个:安岳县教育局2个(“安岳教育”微信公众号、“安岳学堂”抖音号),乐至县水务局1个(“乐至水务”微博)。',
    '第1项所列单位于5月20日前整改完毕,第2项所列单位于5月31日前整改完毕。',
    [
      '市财政局|-|update.column|-|2021-05-20',
      '市林业局|-|update.column|-|2021-05-20',
      '安岳县教育局|安岳教育|update.account|-|2021-05-31',
      '安岳县教育局|安岳学堂|update.account|-|2021-05-31',
      '乐至县水务局|乐至水务|update.account|-|2021-05-31',
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
    'a verdict of the site in the heading that names a unit, which is not that of its account; a verdict that is good',
    '1.市民政局(网站评定:不合格)\n问题1:“养老服务”栏目停留在2019年。\n问题2:“资阳民政”微信公众号停更四十天。\n2.市审计局(网站评定:合格)\n问题:首页有2处错别字。',
    '',
    [
      '市民政局|-|update.column|unqualified|-',
      '市民政局|资阳民政|update.account|-|-',
      '市审计局|-|content.wording|qualified|-',
    ],
  ],
  [
    'a verdict of the account in the heading; one of the unit as a whole',
    '1.市水利局(公众号评定:不合格)\n问题:“资阳水利”微信公众号停更四十天。\n2.市林业局(不合格)\n问题1:“资阳林业”微信公众号停更四十天。\n问题2:首页有2处错别字。',
    '',
    [
      '市水利局|资阳水利|update.account|unqualified|-',
      '市林业局|资阳林业|update.account|unqualified|-',
      '市林业局|-|content.wording|unqualified|-',
    ],
  ],
  [
    'the verdict of the sentence before, of the first two, of a clause of its own',
    '(一)市审计局网站有3处错别字。该网站判定为不合格。市民政局网站有2处错别字。\n(二)市林业局网站首页超过两周未更新。经复核,仍不合格。\n(三)安岳县教育局网站有5处链接失效;乐至县教育局网站有5处链接失效;雁江区教育局网站有5处链接失效。以上前两家网站不合格。\n(四)市水利局网站有3处错别字,得分85分,合格。',
    '',
    [
      '市审计局|-|content.wording|unqualified|-',
      '市民政局|-|content.wording|-|-',
      '市林业局|-|update.homepage|unqualified|-',
      '安岳县教育局|-|access.broken_link|unqualified|-',
      '乐至县教育局|-|access.broken_link|unqualified|-',
      '雁江区教育局|-|access.broken_link|-|-',
      '市水利局|-|content.wording|qualified|-',
    ],
  ],
  [
    'an account told of by its name alone, whose owner and platform a list of verdicts named',
    '判定为不合格的账号2个,分别为:安岳县教育局“安岳教育”抖音号、乐至县水务局“乐至水务”微博。\n“安岳教育”超过14天未更新。“乐至水务”关闭了评论和私信。',
    '',
    [
      '安岳县教育局|安岳教育|update.account|unqualified|-',
      '乐至县水务局|乐至水务|interaction.no_function|unqualified|-',
    ],
  ],
  [
    'tables of the body by their captions, the sentence behind one and the heading over the other',
    '(一)单项否决情况\n表1\n序号\n网站名称\n主办单位\n问题\n1\n安岳教育网\n安岳县教育局\n首页超过两周未更新\n2\n乐至水务网\n乐至县水务局\n网站无法访问\n以上网站均判定为不合格网站。\n(二)达到合格标准但扣分较多的网站\n表2\n序号\n网站名称\n主办单位\n问题\n1\n资阳审计网\n市审计局\n3篇信息有错别字\n2\n资阳林业网\n市林业局\n5个链接失效',
    '表1中的2家网站5月20日前整改到位。表2中的网站5月31日前整改完毕,其中市林业局整改时间可延至6月15日。',
    [
      '安岳县教育局|安岳教育网|update.homepage|unqualified|2021-05-20',
      '乐至县水务局|乐至水务网|access.unreachable|unqualified|2021-05-20',
      '市审计局|资阳审计网|content.wording|qualified|2021-05-31',
      '市林业局|资阳林业网|access.broken_link|qualified|2021-06-15',
    ],
  ],
  [
    'bullets that head what stands under them, and days by kinds of problems',
    '▲安岳县教育局\n“安岳教育”微信公众号超过14天未更新。\n▲乐至县水务局\n(1)门户网站“防汛抗旱”栏目为空白栏目;\n(2)门户网站有错别字3处。',
    '①账号、栏目不更新,栏目空白的,5月20日前整改到位;\n②文字差错和链接不可用的,5月31日前整改到位。',
    [
      '安岳县教育局|安岳教育|update.account|-|2021-05-20',
      '乐至县水务局|-|update.blank_column|-|2021-05-20',
      '乐至县水务局|-|content.wording|-|2021-05-31',
    ],
  ],
  [
    'four sites in a bracket are those it counts',
    '抽查网站20个,不合格4个(市审计局网站、市林业局网站、安岳县教育局网站以及乐至县水务局网站)。市审计局网站有3处错别字。市民政局网站有2处错别字。',
    '',
    ['市审计局|-|content.wording|unqualified|-', '市民政局|-|content.wording|-|-'],
  ],
  [
    'units whose sites were unqualified must mend their accounts as well; not those of others',
    '1.市民政局(网站评定:不合格)\n问题1:“养老服务”栏目停留在2019年。\n问题2:“资阳民政”微信公众号停更四十天。\n2.市审计局(网站评定:合格)\n问题:“资阳审计”微信公众号停更四十天。',
    '网站评定为不合格的1家单位5月31日前整改到位。',
    [
      '市民政局|-|update.column|unqualified|2021-05-31',
      '市民政局|资阳民政|update.account|-|2021-05-31',
      '市审计局|资阳审计|update.account|-|-',
    ],
  ],
  [
    'a day for towns alone',
    '安岳县龙台镇网站首页一个月未更新。市审计局网站有3处错别字。',
    '各乡镇(街道)要于5月31日前整改到位。',
    ['安岳县龙台镇|-|update.homepage|-|2021-05-31', '市审计局|-|content.wording|-|-'],
  ],
  [
    'a day for towns and departments',
    '安岳县龙台镇网站首页一个月未更新。市审计局网站有3处错别字。',
    '各乡镇(街道)、市直各部门要于5月31日前整改到位。',
    ['安岳县龙台镇|-|update.homepage|-|2021-05-31', '市审计局|-|content.wording|-|2021-05-31'],
  ],
  [
    'days for the unqualified and for the rest, one of them told twice',
    '市林业局网站首页一个月未更新,判定为不合格。市审计局网站有3处错别字。',
    '不合格网站5月31日前整改到位。其他问题同样以6月15日为限整改。整改报告6月15日前报市政府办公室。',
    ['市林业局|-|update.homepage|unqualified|2021-05-31', '市审计局|-|content.wording|-|2021-06-15'],
  ],
  [
    'brackets behind names tell of each',
    '(一)单项否决。不合格网站为:市审计局网站(首页连续26天没有更新)、安岳县政府网站(“人事信息”等13个栏目逾期未更新,另有6个空白栏目)、乐至县政府网站(办事指南缺少申请材料)。',
    '',
    [
      '市审计局|-|update.homepage|unqualified|-',
      '安岳县|-|update.blank_column|unqualified|-',
      '安岳县|-|update.column|unqualified|-',
      '乐至县|-|service.guide|unqualified|-',
    ],
  ],
  [
    'a list of the judged ends where others begin',
    '(一)不合格的3个账号分别是:安岳县水务局“安岳水务”微博,断更21天;乐至县林业局“乐至林草”抖音号,断更33天;雁江区教育局“雁江教育”微博,断更40天。此外,市审计局网站有3处错别字。',
    '',
    [
      '安岳县水务局|安岳水务|update.account|unqualified|-',
      '乐至县林业局|乐至林草|update.account|unqualified|-',
      '雁江区教育局|雁江教育|update.account|unqualified|-',
      '市审计局|-|content.wording|-|-',
    ],
  ],
  [
    'a site that only its name in quotes tells of',
    '(一)网站停更。这次被判不合格的,一个是“资阳旅游网”,首页41天没有更新;另一个是市教育局网站,首页半年没有更新。市审计局网站有3处错别字。',
    '',
    [
      '-|资阳旅游网|update.homepage|unqualified|-',
      '市教育局|-|update.homepage|unqualified|-',
      '市审计局|-|content.wording|-|-',
    ],
  ],
  [
    'days for kinds of accounts as their headings call them, and for one that is excepted',
    '(一)关停的账号。安岳县水务局“安岳水务”微博停更两年。\n(二)注销的账号。乐至县林业局“乐至林草”抖音号停更三年。\n(三)整改的账号。雁江区教育局“雁江教育”微博、市审计局“资阳审计”微博均已停更一个月。',
    '关停类账号5月13日前停止发布。注销类账号5月18日前办理注销。整改类账号,除“资阳审计”外,5月25日前整改到位;“资阳审计”需经平台审核,时间放宽到6月15日。',
    [
      '安岳县水务局|安岳水务|update.account|-|2021-05-13',
      '乐至县林业局|乐至林草|update.account|-|2021-05-18',
      '雁江区教育局|雁江教育|update.account|-|2021-05-25',
      '市审计局|资阳审计|update.account|-|2021-06-15',
    ],
  ],
  [
    'days for items by their places',
    '(一)栏目不更新。市审计局网站“审计公告”栏目停留在2019年。\n(二)错别字。市教育局网站有3处错别字。\n(三)账号停更。安岳县水务局“安岳水务”微博停更两月。',
    '第(一)至(二)项涉及的单位5月20日前整改完毕;第(三)项所列账号5月31日前恢复更新。',
    [
      '市审计局|-|update.column|-|2021-05-20',
      '市教育局|-|content.wording|-|2021-05-20',
      '安岳县水务局|安岳水务|update.account|-|2021-05-31',
    ],
  ],
  [
    'what somebody promised, where more is demanded',
    '(一)账号停更。安岳县龙台镇“龙台发布”微博停更41天,该镇承诺于6月10日前注销。\n(二)错别字。市教育局网站有3处错别字。',
    '被点名的网站和账号5月25日前整改到位。',
    ['安岳县龙台镇|龙台发布|update.account|-|2021-05-25', '市教育局|-|content.wording|-|2021-05-25'],
  ],
  [
    'days that stand with their problems are theirs',
    '1.市审计局网站首页一个月没有更新。该局要在5月20日前整改到位。\n2.市教育局网站有3处错别字。责令其5月28日前改正。\n3.市水务局网站“通知公告”栏目停留在2019年。',
    '',
    [
      '市审计局|-|update.homepage|-|2021-05-20',
      '市教育局|-|content.wording|-|2021-05-28',
      '市水务局|-|update.column|-|-',
    ],
  ],
  [
    'a line that sites cross judges them',
    '(一)网站触碰“底线”。市审计局网站首页一个月没有更新。\n(二)细节失分。市教育局网站有3处错别字。',
    '被点名的不合格网站5月12日前整改达标,其他网站5月底前整改结束。',
    ['市审计局|-|update.homepage|unqualified|2021-05-12', '市教育局|-|content.wording|-|2021-05-31'],
  ],
  [
    'a paragraph that sums up the judged tells nothing of how they are run',
    '(一)首页。市教育局网站首页两个月未更新。\n(二)内容把关不严。市审计局网站有3处错别字。\n经综合评定,市教育局网站为不合格网站。',
    '',
    ['市教育局|-|update.homepage|unqualified|-', '市审计局|-|content.wording|-|-'],
  ],
  [
    'days of those whom a demand calls by their problem',
    '(一)信息报送不积极。市教育局、市水利局一季度信息零报送。\n(二)重点领域公开不及时。市审计局未公开审计结果。',
    '零报送的单位要于5月底前至少报送信息5条。重点领域公开不及时的单位,要于5月20日前补充公开到位。',
    [
      '市教育局|-|content.low_volume|-|2021-05-31',
      '市水利局|-|content.low_volume|-|2021-05-31',
      '市审计局|-|disclosure.finance|-|2021-05-20',
    ],
  ],
]

test.each(cases)('%s', (_, problems, demands, records) => {
  expect(told({ overview: '检查了12个网站。', problems, demands })).toEqual(records)
})
