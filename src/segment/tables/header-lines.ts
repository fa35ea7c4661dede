import type { Kit } from '../../kit.ts'
import { FAULT } from '../../lexicon/phrases.ts'
import type { Line } from '../line.ts'
import { align } from './alignment.ts'
import { followsTable, HEADING, opensGroup } from './between-rows.ts'
import { type CellWord, cellSays } from './cell-words.ts'
import { type Column, columnOf, isHeader } from './columns.ts'
import { areRows, FEWEST_ROWS, judgesAlone, LOOKS, namesPlatform, UNIT_END } from './looks.ts'

// How many lines a table told one cell a line begins with that are its headers.

/**
 * «自查短板, 涉及单位, 改进举措, 了结时点»: headers that nobody knows behind those somebody does, without a serial to say where rows
 * begin. As many as the lines below stand best under.
 */
export function unknownHeaders(lines: readonly Line[], from: number, run: number, kit: Kit): number {
  const columns = lines
    .slice(from, from + run)
    .map((l): Column => columnOf(l.text, kit) ?? { role: 'text', measure: '' })
  if (columns.some((c) => c.role === 'serial')) return 0
  const below = lines.slice(from + run, from + run + LOOKED_AT)
  const end = below.findIndex((l, k) => k > 0 && followsTable(l, kit))
  const data = end < 0 ? below : below.slice(0, end)
  for (let more = 0; more <= MOST_UNKNOWN; more++) {
    if (more > 0 && !SHORT.test(data[more - 1]?.text ?? '')) break
    if (areRows(data.slice(more), run + more, kit)) return more
  }
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
const WORTH = 0.3

const SHORT = /^[\u4e00-\u9fff()/]{2,10}$/

const mayHead = (text: string, kit: Kit): boolean =>
  SHORT.test(text) &&
  !UNIT_END(kit).test(text) &&
  !FAULT(kit).test(text) &&
  !judgesAlone(text, kit) &&
  !namesPlatform(text, kit) &&
  !['mended', 'unmended', 'blank', 'clear'].some((says) => cellSays(text, says as CellWord, kit))

/** «县区, 抽查数, 合格率, 市直部门, 12, 91.7%»: what could be a header is the name in the first row, where no row could begin with a figure. */
export function opensRow(lines: readonly Line[], from: number, run: number, kit: Kit): boolean {
  const whose = (at: number) => NAMES_ROW.test(columnOf(lines[at]!.text, kit)?.role ?? '')
  const next = lines[from + run]
  return (
    run > 2 && next !== undefined && LOOKS.figure!.test(next.text) && whose(from) && whose(from + run - 1)
  )
}

export const NAMES_ROW = /^(?:unit|region)$/

/** Lines that say how long rows are. */
export const LOOKED_AT = 120
/** Columns of a table, at most. */
export const WIDEST = 12

const LONGEST_FAULT = 14

/** «序号», or what nobody knows in front of headers that somebody does, up to a 1: «序次, 承办单位, …, 1». */
export function isSerial(lines: readonly Line[], kit: Kit): boolean {
  const [first] = lines
  const role = columnOf(first!.text, kit)?.role
  if (role !== undefined || !/^[\u4e00-\u9fff]{1,4}$/.test(first!.text)) return role === 'serial'
  const one = lines.slice(0, WIDEST).findIndex((l) => /^(?:1|01)$/.test(l.text))
  return one > 2 && lines.slice(1, one).filter((l) => isHeader(l.text, kit)).length >= 2
}

/** How many header lines `lines` begin with. With a serial column the header ends where 1 stands; without, at the first line that is none. */
export function headerRun(lines: readonly Line[], kit: Kit): number {
  const limit = Math.min(lines.length, WIDEST)
  let n = 0
  let known = 0
  const serialFirst = isSerial(lines, kit)
  const named = NAMES_ROW.test(columnOf(lines[0]!.text, kit)?.role ?? '')
  // «监测问题明细», «序号»: what stands over the serial is the title.
  if (
    lines.length > 1 &&
    columnOf(lines[1]!.text, kit)?.role === 'serial' &&
    (lines[0]!.text.length > 4 || columnOf(lines[0]!.text, kit) === null)
  )
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
