import { type Kit, loadKit } from '../kit.ts'
import { both } from '../messages.ts'
import { documentsOf } from '../read/containers/documents.ts'
import type { Notice } from '../records/schema.ts'
import { InputError } from './discover.ts'
import { extractOne } from './extract.ts'
import { type Gold, type GoldRecord, readCorpus } from './gold.ts'
import { match, oneOf, plain, sameDeadline, sameMetric, sameRecord } from './match.ts'

interface FieldScore {
  field: string
  hit: number
  wrong: number
  missed: number
  precision: number
  recall: number
  f1: number
}

/** How often values of a confidence are right; `all` holds hits and wrong ones (optional gold that was met is right). */
interface Calibration {
  kind:
    | 'records'
    | 'metrics'
    | 'deadlines'
    | 'record.unit_name'
    | 'record.deadline'
    | 'record.pass_rate'
    | 'all'
  buckets: { from: number; below: number | null; right: number; all: number }[]
}

export interface Miss {
  doc: string
  field: string
  what: 'missed' | 'wrong' | 'differs'
  gold: unknown
  got: unknown
}

export interface Scores {
  documents: number
  fields: FieldScore[]
  evidence: { spans: number; wrong: number }
  confidence: Calibration[]
  misses: Miss[]
}

/** Lower bounds of the buckets of confidence. */
const BUCKETS = [0.95, 0.9, 0.8, 0] as const

const RECORD_FIELDS = ['unit_name', 'unit_function', 'subject', 'verdict', 'deadline', 'pass_rate'] as const

/** Extracts every document of a corpus and scores it field by field against its gold. */
export async function evaluateCorpus(folder: string, kit: Kit = loadKit()): Promise<Scores> {
  const scorer = new Scorer()
  for (const { gold, document } of readCorpus(folder)) scorer.add(gold, await noticeOf(document, kit))
  return scorer.scores()
}

/** The first document of a file, with the files beside it that belong to it. @throws InputError where it cannot be read */
async function noticeOf(path: string, kit: Kit): Promise<Notice> {
  for await (const document of documentsOf(path, path)) {
    const read = 'problem' in document ? null : await extractOne(document, kit)
    if (read?.notice) return read.notice
    const [problem] = 'problem' in document ? [document.problem] : read!.problems
    throw new InputError(...both('not_read', path, `${problem?.code}: ${problem?.message}`))
  }
  throw new InputError(...both('not_read', path, 'empty'))
}

export class Scorer {
  readonly #sums = new Map<string, { hit: number; wrong: number; missed: number }>()
  readonly #misses: Miss[] = []
  readonly #confidence = new Map<Calibration['kind'], { right: number; all: number }[]>()
  #documents = 0
  #spans = 0
  #wrongSpans = 0

