import { readFileSync } from 'node:fs'
import { type Command, InvalidArgumentError } from 'commander'
import { say } from '../messages.ts'
import { withLanguage } from './language.ts'
import { type DocumentFlags, documentsFrom, withDocuments } from './settings.ts'

export function explainCommand(program: Command): void {
  const command = program
    .command('explain')
    .description(
      'show what each stage made of one document: edits, outline, tables, every mention, units, records; of a plain sentence its times, figures, shares and places',
    )
    .argument(
      '[file]',
      'a document, or one of a dump or archive as documents.csv names it: dump.jsonl#3; - reads standard input',
    )
    .option('--text <text>', 'a text instead of a file')
    .option(
      '--date <YYYY-MM-DD[Thh:mm[:ss]]>',
      'when a plain sentence was said, a day or a time of it: «yesterday» and «two hours ago» are counted from it',
      moment,
    )
    .option('--json', 'for programs', false)
  withLanguage(withDocuments(command)).action(
    async (
      file: string | undefined,
      options: DocumentFlags & { text?: string; date?: string; json: boolean },
      command: Command,
    ) => {
      if ((file === undefined) === (options.text === undefined)) command.error(say('want_file_or_text'))
      const { explain } = await import('../run/explain-print.ts')
      const content = file === undefined ? options.text : file === '-' ? readFileSync(0) : undefined
      const name = file === undefined || file === '-' ? 'stdin.txt' : file
      process.stdout.write(
        `${await explain(name, { ...(await documentsFrom(options)), json: options.json, date: options.date ?? null, lexicon: options.lexicon ?? null, ...(content !== undefined && { content }) })}\n`,
      )
    },
  )
}

function moment(value: string): string {
  const parts = /^(\d{4}-\d\d-\d\d)(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?))?$/.exec(value)
  const day = parts?.[1]
  if (!day || Number.isNaN(Date.parse(day)) || new Date(day).toISOString().slice(0, 10) !== day)
    throw new InvalidArgumentError(say('want_day'))
  return parts[2] ? `${day}T${parts[2]}` : day
}
