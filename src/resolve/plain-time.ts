import type { PlainValue, When } from '../../grammars/plain/when.ts'
import { addDays, daysInMonth, isoDate, isRealDate, weekday } from '../calendar.ts'
import type { TableRow } from '../lexicon/tables.ts'
import { festivalDate, lunarMonth, solarDate } from './festival-date.ts'
import { atClock } from './plain-clock.ts'
import { fromNow } from './plain-length.ts'
import type { Stretch } from './stretch.ts'

type Festivals = ReadonlyMap<string, TableRow<'festivals'>>

/**
 * What a time stands for, said at `now` (ISO, a day or a day with its clock); null where the text does not say enough.
 */
export function resolvePlain(value: PlainValue, now: string | null, festivals: Festivals): Stretch | null {
  if (value.kind === 'length') return now ? fromNow(value, now) : null
  if (value.kind !== 'when') return null
  const from = resolveWhen(value.from, now, festivals)
  if (!from || !value.to) return from
  const inherited = inherit(value.from, value.to)
  const to = resolveWhen(inherited, now, festivals)
  if (!to || to.end >= from.start) return to && { start: from.start, end: to.end }
  const later = resolveLater(value.to, inherited, value.from, from, now, festivals)
  return later && later.end >= from.start ? { start: from.start, end: later.end } : null
}

/** «12月至1月», «周六到周一», «晚上11点到凌晨2点»: an end before its start is the next such one. */
function resolveLater(
  said: When,
  to: When,
  start: When,
  from: Stretch,
  now: string | null,
  festivals: Festivals,
): Stretch | null {
  if (said.year !== undefined || said.yearOffset !== undefined) return null
  if (said.month !== undefined || said.festival || said.lunar)
    return resolveWhen(
      to.year === undefined ? { ...to, yearOffset: (to.yearOffset ?? 0) + 1 } : { ...to, year: to.year + 1 },
      now,
      festivals,
    )
  if (said.weekday !== undefined && !said.weekOffset)
    return resolveWhen({ ...to, weekOffset: (to.weekOffset ?? 0) + 1 }, now, festivals)
  if (said.day !== undefined && said.monthOffset === undefined) {
    if (to.month === undefined)
      return resolveWhen({ ...to, monthOffset: (to.monthOffset ?? 0) + 1 }, now, festivals)
    const year = to.month === 12 ? { yearOffset: (to.yearOffset ?? 0) + 1 } : {}
    return resolveWhen({ ...to, ...year, month: (to.month % 12) + 1 }, now, festivals)
  }
  if (said.dayOffset !== undefined || !(said.clock || said.part)) return null
  // «9点到5点» is five in the afternoon, unless a clock of 24 hours is read.
  const { part: _, ...bare } = to
  if (
    said.clock &&
    !said.part &&
    !said.clock.settled &&
    said.clock.hour < 12 &&
    (start.clock?.hour ?? 0) <= 12
  ) {
    const noon = { ...said.clock, hour: said.clock.hour + 12 }
    const later = resolveWhen({ ...bare, clock: noon }, now, festivals)
    if (later && later.end > from.start) return later
  }
  const clock = resolveWhen(said.part ? to : bare, now, festivals)
  if (!clock) return null
  const next = (t: string) => addDays(t.slice(0, 10), 1) + t.slice(10)
  return { start: next(clock.start), end: next(clock.end) }
}

/** «5月1日至3日»: what the second end leaves out is the first one's. */
function inherit(from: When, to: When): When {
  const sized: (keyof When)[] = [
    'year',
    'yearOffset',
    'half',
    'quarter',
    'festival',
    'lunar',
    'month',
    'monthOffset',
    'day',
    'dayOffset',
    'weekOffset',
    'weekday',
    'clock',
  ]
  const largest = sized.findIndex((k) => to[k] !== undefined && !(k === 'weekOffset' && to[k] === 0))
  const coarser = sized.slice(0, largest < 0 ? (to.part ? sized.length - 1 : 0) : largest)
  const kept = Object.fromEntries(coarser.flatMap((k) => (from[k] === undefined ? [] : [[k, from[k]]])))
  const dated = to.dayOffset !== undefined || Boolean(to.weekOffset)
  // «上午9点到11点» stays in the forenoon, «晚上8点到10点» in the evening.
  const bare = to.clock && !to.part && (to.day ?? to.dayOffset ?? to.weekday) === undefined
  const part = bare && from.part ? { part: from.part } : {}
  const week = to.weekday !== undefined ? { weekOffset: to.weekOffset || (from.weekOffset ?? 0) } : {}
  return { ...(dated ? {} : kept), ...to, ...week, ...part } as When
}

function resolveWhen(w: When, now: string | null, festivals: Festivals): Stretch | null {
  if (w.now && now && now.length > 10) return { start: now, end: now }
  const day = shifted(resolveDay(w, now?.slice(0, 10) ?? null, festivals), w.shift)
  if (!day || (!w.clock && !w.part) || day.start !== day.end) return day
  return atClock(day.start, w)
}

