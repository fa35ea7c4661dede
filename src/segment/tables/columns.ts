import type { Kit } from '../../kit.ts'
import { saying } from '../../lexicon/phrases.ts'
import type { RowPlace } from '../../lexicon/table.ts'
import type { TableRow } from '../../lexicon/tables.ts'
import { onceFor } from '../../once.ts'
import { tight } from '../line.ts'
import { isTotal } from './cell-words.ts'

/** What a column holds; where a row of columns.tsv says so, which. */
export type Column = Pick<TableRow<'columns'>, 'role' | 'measure'> &
  Partial<Pick<TableRow<'columns'>, 'header'> & RowPlace>

const LONGEST_HEADER = 16

/** The same few headers are asked for in every table, and every short line whether it is one. */
interface Known {
  columns: Record<Cells, Map<string, Column | null>>
  headers: Map<string, boolean>
  size: number
}
type Cells = 'any' | 'words' | 'figures'
const known = new WeakMap<Kit, Known>()
const MOST_KNOWN = 20_000
const LONGEST_KNOWN = 64
function knownTo(kit: Kit): Known {
  let memory = known.get(kit)
  if (!memory || memory.size > MOST_KNOWN) {
    const columns = { any: new Map(), words: new Map(), figures: new Map() }
    known.set(kit, (memory = { columns, headers: new Map(), size: 0 }))
  }
  return memory
}

type Row = TableRow<'columns'> & RowPlace
interface Ranked {
  rank: number
  row: Row
}

/** The rows that a header may fit: those that are the whole of it, and the others by their first character. */
const rowsBy = onceFor((kit: Kit) => {
  const whole = new Map<string, Ranked[]>()
  const part = new Map<string, Ranked[]>()
  for (const [rank, row] of (kit.tables.columns as readonly Row[]).entries()) {
    const [map, key] = row.match === 'whole' ? [whole, row.header] : [part, row.header[0]!]
    const rows = map.get(key)
    if (rows) rows.push({ rank, row })
    else map.set(key, [{ rank, row }])
  }
  return { whole, part }
})

/** The first row of the table that fits. */
function firstRow(bare: string, kit: Kit, cells: Cells): Row | null {
  const { whole, part } = rowsBy(kit)
  let best: Ranked | null = null
  const consider = (found: Ranked) => {
    if (best && best.rank < found.rank) return
    if (cells !== 'any' && cells === (found.row.role === 'figure' ? 'words' : 'figures')) return
    best = found
  }
  for (const found of whole.get(bare) ?? []) consider(found)
  for (let i = 0; i < bare.length; i++)
    for (const found of part.get(bare[i]!) ?? []) {
      const { header, match } = found.row
      if (!bare.startsWith(header, i)) continue
      if (
        match === 'end'
          ? i + header.length === bare.length && bare.length <= LONGEST_HEADER
          : bare.length <= header.length + 8
      )
        consider(found)
    }
  return (best as Ranked | null)?.row ?? null
}

/** What a column holds, by its header; null for a header that no row of columns.tsv knows. */
export function columnOf(header: string, kit: Kit, cells: Cells = 'any'): Column | null {
  if (header.length > LONGEST_KNOWN) return lookUp(header, kit, cells)
  const memory = knownTo(kit)
  const columns = memory.columns[cells]
  let column = columns.get(header)
  if (column === undefined) {
    columns.set(header, (column = lookUp(header, kit, cells)))
    memory.size++
  }
  return column
}

/** The same where its cells are words: no count of anything. */
export function columnOfWords(header: string, kit: Kit): Column | null {
  return columnOf(header, kit, 'words')
}

/** The same where all of its cells are figures: no names and no sentences. */
export function columnOfFigures(header: string, kit: Kit): Column | null {
  return columnOf(header, kit, 'figures')
}

