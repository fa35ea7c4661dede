import type { Kit } from '../kit.ts'
import { columnOf } from '../segment/tables/columns.ts'
import type { Grid } from '../segment/tables/grid.ts'
import { aboutOf } from './under-heading.ts'

/**
 * A table that tells of sites and of accounts side by side («单位|网站栏目: 栏目, 现状|政务新媒体: 账号, 现状»): one of each, with what
 * both share; itself where it does not.
 */
export function sideBySide(grid: Grid, kit: Kit): Grid[] {
  const groups = new Map<string, number[]>()
  const shared: number[] = []
  for (const [k, { text }] of grid.columns.entries()) {
    const at = text.indexOf('/')
    const group = at < 0 ? '' : text.slice(0, at)
    if (group === '' || aboutOf(group, kit) === null) shared.push(k)
    else groups.set(group, [...(groups.get(group) ?? []), k])
  }
  const tells = (k: number) => TELLS.test(columnOf(grid.columns[k]!.text, kit)?.role ?? '')
  const names = (k: number) => NAMES.test(columnOf(grid.columns[k]!.text, kit)?.role ?? '')
  const kinds = new Set([...groups.keys()].map((group) => aboutOf(group, kit)))
  if (kinds.size < 2 || shared.length === 0) return [grid]
  if ([...groups.values()].some((own) => !own.some(tells) || !own.some(names))) return [grid]
  return [...groups.values()].map((own) => {
    const of = [...shared, ...own].sort((a, b) => a - b)
    return {
      ...grid,
      columns: of.map((k) => grid.columns[k]!),
      rows: grid.rows.map((row) => of.map((k) => row[k]!)),
      view: { of: grid, turned: false },
    }
  })
}

const TELLS = /^(?:problem|problem_kind|status)$/
const NAMES = /_name$/
