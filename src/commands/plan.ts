import type { Command } from 'commander'
import { say } from '../messages.ts'
import { type OutputFlags, tell, withOutput } from './output.ts'
import { type ReadingFlags, settingsOf, withReading } from './settings.ts'
import { count } from './values.ts'

export function planCommand(program: Command, version: string): void {
  const command = program
    .command('plan')
    .description('divide a run into shards that any engine can do, on any machine that sees the same files')
    .argument('<inputs...>', 'as for extract')
    .option('-o, --out <folder>', 'where the output goes', 'out')
    .option(
      '--overwrite',
      'write into a folder that is not empty, or holds the results of other inputs',
      false,
    )
    .option('--shard-documents <n>', 'documents of one shard (64)', count)
  withOutput(withReading(command)).action(async (inputs: string[], flags: PlanFlags) => {
    const { RunFolder } = await import('../run/folder.ts')
    const { makePlan, shardSize } = await import('../run/plan.ts')
    const { recipeOf } = await import('../run/recipe.ts')
    const { inputName } = await import('../run/run.ts')
    const folder = new RunFolder(flags.out)
    const names = inputs.map(inputName)
    folder.claim(names, flags.overwrite)
    const recipe = recipeOf(await settingsOf(flags, version))
    const { totals } = await makePlan(folder, names, recipe, shardSize(flags.shardDocuments))
    tell(flags, { ...totals, plan: folder.plan }, () =>
      say(
        'planned',
        totals.shards,
        totals.documents,
        totals.bytes,
        folder.plan,
        totals.shards - 1,
        flags.out,
        flags.out,
      ),
    )
  })
}

interface PlanFlags extends ReadingFlags, OutputFlags {
  out: string
  overwrite: boolean
  shardDocuments?: number
}
