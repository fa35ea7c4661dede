import type { Command } from 'commander'
import { EXIT } from './exit.ts'
import { type OutputFlags, tell, withOutput } from './output.ts'
import { count } from './values.ts'

export function diffCommand(program: Command): void {
  const command = program
    .command('diff')
    .description(
      'what one output says and another does not, with quotes, by kind, field and category; ends with 0 where they are the same, 1 where not',
    )
    .argument('<before>', 'an output folder, or its notices.ndjson')
    .argument('<after>', 'another')
    .option('--most <n>', 'changes that are listed (200); the counts are of all', count)
  withOutput(command).action(
    async (before: string, after: string, flags: OutputFlags & { most?: number }) => {
      const { diff } = await import('../run/diff/diff.ts')
      const { isSame, printDiff } = await import('../run/diff/print.ts')
      const found = await diff(before, after)
      tell(flags, found, () => printDiff(found, flags.most ?? 200))
      process.exitCode = isSame(found) ? EXIT.ok : EXIT.differs
    },
  )
}
