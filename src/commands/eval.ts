import type { Command } from 'commander'
import { withLanguage } from './language.ts'
import { type LexiconFlags, withLexicon } from './lexicon.ts'

export function evalCommand(program: Command): void {
  const command = program
    .command('eval')
    .description('score the extraction against hand-checked gold files')
    .argument('<corpus>', 'a folder with docs/ and gold/ below it')
    .option('--misses', 'list what was missed and what was wrong', false)
    .option('--json', 'for programs', false)
  withLanguage(withLexicon(command)).action(
    async (corpus: string, options: LexiconFlags & { misses: boolean; json: boolean }) => {
      const { loadKit } = await import('../kit.ts')
      const { evaluateCorpus } = await import('../run/evaluate.ts')
      const { printScores } = await import('../run/scores.ts')
      const scores = await evaluateCorpus(corpus, loadKit(undefined, options.lexicon ?? null))
      process.stdout.write(
        options.json ? `${JSON.stringify(scores, null, 1)}\n` : `${printScores(scores, options.misses)}\n`,
      )
    },
  )
}
