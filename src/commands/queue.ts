import type { Command } from 'commander'
import { say } from '../messages.ts'
import { EXIT } from './exit.ts'
import { type OutputFlags, tell, withOutput, withSummary } from './output.ts'
import {
  type FormFlags,
  formsOf,
  type ProcessFlags,
  processLimitsOf,
  withForms,
  withProcessLimits,
} from './settings.ts'
import { count } from './values.ts'

const LINE_MS = 10_000
const ADDRESS = 'redis://localhost:6379'

export function queueCommand(program: Command, version: string): void {
  const command = program
    .command('queue')
    .description(
      'give the shards of a plan to workers by way of BullMQ, wait for them, and put the output together',
    )
    .option('-o, --out <folder>', 'where the plan is', 'out')
    .option('-s, --server <address>', 'redis://…, rediss://… or postgres://…', ADDRESS)
  withForms(withSummary(command)).action(async ({ out, server, ...flags }: QueueFlags) => {
    const { fillQueue } = await import('../run/queue.ts')
    const { openPlan } = await import('../run/contract.ts')
    const { commit } = await import('../run/commit.ts')
    let told = Number.NEGATIVE_INFINITY
    const progress = (done: number, of: number) => {
      if (flags.quiet || performance.now() - told < LINE_MS) return
      told = performance.now()
      process.stderr.write(`tongbao: ${say('progress_shards', done, of)}\n`)
    }
    await fillQueue(out, server, progress, warn)
    const { folder, plan } = openPlan(out)
    const { counts, notices, summary } = await commit(folder, plan, await formsOf(flags, version))
    tell(flags, { documents: counts, notices, out }, () => summary)
    process.exitCode = counts.failed + counts.partial > 0 ? EXIT.inputsFailed : EXIT.ok
  })
}

export function workCommand(program: Command): void {
  const command = program
    .command('work')
    .description('do shards of a plan from a queue until all are done; on as many machines as you like')
    .option('-o, --out <folder>', 'where the plan is', 'out')
    .option('-s, --server <address>', 'redis://…, rediss://… or postgres://…', ADDRESS)
    .option('-j, --jobs <n>', 'shards at a time (as many as there are cores)', count)
  withOutput(withProcessLimits(command)).action(async (flags: WorkFlags) => {
    const { work } = await import('../run/queue.ts')
    const { cores } = await import('../run/pool.ts')
    await work(flags.out, flags.server, flags.jobs ?? cores(), await processLimitsOf(flags), warn)
    tell(flags, { done: true }, () => say('work_done'))
  })
}

const warn = (message: string): void => void process.stderr.write(`tongbao: ${message}\n`)

interface QueueFlags extends FormFlags, OutputFlags {
  out: string
  server: string
}

interface WorkFlags extends ProcessFlags, OutputFlags {
  out: string
  server: string
  jobs?: number
}
