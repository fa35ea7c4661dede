import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { ItemTable } from '../columns.ts'
import type { Filter, Selection } from '../filter.ts'
import type { Report } from './load.ts'
import type { Palette } from './palette.ts'
import type { ViewState } from './state.ts'
import type { Word } from './words.ts'

/** Items or notices behind a number, in the order in which a reader goes through them. */
export interface Pick {
  title: string
  table: ItemTable | 'notices'
  rows: readonly number[]
  /** Which of them is shown first. */
  at?: number
}

/** What every part of the page sees. */
export interface View {
  report: Report
  state: ViewState
  selection: Selection
  palette: Palette
  narrow: boolean
  say(word: Word, ...fill: (string | number)[]): string
  /** Name of a code in the language of the page; the code itself where it has none. */
  term(kind: string, code: string | null): string
  set(change: Partial<ViewState>): void
  filter(change: Partial<Filter>): void
  open(pick: Pick): void
}

export const ViewContext = createContext<View | null>(null)

export function useView(): View {
  const view = useContext(ViewContext)
  if (!view) throw new Error('outside of the page')
  return view
}

/** 12345 as 12,345, in either language. */
export function digits(n: number): string {
  return String(n).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** A change with its sign. */
export function signed(n: number | null): string | null {
  return n === null ? null : `${n > 0 ? '+' : n < 0 ? '−' : '±'}${Math.abs(Math.round(n * 100) / 100)}`
}

/** Percent as stated, without a tail of zeros. */
export function percent(n: number | null): string {
  return n === null ? '—' : `${Math.round(n * 100) / 100}%`
}
