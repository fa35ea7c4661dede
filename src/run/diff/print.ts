import type { Change, Diff } from './diff.ts'

const SIGN = { gained: '+', lost: '-', altered: '~' } as const
const LONGEST = 60

const SAY = {
  zh: {
    same: (n: number) => `${n} 篇通报,没有差异`,
    notices: (both: number, gained: number, lost: number) =>
      `共有的通报 ${both} 篇,仅后者有 ${gained} 篇,仅前者有 ${lost} 篇`,
    kind: '按种类(+ 新增,- 丢失,~ 改变)',
    field: '按字段',
    category: '按类别',
    more: (n: number) => `……另有 ${n} 处(--most、--json)`,
  },
  en: {
    same: (n: number) => `${n} notices: no difference`,
    notices: (both: number, gained: number, lost: number) =>
      `${both} notices in both, ${gained} only after, ${lost} only before`,
    kind: 'by kind (+ gained, - lost, ~ altered)',
    field: 'by field',
    category: 'by category',
    more: (n: number) => `… and ${n} more (--most, --json)`,
  },
}

/** Counts by kind, field and category, then the changes, at most `most` of them. */
export function printDiff(d: Diff, most: number, lang: 'zh' | 'en'): string {
  const say = SAY[lang]
  if (isSame(d)) return say.same(d.notices.both)
  const counts = (by: Record<string, { gained: number; lost: number; altered: number }>) =>
    Object.entries(by)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, n]) => `  +${n.gained} -${n.lost} ~${n.altered}  ${name}`)
  const lines = [
    say.notices(d.notices.both, d.notices.gained.length, d.notices.lost.length),
    ...d.notices.lost.map((uri) => `- ${uri}`),
    ...d.notices.gained.map((uri) => `+ ${uri}`),
    '',
    say.kind,
    ...counts(d.by_kind),
    '',
    say.field,
    ...Object.entries(d.by_field)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, n]) => `  ${n}  ${name}`),
    '',
    say.category,
    ...counts(d.by_category),
  ]
  let uri = ''
  for (const c of d.changes.slice(0, most)) {
    if (c.uri !== uri) lines.push('', (uri = c.uri))
    lines.push(`  ${SIGN[c.what]} ${c.kind} ${c.category}: ${told(c)}`)
    if (c.quote) lines.push(`      «${short(c.quote)}» ${c.where}`)
  }
  if (d.changes.length > most) lines.push('', say.more(d.changes.length - most))
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
