import type { Kit } from '../kit.ts'
import type { Notice } from '../records/schema.ts'
import { stringAt } from '../report/columns.ts'
import type { StoredNotices } from '../serve/stored-notices.ts'
import { type Decision, decisionSchema, type Reviewed } from './decision.ts'
import { type Exported, exportReview } from './export.ts'
import { extractedOf } from './extracted.ts'
import type { Journal } from './journal.ts'
import { FIELDS, KINDS, type Kind } from './kinds.ts'
import type { NoticeEntry, NoticeToReview } from './wire.ts'

/** A decision that cannot be kept, and why. */
export class DecisionError extends Error {
  override readonly name = 'DecisionError'
}

/** A review of an output folder: its notices, and what was decided on them so far. */
export class Session {
  readonly #functions: ReadonlySet<string>

  constructor(
    private readonly stored: StoredNotices,
    private readonly journal: Journal,
    private readonly kit: Kit,
  ) {
    this.#functions = new Set(kit.tables.functions.map((row) => row.function))
  }

  async list(): Promise<NoticeEntry[]> {
    const { notices } = this.stored.tables
    const counts = (['records', 'metrics', 'deadlines'] as const).map((kind) => {
      const of = new Map<number, number>()
      for (const n of this.stored.tables[kind].notice) of.set(n, (of.get(n) ?? 0) + 1)
      return [kind, of] as const
    })
    const entries: NoticeEntry[] = []
    for (const [id, index] of this.stored.indexOf) {
      const of = (field: 'title' | 'uri' | 'region' | 'period') => stringAt(notices[field], index)
      const decisions = this.journal.of(id)
      const all = counts.map(([kind, of]) => [kind, of.get(index) ?? 0] as const)
      entries.push({
        id,
        title: of('title') ?? of('uri') ?? id,
        uri: of('uri') ?? '',
        region: of('region'),
        period: of('period'),
        judged: countsOf(decisions),
        open:
          decisions.length > 0
            ? await this.#open(index, decisions)
            : { ...countsOf([]), ...Object.fromEntries(all), fields: FIELDS.length },
      })
    }
    return entries
  }

  async notice(id: string): Promise<NoticeToReview | undefined> {
    const notice = await this.#notice(id)
    if (!notice) return undefined
    return {
      text: notice.text,
      url: notice.source.url,
      items: extractedOf(notice),
      decisions: this.journal.of(id),
    }
  }

  /** Keeps decisions, all of them or none. @throws DecisionError */
  async decide(asked: unknown): Promise<void> {
    if (!Array.isArray(asked) || asked.length === 0 || asked.length > 10_000)
      throw new DecisionError('a list of decisions is wanted')
    const decisions: Decision[] = []
    for (const one of asked) decisions.push(await this.#checked(one as Record<string, unknown>))
    this.journal.add(decisions)
  }

  async export(folder: string, lexicon: string | null): Promise<Exported> {
    const notices: Notice[] = []
    for (const id of this.journal.notices()) {
      const notice = await this.#notice(id)
      if (notice) notices.push(notice)
    }
    return exportReview(this.journal, notices, folder, lexicon)
  }

  async #checked(asked: Record<string, unknown>): Promise<Decision> {
    const { notice: id, kind, key, judgement } = asked ?? {}
    const notice = typeof id === 'string' ? await this.#notice(id) : undefined
    if (!notice) throw new DecisionError('no such notice')
    const before = this.journal.of(notice.id).find((d) => d.kind === kind && d.key === key)
    const was =
      extractedOf(notice).find((e) => e.kind === kind && e.key === key)?.value ?? before?.was ?? null
    const isNew = kind !== 'fields' && typeof key === 'string' && /^\+[\w-]{1,60}$/.test(key)
    if (!was && !before && !isNew) throw new DecisionError('no such item')
    const wanted = judgement === 'corrected' || judgement === 'added'
    const value = judgement === 'accepted' ? was : wanted ? this.#withQuotes(asked.value, notice.text) : null
    const checked = decisionSchema.safeParse({ notice: id, kind, key, judgement, value, was })
    if (!checked.success) {
      const [issue] = checked.error.issues
      throw new DecisionError(`${issue?.path.join('.')}: ${issue?.message}`)
    }
    const { data } = checked
    if ((wanted || judgement === 'accepted') && !data.value)
      throw new DecisionError('value: what is right is wanted')
    if (data.kind === 'fields' && data.value && data.value.field !== data.was?.field)
      throw new DecisionError('field: another one')
    if (data.kind === 'records' && data.value) {
      if (!this.kit.severity.has(data.value.category)) throw new DecisionError('category: not known')
      if (data.value.unit_function && !this.#functions.has(data.value.unit_function))
        throw new DecisionError('unit_function: not known')
    }
    return data
  }

  #withQuotes(value: unknown, text: string): unknown {
    const { evidence, ...rest } = (value ?? {}) as Partial<Reviewed>
    if (!Array.isArray(evidence)) return rest
    return {
      ...rest,
      evidence: evidence.map(({ start, end }) => {
        if (
          !(
            Number.isInteger(start) &&
            Number.isInteger(end) &&
            start >= 0 &&
            start < end &&
            end <= text.length
          )
        )
          throw new DecisionError('evidence: outside of the text')
        return { start, end, quote: text.slice(start, end) }
      }),
    }
  }

  async #open(index: number, decisions: readonly Decision[]): Promise<Record<Kind, number>> {
    const decided = new Set(decisions.map((d) => d.key))
    const notice = await this.stored.at(index)
    return countsOf(notice ? extractedOf(notice).filter((e) => !decided.has(e.key)) : [])
  }

  async #notice(id: string): Promise<Notice | undefined> {
    const index = this.stored.indexOf.get(id)
    return index === undefined ? undefined : this.stored.at(index)
  }
}

function countsOf(items: readonly { kind: Kind }[]): Record<Kind, number> {
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>
  for (const { kind } of items) counts[kind]++
  return counts
}
