import type { Kit } from '../kit.ts'
import { classify, type Governing, termsIn } from '../resolve/category.ts'
import { groupUnits } from '../resolve/enumeration.ts'
import { findHolders, subjectOf } from '../resolve/holders.ts'
import { modalityAt } from '../resolve/modality.ts'
import { asSentence, isQuoted, sentences } from '../resolve/sentence.ts'
import { resolveCalendar } from '../resolve/time-anchor.ts'
import { findUnits } from '../resolve/units/find-units.ts'
import type { Unit } from '../resolve/units/unit.ts'
import { tight } from '../segment/line.ts'
import { type Column, columnOf, columnOfWords } from '../segment/tables/columns.ts'
import type { Cell, Grid } from '../segment/tables/grid.ts'
import { categoriesOfWords, checkedItems, failedItem, type Told } from './checked-items.ts'
import type { Finding } from './finding.ts'
import { type Judging, judgingOf } from './judging.ts'
import { likelyOf, SURE, weighed } from './likely.ts'
import { evidenceOf, mentionsIn, type Reading, stateOf, whereInTable } from './reading.ts'
import { aboutOf } from './under-heading.ts'

const NOTHING =
  /^(?:无|没有|未发现|未发现问题|无问题|合格|正常|符合要求|是|√|—|-|\/|否|无。|优秀|良好|达标)?$/
const FIGURE = /^\D{0,2}\d[\d.,]{0,12}\D{0,2}$/
const TOTAL = /^(?:合\s*计|总\s*计|小\s*计|全[市省县区州]|平均)/

/** Problems that the rows of a table tell: its problem column, else its group heading or title, else the prose that refers to it. */
export function tableFindings(reading: Reading): Finding[] {
  return reading.outline.grids.flatMap((grid, n) => gridFindings(reading, grid, n))
}

export function columnsOf(grid: Grid, reading: Reading): (Column | null)[] {
  return grid.columns.map((c, k) => {
    const column = columnOf(c.text, reading.kit)
    // «通报问题: 23处链接失效»: where no cell is a figure the header counts nothing.
    return column?.role === 'figure' &&
      grid.rows.length > 0 &&
      !grid.rows.some((r) => FIGURE.test(r[k]!.text))
      ? columnOfWords(c.text, reading.kit)
      : column
  })
}

