#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { Command, CommanderError, InvalidArgumentError } from 'commander'

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
  .argument(
    '<inputs...>',
    'files, folders or globs; also .jsonl, .csv, .warc, .zip, .tar, packed with gzip or not',
  )
  .option('-o, --out <folder>', 'where the output goes', 'out')
  .option('-q, --quiet', 'no summary', false)
  .option('--text-field <names>', 'fields or columns with the document, in JSONL and CSV', names)
  .option('--url-field <names>', 'fields or columns with its address', names)
  .option('--title-field <names>', 'fields or columns with its title', names)
  .option('--date-field <names>', 'fields or columns with its date', names)
  .option('--max-bytes <n>', 'most bytes of one document (32 MiB)', count)
  .option('--max-members <n>', 'most documents of one container (1000000)', count)
  .option('--max-ratio <n>', 'most bytes out of an archive per byte in (200)', count)
  .option('--max-total <n>', 'most bytes out of one archive (16 GiB)', count)
  .action(async (inputs: string[], options: ExtractFlags) => {
    const { run } = await import('./run/run.ts')
    const { LIMITS, FIELDS } = await import('./read/containers/container.ts')
    const { failed, summary } = await run(inputs, {
      out: options.out,
      quiet: options.quiet,
      version,
      limits: {
        maxBytes: options.maxBytes ?? LIMITS.maxBytes,
        maxMembers: options.maxMembers ?? LIMITS.maxMembers,
        maxRatio: options.maxRatio ?? LIMITS.maxRatio,
        maxTotal: options.maxTotal ?? LIMITS.maxTotal,
      },
      fields: {
        text: options.textField ?? FIELDS.text,
        url: options.urlField ?? FIELDS.url,
        title: options.titleField ?? FIELDS.title,
        date: options.dateField ?? FIELDS.date,
      },
    })
    if (!options.quiet) process.stdout.write(`${summary}\n`)
    process.exitCode = failed > 0 ? EXIT.inputsFailed : EXIT.ok
  })

interface ExtractFlags {
  out: string
  quiet: boolean
  textField?: string[]
  urlField?: string[]
  titleField?: string[]
  dateField?: string[]
  maxBytes?: number
  maxMembers?: number
  maxRatio?: number
  maxTotal?: number
}

function names(value: string): string[] {
  return value.split(',').map((name) => name.trim())
}

function count(value: string): number {
  const n = Number(value)
  if (!Number.isSafeInteger(n) || n < 1) throw new InvalidArgumentError('a whole number above 0 is wanted.')
  return n
}

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
