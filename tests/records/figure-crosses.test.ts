import { describe, expect, test } from 'vitest'
import { loadKit } from '../../src/kit.ts'
import type { Metric } from '../../src/records/schema.ts'
import { extract } from '../../src/run/extract.ts'

// Templates of figures (FIELD-GUIDE c.1) with each thing that is counted, under a heading that names it and under none; then
// sentences that tell of two things, of regions and units, of platforms, messages and shares.

const kit = loadKit('grammars/lexicon')

function figures(overview: string): Metric[] {
  return extract(
    `岳阳市人民政府办公室关于2021年第一季度政府网站与政务新媒体检查情况的通报

各县(市、区)人民政府,市直各单位:
现将有关情况通报如下。
一、总体情况
${overview}
二、工作要求
请各单位认真整改。
岳阳市人民政府办公室
2021年4月12日
`,
    { kit },
  ).metrics
}

const signed = (n: number) => (n > 0 ? `+${n}` : String(n))

/** «pass_rate 95 平江县 +3 previous_quarter»: what is not usual of a figure stands behind it. */
const told = (m: Metric): string =>
  [
    m.measure,
    m.value,
    m.about,
    m.operator === '=' || m.operator === '>=' ? null : m.operator,
    m.change && `${signed(m.change.value)} ${m.change.against}`,
    m.as_of,
  ]
    .filter((word) => word !== null)
    .join(' ')

const things: [name: string, subject: string, counter: string][] = [
  ['政府网站', 'website', '家'],
  ['网站', 'website', '个'],
  ['政务新媒体', 'new_media', '个'],
  ['政务新媒体账号', 'new_media', '个'],
  ['政务微信公众号', 'wechat', '个'],
  ['政务微博', 'weibo', '个'],
  ['抖音号', 'douyin', '个'],
  ['频道', 'column', '个'],
]

