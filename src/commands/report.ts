import { basename, dirname, join, resolve } from 'node:path'
import type { Command } from 'commander'
import { EXIT } from './exit.ts'
import { type LexiconFlags, lexiconOf, withLexicon } from './lexicon.ts'
import { type OutputFlags, tell, withOutput } from './output.ts'
import { count } from './values.ts'

export function reportCommand(program: Command, version: string): void {
  const command = program
    .command('report')
    .description('make report.html, one file to look at, from an output folder')
    .argument('[folder]', 'the folder that extract wrote', 'out')
    .option('-o, --out <file>', 'where the report goes (report.html in the folder)')
    .option('--max-size <MB>', 'size of the file that texts of notices may fill (30)', count)
    .option('--no-redact', 'mask no identity numbers, cards, telephones and e-mails')
  withOutput(withLexicon(command)).action(
    async (
      folder: string,
      options: OutputFlags & LexiconFlags & { out?: string; maxSize?: number; redact: boolean },
    ) => {
      const { shownBy, told, writeReport } = await import('../report/report.ts')
      const path = options.out ?? join(folder, 'report.html')
      const made = await writeReport(folder, path, {
        tool: `tongbao ${version}`,
        lexicon: lexiconOf(folder, options),
        shown: shownBy(options),
        ...(options.maxSize !== undefined && { maxBytes: options.maxSize * 1_000_000 }),
      })
      if (dirname(resolve(path)) === resolve(folder)) {
        const { RunFolder } = await import('../run/folder.ts')
        new RunFolder(folder).addToManifest(basename(path))
      }
      tell(options, { path, ...made }, () => told(path, made, folder))
      process.exitCode = EXIT.ok
    },
  )
}
