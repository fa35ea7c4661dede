import type { Kit } from '../../kit.ts'
import { gramsOf } from './likeness.ts'

/** The categories whose cues are worded most like a text. */
export function categoryGuesser(kit: Kit): (clauses: string, core: string) => string[] {
  const classes = new Map<string, string[]>()
  for (const row of kit.tables.words)
    classes.set(row.class, [...(classes.get(row.class) ?? []), ...row.words])
  const counts = new Map<string, Map<string, number>>()
  const spread = new Map<string, Set<string>>()
  const learn = (category: string, text: string, weight: number) => {
    let own = counts.get(category)
    if (!own) counts.set(category, (own = new Map()))
    for (const gram of gramsOf(text)) {
      own.set(gram, (own.get(gram) ?? 0) + weight)
      const where = spread.get(gram)
      if (where) where.add(category)
      else spread.set(gram, new Set([category]))
    }
  }
  for (const row of kit.tables.categories) learn(row.category, han(row.zh), 3)
  for (const row of kit.tables.topics) learn(row.category, han(row.word), 1)
  for (const row of kit.tables.cues) {
    learn(row.category, han(row.example), 1)
    for (const term of row.pattern.split(' ')) {
      const name = /^\^?@(.+)/.exec(term)?.[1]
      for (const word of name ? (classes.get(name) ?? []) : term.split('|'))
        learn(row.category, han(word), name ? 0.3 : 1)
    }
  }
  const all = counts.size
  const weights = [...counts].map(([category, own]) => {
    const vector = new Map(
      [...own].map(([gram, n]) => [gram, Math.log(1 + n) * Math.log(1 + all / spread.get(gram)!.size)]),
    )
    const length = Math.sqrt([...vector.values()].reduce((sum, w) => sum + w * w, 0))
    return { category, vector, length }
  })
  return (clauses, core) => {
    const grams = [...gramsOf(clauses.slice(0, 400)), ...gramsOf(core), ...gramsOf(core), ...gramsOf(core)]
    return weights
      .map(({ category, vector, length }) => ({
        category,
        score: grams.reduce((sum, g) => sum + (vector.get(g) ?? 0), 0) / Math.sqrt(length || 1),
      }))
      .sort((a, b) => b.score - a.score || (a.category < b.category ? -1 : 1))
      .slice(0, 3)
      .map((x) => x.category)
  }
}

export const han = (text: string): string => text.replace(/[^\u4e00-\u9fff]/g, '')
