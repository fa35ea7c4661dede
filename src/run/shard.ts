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
import { extractTogether } from './extract.ts'
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

/** Texts and pages are read so many at a time, if they are no longer than this together. */
const MOST_DOCUMENTS = 32
const MOST_BYTES = 256 * 1024

/** Makes parts: one shard after the other, documents in their order. */
export class ShardWorker {
  #kit: Kit | undefined
  #sections: readonly Section[] = []
  #cursor: Cursor | null = null
  #waiting: Waiting<Member>[] = []
  #bytes = 0
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
      const slices: (ExtractedSlice | SliceInWork)[] = []
      const changed = new Set<string>()
      for (const slice of shard.slices) {
        const made = this.#reuse(slice) ?? (await this.#extract(slice, isolateAll))
        if (made) slices.push(made)
        else changed.add(slice.path)
      }
      if (changed.size > 0) throw new ChangedError([...changed])
      await this.#together()
      const complete = this.folder.private('part')
      await writeSynced(
        complete,
        partOf(
          this.#sections.map((s) => s.name),
          slices.map((slice) => (slice instanceof SliceInWork ? slice.extracted() : slice)),
        ),
      )
      publishFirst(complete, this.folder.partOf(this.recipe, shard))
    } finally {
      this.#waiting = []
      this.#bytes = 0
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

  /** Texts and pages wait until there are some of them. Null where the input is not what was planned. */
  async #extract(slice: Slice, isolateAll: boolean): Promise<SliceInWork | null> {
    const made = new SliceInWork(slice.key, this.#sections)
    const key = new SliceKey()
    for await (const member of this.#membersOf(slice)) {
      key.add(member)
      if ('problem' in member) await this.#alone(member, made, unread)
      else if (
        isolateAll ||
        [member, ...(member.attachments ?? [])].some((file) => isHeavy(file.content, file.uri))
      )
        await this.#alone(member, made, (of) => this.#isolated.extract(of))
      else {
        const apart = Boolean(member.attachments || member.problems) || sizeOf(member) > MOST_BYTES
        if (apart) await this.#together()
        this.#waiting.push({ member, made })
        this.#bytes += sizeOf(member)
        if (apart || this.#waiting.length >= MOST_DOCUMENTS || this.#bytes > MOST_BYTES)
          await this.#together()
      }
    }
    const problem = slice.skipped ?? slice.failed
    if (problem)
      await this.#alone(
        { uri: uriOf(slice.path), problem, ...(slice.skipped ? { skipped: true as const } : {}) },
        made,
        unread,
      )
    else if (key.end() !== slice.key) return null
    return made
  }

  /** One document, after those that came before it. */
  async #alone<M extends Member | ProblemMember>(
    member: M,
    made: SliceInWork,
    extract: (member: M) => Extracted | Promise<Extracted>,
  ): Promise<void> {
    await this.#together()
    this.#take([{ member, made }], [await extract(member)])
  }

  /** All that wait: text and pages take no process of their own, unless one takes too long. */
  async #together(): Promise<void> {
    const waiting = this.#waiting
    if (waiting.length === 0) return
    this.#waiting = []
    this.#bytes = 0
    const members = waiting.map(({ member }) => member)
    const results = await extractTogether(members, this.#kit!, this.#guard)
    for (const [k, { problems }] of results.entries())
      if (problems.some((p) => p.code === 'timeout')) results[k] = await this.#isolated.extract(members[k]!)
    this.#take(waiting, results)
  }

  #take(waiting: readonly Waiting[], results: readonly Extracted[]): void {
    const { redact } = this.recipe
    const shown = results.map((found) =>
      redact && found.notice ? { ...found, notice: redactNotice(found.notice, this.#kit!) } : found,
    )
    for (const [k, { made }] of waiting.entries()) made.count(results[k]!)
    for (const [i, section] of this.#sections.entries())
      for (const [k, { made }] of waiting.entries()) made.texts[i]!.push(section.of(shown[k]!))
    for (const [k, { member }] of waiting.entries())
      this.tell({ bytes: sizeOf(member), status: results[k]!.status })
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

/** A document, and the slice it is of. */
interface Waiting<M = Member | ProblemMember> {
  member: M
  made: SliceInWork
}

/** What the documents of a slice have added to each section so far. */
class SliceInWork {
  readonly #counts = noCounts()
  readonly texts: readonly string[][]
  #again = false

  constructor(
    private readonly key: string,
    sections: readonly Section[],
  ) {
    this.texts = sections.map(() => [])
  }

  count({ status, problems }: Extracted): void {
    this.#counts[status]++
    this.#again ||= problems.some((p) => AGAIN.has(p.code))
  }

  extracted(): ExtractedSlice {
    return {
      key: this.key,
      counts: this.#counts,
      ...(this.#again ? { again: true as const } : {}),
      sections: this.texts.map((pieces) => Buffer.from(pieces.join(''), 'utf8')),
    }
  }
}

function unread({ uri, problem, skipped }: ProblemMember): Extracted {
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
