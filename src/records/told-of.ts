import type { Classified } from '../resolve/category.ts'
import type { HolderGroup } from '../resolve/holder.ts'
import type { Clause } from '../resolve/sentence.ts'

/** «部分办事指南» under a heading, or behind a name, that says whose. */
export function isPart(group: HolderGroup): boolean {
  return group.holders.every((h) => h.kind === 'vague' && h.part)
}

/** Two accounts of one unit are one problem of the unit, where it is named. */
export function withoutAccounts(groups: readonly HolderGroup[]): readonly HolderGroup[] {
  const units = groups.filter((g) => g.holders.some((h) => h.kind !== 'account'))
  return units.length > 0 ? units : groups
}

/** The groups that a category is told of: those in front of it, unless an earlier category of the clause stands between. */
export function holdersBefore(
  own: readonly HolderGroup[],
  categories: readonly Classified[],
  k: number,
): HolderGroup[] {
  const category = categories[k]!
  const before = own.filter(
    (g) =>
      g.end <= category.start ||
      (g.start < category.start && g.end <= category.end) ||
      (g.start >= category.start && g.end <= category.end),
  )
  const previous = categories
    .slice(0, k)
    .reverse()
    .find((c) => before.some((g) => g.start >= c.end))
  return previous ? before.filter((g) => g.start >= previous.end) : before
}

/** «A网站和B网站分别出现P和Q»: the n-th of the one goes with the n-th of the other. */
export function respectively(
  text: string,
  clause: Clause,
  own: readonly HolderGroup[],
  categories: readonly Classified[],
): { category: Classified; groups: HolderGroup[] }[] | null {
  const at = text.slice(clause.start, clause.end).indexOf('分别')
  if (at < 0 || categories.length < 2) return null
  const before = own.filter((g) => g.end <= clause.start + at)
  const holders = before.flatMap((g) => g.holders.map((h) => ({ ...g, holders: [h] })))
  return holders.length === categories.length
    ? categories.map((category, k) => ({ category, groups: [holders[k]!] }))
    : null
}
