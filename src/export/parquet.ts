import { fileWriter, ParquetWriter } from 'hyparquet-writer'
import type { Result } from './form.ts'
import type { CellValue, OutputColumn, OutputTable } from './tables.ts'

const ROW_GROUP = 20_000

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number]

/** One Parquet file per table, with the types that datapackage.json gives. Returns the files by table. */
export async function writeParquet(
  { notices, noticeTables, comparisonTables, runTables, made }: Result,
  place: (name: string) => string,
): Promise<{ table: OutputTable<never>; path: string }[]> {
  const open = (table: OutputTable<never>) => {
    const path = place(`${table.name}.parquet`)
    return { table, path, file: new TableFile(table, path, made) }
  }
  const ofNotices = noticeTables.map(({ table, rows }) => ({ ...open(table), rows }))
  for await (const notice of notices()) for (const { file, rows } of ofNotices) file.add(rows(notice))
  const ofComparison = comparisonTables.map(({ table, rows }) => ({ ...open(table), rows }))
  for (const { file, rows } of ofComparison) file.add(rows())
  const ofRun = runTables.map(({ table, rows }) => ({ ...open(table), rows }))
  for (const { file, rows } of ofRun) for await (const row of rows()) file.add([row])
  const all = [...ofNotices, ...ofComparison, ...ofRun]
  for (const { file } of all) file.close()
  return all.map(({ table, path }) => ({ table, path }))
}

class TableFile {
  readonly #writer: ParquetWriter
  readonly #columns: readonly OutputColumn<never>[]
  #cells: CellValue[][]
  #rows = 0

  constructor(table: OutputTable<never>, path: string, made: Result['made']) {
    this.#columns = table.columns
    this.#cells = table.columns.map(() => [])
    this.#writer = new ParquetWriter({
      writer: fileWriter(path),
      schema: [{ name: 'root', num_children: table.columns.length }, ...table.columns.map(schemaOf)],
      createdBy: made.tool,
      kvMetadata: [{ key: 'tongbao.lexicon', value: made.tables }],
    })
  }

  add(rows: Iterable<never>): void {
    for (const row of rows) {
      for (const [k, column] of this.#columns.entries()) this.#cells[k]!.push(column.value(row))
      if (++this.#rows >= ROW_GROUP) this.#flush()
    }
  }

  close(): void {
    this.#flush()
    this.#writer.finish()
  }

  #flush(): void {
    if (this.#rows === 0) return
    this.#writer.write({
      columnData: this.#columns.map((c, k) => ({
        name: c.name,
        data: this.#cells[k]!.map((v) => typed(v, c)),
      })),
      rowGroupSize: ROW_GROUP,
    })
    this.#cells = this.#columns.map(() => [])
    this.#rows = 0
  }
}

function schemaOf({ name, type }: OutputColumn<never>): SchemaElement {
  const base = { name, repetition_type: 'OPTIONAL' as const }
  switch (type) {
    case 'integer':
      return { ...base, type: 'INT64' }
    case 'number':
      return { ...base, type: 'DOUBLE' }
    case 'boolean':
      return { ...base, type: 'BOOLEAN' }
    case 'date':
      return { ...base, type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } }
    case 'string':
      return { ...base, type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } }
  }
}

function typed(value: CellValue, { type }: OutputColumn<never>): unknown {
  if (value === null) return undefined
  if (type === 'integer') return BigInt(value)
  // Days since 1970-01-01.
  if (type === 'date') return Date.parse(`${value}T00:00:00Z`) / 86_400_000
  return value
}
