import { expect, test } from 'vitest'
import { loadKit } from '../../src/kit.ts'
import { extract } from '../../src/run/extract.ts'

// What pages put above, below, before, behind and into the title of a notice.

const kit = loadKit('grammars/lexicon')

const body = `各县(区)人民政府,市政府各部门:
根据《政府网站发展指引》(国办发〔2017〕47号)要求,我办对全市政府网站和政务新媒体进行了检查。现将有关情况通报如下:
一、总体情况
检查政府网站12个,合格11个,合格率91.7%。
二、存在的问题
市教育局网站首页一个月未更新。

资阳市人民政府办公室
2021年5月10日
`
const office = '资阳市人民政府办公室'
const about = '关于2021年第一季度政府网站与政务新媒体检查情况的通报'
const title = office + about
const number = '资府办函〔2021〕35号'
const report =
  '本报讯 近日,市政府办公室通报了2021年第一季度全市政府网站检查情况,市教育局网站首页一个月未更新。\n'

/** What stands above the body; `told`: the body, where it is another. */
const pages: [what: string, above: string, title: string | null, told?: string][] = [
  ['one line', `${title}\n\n`, title],
  ['two lines', `${office}\n${about}\n\n`, title],
  [
    'three lines, the last of them one word',
    `${office}关于2021年第一季度\n政府网站与政务新媒体检查情况的\n通报\n\n`,
    title,
  ],
  ['three lines', `${office}\n${about.slice(0, 18)}\n${about.slice(18)}\n\n`, title],
  ['blanks inside', `${office} ${about.slice(0, 11)} ${about.slice(11)}\n`, title],
  ['twice', `${title}\n发布时间:2021-05-12 来源:市政府办公室\n${title}\n\n`, title],
  ['twice, then split', `${title}\n发布时间:2021-05-12 来源:市政府办公室\n${office}\n${about}\n\n`, title],
  ['under the name of the site', `资阳市人民政府门户网站\n${title}\n发布时间:2021-05-12\n`, title],
  [
    'under a body that is not its own, and a path',
    `资阳市人民政府\n首页 > 政务公开 > 正文\n${about}\n`,
    about,
  ],
  [
    'under a body and a block of keys',
    `资阳市人民政府\n索引号:123\n发布日期:2021-05-12\n\n${about}\n`,
    about,
  ],
  ['a site behind _', `${title}_资阳市人民政府\n`, title],
  ['a site behind -', `${title}-资阳市人民政府门户网站\n`, title],
  ['a site behind - with blanks', `${title} - 资阳市人民政府\n`, title],
  [
    'a range is no site',
    '关于2021年1-3月份政府网站检查情况的通报\n',
    '关于2021年1-3月份政府网站检查情况的通报',
  ],
  ['a site behind |', `${title} | 资阳市政府网\n`, title],
  ['a mark in front', `【通报】${title}\n`, title],
  ['another mark', `[转载]${title}\n`, title],
  ['its number above', `${number}\n${title}\n`, title],
  ['its number in a bracket', `${title}(${number})\n`, title],
  ['its number behind', `${title} ${number}\n`, title],
  ['its number before', `${number} ${title}\n`, title],
  ['its number before «》', `${number}《${title}》\n`, title],
  ['a red head', `${office}文件\n${number}\n${title}\n`, title],
  ['a red head over a split title', `${office}文件\n\n${number}\n\n${office}\n${about}\n\n`, title],
  ['a key in front', `标题:${title}\n`, title],
  ['a key of a block', `索引号:123456 主题分类:政务公开\n名 称:${title}\n文 号:${number}\n`, title],
  ['that it is open to all', `${title}(全文公开)\n`, title],
  ['a bracket of dates', `${about}(发布日期:2021-05-12 字号:大 中 小)\n`, about],
  ['widgets under it', `${title}\n【字体:大 中 小】 打印\n发布时间:2021-05-12 浏览次数:33\n`, title],
  ['a word in quotation marks', '关于“一季度政府网站检查情况”的通报\n', '关于“一季度政府网站检查情况”的通报'],
  ['two agencies', `${office} 资阳市大数据局\n${about}\n`, `${office}资阳市大数据局${about}`],
  ['results', '2021年第一季度全市政府网站抽查结果\n', '2021年第一季度全市政府网站抽查结果'],
  ['none', '', null],
  [
    'a headline over its byline',
    '我市亮出政府网站“体检单” 3家被点名\n2021-05-12 08:11 来源:本网综合 记者 林某某\n',
    '我市亮出政府网站“体检单”3家被点名',
    report,
  ],
  [
    'a headline over a date',
    '资阳市抽查政府网站 3家被点名\n2021-05-12\n',
    '资阳市抽查政府网站3家被点名',
    report,
  ],
  ['a slogan over no byline is none', '资阳在线 新闻频道 政府网站 本地要闻\n', null, report],
]

test.each(pages)('title: %s', (_, above, expected, told) => {
  expect(extract(above + (told ?? body), { kit }).title).toBe(expected)
})

test('the title of an annex is none of the notice', () => {
  expect(
    extract(`${body}附件\n2021年第一季度政府网站检查情况表\n序号 单位 问题\n1 市教育局 首页未更新\n`, { kit })
      .title,
  ).toBeNull()
})

const published: [what: string, above: string, below: string, day: string | null][] = [
  ['named above', `${title}\n发布时间:2021-05-12\n`, '', '2021-05-12'],
  ['at the foot', `${title}\n`, '\n[发布日期:2021-05-12] [来源:市政府办公室] [关闭窗口]\n', '2021-05-12'],
  [
    'the day on which it was asked for',
    `今天是2021年6月1日 星期二\n${title}\n2021-05-12 18:20\n`,
    '',
    '2021-05-12',
  ],
  [
    'keys in brackets over their values',
    `[索 引 号]\n123/2021-1\n[发布日期]\n2021-05-12\n${title}\n`,
    '',
    '2021-05-12',
  ],
  ['only signed', `${title}\n`, '', null],
]

test.each(published)('published: %s', (_, above, below, day) => {
  const notice = extract(above + body + below, { kit })
  expect([notice.published, notice.issued]).toEqual([day, '2021-05-10'])
})
