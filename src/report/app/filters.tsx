import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { stringAt } from '../columns.ts'
import { codePrefix, type Filter, NO_FILTER } from '../filter.ts'
import { useView } from './view.ts'

/** The bar that narrows everything on the page. */
export function Filters() {
  const { report, state, say, term, filter } = useView()
  const search = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(state.q)
  const [folded, setFolded] = useState(true)
  const { notices, records } = report.tables

  useEffect(() => setTyped(state.q), [state.q])
  useEffect(() => {
    if (typed === state.q) return
    const wait = setTimeout(() => filter({ q: typed }), 180)
    return () => clearTimeout(wait)
  }, [typed, state.q, filter])
  useEffect(() => {
    const focus = (e: KeyboardEvent) => {
      if (e.key !== '/' || e.ctrlKey || e.metaKey || e.altKey || isField(e.target)) return
      e.preventDefault()
      search.current?.focus()
    }
    addEventListener('keydown', focus)
    return () => removeEventListener('keydown', focus)
  }, [])

  const regions = useMemo(() => regionChoices(notices.region_code, notices.region), [notices])
  const years = useMemo(
    () =>
      [
        ...new Set([...notices.period_start.values, ...notices.period_end.values].map((d) => d.slice(0, 4))),
      ].sort(),
    [notices],
  )
  const categories = [...records.strings.category.values].sort()
  const groups = [...new Set(categories.map((c) => c.split('.')[0]!))]
  const functions = [...records.strings.unit_function.values].sort()
  const asked = (Object.keys(NO_FILTER) as (keyof Filter)[]).filter((key) => state[key] !== '')

  const choose = (key: keyof Filter, label: string, options: readonly (readonly [string, string])[]) => (
    <label class={state[key] === '' ? undefined : 'set'}>
      <span>{label}</span>
      <select
        value={state[key]}
        data-filter={key}
        onChange={(e) => filter({ [key]: e.currentTarget.value } as Partial<Filter>)}
      >
        <option value="">{say('all')}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <search class={folded ? 'filters folded' : 'filters'}>
      <div class="search">
        <input
          ref={search}
          type="search"
          value={typed}
          maxLength={200}
          placeholder={say('search')}
          aria-label={say('search_label')}
          aria-keyshortcuts="/"
          onInput={(e) => setTyped(e.currentTarget.value)}
          onKeyDown={(e) => e.key === 'Escape' && e.currentTarget.blur()}
        />
        <button type="button" class="fold" aria-expanded={!folded} onClick={() => setFolded(!folded)}>
          {say('filters')}
          {asked.length > 0 ? ` ${asked.length}` : ''}
        </button>
      </div>
      <div class="fields">
        {choose('region', say('region'), regions)}
        {choose(
          'from',
          `${say('period')} ${say('from')}`,
          years.map((y) => [y, y]),
        )}
        {choose(
          'to',
          `${say('period')} ${say('to')}`,
          years.map((y) => [y, y]),
        )}
        {choose(
          'family',
          say('subject'),
          (['website', 'new_media', 'disclosure', 'data', 'other'] as const).map((f) => [
            f,
            term('family', f),
          ]),
        )}
        {choose(
          'category',
          say('category'),
          groups.flatMap((g) => [
            [g, term('category_group', g)] as const,
            ...categories
              .filter((c) => c.startsWith(`${g}.`))
              .map((c) => [c, `　${term('category', c)}`] as const),
          ]),
        )}
        {choose(
          'severity',
          say('severity'),
          ['veto', 'deduction', 'management'].map((s) => [s, term('severity', s)]),
        )}
        {choose(
          'unit_function',
          say('function'),
          functions.map((f) => [f, term('unit_function', f)]),
        )}
        <button type="button" class="reset" disabled={asked.length === 0} onClick={() => filter(NO_FILTER)}>
          {say('reset')}
        </button>
      </div>
    </search>
  )
}

export function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && /^(?:INPUT|SELECT|TEXTAREA)$/.test(target.tagName)
}

/** Regions in code order, each under the province it lies in. */
function regionChoices(
  codes: { codes: number[]; values: string[] },
  names: { codes: number[]; values: string[] },
): (readonly [string, string])[] {
  const known = new Map<string, string>()
  for (let i = 0; i < codes.codes.length; i++) {
    const code = stringAt(codes, i)
    if (code !== null && !known.has(code)) known.set(code, stringAt(names, i) ?? code)
  }
  // A province that has no notice of its own still gathers those of its places.
  for (const [code, name] of [...known]) {
    const province = `${code.slice(0, 2)}0000`
    const end = name.match(/^.{2,8}?(?:自治区|特别行政区|省|市)/)
    if (!known.has(province) && end) known.set(province, end[0])
  }
  return [...known]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, name]) => [code, codePrefix(code).length === 2 ? name : `　${name}`])
}
