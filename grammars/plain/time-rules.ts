import {
  EmbeddedActionsParser,
  type IParserErrorMessageProvider,
  type IToken,
  type TokenType,
} from 'chevrotain'
import type { Read } from './read.ts'
import * as t from './vocabulary.ts'
import type { Clock, Length, Unit, When } from './when.ts'

/** Nobody reads the message of a reading that failed. */
const SILENT: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: () => '',
  buildNotAllInputParsedMessage: () => '',
  buildNoViableAltMessage: () => '',
  buildEarlyExitMessage: () => '',
}

/** A month and its day said with 农历 before the year. */
function inLunar({ month, day, monthTo: _, ...rest }: When): When {
  return { ...rest, lunar: { month: month!, ...(day !== undefined && { day }), leap: false } }
}

const CLOCKS: readonly TokenType[] = [t.DayPart, t.ClockFigures, t.ClockPair, t.ClockWords]
const JOINING: readonly TokenType[] = [t.Comma, t.Of]
const PARTS: readonly TokenType[] = [t.LunarDate, t.Half, t.Quarter, t.Season, t.Vacation]

export const payload = <V>(token: IToken): V => token.payload as V

/** How plain sentences say times and lengths. The rules give values, no trees. */
export class TimeRules extends EmbeddedActionsParser {
  readonly own: t.OwnTokens

  constructor(own: t.OwnTokens) {
    super(t.vocabulary(own), {
      maxLookahead: 3,
      recoveryEnabled: false,
      errorMessageProvider: SILENT,
    })
    this.own = own
  }

  /** The token that the last rule left unread. */
  get next(): IToken {
    return this.LA(1)
  }

  /**
   * 会期2024年5月1日至3日, 从上周三到昨天, 6月8日前
   *     ^^^^^^^^^^^^^^^^^    ^^^^^^^^^^^^  ^^^^^^^^  a time, or from one time to another
   */
  time = this.RULE('time', (): Read => {
    let value = this.OR([
      { ALT: () => payload<{ from: When; to: When }>(this.CONSUME(t.YearRange)) },
      { ALT: () => payload<{ from: When; to: When }>(this.CONSUME(t.DottedRange)) },
      { ALT: () => payload<{ from: When; to: When }>(this.CONSUME(t.MonthRange)) },
      { ALT: () => payload<{ from: When; to: When }>(this.CONSUME(t.Pair)) },
      {
        ALT: () => {
          const from = this.SUBRULE(this.moment)
          const to = this.OPTION(() =>
            this.OR3([
              {
                ALT: () => {
                  // «3月和9月之间» is a stretch, «3月和9月» are two months.
                  this.OR2([{ ALT: () => this.CONSUME(t.To) }, { ALT: () => this.CONSUME(t.And) }])
                  return this.SUBRULE2(this.moment)
                },
              },
              {
                ALT: () => {
                  this.CONSUME(t.UntilNow)
                  return { now: true } as When
                },
              },
            ]),
          )
          return { from, ...(to && { to }) }
        },
      },
    ]) as { from: When; to?: When; bound?: string }
    this.OPTION3({
      GATE: () => !value?.to && this.#shifts(value?.from),
      DEF: () => {
        const side = this.OR4([
          { ALT: () => this.CONSUME(t.Past).image },
          { ALT: () => this.CONSUME(t.Direction).image },
        ])
        const { day, week } = payload<Length>(this.CONSUME(t.LengthPart))?.amounts ?? {}
        const days = (day ?? 0) + (week ?? 0) * 7
        value = { ...value, from: { ...value.from, shift: /前$/.test(side) ? -days : days } }
        this.OPTION4({ GATE: () => this.LA(1).image.endsWith('内'), DEF: () => this.CONSUME2(t.Direction) })
      },
    })
    this.OPTION2({
      // «2点半来» comes, «今年前两个月» are the year's first.
      GATE: () => this.LA(1).image !== '来' && this.LA(2).tokenType !== t.LengthPart,
      DEF: () => {
        value = { ...value, bound: this.SUBRULE(this.bound) }
      },
    })
    return { value: { kind: 'when', ...value } }
  })

