import type { Kit } from '../../kit.ts'
import type { Line } from '../line.ts'
import { columnOf } from './columns.ts'
import type { Grid } from './grid.ts'
import { verticalTable } from './vertical.ts'

const FEWEST_WORDS = 9

/** A table in one line, a blank between its cells («序号 单位 存在问题 1 甲局 栏目空白 2 乙局 …»): its words are read as T3 reads lines. */
export function runOnTable(
  lines: readonly Line[],
  from: number,
  kit: Kit,
): { grid: Grid; next: number } | null {
  const line = lines[from]!
  const first = /^\S{1,4}(?=\s)/.exec(line.text)?.[0]
  if (!first || columnOf(first, kit)?.role !== 'serial') return null
  const words: Line[] = [...line.text.matchAll(/\S+/g)].map(({ index, 0: text }) => ({
    start: line.start + index,
    end: line.start + index + text.length,
    text,
    gap: 0,
    indent: 0,
  }))
  if (words.length < FEWEST_WORDS) return null
  const found = verticalTable(words, 0, kit)
  return found && found.grid.rows.length > 1 && found.next === words.length
    ? { grid: found.grid, next: from + 1 }
    : null
}
