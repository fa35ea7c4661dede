import { readdirSync } from 'node:fs'
import { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { configSchema } from '../../src/commands/config-schema.ts'
import { extractCommand } from '../../src/commands/extract.ts'
import { jsonSchemas } from '../../src/export/json-schemas.ts'

const program = new Command()
extractCommand(program, '0')
const schemas: Record<string, object> = {
  ...jsonSchemas(),
  config: z.toJSONSchema(configSchema(program.commands[0]!)),
}

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
