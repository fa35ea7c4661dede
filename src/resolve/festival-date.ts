import days from 'chinese-days'
import { addDays, isoDate, weekday } from '../calendar.ts'
import type { TableRow } from '../lexicon/tables.ts'
import type { Stretch } from './stretch.ts'

/** Years whose lunar months and solar terms the calendar package knows. */
const FIRST_YEAR = 1901
const LAST_YEAR = 2099

/** The day of a lunar date; null outside 1901–2099 and where that year has no such (leap) month. */
export function solarDate(year: number, month: number, day: number, leap = false): string | null {
  if (year < FIRST_YEAR || year > LAST_YEAR) return null
  const found = days.getSolarDateFromLunar(isoDate(year, month, Math.max(day, 1)))
  const date = leap ? found.leapMonthDate : found.date
  if (!date) return null
  return day === 0 ? addDays(date, -1) : date
}

/** The days of a lunar month; null where that year has no such (leap) month. */
export function lunarMonth(year: number, month: number, leap: boolean): Stretch | null {
  const start = solarDate(year, month, 1, leap)
  if (!start) return null
  const thirtieth = addDays(start, 29)
  return { start, end: days.getLunarDate(thirtieth).lunarDay === 1 ? addDays(start, 28) : thirtieth }
}

/** Easter Sunday of the western churches, by the rule of 1961 in Meeus, Astronomical Algorithms. */
function easter(year: number): string {
  const golden = year % 19
  const [century, rest] = [Math.floor(year / 100), year % 100]
  const leaps = Math.floor(century / 4)
  const epact = (19 * golden + century - leaps - Math.floor((8 * century + 13) / 25) + 15) % 30
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7
  const days = epact + sunday - 7 * Math.floor((golden + 11 * epact + 19 * sunday) / 433)
  const month = Math.floor((days + 90) / 25)
  return isoDate(year, month, (days + 33 * month + 19) % 32)
}

/** The day that a festival falls on in a year. */
export function festivalDate(f: TableRow<'festivals'>, year: number): string | null {
  if (f.calendar === 'solar') return isoDate(year, f.month, Number(f.day))
  if (f.calendar === 'lunar') return solarDate(year, f.month, Number(f.day))
  if (f.calendar === 'term') {
    if (year < FIRST_YEAR || year > LAST_YEAR) return null
    const month = isoDate(year, f.month, 1)
    return days.getSolarTerms(month, addDays(month, 27)).find((x) => x.name === f.day)?.date ?? null
  }
  if (f.calendar === 'easter') return addDays(easter(year), Number(f.day))
  const [nth, day] = f.day.split('-').map(Number) as [number, number]
  const first = isoDate(year, f.month, 1)
  return addDays(first, ((day - weekday(first) + 7) % 7) + (nth - 1) * 7)
}
