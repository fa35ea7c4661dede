import type { MarkFamily } from '../../grammars/outline-mark/values.ts'
import type { Kit } from '../kit.ts'
import type { TableRow } from '../lexicon/tables.ts'
import { outlineMarkAt } from '../parse/outline-mark.ts'
import type { Line, Span } from './line.ts'
import { matchesIn, tight, trimmed } from './line.ts'

type Role = TableRow<'headings'>['role'] | 'unknown'

export interface Heading extends Span {
  level: number
  marker: string
  number: number
  text: string
  role: Role
}

/** A stretch of prose that is read as one: a paragraph, or one item («二是…») of it. */
export interface Passage extends Span {
  /** The headings over it, outermost first; an item's lead sentence is the last of them. */
  path: Heading[]
  /** Is its first sentence the last heading of its path? */
  led: boolean
  role: Role
  /** 0 in the body, else the number of the annex. */
  annex: number
}

export interface Section extends Span {
  level: number
  marker: string
  heading: string
  sections: Section[]
}

const LEVELS: Record<MarkFamily, number> = {
  han: 1,
  'han-bracket': 2,
  figure: 3,
  'figure-bracket': 4,
  circled: 5,
  inline: 6,
  bullet: 4,
}
const LONGEST_HEADING = 45
/** «问题2:…», «存在问题:…» under the name of a unit. */
const PROBLEM =
  /(?:^|[。;])\s?(?:存在的?|主要|突出|具体|发现的?)?问题\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2})?\s?:/
/** «省某局网站,得分52分。主要问题:…» */
const LONGEST_OPENING = 60
const SENTENCE_END = /[。;!?]/

