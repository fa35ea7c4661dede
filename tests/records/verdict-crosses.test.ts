import { describe, expect, test } from 'vitest'
import { toldOf } from './told-of-notice.ts'

// Each word that judges in each place where a notice judges what it tells of, and where it judges nobody.

/** unit|account|verdict of the records of a notice that tells this. */
const told = (problems: string): string[] => toldOf(problems, (r) => r.verdict)

const HOME = '市教育局网站首页一个月未更新'
const TYPOS = '安岳县林业局网站出现3处错别字'
const LINKS = '市审计局网站有4处死链'
const STALE = '市水利局“资阳水利”微信公众号停更两个月'
const MUTE = '雁江区丹山镇“丹山发布”抖音号未提供有效互动功能'
const WORDING = '市文化广电旅游局“资阳文旅”微博有2处错别字'
const who: Record<string, string> = {
  [HOME]: '市教育局|-',
  [TYPOS]: '安岳县林业局|-',
  [LINKS]: '市审计局|-',
  [STALE]: '市水利局|资阳水利',
  [MUTE]: '雁江区丹山镇|丹山发布',
  [WORDING]: '市文化广电旅游局|资阳文旅',
}
const expected = (verdicts: Record<string, string>) =>
  Object.entries(verdicts)
    .map(([what, verdict]) => `${who[what] ?? what}|${verdict}`)
    .sort()

/** Words that stand in front of «网站» as well, and words that do not. */
const attributes = ['不合格', '不达标', '未达标', '不及格']
const words = [
  ...attributes,
  '未通过检查',
  '未过关',
  '单项否决',
  '一票否决',
  '没有通过',
  '没过关',
  '未能通过',
]

const bad = 'unqualified'
type Case = [what: string, told: (word: string) => string, verdicts: Record<string, string>]

