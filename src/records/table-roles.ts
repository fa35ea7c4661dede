import type { Kit } from '../kit.ts'
import { COLUMN } from '../lexicon/phrases.ts'
import { subjectOf } from '../resolve/holders.ts'
import { tight } from '../segment/line.ts'
import { cellSays, isTotal } from '../segment/tables/cell-words.ts'
import { type Column, columnOf, columnOfFigures, columnOfWords } from '../segment/tables/columns.ts'
import type { Cell, Grid } from '../segment/tables/grid.ts'
import { judgesAlone, namesPlatform } from '../segment/tables/looks.ts'
import { categoriesOfWords, ofColumn } from './checked-items.ts'
import { judgingOf } from './judging.ts'
import type { Reading } from './reading.ts'
import type { Subject } from './schema.ts'
import { isMedia } from './subject-family.ts'
import { MENTION, unitsIn } from './table-names.ts'
import { problemsIn } from './table-problems.ts'

/** Which columns of a table say what; -1 where none does. */
export interface TableRoles {
  columns: readonly (Column | null)[]
  unit: number
  region: number
  /** Names of accounts, sites or columns of a site. */
  name: number
  platform: number
  url: number
  verdict: number
  deadline: number
  /** Tell what came of the row's problem since. */
  since: readonly number[]
  /** Says of each row whether a site or an account is told of. */
  family: number
  problems: readonly number[]
  /** Name the category of what the problem columns tell. */
  kinds: readonly number[]
}
const TELLS = new Set(['problem', 'problem_kind'])

const FIGURE = /^\D{0,2}\d[\d.,]{0,12}\D{0,2}$/
/** Columns whose header promises no problem, and whose cells may tell some all the same: «检查情况», «备注», «说明». */
const MAY_TELL = new Set(['status', 'remark', 'note', 'verdict'])
const MAY_JUDGE = new Set(['remark', 'mend', 'mended', 'status'])
const SINCE = new Set(['mended', 'status', 'remark'])
/** Whose cells are names or sentences. */
const WORDS = new Set([
  'problem',
  'problem_kind',
  'unit',
  'region',
  'account_name',
  'site_name',
  'subject_name',
  'link_name',
  'column_name',
  'url',
])
const ENTITY = ['account_name', 'site_name', 'subject_name', 'link_name', 'column_name'] as const

export function columnsOf(grid: Grid, { kit }: Reading): (Column | null)[] {
  return grid.columns.map((c, k) => {
    const role = grid.view?.roles?.[k]
    if (role !== undefined) return { role, measure: '' }
    const column = columnOf(c.text, kit)
    // «处置要求: 4月14日前整改»: by when, as much as what.
    if (column?.role === 'mend' && mostly(grid, k, (t) => BY_THEN.test(t)))
      return { role: 'deadline', measure: '' }
    if (column === null || !(column.role === 'figure' || WORDS.has(column.role))) return column
    const figures = grid.rows.filter((r) => FIGURE.test(r[k]!.text)).length
    // «通报问题: 23处链接失效»: where no cell is a figure the header counts nothing.
    if (column?.role === 'figure' && grid.rows.length > 0 && figures === 0) return columnOfWords(c.text, kit)
    // «检查对象: 政府网站»: of which kind, and no name.
    const told = grid.rows.map((r) => tight(r[k]!.text)).filter(Boolean)
    if (column.role === 'subject_name' && told.length > 0 && told.every((t) => isFamily(t, kit)))
      return { role: 'platform', measure: '' }
    // «政府网站: 12»: where all are, it names nobody.
    const written = grid.rows.filter((r) => r[k]!.text !== '' && !cellSays(r[k]!.text, 'blank', kit)).length
    return WORDS.has(column.role) && written > 0 && figures === written
      ? columnOfFigures(c.text, kit)
      : column
  })
}

const BY_THEN = /^(?:于|限|请)?(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底|末)[之以]?前/

function mostly(grid: Grid, column: number, is: (words: string) => boolean): boolean {
  const cells = cellsOf(grid, column).map((c) => tight(c.text))
  return cells.length > 0 && cells.filter(is).length >= cells.length * 0.6
}

const sinceIn = (columns: readonly (Column | null)[]): number[] =>
  columns.flatMap((c, k) => (c && SINCE.has(c.role) ? [k] : []))

