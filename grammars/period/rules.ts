import { DateRules } from '../date/rules.ts'
import * as t from '../vocabulary.ts'

export class PeriodRules extends DateRules {
  /**
   * 2022年第四季度, 一至三季度, 本季度
   *       ^^^^^^^^  ^^^^^^^^^^  ^^^^^^  a quarter, with or without 第
   */
  quarter = this.RULE('quarter', () => {
    this.OR([
      { ALT: () => this.CONSUME(t.ThisQuarter) },
      { ALT: () => this.CONSUME(t.LastQuarter) },
      { ALT: () => this.CONSUME(t.NextQuarter) },
      {
        ALT: () => {
          this.OPTION(() => this.CONSUME(t.Ordinal))
          this.SUBRULE(this.whole)
          this.OPTION2(() => {
            this.OR2([{ ALT: () => this.CONSUME(t.To) }, { ALT: () => this.CONSUME(t.Dun) }])
            this.OPTION3(() => this.CONSUME2(t.Ordinal))
            this.SUBRULE2(this.whole)
          })
          this.CONSUME(t.Quarter)
        },
      },
    ])
    this.OPTION4(() => this.CONSUME(t.End))
  })

  /**
   * 2025年第5次检查, 第二批, 第三期
   *       ^^^^^     ^^^^^^  ^^^^^^  a numbered round: never turned into a quarter
   */
  round = this.RULE('round', () => {
    this.CONSUME(t.Ordinal)
    this.SUBRULE(this.whole)
    this.CONSUME(t.Round)
  })

  /**
   * 2022年第四季度, 2021年上半年, 2020年11月份, 2020年度, 年底, 季末
   * ^^^^^^^^^^^^^  ^^^^^^^^^^^^  ^^^^^^^^^^^^  ^^^^^^^^  ^^^^  ^^^^  one stretch of the calendar
   */
  calendar = this.RULE('calendar', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.numericDate) },
      {
        ALT: () => {
          this.SUBRULE(this.year)
          this.OPTION(() =>
            this.OR2([
              { ALT: () => this.CONSUME(t.Half) },
              { ALT: () => this.SUBRULE(this.round) },
              { ALT: () => this.SUBRULE(this.quarter) },
              { ALT: () => this.SUBRULE(this.month) },
              { ALT: () => this.CONSUME(t.End) },
            ]),
          )
        },
      },
      { ALT: () => this.CONSUME2(t.Half) },
      { ALT: () => this.SUBRULE2(this.round) },
      { ALT: () => this.SUBRULE2(this.quarter) },
      { ALT: () => this.SUBRULE2(this.month) },
      { ALT: () => this.SUBRULE(this.day) },
      {
        ALT: () => {
          this.OR3([{ ALT: () => this.CONSUME(t.Year) }, { ALT: () => this.CONSUME(t.Month) }])
          this.CONSUME2(t.End)
        },
      },
      { ALT: () => this.CONSUME(t.QuarterEnd) },
      {
        GATE: () => this.LA(2).tokenType === t.Within,
        ALT: () => this.CONSUME2(t.Year),
      },
    ])
  })
}