const anyWord: Case[] = [
  [
    'by exclusion',
    (w) => `除市教育局、市审计局网站${w}外,其余网站均为合格。${HOME}。${LINKS}。${TYPOS}。`,
    { [HOME]: bad, [LINKS]: bad, [TYPOS]: 'qualified' },
  ],
  [
    'in brackets behind a count',
    (w) => `抽查网站27家,${w}2家(市教育局网站、市审计局网站)。\n${HOME}。${LINKS}。${TYPOS}。`,
    { [HOME]: bad, [LINKS]: bad, [TYPOS]: '-' },
  ],
  [
    'by the heading they stand under',
    (w) => `(一)突出问题\n${HOME}。\n(二)一般问题\n${LINKS}。\n存在突出问题的网站均判定为${w}。`,
    { [HOME]: bad, [LINKS]: '-' },
  ],
  ['judged as', (w) => `${HOME},被判定为${w}。${LINKS}。`, { [HOME]: bad, [LINKS]: '-' }],
  ['rated as', (w) => `${HOME},评定为${w}。${LINKS}。`, { [HOME]: bad, [LINKS]: '-' }],
  ['the word alone', (w) => `${HOME},${w}。${LINKS}。`, { [HOME]: bad, [LINKS]: '-' }],
  ['the result', (w) => `${HOME},检查结果为${w}。${LINKS}。`, { [HOME]: bad, [LINKS]: '-' }],
  ['still so on review', (w) => `${HOME},经复核仍${w}。${LINKS}。`, { [HOME]: bad, [LINKS]: '-' }],
  [
    'both, parted by semicolons',
    (w) => `${HOME};${TYPOS},均${w}。${LINKS}。`,
    { [HOME]: bad, [TYPOS]: bad, [LINKS]: '-' },
  ],
  [
    'both are judged, parted by semicolons',
    (w) => `${HOME};${TYPOS},均被判定为${w}。${LINKS}。`,
    { [HOME]: bad, [TYPOS]: bad, [LINKS]: '-' },
  ],
  [
    'so many, parted by semicolons',
    (w) => `${HOME};${TYPOS},两个网站均${w}。${LINKS}。`,
    { [HOME]: bad, [TYPOS]: bad, [LINKS]: '-' },
  ],
  [
    'those above',
    (w) => `${HOME}。${TYPOS}。以上2个网站判定为${w}。${LINKS}。`,
    { [HOME]: bad, [TYPOS]: bad, [LINKS]: '-' },
  ],
  [
    'the accounts above',
    (w) => `${STALE};${MUTE}。上述2个账号均为${w}。${WORDING}。`,
    { [STALE]: bad, [MUTE]: bad, [WORDING]: '-' },
  ],
  [
    'a count and a colon',
    (w) => `2个账号${w}:${STALE};${MUTE}。${WORDING}。`,
    { [STALE]: bad, [MUTE]: bad, [WORDING]: '-' },
  ],
  [
    'a count, among them',
    (w) => `2个网站${w},其中${HOME},${TYPOS}。${LINKS}。`,
    { [HOME]: bad, [TYPOS]: bad, [LINKS]: '-' },
  ],
  [
    'a count in a sentence of its own, among them',
    (w) => `有2个账号被判定为${w}。其中,${STALE};${MUTE}。另外,${WORDING}。`,
    { [STALE]: bad, [MUTE]: bad, [WORDING]: '-' },
  ],
  [
    'a heading',
    (w) => `(一)${w}的网站。${HOME};${TYPOS}。\n(二)存在一般问题的网站。${LINKS}。`,
    { [HOME]: bad, [TYPOS]: bad, [LINKS]: '-' },
  ],
  [
    'who is so, behind',
    (w) => `${HOME}。${TYPOS}。${LINKS}。${w}的有市教育局网站、安岳县林业局网站。`,
    { [HOME]: bad, [TYPOS]: bad, [LINKS]: '-' },
  ],
  [
    'those judged are',
    (w) => `被判定为${w}的2个网站分别是:${HOME};${TYPOS}。${LINKS}。`,
    { [HOME]: bad, [TYPOS]: bad, [LINKS]: '-' },
  ],
  [
    'the cause',
    (w) => `市教育局网站因首页一个月未更新被判定为${w}。${LINKS}。`,
    { [HOME]: bad, [LINKS]: '-' },
  ],
  ['a bracket', (w) => `市教育局网站(${w}):首页一个月未更新。${LINKS}。`, { [HOME]: bad, [LINKS]: '-' }],
  ['first the word', (w) => `市教育局网站${w},首页一个月未更新。${LINKS}。`, { [HOME]: bad, [LINKS]: '-' }],
  [
    'first the verdict, then why',
    (w) => `市教育局网站被判定为${w},原因是首页一个月未更新。${LINKS}。`,
    { [HOME]: bad, [LINKS]: '-' },
  ],
  ['those to come', (w) => `${HOME}。${LINKS}。${w}的将予以关停。`, { [HOME]: '-', [LINKS]: '-' }],
  ['a condition', (w) => `${HOME},如复查仍${w},将约谈负责人。${LINKS}。`, { [HOME]: '-', [LINKS]: '-' }],
  ['a threat', (w) => `${HOME}。${LINKS}。对检查${w}的单位,将通报批评。`, { [HOME]: '-', [LINKS]: '-' }],
  [
    'a rule',
    (w) => `凡出现严重表述错误的,一律判定为${w}。${HOME}。${LINKS}。`,
    { [HOME]: '-', [LINKS]: '-' },
  ],
  [
    'those of before',
    (w) => `上季度${w}的网站已完成整改。${HOME}。${LINKS}。`,
    { [HOME]: '-', [LINKS]: '-' },
  ],
  [
    'the rest is well',
    (w) => `${HOME},判定为${w}。其余网站总体合格,但${LINKS}。`,
    { [HOME]: bad, [LINKS]: '-' },
  ],
]

