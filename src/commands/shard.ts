import type { Command } from 'commander'
import { say } from '../messages.ts'
import { type OutputFlags, tell, withOutput } from './output.ts'
import { type ProcessFlags, processLimitsOf, withProcessLimits } from './settings.ts'

export function shardCommand(program: Command): void {
  const command = program
    .command('shard')
    .description('do shards of a plan; those that are done cost nothing, and doing one twice changes nothing')
    .argument('<k...>', 'shards counted from 0 (3), ranges (0-9), or groups (2/16: the third of sixteen)')
    .option('-o, --out <folder>', 'where the plan is', 'out')
  withOutput(withProcessLimits(command)).action(async (k: string[], flags: ShardFlags) => {
    const { runShards } = await import('../run/contract.ts')
    const { asked, made } = await runShards(flags.out, k, await processLimitsOf(flags))
    tell(flags, { done: made, before: asked - made }, () => say('shards_done', made, asked - made))
  })
}

interface ShardFlags extends ProcessFlags, OutputFlags {
  out: string
}
