import { daysBetween } from '../calendar.ts'
import type { Kit } from '../kit.ts'
import { saying } from '../lexicon/phrases.ts'
import type { TableRow } from '../lexicon/tables.ts'
import { classify } from '../resolve/category.ts'
import { resolveCalendar } from '../resolve/time-anchor.ts'
import { tight } from '../segment/line.ts'
import { afterCellWord, type CellWord, cellSays, isTotal } from '../segment/tables/cell-words.ts'
import type { Column } from '../segment/tables/columns.ts'
import type { Cell, Grid } from '../segment/tables/grid.ts'
import { isManaging, isStale } from './likely.ts'
import { mentionsIn, type Reading } from './reading.ts'
import { accountsIn } from './table-names.ts'
import { aboutOf } from './under-heading.ts'

/** A problem that a row tells. */
export interface Told {
  category: string
  likely: boolean
  problem: string
  evidence: { start: number; end: number } | null
  /** An account that the problem itself names. */
  account: { name: string; platform: string } | null
  /** Of what the column is that tells it, where that is not what its row is of. */
  about?: 'media' | 'site'
  /** That it is mended, where the cell that tells it says so. */
  mended?: true
}

/** What a column's header asks of each row. */
export interface CheckedItem {
  column: number
  header: string
  /** Problem categories that the header states («停更天数», «空白栏目»), for accounts and for sites. */
  states: { media: string[]; site: string[] }
  row: TableRow<'check-items'> | null
  /** «政务新媒体/内容更新» beside «信息公开专栏/内容更新» */
  about: 'media' | 'site' | null
  /** Whether the header names what must not be, what must be, or only what was looked at. */
  names: 'bad' | 'good' | 'thing'
  /** What its cells are. */
  cells: 'marks' | 'counts' | 'mending' | 'words'
  /** Are its cells what the header names («错误表述: 布署工作»)? */
  quoted: boolean
  /** Does «√» or «是» say that it failed? Else «×» and «否» do. */
  failsOnYes: boolean
}

const NOT_CHECKED = new Set(['verdict', 'unit', 'region', 'platform', 'account_name', 'site_name', 'serial'])
/** A count of what the header states. */
const COUNT = /^\d{1,6}(?:个|条|件|处|次|篇|项)?$/
const POSITIVE = /^[1-9]\d*(?:天|日|个|条|件|处|次|篇|项)?$/
/** «停更天数» says how long; «超期天数» how much too long. */
const OF_DAYS = /^(?!.*(?:超|逾)).*(?:天数|间隔|\(天\))/
/** An account is stale after two weeks: 国办秘函〔2019〕19号, part 1. */
const STALE_DAYS = 14

