import type { Cst, Values } from '../cst.ts'
import { image, node } from '../cst.ts'
import type { NumberValue } from '../number/values.ts'

export type Operator = '=' | '>=' | '<=' | '>' | '<' | '~'

export interface CountValue extends NumberValue {
  operator: Operator
  /** 个, 家, 条 …; null for a bare number. */
  counter: string | null
  /** The other end of «5—8个». */
  to: number | null
}

export function operatorOf(comparison: Operator | undefined, more: string | undefined): Operator {
  if (comparison) return comparison
  if (more === '以上' || more === '及以上') return '>='
  if (more === '以下') return '<='
  return more ? '~' : '='
}

export const countValues = {
  count(ctx: Cst): CountValue {
    const number = this.visit<NumberValue>(node(ctx, 'number'))
    const to = node(ctx, 'number', 1)
    return {
      ...number,
      operator: operatorOf(
        node(ctx, 'comparison') && this.visit<Operator>(node(ctx, 'comparison')),
        image(ctx, 'OrMore') ?? image(ctx, 'AndMore'),
      ),
      counter:
        image(ctx, 'Counter') ?? image(ctx, 'Round') ?? image(ctx, 'RankWord') ?? image(ctx, 'Place') ?? null,
      to: to ? this.visit<NumberValue>(to).value : null,
    }
  },

  comparison(ctx: Cst): Operator {
    if (ctx.AtLeast) return '>='
    if (ctx.AtMost) return '<='
    if (ctx.MoreThan) return '>'
    return ctx.LessThan ? '<' : '~'
  },
} satisfies Values
