import { join } from 'node:path'
import type { Command } from 'commander'
import { EXIT } from './exit.ts'
import {
  type FormFlags,
  formsOf,
  type ProcessFlags,
  processLimitsOf,
  type ReadingFlags,
  settingsOf,
  withForms,
  withProcessLimits,
  withReading,
} from './settings.ts'
import { count } from './values.ts'

export function extractCommand(program: Command, version: string): void {
  const command = program
    .command('extract')
    .description('read notices and write records, figures, deadlines and checks as CSV and JSON')
    .argument(
      '<inputs...>',
      'files, folders or globs; also .jsonl, .csv, .warc, .zip, .tar, packed with gzip or not',
    )
    .option('-o, --out <folder>', 'where the output goes', 'out')
    .option('-q, --quiet', 'no summary and no progress', false)
    .option('--json', 'progress and summary as events, a line of JSON each', false)
    .option('-j, --jobs <n>', 'documents are read by so many workers (as many as there are cores)', count)
    .option(
      '--overwrite',
      'write into a folder that is not empty, or holds the results of other inputs',
      false,
    )
    .option('--retry', 'try again what an earlier run gave up for time, memory or a crash', false)
    .option(
      '--shard-documents <n>',
      'documents done at a time, and lost at most when a run is ended (64)',
      count,
    )
  withProcessLimits(withForms(withReading(command))).action(async (inputs: string[], flags: ExtractFlags) => {
    const { run } = await import('../run/run.ts')
    const { shardSize } = await import('../run/plan.ts')
    const { counts, summary } = await run(inputs, {
      ...(await settingsOf(flags, version)),
      out: flags.out,
      overwrite: flags.overwrite,
      retry: flags.retry,
      jobs: flags.jobs,
      shardSize: shardSize(flags.shardDocuments),
      forms: await formsOf(flags),
      processLimits: await processLimitsOf(flags),
      progress: flags.json ? 'events' : flags.quiet ? 'none' : 'person',
    })
    if (!flags.quiet && !flags.json) process.stdout.write(`${summary}\n`)
    if (flags.format?.has('report')) {
      const { shownBy, told, writeReport } = await import('../report/report.ts')
      const path = join(flags.out, 'report.html')
      const made = await writeReport(flags.out, path, {
        tool: `tongbao ${version}`,
        lexicon: flags.lexicon ?? null,
        shown: shownBy(flags),
      })
      if (!flags.quiet && !flags.json) process.stdout.write(`${told(path, made, flags.out)}\n`)
    }
    process.exitCode = counts.failed + counts.partial > 0 ? EXIT.inputsFailed : EXIT.ok
  })
}

interface ExtractFlags extends ReadingFlags, ProcessFlags, FormFlags {
  out: string
  quiet: boolean
  json: boolean
  jobs?: number
  overwrite: boolean
  retry: boolean
  shardDocuments?: number
}
