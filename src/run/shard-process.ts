// What BullMQ runs in a process of its own: one shard after the other.
import type { SandboxedJob } from 'bullmq'
import { openPlan } from './contract.ts'
import { SETUP, type ShardJob } from './queue.ts'
import { earlierParts, ShardWorker } from './shard.ts'

const { out, limits } = JSON.parse(process.env[SETUP]!)
const { folder, plan } = openPlan(out)
const { recipe } = plan.head
const worker = new ShardWorker(
  folder,
  recipe,
  limits,
  earlierParts(folder, recipe, (id) => plan.has(id)),
  () => {},
)

export default async function run(job: SandboxedJob<ShardJob>): Promise<void> {
  await worker.run(job.data.shard)
}
