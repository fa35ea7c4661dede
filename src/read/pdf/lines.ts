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

/** Lines from above down. Wide gaps, as between the cells of an unruled table, become tabs. */
export function linesOf(runs: readonly Run[]): TextLine[] {
  const rows: Run[][] = []
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const last = rows.at(-1)
    const near = last && Math.abs(last[0]!.y - run.y) < Math.max(last[0]!.size, run.size) * 0.45
    if (last && near) last.push(run)
    else rows.push([run])
  }
  return rows.map((row) => {
    const sorted = [...row].sort((a, b) => a.x - b.x)
    let text = ''
    let right = sorted[0]!.x
    for (const run of sorted) {
      const gap = run.x - right
      if (text !== '' && gap > run.size * 2.5) text += '\t'
      else if (gap > run.size * 0.2 && LATIN.test(text) && LATIN.test(run.text[0]!)) text += ' '
      text += run.text
      right = Math.max(right, run.right)
    }
    return {
      text: tightened(text.trim()),
      left: sorted[0]!.x,
      right,
      y: Math.max(...row.map((r) => r.y)),
      size: Math.max(...row.map((r) => r.size)),
    }
  })
}

/** The air that typesetting puts between Chinese and digits is no space; one before the next field («… 主题分类:») is. */
function tightened(text: string): string {
  return text.replace(
    /(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9]) (?=[\u3000-\u9fff\uff00-\uffef])(?![\u4e00-\u9fff]{2,8}[:：])/g,
    '',
  )
}

const LATIN = /[A-Za-z0-9]$/

/** Do two lines carry on one sentence? The first is filled to the margin, and the second begins at the other. */
export function carriesOn(a: TextLine, b: TextLine, left: number, right: number): boolean {
  return (
    a.right > right - a.size * 1.6 &&
    b.left < left + b.size * 0.8 &&
    Math.abs(a.size - b.size) < 1.2 &&
    !a.text.includes('\t') &&
    !b.text.includes('\t')
  )
}

/** A break between Latin letters was a space. */
export function joined(a: string, b: string): string {
  return /[A-Za-z,.;]$/.test(a) && /^[A-Za-z]/.test(b) ? `${a} ${b}` : a + b
}
