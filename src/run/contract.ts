import { both } from '../messages.ts'
import { InputError } from './discover.ts'
import { FolderError, RunFolder } from './folder.ts'
import type { ProcessLimits } from './isolated.ts'
import { shardNumbers } from './numbers.ts'
import { type Plan, readPlan } from './plan.ts'
import { recipeOf } from './recipe.ts'
import { earlierParts, ShardWorker } from './shard.ts'

/** The folder and the plan that another command made, maybe on another machine. */
export function openPlan(out: string): { folder: RunFolder; plan: Plan } {
  const folder = new RunFolder(out)
  let plan: Plan
  try {
    plan = readPlan(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new InputError(...both('no_plan', out, out))
  }
  if (recipeOf(plan.head.recipe).id !== plan.head.recipe.id)
    throw new FolderError(...both('other_version', out))
  folder.makeRoom()
  return { folder, plan }
}

/** Makes the parts of the shards that are named; those that have one cost nothing. Returns how many were made. */
export async function runShards(
  out: string,
  wanted: readonly string[],
  limits: ProcessLimits,
): Promise<{ asked: number; made: number }> {
  const { folder, plan } = openPlan(out)
  const { recipe } = plan.head
  const numbers = new Set(shardNumbers(wanted, plan.totals.shards))
  const earlier = earlierParts(folder, recipe, (id) => plan.has(id))
  const worker = new ShardWorker(folder, recipe, limits, earlier, () => {})
  let k = 0
  let made = 0
  try {
    for (const shard of plan.shards()) {
      if (numbers.has(k++) && !folder.has(recipe, shard)) {
        await worker.run(shard)
        made++
      }
    }
  } finally {
    await worker.close()
  }
  return { asked: numbers.size, made }
}
