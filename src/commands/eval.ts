import type { Command } from 'commander'

export function evalCommand(program: Command): void {
  program
    .command('eval')
    .description('score the extraction against hand-checked gold files')
    .argument('<corpus>', 'a folder with docs/ and gold/ below it')
    .option('--misses', 'list what was missed and what was wrong', false)
    .option('--json', 'for programs', false)
    .action(async (corpus: string, options: { misses: boolean; json: boolean }) => {
      const { evaluateCorpus } = await import('../run/evaluate.ts')
      const { printScores } = await import('../run/scores.ts')
      const scores = evaluateCorpus(corpus)
      process.stdout.write(
        options.json ? `${JSON.stringify(scores, null, 1)}\n` : `${printScores(scores, options.misses)}\n`,
      )
    })
}
