import type { Kit } from '../../kit.ts'
import type { Line } from '../line.ts'
import { tight } from '../line.ts'
import { cardTable } from './cards.ts'
import { columnMajorTable } from './column-major.ts'
import type { Grid } from './grid.ts'
import { keyValueTable } from './key-value.ts'
import { pipeTable } from './pipe.ts'
import { blockTable, figuresTable, periodicTable } from './regular.ts'
import { runOnTable } from './run-on.ts'
import { runTogetherTable } from './run-together.ts'
import { separatedTable } from './separated.ts'
import { spacedTable } from './spaced.ts'
import { verticalTable } from './vertical.ts'
import { wrappedTable } from './wrapped.ts'

type Layout = (
  lines: readonly Line[],
  from: number,
  kit: Kit,
  text: string,
) => { grid: Grid; next: number } | null

/** Tried in this order wherever a line might open a table. */
const layouts: readonly Layout[] = [
  separatedTable,
  runTogetherTable,
  runOnTable,
  pipeTable,
  keyValueTable,
  wrappedTable,
  columnMajorTable,
  spacedTable,
  cardTable,
  figuresTable,
  blockTable,
  verticalTable,
  periodicTable,
]

/** All flattened tables among the lines, of which the first `titles` open none, and the lines that belong to none. */
export function findTables(
  text: string,
  lines: readonly Line[],
  kit: Kit,
  titles = 0,
): { grids: Grid[]; rest: Line[] } {
  const grids: Grid[] = []
  const rest: Line[] = lines.slice(0, titles)
  for (let i = titles; i < lines.length; ) {
    const found = firstOf(text, lines, i, kit)
    if (!found) {
      rest.push(lines[i]!)
      i++
      continue
    }
    if (!found.grid.title) found.grid.title = titleAbove(rest)
    grids.push(found.grid)
    i = found.next
  }
  return { grids, rest }
}

/** What a line of any length may open. */
const ANY_LENGTH: ReadonlySet<Layout> = new Set([keyValueTable, runOnTable, runTogetherTable])

function firstOf(
  text: string,
  lines: readonly Line[],
  from: number,
  kit: Kit,
): { grid: Grid; next: number } | null {
  const mayOpen = opens(lines[from]!)
  for (const layout of layouts) {
    if (!mayOpen && !ANY_LENGTH.has(layout)) continue
    const found = layout(lines, from, kit, text)
    if (found) return found
  }
  return null
}

function opens(line: Line): boolean {
  return line.text.length < 200 && !/[。;!?]$/.test(line.text)
}

/** The nearest short line above that is neither a note nor «附件». */
export function titleAbove(lines: readonly Line[]): string {
  for (const line of lines.slice(-3).reverse()) {
    const text = tight(line.text)
    if (/^附\s*(?:[件表]\s*)?\d*[::]?$/.test(text) || /^\(.*\)$/.test(text) || /^(?:注|单位)[::]/.test(text))
      continue
    return text.length <= 60 && !/[。;,]$/.test(text)
      ? text.replace(/^附[件表]\s*[\d一二三四五六七八九十]*[::]?\s*/, '')
      : ''
  }
  return ''
}
