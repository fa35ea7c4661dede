import { type Operator, operatorOf } from '../count/values.ts'
import type { Cst, Values } from '../cst.ts'
import { image, node } from '../cst.ts'
import { hanNumber, type NumberValue } from '../number/values.ts'

export interface RateValue extends NumberValue {
  operator: Operator
  unit: 'percent' | 'points_of_percent'
  to: number | null
}

export const rateValues = {
  rate(ctx: Cst): RateValue {
    const operator = operatorOf(
      node(ctx, 'comparison') && this.visit<Operator>(node(ctx, 'comparison')),
      image(ctx, 'OrMore'),
    )
    if (ctx.OutOf) {
      const [parts, part] = [
        hanNumber(image(ctx, 'HanNumber') ?? ''),
        hanNumber(image(ctx, 'HanNumber', 1) ?? ''),
      ]
      return {
        value: Number(((part / parts) * 100).toPrecision(6)),
        raw: `${part}/${parts}`,
        decimals: 0,
        operator,
        unit: 'percent',
        to: null,
      }
    }
    const number = this.visit<NumberValue>(node(ctx, 'number'))
    const second = node(ctx, 'number', 1)
    const perMille = image(ctx, 'PercentSign') === '‰' || image(ctx, 'PercentWord') === '千分之'
    return {
      ...number,
      value: perMille ? number.value / 10 : number.value,
      operator,
      unit: ctx.PointWord ? 'points_of_percent' : 'percent',
      to: second ? this.visit<NumberValue>(second).value : null,
    }
  },
} satisfies Values
