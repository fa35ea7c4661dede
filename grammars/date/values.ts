import type { Cst, Values } from '../cst.ts'
import { image, node } from '../cst.ts'

/** What a text says of a stretch of the calendar; what it leaves out stays out. */
export interface Calendar {
  /** Two digits where the text has two: «19年3月» is 2019, «两年» a length of time. */
  year?: number
  /** Years from the notice's own: 去年 is -1. */
  yearOffset?: number
  half?: 1 | 2
  quarter?: number
  quarterOffset?: number
  /** Last quarter of «一至三季度». */
  quarterTo?: number
  month?: number
  monthOffset?: number
  monthTo?: number
  /** 上旬, 中旬, 下旬 */
  tenDays?: 1 | 2 | 3
  day?: number
  dayTo?: number
  /** 底, 末 / 初 */
  edge?: 'start' | 'end'
  /** The n of a numbered round («第5次»). */
  round?: number
  /** 年度, or a year and nothing more precise */
  wholeYear?: boolean
}

export interface Clock {
  hour: number
  minute: number
  offWork: boolean
}

const YEARS: Record<string, number> = { 今: 0, 本: 0, 当: 0, 去: -1, 上: -1, 明: 1, 次: 1, 来: 1, 前: -2 }
const edgeOf = (word: string): 'start' | 'end' => (word === '初' ? 'start' : 'end')

export const dateValues = {
  year(ctx: Cst): Calendar {
    const relative = image(ctx, 'RelativeYear')
    if (relative) return { yearOffset: YEARS[relative[0]!] ?? 0 }
    const n = this.visit<number>(node(ctx, 'whole'))
    return { year: n, ...(ctx.YearLong && { wholeYear: true }) }
  },

  month(ctx: Cst): Calendar {
    const relative = image(ctx, 'RelativeMonth')
    const tenDays = image(ctx, 'TenDays')
    const end = image(ctx, 'End')
    const second = node(ctx, 'whole', 1)
    return {
      ...(relative
        ? { monthOffset: /^上/.test(relative) ? -1 : /^[下次]/.test(relative) ? 1 : 0 }
        : { month: this.visit<number>(node(ctx, 'whole')) }),
      ...(second && { monthTo: this.visit<number>(second) }),
      ...(node(ctx, 'day') && this.visit<Calendar>(node(ctx, 'day'))),
      ...(tenDays && { tenDays: ('上中下'.indexOf(tenDays[0]!) + 1) as 1 | 2 | 3 }),
      ...(end && { edge: edgeOf(end) }),
    }
  },

  day(ctx: Cst): Calendar {
    const second = node(ctx, 'whole', 1)
    return {
      day: this.visit<number>(node(ctx, 'whole')),
      ...(second && { dayTo: this.visit<number>(second) }),
    }
  },

  numericDate(ctx: Cst): Calendar {
    const [year, month, day] = [0, 1, 2].map((n) => Number(image(ctx, 'Int', n)))
    return { year: year!, month: month!, day: day! }
  },

  clock(ctx: Cst): Clock {
    const part = image(ctx, 'DayPart')
    if (ctx.OffWork) return { hour: part === '上午' || part === '中午' ? 12 : 18, minute: 0, offWork: true }
    const hour = node(ctx, 'hour')
    if (!hour)
      return {
        hour: part === '上午' || part === '中午' ? 12 : part === '下午' ? 18 : 24,
        minute: 0,
        offWork: false,
      }
    const clock = this.visit<Clock>(hour)
    return /^[下傍晚]/.test(part ?? '') && clock.hour < 12 ? { ...clock, hour: clock.hour + 12 } : clock
  },

  hour(ctx: Cst): Clock {
    const second = node(ctx, 'whole', 1)
    return {
      hour: this.visit<number>(node(ctx, 'whole')),
      minute: second ? this.visit<number>(second) : 0,
      offWork: false,
    }
  },
} satisfies Values
