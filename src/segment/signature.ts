import type { Kit } from '../kit.ts'
import { saying } from '../lexicon/phrases.ts'
import type { Mention, MentionOf } from '../parse/mentions.ts'
import type { Line, Span } from './line.ts'
import { firstFrom, tight, trimmed } from './line.ts'

export interface Signature extends Span {
  agencies: { text: string; start: number; end: number }[]
  date: MentionOf<'time'> | null
  /** Indices of its lines. */
  first: number
  last: number
}

const AGENCY = saying((any) => new RegExp(`${any('agency')}(?:\\((?:代章|章|印章)\\))?$`))

/** The last lines of the notice proper: one or two agencies and a date, in whatever way they share lines. */
export function findSignature(
  text: string,
  lines: readonly Line[],
  from: number,
  until: number,
  mentions: readonly Mention[],
  kit: Kit,
): Signature | null {
  // A date alone is one where no agency stands over another: else it is the last cell of a table.
  let alone: Signature | null = null
  for (let i = until - 1; i >= from; i--) {
    const line = lines[i]!
    const date = dateIn(line, mentions)
    if (!date) continue
    const before = trimmed(text, line.start, date.start)
    const own = text.slice(before.start, before.end)
    if (own && !isAgency(own, kit)) continue
    const agencies = own ? [{ text: tight(own), ...before }] : []
    let first = i
    for (let k = i - 1; k >= Math.max(from, i - 2) && agencies.length < 2; k--) {
      if (!isAgency(lines[k]!.text, kit)) break
      agencies.unshift(...splitAgencies(lines[k]!))
      first = k
    }
    const found = { agencies, date, first, last: i, start: lines[first]!.start, end: line.end }
    if (agencies.length > 0) return found
    if (i >= from + (until - from) / 2) alone ??= found
  }
  return alone ?? glued(text, lines, from, until, mentions, kit)
}

/** A page that lost its line breaks ends in «…办公室2017年9月20日(此件公开发布)» on the line of its last sentence. */
function glued(
  text: string,
  lines: readonly Line[],
  from: number,
  until: number,
  mentions: readonly Mention[],
  kit: Kit,
): Signature | null {
  for (let i = until - 1; i >= Math.max(from, until - 3); i--) {
    const line = lines[i]!
    const date = mentions.findLast(
      (m): m is MentionOf<'time'> =>
        m.kind === 'time' &&
        m.start >= line.start &&
        m.end <= line.end &&
        m.value.from?.day !== undefined &&
        m.value.from.year !== undefined,
    )
    if (!date || !/^[\s(（]{0,20}(?:\([^)]{0,200}\)\s{0,20})?$/.test(text.slice(date.end, line.end))) continue
    const agency = /[\u4e00-\u9fff]{4,30}$/.exec(text.slice(line.start, date.start).trimEnd())
    if (!agency || !isAgency(agency[0], kit)) continue
    const end = line.start + text.slice(line.start, date.start).trimEnd().length
    return {
      agencies: [{ text: agency[0], start: end - agency[0].length, end }],
      date,
      first: i + 1,
      last: i,
      start: end - agency[0].length,
      end: date.end,
    }
  }
  return null
}

/** The date that a line consists of, brackets such as (此件公开发布) aside. */
function dateIn(line: Line, mentions: readonly Mention[]): MentionOf<'time'> | null {
  if (line.text.length > 80) return null
  let date: Mention | undefined
  for (let i = firstFrom(mentions, line.start); i < mentions.length && mentions[i]!.start < line.end; i++)
    if (mentions[i]!.kind === 'time' && mentions[i]!.end <= line.end) {
      date = mentions[i]
      break
    }
  if (
    date?.kind !== 'time' ||
    date.value.from?.day === undefined ||
    date.value.to ||
    date.value.bound ||
    date.value.from.year === undefined
  )
    return null
  return /^[\s(（]{0,20}(?:\([^)]{0,200}\)\s{0,20})?$/.test(line.text.slice(date.end - line.start))
    ? date
    : null
}

function isAgency(words: string, kit: Kit): boolean {
  const bare = tight(words)
  return bare.length >= 3 && bare.length <= 60 && AGENCY(kit).test(bare) && !/[。,;:!?、]/.test(bare)
}

function splitAgencies(line: Line): { text: string; start: number; end: number }[] {
  const out = []
  for (const m of line.text.matchAll(/\S+(?: \S+)*?(?= {2,}|$)/g))
    out.push({
      text: tight(m[0]).replace(/\((?:代章|章|印章)\)$/, ''),
      start: line.start + m.index,
      end: line.start + m.index + m[0].length,
    })
  return out
}
