import type { Kit } from '../../kit.ts'
import { COLUMN, MEDIA, SITE, saying } from '../../lexicon/phrases.ts'
import { tight } from '../../segment/line.ts'
import { isTotal } from '../../segment/tables/cell-words.ts'
import type { Grid } from '../../segment/tables/grid.ts'
import { categoriesOfWords } from '../checked-items.ts'
import { evidenceOf, type Reading, whereInTable } from '../reading.ts'
import type { Check, Metric } from '../schema.ts'
import { columnsOf } from '../table-roles.ts'
import { type Checker, problem } from './check.ts'
import { continues } from './serial-gap.ts'

const DECLARED = /(?:共\s{0,9})?(\d{1,9})\s{0,9}[个家条项]/
/** A line between title and table: «(共38个)» */
const UNDER_TITLE = /\((?:共|计|合计)\s{0,4}(\d{1,4})\s{0,4}[个家条项]\)\s{0,4}$/
/** «附表列出了存在问题的网站10个» */
const IN_PROSE = saying(
  (any) =>
    new RegExp(
      `(?:附[件表]\\d{0,2}|下表)中?共?${any('lists')}了?[^,。;\\d]{0,16}(\\d{1,4})\\s{0,4}[个家条项](?!工作日|自然日|月)`,
    ),
)

const NAMES = new Set(['account_name', 'site_name', 'subject_name'])
const UNQUALIFIED = saying((any) => new RegExp(`${any('unqualified')}|突出问题`))

/** A list that its title, its group heading or the prose says is longer or shorter than it is. */
export const rowCount: Checker = ({ reading, metrics }) =>
  lists(reading).flatMap((list) => {
    const grid = list[0]!
    const out: Check[] = []
    const groups = new Map<string, number>()
    for (const g of list.flatMap((l) => l.groups)) if (g) groups.set(g.text, (groups.get(g.text) ?? 0) + 1)
    for (const [title, rows] of groups) {
      const n = Number(DECLARED.exec(title)?.[1] ?? rows)
      if (n !== rows) out.push(mismatch(reading, grid, n, rows, title))
    }
    if (groups.size > 0) return out
    const rows = itemsOf(list, reading)
    const title = grid.title.replace(/\d{4}年|第\d+/g, '')
    const counts = [...title.matchAll(ALL_DECLARED)]
    const inTitle =
      // «本次检查网站12家、新媒体124个,结果如下表:» counts what was checked, «对96个账号核查,有10个存在问题,逐条列出:» what is listed too.
      (counts.length > 1 ? counts.find((m) => FAULTY.test(title.slice(m.index + m[0].length))) : counts[0]) ??
      UNDER_TITLE.exec(reading.text.slice(Math.max(0, grid.start - 24), grid.start))
    const declared = inTitle
      ? Number(inTitle[1])
      : (toldOf(reading, grid) ?? unqualifiedOf(grid, metrics, reading.kit))
    return declared === null || declared === rows ? [] : [mismatch(reading, grid, declared, rows, grid.title)]
  })

const FAULTY = /^[^,。;]{0,8}(?:问题|不合格)/
const ALL_DECLARED = new RegExp(DECLARED, 'g')

/** A page break cuts a table in two: one list. */
function lists(reading: Reading): Grid[][] {
  const out: Grid[][] = []
  for (const grid of reading.outline.grids) {
    const before = out.at(-1)
    const column = columnsOf(grid, reading).findIndex((c) => c?.role === 'serial')
    if (before && column >= 0 && continues(before.at(-1), grid, column)) before.push(grid)
    else out.push([grid])
  }
  return out
}

/** Rows under one serial are one item of the list; totals are none. */
function itemsOf(list: readonly Grid[], reading: Reading): number {
  const told = list.flatMap((grid) => {
    const columns = columnsOf(grid, reading)
    const serial = columns.findIndex((c) => c?.role === 'serial')
    const name = columns.findIndex((c) => c !== null && NAMES.has(c.role))
    return (
      grid.rows
        .filter((r) => !r.some((c) => isTotal(c.text, reading.kit)))
        // «桦川县» over two rows of what is wrong with its site.
        .filter((r) => serial >= 0 || !r[name]?.filled)
        .map((r) => (serial < 0 ? '' : tight(r[serial]!.text)))
    )
  })
  return told.every(Boolean) ? new Set(told).size : told.length
}

/** What the prose says that the one annexed list holds. */
function toldOf({ text, outline, kit }: Reading, grid: Grid): number | null {
  if (outline.grids.length !== 1 || grid.title === '') return null
  for (const p of outline.passages) {
    const said = p.annex > 0 ? null : IN_PROSE(kit).exec(text.slice(p.start, p.end))
    if (said) return Number(said[1])
  }
  return null
}

/** A list of those unqualified holds as many as the prose counts. */
function unqualifiedOf({ title, columns }: Grid, metrics: readonly Metric[], kit: Kit): number | null {
  if (!UNQUALIFIED(kit).test(title)) return null
  // «县区|两周以上未更新|无有效互动功能»: its cells list them.
  if (columns.filter((c) => categoriesOfWords(tight(c.text), 'media', kit).length > 0).length > 1) return null
  const site = SITE(kit).test(title)
  if (site === MEDIA(kit).test(title) || COLUMN(kit).test(title)) return null
  const stated = metrics.filter(
    (m) =>
      m.measure === 'unqualified' &&
      m.about === null &&
      m.operator === '=' &&
      m.subject === (site ? 'website' : 'new_media'),
  )
  const last = stated[0]
  return last && stated.every((m) => m.value === last.value) ? last.value : null
}

function mismatch(reading: Reading, grid: Grid, declared: number, found: number, title: string): Check {
  return problem(
    'row_count_mismatch',
    'warning',
    `«${title}» 应有 ${declared} 行,实有 ${found} 行 (declared ${declared}, listed ${found})`,
    declared,
    found,
    [evidenceOf(reading, grid.start, Math.min(grid.end, grid.start + 40), whereInTable(reading, grid, 0))],
  )
}
