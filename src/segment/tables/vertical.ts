import type { Kit } from '../../kit.ts'
import { FAULT, saying } from '../../lexicon/phrases.ts'
import type { Line } from '../line.ts'
import { type CellWord, cellSays } from './cell-words.ts'
import { type Column, columnOf, columnOfWords, isHeader } from './columns.ts'
import { REPEATED } from './fill-down.ts'
import { columnsOfLines } from './flattened-header.ts'
import { type Cell, EMPTY, type Grid } from './grid.ts'
import { judgesAlone, LOOKS, namesPlatform, UNIT_END } from './looks.ts'

/**
 * T2 and T3: one cell a line, headers first. Which line belongs to which column is the cheapest alignment of lines
 * to columns: each column knows what its cells look like, a row may lack cells, and a cell may have several lines.
 */
export function verticalTable(
  lines: readonly Line[],
  from: number,
  kit: Kit,
): { grid: Grid; next: number } | null {
  const cells = lines.map(withoutPipe)
  const known = headerRun(cells.slice(from, from + WIDEST + 1), kit)
  if (known < 2) return null
  const run = known + unknownHeaders(cells, from, known, kit)
  const width = opensRow(cells, from, run, kit) ? run - 1 : run
  const first = from + width
  const header = columnsOfLines(cells.slice(from, first), cells.slice(first, first + LOOKED_AT), kit)
  const serial = isSerial(cells.slice(from, from + WIDEST + 1), kit)
  const columns = header.map(
    (l, k): Column => columnOf(l.text, kit) ?? { role: k === 0 && serial ? 'serial' : 'text', measure: '' },
  )
  const widest = Math.max(
    1,
    ...cells.slice(from + 1, Math.min(cells.length, first + width)).map((l) => l.gap),
  )
  // Where the headers stand line by line, a blank line between cells is an empty one.
  const blank = cells.slice(from + 1, first).every((l) => l.gap === 0)
  const figuresOnly = columns.every((c, k) => c.role === 'figure' || (k === 0 && NAMES_ROW.test(c.role)))
  const data: Line[] = []
  const groups: Line[] = []
  let last = first
  for (; last < cells.length; last++) {
    const line = cells[last]!
    // A page or a group has the header again.
    if (
      last > first &&
      width > 2 &&
      cells.slice(from, first).every((h, k) => h.text === cells[last + k]?.text)
    ) {
      last += width - 1
      continue
    }
    // «从结果看,…。»: in a table of figures nothing is a sentence.
    if (last > first && figuresOnly && SENTENCE.test(line.text)) break
    if (endsTable(line, blank && goesOn(cells, last, columns) ? width : widest, kit)) break
    if (opensGroup(cells, last, columns, kit)) groups.push(line)
    else if (last > first && headsText(cells, last, columns, kit)) break
    else data.push(line)
  }
  if (data.length === 0) return null
  const inRows = (as: readonly Column[]) =>
    rowsOf(data, whole(data, align(data, as, kit, blank).placed, as, kit), as)
  let rows = inRows(columns)
  const seen = columns.map((c, k) => seenIn(rows, c, k, header[k]!.text, kit))
  if (seen.some((c, k) => c !== columns[k])) rows = inRows(seen)
  if (rows.length === 0) return null
  const grid: Grid = {
    title: '',
    columns: header,
    rows,
    groups: rows.map((row) => {
      const at = row.find((c) => c.text !== '' && !c.filled)?.start ?? 0
      return groups.findLast((g) => g.start < at) ?? null
    }),
    layout: 'vertical',
    start: header[0]!.start,
    end: cells[last - 1]!.end,
    annex: 0,
  }
  return { grid, next: last }
}

/** What a column holds, where its cells say otherwise than its header or more. */
function seenIn(
  rows: readonly (readonly Cell[])[],
  column: Column,
  k: number,
  header: string,
  kit: Kit,
): Column {
  // «检查账号» counts accounts, or names them.
  if (column.role === 'figure')
    return rows.some((r) => LOOKS.figure!.test(r[k]!.text))
      ? column
      : (columnOfWords(header, kit) ?? { role: 'text', measure: '' })
  if (column.role !== 'text') return column
  const cells = rows.flatMap((r) => (r[k]!.text === '' ? [] : [r[k]!.text]))
  const role = SEEN.find(
    (role) =>
      cells.length >= FEWEST_ROWS &&
      cells.filter((text) => misfit(text, { role, measure: '' }, false, kit) < -2).length >=
        cells.length * MOST,
  )
  return role ? { ...column, role } : column
}
const SEEN = ['platform', 'verdict', 'deadline', 'url']
const MOST = 0.7

