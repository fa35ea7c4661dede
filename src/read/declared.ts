import type { Reading } from './reader.ts'
import type { Mark, Origin } from './source.ts'

/**
 * Names of the `<meta>` that Chinese government sites carry by standard and of which something is kept, in any case of
 * letters. `publishdate` is no standard but common.
 */
const NAMES = [
  'SiteName',
  'SiteDomain',
  'SiteIDCode',
  'ColumnName',
  'ArticleTitle',
  'PubDate',
  'publishdate',
  'ContentSource',
]
const NAMED = new Map(NAMES.map((name) => [name.toLowerCase(), name]))
const LONGEST = 300

/** The name as the standard writes it. */
export function declaredName(written: string): string {
  return NAMED.get(written.trim().toLowerCase()) ?? written
}

/**
 * A document with what is said of it, by its own head or by the dump it came from, as lines under its text: so a date or a
 * title that stands nowhere else can be quoted like any other. They are none of the notice's own lines.
 */
export function withDeclared(reading: Reading, told: Readonly<Record<string, string>>): Reading {
  const declared = { ...told, ...reading.declared }
  if (reading.text.trim() === '') return { ...reading, declared }
  const own = reading.text.length
  const marks: Mark[] = []
  const origins: { start: number; name: string }[] = []
  let text = reading.text
  for (const name of NAMES) {
    const value = declared[name]?.replace(/\s+/g, ' ').trim() ?? ''
    if (value === '' || value.length > LONGEST) continue
    if (!text.endsWith('\n')) text += '\n'
    const start = text.length
    text += `${name}: `
    marks.push({ kind: 'declared', start, end: start + name.length + 2 + value.length, name })
    if (reading.declared[name] !== undefined) origins.push({ start, name })
    text += `${value}\n`
  }
  if (marks.length === 0) return { ...reading, declared }
  const originOf = (offset: number): Origin | null => {
    if (offset < own) return reading.originOf?.(offset) ?? null
    const found = origins.findLast((o) => o.start <= offset)
    return found ? { element: `meta[name="${found.name}" i]` } : null
  }
  return { ...reading, text, declared, marks: [...reading.marks, ...marks], originOf }
}
