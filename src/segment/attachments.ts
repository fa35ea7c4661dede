import type { Line, Span } from './line.ts'
import { tight, trimmed } from './line.ts'

export interface Attachment extends Span {
  number: number | null
  title: string
  found: boolean
}

const ANNOUNCED =
  /^附\s*(?:(?:件|表)\s*)?[::]\s*(?=\S)|^附件\s*(?=[1一](?:[.、]|:\s*\S))|^附(?:件|表)\s*([\d一二三四五六七八九十]+)\s*[::.、]\s*(?=\S)/
const NUMBERED = /^(?:附件\s*)?(\d{1,2}|[一二三四五六七八九十])\s*[.、:．]\s*(?=\S)/
const START = /^(?:附\s*件|附\s*表|附)\s*([\d一二三四五六七八九十]{0,3})\s*[::]?(?=$|[|\s(《])/

export interface Announced extends Attachment {
  lines: Line[]
}

/** «附件:1.名单 2.统计表» over one or more lines, as the notice announces them in front of its signature. */
export function readAnnouncement(text: string, lines: readonly Line[], from: number): Announced[] {
  const first = lines[from]!
  const m = ANNOUNCED.exec(first.text.replace(/\|/g, ' ').trimEnd())
  if (!m) return []
  const out: Announced[] = []
  let i = from
  let start = first.start + m[0].length
  const single = !NUMBERED.test(text.slice(start, first.end))
  for (;;) {
    const line = lines[i]!
    for (const piece of parts(text, start, line.end)) {
      const n = NUMBERED.exec(text.slice(piece.start, piece.end))
      const own = trimmed(text, piece.start + (n ? n[0].length : 0), piece.end)
      const title = cleanTitle(text.slice(own.start, own.end))
      if (title)
        out.push({
          ...own,
          number: n ? numberOf(n[1]!) : m[1] ? numberOf(m[1]) : null,
          title,
          found: false,
          lines: [line],
        })
    }
    const next = lines[++i]
    if (!next || next.gap > 1 || next.text.length > 60) break
    const again = /^附件\s*[\d一二三四五六七八九十]+\s*[::.、]/.exec(next.text)
    const number = again ?? NUMBERED.exec(next.text)
    if (single && !again) break
    if (!number) break
    start = next.start + (again && !NUMBERED.test(next.text) ? again[0].length : 0)
  }
  return out
}

function* parts(text: string, start: number, end: number): Iterable<Span> {
  const slice = text.slice(start, end)
  let at = 0
  for (const m of slice.matchAll(
    /(?<=[^\d\s.])\s{0,99}(?=[;\s]\s{0,99}\d{1,2}[.、](?!\d))|(?<=[\u4e00-\u9fff)》])(?=\d{1,2}[.、][\u4e00-\u9fff])/g,
  )) {
    yield trimmed(text, start + at, start + m.index)
    at = m.index + m[0].length
  }
  yield trimmed(text, start + at, end)
}

function cleanTitle(raw: string): string {
  return tight(
    raw
      .replace(/[|;。.\s]{1,99}$/, '')
      .replace(/\((?:请|另|此件|略|见|可|下载|另发|另附|电子版|内部)[^()]*\)$/, '')
      .replace(/^[;\s]+/, '')
      .replace(/\.(?:docx?|xlsx?|pdf|wps|et|zip|rar)$/i, ''),
  ).replace(/^《(.*)》$/, '$1')
}

/** Does the body of an annex start at this line? Its number, 0 where it has none; null where none starts. */
export function annexStart(line: Line): number | null {
  if (
    line.text.length > 60 ||
    (ANNOUNCED.test(line.text.replace(/\|/g, ' ').trim()) &&
      !/^附件\s*[\d一二三四五六七八九十]*[::]\s*\|/.test(line.text))
  )
    return annexTitleOnLine(line)
  const m = START.exec(line.text)
  return m ? (m[1] ? numberOf(m[1]) : 0) : null
}

/** «附件1:问题清单» opens an annex where it is not the announcement: the caller knows that. */
function annexTitleOnLine(line: Line): number | null {
  const m = /^附(?:件|表)\s{0,9}([\d一二三四五六七八九十]{0,3})\s{0,9}[::]?\s{0,9}\S{2,50}$/.exec(line.text)
  return m ? (m[1] ? numberOf(m[1]) : 0) : null
}

function numberOf(word: string): number {
  return /^\d+$/.test(word) ? Number(word) : '一二三四五六七八九十'.indexOf(word[0]!) + 1
}
