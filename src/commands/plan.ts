import type { Command } from 'commander'
import { type ReadingFlags, settingsOf, withReading } from './settings.ts'
import { count } from './values.ts'

export function planCommand(program: Command, version: string): void {
  const command = program
    .command('plan')
    .description('divide a run into shards that any engine can do, on any machine that sees the same files')
    .argument('<inputs...>', 'as for extract')
    .option('-o, --out <folder>', 'where the output goes', 'out')
    .option('--json', 'for programs', false)
    .option(
      '--overwrite',
      'write into a folder that is not empty, or holds the results of other inputs',
      false,
    )
    .option('--shard-documents <n>', 'documents of one shard (64)', count)
  withReading(command).action(async (inputs: string[], flags: PlanFlags) => {
    const { RunFolder } = await import('../run/folder.ts')
    const { makePlan, shardSize } = await import('../run/plan.ts')
    const { recipeOf } = await import('../run/recipe.ts')
    const { inputName } = await import('../run/run.ts')
    const folder = new RunFolder(flags.out)
    const names = inputs.map(inputName)
    folder.claim(names, flags.overwrite)
    const recipe = recipeOf(await settingsOf(flags, version))
    const { totals } = await makePlan(folder, names, recipe, shardSize(flags.shardDocuments))
    process.stdout.write(
      flags.json
        ? `${JSON.stringify({ ...totals, plan: folder.plan })}\n`
        : [
            `${totals.shards} shards of ${totals.documents} documents, ${totals.bytes} bytes: ${folder.plan}`,
            `next: tongbao shard 0-${totals.shards - 1} --out ${flags.out}    (in any pieces, in any order, anywhere)`,
            `then: tongbao commit --out ${flags.out}\n`,
          ].join('\n'),
    )
  })
}

interface PlanFlags extends ReadingFlags {
  out: string
  json: boolean
  overwrite: boolean
  shardDocuments?: number
}
