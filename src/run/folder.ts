import { createHash, randomUUID } from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { basename, join } from 'node:path'
import { firstLine } from '../export/lines.ts'
import { both, ToldError } from '../messages.ts'
import { publishLast } from './durable.ts'
import type { Shard } from './plan.ts'
import type { Recipe } from './recipe.ts'

/** An output folder that is not ours to write, or that holds something else than was asked for. */
export class FolderError extends ToldError {
  override readonly name = 'FolderError'
}

/**
 * The output folder of a run, and `.tongbao/` in it, where the run stands: its plan, the parts made so far, and what
 * is being written. `manifest.json` is written last: where it is, the run has ended.
 */
export class RunFolder {
  readonly plan: string
  readonly manifest: string
  readonly parts: string
  readonly #earlier: string
  readonly #attempts: string
  readonly #scratch: string

  constructor(readonly out: string) {
    const state = join(out, '.tongbao')
    this.plan = join(state, 'plan.ndjson')
    this.manifest = join(out, 'manifest.json')
    this.parts = join(state, 'parts')
    this.#earlier = join(state, 'manifest.before.json')
    this.#attempts = join(state, 'attempts')
    this.#scratch = join(state, 'tmp')
  }

  /**
   * Makes the folder ours for these inputs. Options, tables and the tool may have changed since; the inputs may not.
   * @throws FolderError where it is another's, or holds the results of other inputs, unless `overwrite`.
   */
  claim(inputs: readonly string[], overwrite: boolean): void {
    const names = statSync(this.out, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(this.out) : []
    const before = inputsOf(this.plan) ?? inputsOf(this.manifest)
    if (!overwrite && before && JSON.stringify(before) !== JSON.stringify(inputs))
      throw new FolderError(...both('other_inputs', this.out, shown(before)))
    if (!overwrite && !before && !this.#madeBefore() && names.some((name) => !name.startsWith('.')))
      throw new FolderError(...both('not_ours', this.out))
    this.makeRoom()
  }

  /** A folder from before there were manifests. */
  #madeBefore(): boolean {
    try {
      const { generator } = JSON.parse(readFileSync(join(this.out, 'datapackage.json'), 'utf8'))
      return typeof generator === 'string' && generator.startsWith('tongbao ')
    } catch {
      return false
    }
  }

  /** Stores that keep no empty folders bring a plan without it. */
  makeRoom(): void {
    mkdirSync(this.parts, { recursive: true })
  }

  partOf(recipe: Pick<Recipe, 'id'>, shard: Pick<Shard, 'id'>): string {
    return join(this.parts, `${recipe.id}-${shard.id}.part`)
  }

  has(recipe: Pick<Recipe, 'id'>, shard: Pick<Shard, 'id'>): boolean {
    return existsSync(this.partOf(recipe, shard))
  }

  /** A name under which nobody else writes. */
  private(purpose: string): string {
    mkdirSync(this.#scratch, { recursive: true })
    return join(this.#scratch, `${purpose}.${hostname()}.${process.pid}.${randomUUID()}`)
  }

  /** Notes that a shard is begun; how often it was begun before without an end. */
  begin(shard: Pick<Shard, 'id'>): number {
    mkdirSync(this.#attempts, { recursive: true })
    const path = join(this.#attempts, shard.id)
    appendFileSync(path, '.')
    return statSync(path).size - 1
  }

  end(shard: Pick<Shard, 'id'>): void {
    rmSync(join(this.#attempts, shard.id), { force: true })
  }

  /**
   * Takes the manifest away, since its files are about to be replaced; removes those of them that will not be. Returns
   * the names of these.
   */
  outdate(files: ReadonlySet<string>): string[] {
    if (existsSync(this.manifest)) renameSync(this.manifest, this.#earlier)
    if (!existsSync(this.#earlier)) return []
    const before = JSON.parse(readFileSync(this.#earlier, 'utf8')) as Manifest
    const removed = before.files
      .map(({ name }) => name)
      .filter((name) => !files.has(name) && basename(name) === name && existsSync(join(this.out, name)))
    for (const name of removed) rmSync(join(this.out, name))
    return removed
  }

  /** Notes a file that was made of the output after its run, so that the next run does not leave it beside other data. */
  addToManifest(name: string): void {
    if (!existsSync(this.manifest)) return
    const manifest = JSON.parse(readFileSync(this.manifest, 'utf8')) as Manifest
    const bytes = readFileSync(join(this.out, name))
    const added = { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
    manifest.files = [...manifest.files.filter((file) => file.name !== name), added]
    manifest.files.sort((a, b) => (a.name < b.name ? -1 : 1))
    const complete = this.private('manifest')
    writeFileSync(complete, `${JSON.stringify(manifest, null, 1)}\n`)
    publishLast(complete, this.manifest)
    rmdirWhereEmpty(this.#scratch)
  }

  /** Removes what a finished run does not need: what killed processes left, and parts that no shard of the plan has. */
  sweep(isPlanned: (part: string) => boolean): void {
    rmSync(this.#earlier, { force: true })
    rmSync(this.#attempts, { recursive: true, force: true })
    for (const name of readdirSync(this.parts))
      if (!isPlanned(name)) rmSync(join(this.parts, name), { force: true })
    if (!existsSync(this.#scratch)) return
    const [host, pid] = [hostname(), process.pid]
    for (const name of readdirSync(this.#scratch)) {
      const own = name.includes(`.${host}.`)
        ? Number(name.slice(name.indexOf(`.${host}.`) + host.length + 2).split('.')[0])
        : null
      if (name.startsWith('commit.') && own !== null && own !== pid && isAlive(own)) continue
      rmSync(join(this.#scratch, name), { recursive: true, force: true })
    }
    rmdirWhereEmpty(this.#scratch)
  }
}

function rmdirWhereEmpty(folder: string): void {
  if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true, force: true })
}

interface Manifest {
  files: { name: string; bytes: number; sha256: string }[]
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The arguments that a plan or a manifest was made for; both say so in their first line or as a whole. */
function inputsOf(path: string): string[] | null {
  try {
    return JSON.parse(path.endsWith('.ndjson') ? firstLine(path) : readFileSync(path, 'utf8')).inputs ?? null
  } catch {
    return null
  }
}

const shown = (inputs: readonly string[]): string =>
  inputs.length > 4 ? `${inputs.slice(0, 4).join(' ')} … ${inputs.length} in all` : inputs.join(' ')
