import { MOST_FIGURES, overfull } from '../figures/prose-metrics.ts'
import { evidenceOf } from '../reading.ts'
import { type Checker, problem } from './check.ts'

const SHOWN = 60

/** A sentence that is what was left of a table: its figures are not read, and that is said. */
export const figuresUnread: Checker = ({ reading }) =>
  overfull(reading).map(({ sentence, figures }) =>
    problem(
      'figures_unread',
      'warning',
      `一句中有 ${figures} 个数字,超过 ${MOST_FIGURES} 个,未作解读 (${figures} figures in one sentence: none was read)`,
      MOST_FIGURES,
      figures,
      [evidenceOf(reading, sentence.start, Math.min(sentence.end, sentence.start + SHOWN), '正文')],
    ),
  )
