import { rmSync } from 'node:fs'
import { normalize } from 'node:path'
import type { Forms } from '../export/form.ts'
import { checkForms } from '../export/forms.ts'
import { type Committed, commit, IncompleteError } from './commit.ts'
import { checkInputs } from './discover.ts'
import { RunFolder } from './folder.ts'
import type { ProcessLimits } from './isolated.ts'
import { Part, PartError } from './part.ts'
import { endings, makePlan, type Plan, type Shard, type ShardSize } from './plan.ts'
import { lanesFor, type Workers, workersFor } from './pool.ts'
import { Progress, type ProgressStyle } from './progress.ts'
import { recipeOf, type Settings } from './recipe.ts'
import { ChangedError, earlierParts } from './shard.ts'

interface RunOptions extends Settings {
  out: string
  /** Write into a folder that is not ours, or over the results of other inputs. */
  overwrite: boolean
  /** Try documents again that took too long, too much memory, or their process. */
  retry: boolean
  /** Shards at a time; as many as there are cores where undefined, and the input is worth it. */
  jobs?: number | undefined
  shardSize?: ShardSize | undefined
  processLimits: ProcessLimits
  progress: ProgressStyle
  forms: Forms
}

/** An input that is written to while it is read would be planned for ever: from then on the first change is the last. */
const PATIENT_PLANS = 2
const MOST_REPAIRS = 3

/** Reads all inputs into the output folder; goes on where an earlier run of the same inputs was, whatever ended it. */
export async function run(inputs: readonly string[], options: RunOptions): Promise<Committed> {
  await checkForms(options.forms)
  await checkInputs(inputs, endings)
  const folder = new RunFolder(options.out)
  const names = inputs.map(inputName)
  folder.claim(names, options.overwrite)
  const recipe = recipeOf(options)
  const progress = new Progress(options.progress)
  try {
    const changed = new Map<string, boolean>()
    let repairs = 0
    for (let plans = 1; ; plans++) {
      const plan = await makePlan(folder, names, recipe, options.shardSize, plans > 1 ? changed : null)
      if (options.retry && plans === 1) dropUnlucky(folder, plan)
      try {
        await runPlan(folder, plan, options, progress)
        const committed = await commit(folder, plan, options.forms)
        progress.finish(committed.counts, committed.notices, options.out)
        return committed
      } catch (error) {
        if (error instanceof ChangedError)
          for (const path of error.paths) changed.set(path, changed.has(path) || plans > PATIENT_PLANS)
        else if (!(error instanceof IncompleteError) || ++repairs === MOST_REPAIRS) throw error
      }
    }
  } finally {
    progress.end()
  }
}

/** One name for one argument: `./a/` is `a`. */
export function inputName(input: string): string {
  return normalize(input).replace(/(.)[/\\]$/, '$1')
}

/** Makes the parts that are not there yet. */
async function runPlan(
  folder: RunFolder,
  plan: Plan,
  options: Pick<RunOptions, 'jobs' | 'processLimits'>,
  progress: Progress,
): Promise<void> {
  const { recipe } = plan.head
  const missing = { shards: 0, bytes: 0 }
  progress.reset()
  for (const shard of plan.shards()) {
    const bytes = shard.slices.reduce((sum, s) => sum + s.bytes, 0)
    if (folder.has(recipe, shard))
      progress.kept(
        shard.slices.reduce((sum, s) => sum + s.documents, 0),
        bytes,
      )
    else {
      missing.shards++
      missing.bytes += bytes
    }
  }
  progress.begin(plan.totals)
  if (missing.shards === 0) return
  const earlier = earlierParts(folder, recipe, (id) => plan.has(id))
  const workers = await workersFor(
    lanesFor(options.jobs, missing.bytes, missing.shards),
    folder,
    { recipe, limits: options.processLimits, earlier },
    (told) => progress.tell(told),
    (told) => progress.untell(told),
  )
  try {
    await inLanes(workers, unfinished(plan, folder))
  } finally {
    await workers.close()
  }
}

function* unfinished(plan: Plan, folder: RunFolder): Generator<Shard> {
  for (const shard of plan.shards()) if (!folder.has(plan.head.recipe, shard)) yield shard
}

/** Asks for the next shard only when a worker is about to be free. An input that changed does not keep the others back. */
async function inLanes(workers: Workers, shards: Iterable<Shard>): Promise<void> {
  const running = new Set<Promise<void>>()
  const failures: unknown[] = []
  const most = workers.lanes === 1 ? 1 : workers.lanes * 2
  for (const shard of shards) {
    if (failures.some((error) => !(error instanceof ChangedError))) break
    const one = workers
      .run(shard)
      .catch((error) => void failures.push(error))
      .finally(() => running.delete(one))
    running.add(one)
    if (running.size >= most) await Promise.race(running)
  }
  await Promise.all(running)
  const worst = failures.find((error) => !(error instanceof ChangedError))
  if (worst) throw worst
  const changed = failures.flatMap((error) => (error as ChangedError).paths)
  if (changed.length > 0) throw new ChangedError(changed)
}

/** Removes the parts that hold documents which another try may read. */
function dropUnlucky(folder: RunFolder, plan: Plan): void {
  for (const shard of plan.shards()) {
    const path = folder.partOf(plan.head.recipe, shard)
    if (!folder.has(plan.head.recipe, shard)) continue
    if (isUnlucky(path)) rmSync(path, { force: true })
  }
}

function isUnlucky(path: string): boolean {
  let part: Part | null = null
  try {
    part = new Part(path)
    return part.head.slices.some((slice) => slice.again)
  } catch (error) {
    if (error instanceof PartError) return true
    throw error
  } finally {
    part?.close()
  }
}
