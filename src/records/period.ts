import type { Calendar } from '../../grammars/date/values.ts'
import type { Kit } from '../kit.ts'
import { saying } from '../lexicon/phrases.ts'
import type { Mention, MentionOf } from '../parse/mentions.ts'
import { resolveCalendar, type TimeAnchor } from '../resolve/time-anchor.ts'
import type { Outline } from '../segment/segment.ts'
import type { Notice } from './schema.ts'

type Period = NonNullable<Notice['period']>

const ABOUT = saying((any) => new RegExp(`${any('looks', 'titled', 'media', 'site')}|工作`))
const OF_CHECK = saying((any) => new RegExp(`^[^,。]{0,16}(?:${any('looks')}|通报|运行)情况`))

/** The inspected period: the title's, else the first stated in the body that the notice is about. */
export function periodOf(
  { outline, mentions, kit }: { outline: Outline; mentions: readonly Mention[]; kit: Kit },
  text: string,
  date: string | null,
): { value: Period; start: number; end: number } | null {
  const spans: { start: number; end: number }[] = []
  if (outline.title) spans.push(outline.title)
  for (const m of outline.metadata) if (m.field === 'title') spans.push(m)
  for (const p of outline.passages.filter((p) => p.annex === 0).slice(0, 3))
    spans.push({ start: p.start, end: Math.min(p.end, p.start + 400) })
  for (const g of outline.grids.slice(0, 1)) spans.push({ start: Math.max(0, g.start - 80), end: g.start })
  const anchor: TimeAnchor = { date, year: yearNamed(mentions), quarter: null }
  for (const [k, span] of spans.entries()) {
    const times = mentions.filter(
      (m): m is MentionOf<'time'> => m.kind === 'time' && m.start >= span.start && m.end <= span.end,
    )
    const isTitle = k === 0 && outline.title !== null
    const found = pick(times, isTitle, text, kit)
    if (!found) continue
    const value = periodLabel(found.calendar, anchor)
    if (value) return { value, start: found.start, end: found.end }
  }
  return null
}

/** The first stretch that is a quarter, half, month, round or year; a year on its own goes with a part named after it. */
function pick(
  times: readonly MentionOf<'time'>[],
  isTitle: boolean,
  text: string,
  kit: Kit,
): { calendar: Calendar; start: number; end: number } | null {
  const own = times.filter(
    (t) => t.value.from && !t.value.bound && !(t.value.to && t.value.from.day !== undefined),
  )
  const isPart = (c: Calendar) =>
    c.quarter !== undefined ||
    c.half !== undefined ||
    c.round !== undefined ||
    c.quarterOffset === 0 ||
    (c.month !== undefined && c.day === undefined && !c.tenDays && !c.edge)
  for (const t of own) {
    const c = t.value.from!
    if (!isPart(c) || c.edge) continue
    const about = text.slice(t.end, t.end + 24)
    const before = text.slice(Math.max(0, t.start - 6), t.start)
    // «第一次全国政府网站普查» is what it is called.
    if (c.round !== undefined && c.year === undefined && about.startsWith('全国')) continue
    if (!isTitle && (/(?:较|比|与|去年|截至|截止|至)$/.test(before) || !ABOUT(kit).test(about))) continue
    if (
      !isTitle &&
      c.month !== undefined &&
      c.quarter === undefined &&
      !/份/.test(text.slice(t.start, t.end)) &&
      !OF_CHECK(kit).test(about)
    )
      continue
    const year = own
      .map((o) => o.value.from!)
      .find((from) => from !== c && from.year !== undefined && Object.keys(from).length === 1)?.year
    const calendar = {
      ...c,
      ...(c.year === undefined && year !== undefined && { year }),
      ...(t.value.to?.month !== undefined && c.month !== undefined && { monthTo: t.value.to.month }),
    }
    return { calendar, start: t.start, end: t.end }
  }
  if (!isTitle) return null
  const year = own.find(
    (t) =>
      (t.value.from!.year !== undefined || t.value.from!.yearOffset !== undefined) &&
      t.value.from!.month === undefined,
  )
  return year ? { calendar: year.value.from!, start: year.start, end: year.end } : null
}

/** «2021Q1», «2021-03», «2021» and its days; null where nothing says the year. */
export function periodLabel(c: Calendar, anchor: TimeAnchor): Period | null {
  const range = resolveCalendar(
    c.round !== undefined
      ? {
          ...(c.year !== undefined && { year: c.year }),
          ...(c.yearOffset !== undefined && { yearOffset: c.yearOffset }),
          wholeYear: true,
        }
      : c,
    anchor,
    'past',
  )
  if (!range) return null
  const year = range.start.slice(0, 4)
  const { start, end } = range
  const whole = { start, end }
  if (c.round !== undefined && c.quarter === undefined) return { label: `${year}#${c.round}`, ...whole }
  if ((c.quarter !== undefined || c.quarterOffset !== undefined) && c.quarterTo === undefined)
    return { label: `${year}Q${Math.ceil(Number(start.slice(5, 7)) / 3)}`, ...whole }
  if (c.half) return { label: `${year}H${c.half}`, ...whole }
  if (c.month !== undefined && c.monthTo === undefined) return { label: start.slice(0, 7), ...whole }
  const wholeYear = start.endsWith('-01-01') && end.endsWith('-12-31')
  if ((c.monthTo !== undefined || c.quarterTo !== undefined) && !wholeYear)
    return { label: `${start}/${end}`, ...whole }
  return { label: year, ...whole }
}

/** The first year of this century that is named. */
export function yearNamed(mentions: readonly Mention[]): number | null {
  for (const m of mentions)
    if (m.kind === 'time' && m.value.from?.year !== undefined && m.value.from.year > 2000)
      return m.value.from.year
  return null
}
