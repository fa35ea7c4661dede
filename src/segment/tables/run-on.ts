import type { Kit } from '../../kit.ts'
import type { Line } from '../line.ts'
import { followsTable } from './between-rows.ts'
import { columnOf } from './columns.ts'
import type { Grid } from './grid.ts'
import { verticalTable } from './vertical.ts'

const FEWEST_WORDS = 9

/**
 * A table in one line, a blank between its cells («失效链接清单 序号 单位 存在问题 1 甲局 栏目空白 2 乙局 … 注:…»): its words
 * are read as T3 reads lines; a title may stand before them and remarks behind.
 */
export function runOnTable(
  lines: readonly Line[],
  from: number,
  kit: Kit,
): { grid: Grid; next: number } | null {
  const line = lines[from]!
  const opening = /^(?:(\S{4,40})\s+)?(?=(\S{1,4})\s)/.exec(line.text)
  if (!opening || columnOf(opening[2]!, kit)?.role !== 'serial') return null
  const words: Line[] = [...line.text.matchAll(/\S+/g)].map(({ index, 0: text }) => ({
    start: line.start + index,
    end: line.start + index + text.length,
    text,
    gap: 0,
    indent: 0,
  }))
  const title = opening[1]
  if (title) words.shift()
  if (words.length < FEWEST_WORDS) return null
  const found = verticalTable(words, 0, kit)
  if (!found || found.grid.rows.length < 2) return null
  if (found.next < words.length && !followsTable(words[found.next]!, kit)) return null
  if (title) found.grid.title = title
  return { grid: found.grid, next: from + 1 }
}
