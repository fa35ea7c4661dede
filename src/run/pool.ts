import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { RunFolder } from './folder.ts'
import type { ProcessLimits } from './isolated.ts'
import type { Shard } from './plan.ts'
import type { Recipe } from './recipe.ts'
import { ChangedError, ShardWorker, type Told } from './shard.ts'

/** Whoever does shards: `lanes` of them at a time. */
export interface Workers {
  lanes: number
  run(shard: Shard): Promise<void>
  close(): Promise<void>
}

/** What a worker thread needs to know to make parts. */
export interface WorkerSetup {
  out: string
  recipe: Recipe
  limits: ProcessLimits
  earlier: string[]
}

export interface WorkerMessage {
  shard: string
  told: Told
}

export const cores = availableParallelism

/**
 * Each thread compiles all code for itself: two took longer than one over 500 notices of 3.5 MB, and a quarter more CPU
 * over 1,000.
 */
const WORTH_WORKERS = 8 * 2 ** 20

export function lanesFor(jobs: number | undefined, bytes: number, shards: number): number {
  return Math.min(jobs ?? (bytes < WORTH_WORKERS ? 1 : cores()), shards)
}

export async function workersFor(
  lanes: number,
  folder: RunFolder,
  setup: Omit<WorkerSetup, 'out'>,
  tell: (told: Told) => void,
  untell: (told: Told[]) => void,
): Promise<Workers> {
  if (lanes > 1) return pooled(lanes, { ...setup, out: folder.out }, tell, untell)
  const worker = new ShardWorker(folder, setup.recipe, setup.limits, setup.earlier, tell)
  return { lanes: 1, run: (shard) => worker.run(shard), close: () => worker.close() }
}

/** A shard that ends its thread is done again; from the third time on its documents are read in processes. */
const MOST_ATTEMPTS = 4
/**
 * A thread that may take much memory does take it, since collecting late is quicker by a little. What does not fit is read by
 * a process of its own, as any document that its thread does not survive.
 */
const THREAD_MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 12 }
const WATCH_MS = 1_000

async function pooled(
  lanes: number,
  setup: WorkerSetup,
  tell: (told: Told) => void,
  untell: (told: Told[]) => void,
): Promise<Workers> {
  const { Piscina } = await import('piscina')
  const pool = new Piscina({
    filename: fileURLToPath(new URL('./shard-thread.js', import.meta.url)),
    minThreads: lanes,
    maxThreads: lanes,
    idleTimeout: 60_000,
    workerData: setup,
    resourceLimits: THREAD_MEMORY,
  })
  const running = new Map<string, { told: Told[]; heard: number; abort: AbortController }>()
  pool.on('message', ({ shard, told }: WorkerMessage) => {
    const at = running.get(shard)
    if (!at) return
    at.heard = performance.now()
    at.told.push(told)
    tell(told)
  })
  // A document that has a process of its own may be tried twice; one that has none is in the thread's own loop.
  const silence = (2 * setup.limits.seconds + 30) * 1000
  const watch = setInterval(() => {
    for (const { heard, abort } of running.values()) if (performance.now() - heard > silence) abort.abort()
  }, WATCH_MS)
  return {
    lanes,
    async run(shard) {
      for (let attempt = 1; ; attempt++) {
        const at = { told: [] as Told[], heard: performance.now(), abort: new AbortController() }
        running.set(shard.id, at)
        try {
          const all = (await pool.run(shard, { signal: at.abort.signal })) as Told[] | { changed: string[] }
          if ('changed' in all) throw new ChangedError(all.changed)
          // Messages take another way than the answer, and may come after it.
          for (const told of all.slice(at.told.length)) tell(told)
          return
        } catch (error) {
          untell(at.told)
          if (error instanceof ChangedError || attempt >= MOST_ATTEMPTS || !isLost(error)) throw error
        } finally {
          running.delete(shard.id)
        }
      }
    },
    async close() {
      clearInterval(watch)
      await pool.destroy()
    },
  }
}

/** Did the thread end, rather than the work? */
function isLost(error: unknown): boolean {
  const { code, name, message } = error as NodeJS.ErrnoException
  return name === 'AbortError' || code === 'ERR_WORKER_OUT_OF_MEMORY' || /worker exit|terminat/i.test(message)
}
