import type { Kit } from '../../kit.ts'
import { stemOf } from '../../lexicon/regions.ts'
import type { Digest } from '../digest.ts'
import { familyOf } from './family.ts'
import { COMPARED, type Compared, choose, type Figure, type Statement } from './figures.ts'
import { placeOf } from './period.ts'
import type { ComparisonRow, Family, Origin, StatedChange } from './row.ts'

type Place = { code: string; name: string; level: ComparisonRow['level'] } | null
type FigureOfDigest = Digest['metrics'][number]

/** What one notice adds to one row: that it is a copy, what was counted in it, or what it states. */
export interface Contribution {
  place: Place
  period: Digest['period'] | { label: string }
  family: Family
  copy?: { uri: string }
  counted?: Counted
  stated?: Stated
}

interface Counted {
  notice: string
  selfReported: boolean
  records: { n: number; category: string; severity: keyof ComparisonRow['by_severity']; unit: string }[]
  deadlines: (string | null)[]
  checks: number[]
}

/** A statement as it is kept until its row is settled. */
type Stated = Omit<Statement, 'misfits'> & { misfits: number[] }

interface Settled {
  row: ComparisonRow
  change: StatedChange | null
}

/** Rows come in the order of these. */
export function keyOf({ place, period, family }: Contribution): string {
  return [place?.code ?? '~', period?.label ?? '~', family].join('\t')
}

/** What a notice adds to which rows; a copy only that it is one. */
export function contributionsOf(notice: Digest, copy: boolean, kit: Kit): Contribution[] {
  const { region: place, period } = notice
  const own = [...familiesOf(notice)].map(
    (family): Contribution =>
      copy
        ? { place, period, family, copy: { uri: notice.source.uri } }
        : { place, period, family, counted: countedIn(notice, family) },
  )
  return copy ? own : [...own, ...statedIn(notice, kit)]
}

function countedIn(notice: Digest, family: Family): Counted {
  return {
    notice: notice.id,
    selfReported: notice.genre === 'self_report',
    records: notice.records.flatMap((r, i) =>
      familyOf(r.subject) === family
        ? [
            {
              n: i + 1,
              category: r.category,
              severity: r.severity,
              unit: r.unit_name ?? r.unit ?? r.subject_name ?? '',
            },
          ]
        : [],
    ),
    deadlines: notice.deadlines.map(({ due }) => due),
    checks: notice.checks.flatMap((c, i) => (c.severity === 'info' ? [] : [i + 1])),
  }
}

/** What a notice states about its own region, and about regions inside it. */
function statedIn(notice: Digest, kit: Kit): Contribution[] {
  const date = notice.period?.end ?? notice.issued
  const found = new Map<string, Contribution & { stated: Stated }>()
  for (const [i, m] of notice.metrics.entries()) {
    if ((m.subject !== 'website' && m.subject !== 'new_media') || m.operator !== '=') continue
    if (!isCompared(m)) continue
    const place = m.about === null ? notice.region : inside(notice.region?.code, m.about, date, kit)
    if (place === undefined) continue
    // A date of the figure's own is still of the notice's period; a period of its own is another row.
    const period = placeOf(m.as_of) ? { label: m.as_of! } : notice.period
    const key = [place?.code, period?.label, m.subject].join('\t')
    let contribution = found.get(key)
    if (!contribution) {
      const by = m.about === null ? null : (notice.region?.code ?? null)
      contribution = { place, period, family: m.subject, stated: statementOf(notice, by) }
      found.set(key, contribution)
    }
    const figures = (contribution.stated.figures[m.measure] ??= [])
    figures.push(figureOf(m, i + 1))
  }
  return [...found.values()]
}

/** The one place inside that of the notice which goes by this name. */
function inside(code: string | undefined, name: string, date: string | null, kit: Kit): Place | undefined {
  if (!code) return undefined
  const prefix = code.replace(/(?:00){1,3}$/, '')
  const named = kit.regions.named(name, date).filter((r) => r.code.startsWith(prefix) && r.code !== code)
  const found = named.length > 0 ? named : kit.regions.inside(code).filter((r) => stemOf(r.name) === name)
  const [one, other] = [...new Set(found.map((r) => r.code))]
  const region = one !== undefined && other === undefined ? kit.regions.at(one, date) : undefined
  return region && { code: region.code, name: kit.regions.path(region.code, date), level: region.level }
}

/** A row out of all that was added to it, in the order of the notices. */
export function settle(contributions: readonly Contribution[]): Settled {
  const { place, period, family } = contributions[0]!
  const row = emptyRow(place, period?.label ?? null, family)
  const units = new Set<string>()
  const statements: Statement[] = []
  for (const { period, copy, counted, stated } of contributions) {
    if (period && 'start' in period) widen(row, period)
    if (copy) row.notes.push(`copy_left_out: ${copy.uri}`)
    if (counted) count(row, units, counted)
    if (stated) {
      statements.push({ ...stated, misfits: new Set(stated.misfits) })
      // Notices come one after another: one that is in the list is its last.
      if (row.notices.at(-1) !== stated.notice) row.notices.push(stated.notice)
    }
  }
  return finish(row, units, statements)
}

function count(row: Gathered, units: Set<string>, counted: Counted): void {
  const { notice, records, deadlines, checks } = counted
  row.notices.push(notice)
  row.own_notice = true
  if (counted.selfReported) push(row.why_not, 'self_reported')
  for (const { category, severity, unit } of records) {
    row.by_severity[severity]++
    row.by_category[category] = (row.by_category[category] ?? 0) + 1
    units.add(unit)
  }
  row.records += records.length
  row.deadlines += deadlines.length
  row.checks += checks.length
  for (const due of deadlines) {
    if (due === null) continue
    if (row.first_due === null || due < row.first_due) row.first_due = due
    if (row.last_due === null || due > row.last_due) row.last_due = due
  }
  trace(
    row,
    'records',
    notice,
    records.map(({ n }) => n),
  )
  trace(
    row,
    'deadlines',
    notice,
    deadlines.map((_, i) => i + 1),
  )
  trace(row, 'checks', notice, checks)
}

/** A row before its figures are settled. */
type Gathered = Omit<ComparisonRow, 'units'>

function finish(counted: Gathered, units: ReadonlySet<string>, statements: readonly Statement[]): Settled {
  const row: ComparisonRow = { ...counted, units: units.size }
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

function statementOf(notice: Digest, by: string | null): Stated {
  return {
    notice: notice.id,
    issued: notice.issued ?? notice.published ?? '',
    selfReported: notice.genre === 'self_report',
    by,
    figures: {},
    misfits: notice.checks.flatMap((c) =>
      c.code === 'rate_mismatch' && c.evidence[0] ? [c.evidence[0].start] : [],
    ),
  }
}

function figureOf(m: FigureOfDigest, n: number): Figure {
  return { n, value: m.value, raw: m.raw, at: m.evidence[0]?.start ?? -1, change: m.change }
}

function emptyRow(place: Place, period: string | null, family: Family): Gathered {
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

function widen(row: Gathered, { start, end }: { start: string; end: string }): void {
  if (row.period_start === null || start < row.period_start) row.period_start = start
  if (row.period_end === null || end > row.period_end) row.period_end = end
}

function trace(row: Gathered, cell: keyof ComparisonRow['from'], notice: string, numbers: number[]): void {
  if (numbers.length === 0) return
  const origin: Origin = (row.from[cell] ??= {})
  origin[notice] = numbers
}

function push(list: string[], text: string): void {
  if (!list.includes(text)) list.push(text)
}
