import type { Command } from 'commander'

export function schemaCommand(program: Command): void {
  program
    .command('schema')
    .description('print the JSON Schema of a notice')
    .action(async () => {
      const { jsonSchema } = await import('../records/json-schema.ts')
      process.stdout.write(`${JSON.stringify(jsonSchema(), null, 2)}\n`)
    })
}
