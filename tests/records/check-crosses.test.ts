import { describe, expect, test } from 'vitest'
import { loadKit } from '../../src/kit.ts'
import { extract } from '../../src/run/extract.ts'

// Arithmetic that fits and that does not, in every way it is told; each wrong one has a right one beside it.

const kit = loadKit('grammars/lexicon')

interface Parts {
  demand?: string
  annex?: string
  published?: string
}

function checks(
  overview: string,
  { demand = '请各单位于4月30日前完成整改。', annex = '', published = '' }: Parts = {},
) {
  const notice = extract(
    `${published}岳阳市人民政府办公室关于2021年第一季度政府网站与政务新媒体检查情况的通报

各县(市、区)人民政府,市直各单位:
现将有关情况通报如下。
一、总体情况
${overview}
二、工作要求
${demand}
岳阳市人民政府办公室
2021年4月12日
${annex}`,
    { kit },
  )
  return notice.checks.map((c) => c.code)
}

const things = [
  ['政府网站', '家'],
  ['政务新媒体', '个'],
  ['微信公众号', '个'],
] as const

describe('rate_mismatch: 38 of 40', () => {
  const told: Record<string, (thing: string, unit: string, rate: string) => string> = {
    'both counts': (s, u, r) => `共检查${s}40${u},合格38${u},不合格2${u},合格率${r}%。`,
    'what failed': (s, u, r) => `共检查${s}40${u},不合格2${u},合格率为${r}%。`,
    'what passed': (s, u, r) => `共检查${s}40${u},其中38${u}合格,总体合格率达${r}%。`,
    'in the next sentence': (s, u, r) => `对40${u}${s}进行了检查。经检查,2${u}不合格,合格率为${r}%。`,
    'with a comparison': (s, u, r) =>
      `抽查${s}40${u},发现不合格${s}2${u},合格率${r}%,比上季度提高2个百分点。`,
    'counts in brackets': (s, u, r) => `${s}合格率为${r}%(检查40${u},不合格2${u})。`,
    'out of which': (s, u, r) => `40${u}${s}中,2${u}不合格,合格率${r}%。`,
    'counts behind': (s, u, r) => `本季度抽查${s}40${u},合格率${r}%,不合格2${u}。`,
    'of one county': (s, u, r) => `平江县抽查${s}40${u},不合格2${u},合格率${r}%。`,
    'of a part': (s, u, r) => `全市${s}60${u},抽查40${u},不合格2${u},合格率${r}%。`,
  }
  describe.each(Object.entries(told))('%s', (_, tell) => {
    test.each(things)('%s', (thing, unit) => {
      const of = (rate: string) => checks(tell(thing, unit, rate))
      expect(['95', '95.0', '95.00'].map(of)).toEqual([[], [], []])
      expect(['96', '92.5', '95.5'].map(of)).toEqual(Array(3).fill(['rate_mismatch']))
    })
  })
})

describe('rate_mismatch: other rates', () => {
  test.each<[(rate: string) => string, string, string]>([
    [(r) => `全市共有政府网站60家,抽查40家,抽查比例${r}%。`, '66.7', '76.7'],
    [(r) => `全市在册政务新媒体500个,本季度抽查150个,占总数的${r}%。`, '30', '35'],
    [(r) => `从全市60家政府网站中抽查40家,抽查比例${r}%。`, '66.7', '60'],
    [(r) => `共收到网民留言120条,办结118条,办结率${r}%。`, '98.3', '99.3'],
    [(r) => `共收到网民留言120条,按期办结118条,按期办结率${r}%。`, '98.33', '99.3'],
    [(r) => `收到“我为政府网站找错”留言120条,回复118条,回复率为${r}%。`, '98.3', '97.3'],
    [(r) => `政府网站共发现问题86个,已整改80个,整改率${r}%。`, '93', '95'],
  ])('%o %s, not %s', (tell, right, wrong) => {
    expect(checks(tell(right))).toEqual([])
    expect(checks(tell(wrong))).toEqual(['rate_mismatch'])
  })
  test.each([
    '对备案的3000个政务新媒体账号抽查,比例50%,4个不合格,合格率99.73%。',
    '共收到网民留言120条,办结118条,按期办结率95%。',
    '平江县、华容县合格率分别为95%、90%。',
    '上季度检查40家,本季度合格率92%。',
    '共检查政府网站40家,不合格2家,合格率95%;抽查政务新媒体60个,不合格6个,合格率90%。',
    '共检查政府网站40家、政务新媒体60个,合格率分别为95%、90%。',
    '检查40家政府网站,2家不合格,合格率95%,经复查合格率100%。',
    '收到留言86条,除3条尚在办理期限内,其余83条均已办结;信箱受理来信4512件,办结率99.6%。',
  ])('of another base: %s', (overview) => {
    expect(checks(overview)).toEqual([])
  })
})

