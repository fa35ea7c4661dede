import type { Kit } from '../kit.ts'
import type { Metric } from '../records/schema.ts'
import type { Digest } from './digest.ts'
import type { OutputColumn, OutputTable } from './tables.ts'

export type Family = 'website' | 'new_media' | 'disclosure' | 'data' | 'other'

/** A region in a period, as far as one kind of subject goes. */
export interface ComparisonRow {
  region_code: string | null
  region: string | null
  period: string | null
  subject: Family
  notices: string[]
  total: number | null
  checked: number | null
  unqualified: number | null
  qualified: number | null
  coverage_rate: number | null
  /** As stated, percent. */
  pass_rate: number | null
  /** From the stated counts, percent, two decimals. */
  pass_rate_recomputed: number | null
  comparable: boolean
  /** Why the rate should not be set beside others as it is. */
  why_not: string[]
  records: number
  units: number
  by_severity: Record<'veto' | 'deduction' | 'management', number>
  by_category: Record<string, number>
  deadlines: number
  checks: number
}

const FAMILIES: Record<string, Family> = {
  website: 'website',
  column: 'website',
  service: 'website',
  message: 'website',
  disclosure: 'disclosure',
  article: 'disclosure',
  data: 'data',
}

export function familyOf(subject: string | null): Family {
  return subject === null ? 'other' : (FAMILIES[subject] ?? 'new_media')
}

/** Region × period × subject over any number of notices, in code order. */
export class Comparison {
  readonly #rows = new Map<string, { row: ComparisonRow; units: Set<string>; rates: number[] }>()

  add(notice: Digest): void {
    const families = new Set<Family>()
    for (const m of notice.metrics)
      if (
        m.about === null &&
        ['checked', 'total', 'pass_rate', 'unqualified', 'qualified', 'coverage_rate'].includes(m.measure) &&
        (m.subject === 'website' || m.subject === 'new_media')
      )
        families.add(familyOf(m.subject))
    for (const r of notice.records) families.add(familyOf(r.subject))
    for (const family of families) {
      const entry = this.#entry(notice, family)
      this.#count(entry, notice, family)
    }
  }

  rows(): ComparisonRow[] {
    return [...this.#rows.entries()]
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([, { row, units, rates }]) => finish(row, units, rates))
  }

  #entry(notice: Digest, family: Family) {
    const key = [notice.region?.code ?? '~', notice.period?.label ?? '~', family].join('\t')
    let entry = this.#rows.get(key)
    if (!entry) {
      const row: ComparisonRow = {
        region_code: notice.region?.code ?? null,
        region: notice.region?.name ?? null,
        period: notice.period?.label ?? null,
        subject: family,
        notices: [],
        total: null,
        checked: null,
        unqualified: null,
        qualified: null,
        coverage_rate: null,
        pass_rate: null,
        pass_rate_recomputed: null,
        comparable: true,
        why_not: [],
        records: 0,
        units: 0,
        by_severity: { veto: 0, deduction: 0, management: 0 },
        by_category: {},
        deadlines: 0,
        checks: 0,
      }
      entry = { row, units: new Set(), rates: [] }
      this.#rows.set(key, entry)
    }
    return entry
  }

  #count(
    { row, units, rates }: { row: ComparisonRow; units: Set<string>; rates: number[] },
    notice: Digest,
    family: Family,
  ): void {
    row.notices.push(notice.id)
    const own = (measure: Metric['measure']) =>
      notice.metrics.filter(
        (m) => m.measure === measure && m.about === null && m.subject === family && m.operator === '=',
      )
    for (const measure of ['total', 'checked', 'unqualified', 'qualified', 'coverage_rate'] as const)
      row[measure] = own(measure)[0]?.value ?? row[measure]
    for (const m of own('pass_rate')) rates.push(m.value)
    const why = (reason: string) => {
      if (!row.why_not.includes(reason)) row.why_not.push(reason)
    }
    if (notice.genre === 'self_report') why('self_reported')
    if (family === 'website' || family === 'new_media') {
      if (notice.checks.some((c) => c.code === 'rate_mismatch')) why('rate_does_not_fit_its_counts')
      if (row.coverage_rate !== null && row.coverage_rate < 100) why(`sample_of_${row.coverage_rate}_percent`)
    }
    for (const record of notice.records) {
      if (familyOf(record.subject) !== family) continue
      row.records++
      row.by_severity[record.severity]++
      row.by_category[record.category] = (row.by_category[record.category] ?? 0) + 1
      units.add(record.unit_name ?? record.unit ?? record.subject_name ?? '')
    }
    row.deadlines += notice.deadlines.length
    row.checks += notice.checks.filter((c) => c.severity !== 'info').length
  }
}

