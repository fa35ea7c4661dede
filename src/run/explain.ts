import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Calendar } from '../../grammars/date/values.ts'
import { type Kit, loadKit } from '../kit.ts'
import { lexiconFolder } from '../lexicon/folder.ts'
import type { RowPlace } from '../lexicon/table.ts'
import type { Mention } from '../parse/mentions.ts'
import { type Trace, trace } from '../pipeline.ts'
import { withFilesBeside } from '../read/attachments/join.ts'
import { openWhole } from '../read/attachments/with-attachments.ts'
import { LIMITS, type Member } from '../read/containers/container.ts'
import { classify, termsIn } from '../resolve/category.ts'
import { officialName } from '../resolve/official-name.ts'
import { regionNamed } from '../resolve/place.ts'
import { plainPlaces } from '../resolve/plain-places.ts'
import { sentences } from '../resolve/sentence.ts'
import { resolveCalendar, type TimeAnchor } from '../resolve/time-anchor.ts'
import { findUnits } from '../resolve/units/find-units.ts'
import { columnOf } from '../segment/tables/columns.ts'
import { InputError } from './discover.ts'
import { plainMentions } from './plain.ts'

export interface ExplainOptions {
  json: boolean
  /** When a plain sentence was said, ISO, a day or a day with its clock; null: relative times stay open. */
  date: string | null
  /** The document itself, where it is in no file. */
  content?: string | Uint8Array
  /** A folder of the user's own rows. */
  lexicon?: string | null
}

/**
 * What each stage made of a document, for a person or (`json`) for a program. Of a text that is no notice, what its
 * sentences name: `reading` says which of the two it was. @throws InputError where it cannot be read.
 */
export async function explain(path: string, options: ExplainOptions): Promise<string> {
  let document: Member
  try {
    document =
      options.content === undefined
        ? withFilesBeside({ uri: path, content: readFileSync(path) }, path, LIMITS)
        : { uri: path, content: options.content }
  } catch {
    throw new InputError(`${path}: no such file, or it cannot be read`)
  }
  const told = await explainDocument(document, options.date, loadKit(undefined, options.lexicon ?? null))
  return options.json ? JSON.stringify(told, null, 1) : print(told)
}

/** The same of a document at hand, as an object. @throws InputError where it cannot be read. */
export async function explainDocument(document: Member, date: string | null, kit: Kit): Promise<Told> {
  const source = await openWhole(document)
  if (source.text === '' && source.problems.length > 0)
    throw new InputError(
      `${document.uri}: ${source.problems.map((p) => `${p.code}: ${p.message}`).join('; ')}`,
    )
  return tell(trace(source, kit), date, kit)
}

/** A line that is longer says more than one thing. */
const LONGEST_SENTENCE = 120

/** One sentence, or several without the marks of a notice: no title that names its kind, no signature, table or section. */
function isPlain({ outline, notice }: Trace): boolean {
  const text = notice.text.trim()
  if (text.length <= LONGEST_SENTENCE && !text.includes('\n')) return true
  return (
    notice.genre === 'other' &&
    notice.tables.length === 0 &&
    notice.sections.length === 0 &&
    outline.signature === null &&
    outline.metadata.length === 0
  )
}

export type Told = ReturnType<typeof tell>

