import { expect, test } from 'vitest'
import { told } from './told-of-notice.ts'

/** Verdicts and demands that name items, kinds, classes or lists, and not units: unit|account|category|verdict|deadline. */
const cases: [
  what: string,
  notice: { problems?: string; demands?: string; overview?: string; annexes?: string[] },
  records: string[],
][] = [
  [
    'a demand judges the items it refers to; those not mended since are due by another day',
    {
      problems:
        '(一)首页不更新。安岳县教育局网站首页超过两周未更新。\n(二)链接失效。乐至县水务局网站有5处链接失效。\n(三)整改不到位。市林业局、市审计局2家网站至今未整改到位。',
      demands:
        '上述(一)至(二)项所列2家不合格网站,务必于5月20日前整改到位。一季度通报后仍未整改到位的2家网站,由市政府办公室督办,5月14日前整改完毕。',
    },
    [
      '安岳县教育局|-|update.homepage|unqualified|2021-05-20',
      '乐至县水务局|-|access.broken_link|unqualified|2021-05-20',
      '市林业局|-|management.rectification|-|2021-05-14',
      '市审计局|-|management.rectification|-|2021-05-14',
    ],
  ],
  [
    'those that an earlier notice told of and that are not mended, by another day than all others',
    {
      problems:
        '(一)首页不更新。安岳县教育局网站首页超过两周未更新。\n(二)整改不到位。市林业局、市审计局2家网站至今未整改到位。',
      demands: '各责任单位于5月20日前整改到位。一季度通报后仍未整改到位的2家网站,5月14日前整改完毕。',
    },
    [
      '安岳县教育局|-|update.homepage|-|2021-05-20',
      '市林业局|-|management.rectification|-|2021-05-14',
      '市审计局|-|management.rectification|-|2021-05-14',
    ],
  ],
  [
    'items that are not as many as the demand counts are not judged',
    {
      problems:
        '(一)首页不更新。安岳县教育局网站首页超过两周未更新。\n(二)链接失效。乐至县水务局网站有5处链接失效。',
      demands: '上述(一)至(二)项所列3家不合格网站,务必于5月20日前整改到位。',
    },
    ['安岳县教育局|-|update.homepage|-|2021-05-20', '乐至县水务局|-|access.broken_link|-|2021-05-20'],
  ],
  [
    'items by their numbers, the last of which is no heading of what follows',
    {
      problems:
        '1.“资阳水务”微信公众号停更四十天;\n2.市审计局网站有3处错别字;\n3.市林业局未按时上报整改情况。\n上述第1项所列账号判定为不合格。',
    },
    [
      '-|资阳水务|update.account|unqualified|-',
      '市审计局|-|content.wording|-|-',
      '市林业局|-|management.reporting|-|-',
    ],
  ],
  [
    'items under items',
    {
      problems:
        '(一)账号\n1.“资阳水务”微信公众号停更四十天;\n2.“资阳林业”微信公众号未备案。\n(二)网站\n1.市审计局网站有3处错别字;\n2.市商务局网站有3处链接失效。',
      demands:
        '第(一)项第2目和第(二)项第1目问题5月20日前整改到位;第(一)项第1目、第(二)项第2目问题5月14日前整改到位。',
    },
    [
      '-|资阳水务|update.account|-|2021-05-14',
      '-|资阳林业|media.unregistered|-|2021-05-20',
      '市审计局|-|content.wording|-|2021-05-20',
      '市商务局|-|access.broken_link|-|2021-05-14',
    ],
  ],
  [
    'all but the unqualified of some items',
    {
      problems:
        '(一)市水务局。“资阳水务”微信公众号停更四十天,不合格;“河长制”栏目有3处链接失效。\n(二)市审计局。网站有3处错别字。',
      demands:
        '不合格账号于5月14日前整改到位。除不合格账号外,第(一)项问题于5月20日前整改到位,第(二)项问题于5月31日前整改到位。',
    },
    [
      '市水务局|资阳水务|update.account|unqualified|2021-05-14',
      '市水务局|-|access.broken_link|-|2021-05-20',
      '市审计局|-|content.wording|-|2021-05-31',
    ],
  ],
  [
    'those sites are the unqualified that the sentence before tells of',
    {
      problems:
        '(一)不合格网站。安岳县教育局网站首页超过两周未更新。\n(二)其他网站。乐至县水务局网站有5处链接失效。',
      demands: '(一)对1家不合格网站的主办单位予以通报批评。请有关单位督促上述网站于5月20日前整改到位。',
    },
    ['安岳县教育局|-|update.homepage|unqualified|2021-05-20', '乐至县水务局|-|access.broken_link|-|-'],
  ],
  [
    'the heading over a demand says of which, each of its kinds by itself',
    {
      problems:
        '市水务局“资阳水务”微信公众号未备案。市林业局“资阳林业”微博名称与备案信息不一致。市审计局“资阳审计”微博停用后未注销。',
      demands:
        '(一)未备案和备案信息不一致的账号。主办单位须在5月20日前补办手续。\n(二)应注销未注销的账号。主办单位须在5月31日前完成注销。',
    },
    [
      '市水务局|资阳水务|media.unregistered|-|2021-05-20',
      '市林业局|资阳林业|media.identity|-|2021-05-20',
      '市审计局|资阳审计|media.closure|-|2021-05-31',
    ],
  ],
  [
    'a kind of problem makes accounts unqualified, in the list too',
    {
      overview: '内容不更新、互动功能缺失的2个账号判定为不合格。',
      annexes: [
        '问题账号清单\n| 序号 | 主办单位 | 账号名称 | 平台 | 存在问题 |\n| 1 | 市水务局 | 资阳水务 | 微博 | 内容不更新 |\n| 2 | 市林业局 | 资阳林业 | 微博 | 互动功能缺失 |\n| 3 | 市审计局 | 资阳审计 | 微博 | 未备案 |',
      ],
    },
    [
      '市水务局|资阳水务|update.account|unqualified|-',
      '市林业局|资阳林业|interaction.no_function|unqualified|-',
      '市审计局|资阳审计|media.unregistered|-|-',
    ],
  ],
  [
    'classes of a column: what is judged, and by when',
    {
      overview: '按轻重分为A、B两类,其中A类问题对应的账号判定为不合格。',
      demands: 'A类问题5月14日前整改到位,B类问题5月31日前整改到位。',
      annexes: [
        '问题清单\n| 序号 | 责任单位 | 涉及对象 | 问题描述 | 类别 |\n| 1 | 市水务局 | “资阳水务”微信公众号 | 连续28天未更新 | A类 |\n| 2 | 市林业局 | 便民服务 | 5处错链 | B类 |\n| 3 | 市审计局 | 工作动态 | 错别字3处 | B类 |',
      ],
    },
    [
      '市水务局|资阳水务|update.account|unqualified|2021-05-14',
      '市林业局|-|access.broken_link|-|2021-05-31',
      '市审计局|-|content.wording|-|2021-05-31',
    ],
  ],
  [
    'classes by their words, and one thing among them',
    {
      demands:
        '信息内容类问题5月20日前整改到位,其中泄露个人信息的于5月12日前撤稿处置;公开保障类问题5月31日前整改到位。',
      annexes: [
        '问题清单\n| 序号 | 责任单位 | 问题类型 | 具体问题 |\n| 1 | 市水务局 | 信息内容 | 错别字3处 |\n| 2 | 市林业局 | 信息内容 | 公示泄露个人信息 |\n| 3 | 市审计局 | 公开保障 | 未编制政务公开标准目录 |',
      ],
    },
    [
      '市水务局|-|content.wording|-|2021-05-20',
      '市林业局|-|security.privacy_leak|-|2021-05-12',
      '市审计局|-|disclosure.catalogue|-|2021-05-31',
    ],
  ],
  [
    'a list of the unqualified behind the problems',
    {
      problems:
        '市林业局网站有5个栏目空白;市审计局网站有3处错别字;“资阳水务”微信公众号(市水务局)停更四十天。\n三、不合格名单\n政府网站1个:市林业局网站。\n政务新媒体1个:“资阳水务”。',
    },
    [
      '市林业局|-|update.blank_column|unqualified|-',
      '市审计局|-|content.wording|-|-',
      '市水务局|资阳水务|update.account|unqualified|-',
    ],
  ],
  [
    'a list in lines goes on until it tells of as many as it announced',
    {
      problems:
        '3个不合格账号,按问题分为:\n内容不更新2个:“资阳水务”微信公众号(市水务局)、“资阳林业”微博(市林业局)。\n互动功能缺失1个:“资阳审计”微博。\n另外,“资阳商务”微博有3处错别字。',
    },
    [
      '市水务局|资阳水务|update.account|unqualified|-',
      '市林业局|资阳林业|update.account|unqualified|-',
      '-|资阳审计|interaction.no_function|unqualified|-',
      '-|资阳商务|content.wording|-|-',
    ],
  ],
  [
    'a verdict behind those told of is of no later ones; one that breaks down its count tells of nobody after it',
    {
      problems:
        '“资阳水务”微信公众号停更四十天。上述1个账号为不合格账号。“资阳林业”微博有3处错别字。\n2个不合格账号中1个停更、1个没有互动功能。“资阳审计”微博未备案。',
    },
    [
      '-|资阳水务|update.account|unqualified|-',
      '-|资阳林业|content.wording|-|-',
      '-|资阳审计|media.unregistered|-|-',
    ],
  ],
  [
    'a verdict that sums up those told of tells no problem of its own',
    {
      problems:
        '(一)更新不及时。市林业局网站首页超过两周未更新。\n(二)服务不实用。市审计局网站有2份表格无法下载。\n市林业局、市审计局2家网站问题突出,判定为不合格。',
    },
    ['市林业局|-|update.homepage|unqualified|-', '市审计局|-|access.broken_link|unqualified|-'],
  ],
  [
    'those under the ones a demand names; what a body hands in late; what was told earlier',
    {
      problems:
        '(一)账号未备案。安岳县教育局石羊小学“石羊之声”微信公众号未备案。\n(二)市林业局没有按时上报自查情况。\n(三)市审计局网站有3处错别字。',
      demands:
        '(一)安岳县教育局督促所属小学于5月14日前补办备案手续。\n(二)市林业局须于5月17日前补报自查情况。\n(三)其他问题5月31日前整改到位,市审计局须于5月20日前把上季度遗留的2个问题清零。',
    },
    [
      '安岳县教育局石羊小学|石羊之声|media.unregistered|-|2021-05-14',
      '市林业局|-|management.reporting|-|2021-05-17',
      '市审计局|-|content.wording|-|2021-05-31',
    ],
  ],
  [
    'a column named in quotation marks',
    {
      problems: '市林业局“林长制”栏目长期未更新。市审计局网站有3处错别字。',
      demands: '“林长制”栏目待数据核准后于5月31日前更新到位,其他问题5月14日前整改到位。',
    },
    ['市林业局|-|update.column|-|2021-05-31', '市审计局|-|content.wording|-|2021-05-14'],
  ],
  [
    'days inside an item, each for what is told before it; what is to be done now is due on no day',
    {
      problems:
        '(一)栏目方面。市水务局“水质公告”、市林业局“林长制”栏目超过规定时限未更新,请以上单位于5月14日前补充更新。此外,市审计局“审计公告”为空白栏目,请于5月31日前补齐近两年内容。\n(二)信息方面。市商务局网站有3处错别字,请立行立改。市财政局网站一篇文章泄露身份证号码,请于5月12日前删除。市教育局网站有2处链接失效。',
    },
    [
      '市水务局|-|update.column|-|2021-05-14',
      '市林业局|-|update.column|-|2021-05-14',
      '市审计局|-|update.blank_column|-|2021-05-31',
      '市商务局|-|content.wording|-|-',
      '市财政局|-|security.privacy_leak|-|2021-05-12',
      '市教育局|-|access.broken_link|-|-',
    ],
  ],
  [
    'one day in front of all of an item, and in brackets behind each',
    {
      problems:
        '(一)栏目问题。责任单位务必于5月14日前整改。市水务局“水质公告”栏目超过规定时限未更新。市林业局“林长制”为空白栏目。\n(二)链接问题。市审计局网站有3处链接失效(3个工作日内整改完毕);“资阳商务”微博开通4个月没有备案(5月底前补办备案手续)。',
    },
    [
      '市水务局|-|update.column|-|2021-05-14',
      '市林业局|-|update.blank_column|-|2021-05-14',
      '市审计局|-|access.broken_link|-|2021-05-13',
      '-|资阳商务|media.unregistered|-|2021-05-31',
    ],
  ],
  [
    'a remark under the table says by when its rows are due; the list of the unqualified stands in another annex',
    {
      overview: '不合格的网站和政务新媒体名单见附件1,其他问题一并列入附件2。',
      annexes: [
        '不合格网站和政务新媒体名单\n| 类别 | 名称 | 主办单位 |\n| 政府网站 | 市林业局网站 | 市林业局 |\n| 政务新媒体 | 资阳水务(微博) | 市水务局 |',
        '问题清单\n| 序号 | 主办单位 | 网站(账号)名称 | 发现的问题 |\n| 1 | 市林业局 | 市林业局网站 | 首页超过2周未更新 |\n| 2 | 市水务局 | 资阳水务(微博) | 超过2周未更新 |\n| 3 | 市审计局 | 市审计局网站 | 2个附件无法下载 |\n| 4 | 市商务局 | 资阳商务(微博) | 停用后未注销 |\n注:序号1至2所列问题须于5月14日前整改完毕;序号3所列问题自本通报印发之日起5个工作日内修复;其他问题于5月31日前整改完毕。',
      ],
    },
    [
      '市林业局|市林业局网站|update.homepage|unqualified|2021-05-14',
      '市水务局|资阳水务|update.account|unqualified|2021-05-14',
      '市审计局|市审计局网站|access.broken_link|-|2021-05-17',
      '市商务局|资阳商务|media.closure|-|2021-05-31',
    ],
  ],
  [
    'the unqualified behind how many they are; whom to answer; a day to come is none that was met',
    {
      overview: '合格2家;不合格1家,分别为市林业局网站。不合格账号1个,即“资阳水务”微博。',
      problems:
        '(一)更新。市林业局网站首页超过2周未更新,“资阳水务”微博停更四十天。(二)互动。市审计局网站有2件留言未回复。',
      demands: '请市审计局于5月14日前答复网民。除以上情形外,其余问题均于5月31日前整改完毕。',
    },
    [
      '市林业局|-|update.homepage|unqualified|2021-05-31',
      '-|资阳水务|update.account|unqualified|2021-05-31',
      '市审计局|-|interaction.no_reply|-|2021-05-14',
    ],
  ],
  [
    'owner and day in one bracket',
    {
      problems:
        '1.“应急管理”栏目4个多月未更新(责任单位:市应急管理局;整改时限:5月14日前)。\n2.“惠农补贴”栏目无内容(责任单位:市农业农村局、市林业局;整改时限:5月31日前)。',
    },
    [
      '市应急管理局|-|update.column|-|2021-05-14',
      '市农业农村局|-|update.blank_column|-|2021-05-31',
      '市林业局|-|update.blank_column|-|2021-05-31',
    ],
  ],
  [
    'two annexes in one clause, and what a remark calls some of them',
    {
      overview: '请附件1所列单位于5月14日前、附件2所列单位于5月20日前完成整改。',
      annexes: [
        '不合格账号清单\n| 序号 | 责任单位 | 账号名称 | 问题 |\n| 1 | 市水务局 | 资阳水务 | 超过14天未更新 |',
        '问题清单\n| 序号 | 责任单位 | 栏目或账号 | 问题 | 备注 |\n| 1 | 市林业局 | 林业动态 | 栏目空白 | |\n| 2 | 市卫健委 | “资阳疾控”微博 | 停用后未注销 | 拟注销 |\n注:备注为“拟注销”的账号,由责任单位于5月底前完成注销。',
      ],
    },
    [
      '市水务局|资阳水务|update.account|unqualified|2021-05-14',
      '市林业局|-|update.blank_column|-|2021-05-20',
      '市卫健委|资阳疾控|media.closure|-|2021-05-31',
    ],
  ],
  [
    'sites that are not judged, by another day',
    {
      problems: '(一)不合格网站。市林业局网站首页超过两周未更新。\n(二)其他问题。市审计局网站有3处错别字。',
      demands:
        '(一)不合格网站的主办单位,5月14日前整改到位。\n(二)网站虽未判定不合格但存在上述问题的单位,5月31日前完成整改。',
    },
    ['市林业局|-|update.homepage|unqualified|2021-05-14', '市审计局|-|content.wording|-|2021-05-31'],
  ],
]

test.each(cases)('%s', (_, notice, records) => {
  expect(told(notice)).toEqual(records)
})