/** Does the row say that what it tells is mended? */
export const isMended = (row: readonly Cell[], columns: readonly (Column | null)[], kit: Kit): boolean =>
  sinceIn(columns).some((k) => cellSays(row[k]!.text, 'mended', kit))

/** Null for a table that tells of nobody, be it in its title (`ofTitle`). */
export function rolesOf(reading: Reading, grid: Grid, ofTitle = false): TableRoles | null {
  const { kit } = reading
  const columns = columnsOf(grid, reading)
  const { word, passed } = judgingOf(kit)
  const judgesRow = (t: string) => t.length <= 8 && (word.test(t) || passed.test(t))
  const of = (...roles: string[]) => {
    for (const role of roles) {
      const k = columns.findIndex((c) => c?.role === role)
      if (k >= 0) return k
    }
    return -1
  }
  if (of('indicator') >= 0 && of('unit', 'account_name', 'site_name', 'subject_name') < 0) return null
  // «平台: “健康溧水”视频号»: its cells say which.
  const names = columns.findIndex(
    (c, k) => c?.role === 'platform' && cellsOf(grid, k).some((cell) => NAMED.test(cell.text)),
  )
  if (names >= 0 && of(...ENTITY) < 0) columns[names] = { role: 'subject_name', measure: '' }
  // «原文|改为»: words that are wrong, and no names.
  const corrects = of('correction') >= 0
  // «涉及对象: “魅力三角”微信公众号 / 便民服务»: the account where a cell names one.
  const mentions =
    of(...ENTITY) < 0
      ? columns.findIndex(
          (c, k) =>
            c === null &&
            // «两周以上未更新»: what its accounts are cases of.
            categoriesOfWords(tight(grid.columns[k]!.text), 'media', kit).length === 0 &&
            namesAccounts(reading, grid, k, corrects ? -1 : of('platform')),
        )
      : -1
  if (mentions >= 0) columns[mentions] = { role: MENTION, measure: '' }
  // «专栏: 市民政局|栏目: 养老服务»: whose it is.
  const owners = columns.findIndex((c, k) => c?.role === 'column_name' && namesBodies(reading, grid, k))
  if (owners >= 0 && of('unit') < 0) columns[owners] = { role: 'unit', measure: '' }
  // «点位: 岳阳水利网»
  const sites =
    of(...ENTITY, MENTION) < 0
      ? columns.findIndex(
          (c, k) =>
            c === null &&
            mostly(grid, k, (t) => NAMES_SITE.test(t) && !isMedia(subjectOf(t, kit) as Subject | null)),
        )
      : -1
  if (sites >= 0 && (of('unit') >= 0 || columnThatNames(reading, grid, columns) !== sites))
    columns[sites] = { role: 'site_name', measure: '' }
  // «栏目(账号)名称», «问题位置»: «水利工程 / “尤溪林业”微信公众号»
  const mixed = columns.findIndex(
    (c, k) =>
      (c?.role === 'column_name' ||
        (c?.role === 'subject_name' && COLUMN(kit).test(grid.columns[k]!.text))) &&
      namesAccounts(reading, grid, k, -1),
  )
  if (mixed >= 0) columns[mixed] = { role: MENTION, measure: '' }
  // «县(市、区)|主办方»: whose cells are bodies, where another column says only where they lie.
  const bodies = of('unit') < 0 ? columnThatNames(reading, grid, columns) : narrowest(grid, columns)
  const name = of(...ENTITY, MENTION)
  // «上级: 绥化市|网站名称: 海伦市人民政府网站»: places, where a name beside them says who.
  const lying =
    of('unit', 'region') < 0 &&
    bodies >= 0 &&
    name >= 0 &&
    mostly(grid, bodies, (t) => kit.regions.everNamed(t).length > 0)
  const unit = lying ? -1 : bodies
  const region = lying ? bodies : of('region')
  if (unit < 0 && region < 0 && name < 0 && !ofTitle) return null
  const platform =
    of('platform') >= 0
      ? columnOfPlatforms(grid, columns, kit)
      : columnThat(grid, columns, (t) => namesPlatform(t, kit))
  const telling = columns.flatMap((c, k) => (c && TELLS.has(c.role) ? [k] : []))
  // «问题类别: 网站 / 新媒体» says what is told of, not what is wrong.
  const family =
    telling.length > 1 ? telling.findIndex((k) => grid.rows.every((r) => isFamily(r[k]!.text, kit))) : -1
  const named = telling.filter((_, n) => n !== family)
  const kinds = named.filter((k) => columns[k]!.role === 'problem_kind')
  const told = kinds.length < named.length ? named.filter((k) => !kinds.includes(k)) : named
  return {
    columns,
    unit,
    region,
    name,
    platform,
    url: of('url'),
    // «备注: 不合格», where the others' remarks are blank; «处理意见: 不合格,限期整改».
    verdict: [
      of('verdict'),
      columnThat(grid, columns, judgesRow),
      columns.findIndex(
        (c, k) => c && MAY_JUDGE.has(c.role) && cellsOf(grid, k).some((r) => judgesRow(tight(r.text))),
      ),
    ].reduce((best, k) => (best >= 0 ? best : k)),
    deadline: of('deadline'),
    since: sinceIn(columns),
    family: family >= 0 ? telling[family]! : -1,
    kinds: told === named ? [] : kinds,
    problems: told.length > 0 ? told : columnsThatTell(reading, grid, columns, [unit, platform], name),
  }
}

