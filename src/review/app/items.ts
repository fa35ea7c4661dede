import type { Decision, Judgement, Reviewed, Values } from '../decision.ts'
import type { Kind } from '../kinds.ts'
import type { NoticeToReview } from '../wire.ts'

/** An item of the notice in view: as extracted, as decided, or both. */
export interface Item {
  kind: Kind
  key: string
  judgement: Judgement | null
  /** What holds: the decision's where there is one. */
  value: Reviewed
  /** Extracted now; a decision may outlive the item it was made on. */
  extracted: boolean
  where: string
  confidence: number | null
}

/** Extracted items of a kind with what was decided on them, and what was added, in the order of the text. */
export function itemsOf(
  kind: Kind,
  notice: NoticeToReview,
  decisions: ReadonlyMap<string, Decision>,
): Item[] {
  const found = notice.items.filter((e) => e.kind === kind)
  const keys = new Set(found.map((e) => e.key))
  const extracted = found.map(({ key, where, confidence, value }): Item => {
    const d = decisions.get(key)
    return {
      kind,
      key,
      judgement: d?.judgement ?? null,
      value: d?.value ?? value,
      extracted: true,
      where,
      confidence,
    }
  })
  const own = [...decisions.values()].flatMap((d): Item[] => {
    const value = d.value ?? d.was
    if (d.kind !== kind || keys.has(d.key) || !value) return []
    return [
      { kind, key: d.key, judgement: d.judgement, value, extracted: false, where: '', confidence: null },
    ]
  })
  if (kind === 'fields') return extracted
  const start = (item: Item) => item.value.evidence[0]?.start ?? 0
  return [...extracted, ...own].sort((a, b) => start(a) - start(b))
}

/** An item to begin with where one was missed: what the one before it is about, this is often about too. */
export function blankFor(
  kind: Exclude<Kind, 'fields'>,
  span: { start: number; end: number },
  text: string,
  items: readonly Item[],
): Reviewed {
  const before = items.filter((i) => (i.value.evidence[0]?.start ?? 0) <= span.start).at(-1)?.value
  const quote = text.slice(span.start, span.end)
  const said = quote.replace(/\s+/g, ' ').trim().slice(0, 500)
  const evidence = [{ ...span, quote }]
  switch (kind) {
    case 'records': {
      const r = before as Values['records'] | undefined
      return {
        unit: r?.unit ?? null,
        unit_name: r?.unit_name ?? null,
        unit_function: r?.unit_function ?? null,
        subject: r?.subject ?? null,
        subject_name: null,
        problem: said,
        category: '',
        verdict: r?.verdict ?? null,
        pass_rate: r?.pass_rate ?? null,
        deadline: r?.deadline ?? null,
        evidence,
      }
    }
    case 'metrics': {
      const m = before as Values['metrics'] | undefined
      const figure = /\d+(?:\.\d+)?/.exec(quote)?.[0]
      const blank = {
        subject: m?.subject ?? null,
        measure: null,
        value: figure === undefined ? null : Number(figure),
        unit: /[%％]/.test(quote) ? 'percent' : 'count',
        about: null,
        as_of: null,
        label: null,
        evidence,
      }
      // The form wants what is null here before it can be saved.
      return blank as unknown as Values['metrics']
    }
    case 'deadlines':
      return {
        due: null,
        text: said,
        kind: 'absolute',
        actor: (before as Values['deadlines'] | undefined)?.actor ?? null,
        action: null,
        recipient: null,
        evidence,
      }
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
