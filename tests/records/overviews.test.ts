import { expect, test } from 'vitest'
import { loadKit } from '../../src/kit.ts'
import { extract } from '../../src/run/extract.ts'

// What an overview counts, as offices put it: subject measure value of all that it states of the whole area.

const kit = loadKit('grammars/lexicon')
const read = (overview: string) =>
  extract(
    `资阳市人民政府办公室关于2021年第一季度政府网站与政务新媒体检查情况的通报

各有关单位:
现将有关情况通报如下。
一、总体情况
${overview}
二、存在的问题
市教育局网站空白栏目2个。
资阳市人民政府办公室
2021年4月12日
`,
    { kit },
  )
    .metrics.filter((m) => m.about === null)
    .map((m) => `${m.subject} ${m.measure} ${m.value}`)
    .sort()

test.each<[overview: string, figures: string]>([
  ['我县现有政府网站1个;政务新媒体19个。', 'website total 1;new_media total 19'],
  [
    '我县现有政府网站1个,政务新媒体19个。本次自查实现全覆盖。',
    'website total 1;new_media total 19;website checked 1;new_media checked 19;website coverage_rate 100;new_media coverage_rate 100',
  ],
  ['4家政府网站运行正常,合格率100%。', 'website checked 4;website pass_rate 100'],
  [
    '71个政务新媒体中合格69个、不合格2个,合格率97.2%。',
    'new_media checked 71;new_media qualified 69;new_media unqualified 2;new_media pass_rate 97.2',
  ],
  ['检查发现,25家网站中有2家不合格。', 'website checked 25;website unqualified 2'],
  [
    '县政府门户网站合格,66个政务新媒体有3个不合格,合格率为95.5%。',
    'new_media checked 66;new_media unqualified 3;new_media pass_rate 95.5',
  ],
  [
    '全市41家政府网站总体合格率97.6%;115个政务新媒体总体合格率94.8%。',
    'website total 41;website pass_rate 97.6;new_media checked 115;new_media pass_rate 94.8',
  ],
  [
    '检查政府网站1家、政务新媒体27个,网站和新媒体合格率双双保持100%。',
    'website checked 1;new_media checked 27;website pass_rate 100;new_media pass_rate 100',
  ],
  [
    '全市备案政务新媒体459个。其中,微信公众号368个,占80.2%;微博61个,占13.3%;其他平台账号30个,占6.5%。',
    'new_media total 459;wechat total 368;weibo total 61;other_media total 30',
  ],
  [
    '按平台分,微信公众号、微博、抖音号分别为289个、52个和41个。',
    'wechat total 289;weibo total 52;douyin total 41',
  ],
  [
    '各平台中,移动客户端合格率保持100%,微信公众号为98.6%,抖音号为97.6%。',
    'app pass_rate 100;wechat pass_rate 98.6;douyin pass_rate 97.6',
  ],
  [
    '参加检查的33家网站,32家合格,1家不合格。',
    'website checked 33;website qualified 32;website unqualified 1',
  ],
])('%s', (overview, figures) => {
  expect(read(overview)).toEqual(figures.split(';').sort())
})
