import type { Grid } from '../../segment/tables/grid.ts'
import { evidenceOf, whereInTable } from '../reading.ts'
import { columnsOf } from '../table-roles.ts'
import { type Checker, problem } from './check.ts'

/** A serial column that jumps: rows were lost, or the numbers are wrong. */
export const serialGap: Checker = ({ reading }) => {
  let last: number | null = null
  return reading.outline.grids.flatMap((grid, k) => {
    const column = columnsOf(grid, reading).findIndex((c) => c?.role === 'serial')
    if (column < 0) return []
    // A page break cuts a table in two, each part under the same header: the serials go on.
    if (!continues(reading.outline.grids[k - 1], grid, column)) last = null
    const out = []
    for (const [r, row] of grid.rows.entries()) {
      const cell = row[column]!
      if (!/^\d+$/.test(cell.text) || cell.filled) continue
      const n = Number(cell.text)
      const restart = n === 1 && grid.groups[r] !== grid.groups[r - 1]
      if (last !== null && n !== last + 1 && n !== last && !restart && n !== 1)
        out.push(
          problem(
            'serial_gap',
            'warning',
            `序号由 ${last} 跳到 ${n} (serial numbers jump from ${last} to ${n})`,
            last + 1,
            n,
            [evidenceOf(reading, cell.start, cell.end, whereInTable(reading, grid, r))],
          ),
        )
      last = n
    }
    return out
  })
}

/** Does the table go on from the one before it, under the same header? */
export function continues(before: Grid | undefined, grid: Grid, column: number): boolean {
  return (
    before !== undefined &&
    before.annex === grid.annex &&
    Number(grid.rows[0]?.[column]?.text) !== 1 &&
    before.columns.map((c) => c.text).join('|') === grid.columns.map((c) => c.text).join('|')
  )
}
