import { COUNTER } from './figures.ts'
import { lexical, NUMERAL, numberOf, TO, valued } from './token.ts'
import type { When } from './when.ts'

const between = (n: number, low: number, high: number): boolean => n >= low && n <= high
const year2 = (n: number): number => (n < 50 ? 2000 + n : n < 100 ? 1900 + n : n)
const date = (y: number, m: number, d: number): When | null =>
  between(m, 1, 12) && between(d, 1, 31) ? { year: y, month: m, day: d } : null

export const FullDate = valued(
  'FullDate',
  '(1[89]\\d\\d|20\\d\\d|(?<![\\d-])(?:1[0-7]|[1-9])\\d\\d(?=-\\d\\d-\\d\\d(?![\\d-])))(?:([-/.])(\\d{1,2})\\2(\\d{1,2})|(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])| (\\d\\d) (\\d\\d))(?:T(?=\\d\\d:\\d\\d)|(?=\\d\\d:\\d\\d)|(?!\\d|[-/.]\\d(?!\\d{3}(?!\\d))))',
  (m) => date(Number(m[1]), Number(m[3] ?? m[5] ?? m[7]), Number(m[4] ?? m[6] ?? m[8])),
)
/**
 * 3/7/2017, 13.5.2015, 10/31/74: the year last. The month stands before the day, as Chinese says it, unless it can be none;
 * two figures are a year where they say so beside a lone one or above 31.
 */
