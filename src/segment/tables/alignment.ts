import type { Kit } from '../../kit.ts'
import { FAULT } from '../../lexicon/phrases.ts'
import type { Line } from '../line.ts'
import { cellSays } from './cell-words.ts'
import type { Column } from './columns.ts'
import { REPEATED } from './fill-down.ts'
import { type Cell, EMPTY } from './grid.ts'
import { judgesAlone, LOOKS, namesPlatform, UNIT_END } from './looks.ts'

// Which line of a table told one cell a line belongs to which column and row.

interface State {
  cost: number
  from: number
  serial: number
}

/** For each line its column; a column not after the line before's opens a new row. */
export function align(
  lines: readonly Line[],
  columns: readonly Column[],
  kit: Kit,
  blank: boolean,
): { placed: Placed[]; cost: number } {
  const width = columns.length
  const steps: { states: State[]; rows: boolean[] }[] = []
  for (const [i, line] of lines.entries()) {
    const states: State[] = []
    const rows: boolean[] = []
    const goesOn = i > 0 && goesOnCounting(lines[i - 1]!, line)
    for (let c = 0; c < width; c++) {
      let best: State = { cost: Number.POSITIVE_INFINITY, from: -1, serial: 0 }
      let row = false
      const own = misfits(line, columns[c]!, kit)
      const consider = (cost: number, from: number, serial: number, newRow: boolean) => {
        const total = cost + own(serial)
        if (total < best.cost) {
          best = {
            cost: total,
            from,
            serial: columns[c]!.role === 'serial' ? Number(line.text) || serial : serial,
          }
          row = newRow
        }
      }
      if (i === 0) consider(c * SKIP_LEAD, -1, 0, true)
      else
        for (const [p, state] of steps[i - 1]!.states.entries()) {
          const before = goesOn && c !== p ? { ...state, cost: state.cost + PARTED } : state
          if (c === p)
            consider(
              before.cost + (goesOn ? 0 : isTold(columns[c]!) ? 0.6 : 2.5) + (line.gap === 0 ? 0 : 0.2),
              p,
              before.serial,
              false,
            )
          const told = blank && line.gap > 0
          if (c > p)
            consider(
              before.cost + (told && c - p - 1 === line.gap ? 0 : (c - p - 1) * SKIP),
              p,
              before.serial,
              false,
            )
          consider(
            before.cost +
              (told && width - 1 - p + c === line.gap ? 0 : (width - 1 - p) * SKIP + skippedLead(columns, c)),
            p,
            before.serial,
            true,
          )
        }
      states.push(best)
      rows.push(row)
    }
    steps.push({ states, rows })
  }
  const out: Placed[] = new Array(lines.length)
  const final = steps.at(-1)!.states
  let c = 0
  for (let k = 1; k < width; k++)
    if (final[k]!.cost + (width - 1 - k) * SKIP < final[c]!.cost + (width - 1 - c) * SKIP) c = k
  const { cost } = final[c]!
  for (let i = lines.length - 1; i >= 0; i--) {
    out[i] = { column: c, row: steps[i]!.rows[c]! }
    c = steps[i]!.states[c]!.from
  }
  return { placed: out, cost }
}

/** Where a line stands: its column, and whether it opens a row. */
interface Placed {
  column: number
  row: boolean
}

/**
 * Where most rows have as many lines as there are columns, those that do have a cell on each, and those that have more have a
 * cell or two on several («张家川县人力资源», «和社会保障局»).
 */
export function whole(
  lines: readonly Line[],
  placed: Placed[],
  columns: readonly Column[],
  kit: Kit,
): Placed[] {
  if (columns[0]!.role !== 'serial') return placed
  const starts: number[] = []
  for (const [k, { text }] of lines.entries()) {
    if (!LOOKS.serial!.test(text)) continue
    const start = starts.at(-1)
    const more = start === undefined ? 1 : Number(text) - Number(lines[start]!.text)
    // A number left out is believed a row's length further on.
    if (more === 1 || (more > 1 && more <= 3 && k - start! === columns.length)) starts.push(k)
  }
  const length = (n: number) => (starts[n + 1] ?? lines.length) - starts[n]!
  const full = starts.filter((_, n) => length(n) === columns.length).length
  if (starts.length < 2 || full * 2 <= starts.length) return placed
  const out = [...placed]
  for (const [n, start] of starts.entries()) {
    const more = length(n) - columns.length
    // Behind the last row may stand what is none of it.
    if (more < 0 || more > (n < starts.length - 1 ? MOST_WRAPPED : 0)) continue
    const row = lines.slice(start, start + length(n))
    for (const [k, column] of (more === 0 ? [...row.keys()] : (wrapped(row, columns, kit) ?? [])).entries())
      out[start + k] = { column, row: k === 0 }
  }
  return out
}
const MOST_WRAPPED = 4

