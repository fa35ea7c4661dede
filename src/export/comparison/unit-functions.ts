import type { Kit } from '../../kit.ts'
import type { Digest } from '../digest.ts'
import { Sorted, type Spill } from '../spill/sorted.ts'
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

/** What one notice adds to a row. */
interface Contribution {
  of: Pick<FunctionRow, 'unit_function' | 'region_code' | 'period' | 'subject' | 'category' | 'severity'>
  /** The name of the region where the notice is of it, else the day on which it is to be named. */
  named: { name: string | null } | { on: string | null }
  notice: string
  records: number[]
  units: string[]
}

/** Counts records by function × region × period × subject × category × severity. */
export class UnitFunctions {
  readonly #contributions: Sorted<Contribution>
  readonly #zh: ReadonlyMap<string, string>

  constructor(
    private readonly kit: Kit,
    spill: Spill | null,
  ) {
    this.#contributions = new Sorted('functions', spill)
    this.#zh = new Map(kit.tables.functions.map((f) => [f.function, f.zh]))
  }

  add(notice: Digest): void {
    const found = new Map<string, Contribution>()
    for (const [i, record] of notice.records.entries()) {
      if (record.unit_function === null) continue
      const code = record.unit_region_code ?? notice.region?.code ?? null
      const of = {
        unit_function: record.unit_function,
        region_code: code,
        period: notice.period?.label ?? null,
        subject: familyOf(record.subject),
        category: record.category,
        severity: record.severity,
      }
      const key = Object.values(of)
        .map((value) => value ?? '~')
        .join('\t')
      let contribution = found.get(key)
      if (!contribution) {
        const named =
          code === null || code === notice.region?.code
            ? { name: notice.region?.name ?? null }
            : { on: notice.period?.end ?? notice.issued }
        contribution = { of, named, notice: notice.id, records: [], units: [] }
        found.set(key, contribution)
      }
      contribution.records.push(i + 1)
      contribution.units.push(record.unit_name ?? record.unit ?? '')
    }
    for (const [key, contribution] of found) this.#contributions.add(key, contribution)
  }

  *rows(): Generator<FunctionRow> {
    for (const [, contributions] of this.#contributions.groups()) yield this.#row(contributions)
  }

  #row(contributions: readonly Contribution[]): FunctionRow {
    const { of, named } = contributions[0]!
    const records: Origin = {}
    const units = new Set<string>()
    let count = 0
    for (const { notice, records: numbers, units: names } of contributions) {
      records[notice] = numbers
      count += numbers.length
      for (const name of names) units.add(name)
    }
    const { unit_function, region_code, period, subject, category, severity } = of
    return {
      unit_function,
      unit_function_zh: this.#zh.get(unit_function) ?? unit_function,
      region_code,
      region: 'name' in named ? named.name : this.kit.regions.path(region_code!, named.on) || null,
      period,
      subject,
      category,
      category_zh: this.kit.severity.get(category)?.zh ?? category,
      severity,
      records: count,
      units: units.size,
      from: { records },
    }
  }
}
