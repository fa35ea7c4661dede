import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
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
