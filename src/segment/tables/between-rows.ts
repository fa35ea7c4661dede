import type { Kit } from '../../kit.ts'
import { saying } from '../../lexicon/phrases.ts'
import type { Line } from '../line.ts'
import type { Column } from './columns.ts'
import { LOOKS } from './looks.ts'

// Lines that are no cells of the rows they stand between, or behind.

export const HEADING = /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)).{2,40}$/

/** «一、县直部门», «平江县»: a line of its own in front of a row, where rows are numbered. */
export function opensGroup(
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
export function headsText(lines: readonly Line[], at: number, columns: readonly Column[], kit: Kit): boolean {
  const { text } = lines[at]!
  if (!HEADING.test(text) || goesOn(lines, at, columns)) return false
  return (
    columns[0]!.role === 'serial' ||
    kit.tables.headings.some((h) => h.role !== 'problems' && text.includes(h.word))
  )
}

const AFTER = saying(
  (any) =>
    new RegExp(
      `^${any('above')}[^|\\t]{4,60}。$|^${any('remarks')}\\d?[::]|^附[件表]\\s*(?:[\\d一二三四五六七八九十::]|$)|^\\(?联系(?:人|电话(?![\u4e00-\u9fff]{2}))`,
    ),
)

export function endsTable(line: Line, widest: number, kit: Kit): boolean {
  return line.gap > widest || followsTable(line, kit) || line.text.length > 400
}

/** «注:…», «附件2», «联系人», «以上网站均不合格。»: no cell. */
export function followsTable(line: Line, kit: Kit): boolean {
  return AFTER(kit).test(line.text)
}

/** Does the next serial stand within a row's length? */
export function goesOn(lines: readonly Line[], at: number, columns: readonly Column[]): boolean {
  if (columns[0]!.role !== 'serial') return false
  const serial = lines.slice(Math.max(0, at - columns.length), at).findLast((l) => LOOKS.serial!.test(l.text))
  const next = serial && String(Number(serial.text) + 1)
  return next !== undefined && lines.slice(at, at + columns.length).some((l) => l.text === next)
}
