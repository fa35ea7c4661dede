import { createToken, Lexer, type TokenType } from 'chevrotain'
import * as calendar from './calendar.ts'
import * as clock from './clock.ts'
import * as figures from './figures.ts'
import * as lengths from './lengths.ts'
import { NUMERAL, numberOf, valued } from './token.ts'
import { Code, Idiom } from './traps.ts'
import type { When } from './when.ts'

export * from './calendar.ts'
export * from './clock.ts'
export * from './figures.ts'
export * from './lengths.ts'
export * from './traps.ts'

export const To = valued('To', '[至到]|[-—–~～ー―]{1,3}', () => '-')
export const Comma = valued('Comma', '[,，]', () => ',')
export const Of = valued('Of', '的', () => true)
export const OpenBracket = valued('OpenBracket', '[((]', () => '(')
export const CloseBracket = valued('CloseBracket', '[))]', () => ')')
export const Blank = createToken({ name: 'Blank', pattern: /[ \t\u3000]+/, group: Lexer.SKIPPED })
export const Other = valued('Other', '[^]', () => '')

/** Festivals come from a table, so their token is made with it; it stands before the months («五一» is no «五»). */
export function festivalToken(names: readonly string[]): TokenType {
  const words = [...names].sort((a, b) => b.length - a.length).join('|')
  return valued(
    'Festival',
    `(?:${words})(?:假期|期间|当[天日](?=$|[^气]))?(?![路街巷村足室岛度代]|大道|广场|小学|中学|建设兵团|兵团|[月日号个年])`,
    (m) => ({
      festival: m[0].replace(/(?:假期|期间|当[天日])$/, ''),
    }),
  )
}

/** Reign years, from a table too: 康熙三年, 贞观元年. The longest reign had 61. */
export function eraToken(firsts: ReadonlyMap<string, number>): TokenType {
  const words = [...firsts.keys()].sort((a, b) => b.length - a.length).join('|')
  return valued('Era', `(${words})(元|${NUMERAL})年(?![代级来以])`, (m): When | null => {
    const n = m[2] === '元' ? 1 : numberOf(m[2]!)
    return n >= 1 && n <= 61 ? { year: firsts.get(m[1]!)! + n - 1, era: true } : null
  })
}

/** Tokens made with a table. */
export interface OwnTokens {
  festival: TokenType
  era: TokenType
}

/** Earlier tokens win, so the more specific stand first. */
export const vocabulary = ({ festival, era }: OwnTokens): TokenType[] => [
  clock.ClockFigures,
  calendar.YearRange,
  calendar.YearLast,
  Code,
  Idiom,
  festival,
  era,
  calendar.MonthRange,
  calendar.FullDate,
  calendar.YearMonth,
  calendar.YearQuarter,
  calendar.Pair,
  calendar.MonthDotDay,
  calendar.DottedRange,
  calendar.Century,
  calendar.MonthsOfYear,
  calendar.Year,
  calendar.RelativeYear,
  calendar.Half,
  calendar.Quarter,
  calendar.RelativeQuarter,
  lengths.DaysWithin,
  calendar.LunarDate,
  calendar.LunarPrefix,
  figures.Ratio,
  calendar.BareDay,
  calendar.Month,
  calendar.RelativeMonth,
  calendar.TenDays,
  calendar.Edge,
  calendar.NthWeekday,
  calendar.WeekdayName,
  calendar.RelativeWeek,
  calendar.RelativeDay,
  calendar.Day,
  calendar.Season,
  calendar.Vacation,
  calendar.Now,
  clock.DayPart,
  clock.ClockPair,
  clock.ClockWords,
  clock.ClockStart,
  lengths.Nth,
  lengths.LengthPart,
  lengths.Besides,
  lengths.Passing,
  lengths.Past,
  lengths.Future,
  lengths.Direction,
  lengths.Every,
  lengths.UntilNow,
  figures.Ordinal,
  figures.Vague,
  figures.Between,
  figures.Power,
  figures.Money,
  figures.Figure,
  figures.Than,
  figures.Sign,
  figures.Modifier,
  figures.Suffix,
  figures.And,
  figures.Counter,
  To,
  Comma,
  Of,
  figures.Included,
  OpenBracket,
  CloseBracket,
  Blank,
  Other,
]
