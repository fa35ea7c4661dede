import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { read } from '@e965/xlsx'
import Ajv2020 from 'ajv/dist/2020.js'
import { parse } from 'csv-parse/sync'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { comparisonSchema, functionsSchema } from '../../src/export/comparison/schema.ts'
import { jsonSchemas } from '../../src/export/json-schemas.ts'

const visible = (folder: string) =>
  readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort()

const scratch = mkdtempSync(join(tmpdir(), 'tongbao-'))
const out = join(scratch, 'out')
/** One document is enough where the form is asked, not the values. */
const ONE = 'seeds/004_02e4c270c4d37dad.txt'
const tongbao = (args: string[], cli = 'dist/cli.js') =>
  spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' })

interface Field {
  name: string
  type: 'string' | 'integer' | 'number' | 'date' | 'boolean'
  title: string
  description: string
}
interface Resource {
  name: string
  path: string
  schema: { fields: Field[] }
}
let resources: Resource[]
const csvOf = (resource: Resource): string[][] =>
  parse(readFileSync(join(out, resource.path)), { bom: true, from_line: 2 })

beforeAll(() => {
  const inputs = join(scratch, 'inputs')
  cpSync('seeds', inputs, { recursive: true })
  cpSync(ONE, join(inputs, '000_copy.txt'))
  writeFileSync(
    join(inputs, 'hostile.txt'),
    [
      '关于2021年第一季度绵阳市政府网站检查情况的通报',
      '一、存在问题',
      '(一)栏目长期不更新。市教育局网站“@SUM(A1)”栏目长期未更新。',
      '| 单位 | 问题 |',
      '| --- | --- |',
      '| 市教育局 | =HYPERLINK("x") 栏目不更新 |',
      '| 市审计局 | +86栏目长期未更新 |',
      '',
    ].join('\n'),
  )
  execFileSync(process.execPath, [
    'dist/cli.js',
    ...[
      'extract',
      inputs,
      'corpus/notices/docs',
      '-o',
      out,
      '-q',
      '--format',
      'csv,json,xlsx,parquet,duckdb',
      // Cells are compared with those of the CSVs, which are not masked.
      '--no-redact',
    ],
  ])
  resources = JSON.parse(readFileSync(join(out, 'datapackage.json'), 'utf8')).resources
}, 120_000)
afterAll(() => rmSync(scratch, { recursive: true }))

