import type { Command } from 'commander'
import { withLanguage } from './language.ts'

export interface OutputFlags {
  quiet: boolean
  json: boolean
}

/** `--quiet` and `--json`: how a command tells what it did. */
export function withSummary(command: Command): Command {
  return command.option('-q, --quiet', 'no summary', false).option('--json', 'for programs', false)
}

/** The same and `--lang`, for commands that have no other use for it. */
export function withOutput(command: Command): Command {
  return withLanguage(withSummary(command))
}

/** The result of a command: JSON for programs, words for a person, or nothing. */
export function tell(flags: OutputFlags, value: unknown, words: () => string): void {
  if (flags.quiet) return
  process.stdout.write(`${flags.json ? JSON.stringify(value, null, 1) : words()}\n`)
}