export const YearLast = valued(
  'YearLast',
  '(?<![\\dA-Za-z./]|(?<!/\\d{4})-|[路街巷弄栋幢楼村区园苑号])(\\d{1,2})([-/.])(\\d{1,2})\\2((?:19|20)\\d\\d|\\d\\d)(?![\\d%A-Za-z号室栋幢单楼房门户]|[/.]\\d|-\\d{1,4}(?![\\d/]))',
  (m) => {
    const [a, b, y] = [Number(m[1]), Number(m[3]), Number(m[4])]
    if (y < 100 && (m[2] === '.' || (y <= 31 && m[1]!.length > 1))) return null
    return a > 12 ? date(year2(y), b, a) : date(year2(y), a, b)
  },
)
export const YearMonth = valued(
  'YearMonth',
  '((?:19|20)\\d\\d)[-/.](0[1-9]|1[0-2]|[1-9](?=月))(?![\\d.%]|[-/]\\d)月?',
  (m) => ({
    year: Number(m[1]),
    month: Number(m[2]),
  }),
)
export const YearQuarter = valued('YearQuarter', '((?:19|20)\\d\\d)年?Q([1-4])(?![A-Za-z\\d])', (m) => ({
  year: Number(m[1]),
  quarter: Number(m[2]),
}))
export const YearRange = valued(
  'YearRange',
  `((?:19|20)\\d\\d) ?${TO} ?((?:19|20)\\d\\d)(?:年度?|学年|财年|(?<=[从自](?:19|20)\\d\\d ?${TO} ?(?:19|20)\\d\\d)(?![\\d.]))`,
  (m) => ({
    from: { year: Number(m[1]) },
    to: { year: Number(m[2]) },
  }),
)
/** 5.1-5.3, 5/28-6/3, 05-01至05-07; two proper fractions («1/4-3/4») are none. */
export const DottedRange = valued(
  'DottedRange',
  `(?<![\\d./-])(?:(\\d{1,2})([./])(\\d{1,2})${TO}(\\d{1,2})\\2(\\d{1,2})|([01]\\d)-([0-3]\\d)[至到~～]([01]\\d)-([0-3]\\d))(?![\\d%./])`,
  (m) => {
    const [a, b, c, d] = [m[1] ?? m[6], m[3] ?? m[7], m[4] ?? m[8], m[5] ?? m[9]].map(Number) as [
      number,
      number,
      number,
      number,
    ]
    if (m[2] === '/' && a < b && c < d && d <= 12) return null
    return between(a, 1, 12) &&
      between(c, 1, 12) &&
      between(b, 1, 31) &&
      between(d, 1, 31) &&
      c * 31 + d > a * 31 + b
      ? { from: { month: a, day: b }, to: { month: c, day: d } }
      : null
  },
)
/** 2019.08-2020.02, 2019.08-2020 */
export const MonthRange = valued(
  'MonthRange',
  `((?:19|20)\\d\\d)[./](0?[1-9]|1[0-2])${TO}((?:19|20)\\d\\d)(?:[./](0?[1-9]|1[0-2]))?(?![\\d.%年])`,
  (m) => ({
    from: { year: Number(m[1]), month: Number(m[2]) },
    to: { year: Number(m[3]), ...(m[4] && { month: Number(m[4]) }) },
  }),
)
/** 今明两年, 今明两天 */
export const Pair = valued('Pair', '(去今|昨今|今明|明后)两([年天日])', (m) => {
  const first = { 去今: -1, 昨今: -1, 今明: 0, 明后: 1 }[m[1]!]!
  const key = m[2] === '年' ? 'yearOffset' : 'dayOffset'
  return { from: { [key]: first } as When, to: { [key]: first + 1 } as When }
})
/** 6·30; behind a whole date and a dash 05.07 too */
export const MonthDotDay = valued(
  'MonthDotDay',
  `(?<!\\d)(1[0-2]|0?[1-9])(?:[·•]|(?<=\\d{4}\\2\\d{1,2}([./-])\\d{1,2} ?${TO} ?\\d{1,2})\\2)(3[01]|[12]\\d|0?[1-9])(?!\\d)`,
  (m) => ({
    month: Number(m[1]),
    day: Number(m[3]),
  }),
)
export const Century = valued(
  'Century',
  `(?:(?:公元)?(${NUMERAL}|本|上|上个|本个|这个)世纪)?(?:((?:1[89]|20)?\\d0|[二三四五六七八九]十)年代([初中末]期?|[前后晚]期)?)?([初中末](?![一-龥])|(?<=世纪)(?:[中末]叶|[初中末前后]期|[初末]))?`,
  (m) => {
    if (m[0] === '' || (m[1] && Number.isNaN(centuryOf(m[1])))) return null
    const century = m[1] ? centuryOf(m[1]) : undefined
    if (!m[2])
      return century === undefined
        ? null
        : { century: (century - 1) * 100, ...(m[4] && { edge: edgeOf(m[4]) }) }
    const n = numberOf(m[2])
    const decade =
      n > 100 ? n : century === undefined ? (n < 30 ? 2000 + n : 1900 + n) : (century - 1) * 100 + n
    return { decade, ...(m[3] && { edge: edgeOf(m[3]) }) }
  },
)
function centuryOf(text: string): number {
  return /^[本这]/.test(text) ? 21 : /^上/.test(text) ? 20 : numberOf(text)
}
const edgeOf = (word: string): NonNullable<When['edge']> =>
  /[初前头始]/.test(word) ? 'start' : /中/.test(word) ? 'middle' : 'end'

const Y4 = '(?:1[0-9]|20)\\d\\d|[一二][〇零○一二三四五六七八九]{3}'
/** Behind two figures, what tells a year («19年3月») from a length («19年»). */
const TELLS_YEAR =
  '年(?:度|底|末|初|[\\d一二三四五六七八九十]{1,2}月|[上下]半年|第?[一二三四1-4]季度|第[\\d一二三四五六七八九十]{1,2}个月|前[\\d一二两三四五六七八九十]{1,2}个?月|[大小][寒雪暑])'
