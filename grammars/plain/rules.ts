import type { TokenType } from 'chevrotain'
import type { Read } from './read.ts'
import { payload, TimeRules } from './time-rules.ts'
import * as t from './vocabulary.ts'

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

/** How plain sentences say times, lengths, figures and shares. */
export class PlainRules extends TimeRules {
  constructor(own: t.OwnTokens) {
    super(own)
    this.performSelfAnalysis()
  }

  /**
   * 约三千, 不足30%, 比170低
   * ^^      ^^^^     ^^  on which side of the figure the truth lies
   */
  comparison = this.RULE('comparison', (): string =>
    this.OR([
      { ALT: () => payload<string>(this.CONSUME(t.Modifier)) },
      { ALT: () => payload<string>(this.CONSUME(t.Sign)) },
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

  /**
   * 约三千, 十七八岁, 几十, 2到3万, 20和30之间, 十块三毛
   *   ^^^^  ^^^^^^    ^^^^  ^^^^^^  ^^^^^^      ^^^^^^^^  a number, or from one to another
   */
  number = this.RULE('number', (): Read => {
    const said = this.OPTION(() => this.SUBRULE(this.comparison))
    const first = this.LA(1)
    const figure = this.OR([
      { ALT: () => payload<Figured>(this.CONSUME(t.Figure)) },
      { ALT: () => payload<Figured>(this.CONSUME(t.Between)) },
      { ALT: () => payload<Figured>(this.CONSUME(t.Money)) },
      { ALT: () => payload<Figured>(this.CONSUME(t.Power)) },
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

  /**
   * 百分之三十, 近九成, 80-90%, 三分之一, 两个百分点
   * ^^^^^^^^^^    ^^^^  ^^^^^^  ^^^^^^^^  ^^^^^^^^^^  a share, a discount or a change in points
   */
  ratio = this.RULE('ratio', (): Read => {
    const said = this.OPTION(() => this.SUBRULE(this.comparison))
    const first = this.LA(1)
    type Share = { value: number; unit: 'share' | 'points' | 'discount'; operator?: string }
    const { to, operator, ...share } = this.OR([
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
          return { ...from, to: until?.value, operator: from?.operator }
        },
      },
      {
        ALT: () => {
          const from = payload<{ value: number }>(this.CONSUME(t.Figure))
          this.CONSUME2(t.To)
          const until = payload<Share>(this.CONSUME3(t.Ratio))
          return { value: (from?.value ?? 0) / 100, unit: until?.unit, to: until?.value, operator: undefined }
        },
      },
    ])
    const last = this.LA(0)
    const after = this.OPTION3(() => payload<string>(this.CONSUME(t.Suffix)))
    return {
      first,
      last,
      value: {
        kind: 'ratio',
        ...share,
        ...(to !== undefined && { to }),
        operator: operator ?? said ?? after ?? '=',
      },
    }
  })

  /**
   * 第三名, 倒数第二, 第三至第五名, 第2到5名
   * ^^^^    ^^^^^^^^  ^^^^^^^^^^      ^^^^^^  a place in an order, or from one to another
   */
  ordinal = this.RULE('ordinal', (): Read => {
    const value = this.OR([
      { ALT: () => payload<number>(this.CONSUME(t.Ordinal)) },
      { ALT: () => payload<{ n: number }>(this.CONSUME(t.Nth))?.n },
    ])
    const last = this.LA(0)
    const to = this.OPTION(() => {
      this.OPTION1(() => this.CONSUME(t.Counter))
      this.OR1([{ ALT: () => this.CONSUME(t.To) }, { ALT: () => this.CONSUME(t.And) }])
      return this.OR2([
        { ALT: () => payload<number>(this.CONSUME2(t.Ordinal)) },
        { ALT: () => payload<{ value?: number }>(this.CONSUME(t.Figure))?.value },
      ])
    })
    const ranged = to !== undefined && to > value
    return {
      ...(!ranged && { last }),
      value: { kind: 'ordinal', value, ...(ranged && { to }) },
    }
  })
}
