import type { Kit } from '../kit.ts'
import { MEDIA, SITE } from '../lexicon/phrases.ts'
import { subjectOf } from '../resolve/holders.ts'
import { findUnits } from '../resolve/units/find-units.ts'
import { tight } from '../segment/line.ts'
import { type CellWord, cellSays, isTotal } from '../segment/tables/cell-words.ts'
import type { Column } from '../segment/tables/columns.ts'
import type { Cell, Grid } from '../segment/tables/grid.ts'
import { categoriesOfWords, countsOverdue } from './checked-items.ts'
import { confidenceOf } from './confidence.ts'
import { MEASURES, SUBJECTS } from './contract.ts'
import { evidenceOf, type Reading, stateOf, whereInTable } from './reading.ts'
import type { Measure, Metric, Subject } from './schema.ts'
import { isPlatform } from './subject-family.ts'
import { columnsOf, columnThatNames } from './table-roles.ts'
import { upright } from './upright.ts'

/** Figures of statistics tables: each with the unit or region of its row, totals with none. */
export function tableMetrics(reading: Reading): Metric[] {
  return reading.outline.grids.flatMap((grid) => gridMetrics(reading, upright(reading, grid)))
}

/** «政府网站(60分)/得分»: its own score, whatever it counts towards. */
function ofSubject(header: string, kit: Kit): boolean {
  const group = tight(header)
    .split('/')[0]!
    .replace(/\([^()]*\)/g, '')
  return header.includes('/') && kit.tables.subjects.some(({ word }) => word === group)
}

function gridMetrics(reading: Reading, grid: Grid): Metric[] {
  const columns = withTotals(columnsOf(grid, reading), grid, reading)
  // «超期未更新栏目: 2» is a finding.
  const isFigure = (c: Column | null, header: string) =>
    c?.role === 'rank' ||
    (c?.role === 'figure' &&
      !(
        c.measure.startsWith('other') &&
        (categoriesOfWords(tight(header), 'site', reading.kit).length > 0 ||
          countsOverdue(tight(header), columns))
      ))
  // «信息发布(50分)|总分»: a part of the score beside it.
  const scored = columns.some((c) => c?.measure.startsWith('score'))
  // «分项得分/网站运维|总分»
  const whole = columns.some((c, k) => c?.measure.startsWith('score') && !grid.columns[k]!.text.includes('/'))
  const parts = partsOfScore(columns, grid)
  const isPart = (header: string, k: number) =>
    scored &&
    !ofSubject(header, reading.kit) &&
    (parts.includes(k) ||
      PART_OF_SCORE.test(tight(header)) ||
      (whole && header.includes('/') && SCORED.test(header)))
  const figures = columns.flatMap((c, k) =>
    k > 0 && isFigure(c, grid.columns[k]!.text) && !isPart(grid.columns[k]!.text, k) ? [k] : [],
  )
  if (figures.length === 0 || columns.some((c) => c?.role === 'indicator')) return []
  const roles = columns.map((c) => c?.role)
  if (whoFirst(roles) < 0) {
    const named = columnThatNames(reading, grid, columns)
    if (named < 0) return []
    roles[named] = 'unit'
  }
  const words = `${grid.title} ${grid.columns.map((c) => c.text).join(' ')}`
  const media = MEDIA(reading.kit).test(words)
  const site = SITE(reading.kit).test(words)
  const says = (c: Cell, what: CellWord) => cellSays(c.text, what, reading.kit)
  // «政府网站和政务新媒体得分表»: one score of both, and so of the site first of all.
  const both = MEDIA(reading.kit).test(grid.title) && SITE(reading.kit).test(grid.title)
  const ofTitle = subjectOf(grid.title, reading.kit)
  const out: Metric[] = []
  for (const [r, row] of grid.rows.entries()) {
    for (const k of figures) {
      const whoColumn = whoseColumn(roles, k)
      const platform = roles[whoColumn] === 'platform' ? platformOf(row[whoColumn]!.text, reading.kit) : null
      const who =
        (says(row[whoColumn]!, 'blank') ? '' : tight(row[whoColumn]!.text)) ||
        tight(row.find((c) => says(c, 'total'))?.text ?? '')
      const head = row.slice(0, Math.max(whoColumn + 1, figures[0]!))
      // «市林业局:年度报告缺少收费情况» is nobody's name.
      if (who === '' || who.includes(':') || head.some((c) => says(c, 'subtotal'))) continue
      const total =
        platform !== null || head.some((c) => says(c, 'total')) || isOwnArea(reading, row[whoColumn]!)
      const column = columns[k]!
      const header = grid.columns[k]!.text
      const cell = row[k]!
      const figure = numberOf(cell)
      if (!figure) continue
      const [measure, fixed] = column.role === 'rank' ? ['rank', ''] : column.measure.split('/')
      const named = subjectOf(header, reading.kit)
      // «微信公众号/发布数» counts what was published there.
      const subject =
        platform ||
        (fixed === 'article' && named !== null && isPlatform(named) ? named : fixed) ||
        (media && OTHER.test(tight(header)) ? 'other_media' : null) ||
        named ||
        (both && measure === 'score' ? 'website' : ofTitle) ||
        (media && !site
          ? 'new_media'
          : site
            ? 'website'
            : ((COUNTS_THEM.has(measure!) ? subjectBefore(reading, grid) : null) ??
              reading.topic ??
              'website'))
      // «网站信息保障得分排名»: what is scored is the site, not an article of it.
      const graded = measure === 'score' && subject === 'article' && (site || reading.topic === 'website')
      if (!MEASURES.includes(measure as Measure) || !SUBJECTS.includes(subject as Subject)) continue
      out.push({
        subject: graded ? 'website' : (subject as Subject),
        measure: measure as Measure,
        value: figure.value,
        unit:
          measure === 'rank'
            ? 'rank'
            : measure === 'score'
              ? 'points'
              : /率|比例/.test(header)
                ? 'percent'
                : 'count',
        operator: '=',
        about: total ? null : who,
        as_of: null,
        change: null,
        label: measure === 'other' ? tight(header) : null,
        raw: figure.raw,
        state: stateOf(reading, cell.start, cell.end),
        ...confidenceOf('table_row'),
        evidence: [evidenceOf(reading, cell.start, cell.end, whereInTable(reading, grid, r))],
      })
    }
  }
  return out
}