export const Year = valued(
  'Year',
  `(?:公元)?(?:民国(元|${NUMERAL})|(${Y4}|[〇零○九][〇零○一二三四五六七八九]|0\\d(?=年)|9\\d(?=年(?!来|以|前|后|内|间|之|的历史))|[1-9]\\d\\d(?=年\\d{1,2}月)|(?<=[在于自从]|公元)[1-9]\\d\\d(?=年(?![来以前后内里间中之多的历]))|[一二三四五六七八九][〇零○一二三四五六七八九]{2}(?=年[一二三四五六七八九十]{1,2}月)|\\d\\d(?=${TELLS_YEAR})|[二三四五六七八九][一二三四五六七八九](?=年(?!来|以来|间|之|的历史))|(?:一千[零八九]|两千|二千)[零一二三四五六七八九十百]{0,5}(?=年[\\d一二三四五六七八九十]{1,2}月)))(?:年度?|学年|财年)(?![代级级])`,
  (m) => {
    // The Republic's first year is 1912.
    if (m[1]) return { year: 1911 + (m[1] === '元' ? 1 : numberOf(m[1])) }
    const two = /^([一二三四五六七八九])([一二三四五六七八九])$/.exec(m[2]!)
    // «五八年» is a year, «七八年» may be seven or eight.
    if (two && [1, 2].includes(numberOf(two[2]!) - numberOf(two[1]!))) return null
    const year = numberOf(m[2]!)
    return two && year < 50 ? { year: 1900 + year } : { year: year2(year) }
  },
)
const YEARS = offsets('yearOffset', {
  大前年: -3,
  前年: -2,
  去年: -1,
  上年度: -1,
  上年: -1,
  上一年度: -1,
  上一年: -1,
  下一年度: 1,
  下年度: 1,
  下年: 1,
  今年: 0,
  本年度: 0,
  本年: 0,
  当年: 0,
  这一年: 0,
  明年: 1,
  次年: 1,
  翌年: 1,
  来年: 1,
  下一年: 1,
  后年: 2,
  大后年: 3,
})
export const RelativeYear = valued(
  'RelativeYear',
  `(?<![以马早晚])(?:${Object.keys(YEARS)
    .sort((a, b) => b.length - a.length)
    .join('|')})(?![轻龄纪])`,
  (m) => YEARS[m[0]] ?? null,
)
function offsets(key: keyof When, words: Record<string, number>): Record<string, When> {
  return Object.fromEntries(Object.entries(words).map(([w, n]) => [w, { [key]: n }]))
}
export const Half = lexical<When>('Half', { 上半年: { half: 1 }, 下半年: { half: 2 } })
export const Quarter = valued(
  'Quarter',
  `(?:第([一二三四1-4])个季度|第?([一二三四1-4])(?:(?:${TO}|、)第?([一二三四1-4]))?季度|前([二两三23])个?季度|(首)季度?(?![一-龥])|(?<=年)(首)季度|Q([1-4]))([初中末底])?`,
  (m) => {
    const n = (s: string | undefined) => (s ? numberOf(s) : undefined)
    const [first, last] = m[4] ? [1, n(m[4])] : m[5] || m[6] ? [1] : [n(m[1] ?? m[2] ?? m[7])!, n(m[3])]
    return { quarter: first, ...(last && { quarterTo: last }), ...(m[8] && { edge: edgeOf(m[8]) }) } as When
  },
)
/** Behind a year: 前十一个月, 首月, 后三月, 第8个月. */
export const MonthsOfYear = valued(
  'MonthsOfYear',
  '(?<=年度?)(?:(前|后)([一二两三四五六七八九十]{1,2}|\\d{1,2})个?月|(首)月|第([一二三四五六七八九十]{1,2}|\\d{1,2})个月)(?![内前后来])',
  (m): When | null => {
    if (m[3]) return { month: 1 }
    const n = numberOf(m[2] ?? m[4]!)
    if (!between(n, 1, 12)) return null
    if (m[4]) return { month: n }
    return m[1] === '前' ? { month: 1, monthTo: n } : { month: 13 - n, monthTo: 12 }
  },
)
export const RelativeQuarter = valued(
  'RelativeQuarter',
  '(上上|上|本|这|当|下下|下)(?:一个|一|个)?季度(?!假)([初中末底])?|季([初末])',
  (m) => ({
    quarterOffset: m[1] ? offsetOf(m[1]) : 0,
    ...((m[2] ?? m[3]) && { edge: edgeOf(m[2] ?? m[3]!) }),
  }),
)
const offsetOf = (word: string): number =>
  (/^[上下]/.test(word)
    ? [...word].filter((c) => c === word[0]).length
    : word === '次' || word === '翌'
      ? 1
      : 0) * (word[0] === '上' ? -1 : 1)

