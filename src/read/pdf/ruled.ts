import { widthOf } from './lines.ts'
import type { Ruling, Run } from './page.ts'

/** Cells of a table on one page, row by row; what a merged cell covers is left out. */
export interface RuledTable {
  top: number
  bottom: number
  /** Where the columns part. */
  edges: number[]
  rows: RuledCell[][]
  /** What of the page stands in it. */
  held: Run[]
}

export interface RuledCell {
  left: number
  right: number
  rowspan: number
  colspan: number
  runs: Run[]
}

const NEAR = 3
const SHORTEST = 4
/** A page with more is a drawing. */
const MOST_RULINGS = 10_000

/** Tables that the drawn lines of a page make, from above down, with the text that stands in them. */
export function ruledTables(rulings: readonly Ruling[], runs: readonly Run[]): RuledTable[] {
  const level = rulings.filter((r) => r.y2 - r.y1 < 1 && r.x2 - r.x1 > SHORTEST)
  const upright = rulings.filter((r) => r.x2 - r.x1 < 1 && r.y2 - r.y1 > SHORTEST)
  if (level.length < 2 || upright.length < 2 || level.length + upright.length > MOST_RULINGS) return []
  return connected([...level, ...upright])
    .flatMap((group) => tableOf(group, runs) ?? [])
    .sort((a, b) => a.top - b.top)
}

/** Lines that touch belong together. */
function connected(rulings: readonly Ruling[]): Ruling[][] {
  const order = [...rulings].sort((a, b) => a.y1 - b.y1)
  const parent = order.map((_, i) => i)
  const root = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!
    return i
  }
  // Sorted by their tops: a line meets only those that begin above its bottom.
  let open: number[] = []
  for (const [i, r] of order.entries()) {
    open = open.filter((k) => order[k]!.y2 + NEAR >= r.y1)
    for (const k of open)
      if (order[k]!.x1 - NEAR <= r.x2 && order[k]!.x2 + NEAR >= r.x1) parent[root(k)] = root(i)
    open.push(i)
  }
  const groups = new Map<number, Ruling[]>()
  for (const [i, r] of order.entries()) {
    const group = groups.get(root(i))
    if (group) group.push(r)
    else groups.set(root(i), [r])
  }
  return [...groups.values()]
}

function tableOf(group: readonly Ruling[], runs: readonly Run[]): RuledTable | null {
  const level = group.filter((r) => r.y2 - r.y1 < 1)
  const upright = group.filter((r) => r.x2 - r.x1 < 1)
  const xs = places(upright.map((r) => r.x1))
  const ys = places(level.map((r) => r.y1))
  const columns = xs.length - 1
  const rows = ys.length - 1
  if (columns < 2 || rows < 1 || columns * rows > MOST) return null
  const uprightAt = byPlace(upright, xs, (r) => r.x1)
  const levelAt = byPlace(level, ys, (r) => r.y1)
  /** Does a line part this cell from the one on its right, or below it? */
  const wall = (c: number, r: number) => covers(uprightAt[c + 1]!, 'y', ys[r]!, ys[r + 1]!)
  const floor = (c: number, r: number) => covers(levelAt[r + 1]!, 'x', xs[c]!, xs[c + 1]!)
  const taken = new Uint8Array(rows * columns)
  const owner = new Array<RuledCell | undefined>(rows * columns)
  const cells: RuledCell[][] = []
  for (let r = 0; r < rows; r++) {
    cells.push([])
    for (let c = 0; c < columns; c++) {
      if (taken[r * columns + c]) continue
      let across = 1
      while (c + across < columns && !taken[r * columns + c + across] && !wall(c + across - 1, r)) across++
      let down = 1
      while (r + down < rows && !floor(c, r + down - 1) && !taken[(r + down) * columns + c]) down++
      const cell: RuledCell = {
        left: xs[c]!,
        right: xs[c + across]!,
        rowspan: down,
        colspan: across,
        runs: [],
      }
      for (let i = 0; i < down; i++)
        for (let k = 0; k < across; k++) {
          taken[(r + i) * columns + c + k] = 1
          owner[(r + i) * columns + c + k] = cell
        }
      cells[r]!.push(cell)
    }
  }
  const held = runs.filter((run) => {
    const r = between(ys, run.y - run.size * 0.35)
    if (r < 0) return false
    let within = false
    for (const part of parted(run, xs)) {
      const c = between(xs, part.x + Math.min(part.size, part.right - part.x) / 2)
      if (c < 0) continue
      within = true
      owner[r * columns + c]!.runs.push(part)
    }
    return within
  })
  // A frame is no table, but the rest of a row that the page cut may be a single cell.
  const opensPage = runs.every((run) => run.y > ys[0]!)
  const filled = cells.map((row) => row.filter((c) => c.runs.length > 0).length)
  if (Math.max(...filled) < (opensPage ? 1 : 2)) return null
  return { top: ys[0]!, bottom: ys.at(-1)!, edges: xs, rows: cells, held }
}

const MOST = 50_000

/** Text of two cells that stand close comes as one run: it is parted at the space nearest to the line between them. */
function parted(run: Run, edges: readonly number[]): Run[] {
  const { text, size } = run
  const scale = (run.right - run.x) / (widthOf(text, size) || 1)
  const parts: Run[] = []
  let begin = 0
  let x = run.x
  let at = 0
  let to = run.x
  for (const c of text) {
    const from = to
    to += widthOf(c, size) * scale
    if (c === ' ' && at > begin && edges.some((e) => e > from - size / 2 && e < to + size / 2)) {
      parts.push({ ...run, text: text.slice(begin, at), x, right: from })
      begin = at + 1
      x = to
    }
    at += c.length
  }
  return parts.length === 0 ? [run] : [...parts, { ...run, text: text.slice(begin), x }]
}

/** Values that lie near each other are one. */
function places(values: readonly number[]): number[] {
  const out: number[] = []
  let sum = 0
  let n = 0
  for (const v of [...values].sort((a, b) => a - b)) {
    if (n > 0 && v - sum / n > NEAR) {
      out.push(sum / n)
      sum = n = 0
    }
    sum += v
    n++
  }
  if (n > 0) out.push(sum / n)
  return out
}

function byPlace(
  rulings: readonly Ruling[],
  at: readonly number[],
  place: (r: Ruling) => number,
): Ruling[][] {
  const out: Ruling[][] = at.map(() => [])
  for (const r of rulings) {
    let best = 0
    for (let i = 1; i < at.length; i++)
      if (Math.abs(at[i]! - place(r)) < Math.abs(at[best]! - place(r))) best = i
    out[best]!.push(r)
  }
  return out
}

/** Is more than half of the stretch drawn? */
function covers(rulings: readonly Ruling[], axis: 'x' | 'y', from: number, to: number): boolean {
  let drawn = from
  let sum = 0
  const spans = rulings
    .map((r) => (axis === 'x' ? ([r.x1, r.x2] as const) : ([r.y1, r.y2] as const)))
    .sort((a, b) => a[0] - b[0])
  for (const [a, b] of spans) {
    const start = Math.max(a, drawn)
    const end = Math.min(b, to)
    if (end > start) {
      sum += end - start
      drawn = end
    }
  }
  return sum > (to - from) / 2
}

function between(edges: readonly number[], value: number): number {
  for (let i = 0; i + 1 < edges.length; i++) if (value >= edges[i]! && value < edges[i + 1]!) return i
  return -1
}
