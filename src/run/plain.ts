import type { Amounts, Clock, Length, PlainValue, Unit, When } from '../../grammars/plain/when.ts'
import type { Kit } from '../kit.ts'
import { onceFor } from '../once.ts'
import { type PlainMention, PlainReader } from '../parse/plain.ts'
import { inPart } from '../resolve/plain-clock.ts'
import { resolvePlain } from '../resolve/plain-time.ts'
import type { Stretch } from '../resolve/stretch.ts'

/** What a plain sentence names. `value` is null where the text, or the want of a reference date, does not settle it; `reason` says which. */
interface PlainFound {
  kind: 'date' | 'time' | 'period' | 'duration' | 'recurrence' | 'number' | 'ratio' | 'ordinal'
  start: number
  end: number
  /**
   * ISO 8601: a date «2024-05-01» (without its year «--05-01», without its month «---15»), a month, a year, an interval
   * «2024-05-01/2024-05-03», a time of day «T09:30», a duration «P3D»; a number; a share as 0…1.
   */
  value: string | number | null
  /** The other end of a range of numbers. */
  to?: number
  /** On which side of the figure the truth lies: = ~ > < >= <= */
  operator?: string
  /**
   * On which side of what is named the time lies: «2018年以前» before, «6月之后» after, «三天内» within, «自2018年»,
   * «2018年起» since, «截至6月» until. `resolved` is the time named.
   */
  bound?: Bound
  /** What is counted, as written; of a ratio: share, points (of percent) or discount. */
  unit?: string
  resolved: Stretch | null
  reason?: string
}

const festivalsOf = onceFor((kit: Kit) => new Map(kit.tables.festivals.map((f) => [f.name, f])))
const readerOf = onceFor(
  (kit: Kit) =>
    new PlainReader([...festivalsOf(kit).keys()], new Map(kit.tables.eras.map((e) => [e.era, e.first]))),
)

type Bound = 'before' | 'after' | 'within' | 'since' | 'until'

/** Times, lengths, figures and shares of a sentence; relative ones are counted from `now` (ISO, a day or a day with its clock). */
export function plainMentions(text: string, now: string | null, kit: Kit): PlainFound[] {
  const festivals = festivalsOf(kit)
  return inContext(text, readerOf(kit).find(text)).map((m) => {
    const found = told(m, resolvePlain(m.value, now, festivals), now)
    const bound = m.value.kind === 'when' ? boundOf(m, m.value, text) : undefined
    return bound ? { ...found, bound } : found
  })
}

/** «9月10号,11号», «2015年3月和5月», «每月1号和15号»: what a list leaves out is its first one's. */
function inContext(text: string, mentions: PlainMention[]): PlainMention[] {
  let before: { end: number; when: When; every?: Length } | null = null
  return mentions.map((m) => {
    const { value } = m
    const last = before
    before = null
    const listed = last !== null && /^ ?[、,，和与及] ?$/.test(text.slice(last.end, m.start))
    if (value.kind === 'recurrence') {
      if (value.at && !value.until && !value.nth) before = { end: m.end, when: value.at, every: value.every }
      return m
    }
    if (value.kind !== 'when' || value.to) return m
    let { from } = value
    if (listed && last.every) {
      if (!sameKind(last.when, from)) return m
      before = { ...last, end: m.end }
      return { ...m, value: { kind: 'recurrence', every: last.every, at: from } }
    }
    if (listed) {
      const open = (from.year ?? from.yearOffset) === undefined
      if (from.day !== undefined && (from.month ?? from.monthOffset) === undefined && open)
        from = { ...kept(last.when, ['year', 'yearOffset', 'month', 'monthOffset']), ...from }
      else if (from.month !== undefined && open)
        from = { ...kept(last.when, ['year', 'yearOffset']), ...from }
    }
    before = { end: m.end, when: from }
    return { ...m, value: { ...value, from } }
  })
}

/** Two days of the month, of the week or of the year, or two hours. */
const sameKind = (a: When, b: When): boolean =>
  (['month', 'day', 'weekday', 'clock'] as const).every((k) =>
    k === 'clock'
      ? a.day !== undefined || a.weekday !== undefined || b.clock !== undefined
      : (a[k] === undefined) === (b[k] === undefined),
  ) &&
  !b.weekOffset &&
  (b.year ?? b.yearOffset ?? b.monthOffset ?? b.dayOffset) === undefined

const kept = (w: When, keys: readonly (keyof When)[]): When =>
  Object.fromEntries(keys.flatMap((k) => (w[k] === undefined ? [] : [[k, w[k]]])))