describe('sum_mismatch', () => {
  test.each<(one: number, other: number) => string>([
    (a, b) => `共检查政府网站40家,其中市直部门${a}家、县(市、区)${b}家。`,
    (a, b) => `共检查政府网站40家(市直部门${a}家,县(市、区)${b}家)。`,
    (a, b) => `全市共有政务新媒体40个,包括微信公众号${a}个、微博${b}个。`,
    (a, b) => `全市共有政务新媒体40个。其中,微信公众号${a}个,微博${b}个。`,
    (a, b) => `抽查政务新媒体40个,合格率95%,其中微信公众号${a}个、微博${b}个。`,
    (a, b) => `抽查政务新媒体40个,抽查比例50%,包括微信公众号${a}个和微博${b}个。`,
    (a, b) => `全市政府网站40家,由市直部门网站${a}家、县(市、区)网站${b}家组成。`,
    (a, b) => `共检查政府网站40家,合格${a}家,不合格${b}家。`,
    (a, b) => `共检查政府网站40家,${a}家合格、${b}家不合格。`,
    (a, b) => `检查的40个政务新媒体中,合格${a}个,不合格${b}个。`,
  ])('%o', (tell) => {
    expect(checks(tell(30, 10))).toEqual([])
    expect([checks(tell(30, 13)), checks(tell(28, 9))]).toEqual([['sum_mismatch'], ['sum_mismatch']])
  })
  test.each([
    '抽查政务新媒体40个,其中微信公众号20个、微博10个,其余为抖音号。',
    '抽查政务新媒体40个,其中微信公众号30个、抖音号5个等。',
    '抽查政务新媒体40个(详见附件1),其中微信30个、微博10个(见附件2)。',
    '共检查政府网站40家,其中不合格2家。',
    '抽查政务新媒体40个,其中微信公众号30个,微博10个,全年关停5个。',
    '检查账号40个,其中微信公众号30个、微博10个,2个账号不合格。',
    '共检查政府网站40家,其中市直20家(含二级单位3家)、县区20家。',
    '问题账号21个,其中更新类13个(超过两周9个、超过一月4个)、互动类8个。',
    '实际检查26个,其中优秀4个、合格17个、不合格5个。',
  ])('no list of all parts: %s', (overview) => {
    expect(checks(overview)).toEqual([])
  })
})

describe('unit_count_mismatch: four are listed', () => {
  const list = '市教育局、市水利局、市民政局、市司法局'
  test.each<(n: number) => string>([
    (n) => `检查发现问题86个,涉及${n}家单位:${list}。`,
    (n) => `不合格网站涉及单位${n}家,分别是${list}。`,
    (n) => `存在上述问题的${n}家单位是${list}。`,
    (n) => `有${n}个单位未报送整改报告,分别为:${list}。`,
    (n) =>
      `有4个栏目没有更新,涉及${n}家单位,分别是:“就业创业”(市教育局),“重点项目”(市水利局),“福利”(市民政局),“普法”(市司法局)。`,
  ])('%o', (tell) => {
    expect([3, 4, 5].map((n) => checks(tell(n)))).toEqual([
      ['unit_count_mismatch'],
      [],
      ['unit_count_mismatch'],
    ])
  })
  test('not where the list goes on', () => {
    expect(checks('涉及6家单位:市教育局、市水利局、市民政局等。')).toEqual([])
  })
})

