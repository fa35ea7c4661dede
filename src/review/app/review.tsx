import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Judgement } from '../decision.ts'
import { KINDS } from '../kinds.ts'
import { hasToken, keep, kept } from './ask.ts'
import { Form } from './form.tsx'
import { shownAs } from './forms.ts'
import { clausesOf, type Item } from './items.ts'
import { SourceText } from './text.tsx'
import { type Review, useReview } from './use-review.ts'
import { type Lang, nameOf, say, type Word } from './words.ts'

const preferred = (): Lang => (/^zh\b/i.test(navigator.language) ? 'zh' : 'en')

export function ReviewPage() {
  const [lang, setLang] = useState<Lang>(() => kept('lang', preferred()))
  const review = useReview()
  const { entries, notice, items, chosen, draft, kind } = review
  const [marked, setMarked] = useState<{ start: number; end: number } | null>(null)
  const [note, setNote] = useState<string | null>(null)
  const clauses = useMemo(() => clausesOf(notice?.text ?? ''), [notice])
  /** Clauses that the keyboard marks, first and last; null where it does not. */
  const [range, setRange] = useState<readonly [number, number] | null>(null)
  const find = useRef<HTMLInputElement>(null)
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
  const shown = range ? { start: clauses[range[0]]!.start, end: clauses[range[1]]!.end } : marked

  // Before the next key: an effect after painting takes back what a quick hand has marked by then.
  useLayoutEffect(() => {
    setMarked(null)
    setRange(null)
  }, [notice?.text, chosen?.key])

  const step = (by: number) => {
    const next = items[items.findIndex((i) => i.key === chosen?.key) + by]
    if (next) review.choose(next.key)
  }
  const judge = (judgement: Judgement) => {
    if (!chosen) return
    review.judge([{ key: chosen.key, judgement, value: null }])
    const at = items.indexOf(chosen)
    const next = [...items.slice(at + 1), ...items.slice(0, at)].find((i) => !i.judgement)
    if (judgement !== 'withdrawn') review.choose((next ?? chosen).key)
  }
  const acceptAll = () =>
    review.judge(
      items
        .filter((i) => !i.judgement)
        .map((i) => ({ key: i.key, judgement: 'accepted' as const, value: null })),
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
        value: { ...draft.value, evidence: [{ ...span, quote: notice.text.slice(span.start, span.end) }] },
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
    const after = chosen?.value.evidence[0]?.end ?? 0
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
    ...Object.fromEntries(KINDS.map((k, i) => [String(i + 1), () => review.turnTo(k)])),
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
  const judged = entries.reduce((n, e) => n + e.judged[kind], 0)
  const left = entries.reduce((n, e) => n + e.open[kind], 0)
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
          chosen={draft?.value.evidence ?? chosen?.value.evidence ?? []}
          marked={shown}
          lang={lang}
          choose={review.choose}
          mark={mark}
        />
      )}
      <section class="records">
        <div class="kinds" role="tablist" aria-label={say(lang, 'kinds')}>
          {KINDS.map((k, i) => {
            const entry = entries.find((e) => e.id === review.id)
            return (
              <button
                key={k}
                type="button"
                role="tab"
                data-kind={k}
                aria-selected={k === kind}
                onClick={() => review.turnTo(k)}
              >
                {say(lang, k)} <kbd>{i + 1}</kbd>
                <small>
                  {entry?.judged[k] ?? 0}/{(entry?.judged[k] ?? 0) + (entry?.open[k] ?? 0)}
                </small>
              </button>
            )
          })}
        </div>
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
            key={draft.key}
            kind={kind}
            draft={draft.value}
            lang={lang}
            change={(value) => review.setDraft({ ...draft, value })}
            save={review.saveDraft}
            cancel={() => review.setDraft(null)}
          />
        )}
        {notice && items.length === 0 && <p class="note">{say(lang, 'none')}</p>}
        <ol>
          {items.map((item) => (
            <Card key={item.key} item={item} on={item === chosen} lang={lang} choose={review.choose} />
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
                {[e.region, e.period].filter(Boolean).join(' · ')} {e.judged[review.kind]}/
                {e.judged[review.kind] + e.open[review.kind]}
                {e.judged[review.kind] > 0 && e.open[review.kind] === 0 && ' ✓'}
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

function Card({ item, on, lang, choose }: CardProps) {
  const { value, judgement } = item
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (on) card.current?.scrollIntoView({ block: 'nearest' })
  }, [on])
  const shown = shownAs(item.kind, value, (list, code) => (code === null ? null : nameOf(lang, list, code)))
  const facts = [...shown.facts, (judgement !== 'corrected' && item.where) || null, item.confidence].filter(
    (f) => f !== null,
  )
  return (
    <li ref={card} class={`record ${judgement ?? 'open'}`} aria-current={on ? 'true' : undefined}>
      <button type="button" onClick={() => choose(item.key)}>
        <strong>{shown.head}</strong>
        {judgement && judgement !== 'withdrawn' && <em>{say(lang, judgement)}</em>}
        {!item.extracted && judgement !== 'added' && <em>{say(lang, 'gone')}</em>}
        {shown.whose !== null && <span lang="zh-CN">{shown.whose}</span>}
        <span lang="zh-CN" class="problem">
          {shown.said}
        </span>
        <small>{facts.join(' · ')}</small>
      </button>
    </li>
  )
}

function ExportNote({ told, lang }: { told: NonNullable<Review['exported']>; lang: Lang }) {
  return (
    <div class="banner exported">
      <p>{say(lang, 'exported', told.notices, told.decisions, told.folder, told.folder)}</p>
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
