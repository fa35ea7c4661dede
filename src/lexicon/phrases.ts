import type { TableRow, Tables } from './tables.ts'

type Says =
  | TableRow<'phrases'>['says']
  | 'media'
  | 'platform'
  | 'column'
  | 'denied'
  | 'title_key'
  | TableRow<'demands'>['does']
  | TableRow<'verdicts'>['verdict']

/** The words that say one of these, as alternatives in brackets, the longest first: what patterns are made of. */
export type AnyOf = (...says: Says[]) => string

export interface Phrases {
  alternatives: ReadonlyMap<string, string>
  /** Patterns made of them so far, by the number of their saying. */
  made: RegExp[]
}

const NOTHING = '(?!)'

/** What phrases.tsv says, what subjects.tsv calls accounts and sites, how verdicts.tsv judges, demands.tsv demands, modality.tsv denies and metadata.tsv labels a title. */
export function phrasesOf({
  phrases,
  subjects,
  verdicts,
  demands,
  modality,
  metadata,
}: Pick<Tables, 'phrases' | 'subjects' | 'verdicts' | 'demands' | 'modality' | 'metadata'>): Phrases {
  const of = new Map<Says, string[]>()
  const add = (says: Says, word: string) => {
    const words = of.get(says)
    if (words) words.push(word)
    else of.set(says, [word])
  }
  for (const { says, word } of phrases) add(says, word)
  for (const { verdict, word } of verdicts) add(verdict, word)
  for (const { does, word } of demands) add(does, word)
  for (const { modality: says, word } of modality) if (says === 'denied') add('denied', word)
  for (const { field, key } of metadata) if (field === 'title') add('title_key', key)
  for (const { kind, word } of subjects)
    if (kind === 'site') add('site', word)
    else if (kind === 'column' || kind === 'channel') {
      add('site', word)
      add('column', word)
    }
    // «其他平台» names none.
    else if ((kind === 'media' || kind === 'platform') && !word.startsWith('其')) {
      add('media', word)
      if (kind === 'platform') add('platform', word)
    }
  return { alternatives: new Map([...of].map(([says, words]) => [says, alternatives(words)])), made: [] }
}

export const anyOf =
  ({ alternatives }: Phrases): AnyOf =>
  (...says) => {
    const all = says.map((one) => alternatives.get(one) ?? NOTHING)
    return all.length === 1 ? all[0]! : `(?:${all.join('|')})`
  }

function alternatives(words: readonly string[]): string {
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return `(?:${escaped.sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|')})`
}

/** Every pattern that is made of these words: what a row makes a difference to. */
export const SAYINGS: ((any: AnyOf) => RegExp)[] = []

/** A pattern made of words of the tables, once for each kit. */
export function saying(make: (any: AnyOf) => RegExp): (kit: { phrases: Phrases }) => RegExp {
  const n = SAYINGS.push(make) - 1
  return ({ phrases }) => (phrases.made[n] ??= make(anyOf(phrases)))
}

/** What the name of a body ends in. */
export const ENDING = saying((any) => new RegExp(`${any('agency')}$`))

/** What names accounts, and what names sites or their parts. */
export const MEDIA = saying((any) => new RegExp(any('media')))
export const SITE = saying((any) => new RegExp(any('site')))
/** What names a column, and what tells that something is wrong. */
export const COLUMN = saying((any) => new RegExp(any('column')))
export const FAULT = saying((any) => new RegExp(any('fault')))
