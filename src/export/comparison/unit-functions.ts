import type { Kit } from '../../kit.ts'
import type { Digest } from '../digest.ts'
import { familyOf } from './family.ts'
import type { Family, Origin } from './row.ts'

/** What bodies of one function, in one region and period, fail at: a category with its records. */
export interface FunctionRow {
  unit_function: string
  unit_function_zh: string
  /** Region of the unit where known, else of the notice. */
  region_code: string | null
  region: string | null
  period: string | null
  subject: Family
  category: string
  category_zh: string
  severity: string
  records: number
  units: number
  from: { records: Origin }
}

/** Counts records by function × region × period × subject × category × severity. */
export class UnitFunctions {
  readonly #rows = new Map<string, { row: FunctionRow; units: Set<string> }>()
  readonly #zh: ReadonlyMap<string, string>

  constructor(private readonly kit: Kit) {
    this.#zh = new Map(kit.tables.functions.map((f) => [f.function, f.zh]))
  }

  add(notice: Digest): void {
    for (const [i, record] of notice.records.entries()) {
      if (record.unit_function === null) continue
      const code = record.unit_region_code ?? notice.region?.code ?? null
      const period = notice.period?.label ?? null
      const subject = familyOf(record.subject)
      const parts = [
        record.unit_function,
        code ?? '~',
        period ?? '~',
        subject,
        record.category,
        record.severity,
      ]
      const key = parts.join('\t')
      let entry = this.#rows.get(key)
      if (!entry) {
        entry = {
          row: {
            unit_function: record.unit_function,
            unit_function_zh: this.#zh.get(record.unit_function) ?? record.unit_function,
            region_code: code,
            region: this.#regionName(code, notice),
            period,
            subject,
            category: record.category,
            category_zh: this.kit.severity.get(record.category)?.zh ?? record.category,
            severity: record.severity,
            records: 0,
            units: 0,
            from: { records: {} },
          },
          units: new Set(),
        }
        this.#rows.set(key, entry)
      }
      entry.row.records++
      entry.units.add(record.unit_name ?? record.unit ?? '')
      ;(entry.row.from.records[notice.id] ??= []).push(i + 1)
    }
  }

  rows(): FunctionRow[] {
    return [...this.#rows]
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([, { row, units }]) => ({ ...row, units: units.size }))
  }

  #regionName(code: string | null, notice: Digest): string | null {
    if (code === null) return null
    if (code === notice.region?.code) return notice.region.name
    return this.kit.regions.path(code, notice.period?.end ?? notice.issued) || null
  }
}
