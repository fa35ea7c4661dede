import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Judgement } from '../decision.ts'
import { hasToken, head, keep, kept } from './ask.ts'
import { Form } from './form.tsx'
import { clausesOf, type Item } from './items.ts'
import { SourceText } from './text.tsx'
import { type Review, useReview } from './use-review.ts'
import { type Lang, say, type Word } from './words.ts'

const preferred = (): Lang => (/^zh\b/i.test(navigator.language) ? 'zh' : 'en')

export function ReviewPage() {
  const [lang, setLang] = useState<Lang>(() => kept('lang', preferred()))
  const review = useReview()
  const { entries, notice, items, chosen, draft } = review
  const [marked, setMarked] = useState<{ start: number; end: number } | null>(null)
  const [note, setNote] = useState<string | null>(null)
  const clauses = useMemo(() => clausesOf(notice?.text ?? ''), [notice])
  /** Clauses that the keyboard marks, first and last; null where it does not. */
  const [range, setRange] = useState<readonly [number, number] | null>(null)
  const find = useRef<HTMLInputElement>(null)
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
  const shown = range ? { start: clauses[range[0]]!.start, end: clauses[range[1]]!.end } : marked

  useEffect(() => {
    setMarked(null)
    setRange(null)
  }, [notice?.text, chosen?.key])

  const step = (by: number) => {
    const next = items[items.findIndex((i) => i.key === chosen?.key) + by]
    if (next) review.choose(next.key)
  }
  const judge = (judgement: Judgement) => {
    if (!chosen) return
    review.judge([{ key: chosen.key, judgement, record: null }])
    const at = items.indexOf(chosen)
    const next = [...items.slice(at + 1), ...items.slice(0, at)].find((i) => !i.judgement)
    if (judgement !== 'withdrawn') review.choose((next ?? chosen).key)
  }
  const acceptAll = () =>
    review.judge(
      items
        .filter((i) => !i.judgement)
        .map((i) => ({ key: i.key, judgement: 'accepted' as const, record: null })),
    )
  const openBy = (by: number) => {
    const next = entries?.[entries.findIndex((e) => e.id === review.id) + by]
    if (next) review.open(next.id)
  }
  const mark = (span: { start: number; end: number } | null) => {
    setRange(null)
    setMarked(span)
    if (draft && span && notice)
      review.setDraft({
        ...draft,
        record: { ...draft.record, evidence: [{ ...span, quote: notice.text.slice(span.start, span.end) }] },
      })
  }
  const add = () => {
    if (shown) {
      review.writeNew(shown)
      setMarked(null)
      setRange(null)
      getSelection()?.removeAllRanges()
      return
    }
    const after = chosen?.record.evidence[0]?.end ?? 0
    const at = Math.max(
      0,
      clauses.findIndex((c) => c.start >= after),
    )
    if (clauses.length > 0) setRange([at, at])
    else setNote(say(lang, 'mark_first'))
  }

  const keys: Record<string, () => void> = {
    j: () => step(1),
    k: () => step(-1),
    ']': () => openBy(1),
    '[': () => openBy(-1),
    a: () => judge('accepted'),
    x: () => judge('rejected'),
    u: () => judge('withdrawn'),
    c: () => chosen && review.write(chosen),
    A: acceptAll,
    m: add,
    g: () => void review.exportAll(),
    '/': () => find.current?.focus(),
    Escape: () => {
      setMarked(null)
      setRange(null)
      review.shut()
    },
  }
  const pressed = (e: KeyboardEvent) => {
    const field = e.target instanceof Element && e.target.closest('input, select, textarea')
    if (e.ctrlKey || e.metaKey || e.altKey || field) return
    const act = range ? (markKeys(e) ?? keys[e.key]) : keys[e.key]
    if (!act) return
    e.preventDefault()
    setNote(null)
    act()
  }
  const markKeys = (e: KeyboardEvent): (() => void) | null => {
    const [first, last] = range!
    const clip = (n: number) => Math.min(Math.max(n, 0), clauses.length - 1)
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[e.key]
    if (by && e.shiftKey) return () => setRange([first, Math.max(first, clip(last + by))])
    if (by) return () => setRange([clip(first + by), clip(first + by)])
    return e.key === 'Enter' ? add : null
  }
  const current = useRef(pressed)
  current.current = pressed
  useEffect(() => {
    const listen = (e: KeyboardEvent) => current.current(e)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])

  if (!hasToken()) return <p class="alone">{say(lang, 'no_token')}</p>
  if (!entries)
    return <p class="alone">{review.wrong ? say(lang, 'failed', review.wrong) : say(lang, 'loading')}</p>
  const judged = entries.reduce((n, e) => n + e.judged, 0)
  const left = entries.reduce((n, e) => n + e.open, 0)
  const button = (word: Word, key: string, act: () => void, disabled = false) => (
    <button type="button" data-act={word} disabled={disabled} onClick={act}>
      {say(lang, word)} <kbd>{key}</kbd>
    </button>
  )
  return (
    <div class="review">
      <header class="review-top">
        <h1>{say(lang, 'title')}</h1>
        <p class="progress">{say(lang, 'progress', judged, left)}</p>
        <p class="actions">
          {button('export', 'G', () => void review.exportAll(), judged === 0)}
          <button
            type="button"
            data-act="language"
            onClick={() => {
              const next = lang === 'zh' ? 'en' : 'zh'
              keep('lang', next)
              setLang(next)
            }}
          >
            {say(lang, 'language')}
          </button>
        </p>
      </header>
      {review.unsaved > 0 && <p class="banner">{say(lang, 'unsaved', review.unsaved)}</p>}
      {review.wrong && <p class="banner">{say(lang, 'wrong', review.wrong)}</p>}
      {(note ?? (range && say(lang, 'marking'))) && <p class="banner soft">{note ?? say(lang, 'marking')}</p>}
      {review.exported && <ExportNote told={review.exported} lang={lang} />}
      <Notices review={review} lang={lang} field={find} />
      {notice && (
        <SourceText
          text={notice.text}
          items={items}
          chosen={draft?.record.evidence ?? chosen?.record.evidence ?? []}
          marked={shown}
          lang={lang}
          choose={review.choose}
          mark={mark}
        />
      )}
      <section class="records">
        <p class="actions">
          {button('accept', 'A', () => judge('accepted'), !chosen)}
          {button('correct', 'C', () => chosen && review.write(chosen), !chosen)}
          {button('reject', 'X', () => judge('rejected'), !chosen)}
          {button('undo', 'U', () => judge('withdrawn'), !chosen?.judgement)}
          {button('add', 'M', add)}
          {button('accept_all', '⇧A', acceptAll, !items.some((i) => !i.judgement))}
        </p>
        {draft && (
          <Form
            draft={draft.record}
            lang={lang}
            wrong={null}
            change={(record) => review.setDraft({ ...draft, record })}
            save={review.saveDraft}
            cancel={() => review.setDraft(null)}
          />
        )}
        {notice && items.length === 0 && <p class="note">{say(lang, 'none')}</p>}
        <ol>
          {items.map((item) => (
            <RecordCard key={item.key} item={item} on={item === chosen} lang={lang} choose={review.choose} />
          ))}
        </ol>
        <p class="keys">{say(lang, 'keys')}</p>
      </section>
    </div>
  )
}

