import type { IToken, TokenType } from 'chevrotain'
import type { CountValue } from '../../grammars/count/values.ts'
import type { TimeValue } from '../../grammars/deadline/values.ts'
import type { DocNumberValue } from '../../grammars/doc-number/values.ts'
import type { RateValue } from '../../grammars/rate/values.ts'
import type { RankValue, ScoreValue } from '../../grammars/score-rank/values.ts'
import * as t from '../../grammars/vocabulary.ts'
import { parseAt, type RuleName } from './notice-parser.ts'
import { tokensOf } from './scanner.ts'

interface Found<K extends string, V> {
  kind: K
  start: number
  end: number
  value: V
}

/** A small thing that a grammar found in the text. */
export type Mention =
  | Found<'time', TimeValue>
  | Found<'rate', RateValue>
  | Found<'score', ScoreValue>
  | Found<'rank', RankValue>
  | Found<'count', CountValue>
  | Found<'doc_number', DocNumberValue & { agency: string }>

export type MentionOf<K extends Mention['kind']> = Extract<Mention, { kind: K }>

type Rule = Exclude<RuleName, 'outlineMark'>

/** The rule that a token starts; for numbers the token behind them tells («8月», «8个», «8%»). Everything else is prose and costs nothing. */
const ANCHORS = new Map<TokenType, Rule | 'number' | 'ordinal'>([
  [t.Open, 'docNumber'],
  [t.Int, 'number'],
  [t.Grouped, 'number'],
  [t.HanNumber, 'number'],
  [t.AtLeast, 'number'],
  [t.AtMost, 'number'],
  [t.MoreThan, 'number'],
  [t.LessThan, 'number'],
  [t.About, 'number'],
  [t.Hemi, 'time'],
  [t.RelativeYear, 'time'],
  [t.RelativeMonth, 'time'],
  [t.RelativeDay, 'time'],
  [t.Half, 'time'],
  [t.ThisQuarter, 'time'],
  [t.LastQuarter, 'time'],
  [t.NextQuarter, 'time'],
  [t.QuarterEnd, 'time'],
  [t.WeekWord, 'time'],
  [t.WeekdayWord, 'time'],
  [t.Immediately, 'time'],
  [t.Year, 'time'],
  [t.Month, 'time'],
  [t.Ordinal, 'ordinal'],
  [t.Reverse, 'rank'],
  [t.Before, 'rank'],
  [t.PercentWord, 'rate'],
])

/** The same by the number that tokens carry. */
const anchorOf: (Rule | 'number' | 'ordinal' | undefined)[] = []
for (const type of t.vocabulary) anchorOf[type.tokenTypeIdx!] = ANCHORS.get(type)

/** What stands behind a number, and the rule that reads both. */
const TAILS = new Map<unknown, Rule>([
  [t.PercentSign, 'rate'],
  [t.PointWord, 'rate'],
  [t.OutOf, 'rate'],
  [t.Score, 'score'],
  ...[
    t.Year,
    t.YearLong,
    t.Month,
    t.Day,
    t.Quarter,
    t.WorkDay,
    t.DaySpan,
    t.Week,
    t.MonthSpan,
    t.Hours,
    t.MinuteWord,
    t.Slash,
  ].map((tail) => [tail, 'time'] as const),
])

/** A grammar never reads past these, nor across a wide blank. */
const BREAKS: boolean[] = []
for (const type of t.vocabulary)
  BREAKS[type.tokenTypeIdx!] = type === t.Newline || type === t.Text || type === t.Prose
const WIDEST_BLANK = 3
const LONGEST_ISLAND = 24

/** All mentions in a text, by position. */
export function findMentions(text: string): Mention[] {
  const tokens = tokensOf(text)
  const mentions: Mention[] = []
  for (let i = 0; i < tokens.length; ) {
    const anchor = anchorOf[tokens[i]!.tokenTypeIdx]
    const rule = anchor === undefined ? null : ruleAt(anchor, tokens, i)
    const parsed = rule && parseAt<unknown>(rule, text, tokens, i, islandEnd(tokens, i), isMeant)
    if (!parsed) {
      i++
      continue
    }
    const start = tokens[i]!.startOffset
    const end = endOf(tokens[i + parsed.length - 1]!)
    mentions.push(
      rule === 'docNumber'
        ? docNumber(text, start, end, parsed.value as DocNumberValue)
        : ({ kind: rule, start, end, value: parsed.value } as Mention),
    )
    i += parsed.length
  }
  return mentions
}

