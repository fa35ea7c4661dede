import type { Operator } from '../count/values.ts'
import type { Cst, Values } from '../cst.ts'
import { image, node } from '../cst.ts'
import type { Calendar, Clock } from '../date/values.ts'
import type { NumberValue } from '../number/values.ts'

interface Duration {
  amount: number
  unit: 'workday' | 'day' | 'week' | 'month' | 'year' | 'hour' | 'minute'
  operator: Operator
}

export interface TimeValue {
  from?: Calendar
  to?: Calendar
  clock?: Clock
  /** Weeks from the notice's own, and the day (1 Monday … 7 Sunday; absent: the whole week). */
  weekday?: { week: number; day?: number }
  /** Days from the notice's own («明天» is 1). */
  dayOffset?: number
  duration?: Duration
  /** 立即, 限期, 第一时间: a demand without a date. */
  immediately?: string
  bound?: 'before' | 'within' | 'since' | 'after'
}

const WEEKS: Record<string, number> = { 本: 0, 这: 0, 上: -1, 下: 1 }
const DAYS: Record<string, number> = { 今: 0, 当: 0, 明: 1, 次: 1, 后: 2, 昨: -1, 前: -2 }
const UNITS = [
  ['WorkDay', 'workday'],
  ['DaySpan', 'day'],
  ['Week', 'week'],
  ['MonthSpan', 'month'],
  ['Hours', 'hour'],
  ['MinuteWord', 'minute'],
  ['Year', 'year'],
] as const
const dayOfWeek = (c: string): number => '一二三四五六'.indexOf(c) + 1 || 7

export const deadlineValues = {
  span(ctx: Cst): TimeValue {
    const to = node(ctx, 'calendar', 1)
    const clock = node(ctx, 'clock', to && ctx.clock && ctx.clock.length > 1 ? 1 : 0)
    return {
      from: this.visit<Calendar>(node(ctx, 'calendar')),
      ...(to && { to: this.visit<Calendar>(to) }),
      ...(clock && { clock: this.visit<Clock>(clock) }),
    }
  },

  /** The date in the brackets, where it is one: «下周五(4月19日)» is 4月19日. */
  dayName(ctx: Cst): Calendar | null {
    const calendar = node(ctx, 'calendar')
    return calendar ? this.visit<Calendar>(calendar) : null
  },

  weekday(ctx: Cst): TimeValue {
    const clock = node(ctx, 'clock')
    const time = clock && { clock: this.visit<Clock>(clock) }
    const dayName = node(ctx, 'dayName')
    const date = dayName && this.visit<Calendar | null>(dayName)
    if (date) return { from: date, ...time }
    const relativeDay = image(ctx, 'RelativeDay')
    if (relativeDay) return { dayOffset: DAYS[relativeDay[0]!] ?? 0, ...time }
    const week = image(ctx, 'WeekWord')
    if (!week) return { weekday: { week: 0, day: dayOfWeek(image(ctx, 'WeekdayWord')!.at(-1)!) }, ...time }
    const n = node(ctx, 'whole')
    const day = n ? this.visit<number>(n) : ctx.Day || image(ctx, 'End') === '末' ? 7 : undefined
    return { weekday: { week: WEEKS[week[0]!] ?? 0, ...(day && { day }) }, ...time }
  },

  duration(ctx: Cst): TimeValue {
    const unit = UNITS.find(([token]) => ctx[token])![1]
    const number = node(ctx, 'number')
    const comparison = node(ctx, 'comparison')
    return {
      duration: {
        amount: number ? this.visit<NumberValue>(number).value : 0.5,
        unit,
        operator: comparison ? this.visit<Operator>(comparison) : ctx.AndMore ? '>' : '=',
      },
    }
  },

  time(ctx: Cst): TimeValue {
    const inner = node(ctx, 'span') ?? node(ctx, 'weekday') ?? node(ctx, 'duration')
    const bound = ctx.Before
      ? 'before'
      : ctx.Within
        ? 'within'
        : ctx.Since
          ? 'since'
          : ctx.After
            ? 'after'
            : undefined
    const immediately = image(ctx, 'Immediately')
    const value: TimeValue = {
      ...(inner && this.visit<TimeValue>(inner)),
      ...(immediately && { immediately }),
      ...(bound && { bound }),
    }
    return asDuration(value) ?? value
  },
} satisfies Values

/** «一年内», «3日内» and «两年» have the shape of a date and are lengths of time. */
function asDuration(value: TimeValue): TimeValue | null {
  const { from, to, bound } = value
  if (!from || to) return null
  const named = Object.keys(from)
  if (named.length !== 1) return null
  const length = (amount: number, unit: Duration['unit']): TimeValue => ({
    duration: { amount, unit, operator: '=' },
    ...(bound && { bound }),
  })
  if (from.year !== undefined && from.year < 100) return length(from.year, 'year')
  return from.day !== undefined && bound === 'within' ? length(from.day, 'day') : null
}