/** Columns that check something, each cell saying of its row whether it is so. */
export function checkedItems(grid: Grid, columns: readonly (Column | null)[], kit: Kit): CheckedItem[] {
  const items: CheckedItem[] = []
  const says = (text: string, ...what: CellWord[]) => what.some((w) => cellSays(text, w, kit))
  const own = grid.rows.filter((r) => !r.some((c) => isTotal(c.text, kit)))
  // «未公开单位数: 2, 3»: how many there are, under a matrix of marks.
  const sums = own.filter((r) => r.slice(1).every((c) => c.text === '' || COUNT.test(tight(c.text))))
  const rows = sums.length * 4 > own.length ? own : own.filter((r) => !sums.includes(r))
  const tellsMending = rows.some((r) => r.some((c) => says(c.text, 'unmended')))
  const parts = grid.columns.map((c) => (c.text.includes('/') ? aboutOf(c.text, kit) : null))
  for (const [column, cell] of grid.columns.entries()) {
    const known = columns[column]
    if (known && NOT_CHECKED.has(known.role)) continue
    const header = tight(cell.text)
    const part = header.split('/').at(-1)!
    const overdue = countsOverdue(part, columns)
    const states = {
      media: categoriesOfWords(header, 'media', kit),
      site: categoriesOfWords(header, 'site', kit),
    }
    const asked = askedBy(part, kit)
    const managing = states.site.some((category) => isManaging({ category }))
    const row = longest(
      kit.tables['check-items'].filter((i) => header.includes(i.item) || asked.includes(i.item)),
    )
    if (states.site.length === 0 && (row === null || (OVERDUE.test(part) && !overdue))) continue
    const values = rows.map((r) => tight(r[column]!.text)).filter((t) => t !== '' && !says(t, 'blank'))
    const all = (test: (value: string) => boolean) => values.length > 0 && values.every(test)
    // «未整改: 3» beside what was found is a statistic.
    const counts =
      !managing &&
      all((v) => COUNT.test(v) || says(v, 'none') || (overdue && ofColumn(v, kit).length > 0)) &&
      !OF_DAYS.test(header)
    const names = overdue ? 'bad' : namesOf(part, asked, kit)
    items.push({
      column,
      header,
      about: parts[column] ?? (header.includes('/') && parts.includes('media') ? 'site' : null),
      states,
      row,
      names,
      cells: all((v) => says(v, 'yes', 'no', 'none', 'poor', 'clear') && !COUNT.test(v))
        ? 'marks'
        : counts && names === 'bad' && (!known || known.measure.startsWith('other'))
          ? 'counts'
          : // «空白栏目: 9月26日 / 未销号»: when what was found was mended.
            names === 'bad' && all((v) => isMending(v, kit)) && tellsMending
            ? 'mending'
            : 'words',
      quoted: names === 'bad' && !known && all((v) => !COUNT.test(v) && !hasFigure(v)),
      failsOnYes: names === 'bad',
    })
  }
  // Where things that must be are crossed out, crosses say in all columns what failed.
  const crossed = items.some(
    (i) => i.cells === 'marks' && i.names !== 'bad' && rows.some((r) => says(r[i.column]!.text, 'no')),
  )
  const count = (i: CheckedItem, what: CellWord) => rows.filter((r) => says(r[i.column]!.text, what)).length
  for (const item of items)
    if (item.names === 'thing')
      item.failsOnYes = !crossed && count(item, 'yes') > 0 && item.states.site.length > 0
    // «空白栏目: √» nearly everywhere, among columns whose crosses fail: a tick says that it is none.
    else if (crossed && count(item, 'yes') > count(item, 'no')) item.failsOnYes = false
  return items
}

/** «9月26日», «未销号» */
const isMending = (words: string, kit: Kit): boolean =>
  DAY.test(words) || cellSays(words, 'mended', kit) || cellSays(words, 'unmended', kit)
const DAY = /^(?:\d{4}[年./-])?\d{1,2}[月./-]\d{1,2}日?$/

const OVERDUE = /^(?:超期|逾期|超时限|超出)[^数率]*[天日]/
/** «超期天数», of columns of a site or of accounts: how much too long they were not updated. */
export const countsOverdue = (header: string, columns: readonly (Column | null)[]): boolean =>
  OVERDUE.test(header) && columns.some((c) => c && UPDATED.has(c.role))
const UPDATED = new Set(['column_name', 'last_update'])

/** What words say of a column of a site: «空白». */
export const ofColumn = (words: string, kit: Kit): string[] =>
  words === '' || COUNT.test(words) ? [] : categoriesOfWords(`栏目${words}`, 'site', kit)

/** What words say of a link: «无法打开». */
export const ofLink = (words: string, kit: Kit): string[] => categoriesOfWords(`链接${words}`, 'site', kit)

/** «首页是否及时更新»: what is asked. */
const askedBy = (header: string, kit: Kit): string =>
  afterCellWord(header.replace(/^[A-Za-z\d.、]{1,4}(?=[\u4e00-\u9fff])/, ''), 'asks', kit).replace(
    ASIDE(kit),
    '',
  )
const ASIDE = saying((any) => new RegExp(`${any('whether', 'in_time')}|正常(?=.)`, 'g'))

function namesOf(header: string, asked: string, kit: Kit): CheckedItem['names'] {
  const states = (words: string) => categoriesOfWords(words, 'site', kit).length > 0
  const denied = afterCellWord(asked, 'denies', kit)
  if (denied !== asked && states(denied)) return 'good'
  if (cellSays(header, 'clear', kit)) return 'good'
  return states(asked) ? 'bad' : 'thing'
}

