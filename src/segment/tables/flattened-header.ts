import type { Kit } from '../../kit.ts'
import { MEDIA, SITE } from '../../lexicon/phrases.ts'
import type { Line } from '../line.ts'
import { tight } from '../line.ts'
import { columnOf, isHeader } from './columns.ts'
import type { Cell } from './grid.ts'
import { LOOKS } from './looks.ts'

/** The columns that header lines stand for, one cell a line, in the order of the cells of a row. */
export function columnsOfLines(header: readonly Line[], data: readonly Line[], kit: Kit): Cell[] {
  return underGroups(broken(header, data, kit), kit)
}

/**
 * «整改», «时限»: one header on two lines, where the first says nothing alone, or a row has no more cells than without it.
 */
function broken(header: readonly Line[], data: readonly Line[], kit: Kit): Cell[] {
  const cells: Cell[] = []
  let spare = header.length - longestRow(data)
  for (let k = 0; k < header.length; k++) {
    const { start, end, text } = header[k]!
    const next = header[k + 1]
    const whole = next ? tight(text + next.text) : ''
    const said = isHeader(whole, kit) ? columnOf(whole, kit)?.header : undefined
    // «序号», «单位»: not what either says alone.
    const joint = said !== undefined && ![text, next!.text].some((part) => tight(part).includes(said))
    const [role, after, both] = [text, next?.text ?? '', whole].map((t) => columnOf(t, kit)?.role ?? null)
    // «最后更新», «日期»: of what, the line before says.
    const dated = after === 'note' && role !== null && both === role
    if (next && ((joint && (role === null || after === null)) || (spare > 0 && (joint || dated)))) {
      cells.push({ start, end: next.end, text: whole })
      spare--
      k++
    } else cells.push({ start, end, text })
  }
  return cells
}

/** Lines from one serial to the next, at most; more than any header where rows have none. */
function longestRow(data: readonly Line[]): number {
  let longest = 0
  let serial = 0
  let at = -1
  for (const [k, line] of data.entries()) {
    if (!LOOKS.serial!.test(line.text) || Number(line.text) !== serial + 1) continue
    if (serial > 0) longest = Math.max(longest, k - at)
    serial++
    at = k
  }
  return serial > 2 ? longest : Number.POSITIVE_INFINITY
}

/**
 * Two header rows one after the other: «序号, 单位, 政府网站, 政务新媒体, 备注» and below them «检查数, 不合格数, 检查数, 不合格数,
 * 合格率», of which every repetition opens the next group.
 */
function underGroups(cells: readonly Cell[], kit: Kit): Cell[] {
  const names = cells.map((c) => tight(c.text))
  const again = names.findIndex((name, k) => names.indexOf(name) < k)
  if (again < 0) return [...cells]
  const isGroup = ({ text }: Cell) => MEDIA(kit).test(text) || SITE(kit).test(text)
  const below = names.indexOf(names[again]!)
  const parts: Cell[][] = []
  for (const [k, cell] of cells.slice(below).entries()) {
    const last = parts.at(-1)
    if (!last || last.some((c) => tight(c.text) === names[below + k])) parts.push([cell])
    else last.push(cell)
  }
  const under = (top: readonly Cell[], parts: readonly (readonly Cell[])[]) => {
    if (top.filter(isGroup).length !== parts.length) return null
    let n = 0
    return top.flatMap((cell) =>
      isGroup(cell)
        ? parts[n++]!.map((part) => ({
            start: part.start,
            end: part.end,
            text: `${cell.text}/${part.text}`,
          }))
        : [cell],
    )
  }
  // «检查数, 不合格数, 抽检数, 不合格数»: all groups have as many, and what is repeated may stand anywhere in them.
  const each = again - below
  for (let top = below; top > below - each; top--) {
    const rest = cells.slice(top)
    if (rest.length % each > 0) continue
    const alike = Array.from({ length: rest.length / each }, (_, n) => rest.slice(n * each, (n + 1) * each))
    const found = under(cells.slice(0, top), alike)
    if (found) return found
  }
  return under(cells.slice(0, below), parts) ?? [...cells]
}
