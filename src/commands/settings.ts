import { type Command, Option } from 'commander'
import type { Format, Forms, Lang } from '../export/form.ts'
import type { Limits } from '../read/containers/container.ts'
import type { ProcessLimits } from '../run/isolated.ts'
import type { Settings } from '../run/recipe.ts'
import { type LexiconFlags, withLexicon } from './lexicon.ts'
import { count, formats, names } from './values.ts'

/** Options of every command that reads documents. */
export function withReading(command: Command): Command {
  return withDocuments(command).option(
    '--redact',
    'mask identity numbers, cards, telephones and e-mails in every file (workbook, report)',
  )
}

/** How documents are read, and within which limits. */
export function withDocuments(command: Command): Command {
  return withLexicon(command)
    .option('--text-field <names>', 'fields or columns with the document, in JSONL and CSV', names)
    .option('--url-field <names>', 'fields or columns with its address', names)
    .option('--title-field <names>', 'fields or columns with its title', names)
    .option('--date-field <names>', 'fields or columns with its date', names)
    .option('--max-bytes <n>', 'most bytes of one document (32 MiB)', count)
    .option('--max-members <n>', 'most documents of one container (1000000)', count)
    .option('--max-ratio <n>', 'most bytes out of an archive per byte in (200)', count)
    .option('--max-total <n>', 'most bytes out of one archive (16 GiB)', count)
    .option('--max-depth <n>', 'most containers within each other (3)', count)
    .option('--max-text <n>', 'most characters of text of one document (2000000)', count)
    .option('--max-cells <n>', 'most cells of the tables of one document (250000)', count)
    .option('--max-pages <n>', 'most pages of one PDF (2000)', count)
    .option('--max-nodes <n>', 'most elements of one saved page (300000)', count)
    .option('--max-nesting <n>', 'most elements of a saved page within each other (512)', count)
    .option('--max-unpacked <n>', 'most bytes that one office file unpacks to (256 MiB)', count)
}

export interface ReadingFlags extends DocumentFlags {
  redact?: boolean
}

export interface DocumentFlags extends Partial<Limits>, LexiconFlags {
  textField?: string[]
  urlField?: string[]
  titleField?: string[]
  dateField?: string[]
}

export async function settingsOf(flags: ReadingFlags, version: string): Promise<Settings> {
  return {
    version,
    ...(flags.redact === true && { redact: true as const }),
    lexicon: flags.lexicon ?? null,
    ...(await documentsFrom(flags)),
  }
}

export async function documentsFrom(flags: DocumentFlags): Promise<Pick<Settings, 'limits' | 'fields'>> {
  const { LIMITS, FIELDS } = await import('../read/containers/container.ts')
  return {
    limits: Object.fromEntries(
      Object.entries(LIMITS).map(([name, usual]) => [name, flags[name as keyof Limits] ?? usual]),
    ) as unknown as Limits,
    fields: {
      text: flags.textField ?? FIELDS.text,
      url: flags.urlField ?? FIELDS.url,
      title: flags.titleField ?? FIELDS.title,
      date: flags.dateField ?? FIELDS.date,
    },
  }
}

/** Options of every command that puts an output together. */
export function withForms(command: Command): Command {
  return command
    .option('--format <names>', 'csv, json, xlsx, parquet, duckdb, report (csv,json)', formats)
    .addOption(
      new Option('--lang <lang>', 'language of messages (of the locale), and of the workbook (zh)')
        .choices(['zh', 'en'])
        .default('zh'),
    )
    .option('--no-redact', 'mask nothing, not even in the workbook and the report')
}

export interface FormFlags {
  format?: ReadonlySet<Format>
  lang: Lang
  redact?: boolean
  lexicon?: string
}

export async function formsOf({ format, lang, redact, lexicon }: FormFlags, version: string): Promise<Forms> {
  const { DEFAULT_FORMS } = await import('../export/form.ts')
  return {
    formats: format ?? DEFAULT_FORMS.formats,
    lang,
    redact,
    report: async (folder, path) => {
      const { leftOut, shownBy, writeReport } = await import('../report/report.ts')
      const made = await writeReport(folder, path, {
        tool: `tongbao ${version}`,
        lexicon: lexicon ?? null,
        shown: shownBy({ redact }),
      })
      return leftOut(made, folder)
    },
  }
}

/** Options of every command that extracts. */
export function withProcessLimits(command: Command): Command {
  return command
    .option('--max-seconds <n>', 'most seconds for one document (60)', count)
    .option('--max-memory <n>', 'most MiB of memory for one office file or PDF (512)', count)
}

export interface ProcessFlags {
  maxSeconds?: number
  maxMemory?: number
}

export async function processLimitsOf(flags: ProcessFlags): Promise<ProcessLimits> {
  const { PROCESS_LIMITS } = await import('../run/isolated.ts')
  return {
    seconds: flags.maxSeconds ?? PROCESS_LIMITS.seconds,
    memory: flags.maxMemory ?? PROCESS_LIMITS.memory,
  }
}