function tell(t: Trace, date: string | null, kit: Kit) {
  const { normalized, outline, reading, notice } = t
  const at = (start: number, end: number) => {
    const span = normalized.map.toSource(start, end)
    return { ...span, text: reading.source.text.slice(span.start, span.end) }
  }
  const stateAt = (start: number, end: number) =>
    normalized.repairs.some((r) => r.start < end && r.end > start) ? 'repaired' : 'stated'
  const plain = isPlain(t)
  return {
    reading: plain ? ('plain' as const) : ('notice' as const),
    source: notice.source,
    normalization: { counts: normalized.counts, edits: normalized.edits },
    outline: {
      title: outline.title && {
        ...at(outline.title.start, outline.title.end),
        value: outline.title.text,
        genre: outline.title.genre,
      },
      metadata: outline.metadata.map((m) => ({
        key: m.key,
        field: m.field,
        row: keyRow(m.key, kit),
        ...at(m.start, m.end),
      })),
      addressees: outline.addressees.map((a) => at(a.start, a.end)),
      passages: outline.passages.map((p) => ({
        role: p.role,
        annex: p.annex,
        path: p.path.map((h) => h.marker + h.text),
        ...at(p.start, p.end),
      })),
      signature: outline.signature && at(outline.signature.start, outline.signature.end),
      attachments: outline.attachments.map((a) => ({ number: a.number, title: a.title, found: a.found })),
      furniture: outline.furniture.map((f) => at(f.start, f.end)),
    },
    tables: notice.tables.map((table) => ({
      ...table,
      headers: table.columns.map((header) => headerOf(header, kit)),
    })),
    mentions: plain
      ? plainMentions(reading.text, date, kit).map(({ start, end, kind, ...m }) => ({
          grammar: kind,
          ...at(start, end),
          ...m,
          state: stateAt(start, end),
        }))
      : t.mentions.map((m) => ({
          grammar: m.kind,
          ...at(m.start, m.end),
          value: m.value,
          ...resolvedTime(m, t.header.anchor),
          state: stateAt(m.start, m.end),
        })),
    places: plain
      ? plainPlaces(reading.text, date?.slice(0, 10) ?? null, kit).map(({ start, end, ...p }) => ({
          ...at(start, end),
          ...p,
        }))
      : placesOf(t).map((p) => ({ ...at(p.start, p.end), code: p.code, name: p.name })),
    units: findUnits(reading.text, reading.hits, 0, reading.text.length, reading.place, reading.kit).map(
      (u) => ({
        ...at(u.start, u.end),
        written: u.written,
        name: officialName(u, reading.place, reading.kit),
        function: u.function,
        row: u.row && rowName(u.row),
      }),
    ),
    cues: cuesOf(t).map((c) => ({ ...at(c.start, c.end), category: c.category, row: rowName(c.row) })),
    notice: {
      title: notice.title,
      genre: notice.genre,
      issuer: notice.issuer,
      doc_number: notice.doc_number,
      issued: notice.issued,
      published: notice.published,
      region: notice.region,
      period: notice.period,
    },
    metrics: notice.metrics,
    records: notice.records,
    deadlines: notice.deadlines,
    checks: notice.checks,
  }
}

/** The days a time stands for, read against the notice's own date. */
function resolvedTime(m: Mention, anchor: TimeAnchor): { resolved?: { start: string; end: string } } {
  if (m.kind !== 'time' || !m.value.from) return {}
  const from = resolveCalendar(m.value.from, anchor, m.value.bound === 'before' ? 'future' : 'past')
  const to: Calendar | undefined = m.value.to && {
    ...(m.value.from.year !== undefined && { year: m.value.from.year }),
    ...(m.value.from.month !== undefined && { month: m.value.from.month }),
    ...m.value.to,
  }
  const until = to && resolveCalendar(to, anchor, 'past')
  return from ? { resolved: { start: from.start, end: until?.end ?? from.end } } : {}
}

function placesOf({ reading }: Trace): { start: number; end: number; code: string; name: string }[] {
  const { hits, text, place, kit } = reading
  return hits.longest('region', 0, text.length).flatMap((h) => {
    const region = regionNamed(text.slice(h.start, h.end), place, kit)
    return region
      ? [{ start: h.start, end: h.end, code: region.code, name: kit.regions.path(region.code, place.date) }]
      : []
  })
}

/** «cues.tsv:12»; a row of the user by its path. */
function rowName(row: Partial<RowPlace>): string | null {
  if (row.file === undefined) return null
  return `${dirname(row.file) === lexiconFolder() ? basename(row.file) : row.file}:${row.line}`
}

function keyRow(key: string, kit: Kit): string | null {
  const row = kit.tables.metadata.find((r) => r.key === key)
  return row ? rowName(row) : null
}

function headerOf(header: string, kit: Kit): { role: string; row: string | null } | null {
  const column = columnOf(header, kit)
  return column && { role: column.role, row: rowName(column) }
}

/** What the cues read in each clause, whoever it is told of and whether or not it is meant so. */
function cuesOf({
  reading,
  outline,
}: Trace): { start: number; end: number; category: string; row: RowPlace }[] {
  const { text, hits, kit } = reading
  const stretches: { start: number; end: number }[] = [
    ...outline.passages,
    ...outline.grids.flatMap((g) => g.rows.flat().filter((c) => !c.filled && c.end > c.start)),
  ]
  // A sentence by itself has no passages.
  if (stretches.length === 0) stretches.push({ start: 0, end: text.length })
  return stretches.flatMap((stretch) =>
    sentences(text, stretch.start, stretch.end).flatMap((sentence) =>
      sentence.clauses.flatMap((clause) => {
        const found = termsIn(text, hits, clause.start, clause.end, () => false)
        const terms = new Set(found.map((f) => f.term))
        const read = new Map<string, { start: number; end: number; category: string; row: RowPlace }>()
        for (const about of ['media', 'site', null] as const)
          for (const c of classify(found, { about, terms }, kit))
            if (c.cue && !read.has(c.category))
              read.set(c.category, { start: c.start, end: c.end, category: c.category, row: c.cue.row })
        return [...read.values()]
      }),
    ),
  )
}

