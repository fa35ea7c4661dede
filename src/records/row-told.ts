import type { Kit } from '../kit.ts'
import { MEDIA, SITE, saying } from '../lexicon/phrases.ts'
import { tight } from '../segment/line.ts'
import { cellSays, tellsNothing } from '../segment/tables/cell-words.ts'
import type { Cell, Grid } from '../segment/tables/grid.ts'
import { type CheckedItem, failedItem, ofColumn, ofLink, type Told, updatedPart } from './checked-items.ts'
import type { Finding } from './finding.ts'
import type { Reading } from './reading.ts'
import type { Who } from './table-holders.ts'
import { MENTION } from './table-names.ts'
import { problemsIn, problemsOf } from './table-problems.ts'
import type { TableRoles } from './table-roles.ts'
import { aboutOf } from './under-heading.ts'

/** «合计», where a row names somebody, or in front of it. */
export function sumsUp(row: readonly Cell[], { unit, region, name }: TableRoles, { kit }: Reading): boolean {
  return row
    .slice(0, Math.max(unit, region, name) + 1)
    .some((c) => cellSays(c.text, 'total', kit) || cellSays(c.text, 'subtotal', kit))
}

const OF_SITE = saying((any) => new RegExp(`${any('site')}|网$|政府$`))

/** Whether a row tells of an account or of a site: its own words, else the group's and the title's. */
export function whatOf(
  grid: Grid,
  row: readonly Cell[],
  group: Cell | null,
  roles: TableRoles,
  who: readonly Who[],
  kit: Kit,
): 'media' | 'site' {
  const own = aboutOf([roles.family, roles.platform].map((k) => (k < 0 ? '' : row[k]!.text)).join(' '), kit)
  if (own) return own
  const { subject, subjectName } = who[0]!
  if (subject && subject !== 'website' && subject !== 'column') return 'media'
  const named = roles.columns[roles.name]?.role
  if (named === 'site_name' || named === 'column_name') return 'site'
  // «栏目(账号)名称: 水利工程» beside accounts in quotation marks
  if (named === MENTION && subjectName === null && row[roles.name]!.text !== '') return 'site'
  const header = grid.columns[roles.name]?.text ?? ''
  // «网站(账号)名称»: a name that is no site's is an account's.
  if (SITE(kit).test(header) && MEDIA(kit).test(header) && !OF_SITE(kit).test(tight(row[roles.name]!.text)))
    return 'media'
  return aboutOf(group?.text ?? '', kit) ?? aboutOf(grid.title, kit) ?? 'site'
}

export function toldIn(
  reading: Reading,
  grid: Grid,
  row: readonly Cell[],
  group: Cell | null,
  roles: TableRoles,
  items: readonly CheckedItem[],
  about: 'media' | 'site',
  verdict: Finding['verdict'],
): Told[] {
  const problems = roles.problems.flatMap((k) => {
    const part = updatedPart(grid.columns[k]!.text, about, reading.kit)
    // «核查状态: 已注销» tells of none.
    const found = problemsIn(reading, row[k]!, about).filter(
      (p) => p.category !== 'other' || !cellSays(tight(row[k]!.text), 'mended', reading.kit),
    )
    return part ? found.map((p) => (p.category === 'update.column' ? { ...p, category: part } : p)) : found
  })
  // «栏目: 统计数据|检查结果: 空白», «链接名称: 专利检索|检测结果: 无法打开»: said of the thing that the row names.
  const named = roles.columns[roles.name]?.role
  const saidOfIt = (found: readonly Told[]) =>
    found.map((p) => {
      const [category] =
        named === 'column_name' && p.category === 'other'
          ? ofColumn(p.problem, reading.kit)
          : named === 'link_name' && (p.category === 'other' || p.category.startsWith('access.'))
            ? ofLink(p.problem, reading.kit)
            : []
      return category ? { ...p, category } : p
    })
  // «错别字|“部署”写成“布署”»: the kind of it, where its own words do not say.
  const clear =
    roles.problems.length > 0 &&
    roles.problems.every((k) => row[k]!.text !== '' && tellsNothing(row[k]!.text, reading.kit))
  const [first] = problems
  const kinds =
    clear || problems.some((p) => p.category !== 'other')
      ? []
      : roles.kinds
          .flatMap((k) => problemsIn(reading, row[k]!, first?.account ? 'media' : about))
          .filter((p) => p.category !== 'other')
          .map((p) => ({ ...p, account: p.account ?? first?.account ?? null }))
  // «原文表述: 增涨|更正为: 增长|错情类型: 专有名词»
  const correction = roles.columns.findIndex((c) => c?.role === 'correction')
  if (correction >= 0 && row[correction]!.text !== '') {
    const said = [...problems, ...kinds].filter((p) => !p.likely && p.category !== 'other')
    const wrong = row[correction - 1] ?? row[correction]!
    return said.length > 0
      ? said.slice(0, 1)
      : [
          {
            category: 'content.wording',
            likely: false,
            problem: tight(wrong.text),
            evidence: wrong.filled ? null : { start: wrong.start, end: wrong.end },
            account: null,
          },
        ]
  }
  const told = [
    ...saidOfIt(kinds.length > 0 ? kinds : problems),
    ...items.flatMap((item) => failedItem(reading, item, row, about, verdict)),
  ]
  // «备注: 零报送», in a table of figures; «整改进展: 未反馈整改情况» beside the problem.
  for (const k of roles.since)
    if (!roles.problems.includes(k))
      told.push(
        ...problemsIn(reading, row[k]!, about).filter(
          (p) =>
            !p.likely &&
            p.category !== 'other' &&
            (roles.problems.length > 0
              ? p.category === 'management.reporting'
              : roles.columns[k]!.role === 'remark'),
        ),
      )
  return told.length > 0 || roles.problems.length > 0 || items.some((i) => i.cells !== 'words')
    ? told
    : problemsOf(reading, group, grid, about)
}
