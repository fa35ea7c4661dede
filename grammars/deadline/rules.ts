import { PeriodRules } from '../period/rules.ts'
import * as t from '../vocabulary.ts'

export class DeadlineRules extends PeriodRules {
  /**
   * 9月6日至10日, 2019年7月上旬
   * ^^^^^^^^^^^^  ^^^^^^^^^^^^  one stretch of the calendar, or from one to another
   */
  span = this.RULE('span', () => {
    this.SUBRULE(this.calendar)
    this.OPTION4({ GATE: this.BACKTRACK(this.dayName), DEF: () => this.SUBRULE(this.dayName) })
    this.OPTION(() => this.SUBRULE(this.clock))
    this.OPTION2(() => {
      this.CONSUME(t.To)
      this.SUBRULE2(this.calendar)
      this.OPTION3(() => this.SUBRULE2(this.clock))
    })
  })

  /**
   * 11月13日(星期五)下班前
   *         ^^^^^^^^        the weekday beside its date says nothing new
   */
  dayName = this.RULE('dayName', () => {
    this.CONSUME(t.Open)
    this.OR([{ ALT: () => this.CONSUME(t.WeekdayWord) }, { ALT: () => this.SUBRULE(this.calendar) }])
    this.CONSUME(t.Close)
  })

  /**
   * 本周五下班前, 下周三
   * ^^^^^^        ^^^^^^  a day of a week, counted from the notice's own date
   */
  weekday = this.RULE('weekday', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.WeekWord)
          this.OPTION(() =>
            this.OR2([
              { ALT: () => this.SUBRULE(this.whole) },
              { ALT: () => this.CONSUME(t.Day) },
              { ALT: () => this.CONSUME(t.End) },
            ]),
          )
        },
      },
      { ALT: () => this.CONSUME(t.WeekdayWord) },
      { ALT: () => this.CONSUME(t.RelativeDay) },
    ])
    this.OPTION3({ GATE: this.BACKTRACK(this.dayName), DEF: () => this.SUBRULE(this.dayName) })
    this.OPTION2(() => this.SUBRULE(this.clock))
  })

  /**
   * 收到之日起5个工作日内, 两周, 3个月, 24小时
   *           ^^^^^^^^    ^^^^  ^^^^^  ^^^^^^  a length of time
   */
  duration = this.RULE('duration', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.Hemi)
          this.OR2([
            { ALT: () => this.CONSUME(t.Year) },
            { ALT: () => this.CONSUME(t.MonthSpan) },
            { ALT: () => this.CONSUME(t.DaySpan) },
          ])
        },
      },
      {
        ALT: () => {
          this.OPTION(() => this.SUBRULE(this.comparison))
          this.SUBRULE(this.number)
          this.OPTION2(() => this.CONSUME(t.AndMore))
          this.OR3([
            { ALT: () => this.CONSUME(t.WorkDay) },
            { ALT: () => this.CONSUME2(t.DaySpan) },
            { ALT: () => this.CONSUME(t.Week) },
            { ALT: () => this.CONSUME2(t.MonthSpan) },
            { ALT: () => this.CONSUME(t.Hours) },
            { ALT: () => this.CONSUME(t.MinuteWord) },
          ])
          this.OPTION3(() => this.CONSUME(t.OrMore))
        },
      },
    ])
  })

  /**
   * 6月8日前, 2周内, 本周五下班前, 立即
   * ^^^^^^^  ^^^^^  ^^^^^^^^^^^^  ^^^^  a time, and on which side of it something holds
   */
  time = this.RULE('time', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.span) },
      { ALT: () => this.SUBRULE(this.weekday) },
      { ALT: () => this.SUBRULE(this.duration) },
      { ALT: () => this.CONSUME(t.Immediately) },
    ])
    this.OPTION(() =>
      this.OR2([
        { ALT: () => this.CONSUME(t.Before) },
        { ALT: () => this.CONSUME(t.Within) },
        { ALT: () => this.CONSUME(t.Since) },
        { ALT: () => this.CONSUME(t.After) },
      ]),
    )
  })
}
