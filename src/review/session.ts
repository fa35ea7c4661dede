import type { Kit } from '../kit.ts'
import type { Notice } from '../records/schema.ts'
import { stringAt } from '../report/columns.ts'
import type { StoredNotices } from '../serve/stored-notices.ts'
import { type Decision, decisionSchema, type Reviewed } from './decision.ts'
import { type Exported, exportReview } from './export.ts'
import type { Journal } from './journal.ts'
import { keysOf, reviewedOf } from './keys.ts'
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
    const { notices, records } = this.stored.tables
    const counts = new Map<number, number>()
    for (const n of records.notice) counts.set(n, (counts.get(n) ?? 0) + 1)
    const entries: NoticeEntry[] = []
    for (const [id, index] of this.stored.indexOf) {
      const of = (field: 'title' | 'uri' | 'region' | 'period') => stringAt(notices[field], index)
      const decisions = this.journal.of(id)
      const open = decisions.length > 0 ? await this.#open(index, decisions) : (counts.get(index) ?? 0)
      entries.push({
        id,
        title: of('title') ?? of('uri') ?? id,
        uri: of('uri') ?? '',
        region: of('region'),
        period: of('period'),
        records: counts.get(index) ?? 0,
        judged: decisions.length,
        open,
      })
    }
    return entries
  }

  async notice(id: string): Promise<NoticeToReview | undefined> {
    const notice = await this.#notice(id)
    if (!notice) return undefined
    const keys = keysOf(notice)
    return {
      text: notice.text,
      url: notice.source.url,
      records: notice.records.map((r, i) => ({
        ...reviewedOf(r),
        key: keys[i]!,
        state: r.state,
        confidence: r.confidence,
        where: r.evidence[0]?.where ?? '',
      })),
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
    const { notice: id, key, judgement } = asked ?? {}
    const notice = typeof id === 'string' ? await this.#notice(id) : undefined
    if (!notice) throw new DecisionError('no such notice')
    const at = keysOf(notice).indexOf(String(key))
    const before = this.journal.of(notice.id).find((d) => d.key === key)
    const was = at >= 0 ? reviewedOf(notice.records[at]!) : (before?.was ?? null)
    const isNew = typeof key === 'string' && /^\+[\w-]{1,60}$/.test(key)
    if (!was && !before && !isNew) throw new DecisionError('no such record')
    const record =
      judgement === 'accepted'
        ? was
        : judgement === 'corrected' || judgement === 'added'
          ? this.#withQuotes(asked.record, notice.text)
          : null
    const checked = decisionSchema.safeParse({ notice: id, key, judgement, record, was })
    if (!checked.success) {
      const [issue] = checked.error.issues
      throw new DecisionError(`${issue?.path.join('.')}: ${issue?.message}`)
    }
    if (['accepted', 'corrected', 'added'].includes(checked.data.judgement) && !checked.data.record)
      throw new DecisionError('record: what is right is wanted')
    const { record: right } = checked.data
    if (right && !this.kit.severity.has(right.category)) throw new DecisionError('category: not known')
    if (right?.unit_function && !this.#functions.has(right.unit_function))
      throw new DecisionError('unit_function: not known')
    return checked.data
  }

  #withQuotes(record: unknown, text: string): unknown {
    const { evidence, ...rest } = (record ?? {}) as Partial<Reviewed>
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

  async #open(index: number, decisions: readonly Decision[]): Promise<number> {
    const decided = new Set(decisions.map((d) => d.key))
    const notice = await this.stored.at(index)
    return notice ? keysOf(notice).filter((key) => !decided.has(key)).length : 0
  }

  async #notice(id: string): Promise<Notice | undefined> {
    const index = this.stored.indexOf.get(id)
    return index === undefined ? undefined : this.stored.at(index)
  }
}