  add(gold: Gold, notice: Notice): void {
    this.#documents++
    this.#header(gold, notice)
    this.#tables(gold, notice)
    this.#set(gold.doc, 'citations', gold.notice?.citations, notice.citations)
    const attachment = (a: { title: string; found: boolean }) => `${plain(a.title)}|${a.found}`
    this.#set(
      gold.doc,
      'attachments',
      gold.notice?.attachments?.map(attachment),
      notice.attachments.map(attachment),
    )
    const checks = notice.checks
      .filter((c) => c.severity !== 'info')
      .map((c) => (c.code === 'table_truncated' ? 'row_count_mismatch' : c.code))
    this.#set(gold.doc, 'checks', gold.checks, checks)
    if (gold.metrics) {
      const metrics = match(gold.metrics, notice.metrics, sameMetric, (g, p) =>
        g.measure === p.measure ? 1 : 0,
      )
      this.#items(gold.doc, 'metrics', metrics)
      this.#calibrate('metrics', notice.metrics, metrics.wrong)
    }
    if (gold.deadlines) {
      const deadlines = match(gold.deadlines, notice.deadlines, sameDeadline, () => 0)
      this.#items(gold.doc, 'deadlines', deadlines)
      this.#calibrate('deadlines', notice.deadlines, deadlines.wrong)
    }
    if (gold.records) this.#records(gold.doc, gold.records, notice)
    for (const item of [...notice.records, ...notice.metrics, ...notice.deadlines])
      for (const e of item.evidence) {
        this.#spans++
        if (e.quote === '' || notice.text.slice(e.start, e.end) !== e.quote) this.#wrongSpans++
      }
  }

  #records(doc: string, gold: readonly GoldRecord[], notice: Notice): void {
    const records = match(
      gold,
      notice.records,
      sameRecord,
      (g, p) =>
        (g.subject !== undefined && oneOf(g.subject, p.subject) ? 1 : 0) + (g.unit === p.unit ? 1 : 0),
    )
    this.#items(doc, 'records', records)
    this.#calibrate('records', notice.records, records.wrong)
    for (const [g, p] of records.pairs)
      for (const field of RECORD_FIELDS) {
        const want = g[field]
        if (want === undefined) continue
        const right = oneOf(want, p[field])
        this.#sum(`record.${field}`, right ? 1 : 0, right ? 0 : 1, right ? 0 : 1)
        if (field === 'unit_name' || field === 'deadline' || field === 'pass_rate')
          this.#tally(`record.${field}`, p.confidence, right)
        if (!right)
          this.#misses.push({
            doc: doc,
            field: `record.${field}`,
            what: 'differs',
            gold: want,
            got: p[field],
          })
      }
  }

  scores(): Scores {
    const fields = [...this.#sums].map(([field, s]) => {
      const precision = s.hit / (s.hit + s.wrong || 1)
      const recall = s.hit / (s.hit + s.missed || 1)
      return { field, ...s, precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) }
    })
    return {
      documents: this.#documents,
      fields,
      evidence: { spans: this.#spans, wrong: this.#wrongSpans },
      confidence: [...this.#confidence].map(([kind, tallies]) => ({
        kind,
        buckets: BUCKETS.map((from, i) => ({ from, below: BUCKETS[i - 1] ?? null, ...tallies[i]! })),
      })),
      misses: this.#misses,
    }
  }

  #header(gold: Gold, notice: Notice): void {
    const got: Record<string, unknown> = {
      ...notice,
      region_code: notice.region?.code,
      period: notice.period?.label,
    }
    for (const field of [
      'title',
      'genre',
      'issuer',
      'doc_number',
      'index_number',
      'issued',
      'published',
      'region_code',
      'period',
    ]) {
      const want = gold.notice?.[field]
      if (want === undefined) continue
      const right = oneOf(want as string, got[field])
      this.#sum(`notice.${field}`, right ? 1 : 0, right ? 0 : 1, right ? 0 : 1)
      if (!right) this.#misses.push({ doc: gold.doc, field, what: 'differs', gold: want, got: got[field] })
    }
  }

  /** Cells of the gold table found in the extracted table that holds most of them. */
  #tables(gold: Gold, notice: Notice): void {
    for (const table of gold.tables ?? []) {
      const want = [...table.columns, ...table.rows.flat()].map(plain)
      let hit = 0
      for (const t of notice.tables) {
        const left = new Map<string, number>()
        for (const c of [...t.columns, ...t.rows.flat().map((c) => c.text)].map(plain))
          left.set(c, (left.get(c) ?? 0) + 1)
        let n = 0
        for (const c of want) {
          const k = left.get(c) ?? 0
          if (k === 0) continue
          n++
          left.set(c, k - 1)
        }
        hit = Math.max(hit, n)
      }
      this.#sum('table cells', hit, 0, want.length - hit)
      if (hit < want.length)
        this.#misses.push({
          doc: gold.doc,
          field: 'table cells',
          what: 'missed',
          gold: table.columns.join('|'),
          got: `${hit}/${want.length}`,
        })
    }
  }

  #items<G, P>(doc: string, field: string, m: { hit: number; wrong: P[]; missed: G[] }): void {
    this.#sum(field, m.hit, m.wrong.length, m.missed.length)
    for (const gold of m.missed) this.#misses.push({ doc, field, what: 'missed', gold, got: null })
    for (const got of m.wrong) this.#misses.push({ doc, field, what: 'wrong', gold: null, got })
  }

  #calibrate<P extends { confidence: number }>(
    kind: 'records' | 'metrics' | 'deadlines',
    got: readonly P[],
    wrong: readonly P[],
  ): void {
    for (const p of got)
      for (const into of [kind, 'all'] as const) this.#tally(into, p.confidence, !wrong.includes(p))
  }

  #tally(kind: Calibration['kind'], confidence: number, right: boolean): void {
    const tallies = this.#confidence.get(kind) ?? BUCKETS.map(() => ({ right: 0, all: 0 }))
    this.#confidence.set(kind, tallies)
    const tally = tallies[BUCKETS.findIndex((from) => confidence >= from)]!
    tally.all++
    if (right) tally.right++
  }

  #set(doc: string, field: string, gold: readonly string[] | undefined, got: readonly string[]): void {
    if (!gold) return
    const want = new Set(gold.map(plain))
    const have = new Set(got.map(plain))
    const missed = [...want].filter((x) => !have.has(x))
    const wrong = [...have].filter((x) => !want.has(x))
    this.#sum(field, want.size - missed.length, wrong.length, missed.length)
    for (const x of missed) this.#misses.push({ doc, field, what: 'missed', gold: x, got: null })
    for (const x of wrong) this.#misses.push({ doc, field, what: 'wrong', gold: null, got: x })
  }

  #sum(field: string, hit: number, wrong: number, missed: number): void {
    const s = this.#sums.get(field) ?? { hit: 0, wrong: 0, missed: 0 }
    this.#sums.set(field, { hit: s.hit + hit, wrong: s.wrong + wrong, missed: s.missed + missed })
  }
}
