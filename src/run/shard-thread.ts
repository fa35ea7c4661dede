// What runs in a thread of the pool: shards, one after the other.
import { parentPort } from 'node:worker_threads'
import { workerData } from 'piscina'
import { RunFolder } from './folder.ts'
import type { Shard } from './plan.ts'
import type { WorkerMessage, WorkerSetup } from './pool.ts'
import { ChangedError, ShardWorker, type Told } from './shard.ts'

const { out, recipe, limits, earlier } = workerData as WorkerSetup
let shardId = ''
let all: Told[] = []
const worker = new ShardWorker(new RunFolder(out), recipe, limits, earlier, (told) => {
  all.push(told)
  parentPort!.postMessage({ shard: shardId, told } satisfies WorkerMessage)
})

/** An error would lose on its way what it is about. */
export default async function run(shard: Shard): Promise<Told[] | { changed: readonly string[] }> {
  shardId = shard.id
  all = []
  try {
    await worker.run(shard)
  } catch (error) {
    if (!(error instanceof ChangedError)) throw error
    return { changed: error.paths }
  }
  return all
}