function gridFindings(reading: Reading, grid: Grid, n: number): Finding[] {
  const { kit } = reading
  const judging = judgingOf(kit)
  const columns = columnsOf(grid, reading)
  const of = (...roles: string[]) => {
    for (const role of roles) {
      const k = columns.findIndex((c) => c?.role === role)
      if (k >= 0) return k
    }
    return -1
  }
  if (of('indicator') >= 0 && of('unit', 'account_name', 'site_name', 'subject_name') < 0) return []
  const unknown = of('unit', 'region', 'account_name', 'site_name', 'subject_name', 'column_name') < 0
  const unitColumn = unknown ? columnThatNames(reading, grid, columns) : narrowest(grid, columns, 'unit')
  const regionColumn = of('region')
  const nameColumn = of('account_name', 'site_name', 'subject_name', 'column_name')
  const problems = columns.flatMap((c, k) => (c?.role === 'problem' ? [k] : []))
  // «问题类别: 网站 / 新媒体» says what is told of, not what is wrong.
  const familyColumn =
    problems.length > 1 ? problems.findIndex((k) => grid.rows.every((r) => isFamily(r[k]!.text, kit))) : -1
  const family = familyColumn >= 0 ? problems[familyColumn]! : -1
  const named = problems.filter((k) => k !== family)
  const problemColumns = named.length > 0 ? named : columnsThatTell(reading, grid, columns)
  const items = problemColumns.length > 0 ? [] : checkedItems(grid, columns, kit)
  if (unitColumn < 0 && regionColumn < 0 && nameColumn < 0) return []
  const verdictColumn = of('verdict') >= 0 ? of('verdict') : columnThatJudges(grid, columns, judging)
  const platformColumn = of('platform')
  const urlColumn = of('url')
  const deadlineColumn = of('deadline')
  const out: Finding[] = []
  const titleVerdict = judging.word.test(grid.title) || referenceVerdict(reading, grid) ? 'unqualified' : null
  for (const [r, row] of grid.rows.entries()) {
    const first = row.find((c) => c.text !== '')
    if (!first || row.some((c) => TOTAL.test(c.text))) continue
    const group = grid.groups[r]
    const platform = platformColumn >= 0 ? subjectOf(row[platformColumn]!.text, kit) : null
    const who = whoIn(reading, row, { unitColumn, regionColumn, nameColumn, columns, platform })
    if (who.length === 0) continue
    const verdictCell = verdictColumn >= 0 ? row[verdictColumn]!.text : ''
    const verdict = judging.word.test(verdictCell)
      ? 'unqualified'
      : judging.passed.test(verdictCell)
        ? 'qualified'
        : judging.word.test(group?.text ?? '')
          ? 'unqualified'
          : titleVerdict
    const about =
      aboutOf([family, platformColumn].map((k) => (k < 0 ? '' : row[k]!.text)).join(' ')) ??
      (who[0]!.subject && who[0]!.subject !== 'website' && who[0]!.subject !== 'column'
        ? 'media'
        : /新媒体|账号|公众号/.test(`${grid.title}${group?.text ?? ''}`) &&
            !/网站/.test(grid.title) &&
            columns[nameColumn]?.role !== 'site_name'
          ? 'media'
          : 'site')
    const failed = items.flatMap((item) => failedItem(reading, item, row, about, verdict))
    const told = [...problemColumns.flatMap((k) => problemsIn(reading, row[k]!, about)), ...failed]
    const stated =
      told.length > 0 || problemColumns.length > 0 || items.some((i) => i.marks)
        ? told
        : problemsOf(reading, group ?? null, grid, about)
    const deadline = deadlineColumn >= 0 ? dueIn(reading, row[deadlineColumn]!) : null
    const span = {
      start: Math.min(...row.filter((c) => c.text && !c.filled).map((c) => c.start)),
      end: Math.max(...row.filter((c) => c.text && !c.filled).map((c) => c.end)),
    }
    for (const { category, likely, problem, evidence, account } of stated)
      for (const w of who)
        out.push({
          written: w.written,
          unit: w.unit,
          vague: false,
          subject:
            (w.subjectName === null && account?.platform) ||
            (w.subject ??
              (kit.severity.get(category)?.subject || (about === 'media' ? 'new_media' : 'website'))),
          subjectName: account && w.subjectName === null ? account.name : w.subjectName,
          subjectUrl: urlColumn >= 0 && row[urlColumn]!.text ? row[urlColumn]!.text.replace(/\s/g, '') : null,
          category,
          likely,
          problem,
          verdict,
          deadline,
          state: stateOf(reading, span.start, span.end),
          evidence: evidence
            ? evidenceOf(reading, evidence.start, evidence.end, whereInTable(reading, grid, r))
            : evidenceOf(reading, span.start, span.end, whereInTable(reading, grid, r)),
          annex: grid.annex,
          origin: 100_000 + n * 10_000 + r,
          sentence: span.start,
          role: 'table',
          table: true,
        })
  }
  return out
}

const isFamily = (words: string, kit: Kit): boolean =>
  words === '' || (words.length <= 5 && subjectOf(words, kit) !== null)

interface Who {
  written: string | null
  unit: Unit | null
  subject: string | null
  subjectName: string | null
}

function whoIn(
  reading: Reading,
  row: readonly Cell[],
  at: {
    unitColumn: number
    regionColumn: number
    nameColumn: number
    columns: readonly (Column | null)[]
    platform: string | null
  },
): Who[] {
  const unitCell = at.unitColumn >= 0 ? row[at.unitColumn]! : null
  const nameCell = at.nameColumn >= 0 ? row[at.nameColumn]! : null
  const regionCell = at.regionColumn >= 0 ? row[at.regionColumn]! : null
  const named = nameCell?.text ? namesIn(reading, nameCell, at.columns[at.nameColumn]!.role, at.platform) : []
  const holders = unitCell && !/^[-—/无]*$/.test(unitCell.text) ? unitsIn(reading, unitCell) : []
  const site = holders.length === 0 && at.columns[at.nameColumn]?.role === 'site_name' ? nameCell : null
  const ofSite = site ? unitsIn(reading, site).filter((u) => u.unit !== null) : []
  const ofRegion = regionCell?.text ? unitsIn(reading, regionCell) : []
  // «自治区粮食局|广西粮食网» in a column of regions and departments: a department owns the site, a region only holds it.
  const units = holders.length
    ? holders
    : ofSite.length
      ? ofSite
      : named.length === 0
        ? ofRegion
        : ofRegion.filter((u) => u.unit?.kind === 'department')
  const owners = units.length ? units : [null]
  const subjects = named.length ? named : [{ name: null, subject: at.platform }]
  if (units.length === 0 && named.length === 0) return []
  return owners.flatMap((u) =>
    subjects.map(
      (s): Who => ({
        written: u?.written ?? null,
        unit: u?.unit ?? null,
        subject: s.subject,
        subjectName: s.name,
      }),
    ),
  )
}

