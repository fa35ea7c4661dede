import { type StringColumn, stringAt } from '../columns.ts'

export interface Counted {
  key: string | null
  rows: number[]
}

/** Rows by what they have in a column, most rows first, then by key. `at` says which row of the column is that of a row. */
export function countBy(
  rows: readonly number[],
  { values, codes }: StringColumn,
  at: (row: number) => number = (row) => row,
): Counted[] {
  const groups: number[][] = []
  const none: number[] = []
  for (const row of rows) {
    const code = codes[at(row)]!
    if (code < 0) none.push(row)
    else {
      const group = groups[code]
      if (group) group.push(row)
      else groups[code] = [row]
    }
  }
  const counted: Counted[] = none.length > 0 ? [{ key: null, rows: none }] : []
  for (const [code, key] of values.entries()) if (groups[code]) counted.push({ key, rows: groups[code] })
  return counted.sort((a, b) => b.rows.length - a.rows.length || ((a.key ?? '~') < (b.key ?? '~') ? -1 : 1))
}

/** A column of something that follows from each value of another. */
export function derived({ values, codes }: StringColumn, of: (value: string) => string): StringColumn {
  const known = new Map<string, number>()
  const code = values.map((value) => {
    const key = of(value)
    if (!known.has(key)) known.set(key, known.size)
    return known.get(key)!
  })
  return { values: [...known.keys()], codes: codes.map((c) => (c < 0 ? c : code[c]!)) }
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
