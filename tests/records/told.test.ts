import { expect, test } from 'vitest'
import { told } from './told-of-notice.ts'

/** Whom a notice tells problems of: unit|account|category|verdict|deadline of its records. */
const cases: [what: string, problems: string, demands: string, records: string[]][] = [
  [
    'the next parts of a counted list are told the same',
    '超过14天未更新的账号4个,其中微信公众号2个:“安岳教育”(安岳县教育局)、“乐至水务”(乐至县水务局);微博1个:“安岳交警”(安岳县公安局);抖音号1个:“雁江文旅”(雁江区文化广电和旅游局)。\n以上4个账号判定为不合格。',
    '',
    [
      '安岳县教育局|安岳教育|update.account|unqualified|-',
      '乐至县水务局|乐至水务|update.account|unqualified|-',
      '安岳县公安局|安岳交警|update.account|unqualified|-',
      '雁江区文化广电和旅游局|雁江文旅|update.account|unqualified|-',
    ],
  ],
  [
    'of those above, some are judged by name',
    '安岳县政府网站首页超过两周未更新。市水利局网站有5个错链。市民政局网站无法打开。\n上述网站中,安岳县、市民政局网站存在单项否决问题,判定为不合格。',
    '',
    [
      '安岳县|-|update.homepage|unqualified|-',
      '市水利局|-|access.broken_link|-|-',
      '市民政局|-|access.unreachable|unqualified|-',
    ],
  ],
  [
    'those above are as many as are told, though not all were named',
    '一是更新断档。4个账号超过14天没有更新,如安岳县教育局“安岳教育”、乐至县水务局“乐至水务”微信公众号等。\n二是互动缺失。市民政局“资阳民政”微博未提供有效互动功能。上述5个账号均为不合格账号。',
    '',
    [
      '安岳县教育局|安岳教育|update.account|unqualified|-',
      '乐至县水务局|乐至水务|update.account|unqualified|-',
      '市民政局|资阳民政|interaction.no_function|unqualified|-',
    ],
  ],
  [
    'who is in the same case is told the same',
    '安岳县政府网站“政务动态”栏目3个月未更新,乐至县同样如此。\n市水利局网站有5个错链。存在上述问题的还有市民政局。\n市林业局网站首页打不开,市气象局存在类似问题。',
    '',
    [
      '安岳县|-|update.column|-|-',
      '乐至县|-|update.column|-|-',
      '市水利局|-|access.broken_link|-|-',
      '市民政局|-|access.broken_link|-|-',
      '市林业局|-|access.unreachable|-|-',
      '市气象局|-|access.unreachable|-|-',
    ],
  ],
  [
    'who was in the same case before, or might be, is not told it',
    '市水利局网站有5个错链,市民政局上季度因同样问题被约谈,市气象局要防止类似问题发生,市林业局若存在类似问题将严肃处理。',
    '',
    ['市水利局|-|access.broken_link|-|-'],
  ],
  [
    'a bracket tells of what stands before it, not behind',
    '链接失效1家(市水利局),错别字3家。',
    '',
    ['市水利局|-|access.broken_link|-|-'],
  ],
  [
    'a paragraph that opens with a name and holds no other is told of it',
    '安岳县水利局网站,得分52分。主要问题:有19条链接打不开;网站备案号未标注。',
    '',
    ['安岳县水利局|-|access.broken_link|-|-', '安岳县水利局|-|design.identifier|-|-'],
  ],
  [
    'a bare line judges the paragraphs that open with names, and not the next',
    '不合格网站:\n安岳县水利局网站,得分52分。主要问题:有19条链接打不开。\n乐至县林业局网站首页无法打开。\n合格但有不足的网站:市民政局网站有5处错别字。',
    '',
    [
      '安岳县水利局|-|access.broken_link|unqualified|-',
      '乐至县林业局|-|access.unreachable|unqualified|-',
      '市民政局|-|content.wording|-|-',
    ],
  ],
  [
    'who checks is told of nothing that the check finds',
    '市电子政务中心对各网站逐日巡检,发现失效链接71条。市水利局对网站监测不到位。',
    '',
    ['市水利局|-|management.responsibility|-|-'],
  ],
  ['praise that names no praise', '安岳县教育局网站信息发布量大,专题制作精良。', '', []],
  [
    'who of a body is told of is the body',
    '个别单位信息员更换频繁,工作交接不清。',
    '',
    ['个别单位|-|management.responsibility|-|-'],
  ],
  [
    'what an inspection was about is no finding of it',
    '4月6日至9日,市政府办公室对全市政府网站的错别字、空白栏目问题开展了专项检查。安岳县教育局网站首页超过两周未更新。',
    '',
    ['安岳县教育局|-|update.homepage|-|-'],
  ],
  [
    'how much those fail who come next is no holder',
    '图片失效较多的单位有:安岳县教育局、乐至县水务局。',
    '',
    ['安岳县教育局|-|access.broken_link|-|-', '乐至县水务局|-|access.broken_link|-|-'],
  ],
  [
    'so with another word for much',
    '图片失效很多的单位有:安岳县教育局、乐至县水务局。',
    '',
    ['安岳县教育局|-|access.broken_link|-|-', '乐至县水务局|-|access.broken_link|-|-'],
  ],
  [
    'the former and the latter are those named last',
    '三季度被通报的网站,市教育局、市审计局等5家已经整改合格,安岳县、乐至县政府网站整改不到位,前者仍有3个空白栏目,后者首页超过两周未更新。',
    '',
    [
      '安岳县|-|management.rectification|-|-',
      '安岳县|-|update.blank_column|-|-',
      '乐至县|-|management.rectification|-|-',
      '乐至县|-|update.homepage|-|-',
    ],
  ],
  [
    'owners told behind a list, one for each or for all',
    '市政府门户网站有2个栏目半年以上未更新,分别是“食品安全”“对外贸易”,责任单位依次为市食品药品监督管理局、市商务局。',
    '',
    ['市食品药品监督管理局|-|update.column|-|-', '市商务局|-|update.column|-|-'],
  ],
  [
    'where a sentence only sums up, its brackets say what',
    '公开不到位的单位为:市教育局(未公布2022年义务教育招生政策)、市审计局(未公开2021年度预算执行审计报告)。',
    '',
    ['市教育局|-|disclosure.key_areas|-|-', '市审计局|-|disclosure.finance|-|-'],
  ],
  [
    'the same body, and what belongs to it',
    '市教育局网站6月5日发布的招生公告有两处错别字。该公告所附的计划表无法打开。此外,该局网站首页超过两周未更新。',
    '',
    ['市教育局|-|content.wording|-|-', '市教育局|-|access.broken_link|-|-', '市教育局|-|update.homepage|-|-'],
  ],
  [
    'those summed up, and then their accounts',
    '安岳县教育局、乐至县水务局等2家单位的账号超过14天未更新。其中,安岳县教育局“安岳教育”微信公众号停更19天,乐至县水务局“乐至水务”微博停更26天。',
    '',
    ['安岳县教育局|安岳教育|update.account|-|-', '乐至县水务局|乐至水务|update.account|-|-'],
  ],
  [
    'what is wrong with those that the next clause counts',
    '栏目更新滞后的有市财政局、市林业局;发布信息出现错别字的,安岳县教育局2处、乐至县水务局1处。',
    '',
    [
      '市财政局|-|update.column|-|-',
      '市林业局|-|update.column|-|-',
      '安岳县教育局|-|content.wording|-|-',
      '乐至县水务局|-|content.wording|-|-',
    ],
  ],
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
  [
    'a bracket that explains tells of nobody where the heading does',
    '(一)停更。停更的有:“安岳粮储”微信公众号(安岳县发展和改革局)、“乐至林草”微博(该单位另有多个账号)。',
    '',
    ['安岳县发展和改革局|安岳粮储|update.account|-|-', '-|乐至林草|update.account|-|-'],
  ],
  [
    'whose a line is; what is counted is not named; who has no problem',
    '市民政局:“养老机构名录”仍列着去年停业的两家养老院;公示未遮盖身份证号。\n劳动镇:“劳动发布”微信公众号连续16天没有更新;“劳动视界”抖音号评论区关闭。\n市公安局:未发现问题。',
    '',
    [
      '市民政局|-|content.inaccurate|-|-',
      '市民政局|-|security.privacy_leak|-|-',
      '劳动镇|劳动发布|update.account|-|-',
      '劳动镇|劳动视界|interaction.no_function|-|-',
    ],
  ],
  [
    'bare items of lists that their noun closes',
    '(一)更新不及时。栏目长期没有更新的有:县教育、水务、统计等局,石羊、龙台、李家镇。\n(二)回应迟缓。网民咨询超期答复的有:市人社、市监两局,各1件。',
    '',
    [
      '县教育局|-|update.column|-|-',
      '县水务局|-|update.column|-|-',
      '县统计局|-|update.column|-|-',
      '石羊镇|-|update.column|-|-',
      '龙台镇|-|update.column|-|-',
      '李家镇|-|update.column|-|-',
      '市人社局|-|interaction.no_reply|-|-',
      '市市监局|-|interaction.no_reply|-|-',
    ],
  ],
  [
    'who reminds is not told of, nor what is denied; what should be is',
    '(一)其他。市文广旅游局电话提醒我局有1份文件没有解读。没有购买“粉丝”、强制点赞的行为。应当转载的国务院重要信息漏转3条的是市审计局网站。',
    '',
    ['市审计局|-|content.republish|-|-'],
  ],
  [
    'accounts named behind their owners, one for each',
    '(一)停更。安岳县石羊镇、龙台镇的“和美石羊”“龙台发布”微信公众号均停更三个月。',
    '',
    ['安岳县石羊镇|和美石羊|update.account|-|-', '安岳县龙台镇|龙台发布|update.account|-|-'],
  ],
  [
    'a heading that says what was not mended is no report of what was',
    '(一)整改情况报送不及时。去年四季度通报下发后,市供销社至今没有报送整改情况。',
    '',
    ['市供销社|-|management.reporting|-|-'],
  ],
  [
    'the rest of what the sentence before counted',
    '(一)找错办理。“我为政府网站找错”平台转办留言31条,按时办结30条。逾期的1条由市城市管理局承办,拖了11个工作日。',
    '',
    ['市城市管理局|-|design.find_error|-|-'],
  ],
  [
    "the notice's own government, where its site is named and its faults are told; where something stands on it, another",
    '(一)链接。市政府网站“便民服务”页面有5个外部链接失效,已当场处理。\n(二)公开。市教育局未在市政府网站公开年度报告。',
    '',
    ['市政府|-|access.broken_link|-|-', '市教育局|-|disclosure.annual_report|-|-'],
  ],
  [
    'the columns of a site are whose they are kept by',
    '(一)更新。市政府网站由市商务局维护的“营商环境”栏目半年未更新。',
    '',
    ['市商务局|-|update.column|-|-'],
  ],
  [
    'accounts of the unit that opened, stopped or keeps them; not of the one that is to register them',
    '(一)备案。市水利局代管的“沱江水情”微信公众号未备案;丹山镇9月份自行开设“丹山之声”微信公众号,没有到市政府办公室备案。\n(二)注销。市设计研究院2019年停用的“资阳设计”微博,未履行注销手续。',
    '',
    [
      '市水利局|沱江水情|media.unregistered|-|-',
      '丹山镇|丹山之声|media.unregistered|-|-',
      '市设计研究院|资阳设计|media.closure|-|-',
    ],
  ],
  [
    'under a heading of accounts a name in quotation marks behind its unit is one',
    '(一)政务新媒体。丹山镇“古韵丹山”至今未经平台认证。',
    '',
    ['丹山镇|古韵丹山|media.identity|-|-'],
  ],
  [
    'of the period before: what is still not mended, not what was found',
    '(一)上季度问题整改情况。一季度通报的5个问题已整改4个,安岳县网站打不开的问题已解决。没有改到位的是:乐至县1个。\n(二)回访。市体育局网站栏目不更新问题仍未整改。',
    '',
    [
      '乐至县|-|management.rectification|-|-',
      '市体育局|-|management.rectification|-|-',
      '市体育局|-|update.column|-|-',
    ],
  ],
  [
    'one is this and one is that: each is told of what both are',
    '(一)尚未清零。没有改的2个,一个是丹山镇专栏的失效链接照旧打不开,一个是南津镇早就停用的“南津发布”视频号拖着没有注销。',
    '',
    [
      '丹山镇|-|management.rectification|-|-',
      '南津镇|南津发布|management.rectification|-|-',
      '丹山镇|-|access.broken_link|-|-',
      '南津镇|南津发布|media.closure|-|-',
    ],
  ],
  [
    'words that are only cited, a demand over what must not appear, a rule for who does not mend',
    '(一)文字。丹山镇一则通知把“安全隐患”打成“安全隐换”。各单位不得出现泄露隐私等情况,对拒不整改的,报市政府处理。',
    '',
    ['丹山镇|-|content.wording|-|-'],
  ],
  [
    'one body of two halves, two of a list that is counted',
    '(一)链接。市农牧和乡村振兴局网站首页链接失效。\n(二)首页。市教育和水利局两家网站首页打不开。',
    '',
    [
      '市农牧和乡村振兴局|-|access.broken_link|-|-',
      '市教育局|-|access.unreachable|-|-',
      '市水利局|-|access.unreachable|-|-',
    ],
  ],
  [
    'on a line of its own «此外» leaves the unit of the item before',
    '1.市民政局。首页有2处错别字。\n此外,市审计局未按要求报送自查表。',
    '',
    ['市民政局|-|content.wording|-|-', '市审计局|-|management.reporting|-|-'],
  ],
  [
    'columns in quotation marks, their owners in brackets behind a colon',
    '(一)责任没有压实。有3个栏目超过规定期限没有更新,涉及2家单位,分别是:“就业创业”“职称评审”(市人力社保局),“重点项目”(市发展改革委)。',
    '',
    ['市人力社保局|-|update.column|-|-', '市发展改革委|-|update.column|-|-'],
  ],
  [
    'a column’s name is not what is inaccurate',
    '(一)更新。市教育局、市水利局网站的“统计数据”栏目超过6个月未更新。',
    '',
    ['市教育局|-|update.column|-|-', '市水利局|-|update.column|-|-'],
  ],
  [
    'what a demand asks for is not what its colon lists',
    '(一)网站。下列问题需要整改:市教育局首页打不开;市审计局网站有3处错别字。',
    '',
    ['市教育局|-|access.unreachable|-|-', '市审计局|-|content.wording|-|-'],
  ],
  [
    'the one and the other of two',
    '(一)内容。安岳县、乐至县政府网站扣分较多,前者有5处死链,后者首页有2处错别字。',
    '',
    ['安岳县|-|access.broken_link|-|-', '乐至县|-|content.wording|-|-'],
  ],
  [
    'of those named before, each its own',
    '(一)安全。龙台镇、丹山镇网站因无人管护,分别出现长时间打不开和首页被植入非法链接的情况。',
    '',
    ['龙台镇|-|access.unreachable|-|-', '丹山镇|-|security.harmful_content|-|-'],
  ],
  [
    'accounts of one unit that are too many are one problem; to whom they are left is not told of',
    '(一)账号。市林业局“资阳林业”“林业之窗”两个微信公众号定位相近、内容雷同。个别学校把公众号交给校外公司打理,推送内容无人审核。',
    '',
    ['市林业局|资阳林业|media.duplicate|-|-', '个别学校|-|content.review|-|-'],
  ],
  [
    'each has one account, which is none too many; accounts called by their state',
    '(一)“僵尸”账号仍有发现。龙台镇、丹山镇各有一个账号两周以上没有更新。',
    '',
    ['龙台镇|-|update.account|-|-', '丹山镇|-|update.account|-|-'],
  ],
  [
    'who supervises badly, though it is an office',
    '(一)整改。安岳县人民政府办公室对上半年通报的问题督促整改不到位。',
    '',
    ['安岳县人民政府办公室|-|management.rectification|-|-'],
  ],
  [
    'what another says is held against it',
    '(一)指南。市民政局公布的办结时限与省网上办事大厅所载相差10个工作日。',
    '',
    ['市民政局|-|service.guide|-|-'],
  ],
  [
    'a site with so many columns that are empty is none of a list of sites',
    '(一)栏目。安岳县政府网站有2个空白栏目,乐至县政府网站站内搜索无法使用。',
    '',
    ['安岳县|-|update.blank_column|-|-', '乐至县|-|design.function|-|-'],
  ],
  [
    "words in front of a body of one's own are none of its name",
    '(一)同时市审计局网站有4处错别字。年初市水务局网站空白栏目2个。5月9日市林业局网站3个链接失效。',
    '',
    [
      '市审计局|-|content.wording|-|-',
      '市水务局|-|update.blank_column|-|-',
      '市林业局|-|access.broken_link|-|-',
    ],
  ],
  [
    'the noun beside what is wrong, not the site in front of it',
    '(一)链接。安岳县政府门户网站、市审计局网站分别有23个、17个链接无法打开。市水务局网站政策文件打不开。市林业局网站多次无法打开。',
    '',
    [
      '安岳县政府|-|access.broken_link|-|-',
      '市审计局|-|access.broken_link|-|-',
      '市水务局|-|access.broken_link|-|-',
      '市林业局|-|access.unreachable|-|-',
    ],
  ],
  [
    'what an earlier notice told and is so now',
    '(一)上季度遗留问题。上季度通报的9个单位中有8个已按期完成。龙台镇“龙台之声”微信公众号至今没有备案。',
    '',
    ['龙台镇|龙台之声|media.unregistered|-|-'],
  ],
  [
    'what leads to items judges those they tell of, whose headings judge nobody',
    '检查发现的3家不合格网站,主要存在以下问题:\n(一)首页更新不及时。市审计局、市水务局网站首页两周以上无信息更新。\n(二)互动差。市林业局网站对4条留言超过3个月未予回应。',
    '',
    [
      '市审计局|-|update.homepage|unqualified|-',
      '市水务局|-|update.homepage|unqualified|-',
      '市林业局|-|interaction.no_reply|unqualified|-',
    ],
  ],
]

test.each(cases)('%s', (_, problems, demands, records) => {
  expect(told({ overview: '检查了12个网站。', problems, demands })).toEqual(records)
})

test('praise before the problems is none', () => {
  expect(told({ overview: '市财政局网站更新勤、差错少。', problems: '市审计局网站有3处错别字。' })).toEqual([
    '市审计局|-|content.wording|-|-',
  ])
})
