import { createHash, type Hash } from 'node:crypto'
import { firstLine, linesOf } from '../export/lines.ts'
import { attachmentOf, claimsAmong } from '../read/attachments/join.ts'
import type { Member, ProblemMember } from '../read/containers/container.ts'
import { containers } from '../read/containers/containers.ts'
import { documentsOf } from '../read/containers/documents.ts'
import { readers } from '../read/readers.ts'
import type { Problem } from '../read/source.ts'
import { discover, type Found } from './discover.ts'
import { publishLast, writeSynced } from './durable.ts'
import type { RunFolder } from './folder.ts'
import { hexOf, type Recipe } from './recipe.ts'

/** Documents that follow one another in one input: what is extracted again when a byte of it changed. */
export interface Slice {
  /** 20 hex digits over names and contents: the same slice in another run has the same key. */
  key: string
  path: string
  /** How many documents of the input stand before it. */
  from: number
  documents: number
  bytes: number
  skipped?: Problem
  failed?: Problem
}

/** What one process does at a time, and what one part holds. */
export interface Shard {
  id: string
  slices: Slice[]
}

export interface Totals {
  shards: number
  documents: number
  bytes: number
}

/** First line of the plan; a line for each shard follows, then one with the totals. */
interface PlanHead {
  plan: 1
  /** The arguments, as the user gave them. */
  inputs: string[]
  recipe: Recipe
}

export interface ShardSize {
  documents: number
  bytes: number
}

const SHARD: ShardSize = { documents: 64, bytes: 2 ** 20 }

/** A shard of so many documents of the usual size. */
export function shardSize(documents: number = SHARD.documents): ShardSize {
  return { documents, bytes: (SHARD.bytes / SHARD.documents) * documents }
}

/** Endings of the files that are read in a folder. */
export const endings = [
  ...readers.flatMap((r) => r.extensions.map((e) => `.${e}`)),
  ...containers.flatMap((c) => c.endings),
]

/** Paths that were not what an earlier plan said, and whether they are given up for that: then they are named, and not read. */
type Changed = ReadonlyMap<string, boolean>

/** Reads all inputs once, to know what is in them, and writes down who does what; `changed` where that is done again. */
export async function makePlan(
  folder: RunFolder,
  inputs: readonly string[],
  recipe: Recipe,
  size: ShardSize = SHARD,
  changed: Changed | null = null,
): Promise<Plan> {
  const complete = folder.private('plan')
  await writeSynced(complete, linesOfPlan({ plan: 1, inputs: [...inputs], recipe }))
  publishLast(complete, folder.plan)
  return readPlan(folder)

  async function* linesOfPlan(head: PlanHead): AsyncGenerator<string> {
    const found = discover(inputs, endings, [folder.out], changed !== null)
    const totals: Totals = { shards: 0, documents: 0, bytes: 0 }
    yield `${JSON.stringify(head)}\n`
    for await (const shard of shardsOf(slicesOf(found, recipe, size, changed), size)) {
      yield `${JSON.stringify(shard)}\n`
      totals.shards++
      for (const slice of shard.slices) {
        totals.documents += slice.documents
        totals.bytes += slice.bytes
      }
    }
    yield `${JSON.stringify(totals)}\n`
  }
}

/** A plan on disk: read as it is walked, since it is as long as the list of documents. */
export class Plan {
  readonly totals: Totals
  readonly #ids = new Set<string>()

  constructor(
    readonly head: PlanHead,
    private readonly path: string,
  ) {
    let last = ''
    for (const line of linesOf(path)) {
      last = line
      if (line.startsWith(SHARD_LINE)) this.#ids.add(line.slice(SHARD_LINE.length, SHARD_LINE.length + ID))
    }
    this.totals = JSON.parse(last)
  }

  *shards(): Generator<Shard> {
    for (const line of linesOf(this.path)) if (line.startsWith(SHARD_LINE)) yield JSON.parse(line)
  }

  has(id: string): boolean {
    return this.#ids.has(id)
  }
}

