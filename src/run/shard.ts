import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { redactNotice } from '../export/redact.ts'
import { type Section, sectionsOf } from '../export/sections.ts'
import { type Kit, loadKit } from '../kit.ts'
import { both, ToldError } from '../messages.ts'
import type { Guard } from '../read/attachments/with-attachments.ts'
import type { Member, ProblemMember } from '../read/containers/container.ts'
import { documentsOf } from '../read/containers/documents.ts'
import { isHeavy } from '../read/open.ts'
import type { Extracted } from '../records/result.ts'
import { publishFirst, writeSynced } from './durable.ts'
import { extractGuarded } from './extract.ts'
import type { RunFolder } from './folder.ts'
import { AGAIN, Isolated, type ProcessLimits, stepOf } from './isolated.ts'
import { type ExtractedSlice, noCounts, Part, PartError, partOf } from './part.ts'
import { type Shard, type Slice, SliceKey, sizeOf, uriOf } from './plan.ts'
import type { Recipe } from './recipe.ts'
import { within } from './within.ts'

/** Inputs are not those of the plan any more. */
export class ChangedError extends ToldError {
  override readonly name = 'ChangedError'
  constructor(readonly paths: readonly string[]) {
    super(...both('input_changed', paths.join(' ')))
  }
}

/** How a document did, as soon as it is done. */
export interface Told {
  bytes: number
  status: Extracted['status']
  /** Taken over from an earlier run. */
  reused?: true
}

/** A shard that was begun so often without an end has a document that kills its process: from then on each has its own. */
const TRUSTED_ATTEMPTS = 2

/** Makes parts: one shard after the other, one document after the other. */
export class ShardWorker {
  #kit: Kit | undefined
  #sections: readonly Section[] = []
  #cursor: Cursor | null = null
  readonly #isolated: Isolated
  readonly #guard: Guard
  readonly #earlier: EarlierParts

  constructor(
    private readonly folder: RunFolder,
    private readonly recipe: Recipe,
    limits: ProcessLimits,
    /** Names of parts of earlier plans by the same recipe. */
    earlier: readonly string[],
    private readonly tell: (told: Told) => void,
  ) {
    this.#isolated = new Isolated(limits, recipe.lexicon)
    this.#guard = within(stepOf(limits.seconds))
    this.#earlier = new EarlierParts(earlier.map((name) => join(folder.parts, name)))
  }

  /**
   * Extracts what is in a shard and publishes its part; does nothing where it has one.
   * @throws ChangedError where inputs are not what was planned.
   */
  async run(shard: Shard): Promise<void> {
    if (this.folder.has(this.recipe, shard)) return
    const isolateAll = this.folder.begin(shard) >= TRUSTED_ATTEMPTS
    try {
      this.#kit ??= loadKit(undefined, this.recipe.lexicon, this.recipe.tables)
      if (this.#sections.length === 0) this.#sections = sectionsOf(this.#kit)
      const slices: ExtractedSlice[] = []
      const changed = new Set<string>()
      for (const slice of shard.slices) {
        const made = this.#reuse(slice) ?? (await this.#extract(slice, isolateAll))
        if (made) slices.push(made)
        else changed.add(slice.path)
      }
      if (changed.size > 0) throw new ChangedError([...changed])
      const complete = this.folder.private('part')
      await writeSynced(
        complete,
        partOf(
          this.#sections.map((s) => s.name),
          slices,
        ),
      )
      publishFirst(complete, this.folder.partOf(this.recipe, shard))
    } finally {
      this.folder.end(shard)
    }
  }

  async close(): Promise<void> {
    await this.#cursor?.close()
    this.#isolated.close()
  }

  #reuse(slice: Slice): ExtractedSlice | null {
    const found = this.#earlier.find(slice.key)
    if (!found) return null
    for (const status of ['ok', 'partial', 'failed', 'skipped'] as const)
      for (let i = 0; i < found.counts[status]; i++)
        this.tell({ bytes: slice.bytes / slice.documents, status, reused: true })
    return found
  }

