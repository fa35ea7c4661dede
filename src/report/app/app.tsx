import { flushSync, memo } from 'preact/compat'
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import { type Filter, select } from '../filter.ts'
import { Filters } from './filters.tsx'
import type { Report } from './load.ts'
import { readPalette } from './palette.ts'
import { Checks } from './sections/checks.tsx'
import { Deadlines } from './sections/deadlines.tsx'
import { Functions } from './sections/functions.tsx'
import { RegionHeat } from './sections/heat-map.tsx'
import { Overview } from './sections/overview.tsx'
import { Ranking } from './sections/ranking.tsx'
import { Rollups } from './sections/rollups.tsx'
import { Tables } from './sections/tables.tsx'
import { Trends } from './sections/trends.tsx'
import { SourceView } from './source-view.tsx'
import { formatHash, parseHash, type ViewState } from './state.ts'
import { digits, type Pick, useView, type View, ViewContext } from './view.ts'
import { type Lang, say } from './words.ts'

const PARTS = {
  overview: Overview,
  ranking: Ranking,
  rollups: Rollups,
  heat: RegionHeat,
  trends: Trends,
  functions: Functions,
  deadlines: Deadlines,
  checks: Checks,
  tables: Tables,
}
const SECTIONS = Object.keys(PARTS) as (keyof typeof PARTS)[]

const preferred = (): Lang => (/^zh\b/i.test(navigator.language) ? 'zh' : 'en')

/** @param whole whether all tables of the report are here: until then only the overview is drawn */
export function App({ report, whole }: { report: Report; whole: boolean }) {
  const [state, setState] = useState(() => parseHash(location.hash, preferred()))
  const [picked, setPicked] = useState<Pick | null>(null)
  const narrow = useMedia('(max-width: 700px)')
  const dark = useMedia('(prefers-color-scheme: dark)')
  const printing = usePrinting()

  const set = useCallback((change: Partial<ViewState>) => setState((old) => ({ ...old, ...change })), [])
  const filter = useCallback((change: Partial<Filter>) => set(change), [set])
  const open = useCallback((pick: Pick) => pick.rows.length > 0 && setPicked(pick), [])
  const close = useCallback(() => setPicked(null), [])

  const root = document.documentElement
  root.lang = state.lang === 'zh' ? 'zh-CN' : 'en'
  root.dataset.theme = printing ? 'light' : state.theme || (dark ? 'dark' : 'light')
  const theme = root.dataset.theme
  useEffect(() => {
    const hash = formatHash(state, preferred())
    if (hash !== location.hash) history.replaceState(null, '', hash || location.pathname + location.search)
  }, [state])
  useEffect(() => {
    const read = () => /[=&]|^#?$/.test(location.hash) && setState(parseHash(location.hash, preferred()))
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [])

  const { region, from, to, family, category, severity, unit_function, q } = state
  const selection = useMemo(
    () => select(report.tables, { region, from, to, family, category, severity, unit_function, q }),
    [report, region, from, to, family, category, severity, unit_function, q],
  )
  const palette = useMemo(() => readPalette(), [theme])
  const view = useMemo(
    (): View => ({
      report,
      state,
      selection,
      palette,
      narrow,
      say: (word, ...fill) => say(state.lang, word, ...fill),
      term: (kind, code) => {
        if (code === null)
          return kind === 'unit_function' || kind === 'verdict' || kind === 'subject'
            ? ''
            : say(state.lang, 'none_stated')
        const names = report.head.terms[kind] ?? {}
        return Object.hasOwn(names, code) ? names[code]![state.lang === 'zh' ? 0 : 1] : code
      },
      set,
      filter,
      open,
    }),
    [report, state, selection, palette, narrow, set, filter, open],
  )
  return (
    <ViewContext.Provider value={view}>
      <Page whole={whole} />
      {picked && <SourceView pick={picked} close={close} />}
    </ViewContext.Provider>
  )
}

/** Everything but the source view: not drawn again when that opens. */
const Page = memo(function Page({ whole }: { whole: boolean }) {
  const view = useView()
  const { report, selection, state, say, set } = view
  const [drawn, draw] = useState(1)
  // One section after another, so that the first chart is there at once.
  useEffect(() => {
    if (!whole || drawn === SECTIONS.length) return
    const next = setTimeout(() => draw(drawn + 1), 16)
    return () => clearTimeout(next)
  }, [drawn, whole])
  const { notices } = report.tables
  const years = new Set<string>()
  const regions = new Set<number>()
  for (const i of selection.notices) {
    const end = notices.period_end.codes[i]!
    if (end >= 0) years.add(notices.period_end.values[end]!.slice(0, 4))
    if (notices.region_code.codes[i]! >= 0) regions.add(notices.region_code.codes[i]!)
  }
  const sorted = [...years].sort()
  const span = sorted.length === 0 ? '—' : sorted.length === 1 ? sorted[0]! : `${sorted[0]}–${sorted.at(-1)}`
  const theme = document.documentElement.dataset.theme
  const go = (id: string) => document.getElementById(id)?.scrollIntoView({ block: 'start' })
  return (
    <>
      <header class="top">
        <div class="brand">
          <h1>{say('title')}</h1>
          <p>
            {say('subtitle', digits(selection.notices.length), digits(regions.size), span)}
            <span class="trust">{say('trust')}</span>
          </p>
        </div>
        <div class="switches">
          <button
            type="button"
            data-switch="lang"
            onClick={() => set({ lang: state.lang === 'zh' ? 'en' : 'zh' })}
          >
            {say('language')}
          </button>
          <button
            type="button"
            data-switch="theme"
            aria-label={say('theme')}
            title={say('theme')}
            onClick={() => set({ theme: theme === 'dark' ? 'light' : 'dark' })}
          >
            ◐
          </button>
        </div>
      </header>
      <div class="bar">
        <nav class="sections">
          {SECTIONS.map((id) => (
            <button key={id} type="button" onClick={() => go(id)}>
              {say(id)}
            </button>
          ))}
        </nav>
        <Filters />
      </div>
      <main>
        {SECTIONS.slice(0, drawn).map((id) => {
          const Part = PARTS[id]
          return <Part key={id} />
        })}
      </main>
      <footer>
        <p>{say(report.head.texts === null ? 'made_by_served' : 'made_by', report.head.tool)}</p>
        <p class="keys">{say('keys')}</p>
      </footer>
    </>
  )
})

/** Whether the page is being printed; it is drawn anew, in light, before that goes on. */
function usePrinting(): boolean {
  const [printing, set] = useState(false)
  useEffect(() => {
    const before = () => flushSync(() => set(true))
    const after = () => set(false)
    addEventListener('beforeprint', before)
    addEventListener('afterprint', after)
    return () => {
      removeEventListener('beforeprint', before)
      removeEventListener('afterprint', after)
    }
  }, [])
  return printing
}

function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches)
  useEffect(() => {
    const list = matchMedia(query)
    const changed = () => setMatches(list.matches)
    list.addEventListener('change', changed)
    return () => list.removeEventListener('change', changed)
  }, [query])
  return matches
}
