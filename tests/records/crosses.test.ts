import { describe, expect, test } from 'vitest'
import { loadKit } from '../../src/kit.ts'
import { extract } from '../../src/run/extract.ts'

// Each way to name a holder in each pattern that ties a problem to one (FIELD-GUIDE d.1): what was never met together is met here.

const kit = loadKit('grammars/lexicon')

/** `told`: unit|account, «-» for none; `one` means that a heading can bear it. */
const holders: [place: '岳阳市' | '平江县', words: string, told: string[]][] = [
  ['岳阳市', '市教育局网站', ['岳阳市教育局|-']],
  ['岳阳市', '“岳阳市教育局”网站', ['岳阳市教育局|-']],
  ['岳阳市', '华容县政府门户网站', ['岳阳市华容县人民政府|-']],
  [
    '岳阳市',
    '市教育局、水利局、住建局等部门网站',
    ['岳阳市教育局|-', '岳阳市水利局|-', '岳阳市住房和城乡建设局|-'],
  ],
  ['岳阳市', '市教育、水利、民政局网站', ['岳阳市教育局|-', '岳阳市水利局|-', '岳阳市民政局|-']],
  ['岳阳市', '平江县和汨罗市两家政府门户网站', ['岳阳市平江县人民政府|-', '岳阳市汨罗市人民政府|-']],
  ['岳阳市', '华容县卫健局、平江县农业农村局网站', ['华容县卫生健康局|-', '平江县农业农村局|-']],
  ['岳阳市', '华容县、平江县卫健局网站', ['华容县卫生健康局|-', '平江县卫生健康局|-']],
  ['岳阳市', '“岳阳教育”微信公众号', ['-|岳阳教育']],
  ['岳阳市', '微信公众号“岳阳教育”', ['-|岳阳教育']],
  ['岳阳市', '市教育局“岳阳教育”微信公众号', ['岳阳市教育局|岳阳教育']],
  ['岳阳市', '市教育局主办的微信公众号“岳阳教育”', ['岳阳市教育局|岳阳教育']],
  ['岳阳市', '“岳阳教育”微信公众号(市教育局)', ['岳阳市教育局|岳阳教育']],
  ['岳阳市', '“岳阳教育”(市教育局)微信公众号', ['岳阳市教育局|岳阳教育']],
  ['岳阳市', '“岳阳教育”(微信公众号,市教育局)', ['岳阳市教育局|岳阳教育']],
  ['岳阳市', '“岳阳教育”“岳阳水利”两个微信公众号', ['-|岳阳教育', '-|岳阳水利']],
  [
    '岳阳市',
    '市教育局“岳阳教育”、市水利局“岳阳水利”微信公众号',
    ['岳阳市教育局|岳阳教育', '岳阳市水利局|岳阳水利'],
  ],
  [
    '岳阳市',
    '“岳阳教育”(市教育局)、“岳阳水利”(市水利局)微信公众号',
    ['岳阳市教育局|岳阳教育', '岳阳市水利局|岳阳水利'],
  ],
  ['岳阳市', '市教育局“岳阳教育”微信公众号和微博', ['岳阳市教育局|岳阳教育', '岳阳市教育局|岳阳教育']],
  ['平江县', '安定镇、县教育局、县水利局', ['平江县安定镇人民政府|-', '平江县教育局|-', '平江县水利局|-']],
  ['平江县', '安定、加义等镇', ['平江县安定镇人民政府|-', '平江县加义镇人民政府|-']],
  [
    '平江县',
    '县人社局、医保局、县人民医院',
    ['平江县人力资源和社会保障局|-', '平江县医疗保障局|-', '平江县人民医院|-'],
  ],
  ['平江县', '安定镇“魅力安定”微信公众号', ['平江县安定镇人民政府|魅力安定']],
]

const problems: [words: string, category: string][] = [
  ['出现错别字3处', 'content.wording'],
  ['泄露群众身份证号码', 'security.privacy_leak'],
  ['未按要求报送整改报告', 'management.reporting'],
]

const patterns: Record<string, (holder: string, problem: string) => string> = {
  'it stands in front': (h, p) => `检查发现,${h}${p}。`,
  'a comma behind it': (h, p) => `${h},${p}。`,
  'it has the problem': (h, p) => `${h}存在${p}的问题。`,
  'an example': (h, p) => `部分单位${p},如${h}。`,
  'the ones that': (h, p) => `${p}的有${h}。`,
  'a list that closes': (h, p) => `${p}的单位:${h}。`,
  'those affected': (h, p) => `一是${p},涉及${h}。二是机制还要完善。`,
  'in a sentence of its own': (h, p) => `一是${p}。主要是${h}。`,
  'a colon behind it': (h, p) => `\n1.${h}:${p};\n2.市审计局网站:有死链4个。`,
  'a colon in front': (h, p) => `\n1.${p}:${h}。\n2.有死链4个:市审计局网站。`,
  'a bracket behind the problem': (h, p) => `\n1.${p}(${h})。`,
  'a bracket behind it': (h, p) => `\n${h}(${p})。`,
  'another after it': (h, p) => `${h}${p};市审计局网站有死链4个。`,
  'the cause of a sanction': (h, p) => `${h}因${p}被点名通报。`,
  'a sanction that says what for': (h, p) => `对${p}的${h}予以通报批评。`,
  'where it lies': (h, p) => `${p},问题出在${h}。`,
  'counted first': (h, p) => `有2家单位${p},分别是${h}。`,
}

function told(place: string, problem: string): string[] {
  const text = `${place}人民政府办公室关于2021年第一季度政府网站与政务新媒体检查情况的通报

各有关单位:
现将有关情况通报如下。
二、存在问题
(一)日常运维。${problem}
三、工作要求
请各单位认真整改。
${place}人民政府办公室
2021年4月12日
`
  return extract(text, { kit })
    .records.filter((r) => r.unit !== '市审计局')
    .map((r) => `${r.unit_name ?? r.unit ?? '-'}|${r.subject_name ?? '-'}|${r.category}`)
    .sort()
}

describe.each(Object.entries(patterns))('%s', (_, pattern) => {
  test.each(holders)('%s: %s', (place, holder, who) => {
    const of = (read: (problem: string, category: string) => string[]) =>
      Object.fromEntries(problems.map(([words, category]) => [words, read(words, category)]))
    expect(of((problem) => told(place, pattern(holder, problem)))).toEqual(
      of((_, category) => who.map((w) => `${w}|${category}`).sort()),
    )
  })
})