/** What a row's cell says of a checked item: that it failed, how often, or a last date too long ago in a row that is unqualified. */
export function failedItem(
  reading: Reading,
  item: CheckedItem,
  row: readonly Cell[],
  ofRow: 'media' | 'site',
  verdict: string | null,
): Told[] {
  const about = item.about ?? ofRow
  const cell = row[item.column]!
  const text = tight(cell.text)
  if (!hasFailed(reading, item, cell, about, verdict)) return []
  // «两周以上未更新: “乾州街道”微信公众号»: the cases of it.
  const accounts = item.quoted ? accountsIn(reading, cell) : []
  if (accounts.length > 0)
    return accounts.flatMap((account) =>
      item.states.media.slice(0, 1).map((category) => ({
        category,
        likely: false,
        problem: `${item.header} ${text}`,
        evidence: cell.filled ? null : { start: account.start, end: account.end },
        account,
        about: 'media' as const,
      })),
    )
  const listed = about === 'media' ? item.row?.media || item.row?.category : item.row?.category
  const categories = item.states[about].length > 0 ? item.states[about] : listed ? [listed] : []
  // «超期天数: 空白»
  const own = item.cells === 'counts' && !POSITIVE.test(text) ? ofColumn(text, reading.kit) : []
  return (own.length > 0 ? own : categories).slice(0, 1).map((category) => ({
    category,
    likely: false,
    problem: `${item.header} ${text}`,
    evidence: cell.filled || cell.end <= cell.start ? null : { start: cell.start, end: cell.end },
    account: null,
    ...(item.about && { about }),
    ...(item.cells === 'mending' && !cellSays(text, 'unmended', reading.kit) && { mended: true }),
  }))
}

/** «35天», «2021-01-05»: how much or when, and no words. */
const hasFigure = (value: string): boolean => /^[\d年月日天个.:/-]+$/.test(value)

function hasFailed(
  reading: Reading,
  { cells, names, failsOnYes, quoted, states }: CheckedItem,
  cell: Cell,
  about: 'media' | 'site',
  verdict: string | null,
): boolean {
  const text = tight(cell.text)
  const says = (what: CellWord) => cellSays(text, what, reading.kit)
  if (cells === 'marks')
    return says('poor') || says(failsOnYes ? 'yes' : 'no') || (names === 'good' && says('none'))
  if (cells === 'mending') return text !== '' && !says('blank')
  if (cells === 'counts') return POSITIVE.test(text) || ofColumn(text, reading.kit).length > 0
  if (quoted) return text !== '' && !says('blank') && !says('clear')
  return (
    verdict === 'unqualified' &&
    (isLongAgo(reading, cell) || (states[about].length > 0 && POSITIVE.test(text)))
  )
}

function isLongAgo(reading: Reading, cell: Cell): boolean {
  const { anchor } = reading
  const time = mentionsIn(reading, 'time', cell.start, cell.end)[0]
  const day = time?.value.from && resolveCalendar(time.value.from, anchor, 'past')?.end
  return !!day && anchor.date !== null && daysBetween(day, anchor.date) >= STALE_DAYS
}

/** «首页更新: 近20天无更新»: what is not updated, the header says. */
export function updatedPart(header: string, about: 'media' | 'site', kit: Kit): string | null {
  const row = longest(kit.tables['check-items'].filter((i) => header.includes(i.item)))
  const category = about === 'media' ? row?.media || row?.category : row?.category
  return category && isStale({ category }) ? category : null
}

function longest(rows: readonly TableRow<'check-items'>[]): TableRow<'check-items'> | null {
  let best: TableRow<'check-items'> | null = null
  for (const r of rows) if (!best || r.item.length > best.item.length) best = r
  return best
}

/** Problem categories that a title or header states. It is not in the text that was scanned as one piece, so it is scanned here. */
export function categoriesOfWords(words: string, about: 'media' | 'site', kit: Kit): string[] {
  if (!words) return []
  const found: { term: number; start: number; end: number; weight: number }[] = []
  kit.matcher.scan(words, 0, words.length, (start, end, entry) => {
    if (entry.is !== 'cue') return
    for (const literal of entry.head.literals.plain)
      if (literal.rest.length === 0)
        for (const term of literal.terms) found.push({ term, start, end, weight: end - start })
  })
  return classify(found, { about, terms: new Set(found.map((f) => f.term)) }, kit).map((c) => c.category)
}
