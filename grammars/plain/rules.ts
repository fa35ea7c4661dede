import {
  EmbeddedActionsParser,
  type IParserErrorMessageProvider,
  type IToken,
  type TokenType,
} from 'chevrotain'
import * as t from './vocabulary.ts'
import type { Clock, Length, PlainValue, Unit, When } from './when.ts'

/** A value, and the tokens of the figure itself where it is less than what was read («约30%以上»). */
export interface Read {
  value: PlainValue
  first?: IToken
  last?: IToken
}

/** Nobody reads the message of a reading that failed. */
const SILENT: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: () => '',
  buildNotAllInputParsedMessage: () => '',
  buildNoViableAltMessage: () => '',
  buildEarlyExitMessage: () => '',
}

const payload = <V>(token: IToken): V => token.payload as V

/** How plain sentences say times, lengths, figures and shares. The rules give values, no trees. */
export class PlainRules extends EmbeddedActionsParser {
  readonly festival: TokenType

  constructor(festival: TokenType) {
    super(t.vocabulary(festival), {
      maxLookahead: 3,
      recoveryEnabled: false,
      errorMessageProvider: SILENT,
    })
    this.festival = festival
    this.performSelfAnalysis()
  }

  /** The token that the last rule left unread. */
  get next(): IToken {
    return this.LA(1)
  }

  /** 2024年5月1日至3日, 从上周三到昨天, 去年三季度, 今天上午9点到11点, 6月8日前 */
  time = this.RULE('time', (): Read => {
    let value = this.OR([
      { ALT: () => payload<{ from: When; to: When }>(this.CONSUME(t.YearRange)) },
      { ALT: () => payload<{ from: When; to: When }>(this.CONSUME(t.DottedRange)) },
      {
        ALT: () => {
          const from = this.SUBRULE(this.moment)
          const to = this.OPTION(() => {
            this.CONSUME(t.To)
            return this.SUBRULE2(this.moment)
          })
          return { from, ...(to && { to }) }
        },
      },
    ]) as { from: When; to?: When; bound?: string }
    this.OPTION2({
      // «2点半来» comes, «今年前两个月» are the year's first.
      GATE: () => this.LA(1).image !== '来' && this.LA(2).tokenType !== t.LengthPart,
      DEF: () => {
        value = { ...value, bound: this.SUBRULE(this.bound) }
      },
    })
    return { value: { kind: 'when', ...value } }
  })

  bound = this.RULE('bound', (): string =>
    this.OR([
      { ALT: () => this.CONSUME(t.Direction).image },
      { GATE: () => /^(?:前|之前|此前)$/.test(this.LA(1).image), ALT: () => this.CONSUME(t.Past).image },
      { GATE: () => this.LA(1).image === '之后', ALT: () => this.CONSUME(t.Future).image },
    ]),
  )

  moment = this.RULE(
    'moment',
    (): When =>
      this.OR([
        {
          ALT: () => {
            const when = this.SUBRULE(this.calendar)
            const clock = this.OPTION(() => this.SUBRULE(this.clock))
            return { ...when, ...clock }
          },
        },
        { ALT: () => this.SUBRULE2(this.clock) },
      ]),
  )

  calendar = this.RULE('calendar', (): When => {
    const when = this.OR([
      { ALT: () => payload<When>(this.CONSUME(t.FullDate)) },
      { ALT: () => payload<When>(this.CONSUME(t.YearQuarter)) },
      {
        ALT: () => {
          const month = payload<When>(this.CONSUME(t.YearMonth))
          return { ...month, ...this.OPTION(() => this.SUBRULE(this.inMonth)) }
        },
      },
      {
        ALT: () => {
          const year = this.OR2([
            { ALT: () => payload<When>(this.CONSUME(t.Year)) },
            { ALT: () => payload<When>(this.CONSUME(t.RelativeYear)) },
          ])
          return {
            ...this.OPTION2(() =>
              this.OR4([
                { ALT: () => this.SUBRULE(this.inYear) },
                { ALT: () => this.SUBRULE(this.firstMonths) },
              ]),
            ),
            ...year,
          }
        },
      },
      { ALT: () => this.SUBRULE2(this.inYear) },
      { ALT: () => payload<When>(this.CONSUME(t.Century)) },
      { ALT: () => payload<When>(this.CONSUME(t.WeekdayName)) },
      { ALT: () => payload<When>(this.CONSUME(t.RelativeWeek)) },
      { ALT: () => payload<When>(this.CONSUME(t.RelativeDay)) },
      { ALT: () => payload<When>(this.CONSUME(t.Day)) },
      { ALT: () => payload<When>(this.CONSUME(t.Now)) },
    ]) as When
    // The weekday beside its date says nothing new: 5月1日(星期三).
    this.OPTION3(() =>
      this.OR3([
        {
          ALT: () => {
            this.CONSUME(t.OpenBracket)
            this.CONSUME2(t.WeekdayName)
            this.CONSUME(t.CloseBracket)
          },
        },
        {
          GATE: () => when.day !== undefined || when.dayOffset !== undefined,
          ALT: () => this.CONSUME3(t.WeekdayName),
        },
      ]),
    )
    return when
  })

