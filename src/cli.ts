import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { lexiconCommand } from './commands/check-lexicon.ts'
import { commitCommand } from './commands/commit.ts'
import { applyConfig, CONFIG_FILE } from './commands/config.ts'
import { diffCommand } from './commands/diff.ts'
import { evalCommand } from './commands/eval.ts'
import { EXIT, exitFor } from './commands/exit.ts'
import { explainCommand } from './commands/explain.ts'
import { extractCommand } from './commands/extract.ts'
import { filterCommand } from './commands/filter.ts'
import { initCommand } from './commands/init.ts'
import { configureLanguageFrom, messageLanguage } from './commands/language.ts'
import { mineCommand } from './commands/mine.ts'
import { planCommand } from './commands/plan.ts'
import { queueCommand, workCommand } from './commands/queue.ts'
import { reportCommand } from './commands/report.ts'
import { reviewCommand } from './commands/review.ts'
import { schemaCommand } from './commands/schema.ts'
import { serveCommand } from './commands/serve.ts'
import { shardCommand } from './commands/shard.ts'
import { speak } from './messages.ts'

configureLanguageFrom(CONFIG_FILE)
speak(messageLanguage())
// No result may hang on where the machine stands, whatever a library asks it.
process.env.TZ = 'UTC'

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string
}

const program = new Command('tongbao')
  .description(
    '通报: government inspection notices in, comparable records out, every value pointing at its characters',
  )
  .version(version)
  .exitOverride()
  .showHelpAfterError('(add --help for what is known)')

for (const add of [
  extractCommand,
  explainCommand,
  evalCommand,
  reportCommand,
  serveCommand,
  reviewCommand,
  diffCommand,
  mineCommand,
  lexiconCommand,
  initCommand,
  schemaCommand,
  planCommand,
  shardCommand,
  commitCommand,
  filterCommand,
  queueCommand,
  workCommand,
])
  add(program, version)

// A disk that is full is told; a reader that has left wants to hear nothing more.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exitCode = error.code === 'EPIPE' ? EXIT.io : exitFor(error)
})
program.option(
  '--config <file>',
  'defaults for the options of extract (tongbao.config.json, where it is there)',
)
program.hook('preAction', async (_, command) => {
  await applyConfig(program, command)
  speak(messageLanguage())
})

/** Runs what the arguments ask for; the exit code of the process tells how it went. */
export async function main(): Promise<void> {
  if (messageLanguage() === 'zh') (await import('./commands/help.zh.ts')).helpInChinese(program)

  try {
    await program.parseAsync()
  } catch (error) {
    process.exitCode = exitFor(error)
  }
}
