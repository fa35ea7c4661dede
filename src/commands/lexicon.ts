import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'

export interface LexiconFlags {
  lexicon?: string
}

/** `--lexicon`: a user's own rows, for every command that reads with the tables. */
export function withLexicon(command: Command): Command {
  return command.option(
    '--lexicon <folder>',
    'your own rows (cues.tsv, units.tsv …), laid over the built-in tables',
  )
}

/** The rows that go with an output folder: those named, else those it was made with, where they still are. */
export function lexiconOf(out: string, flags: LexiconFlags): string | null {
  if (flags.lexicon !== undefined) return flags.lexicon
  try {
    const { recipe } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as {
      recipe?: { lexicon?: string | null }
    }
    return recipe?.lexicon && existsSync(recipe.lexicon) ? recipe.lexicon : null
  } catch {
    return null
  }
}
