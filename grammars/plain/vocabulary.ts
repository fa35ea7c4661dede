import { createToken, Lexer, type TokenType } from 'chevrotain'
import * as figures from './figures.ts'
import { HAN, lexical, NUMERAL, numberOf, TO, valued } from './token.ts'
import type { Length, Unit, When } from './when.ts'

export * from './figures.ts'

const between = (n: number, low: number, high: number): boolean => n >= low && n <= high

/** Codes, addresses, versions and idioms: figures that count nothing. */
export const Code = valued(
  'Code',
  [
    'https?:\\/\\/[^\\s一-龥]+',
    '[A-Za-z][A-Za-z0-9_.+-]*',
    '\\d{1,20}(?:\\.\\d{1,20}){2,8}(?![\\d年月日])(?<!(?:19|20)\\d\\d\\.\\d{1,2}\\.\\d{1,2})',
    '\\d{4,20}-\\d{3,20}(?:-\\d{1,20}){0,6}(?![\\d年])',
    '(?:1[3-9]\\d{9}|\\d{3,4}-\\d{7,8}|[48]00-\\d{3,4}-\\d{3,4}|\\d{15}[\\dXx]{2,3})(?!\\d)',
    '\\d{1,20}(?:[A-Z][A-Za-z0-9-]*|[a-jl-z](?![a-z])[A-Za-z]?\\d{1,20})',
    '\\d{21,}',
    `[${HAN}]{25,}`,
    '[〔\\[(【]\\d{4}年?[〕\\])】]第?\\d{1,20}号',
    `(?:\\d{4,20}|[3-9]\\d|\\d{3}|(?<=[路街巷弄道村])\\d{1,20})号`,
    '[((][一二三四五六七八九十]{1,3}[))]',
    '(?:1[3-9]|[2-9]\\d)月(?:\\d{1,2}[日号])?',
    `${NUMERAL}号(?=[文令楼线院公门洞厅馆车机仓井桌仪通弄室])`,
  ].join('|'),
  (m) => (/^(?:3[01]号|(?:(?:19|20)\d\d)?Q[1-4])$/.test(m[0]) ? null : m[0]),
)
export const Idiom = valued(
  'Idiom',
  '(?:[一二三四五六七八九]十?|五一|八一|五四|三八|十一|解放|中山)(?:[东西南北中]?[路街巷弄]|大道|胡同|广场)|' +
    '一带一路|第一时间|三心二意|一心一意|七上八下|乱七八糟|五花八门|四面八方|三番五次|九牛一毛|十全十美|百分制|' +
    '千千万万|千方百计|千万(?=[不别要])|万一|万万|一下子?|一些|一点(?=[儿也都])|一般|一样|一定|一直|一旦|一并|一律|一致|一起|一齐|一同|一向|一切|一共|一再|一边|一面|一方面|一站式|一把手|一体化?|一系列|一线|一流|一度|一概|一味|一贯|一时|一瞬|一刻(?!钟)|一手|一生|一身|一心|一路|一阵|一番|' +
    '五五开|八九不离十|三十而立|二十四节气|三伏天?|三九天|万分(?!之)|十[一二三四五]五(?=规划|时期|期间|[”"」])|唯一|统一|同一|单一|专一|之一|万象|千古|百姓|百货|百科|百度|百般|百年|百忙|十分(?!之|钟|\\d)|十足|九泉|八卦|七夕(?=祭)|三农|三公|三军|三审三校|三审|三明市?|三亚市?|三门峡市?|三沙市?|三峡|三角|三国|三维|三轮车|四川省?|四平市?|四个意识|四个自信|五官|五星|五金|五大连池市?|六安市?|六盘水市?|六神|七台河市?|八宝|九江市?|九寨沟县?|九华山|十堰市?|十字|万州区?|万宁市?|万科|万达|亿联|千岛湖|百色市?|千山|' +
    '两微一端|两个维护|两侧|两岸|两地|两会|两旁|两者|二维码|二手|二胡|二战|一战|二线|三线|不三不四|说一不二|独一无二|接二连三|丢三落四|低三下四|朝三暮四|张三|李四|王五|' +
    '多个|半天(?=[也都没])|半导体|半岛|半径|半决赛|零售|零件|零食|零散|星期(?![一二三四五六日天])|月亮|月球|月饼|年轻|年龄|年纪|年糕|年画|年鉴|年报|日本|日记|日报|日常|日益|周边|周围|周到|周转|周年|周长|周期|周刊|号码|号召|初步|初中|初衷|初级|底线|底层|末端|第一书记|第一手|第三方|第三产业|第三世界|第二产业|第一产业|第一线|第一夫人|第二课堂|一九分成|二八定律|一窝蜂|一五一十|三三两两|九九归一|千篇一律|数一数二|略知一二|事半功倍|成千上万|成百上千|上千(?=年)',
  (m) => m[0],
)
export const Trap: ReadonlySet<TokenType> = new Set([Code, Idiom])

