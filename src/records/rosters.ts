import type { Kit } from '../kit.ts'
import { tight } from '../segment/line.ts'
import { cellSays, isTotal } from '../segment/tables/cell-words.ts'
import { columnOf } from '../segment/tables/columns.ts'
import type { Cell, Grid } from '../segment/tables/grid.ts'
import { categoriesOfWords } from './checked-items.ts'
import type { Reading } from './reading.ts'
import { accountsIn, unitsIn } from './table-names.ts'

const MOST = 0.6

/**
 * A table whose cells name those who have a problem, as a list of problems and holders: the first cell of the row says what
 * is wrong («检查要点|乡镇|市级机关»), or the header of the column does («复查合格|复查不合格(仍未更新)»). Null for any other.
 */
export function roster(reading: Reading, grid: Grid): Grid | null {
  const { kit } = reading
  if (grid.columns.length < 2 || grid.rows.length === 0 || names(grid.columns[0]!, kit)) return null
  const states = ({ text }: Cell) => categoriesOfWords(tight(text), 'site', kit).length > 0
  const written = (cells: readonly Cell[]) => cells.filter((c) => says(c, kit))
  const most = (cells: readonly Cell[], is: (cell: Cell) => boolean) =>
    cells.length > 0 && cells.filter(is).length >= cells.length * MOST
  const column = (k: number) => written(grid.rows.map((row) => row[k]!))
  const accounts = (cells: readonly Cell[]) => most(cells, (c) => accountsIn(reading, c).length > 0)
  const holders = (cells: readonly Cell[]) =>
    accounts(cells) || most(cells, (c) => unitsIn(reading, c).every((u) => u.unit !== null))
  const told: { problem: Cell; holder: Cell; group: Cell | null; row: number }[] = []
  const others = grid.columns.flatMap((_, k) => (k > 0 ? [k] : []))
  // «“资阳文旅”抖音号|市文化广电和旅游局»: one thing, and whose it is.
  const alike = () => new Set(others.map((k) => accounts(column(k)))).size < 2
  if (
    grid.rows.length > 1 &&
    others.length > 1 &&
    most(column(0), states) &&
    others.every((k) => holders(column(k))) &&
    alike()
  )
    for (const [r, row] of grid.rows.entries()) {
      if (isTotal(row[0]!.text, kit)) continue
      for (const k of others)
        if (says(row[k]!, kit))
          told.push({ problem: row[0]!, holder: row[k]!, group: grid.groups[r] ?? null, row: r })
    }
  else if (!grid.columns.some((header) => names(header, kit)))
    for (const [k, header] of grid.columns.entries())
      if (states(header) && holders(column(k)))
        for (const [row, cells] of grid.rows.entries())
          if (says(cells[k]!, kit)) told.push({ problem: header, holder: cells[k]!, group: header, row })
  if (told.length === 0) return null
  const named = accounts(told.map((t) => t.holder)) ? 'account_name' : 'unit'
  return {
    ...grid,
    columns: [grid.columns[0]!, grid.columns[1]!],
    rows: told.map(({ problem, holder }) => [problem, holder]),
    groups: told.map(({ group }) => group),
    view: { of: grid, roles: ['problem', named], turned: false, rows: told.map(({ row }) => row) },
  }
}

/** Does a header say that its cells name holders? */
const names = ({ text }: Cell, kit: Kit): boolean => HOLDS.test(columnOf(text, kit)?.role ?? '')
const HOLDS = /^(?:unit|region|[a-z]+_name)$/

const says = ({ text, filled }: Cell, kit: Kit): boolean =>
  !filled && text !== '' && !cellSays(text, 'blank', kit) && !cellSays(text, 'clear', kit)
