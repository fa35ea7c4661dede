import type { Kit } from '../../kit.ts'
import { outlineMarkAt } from '../../parse/outline-mark.ts'
import type { Line } from '../line.ts'
import { tight, trimmed } from '../line.ts'
import { columnOf, isHeader } from './columns.ts'
import { type Cell, EMPTY, type Grid } from './grid.ts'

interface Pair {
  key: Cell
  value: Cell
}

const HOLDERS = new Set(['unit', 'region', 'account_name', 'site_name', 'subject_name'])
const TELLING = new Set(['problem', 'problem_kind', 'verdict', 'figure', 'status'])
const LONGEST_KEY = 12
const LONGEST_LINE = 400
const LONGEST_ASIDE = 60

/** A list of «key: value», one or several pairs a line; a key met again opens the next row. */
export function keyValueTable(
  lines: readonly Line[],
  from: number,
  kit: Kit,
  text: string,
): { grid: Grid; next: number } | null {
  if (pairsOf(text, lines[from]!, kit, NONE).length === 0) return underGroup(lines, from, kit, text)
  const again = metAgain(lines, from)
  const columns: Cell[] = []
  const rows: Cell[][] = []
  const groups: (Cell | null)[] = []
  let group: Cell | null = null
  let last: { row: Cell[]; column: number } | null = null
  let next = from
  for (; next < lines.length; next++) {
    const line = lines[next]!
    if ((next > from && line.gap > 2) || line.text.length > LONGEST_LINE) break
    const pairs = pairsOf(text, line, kit, again)
    if (pairs.length === 0) {
      // «①甲发布» over the first key again
      const again = columns.length > 0 && lines[next + 1]?.text.startsWith(`${columns[0]!.text}:`)
      if (opensGroup(lines, next, last !== null, text, kit, again)) {
        group = { start: line.start, end: line.end, text: line.text }
        last = null
        continue
      }
      if (!last || !goesOn(line, last.row[last.column]!, columnOf(columns[last.column]!.text, kit)?.role))
        break
      const before = last.row[last.column]!
      const start = before.text === '' ? line.start : before.start
      last.row[last.column] = { start, end: line.end, text: text.slice(start, line.end) }
      continue
    }
    for (const { key, value } of pairs) {
      const name = tight(key.text)
      let column = columns.findIndex((c) => tight(c.text) === name)
      if (column < 0) column = columns.push(key) - 1
      let row = rows.at(-1)
      if (!row || row[column] !== undefined || !last) {
        rows.push((row = []))
        groups.push(group)
      }
      row[column] = value
      last = { row, column }
    }
  }
  const roles = columns.map((c) => columnOf(c.text, kit)?.role ?? '')
  const tells = roles.some((r) => TELLING.has(r)) || (rows.length > 1 && roles.includes(''))
  if (!roles.some((r) => HOLDERS.has(r)) || !tells) return null
  return {
    grid: {
      title: '',
      columns,
      rows: rows.map((row) => columns.map((_, k) => row[k] ?? EMPTY)),
      groups,
      layout: 'vertical',
      start: lines[from]!.start,
      end: lines[next - 1]!.end,
      annex: 0,
    },
    next,
  }
}

/** The same where a group line stands above it, and others further on: one alone is a title. */
function underGroup(
  lines: readonly Line[],
  from: number,
  kit: Kit,
  text: string,
): { grid: Grid; next: number } | null {
  if (!opensGroup(lines, from, true, text, kit)) return null
  const found = keyValueTable(lines, from + 1, kit, text)
  if (!found?.grid.groups.some((g) => g !== null)) return null
  const { start, end, text: words } = lines[from]!
  const groups = found.grid.groups.map((g) => g ?? { start, end, text: words })
  return { ...found, grid: { ...found.grid, groups, start } }
}

const NONE: ReadonlySet<string> = new Set()
const MOST_LINES = 200
const KEY = /(?:^|[;,。]\s?)(?:\d{1,3}[.、)]\s?)?([^:;,。\d\s][^:;,。]{1,11}):/g

/** Keys that no table knows, where the list has them more than once. */
function metAgain(lines: readonly Line[], from: number): ReadonlySet<string> {
  const met = new Set<string>()
  const again = new Set<string>()
  for (const line of lines.slice(from, from + MOST_LINES)) {
    if (line.text.length > LONGEST_LINE || (line.gap > 2 && met.size > 0)) break
    for (const [, key = ''] of line.text.matchAll(KEY)) {
      if (met.has(key)) again.add(key)
      met.add(key)
    }
  }
  return again
}

/** «二、县直部门», «平江县»: between two rows. */
function opensGroup(
  lines: readonly Line[],
  at: number,
  open: boolean,
  text: string,
  kit: Kit,
  numbered = false,
): boolean {
  const line = lines[at]!
  const below = lines[at + 1]
  return (
    open &&
    line.text.length <= 30 &&
    !/[。;:]$/.test(line.text) &&
    (numbered || !NUMBERED.test(line.text)) &&
    below !== undefined &&
    below.gap <= 2 &&
    pairsOf(text, below, kit, NONE).length > 0
  )
}

/** Where keys that are known headers stand in a line that begins with one; each value reaches to the next. */
function pairsOf(text: string, line: Line, kit: Kit, again: ReadonlySet<string>): Pair[] {
  if (!line.text.includes(':')) return []
  const mark = outlineMarkAt(text, line.start)
  const start = mark ? mark.end : line.start
  const keys: Cell[] = []
  for (let at = line.text.indexOf(':'); at >= 0; at = line.text.indexOf(':', at + 1)) {
    const colon = line.start + at
    if (colon < start) continue
    const floor = Math.max(start, colon - LONGEST_KEY, (keys.at(-1)?.end ?? start - 1) + 1)
    const first = keys.length === 0
    if (first && colon - start > LONGEST_KEY) return []
    let open = colon
    while (open > floor && (first || !/[;,。、\s]/.test(text[open - 1]!))) open--
    // «…无法下载(责任科室:行政审批科)。…»: an aside, which ends where it closes.
    const lead = first ? '' : line.text.slice(Math.max(0, at - LONGEST_ASIDE), at)
    if (lead.lastIndexOf('(') > lead.lastIndexOf(')')) continue
    const key = trimmed(text, open, colon)
    const words = text.slice(key.start, key.end)
    if (words !== '' && (isHeader(words, kit) || again.has(words))) keys.push({ ...key, text: words })
    else if (first) return []
  }
  return keys.map((key, k) => {
    const value = trimmed(text, text.indexOf(':', key.end) + 1, keys[k + 1]?.start ?? line.end)
    let { end } = value
    if (keys.length > 1) while (end > value.start && /[;,。\s]/.test(text[end - 1]!)) end--
    return { key, value: { start: value.start, end, text: text.slice(value.start, end) } }
  })
}

/** «存在问题:» over lines of its own: «1.…», «2.…». */
function goesOn(line: Line, value: Cell, role: string | undefined): boolean {
  return role === 'problem' && (value.text === '' || NUMBERED.test(line.text))
}

const NUMBERED = /^(?:\d{1,2}[.、)]|\(\d{1,2}\)|[①-⑳])/
