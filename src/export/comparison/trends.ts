import { Sorted, type Spill } from '../spill/sorted.ts'
import { type PeriodPlace, placeOf } from './period.ts'
import type { ComparisonRow, Family, StatedChange } from './row.ts'

/** A region's period beside its period before, of the same length. */
export interface TrendRow {
  region_code: string
  region: string | null
  subject: Family
  grain: PeriodPlace['grain']
  period: string
  previous: string | null
  /** How many periods of that length lie from the previous to this one: 1 where none is missing. */
  steps: number | null
  /** As stated, else recomputed; `rate_basis` says which. Percent. */
  pass_rate: number | null
  rate_basis: 'stated' | 'recomputed' | null
  comparable: boolean
  /** In points of percent, where both periods are comparable. */
  pass_rate_change: number | null
  /** The change as the notice states it, and against what. */
  change_stated: number | null
  change_stated_unit: string | null
  change_stated_against: string | null
  checked: number | null
  unqualified: number | null
  /** Null where no notice of the region itself was read. */
  records: number | null
  records_change: number | null
  veto: number | null
}

/** Of a row, what its trend needs. */
type Told = Pick<
  ComparisonRow,
  | 'region_code'
  | 'region'
  | 'subject'
  | 'period'
  | 'pass_rate'
  | 'pass_rate_recomputed'
  | 'comparable'
  | 'checked'
  | 'unqualified'
  | 'own_notice'
  | 'records'
> & { veto: number }

/** The trends of rows that come one after another: regions and subjects with two periods of one length or more. */
export class Trends {
  readonly #points: Sorted<Point>

  constructor(spill: Spill | null) {
    this.#points = new Sorted('trends', spill)
  }

  /** A region without a code has no trend. */
  add({ row, change }: { row: ComparisonRow; change: StatedChange | null }): void {
    const place = placeOf(row.period)
    if (!place || row.region_code === null) return
    this.#points.add([row.region_code, row.subject, place.grain].join('\t'), {
      row: toldOf(row),
      change,
      place,
    })
  }

  *rows(): Generator<TrendRow> {
    for (const [, points] of this.#points.groups()) {
      if (points.length < 2) continue
      points.sort((a, b) => a.place.index - b.place.index)
      for (const [i, point] of points.entries()) yield trendRow(point, points[i - 1])
    }
  }
}

function toldOf(row: ComparisonRow): Told {
  return {
    region_code: row.region_code,
    region: row.region,
    subject: row.subject,
    period: row.period,
    pass_rate: row.pass_rate,
    pass_rate_recomputed: row.pass_rate_recomputed,
    comparable: row.comparable,
    checked: row.checked,
    unqualified: row.unqualified,
    own_notice: row.own_notice,
    records: row.records,
    veto: row.by_severity.veto,
  }
}

interface Point {
  row: Told
  change: StatedChange | null
  place: PeriodPlace
}

function trendRow({ row, change, place }: Point, before: Point | undefined): TrendRow {
  const rate = row.pass_rate ?? row.pass_rate_recomputed
  const rateBefore = before ? (before.row.pass_rate ?? before.row.pass_rate_recomputed) : null
  const both = row.comparable && before?.row.comparable === true && rate !== null && rateBefore !== null
  return {
    region_code: row.region_code!,
    region: row.region,
    subject: row.subject,
    grain: place.grain,
    period: row.period!,
    previous: before?.row.period ?? null,
    steps: before ? stepsBetween(before.place, place) : null,
    pass_rate: rate,
    rate_basis: row.pass_rate !== null ? 'stated' : rate !== null ? 'recomputed' : null,
    comparable: row.comparable,
    pass_rate_change: both ? Math.round((rate - rateBefore) * 100) / 100 : null,
    change_stated: change?.value ?? null,
    change_stated_unit: change?.unit ?? null,
    change_stated_against: change?.against ?? null,
    checked: row.checked,
    unqualified: row.unqualified,
    records: row.own_notice ? row.records : null,
    records_change: row.own_notice && before?.row.own_notice ? row.records - before.row.records : null,
    veto: row.own_notice ? row.veto : null,
  }
}

/** Rounds of different years have no number of steps between them. */
function stepsBetween(from: PeriodPlace, to: PeriodPlace): number | null {
  const steps = to.index - from.index
  return to.grain === 'round' && Math.floor(to.index / 1000) !== Math.floor(from.index / 1000) ? null : steps
}
