import { say } from '../../messages.ts'
import type { Change, Diff } from './diff.ts'

const SIGN = { gained: '+', lost: '-', altered: '~' } as const
const LONGEST = 60

/** Counts by kind, field and category, then the changes, at most `most` of them. */
export function printDiff(d: Diff, most: number): string {
  if (isSame(d)) return say('diff_same', d.notices.both)
  const counts = (by: Record<string, { gained: number; lost: number; altered: number }>) =>
    Object.entries(by)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, n]) => `  +${n.gained} -${n.lost} ~${n.altered}  ${name}`)
  const lines = [
    say('diff_notices', d.notices.both, d.notices.gained.length, d.notices.lost.length),
    ...d.notices.lost.map((uri) => `- ${uri}`),
    ...d.notices.gained.map((uri) => `+ ${uri}`),
    '',
    say('diff_kind'),
    ...counts(d.by_kind),
    '',
    say('diff_field'),
    ...Object.entries(d.by_field)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, n]) => `  ${n}  ${name}`),
    '',
    say('diff_category'),
    ...counts(d.by_category),
  ]
  let uri = ''
  for (const c of d.changes.slice(0, most)) {
    if (c.uri !== uri) lines.push('', (uri = c.uri))
    lines.push(`  ${SIGN[c.what]} ${c.kind} ${c.category}: ${told(c)}`)
    if (c.quote) lines.push(`      «${short(c.quote)}» ${c.where}`)
  }
  if (d.changes.length > most) lines.push('', say('diff_more', d.changes.length - most))
  return lines.join('\n')
}

export function isSame(d: Diff): boolean {
  return d.changes.length === 0 && d.notices.gained.length === 0 && d.notices.lost.length === 0
}

function told(c: Change): string {
  return Object.entries(c.fields)
    .filter(([field]) => !(c.kind === 'records' && c.what !== 'altered' && field === 'category'))
    .map(([field, { before, after }]) =>
      c.what === 'altered' || c.kind === 'notice'
        ? `${field} ${short(before)} → ${short(after)}`
        : `${field} ${short(before ?? after)}`,
    )
    .join(', ')
}

function short(value: unknown): string {
  const text = (value === null || value === undefined ? '—' : String(value)).replace(/\s+/g, ' ')
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
