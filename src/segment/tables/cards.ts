import type { Kit } from '../../kit.ts'
import type { Line } from '../line.ts'
import { tight } from '../line.ts'
import { columnOf, isHeader } from './columns.ts'
import { type Cell, EMPTY, type Grid } from './grid.ts'

const HOLDERS = new Set(['unit', 'region', 'account_name', 'site_name', 'subject_name'])
const TELLING = new Set(['problem', 'problem_kind', 'verdict', 'figure', 'status'])
const FEWEST_KEYS = 3

/** Cards one cell a line («网站名称», «甲网», «主办单位», «甲局», …), two of them at least; a line of its own may name each. */
export function cardTable(
  lines: readonly Line[],
  from: number,
  kit: Kit,
): { grid: Grid; next: number } | null {
  const isKey = (at: number) => lines[at] !== undefined && isHeader(lines[at]!.text, kit)
  const opens = (at: number) => isKey(at) && isKey(at + 2) && isKey(at + 4) && !isKey(at + 1)
  if (!opens(from) && !(isName(lines[from]) && opens(from + 1))) return null
  const cells: Cell[][] = []
  const cell = ({ start, end, text }: Line): Cell => ({ start, end, text })
  const met = new Set<string>()
  let again = 0
  let next = from
  while (next < lines.length) {
    const line = lines[next]!
    const value = lines[next + 1]
    if (isKey(next) && value && (!isKey(next + 1) || isKey(next + 2))) {
      if (met.has(tight(line.text))) again++
      met.add(tight(line.text))
      cells.push([cell(line), cell(value)])
      next += 2
    } else if (isName(line) && opens(next + 1)) {
      cells.push([cell(line)])
      next++
    } else break
  }
  const found = again > 0 ? cardsOf(cells, kit) : null
  if (!found || found.rows.length < 2) return null
  const grid: Grid = {
    ...found,
    title: '',
    layout: 'vertical',
    start: lines[from]!.start,
    end: lines[next - 1]!.end,
    annex: 0,
  }
  return { grid, next }
}

const isName = (line: Line | undefined): boolean =>
  line !== undefined && line.text.length <= LONGEST_NAME && !/[。;,!?]/.test(line.text)
const LONGEST_NAME = 20

/**
 * Cards: every row is a header and its value, once or twice («网站名称 | 甲网 | 主办单位 | 甲局»); a header met again opens
 * the next card. Null where the rows are no cards.
 */
export function cardsOf(
  lines: readonly (readonly Cell[])[],
  kit: Kit,
): Pick<Grid, 'columns' | 'rows' | 'groups'> | null {
  const columns: Cell[] = []
  const rows: Cell[][] = []
  const groups: (Cell | null)[] = []
  let group: Cell | null = null
  let opens = true
  let known = 0
  for (const line of lines) {
    const cells = line.filter((c, k) => !c.filled && (c.text !== '' || k % 2 === 1))
    if (cells.length === 0) continue
    if (cells.length === 1 && !isHeader(cells[0]!.text, kit)) {
      group = cells[0]!
      opens = true
      continue
    }
    for (let k = 0; k < cells.length; k += 2) {
      const key = cells[k]!
      const value = cells[k + 1] ?? EMPTY
      if (key.text === '') continue
      if (!isHeader(key.text, kit)) return null
      // «检查结果 | 不合格»: a value may be a header's word, a row of headers has nothing else.
      if (value.text !== '') known += isHeader(value.text, kit) ? 1 : -1
      const name = tight(key.text)
      let column = columns.findIndex((c) => tight(c.text) === name)
      if (column < 0) column = columns.push(key) - 1
      if (opens || rows.at(-1)![column] !== undefined) {
        rows.push([])
        groups.push(group)
        opens = false
      }
      rows.at(-1)![column] = value
    }
  }
  const roles = columns.map((c) => columnOf(c.text, kit)?.role ?? '')
  if (
    columns.length < FEWEST_KEYS ||
    known >= 0 ||
    !roles.some((r) => HOLDERS.has(r)) ||
    !roles.some((r) => TELLING.has(r))
  )
    return null
  return { columns, rows: rows.map((row) => columns.map((_, k) => row[k] ?? EMPTY)), groups }
}