/** S stands for the thing, U for its counter. */
const templates: [words: string, figures: string][] = [
  ['目前,全市正常运行S60U。', 'total 60'],
  ['全市S共60U。', 'total 60'],
  ['全市S共计60U。', 'total 60'],
  ['全市共有S60U。', 'total 60'],
  ['全市现有60US。', 'total 60'],
  ['登记在全国政府网站信息报送系统中的S共60U。', 'total 60'],
  ['全市纳入监管的S60U。', 'total 60'],
  ['全市开设S60U。', 'total 60'],
  ['全市在运行的S有60U。', 'total 60'],
  ['全市备案S60U。', 'total 60'],
  ['全市S总数为60U。', 'total 60'],
  ['共检查S40U。', 'checked 40'],
  ['对40US进行了检查。', 'checked 40'],
  ['市政府办公室对全市40US进行了全面检查。', 'checked 40; coverage_rate 100'],
  ['对全市40US进行全覆盖检查。', 'checked 40; coverage_rate 100'],
  ['随机抽查了S40U。', 'checked 40'],
  ['从60US中抽查了40U。', 'total 60; checked 40'],
  ['对60US中的40U进行了抽查。', 'total 60; checked 40'],
  ['抽查S40U,占总数的66.7%。', 'checked 40; coverage_rate 66.7'],
  ['抽查S40U,抽查比例为66.7%。', 'checked 40; coverage_rate 66.7'],
  ['抽查S40U,占全市S总数的66.7%。', 'checked 40; coverage_rate 66.7'],
  ['共抽查S40U,检查覆盖率达66.7%。', 'checked 40; coverage_rate 66.7'],
  ['按照30%的比例抽查S40U。', 'checked 40; coverage_rate 30'],
  ['本次抽查涵盖S40U。', 'checked 40'],
  ['本次检查共涉及S40U。', 'checked 40'],
  ['检查S数量40U。', 'checked 40'],
  ['共巡查S40U。', 'checked 40'],
  ['共有40US接受检查。', 'checked 40'],
  ['被抽查的40US中,合格38U。', 'checked 40; qualified 38'],
  ['共检查S40U,合格38U,不合格2U,合格率95%。', 'checked 40; qualified 38; unqualified 2; pass_rate 95'],
  ['共检查S40U,其中合格38U,不合格2U,合格率为95%。', 'checked 40; qualified 38; unqualified 2; pass_rate 95'],
  ['检查的40US中,38U合格,2U不合格,合格率达95%。', 'checked 40; qualified 38; unqualified 2; pass_rate 95'],
  ['抽查S40U,合格S38U,不合格S2U,总体合格率95%。', 'checked 40; qualified 38; unqualified 2; pass_rate 95'],
  ['抽查S40U,发现不合格S2U。', 'checked 40; unqualified 2'],
  ['抽查S40U,发现2US不合格。', 'checked 40; unqualified 2'],
  ['抽查S40U,存在突出问题的S2U。', 'checked 40; unqualified 2'],
  ['抽查S40U,出现单项否决情形的2U。', 'checked 40; unqualified 2'],
  ['抽查S40U,有2U存在单项否决问题。', 'checked 40; unqualified 2'],
  ['抽查S40U,全部合格,合格率100%。', 'checked 40; pass_rate 100'],
  ['抽查S40U,未发现不合格S,合格率为100%。', 'checked 40; pass_rate 100'],
  ['共抽查S40U。经检查,2U不合格,合格率为95%。', 'checked 40; unqualified 2; pass_rate 95'],
  ['全市S总体合格率为95%。', 'pass_rate 95'],
  ['本季度全市S抽查合格率达到95%。', 'pass_rate 95'],
  ['抽查S40U,达标38U,达标率95%。', 'checked 40; qualified 38; pass_rate 95'],
  ['全市S合格率不足70%。', 'pass_rate 70 <'],
  ['全市S合格率超过90%。', 'pass_rate 90 >'],
  ['全市S不合格率为1.85%。', 'other 1.85'],
  ['全市S合格率95%,比上季度提高3个百分点。', 'pass_rate 95 +3 previous_quarter'],
  ['全市S合格率95%,较上季度下降3%。', 'pass_rate 95 -3 previous_quarter'],
  ['全市S合格率为95%,环比上升3个百分点。', 'pass_rate 95 +3 previous_quarter'],
  ['全市S合格率95%,与上季度持平。', 'pass_rate 95 0 previous_quarter'],
  ['全市S合格率由上季度的92%提高到95%。', 'pass_rate 95'],
  ['全市S合格率95%,同比提高3个百分点。', 'pass_rate 95 +3 same_period_last_year'],
  ['全市S合格率95%,比去年同期提升了3个百分点。', 'pass_rate 95 +3 same_period_last_year'],
  ['全市S合格率95%,较上月提升3个百分点。', 'pass_rate 95 +3 previous_month'],
  ['共抽查S40U,比上季度增加5U。', 'checked 40 +5 previous_quarter'],
  ['全市S合格率95%(上季度为92%)。', 'pass_rate 95'],
  ['上季度全市S合格率92%,本季度合格率95%。', 'pass_rate 95'],
  ['本季度关停S5U。', 'closed 5'],
  ['本季度注销S5U。', 'closed 5'],
  ['本季度有5US关停注销。', 'closed 5'],
  ['本季度新增备案S5U。', 'registered 5'],
  ['本季度新开设S5U。', 'registered 5'],
  ['共检查S40U,其中市直部门16U、县(市、区)24U。', 'checked 40; checked 16 市直部门; checked 24 县(市、区)'],
  ['共检查S40U(市直16U,县(市、区)24U)。', 'checked 40; checked 16 市直; checked 24 县(市、区)'],
  ['市直部门S合格率为95%,县(市、区)S合格率为90%。', 'pass_rate 95 市直部门; pass_rate 90 县(市、区)'],
  ['平江县S合格率95%,华容县S合格率90%。', 'pass_rate 95 平江县; pass_rate 90 华容县'],
  ['平江县、华容县S合格率分别为95%、90%。', 'pass_rate 95 平江县; pass_rate 90 华容县'],
  [
    '平江县检查S12U,合格11U,合格率91.7%;华容县检查S8U,合格8U,合格率100%。',
    'checked 12 平江县; checked 8 华容县; qualified 11 平江县; qualified 8 华容县; pass_rate 91.7 平江县; pass_rate 100 华容县',
  ],
  [
    '平江县、华容县、汨罗市S合格率均为100%。',
    'pass_rate 100 平江县; pass_rate 100 华容县; pass_rate 100 汨罗市',
  ],
  ['合格率最低的是平江县,S合格率为80%。', 'pass_rate 80 平江县'],
  ['S合格率较低的有平江县(80%)、华容县(85%)。', 'pass_rate 80 平江县; pass_rate 85 华容县'],
  ['按照S抽查比例不低于30%的要求开展检查。', ''],
  ['按照每季度抽查不少于30%S的要求,组织了检查。', ''],
  ['检查发现存在问题的S6U。', 'problems_found 6'],
  ['检查S40U,共发现问题86个。', 'checked 40; problems_found 86'],
  ['S共发现问题86个,已整改80个,整改率93%。', 'problems_found 86; problems_fixed 80; fix_rate 93'],
  ['发现问题S6U。', 'problems_found 6'],
  ['全市S平均得分88.5分(满分100分)。', 'score 88.5'],
  ['共检查S40余U,合格率约95%。', 'checked 40 ~; pass_rate 95 ~'],
  ['全市S合格率为百分之九十五。', 'pass_rate 95'],
  ['抽查S1,200U。', 'checked 1200'],
  ['截至2021年3月31日,全市共有S60U。', 'total 60 2021-03-31'],
  ['共检查S40U,合格率95%。经复查,整改后合格率100%。', 'checked 40; pass_rate 95; other 100'],
]

