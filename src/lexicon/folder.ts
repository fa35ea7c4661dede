import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** grammars/lexicon of this package, found upwards from wherever this code was built to. */
export function lexiconFolder(): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    const folder = join(at, 'grammars', 'lexicon')
    if (existsSync(folder)) return folder
    if (dirname(at) === at) throw new Error('the folder grammars/lexicon is missing from the package')
  }
}
