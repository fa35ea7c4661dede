import { ScoreRankRules } from '../score-rank/rules.ts'
import * as t from '../vocabulary.ts'

export class DateRules extends ScoreRankRules {
  /**
   * 2021年8月17日, 去年, 二〇二一年
   * ^^^^^         ^^^^  ^^^^^^^^^  a year, stated or relative to the notice's own
   */
  year = this.RULE('year', () => {
    this.OR([
      { ALT: () => this.CONSUME(t.RelativeYear) },
      {
        ALT: () => {
          this.SUBRULE(this.whole)
          this.OR2([{ ALT: () => this.CONSUME(t.YearLong) }, { ALT: () => this.CONSUME(t.Year) }])
        },
      },
    ])
  })

  /**
   * 2021年8月17日, 6月1—20日, 7-8月份, 11月中旬, 3月底
   *       ^^^^^^  ^^^^^^^^  ^^^^^^  ^^^^^^  ^^^  a month, and the days of it
   */
  month = this.RULE('month', () => {
    this.OR([
      { ALT: () => this.CONSUME(t.RelativeMonth) },
      {
        ALT: () => {
          this.SUBRULE(this.whole)
          this.OPTION(() => {
            this.CONSUME(t.To)
            this.SUBRULE2(this.whole)
          })
          this.CONSUME(t.Month)
        },
      },
    ])
    this.OPTION2(() =>
      this.OR2([
        { ALT: () => this.SUBRULE(this.day) },
        { ALT: () => this.CONSUME(t.TenDays) },
        { ALT: () => this.CONSUME(t.End) },
      ]),
    )
  })

  /**
   * 9月6日至10日
   *    ^^  ^^^^  a day, or the first and last
   */
  day = this.RULE('day', () => {
    this.SUBRULE(this.whole)
    this.OPTION(() => {
      this.CONSUME(t.To)
      this.SUBRULE2(this.whole)
    })
    this.CONSUME(t.Day)
  })

  /**
   * 发布日期:2022-09-30, 2021.8.17, 2022/7/13
   *          ^^^^^^^^^^  ^^^^^^^^^  ^^^^^^^^^  a date in figures
   */
  numericDate = this.RULE('numericDate', () => {
    this.CONSUME(t.Int)
    this.OR([
      { ALT: () => this.CONSUME(t.To) },
      { ALT: () => this.CONSUME(t.Slash) },
      { ALT: () => this.CONSUME(t.Dot) },
    ])
    this.CONSUME2(t.Int)
    this.OR2([
      { ALT: () => this.CONSUME2(t.To) },
      { ALT: () => this.CONSUME2(t.Slash) },
      { ALT: () => this.CONSUME2(t.Dot) },
    ])
    this.CONSUME3(t.Int)
  })

  /**
   * 9月8日10:30, 3月17日下午5时30分, 下班前
   *       ^^^^^         ^^^^^^^^^^  ^^     a time of day
   */
  clock = this.RULE('clock', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.DayPart)
          this.OPTION(() =>
            this.OR2([{ ALT: () => this.CONSUME(t.OffWork) }, { ALT: () => this.SUBRULE(this.hour) }]),
          )
        },
      },
      { ALT: () => this.CONSUME2(t.OffWork) },
      { ALT: () => this.SUBRULE2(this.hour) },
    ])
  })

  hour = this.RULE('hour', () => {
    this.SUBRULE(this.whole)
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.Colon)
          this.SUBRULE2(this.whole)
          this.OPTION(() => {
            this.CONSUME2(t.Colon)
            this.SUBRULE3(this.whole)
          })
        },
      },
      {
        ALT: () => {
          this.OR2([{ ALT: () => this.CONSUME(t.HourWord) }, { ALT: () => this.CONSUME(t.HanPoint) }])
          this.OPTION2(() => {
            this.SUBRULE4(this.whole)
            this.CONSUME(t.Score)
          })
        },
      },
    ])
  })
}