function lookUp(header: string, kit: Kit, cells: Cells): Column | null {
  const bare = tight(header)
    .replace(/\s/g, '')
    .replace(/^["“]|["”]$/g, '')
  if (bare === '' || bare.length > LONGEST_HEADER * 2) return null
  const row = firstRow(bare, kit, cells)
  if (row) {
    // «完成(预计完成)时间»: of what, its bracket parts from the last word.
    const without = row.role === 'note' ? bare.replace(/(?<=.)[(（][^()（）]{1,8}[)）](?=.)/, '') : bare
    return without === bare ? row : lookUp(without, kit, cells)
  }
  const either = bare.split(BETWEEN).filter(Boolean)
  if (either.length > 1 && cells !== 'figures') {
    // «子站或账号»: either is named.
    if (either.length === 2 && either.every((word) => isSubject(word, kit)))
      return { role: 'subject_name', measure: '' }
    // «市(州、地)», «镇(街)», «市直部门、县区»: all of a kind.
    const meant = either.map((word) => lookUp(word, kit, cells))
    const [first, ...others] = meant
    if (first && others.every((c) => c?.role === first.role)) return first
    // «平台及账号»: what it is called, and where.
    const named = meant.find((c) => c !== null && /_name$/.test(c.role))
    if (named && meant.every((c) => c === named || c?.role === 'platform')) return named
  }
  const parts = bare.split('/')
  const last = parts.at(-1)!
  // «抽查数/小计»
  if (parts.length > 1) return lookUp(isTotal(last, kit) ? parts.slice(0, -1).join('/') : last, kit, cells)
  // «已整改(个)»: what it counts in says nothing of what it counts.
  const plain = bare.replace(UNIT_OF_MEASURE, '')
  if (plain !== bare && plain !== '') return lookUp(plain, kit, cells)
  // «抽查政务新媒体数»: how many of which were looked at.
  const looked = cells === 'words' ? null : LOOKED_AT(kit).exec(bare)
  const noun = looked && kit.tables.subjects.find((s) => s.word === looked[1])
  if (noun) return { role: 'figure', measure: `checked/${noun.subject}` }
  // «学校(单位)», «单位(学校)»: said in two ways.
  const twice = TWO_WAYS.exec(bare)
  return twice ? (lookUp(twice[1]!, kit, cells) ?? lookUp(twice[2]!, kit, cells)) : null
}
const LOOKED_AT = saying(
  (any) =>
    new RegExp(
      `^(?:实际|本[季月年次期轮]度?)?${any('looks')}的?((?:政府|政务)?${any('media', 'site')})(?:总?数量?|个数)?$`,
    ),
)
const BETWEEN = /[或和及、/()（）,]/
const isSubject = (word: string, kit: Kit): boolean => kit.tables.subjects.some((s) => s.word === word)
const TWO_WAYS = /^([^(（)）\d]{2,8})[(（]([^(（)）\d]{2,8})[)）]$/

const UNIT_OF_MEASURE = /[(（](?:[个家条篇件次项分天处位名]|%|百分比|单位:?[个家条篇件次项分])[)）]$/

/** A header by its shape alone: short, no figure, no sentence; at least three of them, one of them known. */
export function isHeaderRow(cells: readonly string[], kit: Kit): boolean {
  const filled = cells.map(tight).filter(Boolean)
  return (
    filled.length >= 3 &&
    filled.length >= cells.length - 1 &&
    new Set(filled).size === filled.length &&
    filled.every(
      (c) => c.length <= LONGEST_HEADER && !/[。;,!?|《》“”]|^[\d.%\-—/]+$|^[×√●○]$|\d{4}/.test(c),
    ) &&
    filled.some((c) => columnOf(c, kit) !== null || c === '序号')
  )
}

/** A header cell as such: known, short, and without the marks of a sentence or a value. */
export function isHeader(text: string, kit: Kit): boolean {
  if (text.length > LONGEST_KNOWN) return isKnownHeader(text, kit)
  const memory = knownTo(kit)
  let header = memory.headers.get(text)
  if (header === undefined) {
    memory.headers.set(text, (header = isKnownHeader(text, kit)))
    memory.size++
  }
  return header
}

function isKnownHeader(text: string, kit: Kit): boolean {
  const bare = tight(text)
  return (
    bare.length <= LONGEST_HEADER &&
    !/[。;,!?\t|]|(?:名单|清单|[览计总]表|一览)$|^\d|^表[\d一二三四五六七八九十]|^[^(]{0,20}:|^http|[《》“”]|^\(|^[一二三四五六七八九十]+、/.test(
      bare,
    ) &&
    columnOf(bare, kit) !== null
  )
}