function Notices({
  review,
  lang,
  field,
}: {
  review: Review
  lang: Lang
  field: { current: HTMLInputElement | null }
}) {
  const [q, setQ] = useState('')
  const has = q.trim().toLowerCase()
  const fits = (review.entries ?? []).filter((e) =>
    [e.title, e.uri, e.region, e.period].some((t) => t?.toLowerCase().includes(has)),
  )
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [review.id])
  return (
    <nav class="notices" aria-label={say(lang, 'notices')}>
      <input
        ref={field}
        type="search"
        placeholder={say(lang, 'find')}
        value={q}
        onInput={(e) => setQ(e.currentTarget.value)}
        onKeyDown={(e) => e.key === 'Escape' && e.currentTarget.blur()}
      />
      <ol ref={list}>
        {fits.slice(0, 500).map((e) => (
          <li key={e.id}>
            <button
              type="button"
              aria-current={e.id === review.id ? 'true' : undefined}
              onClick={() => review.open(e.id)}
            >
              <span lang="zh-CN">{e.title}</span>
              <small>
                {[e.region, e.period].filter(Boolean).join(' · ')} {e.judged}/{e.judged + e.open}
                {e.judged > 0 && e.open === 0 && ' ✓'}
              </small>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

interface CardProps {
  item: Item
  on: boolean
  lang: Lang
  choose(key: string): void
}

function RecordCard({ item, on, lang, choose }: CardProps) {
  const { record: r, judgement } = item
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (on) card.current?.scrollIntoView({ block: 'nearest' })
  }, [on])
  const name = (kind: string, code: string | null) =>
    code === null ? null : (head.terms[kind]?.[code]?.[lang === 'zh' ? 0 : 1] ?? code)
  const facts = [
    name('verdict', r.verdict),
    r.pass_rate === null ? null : `${r.pass_rate}%`,
    r.deadline,
    name('subject', r.subject),
    r.subject_name,
    item.where || null,
    item.confidence === null ? null : String(item.confidence),
  ].filter((f) => f !== null)
  return (
    <li ref={card} class={`record ${judgement ?? 'open'}`} aria-current={on ? 'true' : undefined}>
      <button type="button" onClick={() => choose(item.key)}>
        <strong>{name('category', r.category)}</strong>
        {judgement && judgement !== 'withdrawn' && <em>{say(lang, judgement)}</em>}
        {!item.extracted && judgement !== 'added' && <em>{say(lang, 'gone')}</em>}
        <span lang="zh-CN">
          {r.unit_name ?? r.unit ?? '—'}
          {r.unit_name && r.unit && r.unit !== r.unit_name && `（${r.unit}）`}
        </span>
        <span lang="zh-CN" class="problem">
          {r.problem}
        </span>
        <small>{facts.join(' · ')}</small>
      </button>
    </li>
  )
}

function ExportNote({ told, lang }: { told: NonNullable<Review['exported']>; lang: Lang }) {
  return (
    <div class="banner exported">
      <p>{say(lang, 'exported', told.notices, told.records, told.folder, told.folder)}</p>
      {told.from_text.length > 0 && <p>{say(lang, 'from_text', told.from_text.length)}</p>}
      {told.tables.length === 0 && <p>{say(lang, 'no_rows')}</p>}
      {told.tables.map(({ name, text }) => (
        <details key={name} open>
          <summary>{say(lang, 'proposed', name)}</summary>
          <pre>{text}</pre>
        </details>
      ))}
    </div>
  )
}
