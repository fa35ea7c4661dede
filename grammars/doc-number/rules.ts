import { DeadlineRules } from '../deadline/rules.ts'
import * as t from '../vocabulary.ts'

export class DocNumberRules extends DeadlineRules {
  /**
   * 国办秘函〔2019〕19号
   *         ^^^^^^^^^^  year and serial; the agency's letters stand before the bracket (GB/T 9704—2012, 7.2.5)
   */
  docNumber = this.RULE('docNumber', () => {
    this.CONSUME(t.Open)
    this.CONSUME(t.Int)
    this.OPTION(() => this.CONSUME(t.Year))
    this.CONSUME(t.Close)
    this.OPTION2(() => this.CONSUME(t.Ordinal))
    this.CONSUME2(t.Int)
    this.CONSUME(t.Day)
  })
}