/**
 * «自查短板, 涉及单位, 改进举措, 了结时点»: headers that nobody knows behind those somebody does, without a serial to say where rows
 * begin. As many as the lines below stand best under.
 */
function unknownHeaders(lines: readonly Line[], from: number, run: number, kit: Kit): number {
  const columns = lines
    .slice(from, from + run)
    .map((l): Column => columnOf(l.text, kit) ?? { role: 'text', measure: '' })
  if (columns.some((c) => c.role === 'serial')) return 0
  const below = lines.slice(from + run, from + run + LOOKED_AT)
  const end = below.findIndex((l, k) => k > 0 && followsTable(l, kit))
  const data = end < 0 ? below : below.slice(0, end)
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let more = 0; more <= MOST_UNKNOWN; more++) {
    if (more > 0 && !mayHead(data[more - 1]?.text ?? '', kit)) break
    const rest = data.slice(more)
    if (rest.length < (run + more) * FEWEST_ROWS) break
    if (more > 0) columns.push({ role: 'text', measure: '' })
    const cost = align(rest, columns, kit, false).cost / rest.length
    if (cost < least - (more > 0 ? WORTH : 0)) {
      best = more
      least = cost
    }
  }
  return best
}
const MOST_UNKNOWN = 3
const FEWEST_ROWS = 3
const WORTH = 0.3

const mayHead = (text: string, kit: Kit): boolean =>
  /^[\u4e00-\u9fff()/]{2,10}$/.test(text) &&
  !UNIT_END(kit).test(text) &&
  !FAULT(kit).test(text) &&
  !judgesAlone(text, kit) &&
  !namesPlatform(text, kit) &&
  !['mended', 'unmended', 'blank', 'clear'].some((says) => cellSays(text, says as CellWord, kit))

const withoutPipe = (l: Line): Line =>
  l.text.endsWith('|') ? { ...l, end: l.end - 1, text: l.text.slice(0, -1).trim() } : l

const HEADING = /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)).{2,40}$/

/** «一、县直部门», «平江县»: a line of its own in front of a row, where rows are numbered. */
function opensGroup(
  lines: readonly Line[],
  at: number,
  columns: readonly Pick<Column, 'role'>[],
  kit: Kit,
): boolean {
  const { text } = lines[at]!
  if (columns[0]?.role !== 'serial' || !LOOKS.serial!.test(lines[at + 1]?.text ?? '')) return false
  // «一、首页不更新», «二、错别字»: problems of one cell.
  if (HEADING.test(text)) return !HEADING.test(lines[at - 1]?.text ?? '')
  // «1, 平江县, 20»: a number of its row.
  if (LOOKS.serial!.test(lines[at - 1]?.text ?? '')) return false
  return (
    (kit.regions.everNamed(text).length > 0 || kit.scopes.has(text)) &&
    !columns.some((c, k) => k > 0 && k === columns.length - 1 && (c.role === 'unit' || c.role === 'region'))
  )
}

/** «二、工作要求»: the table is over. */
function headsText(lines: readonly Line[], at: number, columns: readonly Column[], kit: Kit): boolean {
  const { text } = lines[at]!
  if (!HEADING.test(text) || goesOn(lines, at, columns)) return false
  return (
    columns[0]!.role === 'serial' ||
    kit.tables.headings.some((h) => h.role !== 'problems' && text.includes(h.word))
  )
}

/** «县区, 抽查数, 合格率, 市直部门, 12, 91.7%»: what could be a header is the name in the first row, where no row could begin with a figure. */
function opensRow(lines: readonly Line[], from: number, run: number, kit: Kit): boolean {
  const whose = (at: number) => NAMES_ROW.test(columnOf(lines[at]!.text, kit)?.role ?? '')
  const next = lines[from + run]
  return (
    run > 2 && next !== undefined && LOOKS.figure!.test(next.text) && whose(from) && whose(from + run - 1)
  )
}

const SENTENCE = /^.{8,}[。;:]$/
const NAMES_ROW = /^(?:unit|region)$/

/** Lines that say how long rows are. */
const LOOKED_AT = 120
/** Columns of a table, at most. */
const WIDEST = 12

const LONGEST_FAULT = 14

