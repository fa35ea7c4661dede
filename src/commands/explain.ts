import type { Command } from 'commander'

export function explainCommand(program: Command): void {
  program
    .command('explain')
    .description(
      'show what each stage made of one document: edits, outline, tables, every mention, units, records',
    )
    .argument('<file>', 'a document')
    .option('--json', 'for programs', false)
    .action(async (file: string, options: { json: boolean }) => {
      const { explain } = await import('../run/explain.ts')
      process.stdout.write(`${await explain(file, options.json)}\n`)
    })
}
