import type { Change, Diff } from './diff.ts'

const SIGN = { gained: '+', lost: '-', altered: '~' } as const
const LONGEST = 60

/** Counts by kind, field and category, then the changes, at most `most` of them. */
export function printDiff(d: Diff, most: number): string {
  if (isSame(d)) return `${d.notices.both} notices 通报: no difference 无差异`
  const counts = (by: Record<string, { gained: number; lost: number; altered: number }>) =>
    Object.entries(by)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, n]) => `  +${n.gained} -${n.lost} ~${n.altered}  ${name}`)
  const lines = [
    `${d.notices.both} notices 通报 in both 共有, ${d.notices.gained.length} only after 仅后者有, ${d.notices.lost.length} only before 仅前者有`,
    ...d.notices.lost.map((uri) => `- ${uri}`),
    ...d.notices.gained.map((uri) => `+ ${uri}`),
    '',
    'by kind 按种类 (+ gained 新增, - lost 丢失, ~ altered 改变)',
    ...counts(d.by_kind),
    '',
    'by field 按字段',
    ...Object.entries(d.by_field)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, n]) => `  ${n}  ${name}`),
    '',
    'by category 按类别',
    ...counts(d.by_category),
  ]
  let uri = ''
  for (const c of d.changes.slice(0, most)) {
    if (c.uri !== uri) lines.push('', (uri = c.uri))
    lines.push(`  ${SIGN[c.what]} ${c.kind} ${c.category}: ${told(c)}`)
    if (c.quote) lines.push(`      «${short(c.quote)}» ${c.where}`)
  }
  if (d.changes.length > most) lines.push('', `… and ${d.changes.length - most} more (--most, --json)`)
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
