import { expect, test } from 'vitest'
import { z } from 'zod'
import { comparisonTables } from '../../src/export/comparison/tables.ts'
import { documentsTable, noticeTables, type OutputTable } from '../../src/export/tables.ts'
import { loadKit } from '../../src/kit.ts'
import { noticeSchema } from '../../src/records/schema.ts'

const kit = loadKit('grammars/lexicon')

interface Shape {
  type?: string | string[]
  properties?: Record<string, Shape>
  items?: Shape
  anyOf?: Shape[]
  enum?: unknown[]
  $ref?: string
}

/** «records[].evidence[].quote: string», one row a field. */
function fieldsOf(shape: Shape, path: string): string[] {
  const some = shape.anyOf?.filter((s) => s.type !== 'null')
  if (some?.length === 1) return fieldsOf({ ...some[0]!, anyOf: undefined } as Shape, path)
  if (shape.properties && path.split('.').length < 4)
    return Object.entries(shape.properties).flatMap(([name, s]) =>
      fieldsOf(s, path ? `${path}.${name}` : name),
    )
  if (shape.items?.properties) return fieldsOf(shape.items, `${path}[]`)
  const kind = shape.enum
    ? shape.enum.map((v) => `\`${v}\``).join(' ')
    : shape.items
      ? `list of ${shape.items.type ?? 'sections'}`
      : String(shape.type ?? 'any')
  return [`| \`${path}\` | ${kind} |`]
}

const tables: OutputTable<never>[] = [
  ...noticeTables((code) => code).map(({ table }) => table as OutputTable<never>),
  ...comparisonTables(kit).map(({ table }) => table as OutputTable<never>),
  documentsTable as OutputTable<never>,
]

test('docs/reference.md is what the schemas and tables say (npm run schemas writes it)', async () => {
  const lines = [
    '# Reference 字段与代码',
    '',
    'Generated from the schemas and tables of the code by `npm run schemas`; a test holds it current.',
    '',
    '## Columns of the CSV files',
  ]
  for (const t of tables) {
    lines.push(
      '',
      `### ${t.name}.csv · ${t.zh} · ${t.en}`,
      '',
      '| column | 中文 | English | type |',
      '|---|---|---|---|',
    )
    for (const c of t.columns) lines.push(`| \`${c.name}\` | ${c.zh} | ${c.en} | ${c.type} |`)
  }
  lines.push('', '## Fields of a notice in JSON', '', '| field | values |', '|---|---|')
  lines.push(...fieldsOf(z.toJSONSchema(noticeSchema) as Shape, ''))
  lines.push('', '## Codes')
  const kinds = [...new Set(kit.tables.terms.map((t) => t.kind))]
  for (const kind of kinds) {
    lines.push('', `### ${kind}`, '', '| code | 中文 | English |', '|---|---|---|')
    for (const t of kit.tables.terms.filter((row) => row.kind === kind))
      lines.push(`| \`${t.code}\` | ${t.zh} | ${t.en} |`)
  }
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../../docs/reference.md')
  expect(lines.length).toBeGreaterThan(300)
})
