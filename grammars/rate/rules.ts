import { CountRules } from '../count/rules.ts'
import * as t from '../vocabulary.ts'

export class RateRules extends CountRules {
  /**
   * 合格率达98.25%, 百分之九十, 提高3.6个百分点, 三分之二, 80%-90%
   *         ^^^^^^  ^^^^^^^^      ^^^^^^^^^^^  ^^^^^^^^  ^^^^^^^  a share or a change of one
   */
  rate = this.RULE('rate', () => {
    this.OPTION(() => this.SUBRULE(this.comparison))
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.PercentWord)
          this.SUBRULE(this.number)
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.HanNumber)
          this.CONSUME(t.OutOf)
          this.CONSUME2(t.HanNumber)
        },
      },
      {
        ALT: () => {
          this.SUBRULE2(this.number)
          this.OPTION2(() => {
            this.OPTION3(() => this.CONSUME(t.PercentSign))
            this.CONSUME(t.To)
            this.SUBRULE3(this.number)
          })
          this.OR2([{ ALT: () => this.CONSUME2(t.PercentSign) }, { ALT: () => this.CONSUME(t.PointWord) }])
        },
      },
    ])
    this.OPTION4(() => this.CONSUME(t.OrMore))
  })
}
