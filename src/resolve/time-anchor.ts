import type { Calendar } from '../../grammars/date/values.ts'
import { addDays, daysInMonth, isoDate, isRealDate } from '../calendar.ts'

/** What the notice itself says of when it is: dates without a year are read against it. */
export interface TimeAnchor {
  /** The notice's own date (issued, else published), ISO. */
  date: string | null
  /** Year of the period it is about. */
  year: number | null
  quarter: number | null
}

interface DateRange {
  start: string
  end: string
}

const lastMonth = (c: Calendar, toward: 'past' | 'future'): number | undefined =>
  toward === 'past' ? (c.monthTo ?? (c.quarterTo && c.quarterTo * 3 - 2)) : undefined

/**
 * The days that a stretch of the calendar covers. A missing year is the notice's own; `toward` says on which side of the
 * notice's date a day without a year lies (a deadline after it, a check before it). Null where nothing tells the year.
 */
export function resolveCalendar(
  c: Calendar,
  anchor: TimeAnchor,
  toward: 'past' | 'future',
): DateRange | null {
  const base = anchor.date ? Number(anchor.date.slice(0, 4)) : anchor.year
  let year = c.year === undefined ? undefined : c.year < 100 ? 2000 + c.year : c.year
  if (c.yearOffset !== undefined && base !== null) year = base + c.yearOffset
  const month = c.monthOffset === undefined ? c.month : monthOfNotice(anchor, c.monthOffset)?.month
  const quarter = c.quarterOffset === undefined ? c.quarter : quarterOfNotice(anchor, c.quarterOffset)
  if (year === undefined && c.monthOffset !== undefined) year = monthOfNotice(anchor, c.monthOffset)?.year
  if (year === undefined && base !== null)
    year = yearFor(
      // «一至四季度», said in January, ended with the last of them.
      lastMonth(c, toward) ?? month ?? (quarter ? quarter * 3 - 2 : c.half === 2 ? 7 : undefined),
      c.day,
      base,
      anchor,
      toward,
    )
  if (year === undefined) return null
  return rangeIn(year, month ?? c.month, quarter ?? c.quarter, c)
}

function rangeIn(
  year: number,
  month: number | undefined,
  quarter: number | undefined,
  c: Calendar,
): DateRange | null {
  const { day } = c
  if (month !== undefined) {
    if (day !== undefined) {
      const last = c.dayTo ?? day
      return isRealDate(year, month, day) && isRealDate(year, month, last)
        ? { start: isoDate(year, month, day), end: isoDate(year, month, last) }
        : null
    }
    const until = c.monthTo ?? month
    const end = daysInMonth(year, until)
    if (c.tenDays)
      return {
        start: isoDate(year, month, [1, 11, 21][c.tenDays - 1]!),
        end: isoDate(year, month, c.tenDays === 3 ? end : c.tenDays * 10),
      }
    if (c.edge === 'start') return { start: isoDate(year, month, 1), end: isoDate(year, month, 10) }
    return { start: isoDate(year, month, c.edge === 'end' ? end : 1), end: isoDate(year, until, end) }
  }
  if (quarter !== undefined) {
    const until = (c.quarterTo ?? quarter) * 3
    const end = isoDate(year, until, daysInMonth(year, until))
    return { start: c.edge === 'end' ? end : isoDate(year, quarter * 3 - 2, 1), end }
  }
  if (c.half)
    return c.half === 1
      ? { start: `${year}-01-01`, end: `${year}-06-30` }
      : { start: `${year}-07-01`, end: `${year}-12-31` }
  if (day !== undefined) return null
  return {
    start: c.edge === 'end' ? `${year}-12-31` : `${year}-01-01`,
    end: c.edge === 'start' ? `${year}-01-31` : `${year}-12-31`,
  }
}

/** The year that puts a month on the right side of the notice's own date, a little slack allowed for late notices. */
function yearFor(
  month: number | undefined,
  day: number | undefined,
  base: number,
  anchor: TimeAnchor,
  toward: 'past' | 'future',
): number {
  if (month === undefined || !anchor.date) return anchor.year ?? base
  const own = Number(anchor.date.slice(5, 7))
  if (toward === 'past')
    return month > own || (month === own && (day ?? 1) > Number(anchor.date.slice(8)))
      ? month - own >= 1 && month - own <= 1 && day === undefined
        ? base
        : base - 1
      : base
  return own - month > 6 ? base + 1 : base
}

function monthOfNotice(anchor: TimeAnchor, offset: number): { year: number; month: number } | null {
  if (!anchor.date) return null
  const n = Number(anchor.date.slice(0, 4)) * 12 + Number(anchor.date.slice(5, 7)) - 1 + offset
  return { year: Math.floor(n / 12), month: (n % 12) + 1 }
}

function quarterOfNotice(anchor: TimeAnchor, offset: number): number | undefined {
  const own = anchor.quarter ?? (anchor.date ? Math.ceil(Number(anchor.date.slice(5, 7)) / 3) : undefined)
  return own === undefined ? undefined : ((own - 1 + offset + 4) % 4) + 1
}

export { addDays }
