import { resolve, sep } from 'node:path'
import type { Command } from 'commander'
import { say, speaks } from '../messages.ts'
import { EXIT } from './exit.ts'
import { type OutputFlags, tell, withOutput } from './output.ts'

export function lexiconCommand(program: Command): void {
  const command = program
    .command('lexicon')
    .description('check your own tables: each row, and whether its example is read as the row says')
    .argument('[folder]', 'your own rows (cues.tsv, units.tsv …), laid over the built-in tables', 'lexicon')
  withOutput(command).action(async (folder: string, flags: OutputFlags) => {
    const { loadKit } = await import('../kit.ts')
    const { misfires } = await import('../run/check-tables.ts')
    const kit = loadKit(undefined, folder)
    const own = (row: { file: string }) => resolve(row.file).startsWith(resolve(folder) + sep)
    const wrong = misfires(kit, own).map(({ why: [en, zh], ...row }) => ({
      ...row,
      why: speaks() === 'zh' ? zh : en,
    }))
    const rows = Object.values(kit.tables).flat().filter(own).length
    tell(flags, { folder, rows, wrong }, () =>
      [
        ...wrong.map((w) => say('table_cell', `${w.file}:${w.line}`, w.column, w.value, w.why)),
        say(wrong.length > 0 ? 'rows_wrong' : 'rows_right', rows, wrong.length),
      ].join('\n'),
    )
    process.exitCode = wrong.length > 0 ? EXIT.usage : EXIT.ok
  })
}
