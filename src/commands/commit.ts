import type { Command } from 'commander'
import { EXIT } from './exit.ts'
import { type FormFlags, formsOf, withForms } from './settings.ts'

export function commitCommand(program: Command, version: string): void {
  const command = program
    .command('commit')
    .description('check that every shard of a plan is done, and put the output together')
    .option('-o, --out <folder>', 'where the plan is', 'out')
    .option('-q, --quiet', 'no summary', false)
    .option('--json', 'for programs', false)
  withForms(command).action(async ({ out, quiet, json, ...flags }: CommitFlags) => {
    const { openPlan } = await import('../run/contract.ts')
    const { commit } = await import('../run/commit.ts')
    const { folder, plan } = openPlan(out)
    const { counts, notices, summary } = await commit(folder, plan, await formsOf(flags, version))
    if (json) process.stdout.write(`${JSON.stringify({ documents: counts, notices, out })}\n`)
    else if (!quiet) process.stdout.write(`${summary}\n`)
    process.exitCode = counts.failed + counts.partial > 0 ? EXIT.inputsFailed : EXIT.ok
  })
}

interface CommitFlags extends FormFlags {
  out: string
  quiet: boolean
  json: boolean
}
