import { createHash } from 'node:crypto'
import { officialName } from '../resolve/official-name.ts'
import type { Section } from '../segment/outline.ts'
import { checkers } from './checks/checks.ts'
import { type FoundDeadline, findDeadlines } from './deadlines.ts'
import { citationsOf, type Header, type Known } from './header.ts'
import { type MergedFinding, mergeFindings, unitKey } from './merge.ts'
import { proseFindings } from './prose-findings.ts'
import { proseMetrics, unique } from './prose-metrics.ts'
import { evidenceOf, type Reading, stateOf } from './reading.ts'
import {
  type Metric,
  type Notice,
  type NoticeRecord,
  SCHEMA_VERSION,
  type SectionNode,
  type Subject,
} from './schema.ts'
import { tableFindings } from './table-findings.ts'
import { tableMetrics } from './table-metrics.ts'

/** The notice, whole, from a document that has been read. */
export function assemble(reading: Reading, header: Header): Notice {
  const { source, normalized, outline, kit } = reading
  const yieldsRecords = header.genre !== 'plan'
  const metrics = yieldsRecords ? unique([...proseMetrics(reading), ...tableMetrics(reading)]) : []
  const found = findDeadlines(reading)
  const merged = yieldsRecords
    ? mergeFindings([...proseFindings(reading), ...tableFindings(reading)], reading)
    : []
  const records = merged.flatMap((f) => toRecord(reading, f, metrics, found))
  const deadlines = found.map(({ sentence: _, mends: __, ...d }) => d)
  const docNumber = header.docNumber?.value ?? null
  const span = (k: Known<unknown> | null) =>
    k && {
      state: stateOf(reading, k.start, k.end),
      evidence: k.end > k.start ? [evidenceOf(reading, k.start, k.end, '文首')] : [],
    }
  const fields = Object.fromEntries(
    Object.entries({
      title: span(header.title),
      issuer: span(header.issuer),
      doc_number: span(header.docNumber),
      index_number: span(header.indexNumber),
      issued: span(header.issued),
      published: span(header.published),
      period: span(header.period),
    }).filter(([, v]) => v !== null),
  ) as Notice['fields']
  const certain = <T extends { confidence: number }>(items: T[]) => (normalized.spun ? doubted(items) : items)
  return {
    schema_version: SCHEMA_VERSION,
    id: createHash('sha256').update(source.text).digest('hex').slice(0, 16),
    source: {
      uri: source.uri,
      media_type: source.media_type,
      charset: source.charset,
      bytes: source.bytes,
      sha256: source.sha256,
      url: source.url,
    },
    text: source.text,
    title: header.title?.value ?? null,
    genre: header.genre,
    issuer: header.issuer?.value ?? null,
    addressees: outline.addressees.map((a) => a.text),
    doc_number: docNumber,
    index_number: header.indexNumber?.value ?? null,
    issued: header.issued?.value ?? null,
    published: header.published?.value ?? null,
    region: header.region && {
      code: header.region.code,
      name: kit.regions.path(header.region.code, header.place.date),
      level: header.region.level,
    },
    period: header.period?.value ?? null,
    citations: citationsOf(reading, docNumber),
    attachments: outline.attachments.map(({ number, title, found }) => ({ number, title, found })),
    sections: outline.sections.map((s) => sectionOf(reading, s)),
    tables: outline.grids.map((g, n) => {
      const grouped = g.groups.some((x) => x !== null)
      const at = normalized.map.toSource(g.start, g.end)
      const cell = (c: { start: number; end: number; text: string; filled?: true }) => ({
        text: c.text,
        ...(c.end > c.start ? normalized.map.toSource(c.start, c.end) : { start: at.start, end: at.start }),
        ...(c.filled && { filled: true }),
      })
      return {
        id: `t${n + 1}`,
        title: g.title,
        columns: [...(grouped ? ['group'] : []), ...g.columns.map((c) => c.text)],
        rows: g.rows.map((row, r) => [
          ...(grouped ? [cell(g.groups[r] ?? { start: 0, end: 0, text: '' })] : []),
          ...row.map(cell),
        ]),
        layout: g.layout,
        ...at,
      }
    }),
    normalization: normalized.counts,
    fields,
    metrics: certain(metrics),
    records: certain(records),
    deadlines: certain(deadlines),
    checks: checkers.flatMap((check) => check({ reading, header, metrics, records, deadlines })),
  }
}

/** Spun text may say the opposite of the notice («无» for «有»): nothing of it is more than a hint. */
function doubted<T extends { confidence: number }>(items: T[]): T[] {
  return items.map((item) => ({ ...item, confidence: Math.min(item.confidence, 0.3) }))
}

const MEDIA = new Set([
  'new_media',
  'wechat',
  'weibo',
  'douyin',
  'kuaishou',
  'toutiao',
  'video_channel',
  'app',
  'mini_program',
  'other_media',
])

function toRecord(
  reading: Reading,
  f: MergedFinding,
  metrics: readonly Metric[],
  deadlines: readonly FoundDeadline[],
): NoticeRecord[] {
  const category = reading.kit.severity.get(f.category)
  if (!category) return []
  const subject = (f.subject ?? (category.subject || null)) as Subject | null
  return [
    {
      unit: f.written,
      unit_name: f.unitName,
      unit_function: f.unit?.function ?? null,
      unit_region_code:
        f.unit?.region?.code ??
        (f.unit && f.unit.prefix === '' ? (reading.place.region?.code ?? null) : null),
      subject,
      subject_name: f.subjectName,
      subject_url: f.subjectUrl,
      problem: f.problem,
      category: f.category,
      severity: category.severity,
      verdict: f.verdict,
      pass_rate: passRate(subject, metrics),
      deadline: f.deadline ?? mendBy(reading, f, deadlines),
      state: f.state,
      confidence: f.category === 'other' ? 0.5 : f.vague ? 0.7 : 0.9,
      evidence: f.evidence,
    },
  ]
}

/** The area's latest stated pass rate for the family of the subject. */
function passRate(subject: Subject | null, metrics: readonly Metric[]): number | null {
  const family =
    subject && MEDIA.has(subject)
      ? 'new_media'
      : subject === 'website' || subject === 'column'
        ? 'website'
        : null
  if (!family) return null
  const rates = metrics.filter((m) => m.measure === 'pass_rate' && m.subject === family && m.about === null)
  return rates.at(-1)?.value ?? null
}

/** The due date that names the unit, else the one all must mend by. */
function mendBy(reading: Reading, f: MergedFinding, deadlines: readonly FoundDeadline[]): string | null {
  const { text, place, kit } = reading
  if (f.vague) return null
  const mends = deadlines.filter((d) => d.mends && d.due !== null)
  if (mends.length === 0) return null
  const name = f.unit ? (officialName(f.unit, place, kit) ?? f.written) : f.written
  const short = unitKey(name, place).replace(/人民政府$|政府$|网站$/, '')
  const own = mends.find(
    (d) => short.length >= 2 && text.slice(d.sentence.start, d.sentence.end).includes(short.slice(-6)),
  )
  const general = mends.filter(
    (d) => !/其余|其他|未被|下一|年底/.test(text.slice(d.sentence.start, d.sentence.end).slice(0, 12)),
  )
  return (own ?? general[0] ?? mends[0])!.due
}

function sectionOf(reading: Reading, s: Section): SectionNode {
  const at = reading.normalized.map.toSource(s.start, s.end)
  return {
    level: s.level,
    marker: s.marker,
    heading: s.heading,
    ...at,
    sections: s.sections.map((c) => sectionOf(reading, c)),
  }
}
