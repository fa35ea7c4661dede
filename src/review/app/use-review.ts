import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Decision, Judgement, Reviewed, Values } from '../decision.ts'
import { KINDS, type Kind } from '../kinds.ts'
import type { Asked, ExportTold, NoticeEntry, NoticeToReview } from '../wire.ts'
import { askExport, askNotice, askNotices, keep, kept, noticeAsked, Outbox } from './ask.ts'
import { blankFor, type Item, itemsOf } from './items.ts'

/** An item being written: `key` of the one it corrects, or a new one. */
export interface Draft {
  notice: string
  kind: Kind
  key: string
  value: Reviewed
}

interface Place {
  notice: string
  kind: Kind
  key: string | null
}

const NOWHERE: Place = { notice: '', kind: 'records', key: null }

/** Everything the page shows, and what may be done to it. Decisions take effect here at once and go to the disk by the outbox. */
export function useReview() {
  const [entries, setEntries] = useState<NoticeEntry[] | null>(null)
  const [place, setPlace] = useState<Place>(placeToBegin)
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
        for (const asked of kept<Asked[][]>('outbox', []).flat())
          if (asked.notice === id)
            own.set(asked.key, { ...asked, was: own.get(asked.key)?.was ?? null } as Decision)
        setDecisions(own)
        setLoaded({ ...notice, id })
      },
      (e: unknown) => wanted && setWrong(String(e)),
    )
    return () => {
      wanted = false
    }
  }, [id])
  useEffect(() => {
    if (id !== null) keep('place', { ...place, notice: id })
  }, [place, id])

  const notice = loaded?.id === id ? loaded : null
  const { kind } = place
  const items = useMemo(() => {
    const stand = new Map([...decisions].filter(([, d]) => d.judgement !== 'withdrawn'))
    return notice ? itemsOf(kind, notice, stand) : []
  }, [notice, decisions, kind])
  const chosen = items.find((i) => i.key === place.key) ?? items.find((i) => !i.judgement) ?? items[0] ?? null

  const choose = (key: string) => setPlace({ notice: id ?? '', kind, key })
  const open = (next: string) => setPlace({ notice: next, kind, key: null })
  const turnTo = (next: Kind) => setPlace({ notice: id ?? '', kind: next, key: null })

  /** Keeps a judgement on items of the notice and kind in view. */
  const judge = (judged: { key: string; judgement: Judgement; value: Reviewed | null }[]) => {
    if (!notice || judged.length === 0) return
    setWrong(null)
    const made = judged.map(
      (j) =>
        ({
          ...j,
          kind,
          notice: notice.id,
          value: j.judgement === 'accepted' ? (items.find((i) => i.key === j.key)?.value ?? null) : j.value,
          was: notice.items.find((e) => e.key === j.key)?.value ?? decisions.get(j.key)?.was ?? null,
        }) as Decision,
    )
    const next = new Map(decisions)
    for (const d of made) next.set(d.key, d)
    setDecisions(next)
    outbox.current?.put(
      made.map(({ notice, kind, key, judgement, value }) => ({
        notice,
        kind,
        key,
        judgement,
        value: value && { ...value, evidence: value.evidence.map(({ start, end }) => ({ start, end })) },
      })),
    )
    const stand = [...next.values()].filter((d) => d.judgement !== 'withdrawn')
    const decided = new Set(stand.map((d) => d.key))
    const count = (all: readonly { kind: Kind }[]) =>
      Object.fromEntries(KINDS.map((k) => [k, all.filter((x) => x.kind === k).length])) as Record<
        Kind,
        number
      >
    setEntries(
      (all) =>
        all?.map((e) =>
          e.id === notice.id
            ? { ...e, judged: count(stand), open: count(notice.items.filter((i) => !decided.has(i.key))) }
            : e,
        ) ?? null,
    )
  }

  const write = (item: Item) =>
    notice && setDraft({ notice: notice.id, kind, key: item.key, value: item.value })
  /** A draft of what was missed; a field is always there, and what is marked is what it says. */
  const writeNew = (span: { start: number; end: number }) => {
    if (!notice) return
    if (kind === 'fields') {
      if (!chosen) return
      const quote = notice.text.slice(span.start, span.end)
      const value = quote.replace(/\s+/g, ' ').trim()
      const { field } = chosen.value as Values['fields']
      setDraft({
        notice: notice.id,
        kind,
        key: chosen.key,
        value: { field, value, evidence: [{ ...span, quote }] },
      })
    } else
      setDraft({
        notice: notice.id,
        kind,
        key: `+${crypto.randomUUID()}`,
        value: blankFor(kind, span, notice.text, items),
      })
  }
  const saveDraft = () => {
    if (!draft) return
    judge([
      { key: draft.key, judgement: draft.key.startsWith('+') ? 'added' : 'corrected', value: draft.value },
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
    // Not before its notice is there: what is kept is kept with it.
    draft: notice && draft?.notice === id && draft.kind === kind ? draft : null,
    kind,
    choose,
    open,
    turnTo,
    judge,
    write,
    writeNew,
    setDraft,
    saveDraft,
    exportAll,
    shut: () => setExported(null),
  }
}

/** Where the address leads to, else where this browser was. */
function placeToBegin(): Place {
  const place = { ...NOWHERE, ...kept<Partial<Place>>('place', {}) }
  const notice = noticeAsked()
  return notice === null ? place : { ...place, notice, key: null }
}

export type Review = ReturnType<typeof useReview>
