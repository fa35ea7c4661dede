import type { Command } from 'commander'
import { messageLanguage, withLanguage } from './language.ts'

export function initCommand(program: Command): void {
  const command = program
    .command('init')
    .description(
      'make a project folder: tongbao.config.json, a lexicon folder for your own rows, a README 新建项目文件夹',
    )
    .argument('[folder]', 'where', '.')
    .option('-q, --quiet', 'say nothing', false)
    .option('--json', 'for programs', false)
  withLanguage(command).action(async (folder: string, flags: { quiet: boolean; json: boolean }) => {
    const { init } = await import('../run/init.ts')
    const lang = messageLanguage()
    const made = init(folder, lang)
    if (flags.json) process.stdout.write(`${JSON.stringify({ folder, files: made })}\n`)
    else if (!flags.quiet)
      process.stdout.write(
        lang === 'zh'
          ? `已在 ${folder} 中建立:${made.join('、')}\n下一步:把网页或文件放进 notices/,然后运行 tongbao extract notices\n`
          : `made in ${folder}: ${made.join(', ')}\nnext: put pages or files into notices/ and run: tongbao extract notices\n`,
      )
  })
}
