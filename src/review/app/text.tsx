import { useEffect, useMemo, useRef } from 'preact/hooks'
import { type Span, stretches } from '../../report/app/highlight.ts'
import type { Item } from './items.ts'
import { type Lang, say } from './words.ts'

/** Characters around the evidence that a very long text is cut to. */
const WINDOW = 50_000

interface TextProps {
  text: string
  items: readonly Item[]
  chosen: readonly Span[]
  marked: Span | null
  lang: Lang
  choose(key: string): void
  /** Text was marked with the pointer. */
  mark(span: Span | null): void
}

/** The source text: the chosen item's characters marked, those of the others underlined by what was decided on them. */
export function SourceText({ text, items, chosen, marked, lang, choose, mark }: TextProps) {
  const box = useRef<HTMLDivElement>(null)
  const shown = marked ? [marked] : chosen
  const others = useMemo(
    () => items.flatMap((it, item) => it.value.evidence.map(({ start, end }) => ({ start, end, item }))),
    [items],
  )
  const long = text.length > 4 * WINDOW
  const near = shown[0]?.start ?? 0
  const from = long ? Math.max(0, near - WINDOW) : 0
  const to = long ? Math.min(text.length, near + WINDOW) : text.length
  useEffect(() => {
    box.current?.querySelector('mark')?.scrollIntoView({ block: 'center' })
  }, [text, shown[0]?.start, shown[0]?.end])
  const taken = () => {
    const selection = getSelection()
    if (!selection || selection.isCollapsed || selection.rangeCount === 0 || !box.current) return
    const range = selection.getRangeAt(0)
    if (!box.current.contains(range.commonAncestorContainer)) return
    const before = document.createRange()
    before.selectNodeContents(box.current)
    before.setEnd(range.startContainer, range.startOffset)
    const start = from + before.toString().length
    mark({ start, end: start + range.toString().length })
  }
  return (
    <section class="source-text" aria-label={say(lang, 'original')}>
      {long && <p class="note">{say(lang, 'text_cut')}</p>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: M marks with the keyboard */}
      <div class="text" ref={box} lang="zh-CN" onMouseUp={taken}>
        {stretches(from, to, shown, others).map((s) => {
          const part = text.slice(s.start, s.end)
          if (s.kind === 'chosen') return <mark key={s.start}>{part}</mark>
          if (s.kind === 'plain') return part
          const item = items[s.item]!
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: a shortcut for pointers; J and K reach all of these
            // biome-ignore lint/a11y/noStaticElementInteractions: as above
            <span
              key={s.start}
              class={`other ${item.judgement ?? 'open'}`}
              onClick={() => getSelection()?.isCollapsed !== false && choose(item.key)}
            >
              {part}
            </span>
          )
        })}
      </div>
    </section>
  )
}
