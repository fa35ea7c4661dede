import { SCHEMA_VERSION } from '../records/contract.ts'
import type { Notice } from '../records/schema.ts'
import { SHAPES } from '../report/columns.ts'
import { select } from '../report/filter.ts'
import { toWire } from '../report/wire.ts'
import { openApi } from './openapi.ts'
import { readQuery } from './query.ts'
import type { StoredNotices } from './stored-notices.ts'

const ITEMS = ['records', 'metrics', 'deadlines', 'checks'] as const
const TABLES = [...Object.keys(SHAPES), 'notices', 'comparison', 'rollups', 'trends']

/** The JSON that an address answers with; undefined where there is nothing under it. @throws QueryError */
export async function answer(path: string, query: URLSearchParams, stored: StoredNotices): Promise<unknown> {
  const [root, name = '', more, ...rest] = path.split('/').slice(1)
  if (rest.length > 0) return undefined
  if (root === 'openapi.json' && name === '') return openApi()
  if (root === 'report') return forPage(name, more, stored)
  if (root !== 'api') return undefined
  if (name === 'notices' && more !== undefined) {
    const index = stored.indexOf.get(more)
    return index === undefined ? undefined : stored.at(index)
  }
  if (more !== undefined) return undefined
  const asked = readQuery(query, name !== 'comparison')
  const selection = select(stored.tables, asked.filter)
  const page = <T>(rows: readonly T[]) => rows.slice(asked.offset, asked.offset + asked.limit)
  const list = (total: number, items: unknown[]) => ({
    schema_version: SCHEMA_VERSION,
    total,
    offset: asked.offset,
    items,
  })
  if (name === 'comparison')
    return {
      schema_version: SCHEMA_VERSION,
      rows: selection.comparison.map((row) => stored.tables.comparison[row]),
      rollups: selection.rollups.map((row) => stored.tables.rollups[row]),
      trends: selection.trends.map((row) => stored.tables.trends[row]),
    }
  if (name === 'notices') {
    const items = []
    for (const i of page(selection.notices)) items.push(brief((await stored.at(i))!))
    return list(selection.notices.length, items)
  }
  const table = ITEMS.find((t) => t === name)
  if (!table) return undefined
  const { notice } = stored.tables[table]
  const items = []
  for (const row of page(selection[table])) {
    const index = notice[row]!
    const whole = (await stored.at(index))!
    items.push({ ...place(whole), ...whole[table][row - firstRow(notice, index)] })
  }
  return list(selection[table].length, items)
}

/** What the served report reads: its tables by column, and one text at a time. */
async function forPage(name: string, more: string | undefined, stored: StoredNotices): Promise<unknown> {
  if (name === 'text' && more !== undefined && /^\d{1,9}$/.test(more))
    return (await stored.at(Number(more)))?.text
  const table = TABLES.find((t) => `${t}.json` === name)
  if (!table || more !== undefined) return undefined
  return toWire(table, stored.tables[table as keyof typeof stored.tables])
}

/** What every row of the CSVs repeats, so that an item alone is usable. */
function place(notice: Notice) {
  return {
    notice_id: notice.id,
    region_code: notice.region?.code ?? null,
    region: notice.region?.name ?? null,
    period: notice.period?.label ?? null,
    source_uri: notice.source.uri,
  }
}

/** A notice without its text, tables and items: what a list of notices shows. */
function brief(notice: Notice) {
  return {
    ...place(notice),
    title: notice.title,
    genre: notice.genre,
    issuer: notice.issuer,
    doc_number: notice.doc_number,
    issued: notice.issued,
    published: notice.published,
    url: notice.source.url,
    records: notice.records.length,
    metrics: notice.metrics.length,
    deadlines: notice.deadlines.length,
    checks: notice.checks.length,
  }
}

function firstRow(notices: readonly number[], notice: number): number {
  let low = 0
  let high = notices.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (notices[middle]! < notice) low = middle + 1
    else high = middle
  }
  return low
}