const year2 = (n: number): number => (n < 50 ? 2000 + n : n < 100 ? 1900 + n : n)
const date = (y: number, m: number, d: number): When | null =>
  between(m, 1, 12) && between(d, 1, 31) ? { year: y, month: m, day: d } : null

export const FullDate = valued(
  'FullDate',
  '((?:1[89]|20)\\d\\d)(?:([-/.])(\\d{1,2})\\2(\\d{1,2})|(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01]))(?!\\d|[-/.]\\d)',
  (m) => date(Number(m[1]), Number(m[3] ?? m[5]), Number(m[4] ?? m[6])),
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
  `((?:19|20)\\d\\d)${TO}((?:19|20)\\d\\d)(?:年度?|学年|财年)`,
  (m) => ({
    from: { year: Number(m[1]) },
    to: { year: Number(m[2]) },
  }),
)
export const DottedRange = valued(
  'DottedRange',
  `(\\d{1,2})\\.(\\d{1,2})${TO}(\\d{1,2})\\.(\\d{1,2})(?![\\d%.])`,
  (m) => {
    const [a, b, c, d] = m.slice(1).map(Number) as [number, number, number, number]
    return between(a, 1, 12) &&
      between(c, 1, 12) &&
      between(b, 1, 31) &&
      between(d, 1, 31) &&
      c * 31 + d > a * 31 + b
      ? { from: { month: a, day: b }, to: { month: c, day: d } }
      : null
  },
)
export const Century = valued(
  'Century',
  `(?:(?:公元)?(${NUMERAL}|本|上|上个|本个|这个)世纪)?(?:((?:1[89]|20)?\\d0|[二三四五六七八九]十)年代([初中末]期?)?)?`,
  (m) => {
    if (m[0] === '' || (m[1] && Number.isNaN(centuryOf(m[1])))) return null
    const century = m[1] ? centuryOf(m[1]) : undefined
    if (!m[2]) return { century: (century! - 1) * 100 }
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
  /初/.test(word) ? 'start' : /中/.test(word) ? 'middle' : 'end'

const Y4 = '(?:1[0-9]|20)\\d\\d|[一二][〇零○一二三四五六七八九]{3}'
export const Year = valued(
  'Year',
  `(?:公元)?(${Y4}|[〇零○九][〇零○一二三四五六七八九]|9\\d(?=年(?!来|以|前|后|内|间|之|的历史))|\\d\\d(?=年(?:度|底|末|初|[\\d一二三四五六七八九十]{1,2}月|[上下]半年|第?[一二三四1-4]季度)))(?:年度?|学年|财年)(?![代级级])`,
  (m) => ({ year: year2(numberOf(m[1]!)) }),
)
export const RelativeYear = lexical<When>('RelativeYear', {
  ...offsets('yearOffset', {
    大前年: -3,
    前年: -2,
    去年: -1,
    上年度: -1,
    上年: -1,
    上一年度: -1,
    上一年: -1,
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
  }),
})
function offsets(key: keyof When, words: Record<string, number>): Record<string, When> {
  return Object.fromEntries(Object.entries(words).map(([w, n]) => [w, { [key]: n }]))
}
export const Half = lexical<When>('Half', { 上半年: { half: 1 }, 下半年: { half: 2 } })
export const Quarter = valued(
  'Quarter',
  `(?:第?([一二三四1-4])(?:(?:${TO}|、)第?([一二三四1-4]))?个?季度|前([二两三23])个?季度|Q([1-4]))([初中末底])?`,
  (m) => {
    const n = (s: string | undefined) => (s ? numberOf(s) : undefined)
    const [first, last] = m[3] ? [1, n(m[3])] : [n(m[1] ?? m[4])!, n(m[2])]
    return { quarter: first, ...(last && { quarterTo: last }), ...(m[5] && { edge: edgeOf(m[5]) }) }
  },
)
export const RelativeQuarter = valued(
  'RelativeQuarter',
  '(上上|上|本|这|当|下下|下)(?:一个|一|个)?季度([初中末底])?|季([初末])',
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
  '初[一二三四五六七八九十]|十[一二三四五六七八九]|廿[一二三四五六七八九]?|二十[一二三四五六七八九]?|三十'
export const LunarDate = valued(
  'LunarDate',
  `(农历|阴历|旧历|夏历)?(闰)?([正冬腊]|十[一二]?|[二三四五六七八九])月(${LUNAR_DAY})(?![日号个天])`,
  (m) => {
    if (!m[1] && !/^初|^廿/.test(m[4]!) && !(m[3]! in LUNAR_MONTH)) return null
    const month = LUNAR_MONTH[m[3]!] ?? numberOf(m[3]!)
    return { lunar: { month, day: numberOf(m[4]!.replace('初', '')), leap: Boolean(m[2]) } }
  },
)
const M = '1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元]'
export const Month = valued('Month', `(${M})(?:${TO}(${M}))?月份?(?![球亮饼子薪])`, (m) => {
  const n = (s: string) => (s === '元' ? 1 : numberOf(s))
  return { month: n(m[1]!), ...(m[2] && { monthTo: n(m[2]) }) }
})
export const RelativeMonth = valued(
  'RelativeMonth',
  '(上上|上|本|这|当|下下|下|次|翌)(?:一个|一|个)?月份?(?![球亮饼])',
  (m) => ({ monthOffset: offsetOf(m[1]!) }),
)
export const TenDays = lexical<When>('TenDays', {
  上旬: { tenDays: 1 },
  中旬: { tenDays: 2 },
  下旬: { tenDays: 3 },
})
export const Edge = valued('Edge', '(?:年|月)?[初底末终]|[年月]中(?:旬)?|中(?=[旬期])期?', (m) => {
  const edge: When['edge'] = /初/.test(m[0]) ? 'start' : /中/.test(m[0]) ? 'middle' : 'end'
  const own = m[0][0] === '年' ? { yearOffset: 0 } : m[0][0] === '月' ? { monthOffset: 0 } : {}
  return { ...own, edge }
})
const WEEK = '(?:周|星期|礼拜)'
const weekday = (c: string): number => '一二三四五六'.indexOf(c) + 1 || (/\d/.test(c) ? Number(c) : 7)
export const NthWeekday = valued(
  'NthWeekday',
  `的?(最后|第)(一|${NUMERAL})个?${WEEK}([一二三四五六日天])(?![边年岁期个])`,
  (m) => ({
    nth: { n: (m[1] === '第' ? 1 : -1) * numberOf(m[2]!), weekday: weekday(m[3]!) },
  }),
)
export const WeekdayName = valued(
  'WeekdayName',
  `(?:(上上|上|本|这|下下|下)个?)?${WEEK}(?:([一二三四五六日天])(?![边年岁期个])|(末))`,
  (m) => ({
    weekOffset: m[1] ? offsetOf(m[1]) : 0,
    ...(m[2] ? { weekday: weekday(m[2]) } : { weekend: true as const }),
  }),
)
export const RelativeWeek = valued(
  'RelativeWeek',
  `(上上|上|本|这|下下|下)一?个?${WEEK}(?![边年岁期围转到])`,
  (m) => ({ weekOffset: offsetOf(m[1]!) }),
)
const PARTS =
  '凌晨|清晨|清早|早晨|早上|早间|上午|中午|正午|午后|午间|下午|傍晚|晚上|晚间|夜里|夜间|深夜|半夜|午夜'
export const RelativeDay = valued(
  'RelativeDay',
  '(大前|前|昨|今|明|后|大后|次|翌|当)(?:[天日](?!气|报)|(晚|早|夜|晨)上?)',
  (m) => {
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
export const Season = valued('Season', '([春夏秋冬])(?:季(?!度)|天|日(?=里))', (m) => ({
  season: '春夏秋冬'.indexOf(m[1]!) + 1,
}))
export const Now = lexical<When>('Now', {
  现在: { now: true },
  此时: { now: true },
  此刻: { now: true },
  目前: { now: true },
  当前: { now: true },
  近期: { vague: true },
  近日: { vague: true },
  日前: { vague: true },
  前不久: { vague: true },
  不久前: { vague: true },
  近年来: { vague: true },
  近年: { vague: true },
  刚才: { vague: true },
  刚刚: { vague: true },
})
export const DayPart = valued('DayPart', PARTS, (m) => m[0])
export const ClockFigures = valued(
  'ClockFigures',
  '([01]?\\d|2[0-4]):([0-5]\\d)(?::([0-5]\\d))?(?!\\d)',
  (m) => ({
    hour: Number(m[1]),
    minute: Number(m[2]),
    ...(m[3] && { second: Number(m[3]) }),
  }),
)
const HM = '[零〇]?[一二三四五六七八九十]{1,3}|[0-5]?\\d'
export const ClockWords = valued(
  'ClockWords',
  `(差(${HM}|一刻)分?)?(${HM}|两|零)(?:点钟?|时(?!间|代|期|尚|常))(?!建议|意见|要求|希望|体会|措施|内容|说明)(?:整|(半)|([一三])刻|(${HM})分(?:(${HM})秒)?|(二十|三十|四十|五十|十)([一二三四五六七八九])?(?![万千百个])|(\\d\\d)(?![\\d%.]))?`,
  (m, text, at) => {
    const hour = numberOf(m[3]!)
    if (!between(hour, 0, 24)) return null
    // «三点一四» is a decimal, «八点建议» eight proposals: an hour alone wants 钟, 整 or a part of the day before it.
    const bare = /[点时]$/.test(m[0])
    if (bare && new RegExp(`^[${HAN}\\d]`).test(text.slice(at + m[0].length))) return null
    const minute = m[4]
      ? 30
      : m[5]
        ? numberOf(m[5]) * 15
        : m[6]
          ? numberOf(m[6])
          : m[8]
            ? numberOf(m[8]) + (m[9] ? numberOf(m[9]) : 0)
            : Number(m[10] ?? 0)
    if (minute > 59) return null
    const lack = m[2] ? (m[2] === '一刻' ? 15 : numberOf(m[2])) : 0
    const total = hour * 60 + minute - lack
    return { hour: Math.floor(total / 60), minute: total % 60, ...(m[7] && { second: numberOf(m[7]) }), bare }
  },
)

const UNITS: [string, Unit][] = [
  ['(?:个)?工作日', 'workday'],
  ['(?:个多?)?(?:小时|钟头)', 'hour'],
  [`分钟|分(?!之)(?<=小时${NUMERAL}分)`, 'minute'],
  ['秒钟|秒', 'second'],
  ['(?:个多?)?(?:星期|礼拜)|周(?!岁|年|边|期|围)', 'week'],
  ['个多?月', 'month'],
  ['个?季度', 'quarter'],
  ['年(?!代|级|轻|龄)|周年', 'year'],
  ['天', 'day'],
]
const LENGTH = UNITS.map(([p, u]) => `(?<${u}>${p})`).join('|')
const unitOf = (m: RegExpExecArray): Unit => UNITS.find(([, u]) => m.groups?.[u] !== undefined)![1]
/** One part of a length of time: 三个月, 两个半小时, 一年半, 半天, 30多天, 几年. */
export const LengthPart = valued(
  'LengthPart',
  `(?:(?<vague>好?几|数|若干|十几|几十|数十)|(?<half>半)(?=个?(?:月|小时|钟头|年|天|世纪))|(?:(?<from>${NUMERAL})${TO})?(?<n>${NUMERAL}))(?:多|余|来)?(?<and>个半)?(?:${LENGTH}|(?<half2>个?月(?<=半个?月)))(?<tail>半(?!年|月|天|小时|数))?多?`,
  (m): Length | null => {
    const g = m.groups!
    const unit: Unit = g.half2 ? 'month' : unitOf(m)
    if (g.half && unit === 'week') return null
    if (g.vague) return { amounts: { [unit]: null } }
    const two = /^([一二两三四五六七八九])([二三四五六七八九])$/.exec(g.n ?? '')
    const to = g.from ? numberOf(g.n!) : two ? numberOf(two[2]!) : undefined
    const n = g.half ? 0.5 : numberOf(g.from ?? two?.[1] ?? g.n!)
    if (Number.isNaN(n) || (to !== undefined && to <= n)) return null
    return {
      amounts: { [unit]: n + (g.and || g.tail ? 0.5 : 0) },
      ...(to !== undefined && { to }),
      ...(/[多余]/.test(m[0]) && { more: true as const }),
    }
  },
)
/** 三日内, 10日内: a number of days that a direction makes a length. */
export const DaysWithin = valued(
  'DaysWithin',
  `(${NUMERAL})日(?=[之以]?[内后])|([一三])刻钟`,
  (m): Length => ({ amounts: m[1] ? { day: numberOf(m[1]) } : { minute: numberOf(m[2]!) * 15 } }),
)

export const Past = valued(
  'Past',
  '过去的?|最近的?|近(?!乎|似)|前(?![述面台往后])|此前|之前的?|上(?=[一二两三四五六七八九十几\\d]+(?:个|天|周|年))',
  () => 'past' as const,
)
export const Future = valued(
  'Future',
  '未来的?|今后的?|接下来的?|往后|此后|之后(?=[一二两三四五六七八九十几\\d])|下(?=[一二两三四五六七八九十几\\d]+(?:个|天|周|年))',
  () => 'future' as const,
)
export const Direction = lexical<{ toward: 'past' | 'future'; point: boolean }>('Direction', {
  之前: { toward: 'past', point: true },
  以前: { toward: 'past', point: true },
  之后: { toward: 'future', point: true },
  以后: { toward: 'future', point: true },
  后: { toward: 'future', point: true },
  之内: { toward: 'future', point: false },
  以内: { toward: 'future', point: false },
  内: { toward: 'future', point: false },
  以来: { toward: 'past', point: false },
  来: { toward: 'past', point: false },
})
export const Every = valued(
  'Every',
  `每(?=${WEEK}[一二三四五六日天末])|每(?:(${NUMERAL})?(?:${LENGTH})|(?<m>个?月)|(?<d>日))?(?!次|人|家|户|名|项)`,
  (m): Length => {
    const g = m.groups!
    const unit: Unit | null = g.m ? 'month' : g.d ? 'day' : UNITS.some(([, u]) => g[u]) ? unitOf(m) : null
    return { amounts: unit ? { [unit]: m[1] ? numberOf(m[1]) : 1 } : { week: 1 } }
  },
)
export const Nth = valued('Nth', `的?(最后|第)(一|${NUMERAL})个?(?:${LENGTH}|(?<m>个?月)|(?<d>日))`, (m) => {
  const g = m.groups!
  const unit: Unit = g.m ? 'month' : g.d ? 'day' : unitOf(m)
  return { n: (m[1] === '第' ? 1 : -1) * numberOf(m[2]!), unit }
})

export const To = valued('To', '[-—–~～至到]+', () => '-')
export const OpenBracket = valued('OpenBracket', '[((]', () => '(')
export const CloseBracket = valued('CloseBracket', '[))]', () => ')')
export const Blank = createToken({ name: 'Blank', pattern: /[ \t\u3000]+/, group: Lexer.SKIPPED })
export const Other = valued('Other', '[^]', () => '')

/** Festivals come from a table, so their token is made with it; it stands before the months («五一» is no «五»). */
export function festivalToken(names: readonly string[]): TokenType {
  const words = [...names].sort((a, b) => b.length - a.length).join('|')
  return valued(
    'Festival',
    `(?:${words})(?:假期|期间|当[天日](?=$|[^气]))?(?![路街巷村]|大道|广场|小学|中学|建设兵团|兵团|[月日号个年])`,
    (m) => ({
      festival: m[0].replace(/(?:假期|期间|当[天日])$/, ''),
    }),
  )
}

/** Earlier tokens win, so the more specific stand first. */
export const vocabulary = (festival: TokenType): TokenType[] => [
  Code,
  Idiom,
  festival,
  FullDate,
  YearMonth,
  YearQuarter,
  YearRange,
  DottedRange,
  Century,
  Year,
  RelativeYear,
  Half,
  Quarter,
  RelativeQuarter,
  DaysWithin,
  LunarDate,
  figures.Ratio,
  Month,
  RelativeMonth,
  TenDays,
  Edge,
  NthWeekday,
  WeekdayName,
  RelativeWeek,
  RelativeDay,
  Day,
  Season,
  Now,
  DayPart,
  ClockFigures,
  ClockWords,
  Nth,
  LengthPart,
  Past,
  Future,
  Direction,
  Every,
  figures.Ordinal,
  figures.Vague,
  figures.Between,
  figures.Figure,
  figures.Modifier,
  figures.Suffix,
  figures.Counter,
  To,
  OpenBracket,
  CloseBracket,
  Blank,
  Other,
]
