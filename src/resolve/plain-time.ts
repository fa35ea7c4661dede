import type { Amounts, Clock, PlainValue, Unit, When } from '../../grammars/plain/when.ts'
import { addDays, daysInMonth, farDay, farMonth, isoDate, isRealDate, weekday } from '../calendar.ts'
import type { TableRow } from '../lexicon/tables.ts'
import { festivalDate, solarDate } from './festival-date.ts'
import { isWorkingDay } from './working-days.ts'

/** Days (YYYY-MM-DD), or minutes of them (YYYY-MM-DDThh:mm), both ends included. */
export interface Stretch {
  start: string
  end: string
}

type Festivals = ReadonlyMap<string, TableRow<'festivals'>>

/** What a time stands for, said on `today` (ISO); null where the text does not say enough. */
export function resolvePlain(value: PlainValue, today: string | null, festivals: Festivals): Stretch | null {
  if (value.kind === 'length') return today ? aroundToday(value, today) : null
  if (value.kind !== 'when') return null
  const from = resolveWhen(value.from, today, festivals)
  if (!from || !value.to) return from
  const to = resolveWhen(inherit(value.from, value.to), today, festivals)
  return to && to.end >= from.start ? { start: from.start, end: to.end } : null
}

/** «5月1日至3日»: what the second end leaves out is the first one's. */
function inherit(from: When, to: When): When {
  const sized: (keyof When)[] = [
    'year',
    'yearOffset',
    'half',
    'quarter',
    'month',
    'monthOffset',
    'day',
    'dayOffset',
    'weekday',
    'clock',
  ]
  const largest = sized.findIndex((k) => to[k] !== undefined)
  const date = sized.slice(0, Math.max(largest, 0))
  const kept = Object.fromEntries(date.flatMap((k) => (from[k] === undefined ? [] : [[k, from[k]]])))
  const week = to.weekday !== undefined && !to.weekOffset ? { weekOffset: from.weekOffset } : {}
  // «上午9点到11点» stays in the forenoon, «晚上8点到10点» in the evening.
  const part = to.clock && !to.part && from.part ? { part: from.part } : {}
  const own = to.dayOffset !== undefined || to.weekOffset ? {} : kept
  const festival = to.clock && from.festival ? { festival: from.festival } : {}
  return { ...own, ...to, ...week, ...part, ...festival } as When
}

function resolveWhen(w: When, today: string | null, festivals: Festivals): Stretch | null {
  const day = resolveDay(w, today, festivals)
  if (!day || (!w.clock && !w.part)) return day
  if (day.start !== day.end) return day
  if (!w.clock) {
    const [from, to] = PARTS[w.part!] ?? [0, 24]
    return { start: at(day.start, { hour: from, minute: 0 }), end: at(day.start, { hour: to, minute: 0 }) }
  }
  const point = at(day.start, inPart(w.clock, w.part))
  return { start: point, end: point }
}

/** Hours that a part of the day covers. */
const PARTS: Record<string, [number, number]> = {
  凌晨: [0, 6],
  清晨: [5, 8],
  清早: [5, 8],
  早晨: [6, 9],
  早上: [6, 9],
  早间: [6, 9],
  上午: [8, 12],
  中午: [11, 13],
  正午: [12, 12],
  午间: [11, 13],
  午后: [12, 18],
  下午: [12, 18],
  傍晚: [17, 19],
  晚上: [18, 24],
  晚间: [18, 24],
  夜里: [20, 24],
  夜间: [20, 24],
  深夜: [22, 24],
  半夜: [0, 3],
  午夜: [0, 0],
}

/** «下午三点» is 15:00, «晚上十二点» the day's end, «中午一点» 13:00. */
export function inPart(c: Clock, part: string | undefined): Clock {
  if (!part || c.hour > 12) return c
  if (/^(?:午后|下午|傍晚|晚|夜|深夜)/.test(part))
    return { ...c, hour: c.hour === 12 && !/^(?:午后|下午)/.test(part) ? 24 : (c.hour % 12) + 12 }
  if (/^(?:中午|正午|午间)/.test(part) && c.hour < 5) return { ...c, hour: c.hour + 12 }
  return c
}

function at(day: string, c: Clock): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const date = c.hour >= 24 ? addDays(day, 1) : day
  return `${date}T${two(c.hour % 24)}:${two(c.minute)}${c.second === undefined ? '' : `:${two(c.second)}`}`
}

