import { type Filter, NO_FILTER } from '../filter.ts'
import type { Lang } from './words.ts'

/** What the address of the page remembers after its `#`. */
export interface ViewState extends Filter {
  lang: Lang
  theme: 'light' | 'dark' | ''
}

/** Of strings that anyone may have put into a link: what is not known is left out. */
export function parseHash(hash: string, preferred: Lang): ViewState {
  const given = new URLSearchParams(hash.replace(/^#/, ''))
  const state: ViewState = { ...NO_FILTER, lang: preferred, theme: '' }
  for (const key of Object.keys(NO_FILTER) as (keyof Filter)[]) {
    const value = given.get(key)
    if (value !== null) Object.assign(state, { [key]: value.slice(0, 200) })
  }
  const lang = given.get('lang')
  if (lang === 'zh' || lang === 'en') state.lang = lang
  const theme = given.get('theme')
  if (theme === 'light' || theme === 'dark') state.theme = theme
  return state
}

export function formatHash(state: ViewState, preferred: Lang): string {
  const out = new URLSearchParams()
  for (const [key, value] of Object.entries(state))
    if (value !== '' && !(key === 'lang' && value === preferred)) out.set(key, String(value))
  const text = out.toString()
  return text === '' ? '' : `#${text}`
}
