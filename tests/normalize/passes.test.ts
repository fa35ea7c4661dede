import { readFileSync } from 'node:fs'
import * as OpenCC from 'opencc-js/t2cn'
import { describe, expect, test } from 'vitest'
import { loadKit } from '../../src/kit.ts'
import { normalize } from '../../src/normalize/normalize.ts'

const kit = loadKit('grammars/lexicon')
const text = (s: string) => normalize(s, kit).text

describe('what normalizing makes of a text', () => {
  const cases: [string, string, string][] = [
    ['pinyin glosses', '關(guān)于政府網(wǎng)站', '关于政府网站'],
    ['an unclosed gloss at a cut end', '報(bào)告 監(jiān', '报告 监'],
    ['a neutral tone among toned ones', '我們(men)的報(bào)告', '我们的报告'],
    ['real brackets stay', '关于APP(APP)和(含)以及(IPv6)', '关于APP(APP)和(含)以及(IPv6)'],
    ['no toned syllable, no glosses', '附件(an)', '附件(an)'],
    ['full width', '合格率９８％，（一）：Ａ', '合格率98%,(一):A'],
    ['radical look-alikes', '⻄安市⻓安区', '西安市长安区'],
    ['traditional lines', '縣農業農村局發佈', '县农业农村局发布'],
    ['simplified text keeps the characters it shares', '乾县瞭望', '乾县瞭望'],
    ['words of other converters', '政務網路與資訊', '政务网络与信息'],
    [
      'a link to the traditional page makes no traditional page',
      '繁體版\n“官浔资讯”微信公众号未提供有效互动功能,请有关单位认真整改,并于规定的时间以前将书面的整改情况报送办公室。今后如此,本办将予以通报,请各部门注意。',
      '繁体版\n“官浔资讯”微信公众号未提供有效互动功能,请有关单位认真整改,并于规定的时间以前将书面的整改情况报送办公室。今后如此,本办将予以通报,请各部门注意。',
    ],
    ['doubled commas', '各部门,,现将', '各部门,现将'],
    ['stray spaces of other widths', '2019\u00a0年\u2002三\u3000季度', '2019 年 三 季度'],
    ['zero-width characters', '检\u200b查', '检查'],
    ['a document number without its bracket', '绵政监函〔201949\n', '绵政监函〔2019〕49号\n'],
    ['a document number without brackets', '国办发201747号', '国办发〔2017〕47号'],
    ['a complete document number', '(国办发〔2017〕47号)', '(国办发〔2017〕47号)'],
    ['a year run into its month', '20217月4日至11日', '2021年7月4日至11日'],
    ['a day of ninety-three', '2019-09-03发布。93日前完成整改', '2019-09-03发布。9月3日前完成整改'],
    ['a bare signature', '2019-09-03\n2019830', '2019-09-03\n2019年8月30日'],
    ['a signature with its year sign', '2021-10-15\n2021年1012', '2021-10-15\n2021年10月12日'],
    ['a signature without its year', '2021-07-09\n  年7月8日', '2021-07-09\n  2021年7月8日'],
    ['a signature broken behind its year', '2021-07-09\n2021\n年7月8日', '2021-07-09\n2021\n年7月8日'],
    ['a signature without its year, and no year near it', '2021-01-09\n年7月8日', '2021-01-09\n年7月8日'],
    ['a window of days', '2023-09-01\n202382325日检查', '2023-09-01\n2023年8月23-25日检查'],
    ['a window over two months', '2021-04-15\n202139日至47日', '2021-04-15\n2021年3月9日至4月7日'],
    ['two readings left: none is taken', '1112日开展', '1112日开展'],
    ['a day that is one', '25日前', '25日前'],
    ['a day without its 日', '务必于12月8前整改完毕', '务必于12月8日前整改完毕'],
    ['a day that ends nowhere', '12月8前后', '12月8前后'],
    ['a month that has no such day', '2月31前', '2月31前'],
    ['a shifted byte: mark and word', '?。ㄒ唬┱W站方面', '(一)政府网站方面'],
    ['a shifted byte, gloss after it', '?。ㄒ唬┚W(wǎng)站方面', '(一)网站方面'],
    ['a shifted byte with a word to its end', '?。ǘ┱招旅襟w', '(二)政务新媒体'],
    ['a shifted byte, no word lost', '?。ㄒ唬┐嬖阱e', '(一)存在错'],
    ['a shifted byte, short word', '?。ǘ┬旅襟w方面', '(二)新媒体方面'],
    ['a shifted byte, three', '?。ㄈ┚W(wǎng)民留言', '(三)网民留言'],
    ['a shifted full stop', '檢查?，F將有關情況', '检查。现将有关情况'],
    ['a shifted full stop, folded', '檢查?,F將有關情況', '检查。现将有关情况'],
    ['a shifted quotation', '?！拔覟檎W站找錯', '。“我为政府网站找错'],
    ['a shifted question mark', '檢查?？偟膩碚f', '检查。总的来说'],
    ['a question that is one', '是吗?”他说A', '是吗?”他说A'],
    ['a question before letters', '是吗?,FAQ问题', '是吗?,FAQ问题'],
    ['a question before an outline mark', '是否合格?（一）A类', '是否合格?(一)A类'],
    [
      'an advertising phrase for a name',
      '开云_体育2022市人民政府办公室关于通报的函\n开云_体育2022市政府网站检查,开云_体育2022合格',
      '■市人民政府办公室关于通报的函\n■市政府网站检查,■合格',
    ],
    [
      'an advertising phrase with blanks',
      '乐鱼 官网 v2023县政府办公室。\n请乐鱼 官网 v2023县各单位',
      '■县政府办公室。\n请■县各单位',
    ],
    ['such a phrase only once', '平台2022_新版市政府网站', '平台2022_新版市政府网站'],
    ['an account', '“新浪微博_官方版”账号,新浪微博_官方版更新', '“新浪微博_官方版”账号,新浪微博_官方版更新'],
    ['blanks around figures', '平台 3 市县 2 平台 3 市县', '平台 3 市县 2 平台 3 市县'],
    ['cells of a table', '官网 5 市教育局\n官网 5 市教育局', '官网 5 市教育局\n官网 5 市教育局'],
    ['an address with a query', 'a.htm?id=5&b=。中', 'a.htm?id=5&b=。中'],
  ]
  for (const [name, from, to] of cases) test(name, () => expect(text(from)).toBe(to))
})

