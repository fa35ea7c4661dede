import type { Command } from 'commander'
import { EXIT } from './exit.ts'
import { type OutputFlags, tell, withSummary } from './output.ts'
import { type FormFlags, formsOf, withForms } from './settings.ts'

export function commitCommand(program: Command, version: string): void {
  const command = program
    .command('commit')
    .description('check that every shard of a plan is done, and put the output together')
    .option('-o, --out <folder>', 'where the plan is', 'out')
  withForms(withSummary(command)).action(async ({ out, ...flags }: CommitFlags) => {
    const { openPlan } = await import('../run/contract.ts')
    const { commit } = await import('../run/commit.ts')
    const { folder, plan } = openPlan(out)
    const { counts, notices, summary } = await commit(folder, plan, await formsOf(flags, version))
    tell(flags, { documents: counts, notices, out }, () => summary)
    process.exitCode = counts.failed + counts.partial > 0 ? EXIT.inputsFailed : EXIT.ok
  })
}

interface CommitFlags extends FormFlags, OutputFlags {
  out: string
}
