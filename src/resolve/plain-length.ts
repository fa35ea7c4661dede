import type { Amounts, PlainValue, Unit } from '../../grammars/plain/when.ts'
import { addDays, farDay, farMonth } from '../calendar.ts'
import { atClock } from './plain-clock.ts'
import type { Stretch } from './stretch.ts'
import { isWorkingDay } from './working-days.ts'

type LengthValue = Extract<PlainValue, { kind: 'length' }>

/**
 * «三天前» is a day, «两小时后» a time, «近三年» and «三天内» a stretch that ends or starts at `now` (ISO, a day or a day
 * with its clock); null where lengths within a day meet a `now` without one.
 */
export function fromNow({ toward, point, length, at }: LengthValue, now: string): Stretch | null {
  if (!toward) return null
  const sign = toward === 'past' ? -1 : 1
  const other = shifted(now, length.amounts, sign)
  if (!other) return null
  if (point) {
    const last = Object.keys(length.amounts).at(-1) as Unit
    const until =
      length.to === undefined ? other : shifted(now, { ...length.amounts, [last]: length.to }, sign)
    if (!until) return null
    if (at && other === until && other.length === 10) return atClock(other, at)
    return sign === 1 ? { start: other, end: until } : { start: until, end: other }
  }
  const here = other.length === 10 ? now.slice(0, 10) : withSeconds(now, other)
  return toward === 'past' ? { start: other, end: here } : { start: here, end: other }
}

/** Both ends of a stretch are as exact as each other. */
const withSeconds = (now: string, other: string): string => (now.length < other.length ? `${now}:00` : now)

const MONTHS: Partial<Record<Unit, number>> = { month: 1, quarter: 3, year: 12 }
const SECONDS: Partial<Record<Unit, number>> = { hour: 3600, minute: 60, second: 1 }

function shifted(now: string, amounts: Amounts, sign: 1 | -1): string | null {
  let day: string | null = now.slice(0, 10)
  let seconds: number | null = null
  for (const [unit, n] of Object.entries(amounts) as [Unit, number | null][]) {
    if (n === null || day === null) return null
    const per = MONTHS[unit]
    const within = SECONDS[unit]
    if (within !== undefined) seconds = (seconds ?? 0) + n * within
    else if (per !== undefined) {
      const whole = n * per
      day = farMonth(day, sign * Math.trunc(whole))
      if (day !== null && whole % 1) day = farDay(day, sign * Math.round((whole % 1) * 30))
    } else if (unit === 'workday') {
      for (let left = n; left > 0; ) {
        day = addDays(day, sign)
        const working = isWorkingDay(day)
        if (working === null) return null
        if (working) left--
      }
    } else day = farDay(day, sign * Math.round(n * (unit === 'week' ? 7 : 1)))
  }
  if (seconds === null || day === null) return day
  if (now.length === 10) return null
  const [h = 0, m = 0, s = 0] = now.slice(11).split(':').map(Number)
  const total = h * 3600 + m * 60 + s + sign * Math.round(seconds)
  const days = Math.floor(total / 86400)
  const rest = total - days * 86400
  const two = (x: number) => String(x).padStart(2, '0')
  const then = farDay(day, days)
  if (then === null) return null
  const exact = now.length > 16 || rest % 60 !== 0
  return `${then}T${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}${exact ? `:${two(rest % 60)}` : ''}`
}
