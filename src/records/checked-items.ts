import { daysBetween } from '../calendar.ts'
import type { Kit } from '../kit.ts'
import type { TableRow } from '../lexicon/tables.ts'
import { classify } from '../resolve/category.ts'
import { resolveCalendar } from '../resolve/time-anchor.ts'
import { tight } from '../segment/line.ts'
import { type CellWord, cellSays } from '../segment/tables/cell-words.ts'
import type { Column } from '../segment/tables/columns.ts'
import type { Cell, Grid } from '../segment/tables/grid.ts'
import { mentionsIn, type Reading } from './reading.ts'

/** A problem that a row tells. */
export interface Told {
  category: string
  likely: boolean
  problem: string
  evidence: { start: number; end: number } | null
  /** An account that the problem itself names. */
  account: { name: string; platform: string } | null
}

/** A column that checks one thing, row by row. */
export interface CheckedItem {
  column: number
  header: string
  /** Problem categories that the header states («停更天数», «空白栏目»), for accounts and for sites. */
  states: { media: string[]; site: string[] }
  row: TableRow<'check-items'> | null
  marks: boolean
  /** A count of what its header states, in a table of marks. */
  counted: boolean
  /** Which marks say that it failed. */
  failing: 'yes' | 'no'
}

/** «是否有空白栏目», «无错别字»: the header asks for the good. */
const GOOD = /^[A-Za-z\d.、]*(?:无|是否|能否|有无|能|可|已)|正常|规范|及时|合格|可用|准确|一致$/
/** «错链断链(个)», «错别字数»: a column of how many. */
const POSITIVE = /^[1-9]\d*(?:天|日|个|条|件|处)?$/
const COUNTED = /[(（][个处条项篇][)）]$|数量?$/
/** An account is stale after two weeks: 国办秘函〔2019〕19号, part 1. */
const STALE_DAYS = 14

/** Columns of marks, and columns of last dates or day counts, by what their headers check. */
export function checkedItems(grid: Grid, columns: readonly (Column | null)[], kit: Kit): CheckedItem[] {
  const items: CheckedItem[] = []
  const says = (text: string, what: CellWord) => cellSays(text, what, kit)
  const rows = grid.rows.filter((r) => !r.some((c) => says(c.text, 'total') || says(c.text, 'subtotal')))
  for (const [column, cell] of grid.columns.entries()) {
    const role = columns[column]?.role
    if (
      role === 'verdict' ||
      role === 'unit' ||
      role === 'region' ||
      role === 'platform' ||
      role === 'account_name'
    )
      continue
    const header = tight(cell.text)
    const values = rows.map((r) => tight(r[column]!.text)).filter((t) => t !== '' && !says(t, 'blank'))
    const marks = values.length > 0 && values.every((v) => says(v, 'no') || says(v, 'yes'))
    const states = {
      media: categoriesOfWords(header, 'media', kit),
      site: categoriesOfWords(header, 'site', kit),
    }
    const row = longest(kit.tables['check-items'].filter((i) => header.includes(i.item)))
    if (states.site.length === 0 && row === null) continue
    items.push({
      column,
      header,
      states,
      row,
      marks,
      counted: !marks && states.site.length > 0 && COUNTED.test(header),
      failing: 'no',
    })
  }
  if (!items.some((i) => i.marks)) for (const item of items) item.counted = false
  const crossed = items.some((i) => i.marks && grid.rows.some((r) => says(r[i.column]!.text, 'no')))
  if (!crossed)
    for (const item of items) if (item.states.site.length > 0 && !GOOD.test(item.header)) item.failing = 'yes'
  return items
}

/** What a row's cell says of a checked item: a mark that it failed, or a last date too long ago in a row that is unqualified. */
export function failedItem(
  reading: Reading,
  item: CheckedItem,
  row: readonly Cell[],
  about: 'media' | 'site',
  verdict: string | null,
): Told[] {
  const cell = row[item.column]!
  const text = tight(cell.text)
  const failed = item.marks
    ? cellSays(text, item.failing, reading.kit)
    : (item.counted && POSITIVE.test(text)) ||
      (verdict === 'unqualified' &&
        (isStale(reading, cell) || (item.states[about].length > 0 && POSITIVE.test(text))))
  if (!failed) return []
  const listed = about === 'media' ? item.row?.media || item.row?.category : item.row?.category
  const categories = item.states[about].length > 0 ? item.states[about] : listed ? [listed] : []
  return categories.slice(0, 1).map((category) => ({
    category,
    likely: false,
    problem: `${item.header} ${text}`,
    evidence: cell.filled || cell.end <= cell.start ? null : { start: cell.start, end: cell.end },
    account: null,
  }))
}

function isStale(reading: Reading, cell: Cell): boolean {
  const { anchor } = reading
  const time = mentionsIn(reading, 'time', cell.start, cell.end)[0]
  const day = time?.value.from && resolveCalendar(time.value.from, anchor, 'past')?.end
  return !!day && anchor.date !== null && daysBetween(day, anchor.date) >= STALE_DAYS
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
    for (const literal of entry.head.plain)
      if (literal.rest.length === 0)
        for (const term of literal.terms) found.push({ term, start, end, weight: end - start })
  })
  return classify(found, { about, terms: new Set(found.map((f) => f.term)) }, kit).map((c) => c.category)
}
