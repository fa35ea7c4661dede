import { Argument, type Command } from 'commander'
import { withLanguage } from './language.ts'

export function schemaCommand(program: Command): void {
  const command = program
    .command('schema')
    .description('print the JSON Schema of a notice, or of a .json file of the output')
    .addArgument(
      new Argument('[name]', 'what of')
        .choices(['notice', 'notices', 'comparison', 'unit_functions'])
        .default('notice'),
    )
  withLanguage(command).action(async (name: string) => {
    const { jsonSchemas } = await import('../export/json-schemas.ts')
    process.stdout.write(`${JSON.stringify(jsonSchemas()[name], null, 2)}\n`)
  })
}
