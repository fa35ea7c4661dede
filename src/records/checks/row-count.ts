import { tight } from '../../segment/line.ts'
import { evidenceOf, whereInTable } from '../reading.ts'
import { columnsOf } from '../table-roles.ts'
import { type Checker, problem } from './check.ts'

const DECLARED = /(?:共\s{0,9})?(\d{1,9})\s{0,9}[个家条项]/

/** A list that its title, its group heading or the prose says is longer or shorter than it is. */
export const rowCount: Checker = ({ reading, metrics }) =>
  reading.outline.grids.flatMap((grid) => {
    const out = []
    const groups = new Map<string, number>()
    for (const g of grid.groups) if (g) groups.set(g.text, (groups.get(g.text) ?? 0) + 1)
    for (const [title, rows] of groups) {
      const n = Number(DECLARED.exec(title)?.[1] ?? rows)
      if (n !== rows) out.push(mismatch(n, rows, title))
    }
    const told = grid.rows.filter((r) => !r.some((c) => /^(?:合\s*计|总\s*计|小\s*计)/.test(c.text)))
    // Rows under one serial are one item of the list.
    const serial = columnsOf(grid, reading).findIndex((c) => c?.role === 'serial')
    const serials = serial < 0 ? [] : told.map((r) => tight(r[serial]!.text)).filter(Boolean)
    const rows = serials.length > 0 && serials.length === told.length ? new Set(serials).size : told.length
    const inTitle = groups.size === 0 ? DECLARED.exec(grid.title.replace(/\d{4}年|第\d+/g, '')) : null
    if (inTitle && Number(inTitle[1]) !== rows) out.push(mismatch(Number(inTitle[1]), rows, grid.title))
    else if (!inTitle && groups.size === 0 && /不合格|突出问题|单项否决/.test(grid.title)) {
      const site = /网站/.test(grid.title)
      const media = /新媒体|账号|公众号/.test(grid.title)
      if (site !== media) {
        const stated = metrics.filter(
          (m) =>
            m.measure === 'unqualified' &&
            m.about === null &&
            m.operator === '=' &&
            (site ? m.subject === 'website' : m.subject === 'new_media'),
        )
        const last = stated[0]
        if (last && stated.every((m) => m.value === last.value) && last.value !== rows)
          out.push(mismatch(last.value, rows, grid.title))
      }
    }
    return out

    function mismatch(declared: number, found: number, title: string) {
      return problem(
        'row_count_mismatch',
        'warning',
        `«${title}» 应有 ${declared} 行,实有 ${found} 行 (declared ${declared}, listed ${found})`,
        declared,
        found,
        [
          evidenceOf(
            reading,
            grid.start,
            Math.min(grid.end, grid.start + 40),
            whereInTable(reading, grid, 0),
          ),
        ],
      )
    }
  })
