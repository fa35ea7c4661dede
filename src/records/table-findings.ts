import type { Kit } from '../kit.ts'
import { MEDIA, SITE, saying } from '../lexicon/phrases.ts'
import { nounOf, subjectOf } from '../resolve/holders.ts'
import { sentences } from '../resolve/sentence.ts'
import type { Unit } from '../resolve/units/unit.ts'
import { tight } from '../segment/line.ts'
import { cellSays, tellsNothing } from '../segment/tables/cell-words.ts'
import { rowsInFull } from '../segment/tables/fill-down.ts'
import type { Cell, Grid } from '../segment/tables/grid.ts'
import {
  type CheckedItem,
  checkedItems,
  failedItem,
  ofColumn,
  ofLink,
  type Told,
  updatedPart,
} from './checked-items.ts'
import { dueIn, isAhead } from './due-date.ts'
import type { Finding } from './finding.ts'
import { indicatorFindings, listsIndicators } from './indicator-findings.ts'
import { judges, judgingOf } from './judging.ts'
import { type OutlineReference, outlineReferences } from './outline-reference.ts'
import { evidenceOf, type Reading, stateOf, whereInTable } from './reading.ts'
import { roster } from './rosters.ts'
import { sideBySide } from './side-by-side.ts'
import { platformIn } from './subject-family.ts'
import { type Who, whoIn } from './table-holders.ts'
import { MENTION } from './table-names.ts'
import { problemsIn, problemsOf } from './table-problems.ts'
import { columnsOf, isMended, rolesInRow, rolesOf, type TableRoles } from './table-roles.ts'
import { titledUnit, titleOf } from './titled-unit.ts'
import { ELSEWHERE } from './told-of.ts'
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
      : null
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

/** «不合格网站名单» over a table. */
const listsUnqualified = (reading: Reading, grid: Grid): boolean =>
  judges(grid.title || headingOver(reading, grid), reading.kit)

/** «(一)不合格网站和政务新媒体。» right above a table without a title. */
function headingOver({ outline, kit }: Reading, grid: Grid): string {
  const above = outline.passages.findLast((p) => p.annex === grid.annex && p.end <= grid.start)?.path.at(-1)
  return above && HEADS(kit).test(above.text) ? above.text : ''
}

const HEADS = saying(
  (any) => new RegExp(`^${any('unqualified')}的?(?:政务|政府)?${any('media', 'site', 'bodies')}`),
)

/** «注:不合格账号为清单中第1、2、5项所列账号» right under a table: which of its rows. */
function judgedInNote({ text, kit }: Reading, grid: Grid): OutlineReference[] {
  const note = NOTE.exec(text.slice(grid.end, grid.end + LONGEST_NOTE))?.[0]
  return note && judgingOf(kit).word.test(note) ? outlineReferences(note) : []
}

const NOTE = /^\s*(?:注|备注|说明)[:：][^\n]*/
const LONGEST_NOTE = 160

/** Short words beside what the row tells, and of whom. */
function kindsIn(row: readonly Cell[], roles: TableRoles): string[] {
  const others = new Set([roles.unit, roles.region, roles.name, roles.url, roles.deadline, ...roles.problems])
  return row.flatMap(({ text }, k) => (!others.has(k) && KIND.test(tight(text)) ? tight(text) : []))
}

const KIND = /^(?:[A-Z]|[\u4e00-\u9fff]{2,8})(?:类(?:问题)?)?$/

/** «池州经开区|78.3|合格»: how the rows of a table judge bodies by their sites, or by all of their accounts, whatever else it tells. */
export function tableVerdicts(
  reading: Reading,
  of: 'site' | 'media',
): [unit: Unit, verdict: NonNullable<Finding['verdict']>][] {
  return reading.outline.grids.flatMap((grid) => {
    const roles = rolesOf(reading, grid)
    if (!roles || roles.verdict < 0 || roles.platform >= 0 || roles.name >= 0) return []
    return grid.rows.flatMap((row, r) => {
      if (sumsUp(row, roles, reading)) return []
      const group = grid.groups[r] ?? null
      const who = whoIn(reading, row, group, roles, null)
      const verdict = verdictOf(reading, grid, row, group, roles)
      if (verdict === null || who.length === 0 || whatOf(grid, row, group, roles, who, reading.kit) !== of)
        return []
      return who.flatMap(({ unit, subjectName }): [Unit, typeof verdict][] =>
        unit && subjectName === null ? [[unit, verdict]] : [],
      )
    })
  })
}

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