/** Reads the outline of the body's or an annex's lines: passages with their headings, and the tree of sections. */
export function readOutline(
  text: string,
  lines: readonly Line[],
  annex: number,
  kit: Kit,
): { passages: Passage[]; sections: Section[] } {
  const passages: Passage[] = []
  const roots: Section[] = []
  const open: { heading: Heading; section: Section }[] = []
  const above = annex > 0 ? titleOf(lines[0], text) : []
  const path = () => [...above, ...open.map((o) => o.heading)]
  const push = (start: number, end: number, headings: Heading[], led: boolean) => {
    if (end <= start) return
    const role = roleOf(headings)
    const labelled =
      role === 'unknown' && PROBLEM.test(text.slice(start, Math.min(end, start + LONGEST_OPENING)))
    passages.push({ start, end, path: headings, led, role: labelled ? 'problems' : role, annex })
  }
  const enter = (heading: Heading, end: number) => {
    while (open.length && open.at(-1)!.heading.level >= heading.level) open.pop()
    const section: Section = {
      level: heading.level,
      marker: heading.marker,
      heading: heading.text,
      start: heading.start,
      end,
      sections: [],
    }
    ;(open.at(-1)?.section.sections ?? roots).push(section)
    open.push({ heading, section })
  }
  // «1.…;2.…;3.…。»: the level of a list whose items end in semicolons, and whether its last has ended.
  let list: { level: number; closed: boolean } | null = null
  for (const line of lines) {
    for (const piece of pieces(text, line)) {
      const mark = outlineMarkAt(text, piece.start)
      const plain = mark ? null : unmarkedHeading(text, piece, kit)
      if (!mark && list?.closed) {
        const { level } = list
        while (open.length && open.at(-1)!.heading.level >= level) open.pop()
        list = null
      }
      if (!mark && !plain) {
        for (const o of open) o.section.end = Math.max(o.section.end, piece.end)
        items(text, piece, path(), push, kit)
        continue
      }
      // «(1)» under «▲县林业局» is of it.
      const bulleted = open.some((o) => o.heading.level === LEVELS.bullet && !/^\(/.test(o.heading.marker))
      const level = mark ? LEVELS[mark.family === 'figure-bracket' && bulleted ? 'circled' : mark.family] : 1
      const bodyStart = mark ? mark.end : piece.start
      const ended = text[piece.end - 1]
      const closes: boolean = list !== null && !list.closed && list.level === level && ended === '。'
      list = ended === ';' ? { level, closed: false } : closes ? { level, closed: true } : null
      const head = plain ?? (closes ? null : headOf(text, bodyStart, piece.end))
      const heading: Heading = {
        start: bodyStart,
        end: head?.end ?? bodyStart,
        level,
        marker: mark ? text.slice(piece.start, mark.end).trim() : '',
        number: mark?.number ?? 0,
        text: head ? tight(text.slice(head.start, head.end)) : '',
        role: head ? roleOfHeading(text.slice(head.start, head.end), kit) : 'unknown',
      }
      enter(heading, piece.end)
      for (const o of open) o.section.end = Math.max(o.section.end, piece.end)
      const rest = head ? trimmed(text, head.end, piece.end) : { start: bodyStart, end: piece.end }
      const hasMore = /[^。;:!?\s]/.test(text.slice(rest.start, rest.end))
      if (!head) items(text, rest, path(), push, kit)
      else if (hasMore) items(text, { start: head.start, end: piece.end }, path(), push, kit, head)
      else push(head.start, piece.end, path(), true)
    }
  }
  return { passages, sections: roots }
}

/** What an annex calls itself stands over all of it. */
function titleOf(line: Line | undefined, text: string): Heading[] {
  if (!line || line.text.length > LONGEST_HEADING || /[。;:,|]/.test(line.text)) return []
  if (outlineMarkAt(text, line.start)) return []
  const { start, end } = line
  return [{ start, end, level: 0, marker: '', number: 0, text: tight(line.text), role: 'unknown' }]
}

/** A line that lost its breaks is cut in front of every outline mark that follows a sentence. */
function pieces(text: string, line: Line): Span[] {
  const out: Span[] = []
  let start = line.start
  const collapsed = line.end - line.start > 600
  const mark = collapsed
    ? /(?<=[。;:!?”)》]\s?)(?=[一二三四五六七八九十]{1,4}、)|(?=\([一二三四五六七八九十]{1,4}\)[^)]{2,20}[。:])|(?<=[。;:!?]\s?)(?=\d{1,2}[.、][^\d])/g
    : /(?<=[。!?:][”"]?\s?)(?=[一二三四五六七八九十]、|\([一二三四五六七八九十]\))/g
  for (const m of matchesIn(line.text, mark)) {
    const at = line.start + m.index
    if (at <= start || !outlineMarkAt(text, at)) continue
    out.push(trimmed(text, start, at))
    start = at
  }
  out.push({ start, end: line.end })
  return out
}

/** The words of a heading: up to the first full stop or colon where more follows, or the whole short line. */
function headOf(text: string, start: number, end: number): Span | null {
  const own = trimmed(text, start, end)
  const slice = text.slice(own.start, own.end)
  const stop = stopOf(slice)
  const length = stop < 0 ? slice.length : stop
  if (length > LONGEST_HEADING || length === 0) return null
  const head = slice.slice(0, length)
  if (/;/.test(head) || (stop < 0 && /[,;]$/.test(head))) return null
  const more = /[^。;:!?\s]/.test(slice.slice(length))
  if (!more && slice[stop] === '。' && length > 18) return null
  return { start: own.start, end: own.start + length }
}

/** The first 。 or : that stands in no bracket: «县教育体育局(子站评定:不合格)» is one heading. */
function stopOf(words: string): number {
  let open = 0
  for (let i = 0; i < words.length; i++) {
    const c = words[i]
    if (c === '(') open++
    else if (c === ')') open--
    else if (open <= 0 && (c === '。' || c === ':')) return i
  }
  return open <= 0 ? -1 : words.search(/[。:]/)
}

/** «存在问题» on a line of its own is a heading too. */
function unmarkedHeading(text: string, piece: Span, kit: Kit): Span | null {
  const slice = text.slice(piece.start, piece.end)
  if (slice.length > 16 || /[。,;、]/.test(slice)) return null
  const bare = tight(slice).replace(/:$/, '')
  return kit.tables.headings.some((h) => h.word === bare) ? piece : null
}

const INLINE_ITEM =
  /(?:^|[。;:!?,])\s{0,9}(?:第?[一二三四五六七八九十]{1,4}是|第[一二三四五六七八九十]{1,4}[,、](?=[^年月日季])|其[一二三四五六][,是]|第[一二三四五六七八九十]{1,4}类是)/g

/** Splits a paragraph in front of «一是», «二是»; the first sentence of an item leads the others. */
function items(
  text: string,
  span: Span,
  path: Heading[],
  push: (start: number, end: number, path: Heading[], led: boolean) => void,
  kit: Kit,
  head?: Span,
): void {
  const slice = text.slice(span.start, span.end)
  const cuts: { at: number; mark: number }[] = []
  for (const m of matchesIn(slice, INLINE_ITEM)) {
    const lead = m[0].length - m[0].replace(/^[。;:!?,]?\s*/, '').length
    cuts.push({ at: span.start + m.index + lead, mark: m[0].length - lead })
  }
  if (
    cuts.length === 0 ||
    (cuts.length === 1 &&
      cuts[0]!.at > span.start + 2 &&
      !/^.{0,60}$/.test(slice.slice(0, cuts[0]!.at - span.start)))
  ) {
    push(span.start, span.end, path, head !== undefined)
    return
  }
  if (cuts[0]!.at > span.start) push(span.start, cuts[0]!.at, path, head !== undefined)
  for (const [i, cut] of cuts.entries()) {
    const end = trimmed(text, cut.at, cuts[i + 1]?.at ?? span.end).end
    const start = cut.at + cut.mark
    const sentence = text.slice(start, end)
    const stop = sentence.search(SENTENCE_END)
    const more = stop >= 0 && /[^。;!?\s]/.test(sentence.slice(stop + 1))
    const led = more && stop <= LONGEST_HEADING
    const words = led ? tight(sentence.slice(0, stop)) : ''
    const heading: Heading = {
      start,
      end: start + (stop < 0 ? sentence.length : stop),
      level: LEVELS.inline,
      marker: text.slice(cut.at, start).trim(),
      number: i + 1,
      text: words,
      role: roleOfHeading(words, kit) === 'requirements' ? 'requirements' : 'unknown',
    }
    push(start, end, [...path, heading], led)
  }
}

function roleOfHeading(words: string, kit: Kit): Role {
  const bare = tight(words)
  let best: TableRow<'headings'> | null = null
  for (const row of kit.tables.headings)
    if (row.word.length > (best?.word.length ?? 0) && bare.includes(row.word)) best = row
  if (!best) return 'unknown'
  // «发现问题及整改要求» asks, whatever it also names; a long heading that merely contains «情况» says nothing.
  if (best.word.length <= 2 && (bare.length > 14 || /[未不没]/.test(bare))) return 'unknown'
  // «反馈整改情况不及时» is what is wrong.
  const behind = bare.slice(bare.indexOf(best.word) + best.word.length)
  if (best.role !== 'problems' && /^[^,;。]{0,4}[不未欠滞没]/.test(behind)) return 'problems'
  return best.role
}

/** What headings under one of problems say of its parts: «(一)网站扣分指标». */
const UNDER_PROBLEMS: ReadonlySet<Role> = new Set(['overview', 'criteria'])

/** Requirements cover all that stands under them; elsewhere the innermost heading that knows decides. */
function roleOf(path: readonly Heading[]): Role {
  if (path.some((h) => h.role === 'requirements')) return 'requirements'
  const outer = path.find((h) => h.role === 'problems')
  const inner = [...path].reverse().find((h) => h.role !== 'unknown')
  if (outer && (inner === undefined || UNDER_PROBLEMS.has(inner.role))) return 'problems'
  return inner?.role ?? 'unknown'
}