/** «序号», or what nobody knows in front of headers that somebody does, up to a 1: «序次, 承办单位, …, 1». */
function isSerial(lines: readonly Line[], kit: Kit): boolean {
  const [first] = lines
  const role = columnOf(first!.text, kit)?.role
  if (role !== undefined || !/^[\u4e00-\u9fff]{1,4}$/.test(first!.text)) return role === 'serial'
  const one = lines.slice(0, WIDEST).findIndex((l) => /^(?:1|01)$/.test(l.text))
  return one > 2 && lines.slice(1, one).filter((l) => isHeader(l.text, kit)).length >= 2
}

/** How many header lines `lines` begin with. With a serial column the header ends where 1 stands; without, at the first line that is none. */
function headerRun(lines: readonly Line[], kit: Kit): number {
  const limit = Math.min(lines.length, WIDEST)
  let n = 0
  let known = 0
  const serialFirst = isSerial(lines, kit)
  const named = NAMES_ROW.test(columnOf(lines[0]!.text, kit)?.role ?? '')
  // «监测问题明细», «序号»: what stands over the serial is the title.
  if (lines.length > 1 && columnOf(lines[1]!.text, kit)?.role === 'serial' && lines[0]!.text.length > 4)
    return 0
  while (n < limit) {
    const line = lines[n]!
    if (/^(?:1|一|01)$/.test(line.text)) break
    // «排名\t地区\t得分» is a row.
    if (line.text.includes('\t')) return 0
    if (n > 1 && opensGroup(lines, n, [{ role: serialFirst ? 'serial' : '' }], kit)) break
    // «县区, 两周以上未更新, 无有效互动功能»: what the cells below are cases of.
    const header =
      isHeader(line.text, kit) || (named && line.text.length <= LONGEST_FAULT && FAULT(kit).test(line.text))
    if (
      !header &&
      !(
        n > 0 &&
        /^.{2,10}$/.test(line.text) &&
        !UNIT_END(kit).test(line.text) &&
        [lines[n + 1], lines[n + 2]].some(
          (l, k) => l && ((k === 0 && /^(?:1|一|01)$/.test(l.text)) || isHeader(l.text, kit)),
        )
      )
    )
      break
    if (header) known++
    n++
  }
  const grouped = serialFirst && n > 1 && lines[n] && opensGroup(lines, n, [{ role: 'serial' }], kit)
  if (serialFirst && !grouped && !/^(?:1|一|01)$/.test(lines[n]?.text ?? '')) {
    // «序号» promises a 1: the header goes on until it.
    for (let k = n; k < limit && lines[k]!.text.length <= 14 && !HEADING.test(lines[k]!.text); k++)
      if (/^(?:1|一|01)$/.test(lines[k + 1]?.text ?? '')) return k + 1
  }
  return known >= 2 ? n : 0
}

const AFTER = saying(
  (any) =>
    new RegExp(
      `^${any('remarks')}\\d?[::]|^附[件表]\\s*(?:[\\d一二三四五六七八九十::]|$)|^\\(?联系(?:人|电话(?![\u4e00-\u9fff]{2}))`,
    ),
)

function endsTable(line: Line, widest: number, kit: Kit): boolean {
  return line.gap > widest || followsTable(line, kit) || line.text.length > 400
}

/** «注:…», «附件2», «联系人»: no cell. */
export function followsTable(line: Line, kit: Kit): boolean {
  return AFTER(kit).test(line.text)
}

/** Does the next serial stand within a row's length? */
function goesOn(lines: readonly Line[], at: number, columns: readonly Column[]): boolean {
  if (columns[0]!.role !== 'serial') return false
  const serial = lines.slice(Math.max(0, at - columns.length), at).findLast((l) => LOOKS.serial!.test(l.text))
  const next = serial && String(Number(serial.text) + 1)
  return next !== undefined && lines.slice(at, at + columns.length).some((l) => l.text === next)
}

interface State {
  cost: number
  from: number
  serial: number
}

/** For each line its column; a column not after the line before's opens a new row. */
function align(
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
        for (const [p, before] of steps[i - 1]!.states.entries()) {
          if (c === p)
            consider(
              before.cost + (isTold(columns[c]!) ? 0.6 : 2.5) + (line.gap === 0 ? 0 : 0.2),
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
function whole(lines: readonly Line[], placed: Placed[], columns: readonly Column[], kit: Kit): Placed[] {
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
        const more = (to - from - 1) * (isTold(columns[c]!) ? 0.3 : runsOn ? 1 : 2)
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

function rowsOf(lines: readonly Line[], placed: readonly Placed[], columns: readonly Column[]): Cell[][] {
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