const attribute: Case[] = [
  [
    'those above are they',
    (w) => `${HOME}。${TYPOS}。以上2个网站即为本次检查的${w}网站。${LINKS}。`,
    { [HOME]: bad, [TYPOS]: bad, [LINKS]: '-' },
  ],
  [
    'so many of them',
    (w) => `2个${w}网站:${HOME};${TYPOS}。${LINKS}。`,
    { [HOME]: bad, [TYPOS]: bad, [LINKS]: '-' },
  ],
  [
    'their count behind',
    (w) => `${w}网站2个:${HOME};${TYPOS}。${LINKS}。`,
    { [HOME]: bad, [TYPOS]: bad, [LINKS]: '-' },
  ],
  [
    'their count, namely',
    (w) => `${w}网站2个,分别是:${HOME};${TYPOS}。${LINKS}。`,
    { [HOME]: bad, [TYPOS]: bad, [LINKS]: '-' },
  ],
  [
    'items',
    (w) => `${w}账号如下:\n1.${STALE}。\n2.${MUTE}。\n此外,${WORDING}。`,
    { [STALE]: bad, [MUTE]: bad, [WORDING]: '-' },
  ],
  [
    'lines',
    (w) => `${w}账号分别为:\n${STALE};\n${MUTE}。\n${WORDING}。`,
    { [STALE]: bad, [MUTE]: bad, [WORDING]: '-' },
  ],
  [
    'a heading over a paragraph',
    (w) => `(一)${w}网站\n${HOME}。${TYPOS}。\n(二)其他问题\n${LINKS}。`,
    { [HOME]: bad, [TYPOS]: bad, [LINKS]: '-' },
  ],
  [
    'the following',
    (w) => `经检查,以下2个账号${w}:\n1.${STALE};\n2.${MUTE}。\n(二)其他\n${WORDING}。`,
    { [STALE]: bad, [MUTE]: bad, [WORDING]: '-' },
  ],
  ['none found', (w) => `本次检查未发现${w}网站。${HOME}。${LINKS}。`, { [HOME]: '-', [LINKS]: '-' }],
  ['there is none', (w) => `本季度无${w}网站,但${HOME}。${LINKS}。`, { [HOME]: '-', [LINKS]: '-' }],
  [
    'counts elsewhere',
    (w) => `8个账号${w},详见附件;${STALE}。${WORDING}。`,
    { [STALE]: '-', [WORDING]: '-' },
  ],
]

const good = 'qualified'
const others: [what: string, told: string, verdicts: Record<string, string>][] = [
  ['judged well', `${HOME},但综合得分较高,判定为合格。${TYPOS}。`, { [HOME]: good, [TYPOS]: '-' }],
  [
    'these two are well',
    `${HOME};${TYPOS}。这两个网站虽判定为合格,也应整改。${LINKS}。`,
    { [HOME]: good, [TYPOS]: good, [LINKS]: '-' },
  ],
  ['of those that are well', `合格网站中也存在一些问题。${HOME};${TYPOS}。`, { [HOME]: good, [TYPOS]: good }],
  ['who may not be well', `${HOME}。首页不更新的不得评为合格。${TYPOS}。`, { [HOME]: '-', [TYPOS]: '-' }],
  [
    'brackets',
    '市教育局网站(合格):首页一个月未更新。安岳县林业局网站(不合格):有4处死链。',
    { [HOME]: good, [TYPOS]: bad },
  ],
  [
    'headings of both',
    `(一)不合格网站\n${HOME}。\n(二)合格网站中存在的其他问题\n${TYPOS};${LINKS}。`,
    { [HOME]: bad, [TYPOS]: good, [LINKS]: good },
  ],
  [
    'a heading of those with prominent problems',
    `(一)存在突出问题的网站\n${HOME}。\n(二)突出问题\n${TYPOS}。`,
    { [HOME]: bad, [TYPOS]: '-' },
  ],
  ['of the class of the good', `${HOME},但同属合格等次。${TYPOS}。`, { [HOME]: good, [TYPOS]: '-' }],
  ['a sanction is none', `${HOME},予以通报批评。${TYPOS},亮黄牌。`, { [HOME]: '-', [TYPOS]: '-' }],
  ['a grade is none', `${HOME},抽查结果为较差。${TYPOS},位列后三位。`, { [HOME]: '-', [TYPOS]: '-' }],
  ['a half verdict is none', `${HOME},基本合格。${TYPOS}。`, { [HOME]: '-', [TYPOS]: '-' }],
  [
    'names in quotation marks alone',
    `${STALE}。${WORDING}。“资阳水利”判定为不合格账号。`,
    { [STALE]: bad, [WORDING]: '-' },
  ],
  [
    'a heading whose sentence begins with «无»',
    '(一)不合格网站\n无人更新首页的2家:市教育局网站、安岳县林业局网站。',
    { [HOME]: bad, [TYPOS]: bad },
  ],
]