  inYear = this.RULE(
    'inYear',
    (): When =>
      this.OR([
        {
          ALT: () => {
            const month = this.OR2([
              { ALT: () => payload<When>(this.CONSUME(t.Month)) },
              { ALT: () => payload<When>(this.CONSUME(t.RelativeMonth)) },
            ])
            return { ...month, ...this.OPTION(() => this.SUBRULE(this.inMonth)) }
          },
        },
        { ALT: () => payload<When>(this.CONSUME(t.Half)) },
        { ALT: () => payload<When>(this.CONSUME(t.Quarter)) },
        { ALT: () => payload<When>(this.CONSUME(t.RelativeQuarter)) },
        { ALT: () => payload<When>(this.CONSUME(t.Season)) },
        { ALT: () => payload<When>(this.CONSUME(this.festival)) },
        { ALT: () => payload<When>(this.CONSUME(t.LunarDate)) },
        { ALT: () => payload<When>(this.CONSUME(t.Edge)) },
      ]),
  )

  /** 今年前两个月 */
  firstMonths = this.RULE('firstMonths', (): When => {
    this.CONSUME(t.Past)
    const months = payload<Length>(this.CONSUME(t.LengthPart))?.amounts.month
    return months ? { month: 1, monthTo: months } : {}
  })

  inMonth = this.RULE(
    'inMonth',
    (): When =>
      this.OR([
        { ALT: () => payload<When>(this.CONSUME(t.Day)) },
        { ALT: () => payload<When>(this.CONSUME(t.TenDays)) },
        { ALT: () => ({ edge: payload<When>(this.CONSUME(t.Edge))?.edge }) as When },
        { ALT: () => payload<When>(this.CONSUME(t.NthWeekday)) },
        {
          GATE: () => (this.LA(1).payload as { unit?: Unit } | undefined)?.unit === 'day',
          ALT: () => ({ nth: { n: payload<{ n: number }>(this.CONSUME(t.Nth))?.n } }) as When,
        },
      ]),
  )

  /** 上午九点半, 9:30, 下午, 差一刻三点 */
  clock = this.RULE('clock', (): When => {
    const said = this.OR([
      {
        ALT: () => {
          const part = payload<string>(this.CONSUME(t.DayPart))
          const clock = this.OPTION(() => this.SUBRULE(this.hour))
          return { part, ...(clock && { clock }) }
        },
      },
      { ALT: () => ({ clock: this.SUBRULE2(this.hour) }) },
    ])
    return said as When
  })

  hour = this.RULE(
    'hour',
    (): Clock =>
      this.OR([
        { ALT: () => payload<Clock>(this.CONSUME(t.ClockFigures)) },
        { ALT: () => payload<Clock>(this.CONSUME(t.ClockWords)) },
      ]),
  )

  /** 三个月, 两个半小时, 1年3个月, 三天前, 两年来, 近三年, 未来两周, 三日内 */
  length = this.RULE('length', (): Read => {
    const toward = this.OPTION(() =>
      this.OR([
        { ALT: () => payload<'past'>(this.CONSUME(t.Past)) },
        { ALT: () => payload<'future'>(this.CONSUME(t.Future)) },
      ]),
    )
    let length: Length = { amounts: {} }
    this.AT_LEAST_ONE(() => {
      const part = this.OR2([
        { ALT: () => payload<Length>(this.CONSUME(t.LengthPart)) },
        { ALT: () => payload<Length>(this.CONSUME(t.DaysWithin)) },
      ])
      length = { ...length, ...part, amounts: { ...length.amounts, ...part?.amounts } }
    })
    const after = this.OPTION2(() => this.SUBRULE(this.bound))
    const direction: { toward?: 'past' | 'future'; point?: boolean } = toward
      ? { toward, point: false }
      : after
        ? { toward: /前|来/.test(after) ? 'past' : 'future', point: !/内|来/.test(after) }
        : {}
    return { value: { kind: 'length', length, ...direction } }
  })