/** The roles in a row that has its unit or its name in another column of that kind: cards of sites and of accounts in one table. */
export function rolesInRow(roles: TableRoles, row: readonly Cell[]): TableRoles {
  const filled = (own: number, is: (role: string) => boolean) =>
    own < 0 || row[own]!.text !== ''
      ? own
      : roles.columns.findIndex((c, k) => c !== null && is(c.role) && row[k]!.text !== '')
  const unit = filled(roles.unit, (role) => role === 'unit')
  const name = filled(roles.name, (role) => /^(?:account|site)_name$/.test(role))
  const to = { ...roles, unit: unit < 0 ? roles.unit : unit, name: name < 0 ? roles.name : name }
  return to.unit === roles.unit && to.name === roles.name ? roles : to
}

/** «类别: 各区|平台: 抖音»: of several columns that may say it, the one whose cells do most. */
function columnOfPlatforms(grid: Grid, columns: readonly (Column | null)[], kit: Kit): number {
  const naming = (k: number) => grid.rows.filter((row) => subjectOf(row[k]!.text, kit) !== null).length
  const all = columns.flatMap((c, k) => (c?.role === 'platform' ? [k] : []))
  return all.reduce((best, k) => (best >= 0 && naming(best) >= naming(k) ? best : k), -1)
}

const NAMED = /“[^“”]{2,20}”/

/**
 * Does a column whose header says nothing that is known name accounts: «“县教育局”微信公众号», «平安南部(微信公众号)», or short names of
 * their own where another column says on which platform?
 */
function namesAccounts(reading: Reading, grid: Grid, column: number, platform: number): boolean {
  const { kit } = reading
  const isAccounts = (words: string | undefined) =>
    words !== undefined && isMedia(subjectOf(words, kit) as Subject | null)
  const cells = cellsOf(grid, column)
  if (cells.some((c) => isAccounts(/^“[^“”]{2,20}”(.{2,8})$/.exec(tight(c.text))?.[1]))) return true
  const bracketed = cells.filter((c) => isAccounts(/^[^()]{2,20}\((.{2,8})\)$/.exec(tight(c.text))?.[1]))
  if (bracketed.length > 0 && bracketed.length >= cells.length * 0.6) return true
  if (platform < 0) return false
  const beside = grid.rows.filter((row) => isAccounts(row[platform]!.text)).map((row) => row[column]!)
  const names = new Set(beside.map((c) => tight(c.text)).filter((words) => isName(reading, words)))
  return beside.length > 1 && names.size >= beside.length * 0.7
}

/** «阳春文旅»: neither a body nor a problem nor a thing of a site. */
export const isName = ({ kit }: Reading, words: string): boolean =>
  /^[\u4e00-\u9fffA-Za-z0-9·]{2,14}$/.test(words) &&
  !/\d{2}|[局委办镇乡处院所站会]$/.test(words) &&
  subjectOf(words, kit) === null &&
  !judgingOf(kit).any.test(words) &&
  categoriesOfWords(words, 'media', kit).length === 0

const isFamily = (words: string, kit: Kit): boolean =>
  words === '' ||
  (words.length <= 5 && subjectOf(words, kit) !== null && categoriesOfWords(words, 'media', kit).length === 0)

