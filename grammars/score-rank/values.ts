import { type Operator, operatorOf } from '../count/values.ts'
import type { Cst, Values } from '../cst.ts'
import { image, node } from '../cst.ts'
import type { NumberValue } from '../number/values.ts'

export interface ScoreValue extends NumberValue {
  operator: Operator
}

export interface RankValue {
  /** 1 is the best, -1 the last. */
  value: number
  raw: string
  /** «第7名» and «倒数第1» are ranks; a bare «第7» is one only where its sentence says so. */
  certain: boolean
  /** «前3名» names a group, not a place. */
  top: boolean
}

export const scoreRankValues = {
  score(ctx: Cst): ScoreValue {
    const comparison = node(ctx, 'comparison')
    return {
      ...this.visit<NumberValue>(node(ctx, 'number')),
      operator: operatorOf(comparison && this.visit<Operator>(comparison), image(ctx, 'OrMore')),
    }
  },

  rank(ctx: Cst): RankValue {
    const n = this.visit<number>(node(ctx, 'whole'))
    return {
      value: ctx.Reverse ? -n : n,
      raw: `${image(ctx, 'Reverse') ?? ''}${image(ctx, 'Ordinal') ?? image(ctx, 'Before')}${n}`,
      certain: Boolean(ctx.Reverse || ctx.RankWord || ctx.Place),
      top: Boolean(ctx.Before),
    }
  },
} satisfies Values
