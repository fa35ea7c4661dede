import { setTimeout as sleep } from 'node:timers/promises'
import { both, ToldError } from '../messages.ts'
import { openPlan } from './contract.ts'
import { InputError } from './discover.ts'
import type { RunFolder } from './folder.ts'
import type { ProcessLimits } from './isolated.ts'
import type { Plan, Shard } from './plan.ts'
import { hexOf } from './recipe.ts'

/** A shard that the queue gave up, and why. */
export class QueueError extends ToldError {
  override readonly name = 'QueueError'
}

const LOCK_MS = 10_000
const STALLED_CHECK_MS = 5_000
/** The default of 1 fails a shard whose worker is lost twice. */
const MOST_STALLED = 5
const POLL_MS = 500
/** A queue that lost its memory is filled again; a shard that always fails is not asked for for ever. */
const MOST_ADDED = 5

/** BullMQ on Redis or Valkey (`redis://…`), or on PostgreSQL (`postgres://…`). */
async function bullmqFor(address: string) {
  const postgres = /^postgres(?:ql)?:/.test(address)
  if (!postgres && !/^rediss?:|^valkeys?:/.test(address))
    throw new InputError(...both('no_queue_address', address))
  try {
    const bullmq = await import('bullmq')
    if (postgres) {
      await import('pg' as string)
      await makeTables(bullmq.PostgresConnection, address)
      const { Queue, Worker } = bullmq.withBackend(bullmq.createPostgresBackend)
      return { Queue, Worker, connection: address } as unknown as Backend
    }
    await import('ioredis' as string)
    const url = address.replace(/^valkey/, 'redis')
    return {
      Queue: bullmq.Queue,
      Worker: bullmq.Worker,
      connection: { url, maxRetriesPerRequest: null },
    } as unknown as Backend
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new InputError(...both('no_queue_package', postgres ? 'pg' : 'ioredis'))
  }
}

/** BullMQ keeps its queues in a schema that it makes only when asked to; a role that may not make one can use one that is there. */
async function makeTables(
  PostgresConnection: typeof import('bullmq').PostgresConnection,
  connectionString: string,
): Promise<void> {
  for (const migrate of [false, true]) {
    const connection = new PostgresConnection({ connectionString, migrate })
    try {
      return await connection.waitUntilReady()
    } catch (error) {
      const { name, message, code } = error as NodeJS.ErrnoException
      if (migrate || name !== 'SchemaMigrationRequiredError')
        throw new QueueError(`the queue cannot be used: ${message || code}`)
    } finally {
      await connection.close()
    }
  }
}

interface Backend {
  Queue: typeof import('bullmq').Queue
  Worker: typeof import('bullmq').Worker
  connection: import('bullmq').ConnectionOptions
}

export interface ShardJob {
  shard: Shard
}

/** One queue for each plan: two runs may share a server. */
const queueName = (plan: Plan): string => `tongbao-${hexOf(JSON.stringify(plan.head), 16)}`

/** Puts the shards that have no part into the queue, and sees to it that they stay there until they are done. */
export async function fillQueue(
  out: string,
  address: string,
  tell: (done: number, of: number) => void,
  warn: (message: string) => void,
): Promise<void> {
  const { folder, plan } = openPlan(out)
  const { Queue, connection } = await bullmqFor(address)
  const queue = new Queue<ShardJob>(queueName(plan), { connection })
  queue.on('error', whenNew(warn))
  const added = new Map<string, number>()
  try {
    for (;;) {
      const missing = shardsWithout(folder, plan)
      tell(plan.totals.shards - missing.length, plan.totals.shards)
      if (missing.length === 0) return
      const {
        waiting = 0,
        active = 0,
        delayed = 0,
      } = await queue.getJobCounts('waiting', 'active', 'delayed')
      if (waiting + active + delayed === 0) await add(missing)
      await sleep(POLL_MS)
    }
  } finally {
    await queue.close()
  }

  /** The parts say what is to be done, whatever the queue remembers. */
  async function add(missing: Shard[]): Promise<void> {
    // A part may have come between looking for parts and looking into the queue.
    const still = missing.filter((shard) => !folder.has(plan.head.recipe, shard))
    for (const { id } of still) {
      const times = (added.get(id) ?? 0) + 1
      added.set(id, times)
      if (times > MOST_ADDED) {
        const failed = await queue.getFailed(0, 0)
        throw new QueueError(
          ...both('shard_given_up', id, MOST_ADDED, failed[0]?.failedReason ?? both('no_reason')),
        )
      }
    }
    await queue.clean(0, 0, 'failed')
    await queue.addBulk(
      still.map((shard) => ({
        name: 'shard',
        data: { shard },
        opts: {
          jobId: shard.id,
          removeOnComplete: true,
          attempts: 3,
          backoff: { type: 'fixed', delay: 1_000 },
        },
      })),
    )
  }
}

/** Does shards from the queue until every shard of the plan has its part. */
export async function work(
  out: string,
  address: string,
  jobs: number,
  limits: ProcessLimits,
  tell: (message: string) => void,
): Promise<void> {
  const { folder, plan } = openPlan(out)
  const { Worker, connection } = await bullmqFor(address)
  // Shards run in processes: this one only renews their locks, and is never too busy for it.
  const worker = new Worker<ShardJob>(queueName(plan), new URL('./shard-process.js', import.meta.url), {
    connection,
    concurrency: jobs,
    lockDuration: LOCK_MS,
    stalledInterval: STALLED_CHECK_MS,
    maxStalledCount: MOST_STALLED,
    workerForkOptions: { env: { ...process.env, [SETUP]: JSON.stringify({ out, limits }) } },
  })
  worker.on('error', whenNew(tell))
  worker.on('failed', (job, error) => tell(`shard ${job?.id}: ${error.message}`))
  try {
    while (shardsWithout(folder, plan, 1).length > 0) await sleep(POLL_MS)
  } finally {
    await worker.close()
  }
}

/** A server that is away is told of once, not at every try. */
function whenNew(tell: (message: string) => void): (error: NodeJS.ErrnoException) => void {
  let told = ''
  return ({ message, code }) => {
    const now = message || String(code)
    if (now !== told) tell(now)
    told = now
  }
}

/** How the processes of a worker learn where they are. */
export const SETUP = 'TONGBAO_SHARD_PROCESS'

function shardsWithout(folder: RunFolder, plan: Plan, most = Number.POSITIVE_INFINITY): Shard[] {
  const shards: Shard[] = []
  for (const shard of plan.shards())
    if (!folder.has(plan.head.recipe, shard) && shards.push(shard) >= most) break
  return shards
}