/** «县(市)、部门|主办单位»: of two columns with units, the one that names more of them; -1 where there is none. */
function narrowest(grid: Grid, columns: readonly (Column | null)[]): number {
  const named = columns.flatMap((c, k) =>
    c?.role === 'unit' ? [{ k, names: new Set(grid.rows.map((row) => tight(row[k]!.text))).size }] : [],
  )
  return named.reduce((best, c) => (best && best.names >= c.names ? best : c), named[0])?.k ?? -1
}

/** A column whose header says nothing that is known, but whose cells are names of units; -1 where there is none. */
export function columnThatNames(reading: Reading, grid: Grid, columns: readonly (Column | null)[]): number {
  const naming = columns.flatMap((column, k) => (column === null && namesBodies(reading, grid, k) ? [k] : []))
  // «审计信息网»: of whom, a column of bodies says.
  return naming.find((k) => !mostly(grid, k, (t) => NAMES_SITE.test(t))) ?? naming[0] ?? -1
}

function namesBodies(reading: Reading, grid: Grid, column: number): boolean {
  const cells = cellsOf(grid, column)
  const named = cells.filter((c) => unitsIn(reading, c).every((u) => u.unit !== null))
  return cells.length > 1 && named.length >= cells.length * 0.6
}

/** The same of cells that are short words of one kind. */
function columnThat(grid: Grid, columns: readonly (Column | null)[], is: (words: string) => boolean): number {
  return columns.findIndex((column, k) => {
    return column === null && cellsOf(grid, k).length > 1 && mostly(grid, k, is)
  })
}

/** The same of cells that state problems; where there is none, one whose header promises none. */
function columnsThatTell(
  reading: Reading,
  grid: Grid,
  columns: readonly (Column | null)[],
  taken: readonly number[],
  name: number,
): number[] {
  const { kit } = reading
  // «账号: —|现状: 未开设» and «合计» tell of nobody.
  const all = grid.rows.filter(
    (row) => !isTotal(row[0]!.text, kit) && !(name >= 0 && cellSays(row[name]!.text, 'blank', kit)),
  )
  const statesProblem = (header: string) => categoriesOfWords(tight(header), 'site', reading.kit).length > 0
  // «栏目: 统计信息|结论: 超期»
  const ofColumns = columns.some((c) => c?.role === 'column_name')
  const tells = (k: number, everyRow: boolean, sure: boolean) => {
    const cells = (everyRow ? all.map((row) => row[k]!) : cellsOf(grid, k)).filter(
      (c) => !cellSays(c.text, 'clear', reading.kit) && !judgesAlone(c.text, reading.kit),
    )
    const telling = cells.filter(
      (c) =>
        (ofColumns && ofColumn(tight(c.text), reading.kit).length > 0) ||
        (c.text.length >= 4 &&
          !NAMES_SITE.test(tight(c.text)) &&
          // Where the title says what is wrong, words that are only like a problem tell none.
          problemsIn(reading, c, 'media').some(
            (p) => p.category !== 'other' && !(p.likely && (sure || statesProblem(grid.title))),
          )),
    )
    return cells.length > 0 && telling.length >= cells.length * 0.6
  }
  const unknown = columns.flatMap((column, k) =>
    // «错误表述: 布署工作»: the header says what is wrong with its cells.
    column === null && !taken.includes(k) && !statesProblem(grid.columns[k]!.text) ? [k] : [],
  )
  const others = columns.flatMap((column, k) => (column && MAY_TELL.has(column.role) ? [k] : []))
  // «点位: 重大项目|核查情况: 2021年11月以来未更新»: what states problems goes before what is only like one.
  for (const sure of [true, false])
    for (const [among, everyRow] of [
      [unknown, false],
      [others, true],
    ] as const) {
      if (among.some((k) => tells(k, everyRow, sure))) return among.filter((k) => tells(k, everyRow, false))
    }
  return []
}

/** «信访信息网», «某局网站»: what is told of. */
const NAMES_SITE = /^[\u4e00-\u9fff]{2,20}(?:网站?|门户|平台)$/

const cellsOf = (grid: Grid, column: number): Cell[] =>
  grid.rows.map((row) => row[column]!).filter((c) => tight(c.text) !== '' && !c.filled)