  /** «中秋节前一天», «5月1日后两周»: a length that is counted from the day before it. */
  #shifts(from: When | undefined): boolean {
    const length = this.LA(2).payload as Length | undefined
    return (
      (from?.festival ?? from?.day ?? from?.lunar?.day) !== undefined &&
      !from?.clock &&
      /^之?[前后]$/.test(this.LA(1).image) &&
      this.LA(2).tokenType === t.LengthPart &&
      (this.LA(3).tokenType !== t.Direction || this.LA(3).image.endsWith('内')) &&
      length?.to === undefined &&
      Object.entries(length?.amounts ?? {}).every(
        ([unit, n]) => /^(?:day|week)$/.test(unit) && n && n % 1 === 0,
      )
    )
  }

  /**
   * 6月8日前, 三天之内, 2018年以后
   *       ^^      ^^^^        ^^^^  on which side of it
   */
  bound = this.RULE('bound', (): string =>
    this.OR([
      { ALT: () => this.CONSUME(t.Direction).image },
      { GATE: () => /^(?:前|之前|此前)$/.test(this.LA(1).image), ALT: () => this.CONSUME(t.Past).image },
      { GATE: () => this.LA(1).image === '之后', ALT: () => this.CONSUME(t.Future).image },
    ]),
  )

  /**
   * 明天上午9点, 去年三季度, 下午三点
   * ^^^^^^^^^^^  ^^^^^^^^^^  ^^^^^^^^  one end of a time: a date, a clock, or both
   */
  moment = this.RULE(
    'moment',
    (): When =>
      this.OR([
        {
          ALT: () => {
            const when = this.SUBRULE(this.calendar)
            // «明天的下午», «今天大约三点»
            this.OPTION2({
              GATE: () => CLOCKS.includes(this.LA(2).tokenType),
              DEF: () => {
                this.OR2([
                  { ALT: () => this.CONSUME(t.Of) },
                  {
                    GATE: () => this.LA(1).payload === '~',
                    ALT: () => this.CONSUME(t.Modifier),
                  },
                ])
              },
            })
            const clock = this.OPTION(() => this.SUBRULE(this.clock))
            return { ...when, ...clock }
          },
        },
        { ALT: () => this.SUBRULE2(this.clock) },
      ]),
  )

  /**
   * 2024年5月1日(星期三), 农历二〇二一年六月, 去年的国庆节
   * ^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^  what a calendar has
   */
  calendar = this.RULE('calendar', (): When => {
    const lunar = this.OPTION(() => this.CONSUME(t.LunarPrefix))
    // The weekday beside its date says nothing new: 5月1日(星期三), 周日,2月10日.
    this.OPTION2({
      GATE: () => this.LA(2).tokenType === t.Comma && this.LA(3).tokenType === t.Month,
      DEF: () => {
        this.CONSUME(t.WeekdayName)
        this.CONSUME(t.Comma)
      },
    })
    const when = this.OR([
      { ALT: () => payload<When>(this.CONSUME(t.FullDate)) },
      { ALT: () => payload<When>(this.CONSUME(t.YearLast)) },
      { ALT: () => payload<When>(this.CONSUME(t.YearQuarter)) },
      { ALT: () => payload<When>(this.CONSUME(t.MonthDotDay)) },
      {
        ALT: () => {
          const month = payload<When>(this.CONSUME(t.YearMonth))
          return { ...month, ...this.OPTION3(() => this.SUBRULE(this.inMonth)) }
        },
      },
      {
        ALT: () => {
          const year = this.OR2([
            { ALT: () => payload<When>(this.CONSUME(t.Year)) },
            { ALT: () => payload<When>(this.CONSUME(t.RelativeYear)) },
            { ALT: () => payload<When>(this.CONSUME(this.own.era)) },
          ])
          const rest = this.OPTION4({
            GATE: () => !JOINING.includes(this.LA(1).tokenType) || this.#goesOn(),
            DEF: () => {
              this.OPTION5(() =>
                this.OR3([{ ALT: () => this.CONSUME2(t.Comma) }, { ALT: () => this.CONSUME(t.Of) }]),
              )
              return this.OR5([
                { ALT: () => this.SUBRULE(this.inYear) },
                { GATE: () => this.LA(1).tokenType === t.Nth, ALT: () => this.SUBRULE(this.nthOfYear) },
              ])
            },
          })
          return { ...rest, ...year }
        },
      },
      { ALT: () => this.SUBRULE2(this.inYear) },
      { ALT: () => payload<When>(this.CONSUME(t.Century)) },
      { ALT: () => payload<When>(this.CONSUME2(t.WeekdayName)) },
      { ALT: () => payload<When>(this.CONSUME(t.RelativeWeek)) },
      { ALT: () => payload<When>(this.CONSUME(t.RelativeDay)) },
      { ALT: () => payload<When>(this.CONSUME(t.Day)) },
      { ALT: () => payload<When>(this.CONSUME(t.NthWeekday)) },
      { ALT: () => payload<When>(this.CONSUME(t.Now)) },
    ]) as When
    this.OPTION6(() => this.SUBRULE(this.weekdayBeside, { ARGS: [when] }))
    return (lunar || when?.era) && when.month !== undefined ? inLunar(when) : when
  })

  /** «2014年,3月5日», «去年的国庆节»: is what follows the comma or the 的 a part of the year? */
  #goesOn(): boolean {
    const next = this.LA(2).tokenType
    return (
      next === t.Month ||
      (this.LA(1).tokenType === t.Of && (next === this.own.festival || PARTS.includes(next)))
    )
  }

  /**
   * 5月1日(星期三), 10月12号,星期一
   *       ^^^^^^^^          ^^^^^^^  the weekday of the date, which says nothing new
   */
  weekdayBeside = this.RULE('weekdayBeside', (when: When) => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.OpenBracket)
          this.CONSUME(t.WeekdayName)
          this.CONSUME(t.CloseBracket)
        },
      },
      {
        GATE: () => when?.day !== undefined && this.LA(2).tokenType === t.WeekdayName,
        ALT: () => {
          this.CONSUME(t.Comma)
          this.CONSUME2(t.WeekdayName)
        },
      },
      {
        GATE: () => when?.day !== undefined || when?.dayOffset !== undefined,
        ALT: () => this.CONSUME3(t.WeekdayName),
      },
    ])
  })

  /**
   * 2024年第18周, 今年最后一天, 明年第一个月
   *       ^^^^^^      ^^^^^^^^      ^^^^^^^^  a week, a day or a month of a year by its number
   */
  nthOfYear = this.RULE('nthOfYear', (): When => {
    const { n, unit } = payload<{ n: number; unit: Unit }>(this.CONSUME(t.Nth)) ?? {}
    if (unit === 'month') return { month: n > 0 ? n : 13 + n }
    if (unit === 'week') return { nth: { n, week: true } }
    return unit === 'day' ? { nth: { n } } : { vague: true }
  })

  /**
   * 今年三月, 去年国庆节, 2021年下半年, 正月初五
   *     ^^^^      ^^^^^^        ^^^^^^  ^^^^^^^^  a part of a year
   */
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
            this.OPTION2({ GATE: () => this.LA(2).tokenType === t.Day, DEF: () => this.CONSUME(t.Of) })
            return { ...month, ...this.OPTION(() => this.SUBRULE(this.inMonth)) }
          },
        },
        { ALT: () => payload<When>(this.CONSUME(t.Half)) },
        { ALT: () => payload<When>(this.CONSUME(t.Quarter)) },
        { ALT: () => payload<When>(this.CONSUME(t.RelativeQuarter)) },
        { ALT: () => payload<When>(this.CONSUME(t.MonthsOfYear)) },
        { ALT: () => payload<When>(this.CONSUME(t.Season)) },
        { ALT: () => payload<When>(this.CONSUME(t.Vacation)) },
        { ALT: () => payload<When>(this.CONSUME(this.own.festival)) },
        { ALT: () => payload<When>(this.CONSUME(t.LunarDate)) },
        { ALT: () => payload<When>(this.CONSUME(t.Edge)) },
      ]),
  )

  /**
   * 本月15日, 五月上旬, 10月第二个周一, 10月的第一周
   *     ^^^^      ^^^^      ^^^^^^^^^^      ^^^^^^^^  a part of a month
   */
  inMonth = this.RULE(
    'inMonth',
    (): When =>
      this.OR([
        { ALT: () => payload<When>(this.CONSUME(t.Day)) },
        { ALT: () => payload<When>(this.CONSUME(t.BareDay)) },
        { ALT: () => payload<When>(this.CONSUME(t.TenDays)) },
        { ALT: () => ({ edge: payload<When>(this.CONSUME(t.Edge))?.edge }) as When },
        { ALT: () => payload<When>(this.CONSUME(t.NthWeekday)) },
        {
          GATE: () => /day|week/.test((this.LA(1).payload as { unit?: Unit } | undefined)?.unit ?? ''),
          ALT: () => {
            const nth = payload<{ n: number; unit: Unit }>(this.CONSUME(t.Nth))
            return { nth: { n: nth?.n, ...(nth?.unit === 'week' && { week: true }) } } as When
          },
        },
      ]),
  )

  /**
   * 明天上午九点半, 14:05, 昨天下午
   *     ^^^^^^^^^^  ^^^^^      ^^^^  a time or a part of a day
   */
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

  /**
   * 上午9:30, 差一刻三点, 9到11点
   *     ^^^^  ^^^^^^^^^^  ^  the clock itself
   */
  hour = this.RULE(
    'hour',
    (): Clock =>
      this.OR([
        { ALT: () => payload<Clock>(this.CONSUME(t.ClockFigures)) },
        { ALT: () => payload<Clock>(this.CONSUME(t.ClockPair)) },
        { ALT: () => payload<Clock>(this.CONSUME(t.ClockWords)) },
        { ALT: () => payload<Clock>(this.CONSUME(t.ClockStart)) },
      ]),
  )

  /**
   * 近三年, 两个半小时, 三天前, 六天后的3点, 13天到8周
   * ^^^^^^  ^^^^^^^^^^  ^^^^^^  ^^^^^^^^^^^  ^^^^^^^^^  a length, by itself or counted from now
   */
  length = this.RULE('length', (): Read => {
    const said = this.OPTION6(() => payload<string>(this.CONSUME(t.Modifier)))
    const first = this.LA(1)
    const toward = this.OPTION(() =>
      this.OR([
        { ALT: () => payload<'past'>(this.CONSUME(t.Past)) },
        { ALT: () => payload<'future'>(this.CONSUME(t.Future)) },
        {
          ALT: () => {
            this.CONSUME(t.Passing)
            return 'passing' as const
          },
        },
      ]),
    )
    let length: Length = { amounts: {} }
    this.AT_LEAST_ONE(() => {
      this.OPTION8(() => this.CONSUME(t.Besides))
      const part = this.OR2([
        { ALT: () => payload<Length>(this.CONSUME(t.LengthPart)) },
        { ALT: () => payload<Length>(this.CONSUME(t.DaysWithin)) },
      ])
      length = { ...length, ...part, amounts: { ...length.amounts, ...part?.amounts } }
    })
    this.OPTION3({
      GATE: () => this.LA(2).tokenType === t.LengthPart,
      DEF: () => {
        this.CONSUME(t.To)
        length = { ...length, until: payload<Length>(this.CONSUME2(t.LengthPart))?.amounts }
      },
    })
    const after = this.OPTION2(() => this.SUBRULE(this.bound))
    const direction: { toward?: 'past' | 'future'; point?: boolean } = toward
      ? { toward: toward === 'past' ? 'past' : 'future', point: toward === 'passing' }
      : after
        ? { toward: /前|来/.test(after) ? 'past' : 'future', point: !/内|来/.test(after) }
        : {}
    // «六天后的3点»
    const at = this.OPTION4({
      GATE: () => direction.point === true,
      DEF: () => {
        this.OPTION5(() => this.CONSUME(t.Of))
        return this.SUBRULE(this.clock)
      },
    })
    const last = this.LA(0)
    const side = this.OPTION7({
      GATE: () => !after,
      DEF: () => payload<string>(this.CONSUME(t.Suffix)),
    })
    const operator = said ?? side
    return {
      first,
      last,
      value: { kind: 'length', length, ...direction, ...(at && { at }), ...(operator && { operator }) },
    }
  })

  /**
   * 每周五上午十点, 每月15日, 每季度最后一个月, 每隔3天
   * ^^^^^^^^^^^^^^  ^^^^^^^^  ^^^^^^^^^^^^^^^^  ^^^^^^^  what comes again
   */
  recurrence = this.RULE('recurrence', (): Read => {
    const every = payload<Length>(this.CONSUME(t.Every))
    const nth = this.OPTION(() => payload<{ n: number; unit: Unit }>(this.CONSUME(t.Nth)))
    const { at, until } =
      this.OPTION2(() => {
        // 每年的3月15日
        this.OPTION4(() => this.CONSUME(t.Of))
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
}