function print(t: Told): string {
  const one = (s: string, n = 70) => s.replace(/\s+/g, ' ').slice(0, n)
  const out: string[] = [
    `${t.source.uri}  ${t.source.media_type} ${t.source.charset}, ${t.source.bytes} bytes`,
  ]
  const section = (title: string, lines: readonly string[]) =>
    out.push('', `── ${title} ──`, ...(lines.length ? lines : ['  (none)']))
  section('normalize 规整', [
    ...Object.entries(t.normalization.counts).map(([pass, n]) => `  ${pass}: ${n}`),
    ...t.normalization.edits
      .filter((e) => e.repair)
      .map((e) => `  [${e.start}-${e.end}] ${e.pass}: «${one(e.before)}» → «${one(e.after)}» (repaired)`),
  ])
  section('segment 结构', [
    `  title: ${t.outline.title?.value ?? '—'} (${t.notice.genre})`,
    ...t.outline.metadata.map(
      (m) => `  ${m.key} = ${one(m.text)}${m.field === '-' ? '' : `  → ${m.field} (${m.row})`}`,
    ),
    ...t.outline.addressees.map((a) => `  主送: ${a.text}`),
    ...t.outline.passages.map(
      (p) =>
        `  [${p.start}-${p.end}] ${p.annex ? `附件${p.annex} ` : ''}${p.role} ${p.path.join(' › ')} | ${one(p.text, 50)}`,
    ),
    ...(t.outline.signature ? [`  signature: ${one(t.outline.signature.text)}`] : []),
    ...t.outline.attachments.map(
      (a) => `  附件 ${a.number ?? ''} ${a.title}: ${a.found ? 'found' : 'not in the text'}`,
    ),
    ...t.outline.furniture.map((f) => `  furniture: ${one(f.text, 60)}`),
  ])
  section(
    'tables 表格',
    t.tables.flatMap((g) => [
      `  ${g.id} ${g.layout} «${g.title}» ${g.columns.map((c, k) => (g.headers[k] ? `${c} → ${g.headers[k].role} (${g.headers[k].row})` : c)).join(' | ')}`,
      ...g.rows.map((r) => `     ${r.map((c) => one(c.text, 24) + (c.filled ? '⁺' : '')).join(' | ')}`),
    ]),
  )
  section(
    'parse 语法',
    t.mentions.map(
      (m) =>
        `  [${m.start}-${m.end}] ${m.grammar} «${one(m.text)}» ${JSON.stringify(m.value)}${m.resolved ? ` = ${m.resolved.start}…${m.resolved.end}` : ''}${m.state === 'repaired' ? ' (repaired)' : ''}`,
    ),
  )
  section(
    'resolve 地名',
    t.places.map((p) => `  [${p.start}-${p.end}] «${p.text}» → ${p.code ?? '?'} ${p.name ?? ''}`),
  )
  section(
    'resolve 单位',
    t.units.map(
      (u) =>
        `  [${u.start}-${u.end}] «${u.text}» → ${u.name ?? '?'} (${u.function ?? '?'})${u.row ? ` ${u.row}` : ''}`,
    ),
  )
  section(
    'cues 提示语',
    t.cues.map((c) => `  [${c.start}-${c.end}] «${one(c.text)}» → ${c.category} (${c.row})`),
  )
  section(
    'notice 通报',
    Object.entries(t.notice).map(([k, v]) => `  ${k}: ${typeof v === 'object' ? JSON.stringify(v) : v}`),
  )
  section(
    'metrics 指标',
    t.metrics.map(
      (m) =>
        `  ${m.subject}.${m.measure} ${m.operator} ${m.value} ${m.unit}${m.about ? ` about ${m.about}` : ''} «${one(m.evidence[0]?.quote ?? '')}» ${m.evidence[0]?.where ?? ''}`,
    ),
  )
  section(
    'records 问题',
    t.records.map(
      (r) =>
        `  ${r.unit ?? '—'} (${r.unit_name ?? '?'}) ${r.category} ${r.subject_name ?? ''} «${one(r.problem, 40)}» ${r.evidence.map((e) => e.where).join(', ')}`,
    ),
  )
  section(
    'deadlines 期限',
    t.deadlines.map((d) => `  ${d.due ?? '—'} «${d.text}» ${d.actor ?? ''} → ${d.action ?? ''}`),
  )
  section(
    'checks 存疑',
    t.checks.map((c) => `  ${c.severity} ${c.code}: ${c.message}`),
  )
  return out.join('\n')
}
