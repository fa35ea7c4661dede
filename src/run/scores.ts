import { say } from '../messages.ts'
import type { Miss, Scores } from './evaluate.ts'

/** Scores as a table for a person, with the misses where they are asked for. */
export function printScores(scores: Scores, withMisses: boolean): string {
  const lines = [say('scores_documents', scores.documents), say('scores_header')]
  for (const s of scores.fields)
    lines.push(
      `${s.field.padEnd(24)} ${[s.hit, s.wrong, s.missed].map((n) => String(n).padStart(6)).join(' ')} ${[s.precision, s.recall, s.f1].map((n) => n.toFixed(3).padStart(6)).join(' ')}`,
    )
  lines.push(say('scores_spans', scores.evidence.spans, scores.evidence.wrong))
  lines.push('', say('scores_confidence').padEnd(32) + scores.confidence[0]?.buckets.map(titleOf).join(''))
  for (const c of scores.confidence)
    lines.push(c.kind.padEnd(32) + c.buckets.map((b) => `${b.right}/${b.all}`.padStart(12)).join(''))
  if (withMisses)
    for (const m of scores.misses)
      lines.push(
        [
          m.doc,
          m.field,
          m.what,
          m.gold === null ? '' : `gold ${short(m.gold)}`,
          m.got === null ? '' : `got ${short(m.got)}`,
        ].join('\t'),
      )
  return lines.join('\n')
}

function short(value: Miss['gold']): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value)
  const { evidence: _, confidence: __, ...rest } = value as Record<string, unknown>
  return JSON.stringify(rest)
}

const titleOf = (b: { from: number; below: number | null }): string =>
  (b.below === null ? `≥ ${b.from}` : b.from === 0 ? `< ${b.below}` : `${b.from}–${b.below}`).padStart(12)