const BOUNDS: Record<string, Bound> = {
  前: 'before',
  之前: 'before',
  以前: 'before',
  此前: 'before',
  后: 'after',
  之后: 'after',
  以后: 'after',
  过后: 'after',
  内: 'within',
  之内: 'within',
  以内: 'within',
  以来: 'since',
  来: 'since',
}

function boundOf(
  m: PlainMention,
  { bound, to }: { bound?: string; to?: When },
  text: string,
): Bound | undefined {
  if (bound) return BOUNDS[bound]
  const before = text.slice(Math.max(m.start - 3, 0), m.start)
  if (/(?:截止?[至到]?|截至)$/.test(before)) return 'until'
  if (to) return undefined
  return /自从?$/.test(before) || /^(?:起|开始)/.test(text.slice(m.end, m.end + 2)) ? 'since' : undefined
}

function told(
  { start, end, value: v }: PlainMention,
  resolved: Stretch | null,
  now: string | null,
): PlainFound {
  const today = now
  const base = { start, end, resolved: null }
  if (v.kind === 'number')
    return {
      ...base,
      kind: 'number',
      value: v.value,
      ...(v.to !== undefined && { to: v.to }),
      operator: v.operator,
      ...(v.unit && { unit: v.unit }),
      ...(v.vague && { reason: 'a vague number, no figure' }),
    }
  if (v.kind === 'ratio')
    return {
      ...base,
      kind: 'ratio',
      value: v.value,
      ...(v.to !== undefined && { to: v.to }),
      operator: v.operator,
      unit: v.unit,
    }
  if (v.kind === 'ordinal')
    return { ...base, kind: 'ordinal', value: v.value, ...(v.to !== undefined && { to: v.to }) }
  if (v.kind === 'recurrence') return { ...base, kind: 'recurrence', value: recurrence(v) }
  if (v.kind === 'length') {
    const duration = isoDuration(v.length)
    const why =
      duration === null
        ? { reason: 'the text does not say how many' }
        : resolved || !v.toward
          ? {}
          : waits(today)
    const side = v.operator ? { operator: v.operator } : {}
    if (!v.toward) return { ...base, kind: 'duration', value: duration, ...side, ...why }
    return {
      ...base,
      kind: v.point ? (within(v.length) ? 'time' : 'date') : 'period',
      value: resolved ? interval(resolved) : duration && (v.toward === 'past' ? `-${duration}` : duration),
      resolved,
      ...why,
    }
  }
  const clock = v.from.clock !== undefined || v.from.part !== undefined || v.to?.clock !== undefined
  const kind = clock
    ? 'time'
    : (resolved ? resolved.start === resolved.end : isDay(v.from) && !v.to)
      ? 'date'
      : 'period'
  const dated = v.from.year !== undefined && v.from.month !== undefined && v.from.day !== undefined
  const stated = dated && !resolved ? null : v.to ? partialRange(v.from, v.to) : partial(v.from)
  return {
    ...base,
    kind,
    value: resolved ? (isWhole(v) && stated ? stated : interval(resolved)) : stated,
    resolved,
    ...(resolved
      ? {}
      : v.from.vague
        ? { reason: 'a vague time, no days are said' }
        : v.from.lunar && (today || v.from.year !== undefined)
          ? { reason: 'no such lunar day, or a year outside 1901–2099' }
          : today
            ? { reason: 'no such day, or not enough is said' }
            : waits(today)),
  }
}

/** Is it a length within a day? */
const within = ({ amounts }: Length): boolean =>
  amounts.hour !== undefined || amounts.minute !== undefined || amounts.second !== undefined

const waits = (now: string | null) =>
  now
    ? {
        reason:
          now.length === 10 ? 'counted from a time of day that --date would give' : 'not enough is said',
      }
    : { reason: 'counted from a day that --date would give' }

const interval = (s: Stretch): string => (s.start === s.end ? s.start : `${s.start}/${s.end}`)
const two = (n: number): string => String(n).padStart(2, '0')

/** A year, a month or a quarter said with its year keeps its short form: 2024, 2024-05, 2024-Q3. */
const isWhole = (v: Extract<PlainValue, { kind: 'when' }>): boolean =>
  !v.to && v.from.year !== undefined && v.from.clock?.hourTo === undefined
const isDay = (w: When): boolean =>
  w.dayTo === undefined &&
  w.weekdayTo === undefined &&
  (w.day !== undefined ||
    w.dayOffset !== undefined ||
    w.weekday !== undefined ||
    w.festival !== undefined ||
    (w.nth !== undefined && !w.nth.week && !w.nth.weekend) ||
    w.lunar?.day !== undefined)

