import { HAN, lexical, NUMERAL, numberOf, TO, valued } from './token.ts'
import type { Length, Unit } from './when.ts'

const N = `(?:\\d{1,3}(?:,\\d{3})+|[${HAN}]{1,12}点[零一二三四五六七八九]{1,6}|${NUMERAL}[万亿]?|[俩仨])`
const SHORT_N = '(?:[一二两三四五六七八九十]{1,3}|\\d{1,2})'
const UNITS: [string, Unit][] = [
  ['(?:个)?(?:工作|交易)日', 'workday'],
  [`(?:个多?)?(?:小时|钟头)|个钟(?!头)|(?<=半)钟(?![头情爱表点])|时(?<=天${NUMERAL}时)(?![间代期])`, 'hour'],
  [`分钟|分(?=半钟|半[以之]?[内前后])|分(?=${NUMERAL}秒)|分(?!之)(?<=(?:小时|天)${NUMERAL}分)`, 'minute'],
  ['秒钟|秒', 'second'],
  ['(?:个多?)?(?:星期|礼拜)|个?周(?!岁|年|边|期|围|末|刊|报)', 'week'],
  [`个多?月|(?<=[俩仨])月|(?<=[前后近上下过]${SHORT_N})月(?![球亮饼份])`, 'month'],
  ['个?季度', 'quarter'],
  ['年(?!代|级|轻|龄)|周年', 'year'],
  ['天(?:[一二两三四五六七八九十]夜)?|(?<=半)日', 'day'],
]
const LENGTH = UNITS.map(([p, u]) => `(?<${u}>${p})`).join('|')
const unitOf = (m: RegExpExecArray): Unit => UNITS.find(([, u]) => m.groups?.[u] !== undefined)![1]
/** One part of a length of time: 三个月, 两个半小时, 一年半, 半天, 30多天, 几年. */
export const LengthPart = valued(
  'LengthPart',
  `(?:(?<vague>好?几|数|若干|(?:[一二三四五六七八九]?十|[一二三四五六七八九]百)几|几十|数十)|(?<half>大?半)(?=个?(?:月|小时|钟|年|天|日(?![本期报记子])|世纪))|(?<one>(?<=[上下])(?=个(?:小时|钟头)))|(?:(?<from>${N})${TO})?(?<n>${N}))(?:多|余|来)?(?<and>个半)?(?:${LENGTH}|(?<half2>个?月(?<=半个?月)))(?<tail>半钟?(?!个|年|月|天|小时|数))?多?`,
  (m, text, at): Length | null => {
    const g = m.groups!
    // «哪一年» asks.
    if (g.n === '一' && /[哪某同]/.test(text[at - 1] ?? '')) return null
    const unit: Unit = g.half2 ? 'month' : unitOf(m)
    if (g.half && unit === 'week') return null
    if (g.vague) return { amounts: { [unit]: null } }
    const two = /^([一二两三四五六七八九])([二两三四五六七八九])$/.exec(g.n ?? '')
    const to = g.from ? numberOf(g.n!) : two ? numberOf(two[2]!) : undefined
    const n = g.half ? 0.5 : g.one !== undefined ? 1 : numberOf(g.from ?? two?.[1] ?? g.n!)
    if (Number.isNaN(n) || (to !== undefined && to <= n)) return null
    return {
      amounts: { [unit]: n + (g.and || g.tail ? 0.5 : 0) },
      ...(to !== undefined && { to }),
      ...(/[多余]/.test(m[0]) && { more: true as const }),
    }
  },
)
/** 一年又三个月, 八小时余十分钟: joins the parts of a length. */
export const Besides = valued('Besides', `[又余](?=${N}个?[年月周天小分秒星礼])`, () => true)
/** 三日内, 两日, 90日: a number of days that a direction makes a length, or that no month has. */
export const DaysWithin = valued(
  'DaysWithin',
  `(?<!月 ?)(?:(${N})${TO})?(${N})日(?=([之以]?[内后]|(?<=[两俩]日)[之以]?前)?)(?![照本历报记志光元]|(?<![两俩]日)前)|([一三])刻钟`,
  (m): Length | null => {
    if (m[4]) return { amounts: { minute: numberOf(m[4]) * 15 } }
    const [from, n] = [m[1] === undefined ? undefined : numberOf(m[1]), numberOf(m[2]!)]
    // «825日» is a date that has lost its 月: lengths of more than a month are round.
    if (!m[3] && !/^[两俩]/.test(m[2]!) && !(n > 31 && n <= 365 && n % 5 === 0)) return null
    if (from === undefined) return { amounts: { day: n } }
    return from < n ? { amounts: { day: from }, to: n } : null
  },
)

