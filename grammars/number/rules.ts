import { CstParser, type IToken } from 'chevrotain'
import * as t from '../vocabulary.ts'

/** «万» in «1.22万», not «十» in «5 十里»: the one word that a rule asks of a token beside its type. */
export const isMagnitude = (token: IToken): boolean => '万亿千百'.includes(token.image[0] ?? ' ')

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
            GATE: () => isMagnitude(this.LA(1)),
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
