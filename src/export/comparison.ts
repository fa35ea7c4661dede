import type { Kit } from '../kit.ts'
import { SCHEMA_VERSION } from '../records/contract.ts'
import { type Contribution, contributionsOf, keyOf, settle } from './comparison/gather.ts'
import { type RollupRow, Rollups } from './comparison/rollups.ts'
import type { ComparisonRow } from './comparison/row.ts'
import { type TrendRow, Trends } from './comparison/trends.ts'
import { type FunctionRow, UnitFunctions } from './comparison/unit-functions.ts'
import type { Digest } from './digest.ts'
import { IdSet } from './spill/id-set.ts'
import { Ledger } from './spill/ledger.ts'
import { Sorted, type Spill } from './spill/sorted.ts'

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
  const all = new Comparison(kit)
  for (const notice of notices) all.add(notice)
  return {
    comparison: {
      schema_version: SCHEMA_VERSION,
      rows: [...all.rows()],
      rollups: [...all.rollups()],
      trends: [...all.trends()],
    },
    functions: { schema_version: SCHEMA_VERSION, rows: [...all.functions()] },
  }
}

/** A document of named lists, a row per line; rows are JSON already, or are made it. */
function* documentOf(lists: Record<string, Iterable<object | string>>): Generator<string> {
  yield `{\n"schema_version": ${JSON.stringify(SCHEMA_VERSION)}`
  for (const [name, rows] of Object.entries(lists)) {
    yield `,\n${JSON.stringify(name)}: [`
    let any = false
    for (const row of rows) {
      yield `${any ? ',' : ''}\n${typeof row === 'string' ? row : JSON.stringify(row)}`
      any = true
    }
    yield any ? '\n]' : ']'
  }
  yield '\n}\n'
}

function* telling<T>(rows: Iterable<T>, tell: (row: T) => void): Generator<T> {
  for (const row of rows) {
    tell(row)
    yield row
  }
}

/**
 * Region × period × subject over any number of notices, in code order. A notice that was read before, or is a copy of one, counts
 * once. What notices add to rows is sorted by row, on disk where a place for it is given, and one row is put together at a time.
 */
export class Comparison {
  readonly #seen = new IdSet()
  readonly #contributions: Sorted<Contribution>
  readonly #functions: UnitFunctions
  #settled: { rows: Ledger; rollups: Rollups; trends: Trends } | null = null

  constructor(
    private readonly kit: Kit,
    private readonly spill: Spill | null = null,
  ) {
    this.#contributions = new Sorted('rows', spill)
    this.#functions = new UnitFunctions(kit, spill)
  }

  /** All notices come before the first row is asked for. */
  add(notice: Digest): void {
    const copy = !this.#seen.add(notice.id) || Boolean(notice.duplicate_of)
    for (const contribution of contributionsOf(notice, copy, this.kit))
      this.#contributions.add(keyOf(contribution), contribution)
    if (!copy) this.#functions.add(notice)
  }

  *rows(): Generator<ComparisonRow> {
    for (const row of this.#settle().rows.texts()) yield JSON.parse(row) as ComparisonRow
  }

  rollups(): Iterable<RollupRow> {
    return this.#settle().rollups.rows()
  }

  trends(): Iterable<TrendRow> {
    return this.#settle().trends.rows()
  }

  /** Which departments fail at what, where. */
  functions(): Iterable<FunctionRow> {
    return this.#functions.rows()
  }

  /** What comparison.json holds, piece by piece. */
  json(): Generator<string> {
    return documentOf({ rows: this.#settle().rows.texts(), rollups: this.rollups(), trends: this.trends() })
  }

  /** The same of unit_functions.json; `tell` is given each row on the way. */
  functionsJson(tell: (row: FunctionRow) => void): Generator<string> {
    return documentOf({ rows: telling(this.functions(), tell) })
  }

  close(): void {
    this.#settled?.rows.close()
  }

  #settle() {
    if (this.#settled) return this.#settled
    const { kit, spill } = this
    this.#settled = {
      rows: new Ledger('settled', spill),
      rollups: new Rollups(kit, spill),
      trends: new Trends(spill),
    }
    const { rows, rollups, trends } = this.#settled
    for (const [, contributions] of this.#contributions.groups()) {
      const settled = settle(contributions)
      rows.add(Buffer.from(JSON.stringify(settled.row)))
      rollups.add(settled.row)
      trends.add(settled)
    }
    return this.#settled
  }
}
