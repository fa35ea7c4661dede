import { isTotal } from '../segment/tables/cell-words.ts'
import { columnOf } from '../segment/tables/columns.ts'
import type { Cell, Grid } from '../segment/tables/grid.ts'
import { namesPlatform } from '../segment/tables/looks.ts'
import { categoriesOfWords } from './checked-items.ts'
import type { Reading } from './reading.ts'
import { unitsIn } from './table-names.ts'

const MOST = 0.6

/**
 * A table with one row for each holder: itself, or, where holders stand over the columns («指标|甲县|乙县», «项目|微信|微博») and the
 * first cells say what is told of them, the same turned by a quarter.
 */
export function upright(reading: Reading, grid: Grid): Grid {
  const { kit } = reading
  const [, ...heads] = grid.columns
  const stubs = grid.rows.map((row) => row[0]!)
  const most = (cells: readonly Cell[], is: (cell: Cell) => boolean) =>
    cells.length > 1 && cells.filter(is).length >= cells.length * MOST
  const asks = ({ text }: Cell) => {
    const role = columnOf(text, kit)?.role
    return role === undefined ? categoriesOfWords(text, 'site', kit).length > 0 : !HOLDS.test(role)
  }
  if (WHO.test(columnOf(grid.columns[0]!.text, kit)?.role ?? '') || !most(stubs, asks)) return grid
  const platforms = most(heads, ({ text }) => namesPlatform(text, kit))
  const units = () =>
    most(
      heads,
      (cell) => kit.scopes.has(cell.text) || unitsIn(reading, cell).every(({ unit }) => unit !== null),
    )
  if (!platforms && !units()) return grid
  const rows = heads.map((head, k) => [head, ...grid.rows.map((row) => row[k + 1]!)])
  const told = rows.filter(
    ([head]) => !isTotal(head!.text, kit) && columnOf(head!.text, kit)?.role !== 'figure',
  )
  return {
    ...grid,
    columns: [grid.columns[0]!, ...stubs],
    rows: told,
    groups: told.map(() => null),
    view: { of: grid, roles: [platforms ? 'platform' : 'unit'], turned: true },
  }
}

const HOLDS = /^(?:unit|region|platform|[a-z]+_name)$/
const WHO = /^(?:unit|region|serial|[a-z]+_name)$/
