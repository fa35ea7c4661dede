import { CstParser } from 'chevrotain'
import * as t from '../vocabulary.ts'

export class NumberRules extends CstParser {
  /**
   * 合格率为98.5%, 信息1.22亿条, 三万五千件, 12,480条
   *         ^^^^      ^^^^^^   ^^^^^^     ^^^^^^   a figure, Arabic or Han, with its magnitude
   */
  number = this.RULE('number', () => {
    this.OR([
      { ALT: () => this.CONSUME(t.Grouped) },
      {
        ALT: () => {
          this.CONSUME(t.Int)
          this.OPTION(() => {
            this.CONSUME(t.Dot)
            this.CONSUME2(t.Int)
          })
          this.OPTION2({
            GATE: () => /^[万亿千百]/.test(this.LA(1).image),
            DEF: () => this.CONSUME(t.HanNumber),
          })
        },
      },
      {
        ALT: () => {
          this.CONSUME2(t.HanNumber)
          this.OPTION3(() => {
            this.CONSUME(t.HanPoint)
            this.CONSUME3(t.HanNumber)
          })
        },
      },
    ])
  })

  /**
   * 检查2个网站, 连续三个季度
   *     ^          ^       a whole number, as dates and ordinals have it
   */
  whole = this.RULE('whole', () => {
    this.OR([{ ALT: () => this.CONSUME(t.Int) }, { ALT: () => this.CONSUME(t.HanNumber) }])
  })
}