/** What is said without a reference date; null where only that would tell. */
function partial(w: When): string | null {
  const clock = w.clock ? clockText(w) : w.part ? null : ''
  if (clock === null) return null
  const date = partialDate(w)
  return date === null ? null : `${date}${clock}` || null
}

function clockText(w: When): string {
  const { hourTo, ...first } = w.clock!
  const told = (clock: Clock) => {
    const c = inPart(clock, w.part)
    return `T${two(c.hour)}:${two(c.minute)}${c.second === undefined ? '' : `:${two(c.second)}`}`
  }
  return told(first) + (hourTo === undefined ? '' : `/${told({ ...first, hour: hourTo })}`)
}

function partialDate(w: When): string | null {
  const relative = w.yearOffset ?? w.monthOffset ?? w.quarterOffset ?? w.weekOffset ?? w.dayOffset
  if (
    relative !== undefined ||
    w.festival ||
    w.lunar ||
    w.nth ||
    w.shift ||
    w.now ||
    w.vague ||
    w.edge ||
    w.tenDays ||
    w.season ||
    w.monthTo ||
    w.quarterTo ||
    w.dayTo
  )
    return null
  const year = w.year === undefined ? '' : String(w.year).padStart(4, '0')
  if (w.month !== undefined)
    return `${year || '-'}-${two(w.month)}${w.day === undefined ? '' : `-${two(w.day)}`}`
  if (w.day !== undefined) return `---${two(w.day)}`
  if (w.quarter) return year && `${year}-Q${w.quarter}`
  if (w.half) return year && `${year}-H${w.half}`
  return year
}

function partialRange(from: When, to: When): string | null {
  const [a, b] = [partial(from), partial(to)]
  return a && b ? `${a}/${b}` : null
}

const LETTERS: [Unit, string, boolean][] = [
  ['year', 'Y', false],
  ['month', 'M', false],
  ['week', 'W', false],
  ['day', 'D', false],
  ['hour', 'H', true],
  ['minute', 'M', true],
  ['second', 'S', true],
]

/** P1Y3M, P2W, PT1.5H; working days, which ISO 8601 has no letter for, as P5BD; a quarter is P3M. */
function isoDuration({ amounts: length, to, until }: Length): string | null {
  if (until) {
    const ends = [isoDuration({ amounts: length }), isoDuration({ amounts: until })]
    return ends.includes(null) ? null : ends.join('/')
  }
  if (to !== undefined) {
    const last = Object.keys(length).at(-1) as Unit
    return `${isoDuration({ amounts: length })}/${isoDuration({ amounts: { ...length, [last]: to } })}`
  }
  if (Object.values(length).some((n) => n === null)) return null
  if (length.workday !== undefined) return `P${length.workday}BD`
  const whole: Amounts =
    length.quarter === undefined ? length : { ...length, month: (length.month ?? 0) + length.quarter! * 3 }
  const part = (clock: boolean) =>
    LETTERS.flatMap(([unit, letter, time]) =>
      time === clock && whole[unit] !== undefined ? [`${whole[unit]}${letter}`] : [],
    ).join('')
  const time = part(true)
  return `P${part(false)}${time && `T${time}`}`
}

/** Spring is March to May, and so on. */
const season = (n: number | undefined): string | undefined =>
  n === undefined ? undefined : `--${two(n * 3)}/--${two(((n * 3 + 1) % 12) + 1)}`

/** R/P1W with what of it is meant: «每周五» R/P1W@W5, «每月15日» R/P1M@---15, «每季度最后一个月» R/P3M@-1M. */
function recurrence(v: Extract<PlainValue, { kind: 'recurrence' }>): string {
  const at =
    v.at &&
    (v.at.weekday
      ? `W${v.at.weekday}${v.at.clock ? clockText(v.at) : ''}`
      : v.at.weekend
        ? 'W6/W7'
        : (v.at.festival ?? season(v.at.season) ?? partial(v.at)))
  const nth = v.nth && `${v.nth.n}${LETTERS.find(([u]) => u === v.nth!.unit)?.[1] ?? v.nth.unit}`
  const which = [nth, at].filter(Boolean).join('@')
  // «晚上8点到9点»: the second hour is in the evening too.
  const until =
    v.until &&
    partial(v.until.clock && !v.until.part && v.at?.part ? { ...v.until, part: v.at.part } : v.until)
  return `R/${isoDuration(v.every)}${which ? `@${which}` : ''}${until ? `/${until}` : ''}`
}
