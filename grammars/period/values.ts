import type { Cst, Values } from '../cst.ts'
import { image, node } from '../cst.ts'
import type { Calendar } from '../date/values.ts'

export const periodValues = {
  quarter(ctx: Cst): Calendar {
    const end = image(ctx, 'End')
    const second = node(ctx, 'whole', 1)
    const offset = ctx.ThisQuarter ? 0 : ctx.LastQuarter ? -1 : ctx.NextQuarter ? 1 : undefined
    return {
      ...(offset === undefined
        ? { quarter: this.visit<number>(node(ctx, 'whole')) }
        : { quarterOffset: offset }),
      ...(second && { quarterTo: this.visit<number>(second) }),
      ...(end && { edge: end === '初' ? 'start' : 'end' }),
    }
  },

  round(ctx: Cst): Calendar {
    return { round: this.visit<number>(node(ctx, 'whole')) }
  },

  calendar(ctx: Cst): Calendar {
    const half = image(ctx, 'Half')
    const end = image(ctx, 'End')
    const parts = ['numericDate', 'year', 'round', 'quarter', 'month', 'day']
      .map((rule) => node(ctx, rule))
      .filter((n) => n !== undefined)
    const value: Calendar = Object.assign({}, ...parts.map((n) => this.visit<Calendar>(n)))
    if (half) value.half = half === '上半年' ? 1 : 2
    if (end) value.edge = end === '初' ? 'start' : 'end'
    if (end && ctx.Month) value.monthOffset = 0
    if (ctx.Year && !ctx.year) value.yearOffset = 0
    if (ctx.QuarterEnd) Object.assign(value, { quarterOffset: 0, edge: 'end' })
    return value
  },
} satisfies Values
