/** A line of the normalized text without its outer blanks; empty lines are not kept. */
export interface Line {
  start: number
  end: number
  text: string
  /** Blank lines in front of it. */
  gap: number
  indent: number
}

export interface Span {
  start: number
  end: number
}

const NONE: readonly RegExpExecArray[] = []

/** All matches of a global pattern; `matchAll` makes a pattern of its own each time, even where nothing matches. */
export function matchesIn(text: string, pattern: RegExp): Iterable<RegExpExecArray> {
  return text.search(pattern) < 0 ? NONE : text.matchAll(pattern)
}

/** Index of the first of things sorted by start that starts at `offset` or later. */
export function firstFrom(sorted: readonly { start: number }[], offset: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low
}

export function splitLines(text: string): Line[] {
  const lines: Line[] = []
  let gap = 0
  for (let at = 0; at <= text.length; ) {
    let stop = text.indexOf('\n', at)
    if (stop < 0) stop = text.length
    const { start, end } = unframed(text, trimmed(text, at, stop))
    if (end > start) {
      lines.push({ start, end, text: text.slice(start, end), gap, indent: start - at })
      gap = 0
    } else gap++
    at = stop + 1
  }
  return lines
}

/** Without what a table that is only the page's layout leaves of itself: «| 关于…的通报 |», «| | | | |». */
function unframed(text: string, line: Span): Span {
  const { start, end } = line
  if (end - start < 3 || text[start] !== '|' || text[end - 1] !== '|') return line
  const inner = text.slice(start + 1, end - 1)
  if (!inner.includes('|')) return trimmed(text, start + 1, end - 1)
  return /^[|\s]+$/.test(inner) ? { start: end, end } : line
}

export function trimmed(text: string, start: number, end: number): Span {
  while (start < end && isBlank(text.charCodeAt(start))) start++
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--
  return { start, end }
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13
}

/** Text without the blanks that justify or break Chinese words; blanks between Latin words stay. */
export function tight(text: string): string {
  if (!/\s/.test(text)) return text
  return text
    .replace(/\s+/g, ' ')
    .replace(/ (?=[^\x21-\x7e])|(?<=[^\x21-\x7e]) /g, '')
    .trim()
}