const SHARD_LINE = '{"id":"'
const ID = 20

/** @throws Error with `code` ENOENT where none was made. */
export function readPlan(folder: RunFolder): Plan {
  return new Plan(JSON.parse(firstLine(folder.plan)) as PlanHead, folder.plan)
}

async function* slicesOf(
  files: AsyncIterable<Found>,
  recipe: Recipe,
  size: ShardSize,
  changed: Changed | null,
): AsyncGenerator<Slice> {
  const found: Found[] = []
  for await (const file of files) found.push(file)
  const claims = claimsAmong(
    found.filter((file) => !file.skipped).map((file) => file.path),
    recipe.limits,
  )
  for (const { path, skipped: unread } of found) {
    const page = claims.get(uriOf(path))
    const skipped = page === undefined ? unread : attachmentOf(uriOf(path), page).problem
    const told = skipped ? { skipped } : changed?.get(path) ? { failed: CHANGING } : null
    if (told) {
      yield {
        key: hexOf(JSON.stringify([path, skipped ?? CHANGING]), ID),
        path,
        from: 0,
        documents: 1,
        bytes: 0,
        ...told,
      }
      continue
    }
    let open: OpenSlice | null = null
    let count = 0
    for await (const member of documentsOf(path, uriOf(path), recipe)) {
      if (open && (open.documents >= size.documents || open.bytes >= size.bytes)) {
        yield open.close()
        open = null
      }
      open ??= new OpenSlice(path, count)
      open.add(member)
      count++
    }
    if (open) yield open.close()
  }
}

const CHANGING: Problem = {
  code: 'changing',
  message: 'written to while it was read, again and again: read it when it is whole',
}

export const uriOf = (path: string): string => path.replaceAll('\\', '/')

class OpenSlice {
  documents = 0
  bytes = 0
  readonly #key = new SliceKey()

  constructor(
    private readonly path: string,
    private readonly from: number,
  ) {}

  add(member: Member | ProblemMember): void {
    this.documents++
    this.bytes += sizeOf(member)
    this.#key.add(member)
  }

  close(): Slice {
    return {
      key: this.#key.end(),
      path: this.path,
      from: this.from,
      documents: this.documents,
      bytes: this.bytes,
    }
  }
}

export function sizeOf(member: Member | ProblemMember): number {
  if ('problem' in member) return 0
  return (member.attachments ?? []).reduce(
    (sum, file) => sum + sizeOf(file),
    Buffer.byteLength(member.content),
  )
}

/** Names a slice by all that extraction will see of it. */
export class SliceKey {
  readonly #hash: Hash = createHash('sha256')

  add(member: Member | ProblemMember): void {
    const { content, attachments, ...told } =
      'problem' in member ? { ...member, content: '', attachments: [] } : { attachments: [], ...member }
    this.#hash
      .update(`${JSON.stringify(told)}\n${Buffer.byteLength(content)} ${attachments.length}\n`)
      .update(content)
    for (const file of attachments) this.add(file)
  }

  end(): string {
    return this.#hash.digest('hex').slice(0, ID)
  }
}

/**
 * Shards end where their size says, or after a slice whose key says so: then an input that is added or removed changes
 * the shards around it and leaves the others as they were.
 */
async function* shardsOf(slices: AsyncIterable<Slice>, size: ShardSize): AsyncGenerator<Shard> {
  let open: Slice[] = []
  let documents = 0
  let bytes = 0
  const close = (): Shard => {
    const shard = { id: hexOf(open.map((slice) => slice.key).join('\n'), ID), slices: open }
    open = []
    documents = bytes = 0
    return shard
  }
  for await (const slice of slices) {
    if (open.length > 0 && (documents + slice.documents > size.documents || bytes + slice.bytes > size.bytes))
      yield close()
    open.push(slice)
    documents += slice.documents
    bytes += slice.bytes
    if (documents * 4 >= size.documents && Number.parseInt(slice.key.slice(0, 8), 16) % size.documents === 0)
      yield close()
  }
  if (open.length > 0) yield close()
}
