import { readFileSync } from 'node:fs'
import Ajv from 'ajv-draft-04'
import { expect, test } from 'vitest'
import { comparisonTables } from '../../src/export/comparison/tables.ts'
import { dataPackage } from '../../src/export/datapackage.ts'
import { documentsTable, noticeTables, type OutputTable } from '../../src/export/tables.ts'
import { loadKit } from '../../src/kit.ts'

const kit = loadKit('grammars/lexicon')
const tables = [
  ...noticeTables((c) => c),
  ...comparisonTables(kit),
  { table: documentsTable as OutputTable<never> },
]
const made = dataPackage(
  tables.map(({ table }) => table),
  { tool: 'tongbao', tables: kit.hash },
)
type Package = {
  resources: {
    name: string
    path: string
    schema: { fields: { name: string; type: string }[]; primaryKey: string[] }
  }[]
}

const profile = JSON.parse(readFileSync('tests/export/profiles/tabular-data-package.json', 'utf8'))
const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(profile)

test('the data package is a Frictionless Tabular Data Package', () => {
  expect(validate(made), JSON.stringify(validate.errors)).toBe(true)
})

test('and the profile tells what is none', () => {
  const spoilt: ((p: Package) => void)[] = [
    (p) => (p.resources = []),
    (p) => (p.resources[0]!.name = 'Has Capitals'),
    (p) => (p.resources[0]!.schema.fields[0]!.type = 'text'),
    (p) => delete (p.resources[0] as Partial<Package['resources'][0]>).path,
  ]
  for (const spoil of spoilt) {
    const bad = structuredClone(made) as Package
    spoil(bad)
    expect(validate(bad), spoil.toString()).toBe(false)
  }
})

test('every field stands once, with a title in Chinese and in English; keys are fields', () => {
  for (const { table } of tables) {
    const names = table.columns.map((c) => c.name)
    expect(new Set(names).size, table.name).toBe(names.length)
    expect(new Set(table.columns.map((c) => c.zh)).size, table.name).toBeGreaterThan(names.length * 0.8)
    for (const key of table.primaryKey!) expect(names).toContain(key)
    for (const c of table.columns) expect(c.zh !== '' && c.en !== '', c.name).toBe(true)
  }
})
