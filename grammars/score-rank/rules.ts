import { RateRules } from '../rate/rules.ts'
import * as t from '../vocabulary.ts'

export class ScoreRankRules extends RateRules {
  /**
   * 平均得分118.2分
   *         ^^^^^^  points
   */
  score = this.RULE('score', () => {
    this.OPTION(() => this.SUBRULE(this.comparison))
    this.SUBRULE(this.number)
    this.CONSUME(t.Score)
    this.OPTION2(() => this.CONSUME(t.OrMore))
  })

  /**
   * 排名全市倒数第1, 位列第十三名, 前3名
   *         ^^^^^      ^^^^^  ^^^  a place in an order, the last ones counted backwards
   */
  rank = this.RULE('rank', () => {
    this.OR([
      {
        ALT: () => {
          this.OPTION(() => this.CONSUME(t.Reverse))
          this.CONSUME(t.Ordinal)
        },
      },
      { ALT: () => this.CONSUME(t.Before) },
    ])
    this.SUBRULE(this.whole)
    this.OPTION2(() =>
      this.OR2([{ ALT: () => this.CONSUME(t.RankWord) }, { ALT: () => this.CONSUME(t.Place) }]),
    )
  })
}
