import { NumberRules } from '../number/rules.ts'
import * as t from '../vocabulary.ts'

export class CountRules extends NumberRules {
  /**
   * 抽查政务新媒体约210个, 超过五个, 7万余条
   *               ^^^^^  ^^^^^^  ^^^^^  a number of things, with what is said of its exactness
   */
  count = this.RULE('count', () => {
    this.OPTION(() => this.SUBRULE(this.comparison))
    this.SUBRULE(this.number)
    this.OPTION2(() => {
      this.CONSUME(t.To)
      this.SUBRULE2(this.number)
    })
    this.OPTION3(() => this.CONSUME(t.AndMore))
    this.OPTION4(() =>
      this.OR([
        { ALT: () => this.CONSUME(t.Counter) },
        { ALT: () => this.CONSUME(t.Round) },
        { ALT: () => this.CONSUME(t.RankWord) },
        { ALT: () => this.CONSUME(t.Place) },
      ]),
    )
    this.OPTION5(() => this.CONSUME(t.OrMore))
  })

  /**
   * 不足70%, 不低于30%, 近60条
   * ^^       ^^^       ^      which side of the figure the truth lies on
   */
  comparison = this.RULE('comparison', () => {
    this.OR([
      { ALT: () => this.CONSUME(t.AtLeast) },
      { ALT: () => this.CONSUME(t.AtMost) },
      { ALT: () => this.CONSUME(t.MoreThan) },
      { ALT: () => this.CONSUME(t.LessThan) },
      { ALT: () => this.CONSUME(t.About) },
    ])
  })
}