/** «春节前一天» is a day, «春节前三天» are three. */
function shifted(day: Stretch | null, by: number | undefined): Stretch | null {
  if (!day || !by) return day
  return by < 0
    ? { start: addDays(day.start, by), end: addDays(day.start, -1) }
    : { start: addDays(day.end, 1), end: addDays(day.end, by) }
}

function resolveDay(w: When, today: string | null, festivals: Festivals): Stretch | null {
  if (w.vague) return null
  if (w.now) return today ? one(today) : null
  if (w.decade !== undefined) {
    const [from, to] =
      w.edge === 'start' ? [0, 2] : w.edge === 'middle' ? [3, 6] : w.edge === 'end' ? [7, 9] : [0, 9]
    return { start: `${w.decade + from}-01-01`, end: `${w.decade + to}-12-31` }
  }
  if (w.century !== undefined) {
    const [from, to] =
      w.edge === 'start' ? [0, 19] : w.edge === 'middle' ? [40, 59] : w.edge === 'end' ? [80, 99] : [0, 99]
    return { start: isoDate(w.century + from, 1, 1), end: isoDate(w.century + to, 12, 31) }
  }
  if (w.dayOffset !== undefined) return today ? one(addDays(today, w.dayOffset)) : null
  if (w.weekOffset !== undefined) {
    if (!today) return null
    const monday = addDays(today, 1 - weekday(today) + w.weekOffset * 7)
    if (w.weekend) return { start: addDays(monday, 5), end: addDays(monday, 6) }
    if (!w.weekday) return { start: monday, end: addDays(monday, 6) }
    return { start: addDays(monday, w.weekday - 1), end: addDays(monday, (w.weekdayTo ?? w.weekday) - 1) }
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
    const { month, day, leap } = w.lunar
    if (day === undefined) return thirdOf(lunarMonth(year, month, leap), w.edge)
    const found = solarDate(year, month, day, leap)
    return found ? one(found) : null
  }
  if (w.nth && month === undefined) return said(w) ? inYear(year, w.nth) : null
  if (w.day !== undefined && month === undefined) {
    month = ownMonth
    // «30日», said in February, is March's.
    if (
      ownMonth !== undefined &&
      w.yearOffset === undefined &&
      !isRealDate(year, ownMonth, w.day) &&
      w.day <= 31
    )
      return resolveDay({ ...w, monthOffset: 1 }, today, festivals)
  }
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

const said = (w: When): boolean => w.year !== undefined || w.yearOffset !== undefined

/** Weeks of a year are those of ISO 8601: the first has its first Thursday. */
function inYear(year: number, { n, week, weekday: day }: NonNullable<When['nth']>): Stretch | null {
  if (day !== undefined) return null
  const [first, last] = week
    ? [isoDate(year, 1, 4), isoDate(year, 12, 28)]
    : [isoDate(year, 1, 1), isoDate(year, 12, 31)]
  const start = n > 0 ? addDays(first, (n - 1) * (week ? 7 : 1)) : addDays(last, (n + 1) * (week ? 7 : 1))
  if (start < first || start > last) return null
  if (!week) return one(start)
  const monday = addDays(start, 1 - weekday(start))
  return { start: monday, end: addDays(monday, 6) }
}

function inMonth(year: number, month: number, w: When): Stretch | null {
  if (w.nth?.week) {
    // Weeks of a month are counted from its first Monday.
    const first = isoDate(year, month, 1)
    const monday = addDays(first, (8 - weekday(first)) % 7)
    const last = isoDate(year, month, daysInMonth(year, month))
    const start = w.nth.n > 0 ? addDays(monday, (w.nth.n - 1) * 7) : addDays(last, 1 - weekday(last))
    return start.slice(0, 7) === first.slice(0, 7) ? { start, end: addDays(start, 6) } : null
  }
  if (w.nth) {
    const days = Array.from({ length: daysInMonth(year, month) }, (_, d) =>
      isoDate(year, month, d + 1),
    ).filter((d) => w.nth!.weekday === undefined || weekday(d) === w.nth!.weekday)
    const day = days.at(w.nth.n > 0 ? w.nth.n - 1 : w.nth.n)
    return day ? { start: day, end: w.nth.weekend ? addDays(day, 1) : day } : null
  }
  if (w.day !== undefined) {
    const last = w.dayTo ?? w.day
    // «12号到3号» ends in the next month.
    const [y, m] = last >= w.day ? [year, month] : month === 12 ? [year + 1, 1] : [year, month + 1]
    return isRealDate(year, month, w.day) && isRealDate(y, m, last)
      ? { start: isoDate(year, month, w.day), end: isoDate(y, m, last) }
      : null
  }
  const until = w.monthTo ?? month
  if (until < month)
    return { start: isoDate(year, month, 1), end: isoDate(year + 1, until, daysInMonth(year + 1, until)) }
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

/** Ten days of a lunar month. */
function thirdOf(s: Stretch | null, edge: When['edge']): Stretch | null {
  if (!s || !edge) return s
  if (edge === 'start') return { start: s.start, end: addDays(s.start, 9) }
  return edge === 'middle'
    ? { start: addDays(s.start, 10), end: addDays(s.start, 19) }
    : { start: addDays(s.start, 20), end: s.end }
}
