import { basename, dirname } from 'node:path'
import type { Calendar } from '../../grammars/date/values.ts'
import type { Kit } from '../kit.ts'
import { lexiconFolder } from '../lexicon/folder.ts'
import type { RowPlace } from '../lexicon/table.ts'
import { both } from '../messages.ts'
import type { Mention } from '../parse/mentions.ts'
import { type Trace, trace } from '../pipeline.ts'
import { openWhole } from '../read/attachments/with-attachments.ts'
import type { Member } from '../read/containers/container.ts'
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

/**
 * What each stage made of a document at hand; of a text that is no notice what its sentences name: `reading` says which of
 * the two it was. @throws InputError where it cannot be read
 */
export async function explainDocument(document: Member, date: string | null, kit: Kit): Promise<Told> {
  const source = await openWhole(document)
  if (source.text === '' && source.problems.length > 0)
    throw new InputError(
      ...both('not_read', document.uri, source.problems.map((p) => `${p.code}: ${p.message}`).join('; ')),
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
    problems: reading.source.problems,
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
    cues: cuesOf(t).map((c) => ({
      ...at(c.start, c.end),
      category: c.category,
      row: rowName(c.row),
      also: c.also.map(rowName),
    })),
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
  return `${isOwn(row.file) ? row.file : basename(row.file)}:${row.line}`
}

const isOwn = (file: string): boolean => dirname(file) !== lexiconFolder()

interface ReadCue {
  start: number
  end: number
  category: string
  row: RowPlace
  /** Rows of the user that say the same, where another says more. */
  also: RowPlace[]
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
function cuesOf({ reading, outline }: Trace): ReadCue[] {
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
        const read = new Map<string, ReadCue>()
        for (const about of ['media', 'site', null] as const)
          for (const c of classify(found, { about, terms }, kit))
            if (c.cue && !read.has(c.category))
              read.set(c.category, {
                start: c.start,
                end: c.end,
                category: c.category,
                row: c.cue.row,
                also: [],
              })
        for (const cue of new Set([...terms].flatMap((term) => kit.cues.byTerm[term] ?? []))) {
          const same = read.get(cue.category)
          if (same && same.row !== cue.row && isOwn(cue.row.file) && cue.terms.every((t) => terms.has(t.id)))
            same.also.push(cue.row)
        }
        return [...read.values()]
      }),
    ),
  )
}