const LUNAR_MONTH: Record<string, number> = { 正: 1, 冬: 11, 腊: 12 }
const LUNAR_DAY =
  '初[一二三四五六七八九十]|初\\d{1,2}|十[一二三四五六七八九]|廿[一二三四五六七八九]?|二十[一二三四五六七八九]?|三十'
/** 正月初五, 农历八月十五, 腊月, 闰四月, 农历十月 */
export const LunarDate = valued(
  'LunarDate',
  `大?年(初[一二三四五六七八九十])(?![级季步中])|(农历|阴历|旧历|夏历)?(闰)?([正冬腊]|十[一二]?|[二三四五六七八九]|1[0-2]|[1-9])月(${LUNAR_DAY}|(?<=[正冬腊]月)[123]?\\d(?!\\d)|(?<=[正冬腊]月)[底末中])?(?![份底末中球亮饼])`,
  (m, text, at) => {
    if (m[1]) return { lunar: { month: 1, day: numberOf(m[1].slice(1)), leap: false } }
    const day = m[5]
    const own = m[4]! in LUNAR_MONTH
    const said = m[2] !== undefined || m[3] !== undefined || own
    if (!said && !(day && /^[初廿]/.test(day))) return null
    if (day && /^[日号个天]/.test(text.slice(at + m[0].length))) return null
    const month = LUNAR_MONTH[m[4]!] ?? numberOf(m[4]!)
    if (day && /[底末中]/.test(day)) return { lunar: { month, leap: false }, edge: edgeOf(day) }
    return {
      lunar: { month, ...(day && { day: numberOf(day.replace('初', '')) }), leap: Boolean(m[3]) },
    }
  },
)
/** 农历2015年十月初一: the months that follow are lunar. */
export const LunarPrefix = valued('LunarPrefix', '农历|阴历|旧历|夏历', () => true)
const M = '1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元]'
export const Month = valued('Month', `(${M})(?:${TO}(${M}))?月份?(?![球亮饼子薪])`, (m) => {
  const n = (s: string) => (s === '元' ? 1 : numberOf(s))
  return { month: n(m[1]!), ...(m[2] && { monthTo: n(m[2]) }) }
})
export const RelativeMonth = valued(
  'RelativeMonth',
  '(?<![以马早晚如])(上{1,3}|本|这|当|下{1,3}|次|翌|今(?=个))(?:一个|一|个)?月份?(?![球亮饼])',
  (m) => ({ monthOffset: offsetOf(m[1]!) }),
)
export const TenDays = lexical<When>('TenDays', {
  上旬: { tenDays: 1 },
  中旬: { tenDays: 2 },
  下旬: { tenDays: 3 },
})
export const Edge = valued(
  'Edge',
  '(?:年|月)?[初底末终]|[年月]中(?:旬)?|中(?=[旬期])期?|[年月]尾|(?<=月)[中尾头](?![一-龥])|(?<=[\\d〇零一二三四五六七八九]年)(?:头(?![一-龥])|伊始)',
  (m) => {
    const own = m[0][0] === '年' ? { yearOffset: 0 } : m[0][0] === '月' ? { monthOffset: 0 } : {}
    return { ...own, edge: edgeOf(m[0]) }
  },
)
const WEEK = '(?:周|星期|礼拜)'
const weekday = (c: string): number => '一二三四五六'.indexOf(c) + 1 || (/\d/.test(c) ? Number(c) : 7)
export const NthWeekday = valued(
  'NthWeekday',
  `的?(最后|第)(一|${NUMERAL})个?${WEEK}(?:([一二三四五六日天])(?![边年岁期个])|末)`,
  (m) => ({
    nth: {
      n: (m[1] === '第' ? 1 : -1) * numberOf(m[2]!),
      ...(m[3] ? { weekday: weekday(m[3]) } : { weekday: 6, weekend: true as const }),
    },
  }),
)
export const WeekdayName = valued(
  'WeekdayName',
  `(?:(?<![以马早晚])(上{1,4}|本|这|今|下{1,4})个?(?:${WEEK}(?=${WEEK}))?)?${WEEK}(?:([一二三四五六日天](?![边年岁期个])|[1-7](?![\\d.,:%天日次个年月周岁期小第]))(?:(?:${TO}|(?<=六)、)?((?<=六、?)[日天](?![点时])|[二三四五六日天](?![点时刻个月边年岁期一-龥])))?|(末))`,
  (m) => {
    const [day, to] = [m[2] && weekday(m[2]), m[3] && weekday(m[3])]
    if (to && day && to <= day) return null
    return {
      weekOffset: m[1] ? offsetOf(m[1]) : 0,
      ...(day ? { weekday: day, ...(to && { weekdayTo: to }) } : { weekend: true as const }),
    }
  },
)
export const RelativeWeek = valued(
  'RelativeWeek',
  `(?<![以马早晚如])(上{1,4}|本|这|今(?=个)|下{1,4})一?个?${WEEK}(?![边年岁期围转到刊报])`,
  (m) => ({ weekOffset: offsetOf(m[1]!) }),
)
export const RelativeDay = valued(
  'RelativeDay',
  '(大前|前|昨|今|明|后|大后|次|翌|当)(?:[天日](?!气|报)|(晚|早|夜|晨|朝(?=[一二三四五六七八九十\\d]{1,3}[点时]))上?)|([听寻])日(?![语本常])',
  (m) => {
    // Cantonese: 聽日, 尋日.
    if (m[3]) return { dayOffset: m[3] === '听' ? 1 : -1 }
    const n = { 大前: -3, 前: -2, 昨: -1, 今: 0, 当: 0, 明: 1, 次: 1, 翌: 1, 后: 2, 大后: 3 }[m[1]!]!
    return { dayOffset: n, ...(m[2] && { part: /[晚夜]/.test(m[2]) ? '晚上' : '早上' }) }
  },
)
const D =
  '3[01]|[12]\\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九]'
