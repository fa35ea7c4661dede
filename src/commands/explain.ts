import { readFileSync } from 'node:fs'
import { type Command, InvalidArgumentError } from 'commander'
import { say } from '../messages.ts'
import { withLanguage } from './language.ts'
import { type LexiconFlags, withLexicon } from './lexicon.ts'

export function explainCommand(program: Command): void {
  const command = program
    .command('explain')
    .description(
      'show what each stage made of one document: edits, outline, tables, every mention, units, records; of a plain sentence its times, figures, shares and places',
    )
    .argument('[file]', 'a document; - reads standard input')
    .option('--text <text>', 'a text instead of a file')
    .option(
      '--date <YYYY-MM-DD>',
      'the day a plain sentence was said on: «yesterday» is counted from it',
      day,
    )
    .option('--json', 'for programs', false)
  withLanguage(withLexicon(command)).action(
    async (
      file: string | undefined,
      options: LexiconFlags & { text?: string; date?: string; json: boolean },
      command: Command,
    ) => {
      if ((file === undefined) === (options.text === undefined)) command.error(say('want_file_or_text'))
      const { explain } = await import('../run/explain.ts')
      const content = file === undefined ? options.text : file === '-' ? readFileSync(0) : undefined
      const name = file === undefined || file === '-' ? 'stdin.txt' : file
      process.stdout.write(
        `${await explain(name, { json: options.json, date: options.date ?? null, lexicon: options.lexicon ?? null, ...(content !== undefined && { content }) })}\n`,
      )
    },
  )
}

function day(value: string): string {
  if (
    !/^\d{4}-\d\d-\d\d$/.test(value) ||
    Number.isNaN(Date.parse(value)) ||
    new Date(value).toISOString().slice(0, 10) !== value
  )
    throw new InvalidArgumentError(say('want_day'))
  return value
}
