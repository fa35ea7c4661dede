import type { TimeValue } from '../../grammars/deadline/values.ts'
import { addDays, farDay, farMonth, weekday } from '../calendar.ts'
import { resolveCalendar } from '../resolve/time-anchor.ts'
import { isWorkingDay } from '../resolve/working-days.ts'
import type { Cell } from '../segment/tables/grid.ts'
import { mentionsIn, type Reading } from './reading.ts'

/** The day that a cell of a column of dates names, ISO; null where it names none, or says that all is done. */
export function dueIn(reading: Reading, cell: Cell): string | null {
  // «6月28日已下架»: mended, nothing is due.
  if (/^已|[日月号]已/.test(cell.text)) return null
  const bare = MONTH_AND_DAY.exec(cell.text)
  if (bare) {
    const day = { month: Number(bare[1]), day: Number(bare[2]) }
    return resolveCalendar(day, reading.anchor, 'future')?.end ?? null
  }
  const time = mentionsIn(reading, 'time', cell.start, cell.end)[0]
  return time ? dueOf(reading, time.value).day : null
}

/** Is the day still to come when the notice is written? */
export const isAhead = (day: string, { anchor }: Reading): boolean =>
  anchor.date === null || day > anchor.date

/** «5.20»: in a column of dates. */
const MONTH_AND_DAY = /^(1[0-2]|0?[1-9])[./-](3[01]|[12]\d|0?[1-9])日?前?$/

/** The last day that still complies, counted from the notice's own date where it is relative. */
export function dueOf(
  reading: Reading,
  v: TimeValue,
): { day: string | null; relative: boolean; start?: number } {
  const { anchor } = reading
  if (v.duration) {
    if (!anchor.date) return { day: null, relative: true }
    return { day: after(anchor.date, v.duration.amount, v.duration.unit), relative: true }
  }
  if (v.dayOffset !== undefined)
    return { day: anchor.date ? addDays(anchor.date, v.dayOffset) : null, relative: true }
  if (v.weekday) {
    if (!anchor.date) return { day: null, relative: true }
    const monday = addDays(anchor.date, 1 - weekday(anchor.date) + v.weekday.week * 7)
    return { day: addDays(monday, (v.weekday.day ?? 7) - 1), relative: true }
  }
  const calendar = v.to ? { ...v.from, ...v.to } : v.from
  if (!calendar) return { day: null, relative: true }
  // «本季度» of a demand is the one that the notice is written in, not the one it is about.
  const range = resolveCalendar(calendar, { ...anchor, quarter: null }, 'future')
  return { day: range?.end ?? null, relative: false }
}

/** The day a length of time ends, the day of the event itself not counted; holidays and make-up days are the State Council's. */
function after(
  date: string,
  amount: number,
  unit: NonNullable<TimeValue['duration']>['unit'],
): string | null {
  if (unit === 'hour' || unit === 'minute') return farDay(date, Math.ceil(amount / 24))
  if (unit === 'day') return farDay(date, amount)
  if (unit === 'week') return farDay(date, amount * 7)
  if (unit === 'month' && amount < 1) return farDay(date, Math.round(amount * 30))
  if (unit === 'month' || unit === 'year')
    return farMonth(date, Math.round(amount * (unit === 'year' ? 12 : 1)))
  let day = date
  for (let n = 0; n < amount; ) {
    day = addDays(day, 1)
    const working = isWorkingDay(day)
    if (working === null) return null
    if (working) n++
  }
  return day
}
