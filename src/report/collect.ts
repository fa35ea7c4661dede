import { Comparison } from '../export/comparison.ts'
import type { Kit } from '../kit.ts'
import type { Evidence, Notice } from '../records/schema.ts'
import {
  type Items,
  type ItemTable,
  NOTICE_FIELDS,
  type NoticeField,
  type ReportTables,
  SHAPES,
  type StringColumn,
} from './columns.ts'

type Item = Record<string, unknown> & { evidence: readonly Evidence[] }

/** Turns notices, one at a time, into the columns of the report. */
export class Collector {
  readonly #comparison: Comparison
  readonly #notices = Object.fromEntries(NOTICE_FIELDS.map((f) => [f, new StringBuilder()])) as Record<
    NoticeField,
    StringBuilder
  >
  readonly #items = Object.fromEntries(
    (Object.keys(SHAPES) as ItemTable[]).map((table) => [table, new ItemsBuilder(SHAPES[table])]),
  ) as Record<ItemTable, ItemsBuilder>
  #count = 0

  constructor(kit: Kit) {
    this.#comparison = new Comparison(kit)
  }

  get count(): number {
    return this.#count
  }

  add(notice: Notice): void {
    const index = this.#count++
    const fields: Record<NoticeField, string | null> = {
      id: notice.id,
      uri: notice.source.uri,
      url: notice.source.url,
      title: notice.title,
      genre: notice.genre,
      issuer: notice.issuer,
      doc_number: notice.doc_number,
      issued: notice.issued,
      published: notice.published,
      region_code: notice.region?.code ?? null,
      region: notice.region?.name ?? null,
      level: notice.region?.level ?? null,
      period: notice.period?.label ?? null,
      period_start: notice.period?.start ?? null,
      period_end: notice.period?.end ?? null,
    }
    for (const field of NOTICE_FIELDS) this.#notices[field].push(fields[field])
    for (const table of ['records', 'metrics', 'deadlines', 'checks'] as const)
      for (const item of notice[table]) this.#items[table].push(index, item)
    for (const [field, { state, evidence }] of Object.entries(notice.fields))
      this.#items.fields.push(index, { field, state, evidence })
    this.#comparison.add(notice)
  }

  tables(): ReportTables {
    const items = Object.fromEntries(
      Object.entries(this.#items).map(([table, builder]) => [table, builder.columns()]),
    ) as { [T in ItemTable]: Items<T> }
    const notices = Object.fromEntries(
      NOTICE_FIELDS.map((f) => [f, this.#notices[f].column()]),
    ) as ReportTables['notices']
    return {
      ...items,
      notices,
      comparison: [...this.#comparison.rows()],
      rollups: [...this.#comparison.rollups()],
      trends: [...this.#comparison.trends()],
    }
  }
}

class StringBuilder {
  readonly #codeOf = new Map<string, number>()
  readonly #codes: number[] = []

  push(value: string | null): void {
    if (value === null) this.#codes.push(-1)
    else {
      let code = this.#codeOf.get(value)
      if (code === undefined) this.#codeOf.set(value, (code = this.#codeOf.size))
      this.#codes.push(code)
    }
  }

  column(): StringColumn {
    return { values: [...this.#codeOf.keys()], codes: this.#codes }
  }
}

class ItemsBuilder {
  readonly #notice: number[] = []
  readonly #strings: Record<string, StringBuilder>
  readonly #numbers: Record<string, (number | null)[]>
  readonly #first = [0]
  readonly #start: number[] = []
  readonly #end: number[] = []
  readonly #where = new StringBuilder()

  constructor(shape: { strings: readonly string[]; numbers: readonly string[] }) {
    this.#strings = Object.fromEntries(shape.strings.map((name) => [name, new StringBuilder()]))
    this.#numbers = Object.fromEntries(shape.numbers.map((name) => [name, []]))
  }

  push(notice: number, item: Item): void {
    this.#notice.push(notice)
    for (const [name, column] of Object.entries(this.#strings))
      column.push((item[name] as string | null | undefined) ?? null)
    for (const [name, column] of Object.entries(this.#numbers))
      column.push((item[name] as number | null | undefined) ?? null)
    for (const e of item.evidence) {
      this.#start.push(e.start)
      this.#end.push(e.end)
      this.#where.push(e.where)
    }
    this.#first.push(this.#start.length)
  }

  columns(): Items<ItemTable> {
    return {
      notice: this.#notice,
      strings: Object.fromEntries(Object.entries(this.#strings).map(([k, b]) => [k, b.column()])),
      numbers: this.#numbers,
      evidence: {
        first: this.#first,
        start: this.#start,
        end: this.#end,
        where: this.#where.column(),
      },
    } as Items<ItemTable>
  }
}