function finish(counted: ComparisonRow, units: ReadonlySet<string>, rates: readonly number[]): ComparisonRow {
  const row = {
    ...counted,
    units: units.size,
    pass_rate: rates.at(-1) ?? null,
    why_not: [...counted.why_not],
  }
  const distinct = [...new Set(rates)]
  if (distinct.length > 1) row.why_not.push(`several_rates_stated: ${distinct.join(', ')}`)
  if (row.checked !== null && row.checked > 0) {
    const good = row.qualified ?? (row.unqualified === null ? null : row.checked - row.unqualified)
    if (good !== null && good >= 0) row.pass_rate_recomputed = Math.round((good / row.checked) * 10_000) / 100
  }
  if (row.pass_rate !== null && row.checked === null) row.why_not.push('number_checked_not_stated')
  if (row.pass_rate === null) row.why_not.push('no_rate_stated')
  if (row.period === null) row.why_not.push('period_not_stated')
  return { ...row, comparable: row.why_not.length === 0 }
}

export function comparisonTable(kit: Kit): OutputTable<ComparisonRow> {
  const column = (
    name: string,
    type: OutputColumn<ComparisonRow>['type'],
    zh: string,
    en: string,
    value: OutputColumn<ComparisonRow>['value'],
  ): OutputColumn<ComparisonRow> => ({ name, type, zh, en, value })
  return {
    name: 'comparison',
    zh: '地区比较',
    en: 'region × period × subject',
    primaryKey: ['region_code', 'period', 'subject'],
    columns: [
      column('region_code', 'string', '地区代码', 'region code (GB/T 2260)', (r) => r.region_code),
      column('region', 'string', '地区', 'region', (r) => r.region),
      column('period', 'string', '检查期', 'period', (r) => r.period),
      column('subject', 'string', '对象', 'subject', (r) => r.subject),
      column('total', 'integer', '运行总数', 'in operation', (r) => r.total),
      column('checked', 'integer', '检查数', 'checked', (r) => r.checked),
      column('unqualified', 'integer', '不合格数', 'unqualified', (r) => r.unqualified),
      column('coverage_rate', 'number', '检查比例(%)', 'coverage (%)', (r) => r.coverage_rate),
      column('pass_rate', 'number', '合格率(%)', 'pass rate as stated (%)', (r) => r.pass_rate),
      column(
        'pass_rate_recomputed',
        'number',
        '合格率复算(%)',
        'pass rate recomputed (%)',
        (r) => r.pass_rate_recomputed,
      ),
      column('comparable', 'boolean', '可比', 'comparable', (r) => r.comparable),
      column('why_not', 'string', '不可比原因', 'why not comparable', (r) => r.why_not.join('; ') || null),
      column('records', 'integer', '问题数', 'records', (r) => r.records),
      column('units', 'integer', '涉及单位数', 'units', (r) => r.units),
      column('veto', 'integer', '单项否决', 'veto', (r) => r.by_severity.veto),
      column('deduction', 'integer', '扣分', 'deduction', (r) => r.by_severity.deduction),
      column('management', 'integer', '管理', 'management', (r) => r.by_severity.management),
      column('deadlines', 'integer', '期限数', 'deadlines', (r) => r.deadlines),
      column('checks', 'integer', '存疑数', 'checks', (r) => r.checks),
      column('notices', 'string', '通报编号', 'notices', (r) => r.notices.join(' ')),
      ...kit.tables.categories.map((c) =>
        column(
          `n_${c.category.replace('.', '_')}`,
          'integer',
          c.zh,
          c.category,
          (r: ComparisonRow) => r.by_category[c.category] ?? 0,
        ),
      ),
    ],
  }
}
