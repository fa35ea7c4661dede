import { rmSync } from 'node:fs'
import type { OutputTable } from './tables.ts'

/** A database file with a table per Parquet file, its columns commented in both languages. */
export async function writeDuckDb(
  files: readonly { table: OutputTable<never>; path: string }[],
  path: string,
): Promise<void> {
  const { DuckDBInstance } = await loadDuckDb()
  // DuckDB refuses a file that exists and is none of its own.
  rmSync(path, { force: true })
  const instance = await DuckDBInstance.create(path)
  try {
    const connection = await instance.connect()
    for (const { table, path } of files) {
      await connection.run(`create table ${table.name} as select * from read_parquet(${text(path)})`)
      await connection.run(`comment on table ${table.name} is ${text(`${table.zh} ${table.en}`)}`)
      for (const c of table.columns)
        await connection.run(`comment on column ${table.name}.${c.name} is ${text(`${c.zh} ${c.en}`)}`)
    }
    await connection.run('checkpoint')
    connection.closeSync()
  } finally {
    instance.closeSync()
  }
}

/** @throws InputError where the optional package is not installed. */
export async function loadDuckDb(): Promise<typeof import('@duckdb/node-api')> {
  try {
    return await import('@duckdb/node-api')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw Object.assign(
      new Error(
        'the format duckdb needs the package @duckdb/node-api, which is not installed: npm install @duckdb/node-api (Parquet, which DuckDB reads as it is, needs nothing: --format parquet)',
      ),
      { name: 'InputError' },
    )
  }
}

const text = (value: string) => `'${value.replaceAll("'", "''")}'`