/** The one rule that can read what starts here; null where none can. */
function ruleAt(anchor: Rule | 'number' | 'ordinal', tokens: readonly IToken[], i: number): Rule | null {
  const type = (n: number) => tokens[n]?.tokenType
  const isNumber = (n: number) => type(n) === t.Int || type(n) === t.HanNumber || type(n) === t.Grouped
  if (anchor === 'docNumber')
    return type(i + 1) === t.Int && tokens[i + 1]!.image.length === 4 ? 'docNumber' : null
  if (anchor === 'ordinal') {
    if (!isNumber(i + 1)) return null
    const behind = type(i + 2)
    return behind === t.Quarter || behind === t.Round || behind === t.To || behind === t.Dun ? 'time' : 'rank'
  }
  if (anchor === 'rank') {
    const ordinal = type(i) === t.Reverse ? (type(i + 1) === t.Ordinal ? 2 : 0) : 1
    if (!ordinal || !isNumber(i + ordinal)) return null
    const behind = type(i + ordinal + 1)
    return type(i) === t.Reverse || behind === t.RankWord || behind === t.Place ? 'rank' : null
  }
  if (anchor === 'time') {
    const first = type(i)
    if (
      (first === t.Year || first === t.Month) &&
      type(i + 1) !== t.End &&
      !(first === t.Year && type(i + 1) === t.Within)
    )
      return null
    if (first === t.Hemi)
      return type(i + 1) === t.Year || type(i + 1) === t.MonthSpan || type(i + 1) === t.DaySpan
        ? 'time'
        : null
    return 'time'
  }
  if (anchor !== 'number') return anchor
  let at = isNumber(i) ? i : i + 1
  if (!isNumber(at)) return type(at) === t.PercentWord ? 'rate' : null
  if (
    type(at) === t.Int &&
    type(at + 1) === t.To &&
    type(at + 2) === t.Int &&
    type(at + 3) === t.To &&
    tokens[at]!.image.length === 4
  )
    return 'time'
  at = behindNumber(at)
  if (type(at) === t.To && isNumber(at + 1)) at = behindNumber(at + 1)
  else if (type(at) === t.PercentSign && type(at + 1) === t.To) return 'rate'
  if (type(at) === t.AndMore) at++
  if (type(at) === t.Dot && type(at + 1) === t.Int) return 'time'
  return TAILS.get(type(at)) ?? 'count'

  function behindNumber(n: number): number {
    let next = n + 1
    if ((type(next) === t.Dot || type(next) === t.HanPoint) && isNumber(next + 1)) next += 2
    if (type(next) === t.HanNumber && /^[万亿千百]/.test(tokens[next]!.image)) next++
    return next
  }
}

function islandEnd(tokens: readonly IToken[], start: number): number {
  let end = start
  while (end < tokens.length && end - start < LONGEST_ISLAND) {
    const token = tokens[end]!
    if (BREAKS[token.tokenTypeIdx]) break
    if (end > start && token.startOffset - endOf(tokens[end - 1]!) > WIDEST_BLANK) break
    end++
  }
  return end
}

/** Readings that the grammar allows and the language does not. */
function isMeant(rule: RuleName, value: unknown, first: IToken): boolean {
  if (rule === 'count') {
    const count = value as CountValue
    const han = first.tokenType === t.HanNumber
    return !Number.isNaN(count.value) && !(han && (count.counter === null || count.counter === '名'))
  }
  if (rule === 'time') {
    const { from } = value as TimeValue
    if (!from) return true
    const inRange = (n: number | undefined, low: number, high: number) =>
      n === undefined || (n >= low && n <= high)
    return (
      inRange(from.month, 1, 12) &&
      inRange(from.day, 1, 31) &&
      inRange(from.quarter, 1, 4) &&
      (from.year === undefined || from.year < 100 || inRange(from.year, 1900, 2100))
    )
  }
  return true
}

const AGENCY = /[\u4e00-\u9fffA-Za-z]/
/** «揭政數局函» stands right before its bracket; the letters may be spaced out. */
function docNumber(text: string, start: number, end: number, value: DocNumberValue): MentionOf<'doc_number'> {
  let from = start
  while (from > 0 && start - from < 16 && AGENCY.test(text[from - 1]!)) from--
  return { kind: 'doc_number', start: from, end, value: { ...value, agency: text.slice(from, start) } }
}

const endOf = (token: IToken): number => token.startOffset + token.image.length
