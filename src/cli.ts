#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'

const EXIT = { ok: 0, usage: 2, inputsFailed: 3, internal: 70, io: 74 } as const

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string
}

const program = new Command('tongbao')
  .description(
    '通报: government inspection notices in, comparable records out, every value pointing at its characters',
  )
  .version(version)
  .exitOverride()
  .showHelpAfterError('(add --help for what is known)')

program
  .command('extract')
  .description('read notices and write records, figures, deadlines and checks as CSV and JSON')
  .argument('<inputs...>', 'files, folders or globs')
  .option('-o, --out <folder>', 'where the output goes', 'out')
  .option('-q, --quiet', 'no summary', false)
  .action(async (inputs: string[], options: { out: string; quiet: boolean }) => {
    const { run } = await import('./run/run.ts')
    const { failed, summary } = await run(inputs, { ...options, version })
    if (!options.quiet) process.stdout.write(`${summary}\n`)
    process.exitCode = failed > 0 ? EXIT.inputsFailed : EXIT.ok
  })

program
  .command('explain')
  .description(
    'show what each stage made of one document: edits, outline, tables, every mention, units, records',
  )
  .argument('<file>', 'a document')
  .option('--json', 'for programs', false)
  .action(async (file: string, options: { json: boolean }) => {
    const { explain } = await import('./run/explain.ts')
    process.stdout.write(`${await explain(file, options.json)}\n`)
  })

program
  .command('eval')
  .description('score the extraction against hand-checked gold files')
  .argument('<corpus>', 'a folder with docs/ and gold/ below it')
  .option('--misses', 'list what was missed and what was wrong', false)
  .option('--json', 'for programs', false)
  .action(async (corpus: string, options: { misses: boolean; json: boolean }) => {
    const { evaluateCorpus } = await import('./run/evaluate.ts')
    const { printScores } = await import('./run/scores.ts')
    const scores = evaluateCorpus(corpus)
    process.stdout.write(
      options.json ? `${JSON.stringify(scores, null, 1)}\n` : `${printScores(scores, options.misses)}\n`,
    )
  })

program
  .command('schema')
  .description('print the JSON Schema of a notice')
  .action(async () => {
    const { jsonSchema } = await import('./records/json-schema.ts')
    process.stdout.write(`${JSON.stringify(jsonSchema(), null, 2)}\n`)
  })

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = exitFor(error)
}

function exitFor(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage
  const e = error as NodeJS.ErrnoException
  const message = error instanceof Error ? error.message : String(error)
  if (e.name === 'InputError' || e.name === 'TableError') {
    process.stderr.write(`tongbao: ${message}\n`)
    return EXIT.usage
  }
  if (e.code && /^E[A-Z]+$/.test(e.code)) {
    process.stderr.write(`tongbao: ${message}\n`)
    return EXIT.io
  }
  process.stderr.write(
    `tongbao: internal error, please report it: ${error instanceof Error ? error.stack : message}\n`,
  )
  return EXIT.internal
}
