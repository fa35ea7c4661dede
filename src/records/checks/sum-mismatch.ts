import { saying } from '../../lexicon/phrases.ts'
import type { Mention } from '../../parse/mentions.ts'
import { isTotal } from '../../segment/tables/cell-words.ts'
import type { Grid } from '../../segment/tables/grid.ts'
import { evidenceOf, mentionsIn, type Reading, whereInTable, whereOf } from '../reading.ts'
import type { Check, Metric } from '../schema.ts'
import { columnsOf } from '../table-roles.ts'
import { type Checker, problem } from './check.ts'

type Count = Extract<Mention, { kind: 'count' }>

/** What opens the parts of the count before it; «,» may part it from the figure, and a rate stand between. */
const LEAD =
  /^[^。;()\d]{0,14}?(?:[,。]\s{0,2}[^,。;()\d]{0,10}\d{1,3}(?:\.\d{1,3})?%)?(?:(?:[,。]\s{0,2})?(?:其中|包括|包含|分别为|含|由(?=[^。;]{4,80}(?:组成|构成)))[::,]?|\()/

const REST = saying((any) => new RegExp(`^(?:等|(?:[、,]|${any('joins')}){0,2}${any('rest')})`))

/** «网站177个,其中A1个、B38个、C86个、D47个», a row «合计»: parts that should make the whole and do not. */
export const sumMismatch: Checker = ({ reading, metrics }) => [
  ...judged(reading, metrics),
  ...reading.outline.passages.flatMap((passage) =>
    passage.role === 'requirements' || passage.role === 'criteria'
      ? []
      : inProse(reading, passage.start, passage.end, whereOf(passage)),
  ),
  ...reading.outline.grids.flatMap((grid) => inTable(reading, grid)),
]

function inProse(reading: Reading, start: number, end: number, where: string): Check[] {
  const { text } = reading
  const counts = mentionsIn(reading, 'count', start, end).filter(
    (m) =>
      m.value.counter === '个' ||
      m.value.counter === '家' ||
      m.value.counter === '条' ||
      (m.value.counter === null &&
        /^[,、。;)]/.test(text.slice(m.end, m.end + 1)) &&
        !/附[件表]\s{0,2}$/.test(text.slice(m.start - 4, m.start))),
  )
  return counts.flatMap((head, i) => {
    const lead = LEAD.exec(text.slice(head.end, head.end + 150))
    if (!lead) return []
    const from = head.end + lead[0].length
    const stop = lead[0].endsWith('(') ? closing(text, from - 1, end) : nextStop(text, from, end)
    const parts = listed(
      text,
      from,
      counts.slice(i + 1).filter((p) => p.end <= stop),
    )
    const sum = parts.reduce((n, p) => n + p.value.value, 0)
    const ratio = sum / head.value.value
    if (parts.length < 2 || sum === head.value.value || ratio < 0.75 || ratio > 1.3) return []
    // «等», «其余…»: not all parts are told.
    if (
      REST(reading.kit).test(
        text.slice(parts.at(-1)!.end, stop + 1).replace(/^[\u4e00-\u9fff]{0,6}(?=等)/, ''),
      )
    )
      return []
    return [
      told(sum, head.value.value, [
        evidenceOf(reading, head.start, head.end, where),
        evidenceOf(reading, parts[0]!.start, parts.at(-1)!.end, where),
      ]),
    ]
  })
}

/** «检查40家,合格38家,不合格3家»: the three right behind each other. */
function judged({ source: { text } }: Reading, metrics: readonly Metric[]): Check[] {
  const at = (m: Metric) => m.evidence[0]!
  const counts = metrics.filter((m) => m.unit === 'count' && m.operator === '=')
  const next = (m: Metric) =>
    counts.find(
      (o) =>
        o.subject === m.subject &&
        o.about === m.about &&
        at(o).start > at(m).end &&
        /^[^。;\d]{0,16}$/.test(text.slice(at(m).end, at(o).start)),
    )
  return counts.flatMap((whole) => {
    const one = whole.measure === 'checked' ? next(whole) : undefined
    const other = one && next(one)
    if (!other || [one.measure, other.measure].sort().join() !== 'qualified,unqualified') return []
    const sum = one.value + other.value
    return sum === whole.value ? [] : [told(sum, whole.value, [at(whole), at(one), at(other)])]
  })
}

const told = (sum: number, total: number, evidence: Check['evidence']): Check =>
  problem(
    'sum_mismatch',
    'warning',
    `各分项合计 ${sum},与总数 ${total} 不符 (the parts make ${sum}, the stated total is ${total})`,
    total,
    sum,
    evidence,
  )

/** The figures of one list: nothing but names between them, brackets left out; a figure of another kind ends it. */
function listed(text: string, from: number, counts: readonly Count[]): Count[] {
  const out: Count[] = []
  let at = from
  let joint = ''
  for (const count of counts) {
    if (count.start < at) continue
    const bracket = /^\([^()]{0,80}\)/.exec(text.slice(at, count.start + 80))?.[0].length ?? 0
    if (at + bracket > count.start) {
      at += bracket
      continue
    }
    const between = text.slice(at + bracket, count.start)
    if (
      !/^[^。;:]{0,24}$/.test(between) ||
      OTHER.test(between) ||
      // «微信74个、微博18个、抖音号5个,2个账号不合格»: the comma ends the list.
      (joint === '、' && between.startsWith(',')) ||
      count.value.operator !== '=' ||
      !/\d/.test(count.value.raw)
    )
      break
    if (out.length > 0) joint = between[0] ?? ''
    out.push(count)
    at = count.end
  }
  return out
}

/** What is no further part, but says something else of the whole. */
const OTHER = /合格|占|比|抽查|检查|发现|整改|办结|散见|采用|^[,、][^,、应未]{0,4}(?:关停|注销|新增|新开)/

/** Where the bracket opened at `open` closes: «(市直1个、县(市、区)7个)». */
function closing(text: string, open: number, end: number): number {
  let depth = 0
  for (let i = open; i >= 0 && i < end; i++) {
    if (text[i] === '(') depth++
    else if (text[i] === ')' && --depth === 0) return i
  }
  return end
}

function nextStop(text: string, from: number, end: number): number {
  const at = text.slice(from, end).search(/[。;]/)
  return at < 0 ? end : from + at
}

/** A row of totals against the rows over it, column by column, where all of them are whole numbers. */
function inTable(reading: Reading, grid: Grid): Check[] {
  const serial = columnsOf(grid, reading).findIndex((c) => c?.role === 'serial' || c?.role === 'rank')
  let from = 0
  return grid.rows.flatMap((row, r) => {
    if (!row.some((cell) => isTotal(cell.text, reading.kit))) return []
    const over = grid.rows.slice(from, r)
    from = r + 1
    if (over.length < 2) return []
    return row.flatMap((cell, c) => {
      const parts = over.map((o) => Number(WHOLE.exec(o[c]?.text ?? '')?.[0] ?? Number.NaN))
      if (c === serial || !WHOLE.test(cell.text) || cell.filled || parts.some(Number.isNaN)) return []
      const sum = parts.reduce((a, b) => a + b, 0)
      return sum === Number(cell.text)
        ? []
        : [
            told(sum, Number(cell.text), [
              evidenceOf(reading, cell.start, cell.end, whereInTable(reading, grid, r)),
            ]),
          ]
    })
  })
}

const WHOLE = /^\d{1,7}$/
