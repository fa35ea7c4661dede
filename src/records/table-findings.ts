import { hanNumber } from '../../grammars/number/values.ts'
import type { Kit } from '../kit.ts'
import { saying } from '../lexicon/phrases.ts'
import { nounOf, subjectOf } from '../resolve/holders.ts'
import { tight } from '../segment/line.ts'
import { cellSays } from '../segment/tables/cell-words.ts'
import { rowsInFull } from '../segment/tables/fill-down.ts'
import type { Cell, Grid } from '../segment/tables/grid.ts'
import { checkedItems, type Told } from './checked-items.ts'
import { dueIn, isAhead } from './due-date.ts'
import type { Finding } from './finding.ts'
import { indicatorFindings, listsIndicators } from './indicator-findings.ts'
import { evidenceOf, type Reading, stateOf, whereInTable } from './reading.ts'
import { roster } from './rosters.ts'
import { sumsUp, toldIn, whatOf } from './row-told.ts'
import { sideBySide } from './side-by-side.ts'
import { platformIn } from './subject-family.ts'
import { type Who, whoIn } from './table-holders.ts'
import { columnsOf, isMended, rolesInRow, rolesOf, type TableRoles } from './table-roles.ts'
import {
  judgedInNote,
  listsUnqualified,
  referenceVerdict,
  surroundingVerdict,
  verdictOf,
} from './table-verdicts.ts'
import { titledUnit, titleOf } from './titled-unit.ts'
import { aboutOf } from './under-heading.ts'
import { upright } from './upright.ts'

/** Problems that the rows of a table tell: its problem column, else its group heading or title, else the prose that refers to it. */
export function tableFindings(reading: Reading): Finding[] {
  const { grids } = reading.outline
  const across = grids.length > 1 ? toldAcross(reading) : null
  return grids.flatMap((grid, n) => {
    const turned = upright(reading, grid)
    const listed = roster(reading, turned)
    const found = (listed ? [listed] : sideBySide(turned, reading.kit)).flatMap((view) =>
      gridFindings(reading, view, n),
    )
    return across ? found.map((f) => fromElsewhere(f, across)) : found
  })
}

/** What the tables of a notice say of sites and accounts by their names: of a wide one each part may say something else. */
interface Across {
  owners: Map<string, Who>
  verdicts: Map<string, NonNullable<Finding['verdict']>>
}

function toldAcross(reading: Reading): Across {
  const across: Across = { owners: new Map(), verdicts: new Map() }
  for (const grid of reading.outline.grids) {
    const roles = rolesOf(reading, grid)
    const listed = roles?.verdict === -1 && listsUnqualified(reading, grid) ? 'unqualified' : null
    if (!roles || roles.name < 0 || (roles.unit < 0 && roles.verdict < 0 && listed === null)) continue
    for (const [r, row] of grid.rows.entries()) {
      const group = grid.groups[r] ?? null
      const verdict = roles.verdict < 0 ? listed : verdictOf(reading, grid, row, group, roles)
      for (const who of whoIn(reading, row, group, roles, null)) {
        if (who.subjectName === null) continue
        if (who.unit && roles.unit >= 0) across.owners.set(who.subjectName, who)
        if (verdict !== null) across.verdicts.set(who.subjectName, verdict)
      }
    }
  }
  return across
}

/** Whose a site is, and how it was judged, another table may say. */
function fromElsewhere(f: Finding, { owners, verdicts }: Across): Finding {
  if (f.subjectName === null) return f
  const owner = f.unit === null && f.written === null ? owners.get(f.subjectName) : undefined
  const verdict = f.verdict ?? verdicts.get(f.subjectName) ?? null
  return owner ? { ...f, written: owner.written, unit: owner.unit, verdict } : { ...f, verdict }
}

