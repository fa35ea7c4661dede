import { type Kit, loadKit } from '../kit.ts'
import { type Message, say, speaks } from '../messages.ts'
import { LIMITS, type Limits, type Member, overBytes } from '../read/containers/container.ts'
import type { DocumentsOptions } from '../read/containers/documents.ts'
import type { NoticeRecord } from '../records/schema.ts'
import { InputError } from './discover.ts'
import { explainDocument, type Told } from './explain.ts'
import { documentNamed } from './named-document.ts'

interface ExplainOptions extends DocumentsOptions {
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
  const document =
    options.content === undefined
      ? await documentNamed(path, options)
      : given(path, options.content, options.limits ?? LIMITS)
  const kit = loadKit(undefined, options.lexicon ?? null)
  const told = await explainDocument(document, options.date, kit)
  return options.json ? JSON.stringify(told, null, 1) : printed(told, kit)
}

function given(uri: string, content: string | Uint8Array, limits: Limits): Member {
  if (Buffer.byteLength(content) > limits.maxBytes) throw new InputError(overBytes(uri, limits).message)
  return { uri, content, limits }
}

/** What was made of a document, for a person: names of codes in Chinese beside them where Chinese is spoken. */
function printed(t: Told, kit: Kit): string {
  const coded = coder(kit)
  const one = (s: string, n = 70) => s.replace(/\s+/g, ' ').slice(0, n)
  const out: string[] = [
    say('explain_source', t.source.uri, t.source.media_type, t.source.charset, t.source.bytes),
    ...(t.reading === 'plain' ? [say('explain_plain')] : []),
  ]
  const likely = (r: NoticeRecord) =>
    r.confidence_reasons.includes('likely_category')
      ? ` ${say('explain_likely', kit.likeness.speakingFor(r.category, r.problem).join(' '))}`
      : ''
  const section = (title: Message, lines: readonly string[]) =>
    out.push('', `── ${say(title)} ──`, ...(lines.length ? lines : [`  ${say('explain_none')}`]))
  if (t.problems.length > 0)
    section(
      'explain_read',
      t.problems.map((p) => `  ${p.code}: ${p.message}`),
    )
  section('explain_normalize', [
    ...Object.entries(t.normalization.counts).map(([pass, n]) => `  ${pass}: ${n}`),
    ...t.normalization.edits
      .filter((e) => e.repair)
      .map(
        (e) =>
          `  [${e.start}-${e.end}] ${e.pass}: «${one(e.before)}» → «${one(e.after)}» ${say('explain_repaired')}`,
      ),
  ])
  section('explain_segment', [
    `  ${say('explain_title')} ${t.outline.title?.value ?? '—'} (${coded('genre', t.notice.genre)})`,
    ...t.outline.metadata.map(
      (m) => `  ${m.key} = ${one(m.text)}${m.field === '-' ? '' : `  → ${m.field} (${m.row})`}`,
    ),
    ...t.outline.addressees.map((a) => `  ${say('explain_addressee')} ${a.text}`),
    ...t.outline.passages.map(
      (p) =>
        `  [${p.start}-${p.end}] ${p.annex ? `附件${p.annex} ` : ''}${coded('passage', p.role)} ${p.path.join(' › ')} | ${one(p.text, 50)}`,
    ),
    ...(t.outline.signature ? [`  ${say('explain_signature')} ${one(t.outline.signature.text)}`] : []),
    ...t.outline.attachments.map(
      (a) => `  附件 ${a.number ?? ''} ${a.title}: ${say(a.found ? 'explain_found' : 'explain_not_found')}`,
    ),
    ...t.outline.furniture.map((f) => `  ${say('explain_furniture')} ${one(f.text, 60)}`),
  ])
  section(
    'explain_tables',
    t.tables.flatMap((g) => [
      `  ${g.id} ${g.layout} «${g.title}» ${g.columns.map((c, k) => (g.headers[k] ? `${c} → ${g.headers[k].role} (${g.headers[k].row})` : c)).join(' | ')}`,
      ...g.rows.map((r) => `     ${r.map((c) => one(c.text, 24) + (c.filled ? '⁺' : '')).join(' | ')}`),
    ]),
  )
  section(
    'explain_parse',
    t.mentions.map(
      (m) =>
        `  [${m.start}-${m.end}] ${m.grammar} «${one(m.text)}» ${JSON.stringify(m.value)}${m.resolved ? ` = ${m.resolved.start}…${m.resolved.end}` : ''}${m.state === 'repaired' ? ` ${say('explain_repaired')}` : ''}`,
    ),
  )
  section(
    'explain_places',
    t.places.map((p) => `  [${p.start}-${p.end}] «${p.text}» → ${p.code ?? '?'} ${p.name ?? ''}`),
  )
  section(
    'explain_units',
    t.units.map(
      (u) =>
        `  [${u.start}-${u.end}] «${u.text}» → ${u.name ?? '?'} (${u.function ? coded('unit_function', u.function) : '?'})${u.row ? ` ${u.row}` : ''}`,
    ),
  )
  section(
    'explain_cues',
    t.cues.map(
      (c) =>
        `  [${c.start}-${c.end}] «${one(c.text)}» → ${coded('category', c.category)} (${[c.row, ...c.also].join('; ')})`,
    ),
  )
  section(
    'explain_notice',
    Object.entries(t.notice).map(
      ([k, v]) =>
        `  ${coded('field', k)}: ${v === null ? '—' : typeof v === 'object' ? JSON.stringify(v) : k === 'genre' ? coded('genre', v) : v}`,
    ),
  )
  section(
    'explain_metrics',
    t.metrics.map(
      (m) =>
        `  ${coded('subject', m.subject)}.${coded('measure', m.measure)} ${m.operator} ${m.value} ${m.unit}${m.about ? ` ${say('explain_about', m.about)}` : ''} «${one(m.evidence[0]?.quote ?? '')}» ${m.evidence[0]?.where ?? ''}`,
    ),
  )
  section(
    'explain_records',
    t.records.map(
      (r) =>
        `  ${r.unit ?? '—'} (${r.unit_name ?? '?'}) ${coded('category', r.category)} ${r.subject_name ?? ''} «${one(r.problem, 40)}» ${r.evidence.map((e) => e.where).join(', ')}${likely(r)}`,
    ),
  )
  section(
    'explain_deadlines',
    t.deadlines.map((d) => `  ${d.due ?? '—'} «${d.text}» ${d.actor ?? ''} → ${d.action ?? ''}`),
  )
  section(
    'explain_checks',
    t.checks.map((c) => `  ${coded('check_severity', c.severity)} ${coded('check', c.code)}: ${c.message}`),
  )
  return out.join('\n')
}

/** A code, in Chinese with its name before it. */
function coder(kit: Kit): (kind: string, code: string) => string {
  if (speaks() !== 'zh') return (_, code) => code
  const names = new Map<string, string>()
  for (const t of kit.tables.terms) names.set(`${t.kind} ${t.code}`, t.zh)
  for (const c of kit.tables.categories) names.set(`category ${c.category}`, c.zh)
  for (const f of kit.tables.functions) names.set(`unit_function ${f.function}`, f.zh)
  for (const [role, zh] of Object.entries(PASSAGES)) names.set(`passage ${role}`, zh)
  return (kind, code) => {
    const name = names.get(`${kind} ${code}`)
    return name === undefined ? code : `${name} ${code}`
  }
}

const PASSAGES = {
  overview: '概况',
  problems: '问题',
  causes: '原因',
  requirements: '要求',
  praise: '表扬',
  previous: '以往',
  criteria: '标准',
  unknown: '未定',
}