describe('deadline_not_after_publication', () => {
  test.each(['4月12日前', '4月12日下班前', '4月10日前', '3月31日前', '2021年4月9日前'])('%s', (time) => {
    expect(checks('情况良好。', { demand: `请各单位于${time}完成整改。` })).toEqual([
      'deadline_not_after_publication',
    ])
  })
  test('not what an earlier paper demanded', () => {
    expect(
      checks('3月2日,市政府办公室印发了检查情况的通报(岳政办函〔2021〕8号),要求各单位于3月20日前完成整改。'),
    ).toEqual([])
  })
  test.each(['4月13日前', '本周五前', '收到通报后5日内'])('not %s', (time) => {
    expect(checks('情况良好。', { demand: `请各单位于${time}完成整改。` })).toEqual([])
  })
  test('a page that came late, but none put up again', () => {
    const demand = '请各单位于4月20日前完成整改。'
    const of = (published: string) => checks('情况良好。', { demand, published: `发布日期:${published}\n` })
    expect([of('2021-04-25'), of('2021-04-13'), of('2021-10-25')]).toEqual([
      ['deadline_not_after_publication'],
      [],
      [],
    ])
  })
})

describe('doc_number_incomplete', () => {
  const of = (number: string) =>
    checks(`根据《国务院办公厅关于印发政府网站发展指引的通知》(${number})要求开展检查。`)
  test.each([
    '国办发〔〕57号',
    '国办发〔2017〕号',
    '国办发〔2017〕 号',
    '国办秘函〔〕号',
    '国办发()57号',
    '国办发[]57号',
  ])('%s', (number) => {
    expect(of(number)).toEqual(['doc_number_incomplete'])
  })
  test.each(['国办发〔2017〕47号', '国办秘函[2019]19号', '国办发(2017)47号'])('not %s', (number) => {
    expect(of(number)).toEqual([])
  })
})

describe('lists', () => {
  const units = ['市教育局', '市水利局', '市民政局', '市司法局']
  const list = (title: string, serials: number[]) =>
    `\n附件\n${title}\n序号|责任单位|网站名称|存在问题\n${serials.map((n, k) => `${n}|${units[k]}|${units[k]}网站|出现错别字`).join('\n')}\n`
  test.each<[string, number[], string[]]>([
    ['不合格政府网站名单', [1, 2, 3], []],
    ['不合格政府网站名单(3个)', [1, 2, 3], []],
    ['不合格政府网站名单(4个)', [1, 2, 3], ['row_count_mismatch']],
    ['问题网站清单(共4家)', [1, 2, 3], ['row_count_mismatch']],
    ['4个问题网站清单', [1, 2, 3], ['row_count_mismatch']],
    ['问题清单(共3条)', [1, 2, 3], []],
    ['问题清单\n(共4项)', [1, 2, 3], ['row_count_mismatch']],
    ['2021年第4季度问题清单', [1, 2, 3], []],
    ['问题清单', [1, 2, 4], ['serial_gap']],
    ['问题清单', [1, 2, 3, 4], []],
  ])('%s %j', (title, serials, codes) => {
    expect(checks('检查情况见附件。', { annex: list(title, serials) })).toEqual(codes)
  })
  test.each<[string, string[]]>([
    ['共检查政府网站40家,不合格3家。', []],
    ['共检查政府网站40家,不合格4家。', ['row_count_mismatch']],
    ['附表列出了存在问题的网站3个。', []],
    ['附表列出了存在问题的网站5个。', ['row_count_mismatch']],
    ['请附件所列单位自收到通报起5个工作日内整改到位。', []],
  ])('what the prose says of it: %s', (overview, codes) => {
    expect(checks(overview, { annex: list('不合格政府网站名单', [1, 2, 3]) })).toEqual(codes)
  })
  const figures = (...rows: string[]) =>
    `\n附件\n各县(市、区)政府网站检查结果统计表\n地区|检查数|不合格数|合格率\n${rows.join('\n')}\n`
  test.each<[string, string[]]>([
    [figures('平江县|12|1|91.7%', '华容县|10|0|100%', '汨罗市|8|2|75%', '合计|30|3|90%'), []],
    [figures('平江县|12|1|91.7%', '华容县|10|0|100%', '汨罗市|8|2|75%', '合计|32|3|90.6%'), ['sum_mismatch']],
    [figures('平江县|12|1|93.7%', '华容县|10|0|100%', '汨罗市|8|2|75%', '合计|30|3|90%'), ['rate_mismatch']],
    [figures('平江县|12|1|91.7%', '华容县|10|0|100%', '汨罗市|8|2|75%', '合计|30|3|93%'), ['rate_mismatch']],
  ])('figures %s', (annex, codes) => {
    expect(checks('情况见附件。', { annex })).toEqual(codes)
  })
})
