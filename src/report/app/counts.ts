import { type StringColumn, stringAt } from '../columns.ts'

export interface Counted {
  key: string | null
  rows: number[]
}

/** Rows by what they have in a column, most rows first, then by key. */
export function countBy(rows: readonly number[], keyOf: (row: number) => string | null): Counted[] {
  const groups = new Map<string | null, number[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups]
    .map(([key, rows]) => ({ key, rows }))
    .sort((a, b) => b.rows.length - a.rows.length || ((a.key ?? '~') < (b.key ?? '~') ? -1 : 1))
}

export const of = (column: StringColumn) => (row: number) => stringAt(column, row)

/** «广东省江门市恩平市» as what tells it apart and what it lies in. */
export function shortRegion(name: string): { own: string; within: string } {
  const parts = name.match(/^(.{1,8}?(?:自治区|特别行政区|省|市))?(.{1,16}?(?:自治州|地区|盟|市))?(.*)$/)
  const [province = '', city = '', county = ''] = (parts ?? []).slice(1).map((p) => p ?? '')
  if (county !== '') return { own: county, within: city || province }
  if (city !== '') return { own: city, within: province }
  return { own: province || name, within: '' }
}
