import type { Kit } from '../../kit.ts'
import { cellSays, isTotal } from './cell-words.ts'
import { columnOf } from './columns.ts'
import type { Cell, Grid } from './grid.ts'

const HOLDERS = new Set(['unit', 'region', 'account_name', 'site_name', 'subject_name', 'platform'])

const NAMES = new Set(['unit', 'account_name', 'site_name', 'subject_name'])
const HEADLESS = new Set(['serial', 'figure', 'rank', 'problem', 'unit'])

/** Columns whose cells may say «同上». */
export const REPEATED = new Set([
  ...HOLDERS,
  'problem',
  'problem_kind',
  'verdict',
  'deadline',
  'mended',
  'status',
])

/** A row that names nobody and says something goes on with whom the row above names: merged cells, lost on the way. */
export function fillDown(grid: Grid, kit: Kit): Grid {
  const whole = withHeadsMerged(grid, kit)
  return withHoldersMerged(whole, kit)
}

/** «镇区|三仓镇», «|安丰镇»: a class or an area in front of whom its rows are about, written at the first of them. */
function withHeadsMerged(grid: Grid, kit: Kit): Grid {
  const roles = grid.columns.map((c) => columnOf(c.text, kit)?.role ?? '')
  const named = roles.findIndex((role) => NAMES.has(role))
  const own = grid.rows.filter((row) => !row.some((c) => isTotal(c.text, kit)))
  const heads = roles.flatMap((role, k) =>
    k < named &&
    !HEADLESS.has(role) &&
    /^[^\d]/.test(own[0]?.[k]?.text ?? '') &&
    own.some((row) => row[k]!.text === '') &&
    own.every((row) => row[named]!.text !== '')
      ? [k]
      : [],
  )
  if (heads.length === 0) return grid
  let above: readonly Cell[] = []
  const rows = grid.rows.map((row) => {
    if (!own.includes(row)) return row
    above = row.map((c, k) =>
      heads.includes(k) && c.text === '' && above[k]?.text ? { ...above[k]!, filled: true } : c,
    )
    return above
  })
  return { ...grid, rows: rows as Cell[][] }
}

function withHoldersMerged(grid: Grid, kit: Kit): Grid {
  const roles = grid.columns.map((c) => columnOf(c.text, kit)?.role ?? '')
  const holders = roles.flatMap((role, k) => (HOLDERS.has(role) ? [k] : []))
  // By when is merged where those are that it holds for.
  const merged = roles.flatMap((role, k) => (HOLDERS.has(role) || role === 'deadline' ? [k] : []))
  const told = roles.flatMap((role, k) => (role.startsWith('problem') ? [k] : []))
  // Rows are merged at their heads; behind the problem an empty cell may mean nobody.
  if (holders.length === 0 || told.length === 0 || holders.some((k) => k > told[0]!)) return grid
  let above: readonly Cell[] | null = null
  const rows = grid.rows.map((row, r) => {
    const lost =
      above !== null &&
      grid.groups[r] === grid.groups[r - 1] &&
      holders.every((k) => row[k]!.text === '') &&
      told.some((k) => row[k]!.text !== '') &&
      !row.some((c) => isTotal(c.text, kit))
    const filled: Cell[] = lost
      ? row.map((c, k) =>
          merged.includes(k) && c.text === '' && above![k]!.text ? { ...above![k]!, filled: true } : c,
        )
      : row
    above = filled
    return filled
  })
  return { ...grid, rows }
}

/** The rows with what «同上» and «同左» stand for. */
export function rowsInFull(grid: Grid, kit: Kit): readonly (readonly Cell[])[] {
  const roles = grid.columns.map((c) => columnOf(c.text, kit)?.role ?? '')
  const says = (cell: Cell, what: 'same' | 'beside') =>
    cell.text !== '' && cellSays(cell.text.replace(/\([^()]*\)$/, ''), what, kit)
  const refers = (cell: Cell, k: number) =>
    REPEATED.has(roles[k]!) && (says(cell, 'same') || says(cell, 'beside'))
  if (!grid.rows.some((row) => row.some(refers))) return grid.rows
  let above: readonly Cell[] = []
  return grid.rows.map((row) => {
    const filled: Cell[] = []
    for (const [k, c] of row.entries()) {
      const meant = refers(c, k) ? (says(c, 'same') ? above[k] : filled[k - 1]) : undefined
      filled.push(meant?.text ? { ...meant, filled: true } : c)
    }
    above = filled
    return filled
  })
}
