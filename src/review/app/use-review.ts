import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Decision, Judgement, Reviewed } from '../decision.ts'
import type { ExportTold, NoticeEntry, NoticeToReview } from '../wire.ts'
import { askExport, askNotice, askNotices, keep, kept, Outbox } from './ask.ts'
import { blankFor, type Item, itemsOf } from './items.ts'

/** A record being written: `key` of the one it corrects, or a new one. */
export interface Draft {
  notice: string
  key: string
  record: Reviewed
}

interface Place {
  notice: string
  key: string | null
}

/** Everything the page shows, and what may be done to it. Decisions take effect here at once and go to the disk by the outbox. */
export function useReview() {
  const [entries, setEntries] = useState<NoticeEntry[] | null>(null)
  const [place, setPlace] = useState<Place>(() => kept('place', { notice: '', key: null }))
  const [loaded, setLoaded] = useState<(NoticeToReview & { id: string }) | null>(null)
  const [decisions, setDecisions] = useState<ReadonlyMap<string, Decision>>(new Map())
  const [draft, setDraftState] = useState<Draft | null>(() => kept('draft', null))
  const [unsaved, setUnsaved] = useState(0)
  const [wrong, setWrong] = useState<string | null>(null)
  const [exported, setExported] = useState<ExportTold | null>(null)
  const outbox = useRef<Outbox | null>(null)

  const setDraft = useCallback((next: Draft | null) => {
    keep('draft', next)
    setDraftState(next)
  }, [])

  useEffect(() => {
    outbox.current = new Outbox(setUnsaved, setWrong)
    askNotices().then(setEntries, (e: unknown) => setWrong(String(e)))
  }, [])
  const id = entries?.some((e) => e.id === place.notice) ? place.notice : (entries?.[0]?.id ?? null)
  useEffect(() => {
    if (id === null) return
    let wanted = true
    askNotice(id).then(
      (notice) => {
        if (!wanted) return
        const own = new Map(notice.decisions.map((d) => [d.key, d]))
        // What is on its way to the disk holds already.
        for (const asked of kept<Decision[][]>('outbox', []).flat())
          if (asked.notice === id) own.set(asked.key, { ...asked, was: own.get(asked.key)?.was ?? null })
        setDecisions(own)
        setLoaded({ ...notice, id })
      },
      (e: unknown) => wanted && setWrong(String(e)),
    )
    return () => {
      wanted = false
    }
  }, [id])
  useEffect(() => keep('place', { ...place, notice: id ?? '' }), [place, id])

  const notice = loaded?.id === id ? loaded : null
  const items = useMemo(() => {
    const stand = new Map([...decisions].filter(([, d]) => d.judgement !== 'withdrawn'))
    return notice ? itemsOf(notice, stand) : []
  }, [notice, decisions])
  const chosen = items.find((i) => i.key === place.key) ?? items.find((i) => !i.judgement) ?? items[0] ?? null

  const choose = (key: string) => setPlace({ notice: id ?? '', key })
  const open = (next: string) => setPlace({ notice: next, key: null })

  /** Keeps a judgement on records of the notice in view. */
  const judge = (judged: { key: string; judgement: Judgement; record: Reviewed | null }[]) => {
    if (!notice || judged.length === 0) return
    setWrong(null)
    const made = judged.map(
      (j): Decision => ({
        ...j,
        notice: notice.id,
        record: j.judgement === 'accepted' ? (items.find((i) => i.key === j.key)?.record ?? null) : j.record,
        was: wasOf(j.key),
      }),
    )
    const next = new Map(decisions)
    for (const d of made) next.set(d.key, d)
    setDecisions(next)
    outbox.current?.put(
      made.map(({ notice, key, judgement, record }) => ({
        notice,
        key,
        judgement,
        record: record && {
          ...record,
          evidence: record.evidence.map(({ start, end }) => ({ start, end })),
        },
      })),
    )
    const stand = [...next.values()].filter((d) => d.judgement !== 'withdrawn')
    const decided = new Set(stand.map((d) => d.key))
    setEntries(
      (all) =>
        all?.map((e) =>
          e.id === notice.id
            ? { ...e, judged: stand.length, open: notice.records.filter((r) => !decided.has(r.key)).length }
            : e,
        ) ?? null,
    )
  }
  const wasOf = (key: string): Reviewed | null => {
    const record = notice?.records.find((r) => r.key === key)
    if (!record) return decisions.get(key)?.was ?? null
    const { key: _k, state: _s, confidence: _c, where: _w, ...was } = record
    return was
  }

  const write = (item: Item) => notice && setDraft({ notice: notice.id, key: item.key, record: item.record })
  const writeNew = (span: { start: number; end: number }) =>
    notice &&
    setDraft({
      notice: notice.id,
      key: `+${crypto.randomUUID()}`,
      record: blankFor(span, notice.text, items),
    })
  const saveDraft = () => {
    if (!draft) return
    judge([
      { key: draft.key, judgement: draft.key.startsWith('+') ? 'added' : 'corrected', record: draft.record },
    ])
    setDraft(null)
    choose(draft.key)
  }
  const exportAll = () =>
    askExport().then(setExported, (e: unknown) => setWrong(e instanceof Error ? e.message : String(e)))

  return {
    entries,
    id,
    notice,
    items,
    chosen,
    unsaved,
    wrong,
    exported,
    draft: draft?.notice === id ? draft : null,
    choose,
    open,
    judge,
    write,
    writeNew,
    setDraft,
    saveDraft,
    exportAll,
    shut: () => setExported(null),
  }
}

export type Review = ReturnType<typeof useReview>