/** «信息发布: 39|政策解读: 19|互动回应: 20|总分: 78»: columns beside a score that add up to it. */
function partsOfScore(columns: readonly (Column | null)[], grid: Grid): number[] {
  const score = columns.findIndex((c) => c?.measure.startsWith('score'))
  const figures = (row: readonly Cell[]) => row.map((c) => numberOf(c)?.value ?? null)
  const rows = grid.rows.map(figures).filter((row) => row[score] != null)
  for (let first = score - 2; score > 0 && first >= 0; first--) {
    const adds = rows.filter((row) => {
      const parts = row.slice(first, score)
      return (
        parts.every((n) => n !== null) && Math.abs(parts.reduce((a, b) => a! + b!, 0)! - row[score]!) < 0.11
      )
    })
    if (rows.length > 1 && adds.length * 5 >= rows.length * 4)
      return columns.map((_, k) => k).slice(first, score)
  }
  return []
}

const SCORED = /分[^/]*\//
const PART_OF_SCORE = /\(\d{1,3}分\)$/

/** Of the sites or accounts that were checked; a score may be of anything. */
const COUNTS_THEM = new Set([
  'total',
  'checked',
  'qualified',
  'unqualified',
  'pass_rate',
  'coverage_rate',
  'closed',
])

/** «政务新媒体…合格率97.3%。分地区情况如下表:»: what the prose right above a table told of last. */
function subjectBefore({ outline, hits }: Reading, grid: Grid): Subject | null {
  const above = outline.passages.findLast((p) => p.annex === grid.annex && p.end <= grid.start)
  const named = above && hits.longest('subject', above.start, above.end)
  const last = named?.findLast(({ entry }) => /^(?:website|new_media)$/.test(entry.row.subject))
  return (last?.entry.row.subject as Subject | undefined) ?? null
}

/** «错别字: 2|失效链接: 3|小计: 5»: how many problems were found. */
function withTotals(columns: (Column | null)[], grid: Grid, { kit }: Reading): (Column | null)[] {
  const counted = grid.columns.filter((c) => categoriesOfWords(tight(c.text), 'site', kit).length > 0)
  if (counted.length < 2) return columns
  return columns.map((c, k) =>
    c === null && isTotal(grid.columns[k]!.text, kit) ? { role: 'figure', measure: 'problems_found/' } : c,
  )
}

/** «其他» beside others that have a name. */
const OTHER = /(?:^|\/)其[他它]$/
const platformOf = (words: string, kit: Kit): string | null =>
  OTHER.test(tight(words)) ? 'other_media' : subjectOf(words, kit)

/** Whose a row's figures are; a platform's are the whole area's. */
const WHO = ['unit', 'region', 'site_name', 'account_name', 'subject_name', 'platform']

/** «名次|单位|得分|名次|单位|得分»: two halves side by side; a figure is of the holder on its left, within its half. */
function whoseColumn(roles: readonly (string | undefined)[], figure: number): number {
  const first = whoFirst(roles)
  const role = roles[first]
  const period = roles.indexOf(role, first + 1) - first
  if (period <= 1 || roles.some((r, k) => k >= period && r !== roles[k - period])) return first
  return first + period * Math.floor(figure / period)
}

const whoFirst = (roles: readonly (string | undefined)[]): number =>
  WHO.map((who) => roles.indexOf(who)).find((k) => k >= 0) ?? -1

function isOwnArea(reading: Reading, cell: Cell): boolean {
  const unit = findUnits(reading.text, reading.hits, cell.start, cell.end, reading.place, reading.kit)[0]
  return (
    unit?.kind === 'government' &&
    unit.end - unit.start === cell.end - cell.start &&
    unit.region?.code === reading.place.region?.code &&
    reading.place.region !== null
  )
}

function numberOf(cell: Cell): { value: number; raw: string } | null {
  const m = /^(-?\d+(?:\.\d+)?)\s*(?:%|分|个|家|条|件|名|次)?$/.exec(cell.text.replace(/,/g, '').trim())
  return m ? { value: Number(m[1]), raw: m[1]! } : null
}