function gridFindings(reading: Reading, grid: Grid, n: number): Finding[] {
  const { kit } = reading
  if (listsIndicators(columnsOf(grid, reading))) return indicatorFindings(reading, grid, n)
  const title = titleOf(reading, grid)
  const ofGrid = rolesOf(reading, grid, titledUnit(reading, title) !== null)
  if (!ofGrid) return []
  let roles = ofGrid
  const items = roles.problems.length > 0 ? [] : checkedItems(grid, roles.columns, kit)
  const out: Finding[] = []
  const again =
    roles.since.length > 0 && AGAIN(kit).test([grid.title, ...grid.columns.map((c) => c.text)].join(' '))
  const says = ({ text, filled }: Cell) => !filled && text !== '' && !cellSays(text, 'blank', kit)
  const rows = rowsInFull(grid, kit)
  // Where rows are judged one by one, the list as such is not.
  const judgesRows = () =>
    rows.some((row, r) => verdictOf(reading, grid, row, grid.groups[r] ?? title, roles) !== null)
  const ofTable =
    listsUnqualified(reading, grid) || (referenceVerdict(reading, grid) && !judgesRows())
      ? 'unqualified'
      : surroundingVerdict(reading, grid)
  const caption = captionNumber(grid.title)
  const serial = roles.columns.findIndex((c) => c?.role === 'serial')
  const noted = serial < 0 ? [] : judgedInNote(reading, grid)
  const isNoted = (n: number) => noted.some(({ from, to }) => n >= from && n <= to)
  for (const [r, row] of rows.entries()) {
    roles = rolesInRow(ofGrid, row)
    if (row.every((c) => c.text === '') || sumsUp(row, roles, reading)) continue
    const group = grid.groups[r] ?? title
    const platform = roles.platform >= 0 ? subjectOf(row[roles.platform]!.text, kit) : null
    const who = whoIn(reading, row, group, roles, platform)
    if (who.length === 0) continue
    const number = serial < 0 ? 0 : Number(row[serial]!.text)
    const verdict =
      verdictOf(reading, grid, row, group, roles) ?? ofTable ?? (isNoted(number) ? 'unqualified' : null)
    const about = whatOf(grid, row, group, roles, who, kit)
    const unnamed = roles.name >= 0 && cellSays(row[roles.name]!.text, 'blank', kit)
    const stated = toldIn(reading, grid, row, group, roles, items, about, verdict).filter(
      // «账号: —|现状: 未开设»
      ({ category }) => !(unnamed && category === 'other'),
    )
    const unmended = again && roles.since.find((k) => cellSays(row[k]!.text, 'unmended', kit))
    if (typeof unmended === 'number') stated.push(stillThere(row[unmended]!))
    const mended = isMended(row, roles.columns, kit)
    // «二季度通报问题|复查结果»: what is mended of what an earlier notice told is told no more.
    if (mended && again) continue
    const due = roles.deadline >= 0 ? dueIn(reading, row[roles.deadline]!) : null
    // «已完成|1月12日»: when it was.
    const deadline = mended && due !== null && !isAhead(due, reading) ? null : due
    const settled = mended || (deadline === null && roles.deadline >= 0 && says(row[roles.deadline]!))
    const kinds = kindsIn(row, roles)
    const url = roles.url >= 0 ? row[roles.url]!.text.replace(/\s/g, '') : ''
    const written = row.filter((c) => c.text && !c.filled)
    const span = {
      start: Math.min(...written.map((c) => c.start)),
      end: Math.max(...written.map((c) => c.end)),
    }
    const part =
      about === 'site' &&
      [grid.columns[roles.name]?.text, group?.text, grid.title].some(
        (words) => words && namesChannel(words, kit),
      )
        ? 'column'
        : null
    const platformOf = (problem: string) =>
      firstPlatform([problem, group?.text, grid.title, reading.outline.title?.text], kit)
    for (const { category, likely, problem, evidence, account, about: own, mended: done } of stated)
      for (const w of own === 'site' ? sitesOf(who) : who) {
        const subject =
          (w.subjectName === null && account?.platform) ||
          (w.subject ??
            part ??
            (kit.severity.get(category)?.subject ||
              ((own ?? aboutOf(problem, kit) ?? about) === 'media' ? 'new_media' : 'website')))
        out.push({
          written: w.written,
          unit: w.unit,
          vague: false,
          subject: subject === 'new_media' ? (platformOf(problem) ?? subject) : subject,
          subjectName: account && w.subjectName === null ? account.name : w.subjectName,
          subjectUrl: url === '' ? null : url,
          category,
          likely,
          problem,
          verdict,
          deadline,
          ...((settled || done) && { settled: true }),
          ...(kinds.length > 0 && { kinds }),
          ...(number > 0 && { serial: number }),
          ...(caption !== null && { tableNumber: caption }),
          state: stateOf(reading, span.start, span.end),
          evidence: evidenceOf(
            reading,
            evidence?.start ?? span.start,
            evidence?.end ?? span.end,
            whereInTable(reading, grid, r),
          ),
          annex: grid.annex,
          origin: 100_000 + n * 10_000 + r,
          sentence: span.start,
          role: 'table',
          table: true,
        })
      }
  }
  return out
}

/** «表2市直部门问题清单» */
function captionNumber(title: string): number | null {
  const written = /^(?:附|续)?表\s?(\d{1,2}|[一二三四五六七八九十]{1,2})/.exec(title)?.[1]
  return written ? Number(written) || hanNumber(written) : null
}

/** Short words beside what the row tells, and of whom. */
function kindsIn(row: readonly Cell[], roles: TableRoles): string[] {
  const others = new Set([roles.unit, roles.region, roles.name, roles.url, roles.deadline, ...roles.problems])
  return row.flatMap(({ text }, k) => (!others.has(k) && KIND.test(tight(text)) ? tight(text) : []))
}

const KIND = /^(?:[A-Z]|[\u4e00-\u9fff]{2,8})(?:类(?:问题)?)?$/

function firstPlatform(stretches: readonly (string | undefined)[], kit: Kit): string | null {
  for (const words of stretches) {
    const platform = words && platformIn(words, kit)
    if (platform) return platform
  }
  return null
}

/** The units of a row whose accounts are not told of. */
const sitesOf = (who: readonly Who[]): Who[] =>
  who
    .filter((w, n) => w.unit !== null && who.findIndex((o) => o.written === w.written) === n)
    .map((w) => ({ ...w, subject: null, subjectName: null }))

const AGAIN = saying((any) => new RegExp(any('rechecks')))

const stillThere = (cell: Cell): Told => ({
  category: 'management.rectification',
  likely: false,
  problem: tight(cell.text),
  evidence: { start: cell.start, end: cell.end },
  account: null,
})

/** «部门频道扣分明细», «乡镇频道»: parts of a portal. */
const namesChannel = (words: string, kit: Kit): boolean =>
  nounOf(words, kit)?.kind === 'channel' ||
  kit.tables.subjects.some((s) => s.kind === 'channel' && words.includes(s.word))