/** A cell of a CSV as the type its column has; the apostrophe that disarms a formula is none of the text. */
function typed(text: string, type: Field['type']): string | number | boolean | null {
  if (text === '') return null
  if (type === 'integer' || type === 'number') return Number(text)
  if (type === 'boolean') return text === 'true'
  return text.replace(/^'(?=[\s\u3000]*[=+\-@＝＋－＠\t])/, '')
}

describe('--format', () => {
  const cases: [string, string[], number, RegExp][] = [
    ['one that is not known', ['--format', 'csv,pdf'], 2, /not known: pdf; known are csv, json, xlsx/],
    ['a language that is not known', ['--lang', 'fr'], 2, /zh, en/],
  ]
  for (const [name, args, status, message] of cases)
    test(name, () => {
      const r = tongbao(['extract', ONE, '-o', join(scratch, 'never'), ...args])
      expect({ status: r.status, text: r.stderr }).toEqual({ status, text: expect.stringMatching(message) })
    })

  test('only what is asked for, beside the account of the inputs and the notices', () => {
    const only = join(scratch, 'only')
    const r = tongbao(['extract', ONE, '-o', only, '--format', 'xlsx'])
    expect(r.status).toBe(0)
    expect(r.stdout).toMatch(/: documents\.csv notices\.ndjson tongbao\.xlsx$/m)
    expect(visible(only)).toEqual(['documents.csv', 'manifest.json', 'notices.ndjson', 'tongbao.xlsx'])
  })

  test('duckdb where its package is not installed: said before anything is read', () => {
    const bare = join(scratch, 'bare')
    mkdirSync(bare)
    cpSync('dist', join(bare, 'dist'), { recursive: true })
    cpSync('package.json', join(bare, 'package.json'))
    const r = tongbao(
      ['extract', ONE, '-o', join(bare, 'out'), '--format', 'duckdb'],
      join(bare, 'dist/cli.js'),
    )
    expect(r.stderr).toMatch(/^tongbao: the format duckdb needs the package @duckdb\/node-api.*npm install/)
    expect(r.status).toBe(2)
    expect(readdirSync(bare).sort()).toEqual(['dist', 'package.json'])
  })
})

describe('what a run leaves of the one before', () => {
  const folder = join(scratch, 'again')
  const extract = (...args: string[]) => tongbao(['extract', ONE, '-o', folder, ...args])
  const inManifest = () => {
    const { files } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
    return files.map((file: { name: string }) => file.name)
  }

  test('a report that is asked for is a file of the run', () => {
    expect(extract('--format', 'json,report').status).toBe(0)
    expect(inManifest()).toContain('report.html')
    expect(inManifest()).toEqual(visible(folder).filter((name) => name !== 'manifest.json'))
  })
  test.each([
    ['of the run', []],
    ['made later', ['report', folder]],
  ])('a report %s does not stay beside other data, and that is said', (_, later) => {
    if (later.length > 0) expect(tongbao(later).status).toBe(0)
    expect(visible(folder)).toContain('report.html')
    const { stdout } = extract('--format', 'json')
    expect(stdout).toMatch(/removed, being of the run before: report\.html$/m)
    expect(visible(folder)).not.toContain('report.html')
    expect(inManifest()).toEqual(visible(folder).filter((name) => name !== 'manifest.json'))
  })
  test('a plan that is put together makes it too', () => {
    const planned = join(scratch, 'planned')
    expect(tongbao(['plan', ONE, '-o', planned]).status).toBe(0)
    expect(tongbao(['shard', '0', '-o', planned]).status).toBe(0)
    expect(tongbao(['commit', '-o', planned, '-q', '--format', 'report']).status).toBe(0)
    expect(visible(planned)).toContain('report.html')
  })
})

describe('the JSON is what its schema says', () => {
  const schemas = jsonSchemas()
  const json = (name: string) => JSON.parse(readFileSync(join(out, `${name}.json`), 'utf8'))

  for (const name of ['notices', 'comparison', 'unit_functions'])
    test(`${name}.json`, () => {
      const validate = new Ajv2020({ strict: false }).compile(schemas[name]!)
      expect(validate(json(name)), JSON.stringify(validate.errors?.slice(0, 5))).toBe(true)
    })
  test('and a document without its version, or with a wrong type, is not', () => {
    const validate = new Ajv2020({ strict: false }).compile(schemas.comparison!)
    const { rows } = json('comparison')
    expect(validate({ rows, rollups: [], trends: [] })).toBe(false)
    expect(validate({ ...json('comparison'), rows: [{ ...rows[0], checked: '4' }] })).toBe(false)
  })
  test('and holds no field that the schema does not name', () => {
    for (const [name, schema] of [
      ['comparison', comparisonSchema],
      ['unit_functions', functionsSchema],
    ] as const)
      expect(schema.parse(json(name))).toEqual(json(name))
  })
})

describe('the workbook', () => {
  const SHEETS = [
    'records',
    'metrics',
    'deadlines',
    'checks',
    'comparison',
    'rollups',
    'trends',
    'unit_functions',
    'notices',
  ]
  const open = (path: string) => read(readFileSync(path), { cellFormula: true, cellDates: true, UTC: true })

  test('has its sheets, and the values of the CSVs as numbers, dates and texts', () => {
    const book = open(join(out, 'tongbao.xlsx'))
    expect(book.SheetNames).toEqual(['说明', ...SHEETS])
    const wrong: string[] = []
    const formulas = new Set<string>()
    for (const name of SHEETS) {
      const sheet = book.Sheets[name]!
      const resource = resources.find((r) => r.name === name)!
      const { fields } = resource.schema
      const rows = csvOf(resource)
      const columns = fields.map((_, k) => columnName(k))
      expect(columns.map((c) => sheet[`${c}1`].v)).toEqual(fields.map((f) => f.title))
      expect(sheet['!ref']).toBe(`A1:${columns.at(-1)}${rows.length + 1}`)
      for (const [i, row] of rows.entries())
        for (const [k, field] of fields.entries()) {
          const cell = sheet[`${columns[k]}${i + 2}`]
          const value = cell?.v instanceof Date ? cell.v.toISOString().slice(0, 10) : (cell?.v ?? null)
          if (/^[=+]/.test(String(value))) formulas.add(String(value))
          const kind = { string: 's', date: 'd', integer: 'n', number: 'n', boolean: 'b' }[field.type]
          if (value !== typed(row[k]!, field.type) || (cell && (cell.t !== kind || cell.f !== undefined)))
            wrong.push(
              `${name}.${field.name} row ${i + 1}: ${JSON.stringify(row[k])} is ${JSON.stringify(cell)}`,
            )
        }
    }
    expect(wrong.slice(0, 10)).toEqual([])
    expect(formulas).toContain('=HYPERLINK("x")栏目不更新')
  })

  test('explains every column and code in its first sheet; headers in English where asked', () => {
    const english = join(scratch, 'english')
    expect(tongbao(['extract', ONE, '-o', english, '-q', '--format', 'xlsx', '--lang', 'en']).status).toBe(0)
    const book = open(join(english, 'tongbao.xlsx'))
    expect(book.SheetNames[0]).toBe('notes')
    expect(book.Sheets.records!.F1.v).toBe('record')
    expect(book.Sheets.comparison!.B1.v).toBe('region')
    const named = new Set(
      Object.entries(open(join(out, 'tongbao.xlsx')).Sheets.说明!).flatMap(([at, c]) =>
        /^C\d/.test(at) ? [c.v] : [],
      ),
    )
    const unnamed = resources
      .filter((r) => SHEETS.includes(r.name))
      .flatMap((r) => r.schema.fields.map((f) => f.name))
      .filter((f) => !named.has(f))
    expect(unnamed).toEqual([])
    const { rows } = JSON.parse(readFileSync(join(out, 'comparison.json'), 'utf8'))
    const codes = rows.flatMap((r: { why_not: string[]; notes: string[] }) => [...r.why_not, ...r.notes])
    const bare = codes.map((c: string) => c.split(':')[0]!.replace(/_[\d.]+_percent$/, ''))
    expect([...new Set(bare)].filter((c) => !named.has(c))).toEqual([])
  })

  test('is the same, byte for byte, in another zone', () => {
    const there = join(scratch, 'there')
    const r = spawnSync(
      process.execPath,
      ['dist/cli.js', 'extract', ONE, '-o', there, '-q', '--format', 'xlsx,parquet'],
      {
        env: { ...process.env, TZ: 'America/New_York', LC_ALL: 'C' },
      },
    )
    expect(r.status).toBe(0)
    const here = join(scratch, 'here')
    tongbao(['extract', ONE, '-o', here, '-q', '--format', 'xlsx,parquet'])
    for (const name of visible(here))
      expect(readFileSync(join(there, name)).equals(readFileSync(join(here, name))), name).toBe(true)
  })
})

describe('Parquet and DuckDB', () => {
  const DUCK = { string: 'VARCHAR', integer: 'BIGINT', number: 'DOUBLE', date: 'DATE', boolean: 'BOOLEAN' }
  const rowsOf = async (sql: string, database = ':memory:') => {
    const instance = await DuckDBInstance.create(
      database,
      database === ':memory:' ? {} : { access_mode: 'READ_ONLY' },
    )
    try {
      const connection = await instance.connect()
      return (await connection.runAndReadAll(sql)).getRowsJson() as (string | number | boolean | null)[][]
    } finally {
      instance.closeSync()
    }
  }
  test('DuckDB reads every Parquet file with the types of datapackage.json and the values of the CSV', async () => {
    for (const resource of resources) {
      const path = join(out, `${resource.name}.parquet`)
      const types = await rowsOf(`select column_name, column_type from (describe select * from '${path}')`)
      expect(types, resource.name).toEqual(resource.schema.fields.map((f) => [f.name, DUCK[f.type]]))
      const rows = await rowsOf(`select * from '${path}'`)
      const { fields } = resource.schema
      const expected = csvOf(resource).map((row) => row.map((text, k) => typed(text, fields[k]!.type)))
      const asTyped = rows.map((row) =>
        row.map((v, k) => (v !== null && /integer|number/.test(fields[k]!.type) ? Number(v) : v)),
      )
      expect(asTyped, resource.name).toEqual(expected)
    }
  })

  test('a copy says of which notice it is one, in every form', async () => {
    const copies = csvOf(resources.find((r) => r.name === 'duplicates')!)
    expect(copies).toHaveLength(1)
    const [id, , original] = copies[0]!
    const { fields } = resources.find((r) => r.name === 'notices')!.schema
    const told = csvOf(resources.find((r) => r.name === 'notices')!).map((row) => [row[0], row.at(-1)])
    expect(fields.at(-1)!.name).toBe('duplicate_of')
    expect(told.filter(([, of]) => of !== '')).toEqual([[id, original]])
    const query = 'select notice_id, duplicate_of from notices where duplicate_of is not null'
    expect(await rowsOf(query, join(out, 'tongbao.duckdb'))).toEqual([[id, original]])
  })

  test('so does a reader of its own', async () => {
    const file = await asyncBufferFromFile(join(out, 'deadlines.parquet'))
    const rows = await parquetReadObjects({ file })
    expect(rows.length).toBe(csvOf(resources.find((r) => r.name === 'deadlines')!).length)
    expect(rows.find((r) => r.due)!.due).toBeInstanceOf(Date)
  })

  test('the database holds the same tables, commented', async () => {
    const path = join(out, 'tongbao.duckdb')
    const names = await rowsOf('select table_name from duckdb_tables()', path)
    expect(names.flat().sort()).toEqual(resources.map((r) => r.name).sort())
    const comments = await rowsOf(
      `select comment from duckdb_columns() where table_name = 'comparison'`,
      path,
    )
    expect(comments.flat()).toContain('可比 comparable')
    for (const { name } of resources)
      expect(await rowsOf(`select count(*) from ${name}`, path)).toEqual(
        await rowsOf(`select count(*) from '${join(out, name)}.parquet'`),
      )
  })

  describe('the queries of docs/queries.md run as written', () => {
    const text = readFileSync('docs/queries.md', 'utf8')
    const queries = [...text.matchAll(/```sql\n([\s\S]*?)```/g)].map((m) => m[1]!)
    test('five or more', () => expect(queries.length).toBeGreaterThanOrEqual(5))
    for (const [i, sql] of queries.entries())
      test(`${i + 1}: ${sql.split('\n')[0]}`, async () =>
        expect((await rowsOf(sql, join(out, 'tongbao.duckdb'))).length).toBeGreaterThan(0))
  })

  test('no Parquet file is left where only the database was asked for', () => {
    const only = join(scratch, 'duckdb')
    expect(tongbao(['extract', ONE, '-o', only, '-q', '--format', 'duckdb']).status).toBe(0)
    expect(visible(only)).toEqual(['documents.csv', 'manifest.json', 'notices.ndjson', 'tongbao.duckdb'])
  })
})

function columnName(k: number): string {
  return k < 26 ? String.fromCharCode(65 + k) : columnName(Math.floor(k / 26) - 1) + columnName(k % 26)
}
