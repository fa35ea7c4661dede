import type { Edit } from '../offset-map.ts'
import type { Pass } from '../pass.ts'

const FULL_LINES = 6
const SLACK = 6
const MARK =
  /^(?:[一二三四五六七八九十]{1,3}[、.,]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．)]|第[一二三四五六七八九十]{1,3}[章条部]|[①-⑳]|附件|附:|——|[●■◆·])/
const PAGE = /^[-—]{1,2} ?\d{1,3} ?[-—]{1,2}$/
const STOP = /[。;；:：!！?？.]["”’)）]?$/

interface Line {
  start: number
  end: number
  text: string
  /** In half-width columns, what it is indented by counted in. */
  width: number
  indented: boolean
}

/** Text copied out of a PDF: lines broken at the page's width, inside sentences, with page numbers between. */
export const unwrapLines: Pass = {
  name: 'unwrapped_lines',
  edits(text) {
    const lines = linesOf(text)
    const width = wrapWidth(lines)
    const edits: Edit[] = []
    if (width === Number.POSITIVE_INFINITY && !lines.some((l) => PAGE.test(l.text))) return edits
    for (let i = 0; i + 1 < lines.length; i++) {
      const line = lines[i]!
      if (line.text === '' || PAGE.test(line.text)) continue
      let n = i + 1
      while (n < lines.length && (lines[n]!.text === '' || PAGE.test(lines[n]!.text))) n++
      const next = lines[n]
      if (!next) continue
      const pages = lines.slice(i + 1, n).filter((l) => l.text !== '').length
      if (n > i + 1 && pages === 0) continue
      if (goesOn(line, next, pages ? 0 : width)) edits.push({ start: line.end, end: next.start, text: '' })
    }
    return edits
  },
}

function linesOf(text: string): Line[] {
  const out: Line[] = []
  for (let at = 0; at <= text.length; ) {
    let stop = text.indexOf('\n', at)
    if (stop < 0) stop = text.length
    const raw = text.slice(at, stop)
    const kept = raw.trim()
    const start = at + (kept === '' ? 0 : raw.indexOf(kept[0]!))
    let width = 0
    for (let i = 0; i < start - at; i++) width += raw.charCodeAt(i) > 0xff ? 2 : 1
    const indent = width
    for (let i = 0; i < kept.length; i++) width += kept.charCodeAt(i) > 0xff ? 2 : 1
    out.push({
      start,
      end: start + kept.length,
      text: kept,
      width: kept === '' ? 0 : width,
      indented: indent >= 2,
    })
    at = stop + 1
  }
  return out
}

/** The column at which most lines end, or Infinity where lines end anywhere. */
function wrapWidth(lines: readonly Line[]): number {
  const long = lines.filter((l) => l.width >= 40)
  const widest = long.map((l) => l.width).sort((a, b) => a - b)
  const width = widest[Math.floor(widest.length / 2)]!
  const full = long.filter((l) => Math.abs(l.width - width) <= SLACK)
  const torn = full.filter((l) => !STOP.test(l.text)).length
  return full.length >= FULL_LINES &&
    full.length * 2 > long.length &&
    torn * 2 > full.length &&
    widest.at(-1)! <= width + SLACK
    ? width
    : Number.POSITIVE_INFINITY
}

/** A full line in the middle of a sentence, and its next part: prose on both sides, no mark, no cell. */
function goesOn(line: Line, next: Line, width: number): boolean {
  if (width === 0 ? line.width < 30 : Math.abs(line.width - width) > SLACK) return false
  if (STOP.test(line.text) || next.indented || MARK.test(next.text)) return false
  if (CELLS.test(line.text) || CELLS.test(next.text)) return false
  if (!/[,，、。;；]/.test(line.text) && !/[,，、。;；]/.test(next.text)) return false
  return STOP.test(next.text) || next.width >= line.width - SLACK || /[,，、。]/.test(next.text)
}

/** What parts the cells of a row. */
const CELLS = /[\t|]| {3}/
