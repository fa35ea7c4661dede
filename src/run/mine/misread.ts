import type { Kit } from '../../kit.ts'
import type { Cue } from '../../lexicon/cues.ts'
import type { Classified } from '../../resolve/category.ts'

/** A clause that a cue reads by its state alone, while it names a thing of another category, or that category itself. */
export interface Misread {
  category: string
  /** The cue that is missing: the thing named, and the state as the cue that read it has it. */
  pattern: string
  /** Both as the clause words them. */
  words: string
  /** The category that it is read as. */
  read_as: string
}

interface Thing {
  name: string
  words: readonly string[]
  home: string
}

/** How many of the examples that name a thing must be of its category: 网站 is named everywhere, 部门决算 is not. */
const TELLING = 0.4

/**
 * Finds what clauses name and no cue reads: «未公开2023年度部门决算» read as what is not public in general. `guess` says of a class
 * that no cue names which category its words are nearest to.
 */
export function misreadFinder(kit: Kit, guess: (words: string) => string) {
  const things = thingsOf(kit, guess)
  const written = new Map<number, string>()
  for (const [i, cue] of kit.cues.cues.entries()) {
    const terms = kit.tables.cues[i]!.pattern.split(' ')
    for (const [k, term] of cue.terms.entries()) written.set(term.id, terms[k]!.replace(/^\^/, ''))
  }
  /** The class of states that holds a word and that cues of the same group name. */
  const classOf = (word: string, category: string) =>
    kit.tables.words
      .filter((r) => r.kind === 'state' && r.words.includes(word))
      .map((r) => `@${r.class}`)
      .find((c) =>
        kit.tables.cues.some(
          (r) => groupOf(r.category) === groupOf(category) && namesIn(r.pattern).includes(c),
        ),
      )
  const namesThing = (cue: Cue) => cue.terms.some((t) => t.id >= 0 && kit.cues.isObject[t.id])

  return (
    text: string,
    read: readonly Classified[],
    found: readonly { term: number; start: number; end: number }[],
    offset: number,
  ): Misread[] => {
    const categories = new Set(read.map((r) => r.category))
    const terms = new Set(found.map((f) => f.term))
    const out = new Map<string, Misread>()
    for (const { cue } of read) {
      if (!cue || namesThing(cue)) continue
      const states = cue.terms.filter((t) => t.id >= 0)
      const hit = found.find((f) => f.term === states[0]!.id)
      if (states.length !== 1 || !hit) continue
      const said = text.slice(hit.start - offset, hit.end - offset)
      const outside = `${text.slice(0, hit.start - offset)} ${text.slice(hit.end - offset)}`
      for (const { name, words, home } of things) {
        if (
          categories.has(home) ||
          !(cue.terms.some((t) => t.about) || groupOf(home) === groupOf(cue.category))
        )
          continue
        const word = words.find((w) => outside.includes(w))
        if (!word || kit.cues.cues.some((c) => c.category === home && fits(c, terms))) continue
        const is = written.get(hit.term)!
        const pattern = `@${name} ${is.startsWith('@') ? is : (classOf(said, home) ?? said)}`
        out.set(pattern, { category: home, pattern, words: word + said, read_as: cue.category })
      }
    }
    for (const { category, zh } of kit.tables.categories)
      if (text.includes(zh) && !categories.has(category))
        out.set(zh, { category, pattern: zh, words: zh, read_as: read[0]!.category })
    return [...out.values()]
  }
}

const fits = (cue: Cue, terms: ReadonlySet<number>): boolean =>
  cue.terms.every((t) => t.about || terms.has(t.id))

const groupOf = (category: string): string => category.slice(0, category.indexOf('.'))

function thingsOf(kit: Kit, guess: (words: string) => string): Thing[] {
  const classes = new Map<string, string[]>()
  for (const row of kit.tables.words)
    if (row.kind === 'object') classes.set(row.class, [...(classes.get(row.class) ?? []), ...row.words])
  return [...classes].flatMap(([name, words]): Thing[] => {
    const home =
      mostOf(kit.tables.cues.filter((r) => namesIn(r.pattern).includes(`@${name}`))) ?? guess(words.join(''))
    const shown = kit.tables.cues.filter((r) => words.some((w) => r.example.includes(w)))
    const own = shown.filter((r) => r.category === home)
    const telling = own.length > 0 && own.length >= TELLING * shown.length
    return telling ? [{ name, words, home }] : []
  })
}

const namesIn = (pattern: string): string[] => pattern.split(/[ ^]+/)

function mostOf(rows: readonly { category: string }[]): string | null {
  const counts = new Map<string, number>()
  for (const { category } of rows) counts.set(category, (counts.get(category) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
