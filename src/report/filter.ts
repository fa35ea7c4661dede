import { familyOf } from '../export/comparison/family.ts'
import type { RollupRow } from '../export/comparison/rollups.ts'
import type { Family } from '../export/comparison/row.ts'
import { type Items, type ItemTable, type ReportTables, type StringColumn, stringAt } from './columns.ts'

/** What a reader or a request asks for; an empty string asks for nothing. */
export interface Filter {
  /** GB/T 2260 code; a province or a city includes what lies in it. */
  region: string
  /** Years of the period inspected, both inclusive. */
  from: string
  to: string
  family: Family | ''
  /** A category, or a group of them (`update`). */
  category: string
  severity: string
  unit_function: string
  /** Looked for in regions, titles, units, accounts, problems and what else is written. */
  q: string
}

export const NO_FILTER: Filter = {
  region: '',
  from: '',
  to: '',
  family: '',
  category: '',
  severity: '',
  unit_function: '',
  q: '',
}

/** Rows of each table that pass. */
export interface Selection {
  notices: number[]
  records: number[]
  metrics: number[]
  deadlines: number[]
  checks: number[]
  /** Rows of the comparison. */
  comparison: number[]
  /** Rows of the roll-ups and of the trends that a row of the comparison which passes is part of. */
  rollups: number[]
  trends: number[]
}

/** The digits of a code that its area shares: 44 of 440000, 4407 of 440700. */
export function codePrefix(code: string): string {
  return code.replace(/^(\d\d)0000$/, '$1').replace(/^(\d{4})00$/, '$1')
}

/** What tells a row of the comparison apart, and names it elsewhere. */
export function comparisonKey(row: {
  region_code: string | null
  period: string | null
  subject: string
}): string {
  return [row.region_code, row.period, row.subject].join('\t')
}

/** Keys of the rows of the comparison that a roll-up is made of, those that are in its sums first. */
export function partsOf({ parts_in, parts_out, period, subject }: RollupRow): string[] {
  return [...parts_in, ...parts_out.map((part) => part.region_code)].map((region_code) =>
    comparisonKey({ region_code, period, subject }),
  )
}

const ALL = () => true

/** Calls `test` once per distinct string; null never passes. */
function byValue(column: StringColumn, test: (value: string) => boolean): (row: number) => boolean {
  const passes = column.values.map(test)
  return (row) => passes[column.codes[row]!] ?? false
}

const SEARCHED: { [T in Exclude<ItemTable, 'fields'>]: (keyof Items<T>['strings'])[] } = {
  records: ['unit', 'unit_name', 'subject_name', 'subject_url', 'problem'],
  metrics: ['about', 'label', 'raw'],
  deadlines: ['text', 'actor', 'action', 'recipient'],
  checks: ['message'],
}

export function select(tables: ReportTables, filter: Filter): Selection {
  const { notices } = tables
  const q = filter.q.trim().toLowerCase()
  const has = (value: string) => value.toLowerCase().includes(q)
  const prefix = codePrefix(filter.region)
  const inRegion = prefix === '' ? ALL : byValue(notices.region_code, (code) => code.startsWith(prefix))
  const after =
    filter.from === '' ? ALL : byValue(notices.period_end, (day) => day.slice(0, 4) >= filter.from)
  const before = filter.to === '' ? ALL : byValue(notices.period_start, (day) => day.slice(0, 4) <= filter.to)
  const count = notices.id.codes.length
  const inside = new Uint8Array(count)
  const told = new Uint8Array(count)
  const named =
    q === ''
      ? []
      : (['title', 'region', 'issuer', 'doc_number', 'uri', 'period'] as const).map((f) =>
          byValue(notices[f], has),
        )
  for (let i = 0; i < count; i++) {
    inside[i] = inRegion(i) && after(i) && before(i) ? 1 : 0
    told[i] = q === '' || named.some((test) => test(i)) ? 1 : 0
  }

  const pick = <T extends Exclude<ItemTable, 'fields'>>(
    table: T,
    also: (row: number) => boolean,
  ): number[] => {
    const items = tables[table] as unknown as Items<T>
    const searched =
      q === '' ? [] : SEARCHED[table].map((f) => byValue(items.strings[f] as StringColumn, has))
    const rows: number[] = []
    for (let row = 0; row < items.notice.length; row++) {
      const notice = items.notice[row]!
      if (inside[notice] && also(row) && (told[notice] || searched.some((test) => test(row)))) rows.push(row)
    }
    return rows
  }
  const family = (subject: StringColumn) => {
    if (filter.family === '') return ALL
    const passes = subject.values.map((s) => familyOf(s) === filter.family)
    const none = familyOf(null) === filter.family
    return (row: number) => (subject.codes[row]! < 0 ? none : passes[subject.codes[row]!]!)
  }
  const r = tables.records.strings
  const tests = [
    family(r.subject),
    filter.category === ''
      ? ALL
      : byValue(r.category, (c) => c === filter.category || c.startsWith(`${filter.category}.`)),
    filter.severity === '' ? ALL : byValue(r.severity, (s) => s === filter.severity),
    filter.unit_function === '' ? ALL : byValue(r.unit_function, (f) => f === filter.unit_function),
  ].filter((test) => test !== ALL)
  const records = pick('records', (row) => tests.every((test) => test(row)))
  const metrics = pick('metrics', family(tables.metrics.strings.subject))
  const deadlines = pick('deadlines', ALL)
  const checks = pick('checks', ALL)

  // A notice stays for what it is, or for any of its records that stay.
  const ofRecords = filter.category + filter.severity + filter.unit_function !== ''
  const kept = new Uint8Array(count)
  for (const row of records) kept[tables.records.notice[row]!] = 1
  if (!ofRecords) {
    for (let i = 0; i < count; i++) if (inside[i] && told[i]) kept[i] = 1
    for (const [rows, items] of [
      [metrics, tables.metrics],
      [deadlines, tables.deadlines],
      [checks, tables.checks],
    ] as const)
      for (const row of rows) kept[items.notice[row]!] = 1
  }
  const list: number[] = []
  for (let i = 0; i < count; i++) if (kept[i]) list.push(i)

  const ids = new Set(list.map((i) => stringAt(notices.id, i)!))
  const comparison: number[] = []
  for (const [i, row] of tables.comparison.entries())
    if ((filter.family === '' || row.subject === filter.family) && row.notices.some((id) => ids.has(id)))
      comparison.push(i)
  const passed = new Set(comparison.map((i) => comparisonKey(tables.comparison[i]!)))
  const rollups = [...tables.rollups.entries()].flatMap(([i, row]) =>
    row.region_code.startsWith(prefix) && partsOf(row).some((key) => passed.has(key)) ? [i] : [],
  )
  const trends = [...tables.trends.entries()].flatMap(([i, row]) =>
    passed.has(comparisonKey(row)) ? [i] : [],
  )
  return { notices: list, records, metrics, deadlines, checks, comparison, rollups, trends }
}
