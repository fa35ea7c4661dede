import type { Command } from 'commander'
import { type LexiconFlags, withLexicon } from './lexicon.ts'
import { type OutputFlags, tell, withOutput } from './output.ts'

export function evalCommand(program: Command): void {
  const command = program
    .command('eval')
    .description('score the extraction against hand-checked gold files')
    .argument('<corpus>', 'a folder with docs/ and gold/ below it')
    .option('--misses', 'list what was missed and what was wrong', false)
  withOutput(withLexicon(command)).action(
    async (corpus: string, options: LexiconFlags & OutputFlags & { misses: boolean }) => {
      const { loadKit } = await import('../kit.ts')
      const { evaluateCorpus } = await import('../run/evaluate.ts')
      const { printScores } = await import('../run/scores.ts')
      const scores = await evaluateCorpus(corpus, loadKit(undefined, options.lexicon ?? null))
      tell(options, scores, () => printScores(scores, options.misses))
    },
  )
}
