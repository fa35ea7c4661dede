import { createHash } from 'node:crypto'
import type { Section } from '../segment/outline.ts'
import { withOwners } from './account-owners.ts'
import { areaRate } from './area-rate.ts'
import { checkers } from './checks/checks.ts'
import { type Confidence, confidenceOf, doubted, type Reason } from './confidence.ts'
import { SCHEMA_VERSION } from './contract.ts'
import { eachOnce, type FoundDeadline, findDeadlines } from './deadlines.ts'
import { proseMetrics, unique } from './figures/prose-metrics.ts'
import { fingerprintOf } from './fingerprint.ts'
import { citationsOf, type Header, type Known } from './header.ts'
import { mendingDates } from './mending-date.ts'
import { type MergedFinding, mergeFindings } from './merge.ts'
import { proseFindings } from './prose-findings.ts'
import { evidenceOf, type Reading, stateOf } from './reading.ts'
import type { Check, Deadline, Metric, Notice, NoticeRecord, SectionNode, Subject } from './schema.ts'
import { sentenceHolders } from './sentence-holders.ts'
import { nameInFull } from './short-names.ts'
import { inspected } from './subject-family.ts'
import { withoutSummaries } from './summaries.ts'
import { tableFindings } from './table-findings.ts'
import { tableMetrics } from './table-metrics.ts'
import { applyVerdicts } from './verdicts.ts'

/** The notices, whole, from documents that have been read: each stage over all of them before the next, as in the pipeline. */
export function assembleAll(readings: readonly Reading[], headers: readonly Header[]): Notice[] {
  /** What a stage makes of each document that tells what was found. */
  const told = <T>(stage: (reading: Reading) => T[]): T[][] =>
    readings.map((reading, k) => (headers[k]!.genre === 'plan' ? [] : stage(reading)))
  const holders = readings.map((reading, k) =>
    headers[k]!.genre === 'plan' ? new Map() : sentenceHolders(reading),
  )
  const ofProse = told(proseMetrics)
  const ofTables = told(tableMetrics)
  const found = readings.map(findDeadlines)
  const inProse = readings.map((reading, k) => proseFindings(reading, holders[k]!))
  const inTables = told(tableFindings)
  const findings = readings.map((_, k) => withOwners([...inProse[k]!, ...inTables[k]!], holders[k]!))
  for (const [k, { kit }] of readings.entries()) nameInFull(findings[k]!, kit)
  for (const [k, reading] of readings.entries()) applyVerdicts(reading, findings[k]!)
  const merged = readings.map((reading, k) =>
    withoutSummaries(mergeFindings(findings[k]!, reading), findings[k]!, reading),
  )
  const metrics = readings.map((_, k) =>
    unique([...ofProse[k]!, ...ofTables[k]!]).filter((m) => !ofFinding(m, merged[k]!)),
  )
  const mendBy = readings.map((reading, k) => mendingDates(reading, found[k]!, merged[k]!))
  const records = readings.map((reading, k) =>
    merged[k]!.flatMap((f) => toRecord(reading, f, metrics[k]!, mendBy[k]!)),
  )
  const deadlines = found.map((all) => eachOnce(all).map(withoutPlace))
  const checks = readings.map((): Check[] => [])
  for (const check of checkers)
    for (const [k, reading] of readings.entries())
      checks[k]!.push(
        ...check({
          reading,
          header: headers[k]!,
          metrics: metrics[k]!,
          records: records[k]!,
          deadlines: deadlines[k]!,
        }),
      )
  return readings.map((reading, k) =>
    noticeOf(reading, headers[k]!, metrics[k]!, records[k]!, deadlines[k]!, checks[k]!),
  )
}

const withoutPlace = ({
  sentence,
  time,
  clauseEnd,
  passage,
  note,
  mends,
  acts,
  ...deadline
}: FoundDeadline): Deadline => deadline

function noticeOf(
  reading: Reading,
  header: Header,
  metrics: Metric[],
  records: NoticeRecord[],
  deadlines: Deadline[],
  checks: Check[],
): Notice {
  const { source, normalized, outline, kit } = reading
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
  // Spun text may say the opposite of the notice («无» for «有»): nothing of it is more than a hint.
  const certain = <T extends Confidence>(items: T[]) =>
    normalized.spun ? items.map((item) => doubted(item, 'spun_text')) : items
  return {
    schema_version: SCHEMA_VERSION,
    id: createHash('sha256').update(source.text).digest('hex').slice(0, 16),
    source: {
      uri: source.uri,
      media_type: source.media_type,
      charset: source.charset,
      ...(source.charset_declared && { charset_declared: source.charset_declared }),
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
      const cell = (c: { start: number; end: number; text: string; filled?: true }) => {
        const span = c.end > c.start ? normalized.map.toSource(c.start, c.end) : null
        const [start, end] = span ? [span.start, span.end] : [at.start, at.start]
        return c.filled ? { text: c.text, start, end, filled: true as const } : { text: c.text, start, end }
      }
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
    fingerprint: fingerprintOf(reading.text.slice(outline.body.start, outline.body.end)),
    normalization: normalized.counts,
    fields,
    metrics: certain(metrics),
    records: certain(records),
    deadlines: certain(deadlines),
    checks,
  }
}

const OF_FINDINGS = new Set(['total', 'received', 'published'])

/** «重复开设2个微信公众号», «3封来信石沉大海»: how much of a problem there is belongs to its finding (contract, records). */
function ofFinding({ about, measure, evidence }: Metric, findings: readonly MergedFinding[]): boolean {
  const [at] = evidence
  return (
    OF_FINDINGS.has(measure) &&
    findings.some(
      (f) =>
        !f.table &&
        (about !== null || (f.unit !== null && !f.vague && f.problem.includes(at!.quote))) &&
        f.evidence.some((e) => e.start <= at!.start && e.end >= at!.end),
    )
  )
}

function toRecord(
  reading: Reading,
  f: MergedFinding,
  metrics: readonly Metric[],
  mendBy: (f: MergedFinding) => string | null,
): NoticeRecord[] {
  const category = reading.kit.severity.get(f.category)
  if (!category) return []
  const subject = inspected(reading, f.subject ?? (category.subject || null)) as Subject | null
  const { confidence, confidence_reasons } = confidenceOf(
    f.category === 'other' && 'no_category',
    f.likely && 'likely_category',
    f.vague && 'vague_holder',
    f.written === null && 'no_holder',
    toldBy(f),
  )
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
      pass_rate: areaRate(reading, subject, metrics),
      deadline: f.deadline ?? mendBy(f),
      state: f.state,
      confidence,
      confidence_reasons,
      evidence: f.evidence,
    },
  ]
}

/** Where a finding stands tells how surely its holder and its category belong together. */
function toldBy(f: MergedFinding): Reason {
  if (f.evidence.length > 1) return 'told_twice'
  if (f.table) return 'table_row'
  const quote = f.evidence[0]!.quote
  return f.written !== null && f.subjectName && quote.includes(f.written) && quote.includes(f.subjectName)
    ? 'unit_and_account'
    : 'prose_once'
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