describe('verdicts', () => {
  for (const [cases, tried] of [
    [anyWord, words],
    [attribute, attributes],
  ] as const)
    for (const [what, tell, verdicts] of cases)
      test(what, () => {
        const wrong = tried
          .map((word) => tell(word))
          .filter((text) => told(text).join() !== expected(verdicts).join())
        expect(wrong.map((text) => [text, told(text)])).toEqual([])
      })
  test.each(others)('%s', (_, text, verdicts) => {
    expect(told(text)).toEqual(expected(verdicts))
  })
})

const columns: [header: string, cells: [string, string], verdicts: [string, string]][] = [
  ['检查结果', ['不合格', '合格'], [bad, good]],
  ['结论', ['未达标。', '达标。'], [bad, good]],
  ['是否合格', ['否', '是'], [bad, good]],
  ['是否通过', ['×', '√'], [bad, good]],
  ['评定结果', ['不合格(单项否决)', '合格'], [bad, good]],
  ['是否单项否决', ['是', '否'], [bad, '-']],
  ['是否不合格', ['√', ''], [bad, '-']],
  ['单项否决情况', ['√', '×'], [bad, '-']],
  ['不合格原因', ['首页不更新', '无'], [bad, '-']],
  ['等次', ['较差', '良好'], ['-', '-']],
  ['备注', ['不合格', ''], [bad, '-']],
  ['备注', ['已报整改方案', ''], ['-', '-']],
]

test.each(columns)('a column %s', (header, [first, second], verdicts) => {
  const rows = [
    ['1', '市教育局', '首页一个月未更新', first],
    ['2', '安岳县林业局', '3处错别字', second],
  ]
  const lines = [['序号', '单位', '存在问题', header], ...rows].map((row) => `| ${row.join(' | ')} |`)
  expect(new Set(told(`详见附件。\n附件\n检查情况表\n${lines.join('\n')}`))).toEqual(
    new Set([`安岳县林业局|-|${verdicts[1]}`, `市教育局|-|${verdicts[0]}`]),
  )
})

test('a cell that judges and tells', () => {
  const table =
    '| 序号 | 单位 | 存在问题 |\n| 1 | 市教育局 | 不合格:首页一个月未更新 |\n| 2 | 市审计局 | 4处死链 |'
  expect(told(`详见附件。\n附件\n检查情况表\n${table}`)).toEqual(['市审计局|-|-', '市教育局|-|unqualified'])
})

describe('rows of a table that judges whom the prose tells of', () => {
  const prose =
    '(一)日常更新。市水利局网站首页一个月未更新。市水利局“资阳水利”微信公众号停更两个月。市审计局网站有3处错别字。市民政局网站站内搜索无法使用。'
  const table = (title: string, header: string, ...rows: string[]) =>
    [prose, title, '', header, ...rows, ''].join('\n')
  const verdicts = (problems: string) => toldOf(problems, (r) => r.verdict)
  test('of their sites, not of their accounts; good is neither', () => {
    expect(
      verdicts(
        table(
          '政府网站考评得分',
          '| 名次 | 单位 | 总得分 | 等次 |',
          '| 1 | 市审计局 | 92.0 | 良好 |',
          '| 2 | 市民政局 | 71.5 | 合格 |',
          '| 3 | 市水利局 | 52.3 | 不合格 |',
        ),
      ),
    ).toEqual(['市审计局|-|-', '市民政局|-|qualified', '市水利局|-|unqualified', '市水利局|资阳水利|-'])
  })
  test('of accounts alone, and of one unit in two ways, it judges no site', () => {
    expect(
      verdicts(
        table(
          '政务新媒体考评得分',
          '| 名次 | 单位 | 总得分 | 等次 |',
          '| 1 | 市审计局 | 92.0 | 合格 |',
          '| 2 | 市民政局 | 71.5 | 合格 |',
        ),
      ),
    ).toEqual(['市审计局|-|-', '市民政局|-|-', '市水利局|-|-', '市水利局|资阳水利|-'])
    expect(
      verdicts(
        table(
          '政府网站考评得分',
          '| 序号 | 单位 | 总得分 | 等次 |',
          '| 1 | 市民政局 | 92.0 | 合格 |',
          '| 2 | 市民政局 | 51.5 | 不合格 |',
        ),
      ),
    ).toEqual(['市审计局|-|-', '市民政局|-|-', '市水利局|-|-', '市水利局|资阳水利|-'])
  })
})
