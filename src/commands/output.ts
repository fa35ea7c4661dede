import type { Command } from 'commander'
import { withLanguage } from './language.ts'

export interface OutputFlags {
  quiet: boolean
  json: boolean
}

/** `--quiet`, `--json` and `--lang`: how a command tells what it did. */
export function withOutput(command: Command): Command {
  return withLanguage(
    command.option('-q, --quiet', 'no summary', false).option('--json', 'for programs', false),
  )
}

/** The result of a command: JSON for programs, words for a person, or nothing. */
export function tell(flags: OutputFlags, value: unknown, words: () => string): void {
  if (flags.json) process.stdout.write(`${JSON.stringify(value, null, 1)}\n`)
  else if (!flags.quiet) process.stdout.write(`${words()}\n`)
}
