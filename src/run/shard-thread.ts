// What runs in a thread of the pool: shards, one after the other.
import { parentPort } from 'node:worker_threads'
import { workerData } from 'piscina'
import { RunFolder } from './folder.ts'
import type { Shard } from './plan.ts'
import type { WorkerMessage, WorkerSetup } from './pool.ts'
import { ShardWorker, type Told } from './shard.ts'

const { out, recipe, limits, earlier } = workerData as WorkerSetup
let shardId = ''
let all: Told[] = []
const worker = new ShardWorker(new RunFolder(out), recipe, limits, earlier, (told) => {
  all.push(told)
  parentPort!.postMessage({ shard: shardId, told } satisfies WorkerMessage)
})

export default async function run(shard: Shard): Promise<Told[]> {
  shardId = shard.id
  all = []
  await worker.run(shard)
  return all
}
