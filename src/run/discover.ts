import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** An argument that names nothing that can be read. */
export class InputError extends Error {
  override readonly name = 'InputError'

  /** `zh`: the same in Chinese. */
  constructor(
    message: string,
    readonly zh?: string,
  ) {
    super(message)
  }
}

/**
 * Files that the arguments name, each once, in a fixed order: a file is itself, a folder all files under it,
 * anything else a glob. Links are not followed; hidden files and unknown kinds in folders are left out.
 * @throws InputError where an argument names nothing.
 */
export async function discover(inputs: readonly string[], endings: readonly string[]): Promise<string[]> {
  const found = new Set<string>()
  for (const input of inputs) {
    const stat = statSync(input, { throwIfNoEntry: false })
    if (stat?.isFile()) found.add(input)
    else if (stat?.isDirectory()) {
      const files = walk(input, endings)
      if (files.length === 0)
        throw new InputError(`${input}: the folder holds no file that can be read (${endings.join(', ')})`)
      for (const file of files) found.add(file)
    } else if (stat) throw new InputError(`${input}: neither a file nor a folder`)
    else if (/[*?[\]{}!]/.test(input)) {
      const { default: glob } = await import('fast-glob')
      const files = (
        await glob(input.replaceAll('\\', '/'), { followSymbolicLinks: false, onlyFiles: true })
      ).sort(byCode)
      if (files.length === 0) throw new InputError(`${input}: no file matches`, `${input}:没有符合的文件`)
      for (const file of files) found.add(file)
    } else throw new InputError(`${input}: no such file or folder`, `${input}:没有这个文件或文件夹`)
  }
  return [...found]
}

function walk(folder: string, endings: readonly string[]): string[] {
  const files: string[] = []
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => byCode(a.name, b.name))) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) files.push(...walk(path, endings))
    else if (entry.isFile() && endings.some((e) => entry.name.toLowerCase().endsWith(e))) files.push(path)
  }
  return files
}

/** Order of code units: the same on every machine and in every locale. */
export function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
