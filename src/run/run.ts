import { readFileSync } from 'node:fs'
import { Output } from '../export/output.ts'
import { type Kit, loadKit } from '../kit.ts'
import { readers } from '../read/readers.ts'
import type { Extracted } from '../records/result.ts'
import { discover } from './discover.ts'
import { extractOne } from './extract.ts'
import { Summary } from './summary.ts'

export interface RunOptions {
  out: string
  quiet: boolean
  version: string
}

/** Reads all inputs into the output folder. Returns how many inputs failed or were read in part. */
export async function run(
  inputs: readonly string[],
  options: RunOptions,
): Promise<{ failed: number; summary: string }> {
  const files = await discover(inputs, new Set(readers.flatMap((r) => r.extensions)))
  const kit = loadKit()
  const output = new Output(options.out, kit, `tongbao ${options.version}`)
  const summary = new Summary()
  try {
    for (const file of files) {
      const uri = file.replaceAll('\\', '/')
      const result = await resultOf(file, uri, kit)
      output.add(result)
      if (result.notice) summary.add(result.notice)
      if (result.status !== 'ok')
        summary.failed.push(`${uri}: ${result.problems.map((p) => `${p.code}: ${p.message}`).join('; ')}`)
    }
    output.close()
  } catch (error) {
    output.abandon()
    throw error
  }
  return { failed: summary.failed.length, summary: summary.print(output.comparison.rows(), kit, options.out) }
}

/** A file that cannot be opened is an input that failed, not the end of the run. */
async function resultOf(path: string, uri: string, kit: Kit): Promise<Extracted> {
  let content: Uint8Array
  try {
    content = readFileSync(path)
  } catch (error) {
    return {
      uri,
      status: 'failed',
      notice: null,
      problems: [{ code: 'unreadable', message: (error as Error).message }],
    }
  }
  return extractOne({ uri, content }, kit)
}
