import type { Kit } from '../../kit.ts'
import type { Line } from '../line.ts'
import { suits } from './alignment.ts'
import { isTotal } from './cell-words.ts'
import { columnOf, isHeader } from './columns.ts'
import { type Cell, EMPTY, type Grid } from './grid.ts'

const ANY = { role: 'text', measure: '' } as const

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
  // «序号, 网站归属, 对象全称, 发现的问题, 1»: serials would stand under theirs.
  if (blocks.some(({ header, cells }) => header && !suits(cells, columnOf(header.text, kit) ?? ANY, kit)))
    return null
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
    return text.startsWith(`${serial}`) && (next === undefined || !'0123456789.、)'.includes(next))
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
  const header = blocks[0]!.header
  // «序号责任单位»: the serial's header is glued on as the serials are.
  const serial = header && glued ? /^序\s*号(?=.)/.exec(header.text)?.[0] : undefined
  const columns: Cell[] = blocks.flatMap(({ header: own }) =>
    own === null
      ? [{ start: lines[from]!.start, end: lines[from]!.start, text: '单位' }]
      : own === header && serial
        ? split(own, serial.length)
        : [{ start: own.start, end: own.end, text: own.text }],
  )
  const rows = Array.from({ length: height }, (_, r) =>
    blocks.flatMap(({ cells }, c) => {
      const parts = split(cells[r]!, c === 0 && glued ? (serials[r]?.length ?? 0) : 0)
      return c === 0 && serial ? parts : parts.slice(1)
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

/** A line's first characters and the rest of it. */
function split({ start, end, text }: Line, length: number): [Cell, Cell] {
  const rest = text.slice(length).trimStart()
  return [
    length > 0 ? { start, end: start + length, text: text.slice(0, length) } : EMPTY,
    { start: end - rest.length, end, text: rest },
  ]
}
