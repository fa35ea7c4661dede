import { expect, test } from 'vitest'
import { loadKit } from '../../src/kit.ts'
import { extract } from '../../src/run/extract.ts'

// Whose problems a demand is about: the day by which each of four units must mend, for each way to say it.

const kit = loadKit('grammars/lexicon')

const units = ['市教育局', '安岳县林业局', '市水利局', '安岳县龙台镇']
const FIRST = '2021-05-31'
const SECOND = '2021-06-15'

/** The days of an unqualified site, another site, an unqualified account, and a unit that did not mend what was told of before. */
function days(demands: string): string[] {
  const { records } = extract(
    `资阳市人民政府办公室关于2021年第一季度政府网站与政务新媒体检查情况的通报

各县(区)人民政府:
现将有关情况通报如下。
一、总体情况
检查了12个网站、30个账号。
二、存在的问题
(一)网站。市教育局网站首页一个月未更新,判定为不合格。安岳县林业局网站出现3处错别字。
(二)新媒体。市水利局“资阳水利”微信公众号停更两个月,判定为不合格。
(三)其他。安岳县龙台镇对上季度通报的问题仍未整改。
三、整改要求
${demands}

资阳市人民政府办公室
2021年5月10日
`,
    { kit },
  )
  return units.map((unit) => {
    const own = records.filter((r) => r.unit === unit)
    return own.length === 1 ? (own[0]!.deadline ?? '-') : `${own.length} records`
  })
}

const cases: [what: string, demands: string, days: string[]][] = [
  ['everybody', '各责任单位要于5月31日前整改到位。', [FIRST, FIRST, FIRST, FIRST]],
  ['the problems above', '以上问题请于5月31日前完成整改。', [FIRST, FIRST, FIRST, FIRST]],
  [
    'those concerned; a report later',
    '涉及单位要在5月31日前整改完毕,6月15日前将整改情况报市政府办公室。',
    [FIRST, FIRST, FIRST, FIRST],
  ],
  [
    'the unqualified, and the rest',
    '不合格的网站和账号5月31日前整改到位,其余问题6月15日前整改到位。',
    [FIRST, SECOND, FIRST, SECOND],
  ],
  [
    'the unqualified sites, and other sites and accounts',
    '不合格网站5月31日前整改到位;其他网站和账号6月15日前整改到位。',
    [FIRST, SECOND, SECOND, SECOND],
  ],
  ['the rest likewise', '不合格网站5月31日前整改到位,其他问题比照执行。', [FIRST, FIRST, FIRST, FIRST]],
  [
    'those the notice names, in other words',
    '上述单位要于5月31日前把问题改到位。',
    [FIRST, FIRST, FIRST, FIRST],
  ],
  [
    'a length of time, and the day that it is',
    '自5月17日起两周内完成整改,即5月31日前将整改报告报市政府办公室。',
    [FIRST, FIRST, FIRST, FIRST],
  ],
  ['all problems of one family', '网站存在的各问题5月31日前整改到位。', [FIRST, FIRST, '-', FIRST]],
  ['the unqualified alone', '不合格单位务必于5月31日前完成整改。', [FIRST, '-', FIRST, '-']],
  [
    'a unit, and others',
    '市教育局5月31日前完成整改,其他单位6月15日前完成整改。',
    [FIRST, SECOND, SECOND, SECOND],
  ],
  [
    'the same date for the rest',
    '不合格的网站、账号务必在5月31日前整改到位,其他问题也要在同一时限内改完。',
    [FIRST, FIRST, FIRST, FIRST],
  ],
  [
    'the rest likewise',
    '不合格单位要在5月31日前整改到位,其他被通报单位一并照此办理。',
    [FIRST, FIRST, FIRST, FIRST],
  ],
  ['only a report', '各单位请于5月31日前将整改情况报市政府办公室。', ['-', '-', '-', '-']],
  [
    'mending and a report by one date',
    '各单位请于5月31日前完成整改并将整改情况报市政府办公室。',
    [FIRST, FIRST, FIRST, FIRST],
  ],
  [
    'a report whose bracket names mending',
    '各单位请于5月31日前将整改结果(含整改前后截图)报市政府办公室。',
    ['-', '-', '-', '-'],
  ],
  ['a label', '整改时限:2021年5月31日。', [FIRST, FIRST, FIRST, FIRST]],
  ['a limit', '限各单位于5月31日前整改完毕。', [FIRST, FIRST, FIRST, FIRST]],
  ['at the latest', '存在问题的单位要立即整改,最迟不得超过5月31日。', [FIRST, FIRST, FIRST, FIRST]],
  [
    'a condition sets no date of its own',
    '各单位要于5月31日前整改到位。若仍无人维护,6月15日前予以注销。',
    [FIRST, FIRST, FIRST, FIRST],
  ],
  [
    'the inspectors’ own date is none',
    '各单位要于5月31日前整改到位,市政府办公室将于6月15日前组织复核。',
    [FIRST, FIRST, FIRST, FIRST],
  ],
  [
    'an account, and the rest',
    '“资阳水利”微信公众号5月31日前恢复更新,其余问题6月15日前整改。',
    [SECOND, SECOND, FIRST, SECOND],
  ],
  [
    'a kind, and the rest',
    '停更类账号5月31日前恢复更新,其他问题6月15日前整改完毕。',
    [SECOND, SECOND, FIRST, SECOND],
  ],
  [
    'items of the outline',
    '第(一)项问题5月31日前整改到位,第(二)(三)项问题6月15日前整改到位。',
    [FIRST, FIRST, SECOND, SECOND],
  ],
  [
    'problems of sites, and of accounts',
    '网站存在的问题5月31日前整改到位,政务新媒体存在的问题6月15日前整改到位。',
    [FIRST, FIRST, SECOND, FIRST],
  ],
  ['no date', '各单位要举一反三,切实加强管理。', ['-', '-', '-', '-']],
  ['a norm', '各单位要每季度末月25日前开展自查。', ['-', '-', '-', '-']],
  ['what was done', '上述问题已于5月8日前全部整改到位。', ['-', '-', '-', '-']],
  [
    'a plan first, then mending by the same',
    '不合格单位5月20日前提交整改方案,5月31日前完成整改;其他单位6月15日前完成整改。',
    [FIRST, SECOND, FIRST, SECOND],
  ],
  [
    'working days from the notice',
    '请各单位自收到本通报之日起15个工作日内完成整改。',
    [FIRST, FIRST, FIRST, FIRST],
  ],
  [
    'so many unqualified, and whoever else is named',
    '1个不合格网站和1个不合格账号5月31日前整改,其他点到名的问题6月15日前全部清零。',
    [FIRST, SECOND, FIRST, SECOND],
  ],
  [
    'all but one',
    '除市教育局外,其他单位5月31日前整改到位;市教育局6月15日前整改到位。',
    [SECOND, FIRST, FIRST, FIRST],
  ],
]

test.each(cases)('%s', (_, demands, expected) => {
  expect(days(demands)).toEqual(expected)
})
