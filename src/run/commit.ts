import { mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Digest } from '../export/digest.ts'
import type { Forms } from '../export/form.ts'
import { Output, type WrittenFile } from '../export/output.ts'
import { ERRORS } from '../export/sections.ts'
import { loadKit } from '../kit.ts'
import { both, ToldError } from '../messages.ts'
import type { Problem } from '../read/source.ts'
import { publishLast, syncFolder, writeSynced } from './durable.ts'
import type { RunFolder } from './folder.ts'
import { type Counts, noCounts, Part, PartError } from './part.ts'
import type { Plan } from './plan.ts'
import { shardOfPart } from './shard.ts'
import { Summary } from './summary.ts'

/** Shards whose parts are missing or damaged; damaged ones are removed, so that the shard can be done again. */
export class IncompleteError extends ToldError {
  override readonly name = 'IncompleteError'
  constructor(
    readonly shards: number[],
    total: number,
  ) {
    const shown = shards.slice(0, 20).join(' ')
    super(...both('shards_missing', shards.length, total, `${shown}${shards.length > 20 ? ' …' : ''}`))
  }
}

export interface Committed {
  counts: Counts
  notices: number
  summary: string
}

/**
 * Puts the output together from the parts of all shards, in their order, and writes the manifest last. Whoever does it,
 * and how often, the bytes are the same.
 * @throws IncompleteError before anything is changed.
 */
export async function commit(folder: RunFolder, plan: Plan, forms: Forms): Promise<Committed> {
  const { recipe } = plan.head
  const kit = loadKit(undefined, recipe.lexicon, recipe.tables)
  requireParts(folder, plan)
  const scratch = folder.private('commit')
  mkdirSync(scratch, { recursive: true })
  const output = new Output(
    folder.out,
    scratch,
    kit,
    `tongbao ${recipe.version}`,
    forms,
    plan.totals.documents,
  )
  const summary = new Summary()
  const counts = noCounts()
  let notices = 0
  let files: WrittenFile[] = []
  let removed: string[] = []
  let told: string
  try {
    const damaged: number[] = []
    let k = 0
    for (const shard of plan.shards()) {
      try {
        addPart(folder.partOf(recipe, shard))
      } catch (error) {
        if (!(error instanceof PartError)) throw error
        rmSync(folder.partOf(recipe, shard), { force: true })
        damaged.push(k)
      }
      k++
      await breathe()
    }
    if (damaged.length > 0) throw new IncompleteError(damaged, plan.totals.shards)
    files = await output.close(
      (names) => {
        removed = folder.outdate(names)
      },
      (row) => summary.compare(row),
    )
    syncFolder(folder.out)
    await publishManifest()
    told = [
      summary.print(
        kit,
        folder.out,
        counts,
        files.map((file) => file.name),
      ),
      ...output.notes,
      ...(removed.length > 0 ? [`removed, being of the run before: ${removed.join(' ')}`] : []),
    ].join('\n')
  } finally {
    output.release()
    rmSync(scratch, { recursive: true, force: true })
  }
  folder.sweep((name) => name.startsWith(`${recipe.id}-`) && plan.has(shardOfPart(name)))
  return { counts, notices, summary: told }

  function addPart(path: string): void {
    const part = new Part(path)
    try {
      for (const { name, bytes } of part.sections()) {
        output.add(name, bytes, (digest: Digest) => {
          notices++
          summary.add(digest)
        })
        if (name === ERRORS && bytes.length > 0)
          for (const line of bytes.toString('utf8').trimEnd().split('\n')) {
            const { uri, problems } = JSON.parse(line) as { uri: string; problems: Problem[] }
            summary.fail(uri, problems)
          }
      }
      for (const slice of part.head.slices)
        for (const status of ['ok', 'partial', 'failed', 'skipped'] as const)
          counts[status] += slice.counts[status]
    } finally {
      part.close()
    }
  }

  async function publishManifest(): Promise<void> {
    const complete = join(scratch, basename(folder.manifest))
    const manifest = {
      manifest: 1,
      inputs: plan.head.inputs,
      recipe,
      shards: plan.totals.shards,
      documents: counts,
      notices,
      files,
    }
    await writeSynced(complete, [`${JSON.stringify(manifest, null, 1)}\n`])
    publishLast(complete, folder.manifest)
  }
}

/** Indices of the shards that have no part yet. */
export function missing(folder: RunFolder, plan: Plan): number[] {
  const shards: number[] = []
  let k = 0
  for (const shard of plan.shards()) {
    if (!folder.has(plan.head.recipe, shard)) shards.push(k)
    k++
  }
  return shards
}

function requireParts(folder: RunFolder, plan: Plan): void {
  const shards = missing(folder, plan)
  if (shards.length > 0) throw new IncompleteError(shards, plan.totals.shards)
}