  /** Null where the input is not what was planned. */
  async #extract(slice: Slice, isolateAll: boolean): Promise<ExtractedSlice | null> {
    const counts = noCounts()
    const texts: string[][] = this.#sections.map(() => [])
    const key = new SliceKey()
    let again = false
    for await (const member of this.#membersOf(slice)) {
      key.add(member)
      const found =
        'problem' in member
          ? unreadOf(member)
          : isolateAll ||
              [member, ...(member.attachments ?? [])].some((file) => isHeavy(file.content, file.uri))
            ? await this.#isolated.extract(member)
            : await this.#here(member)
      const result =
        this.recipe.redact && found.notice
          ? { ...found, notice: redactNotice(found.notice, this.#kit!) }
          : found
      again ||= result.problems.some((p) => AGAIN.has(p.code))
      counts[result.status]++
      this.#sections.forEach((section, i) => {
        texts[i]!.push(section.of(result))
      })
      this.tell({ bytes: sizeOf(member), status: result.status })
    }
    const unread = slice.skipped ?? slice.failed
    if (unread) {
      const status = slice.skipped ? 'skipped' : 'failed'
      counts[status]++
      const result: Extracted = { uri: uriOf(slice.path), status, notice: null, problems: [unread] }
      this.#sections.forEach((section, i) => {
        texts[i]!.push(section.of(result))
      })
      this.tell({ bytes: 0, status })
    } else if (key.end() !== slice.key) return null
    return {
      key: slice.key,
      counts,
      ...(again ? { again: true as const } : {}),
      sections: texts.map((pieces) => Buffer.from(pieces.join(''), 'utf8')),
    }
  }

  /** Text and pages take no process of their own, unless one takes too long. */
  async #here(member: Member): Promise<Extracted> {
    const found = await extractGuarded(member, this.#kit!, this.#guard)
    return found.problems.some((p) => p.code === 'timeout') ? this.#isolated.extract(member) : found
  }

  async *#membersOf(slice: Slice): AsyncGenerator<Member | ProblemMember> {
    if (slice.skipped || slice.failed) return
    if (!this.#cursor?.canReach(slice)) {
      await this.#cursor?.close()
      this.#cursor = new Cursor(slice.path, this.recipe)
    }
    yield* this.#cursor!.read(slice)
  }
}

function unreadOf({ uri, problem, skipped }: ProblemMember): Extracted {
  return { uri, status: skipped ? 'skipped' : 'failed', notice: null, problems: [problem] }
}

/** A container is read on from where the slice before ended: most of them cannot be read from the middle. */
class Cursor {
  readonly #members: AsyncGenerator<Member | ProblemMember>
  #at = 0

  constructor(
    readonly path: string,
    recipe: Recipe,
  ) {
    this.#members = documentsOf(path, uriOf(path), recipe)
  }

  canReach(slice: Slice): boolean {
    return slice.path === this.path && slice.from >= this.#at && this.#at > 0
  }

  async *read({ from, documents }: Slice): AsyncGenerator<Member | ProblemMember> {
    while (this.#at < from + documents) {
      const { value, done } = await this.#members.next()
      if (done) return
      if (this.#at++ >= from) yield value
    }
  }

  async close(): Promise<void> {
    await this.#members.return(undefined)
  }
}

/** Slices in parts that earlier plans left: the same recipe and the same bytes, so the same output. */
class EarlierParts {
  #slices: Map<string, { path: string; index: number }> | null = null

  constructor(private readonly paths: readonly string[]) {}

  find(key: string): ExtractedSlice | null {
    const found = (this.#slices ??= this.#index()).get(key)
    if (!found) return null
    const part = new Part(found.path)
    try {
      return part.slice(found.index)
    } finally {
      part.close()
    }
  }

  #index(): Map<string, { path: string; index: number }> {
    const slices = new Map<string, { path: string; index: number }>()
    for (const path of this.paths) {
      const part = openWhole(path)
      if (!part) continue
      for (const [index, { key }] of part.head.slices.entries()) slices.set(key, { path, index })
      part.close()
    }
    return slices
  }
}

/** A part of an earlier plan, checked; it is no loss where it is damaged. */
function openWhole(path: string): Part | null {
  let part: Part | null = null
  try {
    part = new Part(path)
    part.sections()
    return part
  } catch (error) {
    part?.close()
    if (error instanceof PartError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Names of parts that the plan has no shard for, by the same recipe. */
export function earlierParts(folder: RunFolder, recipe: Recipe, has: (shard: string) => boolean): string[] {
  return readdirSync(folder.parts)
    .filter((name) => name.startsWith(`${recipe.id}-`) && !has(shardOfPart(name)))
    .sort()
}

export const shardOfPart = (name: string): string => basename(name, '.part').slice(name.indexOf('-') + 1)
