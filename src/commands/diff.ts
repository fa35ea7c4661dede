import type { Command } from 'commander'
import { EXIT } from './exit.ts'
import { messageLanguage, withLanguage } from './language.ts'
import { count } from './values.ts'

export function diffCommand(program: Command): void {
  const command = program
    .command('diff')
    .description(
      'what one output says and another does not, with quotes, by kind, field and category; ends with 0 where they are the same, 1 where not 比较两次结果',
    )
    .argument('<before>', 'an output folder, or its notices.ndjson')
    .argument('<after>', 'another')
    .option('--most <n>', 'changes that are listed (200); the counts are of all', count)
    .option('-q, --quiet', 'nothing but the exit code', false)
    .option('--json', 'for programs: every change', false)
  withLanguage(command).action(
    async (before: string, after: string, flags: { most?: number; quiet: boolean; json: boolean }) => {
      const { diff } = await import('../run/diff/diff.ts')
      const { isSame, printDiff } = await import('../run/diff/print.ts')
      const found = await diff(before, after)
      if (!flags.quiet)
        process.stdout.write(
          `${flags.json ? JSON.stringify(found, null, 1) : printDiff(found, flags.most ?? 200, messageLanguage())}\n`,
        )
      process.exitCode = isSame(found) ? EXIT.ok : EXIT.differs
    },
  )
}