/** The units of a cell; one that no table knows is kept as it is written. */
function unitsIn(reading: Reading, cell: Cell): { written: string; unit: Unit | null }[] {
  const { text, hits, place, kit } = reading
  const words = tight(cell.text)
  const found = findUnits(text, hits, cell.start, cell.end, place, kit).filter(
    (u) => !opensBracket(text.slice(cell.start, u.start)),
  )
  const groups = groupUnits(text, found, cell.start, cell.end, place, kit)
  const units = groups.flatMap((g) => g.units)
  const covered = units.reduce((n, u) => n + (u.end - u.start), 0)
  const bare = words.replace(/\([^()]*\)/g, '').replace(/[、,和及\s]|等|(?:门户)?网站$/g, '')
  if (units.length > 0 && covered >= bare.length * 0.85)
    return units.map((unit) => ({
      written: units.length === 1 ? words.replace(/(?:门户)?网站$/, '') : unit.written,
      unit,
    }))
  return words
    .split(/[、,;\n]/)
    .map((w) => w.trim())
    .filter(Boolean).length > 1 && units.length > 1
    ? units.map((unit) => ({ written: unit.written, unit }))
    : [{ written: words, unit: null }]
}

const SUFFIX =
  /(?:微信公众号|公众号|微信|新浪微博|微博|抖音号|抖音|快手号|快手|今日头条号|今日头条|头条号|视频号|微信视频号|小程序|客户端|APP)$/

