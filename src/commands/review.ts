import type { Command } from 'commander'
import { say } from '../messages.ts'
import { type LexiconFlags, lexiconOf, withLexicon } from './lexicon.ts'
import { type OutputFlags, tell, withOutput } from './output.ts'
import { untilStopped } from './stop.ts'
import { port } from './values.ts'

export function reviewCommand(program: Command, version: string): void {
  const command = program
    .command('review')
    .description(
      'accept, correct, reject and add what was read, in a browser; what is right becomes gold for eval and rows for the tables',
    )
    .argument('[folder]', 'the folder that extract wrote', 'out')
    .option('-p, --port <n>', 'port on 127.0.0.1; 0 takes a free one', port, 4281)
    .option('--gold <folder>', 'where gold, documents and proposed rows go (review in the folder)')
    .option('--notice <id>', 'open this notice first; the report says its id')
    .option('--export', 'write them from what was decided so far, and end', false)
  withOutput(withLexicon(command)).action(async (folder: string, flags: ReviewFlags) => {
    const { exportDecided, goldFolder, review } = await import('../review/server.ts')
    const gold = flags.gold ?? goldFolder(folder)
    const lexicon = lexiconOf(folder, flags)
    if (flags.export) {
      const told = await exportDecided(folder, gold, lexicon)
      tell(flags, told, () =>
        [
          say('review_exported', told.notices, told.decisions, told.folder, told.folder),
          ...told.from_text.map((uri) => say('review_from_text', uri)),
          ...told.tables.flatMap(({ name, text }) => ['', `# ── ${name} ──`, text.trimEnd()]),
        ].join('\n'),
      )
      return
    }
    await untilStopped(
      () =>
        review(folder, {
          port: flags.port,
          tool: `tongbao ${version}`,
          lexicon,
          gold,
          ...(flags.notice !== undefined && { notice: flags.notice }),
        }),
      flags.port,
      ({ url }) => tell(flags, { url, gold }, () => say('review_started', url, gold)),
    )
  })
}

interface ReviewFlags extends LexiconFlags, OutputFlags {
  port: number
  gold?: string
  notice?: string
  export: boolean
}
