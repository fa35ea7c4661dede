import type { Kit } from '../kit.ts'
import { type HolderGroup, holderGroup, unitHolder } from '../resolve/holder.ts'
import { findHolders } from '../resolve/holders.ts'
import { sentences } from '../resolve/sentence.ts'
import { findUnits } from '../resolve/units/find-units.ts'
import { type Span, tight } from '../segment/line.ts'
import { cellSays } from '../segment/tables/cell-words.ts'
import type { Column } from '../segment/tables/columns.ts'
import type { Cell, Grid } from '../segment/tables/grid.ts'
import { categoriesOfWords, type Told } from './checked-items.ts'
import type { Finding } from './finding.ts'
import { evidenceOf, type Reading, stateOf, whereInTable } from './reading.ts'
import { problemsIn } from './table-problems.ts'
import { columnsOf } from './table-roles.ts'
import { titledUnit, titleOf } from './titled-unit.ts'
import { isPart, isVague, ownGroup, whoOf } from './told-of.ts'
import { aboutOf } from './under-heading.ts'

const UNITS = new Set(['unit', 'region', 'account_name', 'site_name', 'subject_name'])
const RESULT = ['problem', 'status', 'verdict'] as const

/** Is it a list of what is looked at, indicator by indicator, and of what was found of each? */
export const listsIndicators = (columns: readonly (Column | null)[]): boolean =>
  columns.some((c) => c?.role === 'indicator') && !columns.some((c) => c && UNITS.has(c.role))

/** How often, and where: «2条(甲局网站)», «发现1个(“某某”微博)». */
const HOW_OFTEN = /^(?:共?(?:发现|存在|有|查出))?\d{1,4}[个条处件次篇项家](?=$|[(,;。])/

/** What the result of an indicator tells: of whom it names, else of the one that reports of itself. */
export function indicatorFindings(reading: Reading, grid: Grid, n: number): Finding[] {
  const columns = columnsOf(grid, reading)
  const failing = columns.findIndex((_, k) => cellSays(tight(grid.columns[k]!.text), 'poor', reading.kit))
  const remark = columns.findIndex((c) => c?.role === 'remark')
  // «符合|不符合|备注»: what is ticked under the one, the remark tells.
  if (failing >= 0 && remark >= 0)
    return grid.rows.flatMap((row, r) =>
      cellSays(row[failing]!.text, 'yes', reading.kit) && !isClear(row[remark]!, reading.kit)
        ? ofRow(reading, grid, row, remark, null, n, r)
        : [],
    )
  const result = columns.findLastIndex((c) => c !== null && (RESULT as readonly string[]).includes(c.role))
  const ofTitle = titled(reading, grid)
  // Where hardly a result is good, the cells are no results but what was left of a broken table.
  if (
    result < 0 ||
    (grid.rows.filter((row) => isClear(row[result]!, reading.kit)).length * 3 < grid.rows.length && !ofTitle)
  )
    return []
  return grid.rows.flatMap((row, r) =>
    isClear(row[result]!, reading.kit) ? [] : ofRow(reading, grid, row, result, ofTitle, n, r),
  )
}

const isClear = (cell: Cell, kit: Kit): boolean =>
  cell.text === '' || CLEAR.some((says) => cellSays(tight(cell.text), says, kit))
const CLEAR = ['blank', 'clear', 'yes', 'no'] as const

function ofRow(
  reading: Reading,
  grid: Grid,
  row: readonly Cell[],
  result: number,
  ofTitle: HolderGroup | null,
  n: number,
  r: number,
): Finding[] {
  const { kit } = reading
  const cell = row[result]!
  const words = tight(cell.text)
  const criteria = row.slice(0, result).filter((c) => c.text !== '')
  const about = aboutOf(words, kit) ?? aboutOf(criteria.map((c) => c.text).join(' '), kit) ?? 'site'
  const groups = ofTitle ? [ofTitle] : holdersOf(reading, cell)
  return told(reading, cell, criteria, about).flatMap(({ category, likely, problem, evidence }) =>
    tellingOf(reading.text, groups, evidence).flatMap((group) =>
      group.holders.map((holder): Finding => {
        const who = whoOf(holder, reading.own)
        const at = evidence ?? cell
        return {
          ...who,
          subject: group.subject ?? (about === 'media' ? 'new_media' : 'website'),
          subjectUrl: null,
          category,
          likely,
          problem,
          verdict: null,
          deadline: null,
          state: stateOf(reading, cell.start, cell.end),
          evidence: evidenceOf(reading, at.start, at.end, whereInTable(reading, grid, r)),
          annex: grid.annex,
          origin: 100_000 + n * 10_000 + r,
          sentence: cell.start,
          role: 'table',
          table: true,
        }
      }),
    ),
  )
}

/** Whose results they are, where the title names somebody. */
function titled(reading: Reading, grid: Grid): HolderGroup | null {
  const title = titleOf(reading, grid)
  const unit = titledUnit(reading, title)
  return unit && holderGroup(title!, [unitHolder(unit)], null, null)
}

/** Whom the cell names, be it inside a bracket that states something; else those it does not name, else the one that reports. */
function holdersOf({ text, hits, place, kit, own }: Reading, cell: Cell): HolderGroup[] {
  const { start, end } = cell
  const groups = [...sentences(text, start, end)].flatMap((s) => findHolders(text, hits, s, place, kit))
  const named = groups.filter((g) => !isVague(g))
  if (named.length > 0) return named
  const units = findUnits(text, hits, start, end, place, kit).map((unit) => unitHolder(unit))
  if (units.length > 0) return [holderGroup(cell, units, null, null)]
  return own === null || groups.some((g) => !isPart(g)) ? groups : [ownGroup(own, cell)]
}

/** «甲局机构职能未调整;乙局简讯有错别字»: of those whom a cell names, whom the sentence does, or else whoever it named last. */
function tellingOf(
  text: string,
  groups: readonly HolderGroup[],
  evidence: Span | null,
): readonly HolderGroup[] {
  if (!evidence || groups.length < 2) return groups
  const parts = (from: number, until: number) => /[;。]/.test(text.slice(from, until))
  const named = groups.filter((g) =>
    g.start <= evidence.start ? !parts(g.end, evidence.start) : !parts(evidence.end, g.start),
  )
  const last = named.length > 0 ? null : groups.findLast((g) => g.end <= evidence.start)
  return last ? [last] : named.length > 0 ? named : groups
}

/** What the cell states; where it only counts, what its indicator names, the narrowest first. */
function told(reading: Reading, cell: Cell, criteria: readonly Cell[], about: 'media' | 'site'): Told[] {
  const stated = problemsIn(reading, cell, about).filter((p) => p.category !== 'other' && !p.likely)
  if (stated.length > 0 || !HOW_OFTEN.test(tight(cell.text))) return stated
  for (const { text } of criteria.toReversed()) {
    const [category, more] = categoriesOfWords(text, about, reading.kit)
    if (category && !more)
      return [
        {
          category,
          likely: false,
          problem: `${tight(text)} ${tight(cell.text)}`,
          evidence: null,
          account: null,
        },
      ]
  }
  return []
}
