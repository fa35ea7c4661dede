import { DocNumberRules } from '../doc-number/rules.ts'
import * as t from '../vocabulary.ts'

export class OutlineMarkRules extends DocNumberRules {
  /**
   * 一、总体情况  (一)网站  1.更新  (1)  ①  第一,  一是重视不够  其一
   * ^^            ^^^       ^^      ^^^  ^  ^^^    ^^            ^^  what opens a section or an item
   */
  outlineMark = this.RULE('outlineMark', () => {
    this.OR([
      { ALT: () => this.CONSUME(t.Circled) },
      {
        ALT: () => {
          this.CONSUME(t.Open)
          this.SUBRULE(this.whole)
          this.CONSUME(t.Close)
          this.OPTION(() => this.CONSUME(t.Dun))
        },
      },
      {
        ALT: () => {
          this.SUBRULE2(this.whole)
          this.OR2([
            { ALT: () => this.CONSUME2(t.Dun) },
            { ALT: () => this.CONSUME(t.Dot) },
            { ALT: () => this.CONSUME(t.Is) },
            { ALT: () => this.CONSUME2(t.Close) },
          ])
        },
      },
    ])
  })
}
