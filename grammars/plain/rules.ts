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

/** A figure as its token reads it; see coefficient() in figures.ts. */
interface Figured {
  value?: number
  operator?: string
  from?: number
  to?: number
  coefficient?: number
  plain?: true
}

/** «2到3万»: what the second figure's magnitude says goes for the first too, where that is the smaller one. */
function scaled(from: Figured, to: Figured | undefined): number {
  const value = (from.value ?? from.from)!
  const { coefficient, value: end } = to ?? {}
  return from.plain && coefficient && end && value > 0 && value < coefficient
    ? (value * end) / coefficient
    : value
}

/** Between two figures: 1万元(含)-5万元. */
const LEADING: readonly TokenType[] = [t.Counter, t.Included, t.To, t.And]

/** A month and its day said with 农历 before the year. */
function inLunar({ month, day, monthTo: _, ...rest }: When): When {
  return { ...rest, lunar: { month: month!, ...(day !== undefined && { day }), leap: false } }
}

const CLOCKS: readonly TokenType[] = [t.DayPart, t.ClockFigures, t.ClockWords]
const JOINING: readonly TokenType[] = [t.Comma, t.Of]
const PARTS: readonly TokenType[] = [t.LunarDate, t.Half, t.Quarter, t.Season, t.Vacation]

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
            this.OPTION2({ GATE: () => CLOCKS.includes(this.LA(2).tokenType), DEF: () => this.CONSUME(t.Of) })
            const clock = this.OPTION(() => this.SUBRULE(this.clock))
            return { ...when, ...clock }
          },
        },
        { ALT: () => this.SUBRULE2(this.clock) },
      ]),
  )

  /** 2024年5月1日(星期三), 农历二〇二一年六月, 周日,二月十号 */
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
          ])
          const rest = this.OPTION4({
            GATE: () => !JOINING.includes(this.LA(1).tokenType) || this.#goesOn(),
            DEF: () => {
              this.OPTION5(() => this.OR3([{ ALT: () => this.CONSUME2(t.Comma) }, { ALT: () => this.CONSUME(t.Of) }]))
              return this.SUBRULE(this.inYear)
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
      { ALT: () => payload<When>(this.CONSUME(t.Now)) },
    ]) as When
    this.OPTION6(() => this.SUBRULE(this.weekdayBeside, { ARGS: [when] }))
    return lunar && when.month !== undefined ? inLunar(when) : when
  })

  /** «2014年,3月5日», «去年的国庆节»: is what follows the comma or the 的 a part of the year? */
  #goesOn(): boolean {
    const next = this.LA(2).tokenType
    return next === t.Month || (this.LA(1).tokenType === t.Of && (next === this.festival || PARTS.includes(next)))
  }

  /** (星期三), 星期三 and ,星期三 behind a date */
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
        { ALT: () => payload<When>(this.CONSUME(this.festival)) },
        { ALT: () => payload<When>(this.CONSUME(t.LunarDate)) },
        { ALT: () => payload<When>(this.CONSUME(t.Edge)) },
      ]),
  )

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
        { ALT: () => payload<Clock>(this.CONSUME(t.ClockStart)) },
      ]),
  )

  /** 三个月, 两个半小时, 1年3个月, 三天前, 两年来, 近三年, 未来两周, 三日内 */
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
      { ALT: () => payload<string>(this.CONSUME(t.Than)) },
      {
        GATE: () => this.LA(1).image === '近',
        ALT: () => {
          this.CONSUME(t.Past)
          return '~'
        },
      },
    ]),
  )

  /** 约三千, 30多万, 十七八(岁), 几十, 5到8, 2到3万, 20和30之间, 10以上 */
  number = this.RULE('number', (): Read => {
    const said = this.OPTION(() => this.SUBRULE(this.comparison))
    const first = this.LA(1)
    const figure = this.OR([
      { ALT: () => payload<Figured>(this.CONSUME(t.Figure)) },
      { ALT: () => payload<Figured>(this.CONSUME(t.Between)) },
      { ALT: () => payload<Figured>(this.CONSUME(t.Money)) },
      { ALT: () => payload<true>(this.CONSUME(t.Vague)) },
    ]) as Figured | true
    let last = this.LA(0)
    const to = this.OPTION2({
      GATE: () => this.#leadsToFigure(),
      DEF: () => {
        this.OPTION5(() => this.CONSUME2(t.Counter))
        this.OPTION6(() => this.CONSUME2(t.Included))
        this.OR2([{ ALT: () => this.CONSUME(t.To) }, { ALT: () => this.CONSUME(t.And) }])
        const until = payload<Figured>(this.CONSUME2(t.Figure))
        last = this.LA(0)
        return until
      },
    })
    const unit = this.OPTION3(() => this.CONSUME(t.Counter).image)
    const after = this.OPTION4({
      GATE: () => this.LA(1).tokenType === t.Suffix || this.LA(2).tokenType === t.Suffix,
      DEF: () => {
        this.OPTION7(() => this.CONSUME(t.Included))
        return payload<string>(this.CONSUME(t.Suffix))
      },
    })
    const operator = said ?? after ?? '='
    const counted = unit ? { unit } : first.tokenType === t.Money ? { unit: '元' } : {}
    if (figure === true || !figure)
      return { first, last, value: { kind: 'number', value: null, vague: true, operator, ...counted } }
    const end = to?.value ?? figure.to
    return {
      first,
      last,
      value: {
        kind: 'number',
        value: scaled(figure, to),
        ...(end !== undefined && { to: end }),
        operator: operator === '=' ? (figure.operator ?? operator) : operator,
        ...counted,
      },
    }
  })

  #leadsToFigure(): boolean {
    for (let k = 1; k <= 4; k++) {
      const found = this.LA(k).tokenType
      if (found === t.Figure) return [t.To, t.And].includes(this.LA(k - 1).tokenType)
      if (!LEADING.includes(found)) return false
    }
    return false
  }

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