/** Account and site names of a cell, quotation marks and platform words aside. */
function namesIn(
  reading: Reading,
  cell: Cell,
  role: string,
  platform: string | null,
): { name: string | null; subject: string | null }[] {
  const { text, hits, place, kit } = reading
  const words = tight(cell.text)
  if (role === 'site_name') return [{ name: words, subject: 'website' }]
  if (role === 'column_name' || /(?:栏目|专栏|频道|板块)$/.test(words))
    return [{ name: null, subject: 'website' }]
  const accounts = findHolders(text, hits, asSentence(cell), place, kit)
    .flatMap((g) => g.holders)
    .filter((h) => h.kind === 'account')
  if (accounts.length > 0 && /[“"]/.test(words))
    return accounts.map((a) => ({ name: a.name, subject: a.platform }))
  if (/^(?:政府|门户|政务|官方)*(?:网站|微信公众号|公众号|微信|微博|抖音号?|新媒体|账号)$/.test(words))
    return [{ name: null, subject: subjectOf(words, kit) }]
  const bare = words.replace(/^[“"「]|[”"」]$/g, '')
  const bracket = /^(.[^(]*)\((.+)\)$/.exec(bare)
  const inBracket = bracket ? subjectOf(bracket[2]!, kit) : null
  if (bracket && inBracket && (!platform || platform === 'new_media'))
    return [{ name: bracket[1]!.replace(/[“”"]/g, ''), subject: inBracket }]
  const own = SUFFIX.exec(bare)
  if (role === 'subject_name' && !platform) {
    if (/网$|网站|门户/.test(bare)) return [{ name: bare, subject: 'website' }]
    if (own)
      return [
        { name: bare.slice(0, own.index).replace(/[“”"]/g, '') || bare, subject: subjectOf(own[0], kit) },
      ]
  }
  return [
    {
      name: bare,
      subject: platform ?? (own ? subjectOf(own[0], kit) : role === 'account_name' ? 'new_media' : null),
    },
  ]
}

/** «县(市)、部门|主办单位»: of two columns with units, the one that names more of them; -1 where there is none. */
function narrowest(grid: Grid, columns: readonly (Column | null)[], role: string): number {
  const named = columns.flatMap((c, k) =>
    c?.role === role ? [{ k, names: new Set(grid.rows.map((row) => tight(row[k]!.text))).size }] : [],
  )
  return named.reduce((best, c) => (best && best.names >= c.names ? best : c), named[0])?.k ?? -1
}

/** A column whose header says nothing that is known, but whose cells are names of units; -1 where there is none. */
function columnThatNames(reading: Reading, grid: Grid, columns: readonly (Column | null)[]): number {
  return columns.findIndex((column, k) => {
    const cells = cellsOf(grid, k)
    const naming = cells.filter((c) => unitsIn(reading, c).every((u) => u.unit !== null))
    return column === null && cells.length > 1 && naming.length >= cells.length * 0.6
  })
}

/** The same of words that judge. */
function columnThatJudges(grid: Grid, columns: readonly (Column | null)[], judging: Judging): number {
  return columns.findIndex((column, k) => {
    const cells = cellsOf(grid, k).map((c) => tight(c.text))
    const judged = cells.filter((t) => t.length <= 8 && (judging.word.test(t) || judging.passed.test(t)))
    return column === null && cells.length > 1 && judged.length >= cells.length * 0.6
  })
}

const cellsOf = (grid: Grid, column: number): Cell[] =>
  grid.rows.map((row) => row[column]!).filter((c) => tight(c.text) !== '' && !c.filled)

/** Columns whose header says nothing that is known, but whose cells state problems. */
function columnsThatTell(reading: Reading, grid: Grid, columns: readonly (Column | null)[]): number[] {
  return columns.flatMap((column, k) => {
    if (column !== null) return []
    const cells = grid.rows.map((row) => row[k]!).filter((c) => !NOTHING.test(tight(c.text)) && !c.filled)
    const telling = cells.filter(
      (c) => c.text.length >= 4 && problemsIn(reading, c, 'media').some((p) => p.category !== 'other'),
    )
    return cells.length > 0 && telling.length >= cells.length * 0.6 ? [k] : []
  })
}

/** Every problem of a cell, clause by clause; a text that no category fits is `other`. */
function problemsIn(reading: Reading, cell: Cell, about: 'media' | 'site'): Told[] {
  if (NOTHING.test(tight(cell.text))) return []
  const { text, hits, kit } = reading
  const out: Told[] = []
  let denied = false
  for (const sentence of sentences(text, cell.start, cell.end)) {
    const terms = new Set<number>()
    const accounts = findHolders(text, hits, sentence, reading.place, kit)
      .flatMap((g) => g.holders)
      .filter((h) => h.kind === 'account')
    let account: Told['account'] = null
    for (const clause of sentence.clauses) {
      account = accounts.find((a) => a.start >= clause.start && a.end <= clause.end) ?? account
      const found = termsIn(text, hits, clause.start, clause.end, (s, e) => isQuoted(sentence, s, e))
      const governing: Governing = {
        about:
          account || about === 'media' || /新媒体|公众号|微博|账号/.test(text.slice(clause.start, clause.end))
            ? 'media'
            : 'site',
        terms: new Set([...terms, ...found.map((f) => f.term)]),
      }
      const alone = () => classify(found, { ...governing, terms: new Set(found.map((f) => f.term)) }, kit)
      const said = classify(found, governing, kit)
      for (const c of weighed(reading, said, clause, [], governing.about, true, alone)) {
        const modality = modalityAt(text, hits, sentence, clause, c.stated, c.end)
        if (modality === 'denied') denied = true
        if (modality === 'denied' || out.some((o) => o.category === c.category)) continue
        out.push({
          category: c.category,
          likely: c.likely !== null,
          problem: tight(text.slice(clause.start, clause.end)),
          evidence: cell.filled ? null : { start: c.start, end: c.end },
          account,
        })
      }
      for (const f of found) terms.add(f.term)
    }
  }
  if (out.length === 0 && !denied) {
    const likely = likelyOf(reading, cell, [], about, SURE.cell)
    out.push({
      category: likely?.category ?? 'other',
      likely: likely !== null,
      problem: tight(cell.text),
      evidence: cell.filled ? null : { start: cell.start, end: cell.end },
      account: null,
    })
  }
  return out
}

/** A table without a problem column is a list of one problem: the group's, the title's, or what the prose says of the list. */
function problemsOf(reading: Reading, group: Cell | null, grid: Grid, about: 'media' | 'site'): Told[] {
  for (const words of [group?.text ?? '', grid.title]) {
    const categories = categoriesOfWords(words, about, reading.kit)
    if (categories.length)
      return categories.map((category) => ({
        category,
        likely: false,
        problem: tight(words).replace(/^[一二三四五六七八九十]+、/, ''),
        evidence: null,
        account: null,
      }))
  }
  return []
}

/** «14个账号…判定为不合格(名单附后)»: what the prose says of the list it refers to. */
function referenceVerdict(reading: Reading, grid: Grid): boolean {
  if (grid.annex === 0) return false
  const media = /新媒体|账号|公众号/.test(grid.title + grid.columns.map((c) => c.text).join(''))
  return reading.outline.passages.some(
    (p) =>
      p.annex === 0 &&
      sentences(reading.text, p.start, p.end).some((s) => {
        const words = reading.text.slice(s.start, s.end)
        return (
          /附后|见附件|附件\d?\)|附件所列|另附|附表/.test(words) &&
          /不合格|单项否决/.test(words) &&
          (media ? /新媒体|账号|公众号/.test(words) : !/新媒体|账号/.test(words) || /网站/.test(words))
        )
      }),
  )
}

export function dueIn(reading: Reading, cell: Cell): string | null {
  const time = mentionsIn(reading, 'time', cell.start, cell.end)[0]
  // «6月28日已下架»: mended, nothing is due.
  if (!time || /^已|[日月号]已/.test(cell.text)) return null
  const calendar = time.value.to ? { ...time.value.from, ...time.value.to } : time.value.from
  return calendar ? (resolveCalendar(calendar, reading.anchor, 'future')?.end ?? null) : null
}

const opensBracket = (text: string): boolean => text.lastIndexOf('(') > text.lastIndexOf(')')