function resolveDay(w: When, today: string | null, festivals: Festivals): Stretch | null {
  if (w.vague) return null
  if (w.now) return today ? one(today) : null
  if (w.decade !== undefined) {
    const [from, to] =
      w.edge === 'start' ? [0, 2] : w.edge === 'middle' ? [3, 6] : w.edge === 'end' ? [7, 9] : [0, 9]
    return { start: `${w.decade + from}-01-01`, end: `${w.decade + to}-12-31` }
  }
  if (w.century !== undefined) return { start: `${w.century}-01-01`, end: `${w.century + 99}-12-31` }
  if (w.dayOffset !== undefined) return today ? one(addDays(today, w.dayOffset)) : null
  if (w.weekOffset !== undefined) {
    if (!today) return null
    const monday = addDays(today, 1 - weekday(today) + w.weekOffset * 7)
    if (w.weekend) return { start: addDays(monday, 5), end: addDays(monday, 6) }
    return w.weekday ? one(addDays(monday, w.weekday - 1)) : { start: monday, end: addDays(monday, 6) }
  }
  const thisYear = today ? Number(today.slice(0, 4)) : undefined
  let year = w.year ?? (thisYear === undefined ? undefined : thisYear + (w.yearOffset ?? 0))
  if (year === undefined) return null
  const ownMonth = today ? Number(today.slice(5, 7)) : undefined
  let { month, quarter } = w
  if (w.monthOffset !== undefined) {
    if (ownMonth === undefined) return null
    const n = year * 12 + ownMonth - 1 + w.monthOffset
    year = Math.floor(n / 12)
    month = (n % 12) + 1
  }
  if (w.quarterOffset !== undefined) {
    if (ownMonth === undefined) return null
    const n = year * 4 + Math.ceil(ownMonth / 3) - 1 + w.quarterOffset
    year = Math.floor(n / 4)
    quarter = (n % 4) + 1
  }
  if (w.festival) {
    const day = festivalDate(festivals.get(w.festival)!, year)
    return day ? one(day) : null
  }
  if (w.lunar) {
    const day = solarDate(year, w.lunar.month, w.lunar.day, w.lunar.leap)
    return day ? one(day) : null
  }
  if (w.day !== undefined && month === undefined) month = ownMonth
  if (month !== undefined) return inMonth(year, month, w)
  if (w.day !== undefined) return null
  if (quarter !== undefined)
    return edged(months(year, quarter * 3 - 2, (w.quarterTo ?? quarter) * 3), w.edge, 'quarter')
  if (w.half) return w.half === 1 ? months(year, 1, 6) : months(year, 7, 12)
  if (w.season)
    return w.season === 4
      ? { start: isoDate(year, 12, 1), end: isoDate(year + 1, 2, daysInMonth(year + 1, 2)) }
      : months(year, w.season * 3, w.season * 3 + 2)
  if (w.clock || w.part)
    if (w.year === undefined && w.yearOffset === undefined) return today ? one(today) : null
  return edged(months(year, 1, 12), w.edge, 'year')
}

function inMonth(year: number, month: number, w: When): Stretch | null {
  if (w.nth) {
    const days = Array.from({ length: daysInMonth(year, month) }, (_, d) =>
      isoDate(year, month, d + 1),
    ).filter((d) => w.nth!.weekday === undefined || weekday(d) === w.nth!.weekday)
    const day = days.at(w.nth.n > 0 ? w.nth.n - 1 : w.nth.n)
    return day ? one(day) : null
  }
  if (w.day !== undefined) {
    const last = w.dayTo ?? w.day
    return isRealDate(year, month, w.day) && isRealDate(year, month, last) && last >= w.day
      ? { start: isoDate(year, month, w.day), end: isoDate(year, month, last) }
      : null
  }
  const until = w.monthTo ?? month
  if (until < month) return null
  const end = daysInMonth(year, until)
  if (w.tenDays)
    return {
      start: isoDate(year, month, w.tenDays * 10 - 9),
      end: isoDate(year, month, w.tenDays === 3 ? end : w.tenDays * 10),
    }
  return edged(months(year, month, until), w.edge, 'month')
}

const months = (year: number, from: number, to: number): Stretch => ({
  start: isoDate(year, from, 1),
  end: isoDate(year, to, daysInMonth(year, to)),
})
const one = (day: string): Stretch => ({ start: day, end: day })

/** A year's start and end are a quarter of it, a quarter's a month, a month's ten days. */
function edged(s: Stretch, edge: When['edge'], size: 'year' | 'quarter' | 'month'): Stretch {
  if (!edge) return s
  const year = Number(s.start.slice(0, 4))
  const first = Number(s.start.slice(5, 7))
  const last = Number(s.end.slice(5, 7))
  if (size === 'month')
    return edge === 'start'
      ? { start: s.start, end: addDays(s.start, 9) }
      : edge === 'middle'
        ? { start: addDays(s.start, 10), end: addDays(s.start, 19) }
        : { start: isoDate(year, last, 21), end: s.end }
  const width = size === 'year' ? 3 : 1
  if (edge === 'start') return months(year, first, first + width - 1)
  if (edge === 'end') return months(year, last - width + 1, last)
  return months(year, first + width, last - width)
}

/** «三天前» is a day, «近三年» and «三天内» a stretch that ends or starts today. */
function aroundToday(value: Extract<PlainValue, { kind: 'length' }>, today: string): Stretch | null {
  if (!value.toward) return null
  const sign = value.toward === 'past' ? -1 : 1
  const { length } = value
  const other = shifted(today, length.amounts, sign)
  if (!other) return null
  if (value.point) {
    const last = Object.keys(length.amounts).at(-1) as Unit
    const until =
      length.to === undefined ? other : shifted(today, { ...length.amounts, [last]: length.to }, sign)
    if (!until) return null
    return sign === 1 ? { start: other, end: until } : { start: until, end: other }
  }
  return value.toward === 'past' ? { start: other, end: today } : { start: today, end: other }
}

const MONTHS: Partial<Record<Unit, number>> = { month: 1, quarter: 3, year: 12 }

function shifted(today: string, amounts: Amounts, sign: 1 | -1): string | null {
  let day = today
  for (const [unit, n] of Object.entries(amounts) as [Unit, number | null][]) {
    if (n === null || unit === 'second' || unit === 'minute' || unit === 'hour') return null
    const per = MONTHS[unit]
    if (per !== undefined) {
      const whole = n * per
      const far = farMonth(day, sign * Math.trunc(whole))
      if (far === null) return null
      day = whole % 1 ? addDays(far, sign * Math.round((whole % 1) * 30)) : far
    } else if (unit === 'workday') {
      for (let left = n; left > 0; ) {
        day = addDays(day, sign)
        const working = isWorkingDay(day)
        if (working === null) return null
        if (working) left--
      }
    } else {
      const far = farDay(day, sign * Math.round(n * (unit === 'week' ? 7 : 1)))
      if (far === null) return null
      day = far
    }
  }
  return day
}
