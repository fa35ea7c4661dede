import type { Command } from 'commander'
import { say } from '../messages.ts'
import { messageLanguage } from './language.ts'
import { type OutputFlags, tell, withOutput } from './output.ts'

export function initCommand(program: Command): void {
  const command = program
    .command('init')
    .description('make a project folder: tongbao.config.json, a lexicon folder for your own rows, a README')
    .argument('[folder]', 'where', '.')
  withOutput(command).action(async (folder: string, flags: OutputFlags) => {
    const { init } = await import('../run/init.ts')
    const files = init(folder, messageLanguage())
    tell(flags, { folder, files }, () => say('init_made', folder, files.join(' ')))
  })
}