export const Day = valued('Day', `(${D})[日号]?(?:${TO}(${D}))?(?:日|号(?![码召]))`, (m) => {
  const [day, dayTo] = [numberOf(m[1]!), m[2] ? numberOf(m[2]) : undefined]
  return { day, ...(dayTo && { dayTo }) }
})
/** 10月22, 二月十五: a day without its word, right behind a month. */
export const BareDay = valued(
  'BareDay',
  `(?<=(?:\\d|[一二三四五六七八九十])月份?)(${D})(?:${TO}(${D}))?(?![\\d%‰.,:：/·万千百亿多余几点时分成折一二三四五六七八九十]|第|${COUNTER}|天|年|月|周|日|号)`,
  (m, text, at) => {
    const behind = text[at + m[0].length] ?? ''
    if (/[一二三四五六七八九]$/.test(m[0]) && m[0].length === 1 && /[一-龥]/.test(behind)) return null
    return { day: numberOf(m[1]!), ...(m[2] && { dayTo: numberOf(m[2]) }) }
  },
)
export const Season = valued('Season', '([春夏秋冬])(?:季(?!度)|天|日(?=里)|(?<=年.)(?![一-龥]))', (m) => ({
  season: '春夏秋冬'.indexOf(m[1]!) + 1,
}))
/** 去年暑假 */
export const Vacation = valued('Vacation', '暑假(?![一-龥]{0,2}作业)', () => ({ month: 7, monthTo: 8 }))
const NOW: Record<string, When> = {
  现在: { now: true },
  此时: { now: true },
  此刻: { now: true },
  目前: { now: true },
  当前: { now: true },
  依家: { now: true },
  而家: { now: true },
  近期: { vague: true },
  近日: { vague: true },
  日前: { vague: true },
  前不久: { vague: true },
  不久前: { vague: true },
  近年来: { vague: true },
  近年: { vague: true },
  刚才: { vague: true },
  刚刚: { vague: true },
}
export const Now = valued(
  'Now',
  `${Object.keys(NOW)
    .sort((a, b) => b.length - a.length)
    .join('|')}|最近(?!的?(?:${NUMERAL}|几|半|数|若干))`,
  (m) => NOW[m[0]] ?? { vague: true as const },
)
