import { type Dirent, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { both, ToldError } from '../messages.ts'
import type { Problem } from '../read/source.ts'

/** An argument that names nothing that can be read. */
export class InputError extends ToldError {
  override readonly name = 'InputError'
}

export interface Found {
  path: string
  /** Why it is not read. */
  skipped?: Problem
}

/**
 * Files that the arguments name, each once, in the order of the arguments and by code units below them: a file is
 * itself, a folder all files under it, anything else a glob. Links are not followed, hidden files are left out, and what
 * cannot be read is named with the reason. Where they were there before (`again`), one that is gone is named, too.
 * @throws InputError where an argument names nothing.
 */
export async function* discover(
  inputs: readonly string[],
  endings: readonly string[],
  /** Folders that are not looked into: where the output goes. */
  except: readonly string[] = [],
  again = false,
): AsyncGenerator<Found> {
  const seen = inputs.length > 1 ? new Set<string>() : null
  const closed = new Set(except.map((folder) => resolve(folder)))
  for (const input of inputs)
    for await (const found of named(input, endings, closed, again)) {
      if (seen?.has(found.path)) continue
      seen?.add(found.path)
      yield found
    }
}

/** Before anything is written: does each argument name something? @throws InputError where one does not. */
export async function checkInputs(inputs: readonly string[], endings: readonly string[]): Promise<void> {
  for (const input of inputs) for await (const _ of named(input, endings, new Set(), false)) break
}

async function* named(
  input: string,
  endings: readonly string[],
  closed: ReadonlySet<string>,
  again: boolean,
): AsyncGenerator<Found> {
  const stat = statSync(input, { throwIfNoEntry: false })
  if (stat?.isFile()) yield { path: input }
  else if (stat?.isDirectory()) {
    let readable = 0
    for (const found of walk(input, endings, closed)) {
      if (!found.skipped) readable++
      yield found
    }
    if (readable === 0 && !again) throw new InputError(...both('nothing_readable', input, endings.join(' ')))
  } else if (stat) throw new InputError(...both('no_file_or_folder', input))
  else if (/[*?[\]{}!]/.test(input)) {
    const { default: glob } = await import('fast-glob')
    const files = (await glob(input.replaceAll('\\', '/'), { followSymbolicLinks: false, onlyFiles: true }))
      .filter((path) => !within(path, closed))
      .sort(byCode)
    if (files.length === 0 && !again) throw new InputError(...both('no_match', input))
    for (const path of files) yield { path }
  } else if (again) yield { path: input }
  else throw new InputError(...both('no_input', input))
}

function* walk(folder: string, endings: readonly string[], closed: ReadonlySet<string>): Generator<Found> {
  if (closed.has(resolve(folder))) return
  let entries: Dirent[]
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch {
    // Whoever reads it as a document is told why it cannot be read.
    yield { path: folder }
    return
  }
  for (const entry of entries.sort((a, b) => byCode(a.name, b.name))) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* walk(path, endings, closed)
    else if (!entry.isFile())
      yield { path, skipped: { code: 'not_regular', message: 'neither a file nor a folder' } }
    else if (endings.some((e) => entry.name.toLowerCase().endsWith(e))) yield { path }
    else yield { path, skipped: { code: 'unsupported', message: 'not a kind of file that is read' } }
  }
}

function within(path: string, closed: ReadonlySet<string>): boolean {
  const full = resolve(path)
  for (const folder of closed)
    if (full.startsWith(`${folder}/`) || full.startsWith(`${folder}\\`)) return true
  return false
}

/** Order of code units: the same on every machine and in every locale. */
export function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
