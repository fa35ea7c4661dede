import { HAN, numberOf, TO, valued } from './token.ts'
import type { Clock } from './when.ts'

const PARTS =
  '凌晨|清晨|清早|早晨|早上|早间|晨间|朝早|上午|中午|正午|午后|午间|下午|晏昼|傍晚|晚上|晚间|夜晚|夜里|夜间|深夜|半夜|午夜|白天'
const HM = '[零〇]?[一二三四五六七八九十]{1,3}|廿[一二三四五六七八九]?|[0-5]?\\d'
/** «晚8点», «周一晚», «31日早» too, where no word goes on. */
export const DayPart = valued(
  'DayPart',
  `${PARTS}|[早晚](?=(?:${HM}|两)[点时:])|(?<=[日号天一二三四五六节])[早晚](?![一-龥])`,
  (m) => ({ 早: '早上', 晚: '晚上' })[m[0]] ?? m[0],
)

const HALF = ' ?([apAP])(?:\\.?[mM]\\.?)?(?![A-Za-z])'
const inHalf = (hour: number, half: string | undefined): Pick<Clock, 'hour' | 'settled'> =>
  half && hour <= 12 ? { hour: (hour % 12) + (/p/i.test(half) ? 12 : 0), settled: true } : { hour }

/** 9:30, 11:30:10 p.m., 3pm */
export const ClockFigures = valued(
  'ClockFigures',
  `([01]?\\d|2[0-4]):([0-5]\\d)(?::([0-5]\\d))?(?!\\d)(?:${HALF}|时(?![间代期])|分(?![钟之]))?|(?<![\\d.:])(1[0-2]|0?[1-9]) ?([apAP])\\.?[mM]\\.?(?![A-Za-z])`,
  (m) => {
    if (m[5]) return { ...inHalf(Number(m[5]), m[6]), minute: 0 }
    return {
      ...inHalf(Number(m[1]), m[4]),
      minute: Number(m[2]),
      ...(m[3] && { second: Number(m[3]) }),
    }
  },
)
const DAYS = new RegExp(`[${HAN}\\d]天$`)
export const ClockWords = valued(
  'ClockWords',
  `(差(${HM}|一刻)分?)?(${HM}|两|零)(?:点多?钟?|时(?!间|代|期|尚|常))(?!建议|意见|要求|希望|体会|措施|内容|说明|通)(?:整|正(?![一-龥])|(半)(?:(${HM})秒)?|([一三13])刻|过?(${HM})分(?!钟)(?:(${HM})秒|([0-5]\\d)(?![\\d.:%‰万千百亿十]))?|(二十|三十|四十|五十|十)([一二三四五六七八九])?(?![万千百个])|零([一二三四五六七八九])(?![${HAN}个])|(\\d\\d)(?![\\d%.]))?(?:${HALF})?`,
  (m, text, at) => {
    const hour = numberOf(m[3]!)
    if (!(hour >= 0 && hour <= 24) || /^零点零/.test(m[0])) return null
    // «8天20时» is a length.
    if (DAYS.test(text.slice(Math.max(at - 2, 0), at))) return null
    // «三点一四» is a decimal, «八点建议» eight proposals: an hour alone wants 钟, 整 or a part of the day before it.
    if (/[点时]$/.test(m[0]) && new RegExp(`^[${HAN}\\d]`).test(text.slice(at + m[0].length))) return null
    const minute = m[4]
      ? 30
      : m[6]
        ? numberOf(m[6]) * 15
        : m[7]
          ? numberOf(m[7])
          : m[10]
            ? numberOf(m[10]) + (m[11] ? numberOf(m[11]) : 0)
            : m[12]
              ? numberOf(m[12])
              : Number(m[13] ?? 0)
    if (minute > 59) return null
    const lack = m[2] ? (m[2] === '一刻' ? 15 : numberOf(m[2])) : 0
    const total = hour * 60 + minute - lack
    const second = m[5] ?? m[8] ?? m[9]
    return {
      ...inHalf(Math.floor(total / 60), m[14]),
      minute: total % 60,
      ...(second && { second: numberOf(second) }),
    }
  },
)
/** 七八点, 一两点钟 */
export const ClockPair = valued(
  'ClockPair',
  `(?<![${HAN}\\d])([一二三四五六七八九])([二两三四五六七八九])点(?:多?钟)?(?![${HAN}\\d半过]|建议|意见|要求|希望|体会|措施|内容|说明)`,
  (m) => {
    const [hour, hourTo] = [numberOf(m[1]!), numberOf(m[2]!)]
    return hourTo === hour + 1 ? { hour, minute: 0, hourTo } : null
  },
)
/** The first hour of «9到11点», which leaves its word to the second. */
export const ClockStart = valued(
  'ClockStart',
  `(${HM}|两)(?=${TO}(?:${HM}|两)(?:点(?!建议|意见|要求|希望|体会|措施|内容|说明|[${HAN}\\d])|点[一三]刻|时(?!间|代|期|尚|常)))`,
  (m) => {
    const hour = numberOf(m[1]!)
    return hour <= 24 ? { hour, minute: 0 } : null
  },
)
