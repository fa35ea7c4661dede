import type { Kit } from '../kit.ts'
import { stemOf } from '../lexicon/regions.ts'
import { SCHEMA_VERSION } from '../records/schema.ts'
import { familyOf } from './comparison/family.ts'
import { COMPARED, type Compared, choose, type Figure, type Statement } from './comparison/figures.ts'
import { placeOf } from './comparison/period.ts'
import { type RollupRow, rollups } from './comparison/rollups.ts'
import type { ComparisonRow, Family, Origin, StatedChange } from './comparison/row.ts'
import { type TrendRow, trends } from './comparison/trends.ts'
import { type FunctionRow, UnitFunctions } from './comparison/unit-functions.ts'
import type { Digest } from './digest.ts'

export { familyOf } from './comparison/family.ts'
export type { RollupRow } from './comparison/rollups.ts'
export type { ComparisonRow, Family, Origin } from './comparison/row.ts'
export type { TrendRow } from './comparison/trends.ts'
export type { FunctionRow } from './comparison/unit-functions.ts'

/** What comparison.json holds. */
export interface ComparisonDocument {
  schema_version: string
  rows: ComparisonRow[]
  rollups: RollupRow[]
  trends: TrendRow[]
}

/** What unit_functions.json holds: which departments fail at what, where. */
export interface FunctionsDocument {
  schema_version: string
  rows: FunctionRow[]
}

/** All comparisons over some notices, in a fixed order. */
export function compare(
  notices: Iterable<Digest>,
  kit: Kit,
): { comparison: ComparisonDocument; functions: FunctionsDocument } {
  const comparison = new Comparison(kit)
  for (const notice of notices) comparison.add(notice)
  return { comparison: comparison.document(), functions: comparison.functions() }
}

/** A document of named lists, a row per line. */
export function rowsJson(document: object): string {
  const fields = Object.entries(document).map(([name, value]) => {
    const text =
      Array.isArray(value) && value.length > 0
        ? `[\n${value.map((v) => JSON.stringify(v)).join(',\n')}\n]`
        : JSON.stringify(value)
    return `${JSON.stringify(name)}: ${text}`
  })
  return `{\n${fields.join(',\n')}\n}\n`
}

/** What was gathered of a row before its figures are settled. */
interface Gathered {
  row: Omit<ComparisonRow, 'units'>
  units: Set<string>
  statements: Statement[]
}

type FigureOfDigest = Digest['metrics'][number]
type Place = { code: string; name: string; level: ComparisonRow['level'] } | null

/** Region × period × subject over any number of notices, in code order. A notice that was read before, or is a copy of one, counts once. */
export class Comparison {
  readonly #rows = new Map<string, Gathered>()
  readonly #seen = new Set<string>()
  readonly #functions: UnitFunctions

  constructor(private readonly kit: Kit) {
    this.#functions = new UnitFunctions(kit)
  }

  add(notice: Digest): void {
    const copy = this.#seen.has(notice.id) || Boolean(notice.duplicate_of)
    this.#seen.add(notice.id)
    for (const family of familiesOf(notice)) {
      const gathered = this.#row(notice.region, notice.period, family)
      if (copy) gathered.row.notes.push(`copy_left_out: ${notice.source.uri}`)
      else this.#count(gathered, notice, family)
    }
    if (copy) return
    this.#figures(notice)
    this.#functions.add(notice)
  }

  rows(): ComparisonRow[] {
    return this.#sorted().map((gathered) => finish(gathered).row)
  }

  document(): ComparisonDocument {
    const finished = this.#sorted().map(finish)
    const rows = finished.map(({ row }) => row)
    return {
      schema_version: SCHEMA_VERSION,
      rows,
      rollups: rollups(rows, this.kit),
      trends: trends(finished),
    }
  }

