import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { EXIT } from './exit.ts'
import { type LexiconFlags, withLexicon } from './lexicon.ts'
import { type OutputFlags, tell, withOutput } from './output.ts'
import { count } from './values.ts'

export function mineCommand(program: Command): void {
  const command = program
    .command('mine')
    .description(
      'what of a corpus no row of the tables knows: phrases of problems, units, table headers, metadata keys, as rows ready to be added',
    )
    .argument('<corpus...>', 'files, folders or globs')
    .option('-o, --out <folder>', 'write the rows as tables into this folder, which --lexicon takes')
    .option('--most <n>', 'proposals per table (100)', count)
  withOutput(withLexicon(command)).action(
    async (corpus: string[], flags: LexiconFlags & OutputFlags & { out?: string; most?: number }) => {
      const { mine } = await import('../run/mine/mine.ts')
      const { minedTables, printMined } = await import('../run/mine/print.ts')
      const mined = await mine(corpus, flags.lexicon ?? null)
      const most = flags.most ?? 100
      if (flags.out !== undefined) {
        mkdirSync(flags.out, { recursive: true })
        for (const { name, text } of minedTables(mined, most))
          writeFileSync(join(flags.out, name), text, { flag: 'wx' })
      }
      tell(flags, mined, () => printMined(mined, most))
      process.exitCode = mined.failed.length > 0 ? EXIT.inputsFailed : EXIT.ok
    },
  )
}