test('every edit is recorded with what stood there', () => {
  const source = '關(guān)于２０２１年'
  const { edits } = normalize(source, kit)
  for (const e of edits) expect(source.slice(e.start, e.end)).toBe(e.before)
  expect(edits.length).toBeGreaterThan(0)
})

test('seed 001 has 488 glosses', () => {
  expect(
    normalize(readFileSync('seeds/001_1ff85f8cebaaceeb.txt', 'utf8'), kit).counts.pinyin_annotations,
  ).toBe(488)
})

describe('traditional to simplified agrees with the converter whose dictionaries it uses', () => {
  const convert = OpenCC.Converter({ from: 't', to: 'cn' })
  const lines = readFileSync('seeds/001_1ff85f8cebaaceeb.txt', 'utf8')
    .replace(/\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]+\)?/g, '')
    .split('\n')
  test('on every line of the traditional seed', () => {
    for (const line of lines) expect(text(line).replace(/〕(\d+)号/g, '〕$1号')).toBe(convert(line))
  })
})

describe('spun text is told, not undone', () => {
  const spun = (s: string) => normalize(s, kit).spun
  test('synonyms of a spinner', () =>
    expect(spun('对于全市当局网坐检查情况的传递。负责东说念主要在零改期限扬弃前整改')).toBe(true))
  test('ordinary words alone', () =>
    expect(spun('对于不及格的网站,干系单位要查看节目,开动整改,扬弃旧习,传递压力')).toBe(false))
  test('one odd word', () => expect(spun('政府网坐检查情况的通报')).toBe(false))
  for (const row of kit.tables['spun-words'])
    test(`spun-words.tsv:${row.line} stands in its example`, () => expect(row.example).toContain(row.word))
  for (const row of kit.tables['ad-words'])
    test(`ad-words.tsv:${row.line} masks its example`, () =>
      expect(text(`${row.example}市政府,${row.example}市政府`)).toBe('■市政府,■市政府'))
})

describe('hard-wrapped lines', () => {
  const wrapped = [
    '现将二季度全市政府网站和政务新媒体检查情况通报如',
    '下。本次检查了政府网站十二个,合格率百分之百,检查政',
    '务新媒体三十个,合格二十九个。市教育局栏目长期未更',
    '新,市水利局链接无法打开,市卫生健康局留言未及时回',
    '复,以上单位要对照问题清单认真整改,举一反三,加强日',
    '常监管,明确专人负责,并于六月底前将整改情况书面报送',
    '市政府办公室。',
  ]
  test('are joined', () => expect(text(wrapped.join('\n'))).toBe(wrapped.join('')))
  test('before a mark they stay', () =>
    expect(text([...wrapped, '二、下一步要求'].join('\n'))).toBe(`${wrapped.join('')}\n二、下一步要求`))
  test('a page number inside a sentence goes', () =>
    expect(text('市教育局负责的政务公开栏目,自二月以来长\n- 2 -\n期未更新。')).toBe(
      '市教育局负责的政务公开栏目,自二月以来长期未更新。',
    ))
  const kept: [string, string][] = [
    [
      'cells',
      Array.from({ length: 12 }, (_, i) => `某某县政府门户网站主办单位为县人民政府办公室第${i}`).join('\n'),
    ],
    [
      'a title over two lines',
      '某某市人民政府办公室关于二〇二一年第二季度\n政府网站与政务新媒体检查情况的通报',
    ],
    ['short cells', '序号\n单位\n问题\n1\n市教育局\n栏目未更新\n2\n市水利局\n链接打不开'],
    ['paragraphs', '各县人民政府,市政府各部门:\n现将情况通报如下,请认真整改。'],
    ['a page number after a sentence', '市教育局负责的政务公开栏目长期未更新,要整改。\n- 2 -\n二、要求'],
  ]
  for (const [name, from] of kept) test(`${name} stay`, () => expect(text(from)).toBe(from))
})
