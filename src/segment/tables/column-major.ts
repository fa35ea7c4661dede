import type { Kit } from '../../kit.ts'
import type { Line } from '../line.ts'
import { isTotal } from './cell-words.ts'
import { isHeader } from './columns.ts'
import type { Cell, Grid } from './grid.ts'

interface Block {
  header: Line | null
  cells: Line[]
}

/** T5: column after column, every header followed by all its cells; the first may have its serial glued on («1云溪市»). */
export function columnMajorTable(
  lines: readonly Line[],
  from: number,
  kit: Kit,
): { grid: Grid; next: number } | null {
  const counted = countedBlocks(lines, from, kit)
  if (counted) return gridOf(lines, from, counted.blocks, counted.next)
  const blocks: Block[] = []
  let i = from
  for (; i < lines.length && lines[i]!.gap <= 2 && lines[i]!.text.length <= 80; i++) {
    const line = lines[i]!
    if (isHeader(line.text, kit)) blocks.push({ header: line, cells: [] })
    else if (blocks.length === 0) {
      if (!/^1\D/.test(line.text)) return null
      blocks.push({ header: null, cells: [line] })
    } else blocks.at(-1)!.cells.push(line)
  }
  const height = blocks[0]?.cells.length ?? 0
  if (height < 2 || blocks.length < 2) return null
  const last = blocks.at(-1)!
  const surplus = last.cells.length - height
  if (surplus < 0 || blocks.slice(0, -1).some((b) => b.cells.length !== height)) return null
  last.cells.length = height
  return gridOf(lines, from, blocks, i - surplus)
}

/** The serials of the first column say how high all of them are. */
function countedBlocks(
  lines: readonly Line[],
  from: number,
  kit: Kit,
): { blocks: Block[]; next: number } | null {
  const opens = (k: number, serial: number) => {
    const text = lines[k]?.text ?? ''
    const next = text[`${serial}`.length]
    return next !== undefined && text.startsWith(`${serial}`) && !'0123456789.、)'.includes(next)
  }
  const start = opens(from, 1) ? from : from + 1
  let height = 0
  while (opens(start + height, height + 1)) height++
  if (height < 2) return null
  // «合计» has no serial.
  if (isTotal(lines[start + height]?.text ?? '', kit)) height++
  const blocks: Block[] = [
    { header: start > from ? lines[from]! : null, cells: lines.slice(start, start + height) },
  ]
  let next = start + height
  while (next + height < lines.length && isHeader(lines[next]!.text, kit)) {
    blocks.push({ header: lines[next]!, cells: lines.slice(next + 1, next + 1 + height) })
    next += height + 1
  }
  return blocks.length >= 2 ? { blocks, next } : null
}

function gridOf(
  lines: readonly Line[],
  from: number,
  blocks: readonly Block[],
  next: number,
): { grid: Grid; next: number } | null {
  const height = blocks[0]!.cells.length
  const serials = blocks[0]!.cells.map((c) => /^(\d+)\D/.exec(c.text)?.[1])
  const glued = serials.every((s, k) => Number(s) === k + 1 || (s === undefined && k === height - 1))
  if (blocks[0]!.header === null && !glued) return null
  const columns: Cell[] = blocks.map((b) =>
    b.header ? headerCell(b.header) : { start: lines[from]!.start, end: lines[from]!.start, text: '单位' },
  )
  const rows = Array.from({ length: height }, (_, r) =>
    blocks.map((b, c) => {
      const line = b.cells[r]!
      const skip = c === 0 && glued ? (serials[r]?.length ?? 0) : 0
      return { start: line.start + skip, end: line.end, text: line.text.slice(skip) }
    }),
  )
  return {
    grid: {
      title: '',
      columns,
      rows,
      groups: rows.map(() => null),
      layout: 'vertical',
      start: lines[from]!.start,
      end: blocks.at(-1)!.cells.at(-1)!.end,
      annex: 0,
    },
    next,
  }
}

/** «序号责任单位»: the serial's header may be glued on as the serials are. */
function headerCell(l: Line): Cell {
  const skip = /^序\s*号(?=.)/.exec(l.text)?.[0].length ?? 0
  return { start: l.start + skip, end: l.end, text: l.text.slice(skip) }
}
