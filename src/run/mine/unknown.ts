import type { Kit } from '../../kit.ts'
import type { Trace } from '../../pipeline.ts'
import { findUnits } from '../../resolve/units/find-units.ts'
import { tight } from '../../segment/line.ts'
import { columnOf } from '../../segment/tables/columns.ts'
import { alike } from './likeness.ts'

/** Something that no row of a table knows, with the row that would. */
export interface UnknownProposal {
  table: 'units' | 'columns' | 'metadata'
  row: Record<string, string>
  times: number
  documents: number
  examples: { doc: string; text: string }[]
}

/** What of a document no row knows: `key` tells two findings of one thing from two things. */
export interface Unknown {
  table: UnknownProposal['table']
  key: string
  row: Record<string, string>
  doc: string
  text: string
}

/** Bodies recognised by their ending alone, or whose name is longer than the tables know. */
export function unknownUnits(t: Trace, doc: string, kit: Kit): Unknown[] {
  const { text, hits, place } = t.reading
  return findUnits(text, hits, 0, text.length, place, kit).flatMap((u) => {
    const byEndingAlone = u.kind === 'other' && /[局委办院部厅署]$/.test(u.core)
    const longer = u.kind === 'department' && u.row === null
    if ((!byEndingAlone && !longer) || !/^[\u4e00-\u9fff]{3,14}$/.test(u.core)) return []
    if (/^[函字发]?[〔[]/.test(text.slice(u.end, u.end + 2))) return []
    const row = { function: nearestFunction(u.core, kit) ?? u.function ?? '', name: u.core }
    return [{ table: 'units' as const, key: u.core, row, doc, text: around(text, u.start, u.end) }]
  })
}

function nearestFunction(name: string, kit: Kit): string | null {
  let best: { is: string; how: number } | null = null
  for (const row of kit.tables.units)
    for (const known of [row.name, ...row.aliases]) {
      const how = alike(known, name)
      if (how > (best?.how ?? 0.3)) best = { is: row.function, how }
    }
  return best?.is ?? null
}

/** Headers of tables that no row of columns.tsv fits; what stands below says what they hold. */
export function unknownHeaders(t: Trace, doc: string, kit: Kit): Unknown[] {
  return t.outline.grids.flatMap((grid) =>
    grid.columns.flatMap((column, k) => {
      const header = tight(column.text)
      if (header === '' || header.length > 16 || columnOf(header, kit)) return []
      const cells = grid.rows.map((row) => row[k]?.text ?? '').filter(Boolean)
      const row = { header, match: 'whole', role: roleOfCells(cells), measure: '' }
      const shown = `${header}: ${cells.slice(0, 3).join(' | ').slice(0, 60)}`
      return [{ table: 'columns' as const, key: header, row, doc, text: shown }]
    }),
  )
}

function roleOfCells(cells: readonly string[]): string {
  const most = (pattern: RegExp) => cells.filter((c) => pattern.test(c)).length * 2 > cells.length
  if (most(/^(?:https?:|www\.)/)) return 'url'
  if (most(/^\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}/)) return 'deadline'
  if (most(/^[\d.,]+%?$/)) return 'figure'
  if (most(/(?:局|委|办|政府|中心|街道|镇|乡)$/)) return 'unit'
  return 'note'
}

const HEAD_LINES = 40
const KEY = /^[【[]?([\u4e00-\u9fff](?: ?[\u4e00-\u9fff]){1,7})[】\]]?:/

/** «发布字号: 丽政〔2021〕3号» above the body, where the key is in no row of metadata.tsv. */
export function unknownKeys(t: Trace, doc: string, kit: Kit): Unknown[] {
  const { outline, reading } = t
  const lines = reading.text.slice(0, outline.body.start).split('\n').slice(-HEAD_LINES)
  if (outline.body.start === 0) return []
  return lines.flatMap((line) =>
    line.split(/\t|\|| {2,}/).flatMap((part) => {
      const found = KEY.exec(part.trim())
      const key = found?.[1]?.replaceAll(' ', '')
      if (!key || kit.metadataKeys.has(key) || kit.tables.furniture.some((f) => key.includes(f.word)))
        return []
      const value = part.trim().slice(found![0].length).trim()
      const row = { key, field: fieldOf(key, value) }
      return [{ table: 'metadata' as const, key, row, doc, text: part.trim().slice(0, 60) }]
    }),
  )
}

function fieldOf(key: string, value: string): string {
  if (/[〔[(]\d{4}[〕\])].{0,40}号$/.test(value)) return 'doc_number'
  if (/^\d{4}[-/年.]\d{1,2}/.test(value)) return /成文|生成|印发|签发/.test(key) ? 'issued' : 'published'
  if (/^[\dA-Z]+[-/][\dA-Z/-]+/.test(value)) return 'index_number'
  return '-'
}

/** Counted and put together, the most frequent first. */
export function unknownProposals(found: readonly Unknown[]): UnknownProposal[] {
  const byKey = new Map<string, Unknown[]>()
  for (const u of found) {
    const key = `${u.table}|${u.key}`
    byKey.set(key, [...(byKey.get(key) ?? []), u])
  }
  return [...byKey.values()]
    .map((all) => ({
      table: all[0]!.table,
      row: all[0]!.row,
      times: all.length,
      documents: new Set(all.map((u) => u.doc)).size,
      examples: all.slice(0, 3).map(({ doc, text }) => ({ doc, text })),
    }))
    .sort((a, b) => b.documents - a.documents || b.times - a.times)
}

function around(text: string, start: number, end: number): string {
  const line = text.lastIndexOf('\n', start) + 1
  const stop = text.indexOf('\n', end)
  return text.slice(Math.max(line, start - 12), Math.min(stop < 0 ? text.length : stop, end + 24)).trim()
}