  functions(): FunctionsDocument {
    return { schema_version: SCHEMA_VERSION, rows: this.#functions.rows() }
  }

  #sorted(): Gathered[] {
    return [...this.#rows].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, gathered]) => gathered)
  }

  #row(place: Place, period: Digest['period'] | { label: string }, family: Family): Gathered {
    const key = [place?.code ?? '~', period?.label ?? '~', family].join('\t')
    let gathered = this.#rows.get(key)
    if (!gathered) {
      gathered = { row: emptyRow(place, period?.label ?? null, family), units: new Set(), statements: [] }
      this.#rows.set(key, gathered)
    }
    if (period && 'start' in period) widen(gathered.row, period)
    return gathered
  }

  /** What a notice states about its own region, and about regions inside it. */
  #figures(notice: Digest): void {
    const date = notice.period?.end ?? notice.issued
    const statements = new Map<string, Statement>()
    for (const [i, m] of notice.metrics.entries()) {
      if ((m.subject !== 'website' && m.subject !== 'new_media') || m.operator !== '=') continue
      if (!isCompared(m)) continue
      const place = m.about === null ? notice.region : this.#inside(notice.region?.code, m.about, date)
      if (place === undefined) continue
      // A date of the figure's own is still of the notice's period; a period of its own is another row.
      const period = placeOf(m.as_of) ? { label: m.as_of! } : notice.period
      const key = [place?.code, period?.label, m.subject].join('\t')
      let statement = statements.get(key)
      if (!statement) {
        statement = statementOf(notice, m.about === null ? null : (notice.region?.code ?? null))
        statements.set(key, statement)
        const gathered = this.#row(place, period, m.subject)
        gathered.statements.push(statement)
        // Notices come one after another: one that is in the list is its last.
        if (gathered.row.notices.at(-1) !== notice.id) gathered.row.notices.push(notice.id)
      }
      const figures = (statement.figures[m.measure] ??= [])
      figures.push(figureOf(m, i + 1))
    }
  }

  /** The one place inside that of the notice which goes by this name. */
  #inside(code: string | undefined, name: string, date: string | null): Place | undefined {
    if (!code) return undefined
    const prefix = code.replace(/(?:00){1,3}$/, '')
    const named = this.kit.regions
      .named(name, date)
      .filter((r) => r.code.startsWith(prefix) && r.code !== code)
    const found =
      named.length > 0 ? named : this.kit.regions.inside(code).filter((r) => stemOf(r.name) === name)
    const [one, other] = [...new Set(found.map((r) => r.code))]
    const region = one !== undefined && other === undefined ? this.kit.regions.at(one, date) : undefined
    return region && { ...region, name: this.kit.regions.path(region.code, date) }
  }

  #count({ row, units }: Gathered, notice: Digest, family: Family): void {
    row.notices.push(notice.id)
    row.own_notice = true
    if (notice.genre === 'self_report') push(row.why_not, 'self_reported')
    const records = notice.records.flatMap((r, i) => (familyOf(r.subject) === family ? [i + 1] : []))
    for (const n of records) {
      const record = notice.records[n - 1]!
      row.by_severity[record.severity]++
      row.by_category[record.category] = (row.by_category[record.category] ?? 0) + 1
      units.add(record.unit_name ?? record.unit ?? record.subject_name ?? '')
    }
    const checks = notice.checks.flatMap((c, i) => (c.severity === 'info' ? [] : [i + 1]))
    row.records += records.length
    row.deadlines += notice.deadlines.length
    row.checks += checks.length
    for (const { due } of notice.deadlines) {
      if (due === null) continue
      if (row.first_due === null || due < row.first_due) row.first_due = due
      if (row.last_due === null || due > row.last_due) row.last_due = due
    }
    trace(row, 'records', notice.id, records)
    trace(
      row,
      'deadlines',
      notice.id,
      notice.deadlines.map((_, i) => i + 1),
    )
    trace(row, 'checks', notice.id, checks)
  }
}

