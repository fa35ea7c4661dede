import type { Kit } from '../../kit.ts'
import type { Line } from '../line.ts'
import { type Column, columnOf, isHeader } from './columns.ts'
import { type Cell, EMPTY, type Grid } from './grid.ts'

const FEWEST_ROWS = 2
const FEWEST_COLUMNS = 4
const LONGEST_HEAD = 60
const LONGEST_HEADER = 12
/** Digits of one row that are tried in every way. */
const MOST_DIGITS = 24

/**
 * T6: a whole table in one line and nothing between its cells («序号地区抽查数不合格数合格率1郑州市39294.9%2洛阳市…»). Serials
 * part the rows; which digits are which figure only the rate can tell: they stay out where it does not.
 */
export function runTogetherTable(
  lines: readonly Line[],
  from: number,
  kit: Kit,
): { grid: Grid; next: number } | null {
  const line = lines[from]!
  const first = line.text.search(/1[\u4e00-\u9fff]/)
  if (first < 4 || first > LONGEST_HEAD || /\s/.test(line.text.slice(0, first))) return null
  const columns = headersIn(line, first, kit)
  if (!columns || columnOf(columns[0]!.text, kit)?.role !== 'serial') return null
  const roles = columns.map((c) => columnOf(c.text, kit))
  if (roles.slice(2).some((c) => c?.role !== 'figure') || roles.at(-1)!.measure.split('/')[0] !== 'pass_rate')
    return null
  const rows: Cell[][] = []
  let at = first
  for (let serial = 1; ; serial++) {
    const row = ROW.exec(line.text.slice(at))
    if (!row || Number(row[1]) !== serial) break
    const cell = (start: number, text: string): Cell => ({
      start: line.start + at + start,
      end: line.start + at + start + text.length,
      text,
    })
    const [, number = '', name = '', digits = ''] = row
    const figures = figuresIn(digits, roles.slice(2))
    // What is read ends where the row does.
    let start = number.length + name.length + digits.length - figures.join('').length
    rows.push([
      cell(0, number),
      cell(number.length, name),
      ...figures.map((text) => {
        const own = text === null ? EMPTY : cell(start, text)
        start += text?.length ?? 0
        return own
      }),
    ])
    at += row[0].length
  }
  if (rows.length < FEWEST_ROWS) return null
  const grid: Grid = {
    title: '',
    columns,
    rows,
    groups: rows.map(() => null),
    layout: 'vertical',
    start: line.start,
    end: line.end,
    annex: 0,
  }
  return { grid, next: from + 1 }
}

/** A serial, a name, digits, and the rate that ends the row. */
const ROW = /^(\d{1,3})([\u4e00-\u9fff()、]{2,20})(\d[\d.]{0,30}%)/

/** The known headers that a line begins with, as many as there may be up to `end`, and as many in full; null where they are none. */
function headersIn(line: Line, end: number, kit: Kit): Cell[] | null {
  const best: ({ ends: number[]; worth: number } | null)[] = [{ ends: [], worth: 0 }]
  for (let to = 1; to <= end; to++) {
    best.push(null)
    for (let from = Math.max(0, to - LONGEST_HEADER); from <= to - 2; from++) {
      const before = best[from]
      const header = line.text.slice(from, to)
      if (!before || !isHeader(header, kit)) continue
      // «抽查数», «不合格数», and not «抽查», «数不合格».
      const worth = before.worth + 1 + (columnOf(header, kit)!.header === header ? 0.1 : 0)
      if (worth > (best[to]?.worth ?? 0)) best[to] = { ends: [...before.ends, to], worth }
    }
  }
  const ends = best[end]?.ends
  if (!ends || ends.length < FEWEST_COLUMNS) return null
  return ends.map((to, k) => {
    const from = ends[k - 1] ?? 0
    return { start: line.start + from, end: line.start + to, text: line.text.slice(from, to) }
  })
}

/** The figures that `digits` are, one for each column; null for those that more than one reading leaves open. */
function figuresIn(digits: string, columns: readonly (Column | null)[]): (string | null)[] {
  const none = columns.map(() => null)
  if (digits.length > MOST_DIGITS) return none
  const measures = columns.map((c) => c!.measure.split('/')[0]!)
  const of = (figures: readonly string[], measure: string) => {
    const k = measures.indexOf(measure)
    return k < 0 ? null : Number(figures[k]!.replace('%', ''))
  }
  const fits = (figures: readonly string[]) => {
    const [total, checked, unqualified, rate] = ['total', 'checked', 'unqualified', 'pass_rate'].map((m) =>
      of(figures, m),
    )
    if (checked === null || checked === 0 || unqualified === null || unqualified! > checked!) return false
    if (total !== null && checked! > total!) return false
    return Math.abs(((checked! - unqualified!) / checked!) * 100 - rate!) <= 0.051
  }
  const [first, ...others] = splits(digits, columns.length).filter(fits)
  // From the end on as far as all readings say the same.
  const alike = (k: number) => others.every((o) => o.slice(k).join(' ') === first!.slice(k).join(' '))
  return first ? first.map((figure, k) => (alike(k) ? figure : null)) : none
}

/** All ways to cut digits into so many figures, the last of them a rate. */
function splits(digits: string, count: number): string[][] {
  if (count === 1)
    return /^(?:100|\d{1,2})(?:\.\d{1,2})?%$/.test(digits) && !/^0\d/.test(digits) ? [[digits]] : []
  const out: string[][] = []
  for (let length = 1; length <= 4 && length < digits.length; length++) {
    const head = digits.slice(0, length)
    if (!/^(?:0|[1-9]\d*)$/.test(head)) break
    for (const rest of splits(digits.slice(length), count - 1)) out.push([head, ...rest])
  }
  return out
}
