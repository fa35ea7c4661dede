import type { Decision, Judgement, Reviewed } from '../decision.ts'
import type { NoticeToReview } from '../wire.ts'

/** A record of the notice in view: as extracted, as decided, or both. */
export interface Item {
  key: string
  judgement: Judgement | null
  /** What holds: the decision's where there is one. */
  record: Reviewed
  /** Extracted now; a decision may outlive the record it was made on. */
  extracted: boolean
  where: string
  confidence: number | null
}

/** Extracted records with what was decided on them, then what was added, in the order of the text. */
export function itemsOf(notice: NoticeToReview, decisions: ReadonlyMap<string, Decision>): Item[] {
  const keys = new Set(notice.records.map((r) => r.key))
  const extracted = notice.records.map(({ key, where, confidence, state: _, ...record }): Item => {
    const d = decisions.get(key)
    return {
      key,
      judgement: d?.judgement ?? null,
      record: d?.record ?? record,
      extracted: true,
      where,
      confidence,
    }
  })
  const own = [...decisions.values()].flatMap((d): Item[] => {
    const record = d.record ?? d.was
    if (keys.has(d.key) || !record) return []
    return [{ key: d.key, judgement: d.judgement, record, extracted: false, where: '', confidence: null }]
  })
  const start = (item: Item) => item.record.evidence[0]?.start ?? 0
  return [...extracted, ...own].sort((a, b) => start(a) - start(b))
}

/** A record to begin with where one was missed: whose it is is often said right before. */
export function blankFor(
  evidence: { start: number; end: number },
  text: string,
  items: readonly Item[],
): Reviewed {
  const before = items.filter((i) => (i.record.evidence[0]?.start ?? 0) <= evidence.start).at(-1)?.record
  const quote = text.slice(evidence.start, evidence.end)
  return {
    unit: before?.unit ?? null,
    unit_name: before?.unit_name ?? null,
    unit_function: before?.unit_function ?? null,
    subject: before?.subject ?? null,
    subject_name: null,
    problem: quote.replace(/\s+/g, ' ').trim().slice(0, 500),
    category: '',
    verdict: before?.verdict ?? null,
    pass_rate: before?.pass_rate ?? null,
    deadline: before?.deadline ?? null,
    evidence: [{ ...evidence, quote }],
  }
}

/** Where clauses begin and end: what the keyboard marks by. */
export function clausesOf(text: string): { start: number; end: number }[] {
  const out: { start: number; end: number }[] = []
  let start = 0
  for (let i = 0; i <= text.length; i++) {
    const c = text[i]
    if (c !== undefined && !'。;；!！?？,，、:：\n|\t'.includes(c)) continue
    let from = start
    while (from < i && text[from]!.trim() === '') from++
    if (i - from > 1) out.push({ start: from, end: i })
    start = i + 1
  }
  return out
}
