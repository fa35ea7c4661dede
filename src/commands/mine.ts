import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { EXIT } from './exit.ts'
import { messageLanguage, withLanguage } from './language.ts'
import { type LexiconFlags, withLexicon } from './lexicon.ts'
import { count } from './values.ts'

export function mineCommand(program: Command): void {
  const command = program
    .command('mine')
    .description(
      'what of a corpus no row of the tables knows: phrases of problems, units, table headers, metadata keys, as rows ready to be added 找出词表尚不认识的说法',
    )
    .argument('<corpus...>', 'files, folders or globs')
    .option('-o, --out <folder>', 'write the rows as tables into this folder, which --lexicon takes')
    .option('--most <n>', 'proposals per table (100)', count)
    .option('--json', 'for programs: every proposal', false)
  withLanguage(withLexicon(command)).action(
    async (corpus: string[], flags: LexiconFlags & { out?: string; most?: number; json: boolean }) => {
      const { mine } = await import('../run/mine/mine.ts')
      const { minedTables, printMined } = await import('../run/mine/print.ts')
      const mined = await mine(corpus, flags.lexicon ?? null)
      const most = flags.most ?? 100
      if (flags.out !== undefined) {
        mkdirSync(flags.out, { recursive: true })
        for (const { name, text } of minedTables(mined, most, messageLanguage()))
          writeFileSync(join(flags.out, name), text, { flag: 'wx' })
      }
      process.stdout.write(
        flags.json
          ? `${JSON.stringify(mined, null, 1)}\n`
          : `${printMined(mined, most, messageLanguage())}\n`,
      )
      process.exitCode = mined.failed.length > 0 ? EXIT.inputsFailed : EXIT.ok
    },
  )
}
