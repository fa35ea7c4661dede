import type { Kit } from '../../kit.ts'
import type { Line } from '../line.ts'
import { isHeader } from './columns.ts'
import type { Cell, Grid } from './grid.ts'

/** T5: column after column, every header followed by all its cells; the first may have its serial glued on («1云溪市»). */
export function columnMajorTable(
  lines: readonly Line[],
  from: number,
  kit: Kit,
): { grid: Grid; next: number } | null {
  const blocks: { header: Line | null; cells: Line[] }[] = []
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
  const serials = blocks[0]!.cells.map((c) => /^(\d+)\D/.exec(c.text)?.[1])
  const glued = serials.every((s, k) => Number(s) === k + 1)
  if (blocks[0]!.header === null && !glued) return null
  const columns: Cell[] = blocks.map((b) =>
    b.header ? cell(b.header) : { start: lines[from]!.start, end: lines[from]!.start, text: '单位' },
  )
  const rows = Array.from({ length: height }, (_, r) =>
    blocks.map((b, c) => {
      const line = b.cells[r]!
      const skip = c === 0 && glued ? serials[r]!.length : 0
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
      end: last.cells.at(-1)!.end,
      annex: 0,
    },
    next: i - surplus,
  }
}

const cell = (l: Line): Cell => ({ start: l.start, end: l.end, text: l.text })