  /** 每周五, 每月15日, 每天上午九点, 每季度最后一个月, 每两周 */
  recurrence = this.RULE('recurrence', (): Read => {
    const every = payload<Length>(this.CONSUME(t.Every))
    const nth = this.OPTION(() => payload<{ n: number; unit: Unit }>(this.CONSUME(t.Nth)))
    const { at, until } =
      this.OPTION2(() => {
        const from = this.SUBRULE(this.moment)
        const to = this.OPTION3(() => {
          this.CONSUME(t.To)
          return this.SUBRULE2(this.moment)
        })
        return { at: from, until: to }
      }) ?? {}
    return {
      value: {
        kind: 'recurrence',
        every,
        ...(nth && { nth }),
        ...(at && { at }),
        ...(until && { until }),
      },
    }
  })

  comparison = this.RULE('comparison', (): string =>
    this.OR([
      { ALT: () => payload<string>(this.CONSUME(t.Modifier)) },
      {
        GATE: () => this.LA(1).image === '近',
        ALT: () => {
          this.CONSUME(t.Past)
          return '~'
        },
      },
    ]),
  )

  /** 约三千, 30多万, 十七八(岁), 几十, 5到8, 10以上 */
  number = this.RULE('number', (): Read => {
    const said = this.OPTION(() => this.SUBRULE(this.comparison))
    const first = this.LA(1)
    const figure = this.OR([
      { ALT: () => payload<{ value: number; operator?: string }>(this.CONSUME(t.Figure)) },
      { ALT: () => payload<{ from: number; to: number }>(this.CONSUME(t.Between)) },
      { ALT: () => payload<true>(this.CONSUME(t.Vague)) },
    ]) as { value?: number; operator?: string; from?: number; to?: number } | true
    const to = this.OPTION2(() => {
      this.CONSUME(t.To)
      return payload<{ value: number }>(this.CONSUME2(t.Figure))
    })
    const last = this.LA(0)
    const unit = this.OPTION3(() => this.CONSUME(t.Counter).image)
    const after = this.OPTION4(() => payload<string>(this.CONSUME(t.Suffix)))
    const operator = said ?? after ?? '='
    const own = figure === true || !figure ? null : figure
    return {
      first,
      last,
      value: own
        ? {
            kind: 'number',
            value: (own.value ?? own.from)!,
            ...((to ?? own.to) !== undefined && { to: to ? to.value : own.to! }),
            operator: operator === '=' ? (own.operator ?? operator) : operator,
            ...(unit && { unit }),
          }
        : { kind: 'number', value: null, vague: true, operator, ...(unit && { unit }) },
    }
  })

  /** 百分之三十, 近九成, 80%-90%, 80-90%, 三分之一, 两个百分点 */
  ratio = this.RULE('ratio', (): Read => {
    const said = this.OPTION(() => this.SUBRULE(this.comparison))
    const first = this.LA(1)
    type Share = { value: number; unit: 'share' | 'points' | 'discount' }
    const { to, ...share } = this.OR([
      {
        ALT: () => {
          const from = payload<Share>(this.CONSUME(t.Ratio))
          const until = this.OPTION2(() => {
            this.CONSUME(t.To)
            return this.OR2([
              { ALT: () => payload<Share>(this.CONSUME2(t.Ratio)) },
              {
                // 百分之十到二十
                GATE: () => first.image.startsWith('百分之'),
                ALT: () => ({
                  value: (payload<{ value: number }>(this.CONSUME2(t.Figure))?.value ?? 0) / 100,
                }),
              },
            ])
          })
          return { ...from, to: until?.value }
        },
      },
      {
        ALT: () => {
          const from = payload<{ value: number }>(this.CONSUME(t.Figure))
          this.CONSUME2(t.To)
          const until = payload<Share>(this.CONSUME3(t.Ratio))
          return { value: (from?.value ?? 0) / 100, unit: until?.unit, to: until?.value }
        },
      },
    ])
    const last = this.LA(0)
    const after = this.OPTION3(() => payload<string>(this.CONSUME(t.Suffix)))
    return {
      first,
      last,
      value: { kind: 'ratio', ...share, ...(to !== undefined && { to }), operator: said ?? after ?? '=' },
    }
  })

  ordinal = this.RULE(
    'ordinal',
    (): Read => ({
      value: {
        kind: 'ordinal',
        value: this.OR([
          { ALT: () => payload<number>(this.CONSUME(t.Ordinal)) },
          { ALT: () => payload<{ n: number }>(this.CONSUME(t.Nth))?.n },
        ]),
      },
    }),
  )
}