/** «合计», where a row names somebody, or in front of it. */
function sumsUp(row: readonly Cell[], { unit, region, name }: TableRoles, { kit }: Reading): boolean {
  return row
    .slice(0, Math.max(unit, region, name) + 1)
    .some((c) => cellSays(c.text, 'total', kit) || cellSays(c.text, 'subtotal', kit))
}

/** What the row's cell says, else its group. */
function verdictOf(
  { kit }: Reading,
  grid: Grid,
  row: readonly Cell[],
  group: Cell | null,
  roles: TableRoles,
): Finding['verdict'] {
  const judging = judgingOf(kit)
  const cell = roles.verdict >= 0 ? row[roles.verdict]!.text : ''
  if (judging.word.test(cell)) return 'unqualified'
  if (judging.passed.test(cell)) return 'qualified'
  if (roles.columns[roles.verdict]?.role === 'verdict') {
    if (cellSays(cell, 'no', kit) || cellSays(cell, 'poor', kit)) return 'unqualified'
    if (cellSays(cell, 'yes', kit)) return 'qualified'
  }
  // «是否单项否决: √», «不合格原因: 首页不更新»: the header judges whoever the cell says it of.
  const told = (k: number) => !NONE.some((says) => cellSays(row[k]!.text, says, kit))
  for (const [k, { text }] of grid.columns.entries())
    if (
      k !== roles.verdict &&
      judging.word.test(text) &&
      (cellSays(row[k]!.text, 'yes', kit) ||
        (!WHETHER(kit).test(text) && roles.problems.includes(k) && told(k)))
    )
      return 'unqualified'
  // «问题类别: 单项否决(不合格账号)»
  if (roles.kinds.some((k) => judging.word.test(row[k]!.text))) return 'unqualified'
  if (roles.problems.some((k) => judging.inCell.test(tight(row[k]!.text)))) return 'unqualified'
  // «合格,错别字2处»
  const lead = (k: number) => tight(row[k]!.text).split(/[,;]/)[0]!
  if (roles.problems.some((k) => lead(k).length <= 4 && judging.passed.test(lead(k)))) return 'qualified'
  return judges(group?.text ?? '', kit) ? 'unqualified' : null
}

const NONE = ['blank', 'clear', 'no'] as const
const WHETHER = saying((any) => new RegExp(any('whether')))

const OF_SITE = saying((any) => new RegExp(`${any('site')}|网$|政府$`))

/** Whether a row tells of an account or of a site: its own words, else the group's and the title's. */
function whatOf(
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

function toldIn(
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

/** «发现问题15个(见附件),其中甲局、乙局的账号不合格» judges only those it names, «除上述不合格网站外» none of the list. */
const AMONG = /[,;]其中.*|除[^,。;]{1,40}外/gs

/** «未发现单项否决问题(见附件1)» */
const DENIED = saying((any) => new RegExp(`${any('denied')}[^,。;()]*`, 'g'))

/** What a sentence says of an annex: «不合格名单见附件1», not «,其他问题列入附件2». */
function saidOfAnnex(words: string, annex: number): string {
  const named = [...words.matchAll(/附[件表]\d{1,2}(?:[、和及与](?:附[件表])?\d{1,2})*/g)]
  if (named.length === 0) return words
  const k = named.findIndex(([run]) => run.match(/\d+/g)!.some((n) => Number(n) === annex))
  if (k < 0) return ''
  const before = named[k - 1]
  return words.slice(before ? before.index + before[0].length : 0, named[k + 1]?.index)
}

/** «14个账号…判定为不合格(名单附后)»: what the prose says of the list it refers to. */
function referenceVerdict(reading: Reading, grid: Grid): boolean {
  if (grid.annex === 0) return false
  const { kit } = reading
  const media = MEDIA(kit).test(grid.title + grid.columns.map((c) => c.text).join(''))
  return reading.outline.passages.some(
    (p) =>
      p.annex === 0 &&
      sentences(reading.text, p.start, p.end).some((s) => {
        const words = reading.text.slice(s.start, s.end)
        // «在册政务新媒体53个。抽查40个,7个不合格(清单附后)»
        const about =
          MEDIA(kit).test(words) || SITE(kit).test(words) ? words : reading.text.slice(p.start, s.end)
        const said = saidOfAnnex(words, grid.annex)
        return (
          ELSEWHERE(kit).test(words) &&
          judgingOf(kit).word.test(said.replace(AMONG, '').replace(DENIED(kit), '')) &&
          (media ? MEDIA(kit).test(about) : !MEDIA(kit).test(about) || SITE(kit).test(about))
        )
      }),
  )
}
