import type { Run } from './page.ts'

/** Runs on one baseline, read from left to right. */
export interface TextLine {
  text: string
  left: number
  right: number
  /** Baseline. */
  y: number
  size: number
}

/** Runs by the baseline that they stand on, from above down, each from left to right. */
export function baselines(runs: readonly Run[]): Run[][] {
  const rows: Run[][] = []
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const last = rows.at(-1)
    const near = last && Math.abs(last[0]!.y - run.y) < Math.max(last[0]!.size, run.size) * 0.45
    if (last && near) last.push(run)
    else rows.push([run])
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x))
}

export function lowest(runs: readonly Run[]): { y: number; size: number } {
  return runs.reduce((most, { y, size }) => ({ y: Math.max(most.y, y), size: Math.max(most.size, size) }), {
    y: Number.NEGATIVE_INFINITY,
    size: 0,
  })
}

/** Lines from above down. Wide gaps become tabs. */
export function linesOf(runs: readonly Run[]): TextLine[] {
  return baselines(runs).map((sorted) => {
    let text = ''
    let right = sorted[0]!.x
    let last = ''
    for (const run of sorted) {
      const gap = run.x - right
      if (text !== '' && gap > run.size * 2.5) text += '\t'
      else if (gap > run.size * (LATIN.test(last) && LATIN.test(run.text[0]!) ? 0.2 : 0.35)) text += ' '
      text += run.text
      last = run.text
      right = Math.max(right, run.right)
    }
    return {
      text: tightened(text.trim()),
      left: sorted[0]!.x,
      right,
      ...lowest(sorted),
    }
  })
}

/** The air that typesetting puts between Chinese and digits is no space; one before the next field («… 主题分类:») is. */
function tightened(text: string): string {
  return text.replace(
    /(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9]) (?=[\u3000-\u9fff\uff00-\uffef])(?![\u4e00-\u9fff ]{2,12}[:：])/g,
    '',
  )
}

const LATIN = /[A-Za-z0-9]$/

/** Where the lines of a page or a cell begin and end, and how far they stand from each other. */
export interface Margins {
  left: number
  right: number
  leading: number
}

/** The values that most lines share: a hanging mark or an indented paragraph does not move the margin. */
export function marginsOf(lines: readonly TextLine[], width: number): Margins {
  const long = lines.filter((l) => l.right - l.left > width * 0.4)
  if (long.length === 0) return { left: 0, right: width, leading: Number.POSITIVE_INFINITY }
  const gaps = lines.slice(1).map((l, i) => l.y - lines[i]!.y)
  return {
    left: Math.min(...long.map((l) => l.left)),
    right: commonest(long.map((l) => l.right)),
    leading: gaps.length > 0 ? commonest(gaps) : Number.POSITIVE_INFINITY,
  }
}

const NEAR = 3

/** The middle of the densest stretch of values; of several the greatest. */
function commonest(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  let best = 0
  let at = 0
  for (let i = 0, k = 0; i < sorted.length; i++) {
    while (sorted[i]! - sorted[k]! > NEAR) k++
    if (i - k + 1 >= best) {
      best = i - k + 1
      at = sorted[i]!
    }
  }
  return at
}

/** Do two lines carry on one sentence? The first has no room for what opens the second, which is not indented. */
export function carriesOn(a: TextLine, b: TextLine, { left, right }: Margins): boolean {
  return (
    right - a.right < widthOf(opening(b.text), b.size) + a.size * 0.3 &&
    b.left < left + b.size * 0.8 &&
    Math.abs(a.size - b.size) < 1.2 &&
    !a.text.includes('\t') &&
    !b.text.includes('\t') &&
    !(/[。;；!！?？:：)）]$/.test(a.text) && OUTLINE.test(b.text))
  )
}

const OUTLINE =
  /^(?:[(（]?[一二三四五六七八九十]{1,3}[)）、]|[(（]?\d{1,2}[)）.．、](?!\d)|第[一二三四五六七八九十]+[条章])/

/** What typesetting keeps together at the beginning of a line: a word or a character, the marks behind it, and digits behind those. */
export function opening(text: string): string {
  return OPENING.exec(text)?.[0] ?? ''
}

const OPENING =
  /^[(（“‘《〈【[]*(?:[\w@/%\u00c0-\u024f-]|.)(?:(?<=[\w@/%\u00c0-\u024f,.:;-])[\w@/%\u00c0-\u024f-]|[)）”’》〉】\],.，。、;；:：!！?？%])*/u

export function widthOf(text: string, size: number): number {
  let width = 0
  for (const c of text) width += c.charCodeAt(0) < 0x250 ? size * 0.55 : size
  return width
}

/** A break between Latin letters was a space. */
export function joint(a: string, b: string): string {
  return /[A-Za-z,.;]$/.test(a) && /^[A-Za-z]/.test(b) ? ' ' : ''
}

export function joined(a: string, b: string): string {
  return a + joint(a, b) + b
}
