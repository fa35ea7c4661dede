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
