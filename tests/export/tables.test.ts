import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Ajv2020 from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { csvHeader, csvRows } from '../../src/export/csv.ts'
import type { OutputTable } from '../../src/export/tables.ts'
import { jsonSchema } from '../../src/records/json-schema.ts'
import { type Notice, noticeSchema } from '../../src/records/schema.ts'

const out = mkdtempSync(join(tmpdir(), 'tongbao-'))
beforeAll(() => execFileSync(process.execPath, ['dist/cli.js', 'extract', 'seeds', '-o', out, '--quiet']))
afterAll(() => rmSync(out, { recursive: true }))
const file = (name: string) => readFileSync(join(out, name), 'utf8')

/** RFC 4180, read back by hand: the reader must not be the writer's own package. */
function parse(csv: string): string[][] {
  expect(csv.startsWith('\uFEFF')).toBe(true)
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 1; i < csv.length; i++) {
    const c = csv[i]!
    if (quoted) {
      if (c === '"' && csv[i + 1] === '"') cell += csv[++i]
      else if (c === '"') quoted = false
      else cell += c
    } else if (c === '"') quoted = true
    else if (c === ',') {
      row.push(cell)
      cell = ''
    } else if (c === '\r' && csv[i + 1] === '\n') {
      rows.push([...row, cell])
      row = []
      cell = ''
      i++
    } else cell += c
  }
  expect(cell).toBe('')
  return rows
}

const FITS: Record<string, RegExp> = {
  string: /^/,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  date: /^\d{4}-\d\d-\d\d$/,
  boolean: /^(true|false)$/,
}

describe('every CSV is what datapackage.json says', () => {
  test('fields, types, keys', () => {
    const pkg = JSON.parse(file('datapackage.json'))
    expect(pkg.resources.map((r: { path: string }) => r.path)).toEqual([
      'notices.csv',
      'records.csv',
      'metrics.csv',
      'deadlines.csv',
      'checks.csv',
      'comparison.csv',
      'comparison_sources.csv',
      'rollups.csv',
      'trends.csv',
      'unit_functions.csv',
      'duplicates.csv',
      'documents.csv',
    ])
    for (const resource of pkg.resources) {
      const [header, ...rows] = parse(file(resource.path))
      expect(header).toEqual(resource.schema.fields.map((f: { name: string }) => f.name))
      for (const row of rows) {
        expect(row).toHaveLength(header!.length)
        for (const [k, field] of resource.schema.fields.entries())
          if (row[k] !== '') expect(row[k], `${resource.path} ${field.name}`).toMatch(FITS[field.type]!)
      }
      const keys = rows.map((r) =>
        resource.schema.primaryKey.map((k: string) => r[header!.indexOf(k)]).join('\t'),
      )
      expect(new Set(keys).size).toBe(keys.length)
    }
  })
})

test('notices satisfy the zod schema, and the JSON Schema made from it', () => {
  const notices = file('notices.ndjson')
    .trim()
    .split('\n')
    .map((l) => JSON.parse(l))
  expect(JSON.parse(file('notices.json'))).toEqual(notices)
  const validate = new Ajv2020({ strict: false }).compile(jsonSchema())
  for (const notice of notices) {
    expect(noticeSchema.parse(notice)).toEqual(notice)
    expect(validate(notice), JSON.stringify(validate.errors)).toBe(true)
  }
})

test('every piece of evidence reproduces its quote', () => {
  for (const line of file('notices.ndjson').trim().split('\n')) {
    const notice = JSON.parse(line) as Notice
    for (const item of [
      ...notice.records,
      ...notice.metrics,
      ...notice.deadlines,
      ...notice.checks,
      ...Object.values(notice.fields),
    ])
      for (const e of item.evidence) expect(notice.text.slice(e.start, e.end)).toBe(e.quote)
  }
})

describe('cells that a spreadsheet would run are made harmless; numbers stay numbers', () => {
  const table: OutputTable<string | number> = {
    name: 't',
    zh: '',
    en: '',
    columns: [{ name: 'v', type: 'string', zh: '', en: '', value: (v) => v }],
  }
  const cases: [string | number, string][] = [
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝cmd', "'＝cmd"],
    [' =1', "' =1"],
    ['\t=1', "'\t=1"],
    [-1, '-1'],
    [98.5, '98.5'],
    ['国办发〔2019〕19号', '国办发〔2019〕19号'],
    ['a,"b"', '"a,""b"""'],
    ['两\n行', '"两\n行"'],
  ]
  for (const [value, cell] of cases)
    test(JSON.stringify(value), () => expect(csvRows(table, [value])).toBe(`${cell}\r\n`))
  test('a header with BOM', () => expect(csvHeader(table)).toBe('\uFEFFv\r\n'))
})