const COUNTED = `(?=${SHORT_N}(?:个|天|周|年|季|小时|钟头|分钟|秒|月(?!份)|星期|礼拜)|半个?(?:月|年|天|小时))`
export const Past = valued(
  'Past',
  `(?:过去|最近|之前)(?:的(?=[一二两三四五六七八九十几数半\\d]))?|近(?!乎|似)|前(?![述面台往后])|此前|(?<![以马早晚])上(?=[一二两三四五六七八九十几\\d]{1,3}(?:个|天|周|年|小时|分钟|秒|星期|礼拜)|个(?:小时|钟头))`,
  () => 'past' as const,
)
export const Future = valued(
  'Future',
  `未来的?|今后的?|接下来的?|往后|此后|之后(?=[一二两三四五六七八九十几\\d])|(?<!以)下(?=[一二两三四五六七八九十几\\d]{1,3}(?:个|天|周|年|小时|分钟|秒|星期|礼拜)|个(?:小时|钟头))|(?<![一-龥])后${COUNTED}`,
  () => 'future' as const,
)
/** 再过半小时, 过两天: a point that lies ahead. */
export const Passing = valued('Passing', `再过|(?<![超通经渡度路])过${COUNTED}`, () => true)
export const Direction = lexical<{ toward: 'past' | 'future'; point: boolean }>('Direction', {
  之前: { toward: 'past', point: true },
  以前: { toward: 'past', point: true },
  之后: { toward: 'future', point: true },
  过后: { toward: 'future', point: true },
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
  `每[个逢]?(?=(?:周|星期|礼拜)[一二三四五六日天末])|隔(?<d2>[天日周])(?=[一进轮值交])|每隔?(?:(?:(?<half>半)(?=个?(?:月|小时|钟头|年|天))|(?<n>${N}))?(?:${LENGTH}|(?<half2>个?月(?<=半个?月)))|(?<m>个?月)|(?<d>日))(?!次|人|家|户|名|项)`,
  (m): Length | null => {
    const g = m.groups!
    if (g.d2) return { amounts: g.d2 === '周' ? { week: 2 } : { day: 2 } }
    const unit: Unit | null =
      g.m || g.half2 ? 'month' : g.d ? 'day' : UNITS.some(([, u]) => g[u]) ? unitOf(m) : null
    const n = g.half ? 0.5 : g.n ? numberOf(g.n) : 1
    return Number.isNaN(n) ? null : { amounts: unit ? { [unit]: n } : { week: 1 } }
  },
)
export const Nth = valued('Nth', `的?(最后|第)(一|${NUMERAL})个?(?:${LENGTH}|(?<m>个?月)|(?<d>日))`, (m) => {
  const g = m.groups!
  const unit: Unit = g.m ? 'month' : g.d ? 'day' : unitOf(m)
  return { n: (m[1] === '第' ? 1 : -1) * numberOf(m[2]!), unit }
})
/** 2001年起至今 */
export const UntilNow = valued(
  'UntilNow',
  '(?:(?:以来|起|开始)(?:至今|到现在|到目前)|(?<=[年月日号天周度初底末旬晚午节])至今)(?!为止)',
  () => true,
)
