import { join } from 'node:path'
import { type Command, Option } from 'commander'
import type { Format, Lang } from '../export/form.ts'
import type { Limits } from '../read/containers/container.ts'
import { EXIT } from './exit.ts'
import { type LexiconFlags, withLexicon } from './lexicon.ts'
import { count, formats, names } from './values.ts'

export function extractCommand(program: Command, version: string): void {
  const command = program
    .command('extract')
    .description('read notices and write records, figures, deadlines and checks as CSV and JSON')
    .argument(
      '<inputs...>',
      'files, folders or globs; also .jsonl, .csv, .warc, .zip, .tar, packed with gzip or not',
    )
    .option('-o, --out <folder>', 'where the output goes', 'out')
    .option('--format <names>', 'csv, json, xlsx, parquet, duckdb, report (csv,json)', formats)
    .addOption(new Option('--lang <lang>', 'headers of the workbook').choices(['zh', 'en']).default('zh'))
    .option('-q, --quiet', 'no summary', false)
    .option('--text-field <names>', 'fields or columns with the document, in JSONL and CSV', names)
    .option('--url-field <names>', 'fields or columns with its address', names)
    .option('--title-field <names>', 'fields or columns with its title', names)
    .option('--date-field <names>', 'fields or columns with its date', names)
    .option('--max-bytes <n>', 'most bytes of one document (32 MiB)', count)
    .option('--max-members <n>', 'most documents of one container (1000000)', count)
    .option('--max-ratio <n>', 'most bytes out of an archive per byte in (200)', count)
    .option('--max-total <n>', 'most bytes out of one archive (16 GiB)', count)
    .option('--max-cells <n>', 'most cells of one spreadsheet (1000000)', count)
    .option('--max-pages <n>', 'most pages of one PDF (2000)', count)
    .option('--max-nodes <n>', 'most elements of one saved page (1000000)', count)
    .option('--max-nesting <n>', 'most elements of a saved page within each other (512)', count)
    .option('--max-unpacked <n>', 'most bytes that one office file unpacks to (256 MiB)', count)
  withLexicon(command).action(async (inputs: string[], options: ExtractFlags) => {
    const { run } = await import('../run/run.ts')
    const { DEFAULT_FORMS } = await import('../export/form.ts')
    const { LIMITS, FIELDS } = await import('../read/containers/container.ts')
    const { failed, summary } = await run(inputs, {
      out: options.out,
      quiet: options.quiet,
      version,
      lexicon: options.lexicon ?? null,
      forms: { formats: options.format ?? DEFAULT_FORMS.formats, lang: options.lang },
      limits: Object.fromEntries(
        Object.entries(LIMITS).map(([name, usual]) => [name, options[name as keyof Limits] ?? usual]),
      ) as unknown as Limits,
      fields: {
        text: options.textField ?? FIELDS.text,
        url: options.urlField ?? FIELDS.url,
        title: options.titleField ?? FIELDS.title,
        date: options.dateField ?? FIELDS.date,
      },
    })
    if (!options.quiet) process.stdout.write(`${summary}\n`)
    if (options.format?.has('report')) {
      const { told, writeReport } = await import('../report/report.ts')
      const path = join(options.out, 'report.html')
      const made = await writeReport(options.out, path, { tool: `tongbao ${version}` })
      if (!options.quiet) process.stdout.write(`${told(path, made, options.out)}\n`)
    }
    process.exitCode = failed > 0 ? EXIT.inputsFailed : EXIT.ok
  })
}

interface ExtractFlags extends Partial<Limits>, LexiconFlags {
  out: string
  format?: ReadonlySet<Format>
  lang: Lang
  quiet: boolean
  textField?: string[]
  urlField?: string[]
  titleField?: string[]
  dateField?: string[]
}
