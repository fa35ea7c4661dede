import type { Command } from 'commander'
import { withLanguage } from './language.ts'
import { type ReadingFlags, settingsOf, withReading } from './settings.ts'

export function filterCommand(program: Command, version: string): void {
  const command = program
    .command('filter')
    .description(
      'read JSON lines with a document each on standard input, write one line for each on standard output: uri, status, problems, notice',
    )
  withLanguage(withReading(command)).action(async (flags: ReadingFlags) => {
    const { filter } = await import('../run/filter.ts')
    await filter(process.stdin, process.stdout, await settingsOf(flags, version))
  })
}