function finish({ row: counted, units, statements }: Gathered): {
  row: ComparisonRow
  change: StatedChange | null
} {
  const row: ComparisonRow = {
    ...counted,
    units: units.size,
    why_not: [...counted.why_not],
    notes: [...counted.notes],
    from: { ...counted.from },
  }
  const chosen = choose(statements)
  for (const measure of COMPARED) {
    const figure = chosen?.figures[measure]
    if (!figure) continue
    row[measure] = figure.value
    trace(row, measure, chosen!.statement.notice, [figure.n])
  }
  if (chosen) {
    row.pass_rate_recomputed = chosen.passRateRecomputed
    row.coverage_recomputed = chosen.coverageRecomputed
    // That one of its notices is a self-report says nothing against figures of an inspection.
    row.why_not = row.why_not.filter((w) => w !== 'self_reported')
    for (const why of chosen.whyNot) push(row.why_not, why)
    for (const text of chosen.notes) push(row.notes, text)
  } else row.why_not.push('no_rate_stated')
  if (row.period === null) row.why_not.push('period_not_stated')
  if (placeOf(row.period)?.grain === 'round') row.notes.push('round_numbers_are_local')
  row.comparable = row.why_not.length === 0
  return { row, change: chosen?.figures.pass_rate?.change ?? null }
}

function familiesOf(notice: Digest): Set<Family> {
  const families = new Set<Family>()
  for (const m of notice.metrics)
    if (m.about === null && isCompared(m) && (m.subject === 'website' || m.subject === 'new_media'))
      families.add(familyOf(m.subject))
  for (const r of notice.records) families.add(familyOf(r.subject))
  return families
}

function isCompared(m: FigureOfDigest): m is FigureOfDigest & { measure: Compared } {
  return (
    (COMPARED as readonly string[]).includes(m.measure) && (m.unit === 'percent' || Number.isInteger(m.value))
  )
}

function statementOf(notice: Digest, by: string | null): Statement {
  return {
    notice: notice.id,
    issued: notice.issued ?? notice.published ?? '',
    selfReported: notice.genre === 'self_report',
    by,
    figures: {},
    misfits: new Set(
      notice.checks.flatMap((c) =>
        c.code === 'rate_mismatch' && c.evidence[0] ? [c.evidence[0].start] : [],
      ),
    ),
  }
}

function figureOf(m: FigureOfDigest, n: number): Figure {
  return { n, value: m.value, raw: m.raw, at: m.evidence[0]?.start ?? -1, change: m.change }
}

function emptyRow(place: Place, period: string | null, family: Family): Gathered['row'] {
  return {
    region_code: place?.code ?? null,
    region: place?.name ?? null,
    level: place?.level ?? null,
    period,
    period_start: null,
    period_end: null,
    subject: family,
    notices: [],
    total: null,
    checked: null,
    qualified: null,
    unqualified: null,
    coverage_rate: null,
    coverage_recomputed: null,
    pass_rate: null,
    pass_rate_recomputed: null,
    comparable: true,
    why_not: [],
    notes: [],
    own_notice: false,
    records: 0,
    by_severity: { veto: 0, deduction: 0, management: 0 },
    by_category: {},
    deadlines: 0,
    first_due: null,
    last_due: null,
    checks: 0,
    from: {},
  }
}

function widen(row: Gathered['row'], { start, end }: { start: string; end: string }): void {
  if (row.period_start === null || start < row.period_start) row.period_start = start
  if (row.period_end === null || end > row.period_end) row.period_end = end
}

function trace(
  row: Gathered['row'],
  cell: keyof ComparisonRow['from'],
  notice: string,
  numbers: number[],
): void {
  if (numbers.length === 0) return
  const origin: Origin = (row.from[cell] ??= {})
  origin[notice] = numbers
}

function push(list: string[], text: string): void {
  if (!list.includes(text)) list.push(text)
}
