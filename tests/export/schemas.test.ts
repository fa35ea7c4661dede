import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Ajv2020 from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { comparisonSchema, functionsSchema } from '../../src/export/comparison/schema.ts'
import { jsonSchemas } from '../../src/export/json-schemas.ts'

const schemas = jsonSchemas()

describe('the schemas that are shipped are those of the code (npm run schemas writes them)', () => {
  for (const [name, schema] of Object.entries(schemas))
    test(name, () =>
      expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(`../../schemas/${name}.schema.json`),
    )
  test('and no others', () =>
    expect(readdirSync('schemas').sort()).toEqual(
      Object.keys(schemas)
        .map((name) => `${name}.schema.json`)
        .sort(),
    ))
})

describe('the output is what its schema says', () => {
  const out = mkdtempSync(join(tmpdir(), 'tongbao-'))
  beforeAll(() => {
    execFileSync(process.execPath, [
      'dist/cli.js',
      'extract',
      'seeds',
      'corpus/notices/docs',
      '-o',
      out,
      '-q',
    ])
  })
  afterAll(() => rmSync(out, { recursive: true }))
  const read = (name: string) => JSON.parse(readFileSync(join(out, `${name}.json`), 'utf8'))

  for (const name of ['notices', 'comparison', 'unit_functions'])
    test(`${name}.json`, () => {
      const validate = new Ajv2020({ strict: false }).compile(schemas[name]!)
      expect(validate(read(name)), JSON.stringify(validate.errors?.slice(0, 5))).toBe(true)
    })
  test('and a document without its version, or with a wrong type, is not', () => {
    const validate = new Ajv2020({ strict: false }).compile(schemas.comparison!)
    const { rows } = read('comparison')
    expect(validate({ rows, rollups: [], trends: [] })).toBe(false)
    expect(validate({ ...read('comparison'), rows: [{ ...rows[0], checked: '4' }] })).toBe(false)
  })
  test('and holds no field that the schema does not name', () => {
    for (const [name, schema] of [
      ['comparison', comparisonSchema],
      ['unit_functions', functionsSchema],
    ] as const)
      expect(schema.parse(read(name))).toEqual(read(name))
  })
})