/** Which column each line of a row belongs to, where every column has one at least: as the cells they make suit the columns best. */
function wrapped(lines: readonly Line[], columns: readonly Column[], kit: Kit): number[] | null {
  const n = lines.length
  const w = columns.length
  const best: { cost: number; from: number }[][] = [[{ cost: 0, from: 0 }]]
  for (let c = 0; c < w; c++) {
    const reached: { cost: number; from: number }[] = []
    for (let to = c + 1; to <= n - (w - 1 - c); to++)
      for (let from = c; from < to; from++) {
        const before = best[c]![from]
        if (!before || (to > from + 1 && lines.slice(from, to).some((l) => LOOKS.figure!.test(l.text))))
          continue
        const text = lines
          .slice(from, to)
          .map((l) => l.text)
          .join('')
        // What runs on fills its line.
        const runsOn = lines
          .slice(from + 1, to)
          .every((l, k) => l.text.length <= lines[from + k]!.text.length)
        const parted = from > 0 && goesOnCounting(lines[from - 1]!, lines[from]!) ? PARTED : 0
        const more = parted + (to - from - 1) * (isTold(columns[c]!) ? 0.3 : runsOn ? 1 : 2)
        const cost = before.cost + more + misfits({ ...lines[from]!, text }, columns[c]!, kit)(Number.NaN)
        if (!reached[to] || cost < reached[to]!.cost) reached[to] = { cost, from }
      }
    best.push(reached)
  }
  if (!best[w]![n]) return null
  const out: number[] = []
  for (let c = w, to = n; c > 0; c--) {
    const { from } = best[c]![to]!
    for (let k = from; k < to; k++) out[k] = c - 1
    to = from
  }
  return out
}

/** «①信息更新滞后», «②附件打不开»: points of one cell. */
function goesOnCounting(before: Line, line: Line): boolean {
  const mark = CIRCLED.indexOf(line.text[0]!)
  return mark > 0 && before.text.startsWith(CIRCLED[mark - 1]!)
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩'
/** What it costs to part them. */
const PARTED = 5

const SKIP = 2
const SKIP_LEAD = 1.2

/** Cells missing at the head of a row are merged ones; a missing serial is all but impossible. */
function skippedLead(columns: readonly Column[], upTo: number): number {
  let cost = 0
  for (let k = 0; k < upTo; k++) cost += columns[k]!.role === 'serial' ? 6 : SKIP_LEAD
  return cost
}

const isTold = ({ role }: Column): boolean => role === 'problem' || role === 'problem_kind'

/** How ill a line suits a column, given the serial of the row before. */
function misfits(line: Line, column: Column, kit: Kit): (serial: number) => number {
  const number = LOOKS.serial!.test(line.text)
  const n = number ? Number(line.text) : Number.NaN
  if (column.role === 'serial')
    return (serial) => (number ? (n === serial + 1 ? -5 : n > serial && n <= serial + 3 ? -1 : 2) : 9)
  const look = misfit(line.text, column, number, kit)
  if (LOOKS[column.role]) return () => look
  return (serial) => (n === serial + 1 ? 5 : look)
}

/** «2.附件《2021年小学招生方案》无法下载» is no day. */
const LONGEST_VALUE = 18

/** How ill a cell's text suits a column, whatever stands around it. */
export function misfit(text: string, column: Column, number: boolean, kit: Kit): number {
  if (cellSays(text, 'same', kit)) return REPEATED.has(column.role) ? 0 : 4
  const look = LOOKS[column.role]
  if (column.role === 'platform') return namesPlatform(text, kit) ? -2.5 : 4
  if (look)
    return look.test(text) &&
      !(column.role === 'deadline' && FAULT(kit).test(text)) &&
      (text.length <= LONGEST_VALUE || column.role === 'url')
      ? -2.5
      : number
        ? 3
        : 4
  const judges = judgesAlone(text, kit)
  if (column.role === 'mended')
    return cellSays(text, 'mended', kit) || cellSays(text, 'unmended', kit) ? -2.5 : number ? 3 : 0.8
  if (column.role === 'verdict') return judges ? -2.5 : number ? 3 : 4
  if (LOOKS.url!.test(text) || judges) return 4
  if (column.role === 'unit' || column.role === 'region')
    return UNIT_END(kit).test(text) && text.length <= 24
      ? -1.2
      : text.length > 20 || /[。;,]/.test(text)
        ? 4
        : 1.2
  if (isTold(column) && (cellSays(text, 'mended', kit) || cellSays(text, 'unmended', kit))) return 1.5
  if (isTold(column))
    return FAULT(kit).test(text) ? -1.5 : UNIT_END(kit).test(text) && text.length <= 14 ? 2.5 : 0.5
  if (/_name$/.test(column.role))
    return /[。;]/.test(text) || text.length > 30 ? 3 : /^[未无不]/.test(text) ? 1.5 : 0
  return 0.4
}

/** May these be the cells of a column: «平台» is over names of platforms; a header that may be over anything suits all. */
export const suits = (cells: readonly Line[], column: Column, kit: Kit): boolean =>
  !SURE.has(column.role) ||
  cells.some(({ text }) =>
    column.role === 'serial'
      ? LOOKS.serial!.test(text)
      : misfit(text, column, LOOKS.serial!.test(text), kit) < 0,
  )
const SURE = new Set(['serial', 'platform', 'unit', 'region', 'url', 'deadline'])

export function rowsOf(
  lines: readonly Line[],
  placed: readonly Placed[],
  columns: readonly Column[],
): Cell[][] {
  const rows: Cell[][] = []
  for (const [i, { column, row }] of placed.entries()) {
    if (row || rows.length === 0) rows.push(columns.map(() => EMPTY))
    const cells = rows.at(-1)!
    const line = lines[i]!
    const before = cells[column]!
    const start = before === EMPTY ? line.start : before.start
    cells[column] = {
      start,
      end: line.end,
      text: before === EMPTY ? line.text : `${before.text}\n${line.text}`,
    }
  }
  for (const [r, cells] of rows.entries()) {
    const leading = cells.findIndex((c) => c !== EMPTY)
    for (let c = 0; c < leading; c++)
      if (columns[c]!.role !== 'serial' && rows[r - 1]) cells[c] = { ...rows[r - 1]![c]!, filled: true }
  }
  return rows
}