/** A pass rate of a platform may be told of new media. */
const sameSubject = (m: Metric, subject: string): boolean =>
  m.subject === subject ||
  (m.measure === 'pass_rate' && m.subject === 'new_media' && !['website', 'column'].includes(subject))

describe.each(templates)('%s', (words, expected) => {
  test.each(things)('%s', (name, subject, counter) => {
    const sentence = words.replaceAll('S', name).replaceAll('U', counter)
    for (const heading of ['', `(一)${name}\n`]) {
      const got = figures(heading + sentence)
      expect(got.map(told).sort(), heading + sentence).toEqual(expected.split('; ').filter(Boolean).sort())
      expect(
        got.filter((m) => !sameSubject(m, subject)),
        heading + sentence,
      ).toEqual([])
    }
  })
})

const sentences: [words: string, figures: string, heading?: string][] = [
  [
    '共检查政府网站40家、政务新媒体60个,检查比例均为100%。',
    'website checked 40; new_media checked 60; website coverage_rate 100; new_media coverage_rate 100',
  ],
  [
    '共检查政府网站40家、政务新媒体60个,检查比例100%。',
    'website checked 40; new_media checked 60; website coverage_rate 100; new_media coverage_rate 100',
  ],
  [
    '对全市40家政府网站、60个政务新媒体进行了检查,合格率分别为95%和90%。',
    'website checked 40; new_media checked 60; website pass_rate 95; new_media pass_rate 90',
  ],
  [
    '对全市40家政府网站和60个政务新媒体进行了全覆盖检查。',
    'website checked 40; new_media checked 60; website coverage_rate 100; new_media coverage_rate 100',
  ],
  [
    '全市共有政府网站32家。本次检查实现全覆盖,合格30家,不合格2家。',
    'website total 32; website qualified 30; website unqualified 2; website checked 32; website coverage_rate 100',
  ],
  [
    '全市登记政务新媒体61个,其中微信公众号44个、微博17个。经逐一核查,57个合格。',
    'new_media total 61; wechat total 44; weibo total 17; new_media qualified 57; new_media checked 61; new_media coverage_rate 100',
  ],
  [
    '全市共有政府网站60家,随机抽查40家。经逐一核查,合格38家。',
    'website total 60; website checked 40; website qualified 38',
  ],
  ['全市共有政府网站60家。政务新媒体逐个检查,合格38个。', 'website total 60; new_media qualified 38'],
  ['全市共有政府网站60家。每季度要全覆盖检查,合格58家。', 'website total 60; website qualified 58'],
  ['政府网站合格率95%,政务新媒体合格率90%。', 'website pass_rate 95; new_media pass_rate 90'],
  ['政府网站、政务新媒体合格率分别为95%、90%。', 'website pass_rate 95; new_media pass_rate 90'],
  ['政府网站和政务新媒体合格率均为100%。', 'website pass_rate 100; new_media pass_rate 100'],
  ['政府网站合格率和政务新媒体合格率分别为95%、90%。', 'website pass_rate 95; new_media pass_rate 90'],
  [
    '共抽查政务新媒体120个,其中微信公众号82个、微博26个、抖音12个。',
    'new_media checked 120; wechat checked 82; weibo checked 26; douyin checked 12',
  ],
  [
    '共抽查政务新媒体120个(微信公众号82个、微博26个、抖音12个),合格率95%。',
    'new_media checked 120; wechat checked 82; weibo checked 26; douyin checked 12; new_media pass_rate 95',
  ],
  [
    '全市共有政务新媒体120个,包括微信公众号82个,微博26个,抖音号12个。',
    'new_media total 120; wechat total 82; weibo total 26; douyin total 12',
  ],
  [
    '全市政务新媒体共120个。其中,微信公众号82个,微博26个,今日头条12个。',
    'new_media total 120; wechat total 82; weibo total 26; toutiao total 12',
  ],
  [
    '全市共有政务新媒体120个,微信公众号82个、微博26个、其他12个。',
    'new_media total 120; wechat total 82; weibo total 26; other_media total 12',
  ],
  ['抽查微信公众号82个、微博26个、抖音号12个。', 'wechat checked 82; weibo checked 26; douyin checked 12'],
  [
    '微信公众号抽查82个,不合格3个;微博抽查26个,不合格1个。',
    'wechat checked 82; wechat unqualified 3; weibo checked 26; weibo unqualified 1',
  ],
  ['其中微信公众号合格率95%,微博合格率90%。', 'wechat pass_rate 95; weibo pass_rate 90'],
  [
    '共收到“我为政府网站找错”留言120条,办结118条,办结率98.3%。',
    'message received 120; message handled 118; message handling_rate 98.3',
  ],
  [
    '全市共收到网民留言120条,按期答复118条,按期答复率98.3%。',
    'message received 120; message handled 118; message handling_rate 98.3',
  ],
  ['共办理网民留言120件,按期办结率100%。', 'message handled 120; message handling_rate 100'],
  ['一季度,全市政府网站发布信息12480条。', 'article published 12480'],
  ['全市政府网站共发布各类信息12480条,其中政务动态8000条。', 'article published 12480'],
  ['本季度各政务新媒体共发布信息3200条。', 'article published 3200'],
  ['检查发现,未及时更新栏目7个。', 'column problems_found 7'],
  ['检查发现,超过14天没有更新的政务新媒体7个。', 'new_media problems_found 7'],
  ['全市政府网站不断更新信息1200条。', 'article published 1200'],
  ['得分90分以上的有平江县、华容县。', '', '(一)政府网站'],
  ['平江县政府网站得分92.5分,居全市第1位。', 'website score 92.5 平江县; website rank 1 平江县'],
  ['在省政府办公厅组织的抽查中,我市政府网站合格率100%。', 'website pass_rate 100'],
  [
    '共检查政府网站60家、频道30个、政务新媒体120个,合格率分别为95%、93.3%、90%。',
    'website checked 60; column checked 30; new_media checked 120; website pass_rate 95; column pass_rate 93.3; new_media pass_rate 90',
  ],
  [
    '抽查政府网站60家,占全市政府网站总数的50%;抽查政务新媒体120个,占全市政务新媒体总数的30%。',
    'website checked 60; website coverage_rate 50; new_media checked 120; new_media coverage_rate 30',
  ],
  [
    '全市在册政务新媒体500个,本季度抽查150个,抽查比例30%,不合格6个,合格率96%。',
    'new_media total 500; new_media checked 150; new_media coverage_rate 30; new_media unqualified 6; new_media pass_rate 96',
  ],
  ['本季度共关停注销政务新媒体12个,新增备案5个。', 'new_media closed 12; new_media registered 5'],
  ['全市政府网站由60家减少到45家。', 'website total 45'],
  [
    '市直部门网站合格率100%,县(市、区)网站合格率95%,乡镇网站合格率90%。',
    'website pass_rate 100 市直部门; website pass_rate 95 县(市、区); website pass_rate 90 乡镇',
  ],
  [
    '市直单位抽查30个,不合格1个;县市区抽查60个,不合格5个。',
    'website checked 30 市直单位; website unqualified 1 市直单位; website checked 60 县市区; website unqualified 5 县市区',
    '(一)政府网站',
  ],
  [
    '平江县抽查12个、不合格1个,华容县抽查10个、不合格0个。',
    'website checked 12 平江县; website unqualified 1 平江县; website checked 10 华容县; website unqualified 0 华容县',
    '(一)政府网站',
  ],
  [
    '平江县、华容县分别抽查12个、10个。',
    'website checked 12 平江县; website checked 10 华容县',
    '(一)政府网站',
  ],
  [
    '各县(市、区)抽查情况如下:平江县12个,华容县10个,汨罗市8个。',
    'website checked 12 平江县; website checked 10 华容县; website checked 8 汨罗市',
    '(一)政府网站',
  ],
  [
    '合格率100%的有平江县、华容县。',
    'website pass_rate 100 平江县; website pass_rate 100 华容县',
    '(一)政府网站',
  ],
  [
    '合格率为100%的县(市、区)有:平江县、华容县。',
    'website pass_rate 100 平江县; website pass_rate 100 华容县',
    '(一)政府网站',
  ],
  [
    '平江县(95%)、华容县(90%)合格率较高。',
    'website pass_rate 95 平江县; website pass_rate 90 华容县',
    '(一)政府网站',
  ],
  ['平江县等3个县(市)合格率低于全市平均水平。', '', '(一)政府网站'],
  ['有3个县合格率为100%。', 'website pass_rate 100 3个县', '(一)政府网站'],
  ['政府网站抽查比例达到100%,合格率达到98.5%。', 'website coverage_rate 100; website pass_rate 98.5'],
  [
    '第一季度政府网站抽查60家,合格58家,合格率96.67%。',
    'website checked 60; website qualified 58; website pass_rate 96.67',
  ],
  ['我市政府网站在全省检查中排名第3位。', 'website rank 3'],
  ['全市政府网站运行情况良好,合格率在95%以上。', 'website pass_rate 95'],
  [
    '本次检查中,政府网站检查覆盖率100%,政务新媒体抽查覆盖率50%。',
    'website coverage_rate 100; new_media coverage_rate 50',
  ],
  [
    '全市应检政府网站60家,实检60家,检查率100%。',
    'website total 60; website checked 60; website coverage_rate 100',
    '(一)政府网站',
  ],
  ['本季度收到网民找错留言120条,均已按期办结。', 'message received 120; message handled 120'],
  [
    '“我为政府网站找错”平台共受理网民留言120条,已全部办结,办结率100%。',
    'message received 120; message handled 120; message handling_rate 100',
  ],
  [
    '办理网民留言63条,按期办结62条,按期办结率98.4%。',
    'message received 63; message handled 62; message handling_rate 98.4',
  ],
  ['“找错”平台转来留言14条,13条在3个工作日内办结。', 'message received 14; message handled 13'],
  ['全县主动公开政府信息3216条。', 'disclosure published 3216'],
  [
    '政府网站60家(市直部门网站31家,县级网站29家)。',
    'website total 60; website total 31 市直部门网站; website total 29 县级网站',
  ],
  ['抽查政务微信、微博40个,合格率95%。', 'new_media checked 40; new_media pass_rate 95'],
  [
    '巡检的418个账号中,微信公众号221个、微博170个,其余27个。',
    'new_media checked 418; wechat checked 221; weibo checked 170; other_media checked 27',
  ],
  [
    '红塔区、通海县合格率分别为98%、97%,江川区、元江县、市直部门分别为96.4%、95.8%和97.1%。',
    'website pass_rate 98 红塔区; website pass_rate 97 通海县; website pass_rate 96.4 江川区; website pass_rate 95.8 元江县; website pass_rate 97.1 市直部门',
    '(一)政府网站',
  ],
  [
    '平江县、华容县各抽20个,分别有1个和2个不合格,合格率95%和90%。',
    'website checked 20 平江县; website checked 20 华容县; website unqualified 1 平江县; website unqualified 2 华容县; website pass_rate 95 平江县; website pass_rate 90 华容县',
    '(一)政府网站',
  ],
  [
    '市直抽28个(含直属单位),1个不合格,合格率96.4%。',
    'website checked 28 市直; website unqualified 1 市直; website pass_rate 96.4 市直',
    '(一)政府网站',
  ],
  [
    '平江县抽查15个,2个不合格,合格率86.7%,在全市垫底。',
    'website checked 15 平江县; website unqualified 2 平江县; website pass_rate 86.7 平江县',
    '(一)政府网站',
  ],
  ['23个网站中,3个不合格,合格率87%。', 'website checked 23; website unqualified 3; website pass_rate 87'],
  [
    '平江县、华容县政府网站得分居前两位,分别为95分、92分。',
    'website score 95 平江县; website score 92 华容县',
  ],
  ['共查看栏目306个。', 'column checked 306'],
  [
    '平江县、华容县、汨罗市政府网站合格率100%,湘阴县80%。',
    'website pass_rate 100 平江县; website pass_rate 100 华容县; website pass_rate 100 汨罗市; website pass_rate 80 湘阴县',
  ],
  ['本季度,全市新注册政务新媒体8个,注销16个。', 'new_media registered 8; new_media closed 16'],
  [
    '全市政府网站43家,同比减少2家;政务新媒体598个,比上季度减少14个。',
    'website total 43 -2 same_period_last_year; new_media total 598 -14 previous_quarter',
  ],
  [
    '平江县抽查网站3家、新媒体18个,不合格各1个。',
    'website checked 3 平江县; new_media checked 18 平江县; website unqualified 1 平江县; new_media unqualified 1 平江县',
  ],
  ['本季度对30%的政务新媒体进行了抽查。', 'new_media coverage_rate 30'],
  [
    '政务新媒体合格率,平江县、华容县分别为100%、98.4%;汨罗市、湘阴县均为100%;临湘市最低,仅为66.7%。',
    'new_media pass_rate 100 平江县; new_media pass_rate 98.4 华容县; new_media pass_rate 100 汨罗市; new_media pass_rate 100 湘阴县; new_media pass_rate 66.7 临湘市',
  ],
  [
    '抽查微信公众号132个,合格率96.2%;微博42个,合格率92.9%。',
    'wechat checked 132; wechat pass_rate 96.2; weibo checked 42; weibo pass_rate 92.9',
  ],
  [
    '本季度对96家网站中的34家、159个政务微博微信中的80个进行了抽查,抽查率分别为35.4%、50.3%。',
    'website total 96; website checked 34; new_media total 159; new_media checked 80; website coverage_rate 35.4; new_media coverage_rate 50.3',
  ],
  [
    '抽查政务新媒体312个,占备案总数2480个的12.58%,其中微信公众号218个、微博61个。',
    'new_media checked 312; new_media total 2480; new_media coverage_rate 12.58; wechat checked 218; weibo checked 61',
  ],
  [
    '平江县、华容县政府网站得分较高,分别为121.4分和119分,汨罗市得分最低,为98.5分。',
    'website score 121.4 平江县; website score 119 华容县; website score 98.5 汨罗市',
  ],
  [
    '市直单位网站平均得分95.8分,县(市)区网站平均得分91.4分。',
    'website score 95.8 市直单位; website score 91.4 县(市)区',
  ],
  [
    '市政府门户网站下设频道41个,全部进行了检查,合格38个,不合格3个,合格率92.7%。',
    'column total 41; column checked 41; column coverage_rate 100; column qualified 38; column unqualified 3; column pass_rate 92.7',
  ],
  [
    '62个账号中,微信公众号48个、微博9个、抖音号5个,合格58个,合格率93.5%。',
    'new_media checked 62; new_media qualified 58; new_media pass_rate 93.5',
  ],
  [
    '全市正常运行的政府网站13个、备案的政务新媒体561个,全部列入考核范围。',
    'website total 13; website checked 13; website coverage_rate 100; new_media total 561; new_media checked 561; new_media coverage_rate 100',
  ],
  [
    '全市现有政府网站1个,政务新媒体46个,其中微信公众号38个、视频号5个、抖音号3个,全年关停整合4个。',
    'website total 1; new_media total 46; wechat total 38; video_channel total 5; douyin total 3; new_media closed 4',
  ],
  [
    '全市现有网站21个,账号58个(微信公众号41个;微博11个;抖音号6个),检查比例100%。',
    'website total 21; new_media total 58; wechat total 41; weibo total 11; douyin total 6; new_media coverage_rate 100',
  ],
  [
    '区县网站和市级部门网站合格率分别为94.2%和96.9%。',
    'website pass_rate 94.2 区县; website pass_rate 96.9 市级部门',
  ],
  [
    '检查共发现问题14个,其中政府网站8个、政务新媒体6个。',
    'website problems_found 8; new_media problems_found 6',
  ],
  ['发现问题14条,其中更新不及时8条、错链6条。', ''],
  [
    '全市正常运行的政府网站共32家,此次逐家进行了检查。',
    'website total 32; website checked 32; website coverage_rate 100',
  ],
  ['我办对14个政务新媒体进行了复核,3个不合格。', 'new_media checked 14; new_media unqualified 3'],
  ['共有3个不合格,合格率87%。', 'website unqualified 3; website pass_rate 87', '(一)政府网站'],
  [
    '对备案的3000个账号抽查,比例50%,4个不合格,合格率99.73%。',
    'new_media total 3000; new_media coverage_rate 50; new_media unqualified 4; new_media pass_rate 99.73',
  ],
]

describe('whose figure it is', () => {
  test.each(sentences)('%s', (words, expected, heading = '') => {
    const got = figures(heading ? `${heading}\n${words}` : words)
    expect(got.map((m) => `${m.subject} ${told(m)}`).sort()).toEqual(
      expected.split('; ').filter(Boolean).sort(),
    )
  })
})
