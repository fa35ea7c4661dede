import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Items, ItemTable } from '../columns.ts'
import { isField } from './filters.tsx'
import { type Span, stretches } from './highlight.ts'
import { ItemFacts, NoticeFacts } from './item-facts.tsx'
import { type Pick, useView } from './view.ts'

/** Characters around the evidence that a very long text is cut to. */
const WINDOW = 100_000
const TABLES = ['records', 'metrics', 'deadlines', 'checks', 'fields'] as const

interface Other extends Span {
  item: number
  table: ItemTable
  row: number
}

/** What is behind a number: one item after another, each with its notice and its characters marked. */
export function SourceView({ pick, close }: { pick: Pick; close(): void }) {
  const { report, say } = useView()
  const [at, setAt] = useState(pick.at ?? 0)
  const [aside, setAside] = useState<{ table: ItemTable; row: number } | null>(null)
  const panel = useRef<HTMLDialogElement>(null)
  const { tables } = report
  const count = pick.rows.length
  const table = aside?.table ?? pick.table
  const row = aside?.row ?? pick.rows[at]!
  const notice = table === 'notices' ? row : (tables[table] as Items<ItemTable>).notice[row]!

  const go = (step: number) => {
    setAside(null)
    setAt((n) => Math.min(Math.max(n + step, 0), count - 1))
  }
  useLayoutEffect(() => {
    setAt(pick.at ?? 0)
    setAside(null)
  }, [pick])
  useEffect(() => {
    const before = document.activeElement
    panel.current?.showModal()
    panel.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  useEffect(() => {
    const key = (e: KeyboardEvent) => {
      if (e.ctrlKey || e.metaKey || e.altKey || isField(e.target)) return
      if (e.key === 'j' || e.key === 'ArrowRight') go(1)
      else if (e.key === 'k' || e.key === 'ArrowLeft') go(-1)
    }
    addEventListener('keydown', key)
    return () => removeEventListener('keydown', key)
  }, [count])

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the sheet closes it, as Escape does by itself
    <dialog
      ref={panel}
      class="source"
      tabIndex={-1}
      aria-label={pick.title}
      onClose={close}
      onClick={(e) => e.target === panel.current && close()}
    >
      <div class="sheet">
        <header>
          <h2>{pick.title}</h2>
          <nav>
            <button
              type="button"
              disabled={at === 0}
              onClick={() => go(-1)}
              aria-label={say('previous_item')}
            >
              ‹
            </button>
            <span>{say('nth', at + 1, count)}</span>
            <button
              type="button"
              disabled={at >= count - 1}
              onClick={() => go(1)}
              aria-label={say('next_item')}
            >
              ›
            </button>
            <button type="button" class="close" onClick={close} aria-label={say('close')}>
              ✕
            </button>
          </nav>
        </header>
        {table !== 'notices' && <ItemFacts table={table} row={row} />}
        <div class="body">
          <NoticeFacts notice={notice} openField={(field) => setAside({ table: 'fields', row: field })} />
          <Text notice={notice} table={table} row={row} choose={(table, row) => setAside({ table, row })} />
        </div>
      </div>
    </dialog>
  )
}

interface TextProps {
  notice: number
  table: ItemTable | 'notices'
  row: number
  choose(table: ItemTable, row: number): void
}

function Text({ notice, table, row, choose }: TextProps) {
  const { report, say } = useView()
  const [text, setText] = useState<{ of: number; text: string | null; failed?: string } | null>(null)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let wanted = true
    report.text(notice).then(
      (text) => wanted && setText({ of: notice, text }),
      (error: unknown) => wanted && setText({ of: notice, text: null, failed: String(error) }),
    )
    return () => {
      wanted = false
    }
  }, [report, notice])
  const chosen = useMemo(
    () => (table === 'notices' ? [] : spansOf(report.tables[table] as Items<ItemTable>, row)),
    [report, table, row],
  )
  const others = useMemo(() => otherSpans(report.tables, notice), [report, notice])
  useEffect(() => {
    const mark = box.current?.querySelector('mark')
    if (mark) mark.scrollIntoView({ block: 'center' })
  }, [text, chosen])
  if (!text || text.of !== notice) return <p class="note">{say('loading')}</p>
  if (text.failed) return <p class="note">{say('text_failed', text.failed)}</p>
  if (text.text === null) return <p class="note">{say('no_text')}</p>
  const whole = text.text
  const long = whole.length > 4 * WINDOW
  const from = long ? Math.max(0, Math.min(...chosen.map((s) => s.start), whole.length) - WINDOW) : 0
  const to = long ? Math.min(whole.length, Math.max(...chosen.map((s) => s.end), 0) + WINDOW) : whole.length
  return (
    <>
      <h3>{say('original')}</h3>
      {long && <p class="note">{say('text_cut', WINDOW)}</p>}
      <div class="text" ref={box} lang="zh-CN" data-notice={notice}>
        {stretches(from, to, chosen, others).map((s) => {
          const part = whole.slice(s.start, s.end)
          if (s.kind === 'chosen') return <mark key={s.start}>{part}</mark>
          if (s.kind === 'plain') return part
          const other = others[s.item]!
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: a shortcut for pointers; tables reach all of these
            // biome-ignore lint/a11y/noStaticElementInteractions: as above
            <span key={s.start} class="other" onClick={() => choose(other.table, other.row)}>
              {part}
            </span>
          )
        })}
      </div>
    </>
  )
}

function spansOf(items: Items<ItemTable>, row: number): Span[] {
  const { first, start, end } = items.evidence
  const spans: Span[] = []
  for (let i = first[row]!; i < first[row + 1]!; i++) spans.push({ start: start[i]!, end: end[i]! })
  return spans
}

/** All evidence of a notice. */
function otherSpans(tables: Record<ItemTable, Items<ItemTable>> | object, notice: number): Other[] {
  const others: Other[] = []
  for (const table of TABLES) {
    const items = (tables as Record<ItemTable, Items<ItemTable>>)[table]
    for (let row = lower(items.notice, notice); items.notice[row] === notice; row++)
      for (const span of spansOf(items, row)) others.push({ ...span, item: others.length, table, row })
  }
  return others
}

function lower(ascending: readonly number[], value: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ascending[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
