import type { Deadline, Metric, NoticeRecord } from '../records/schema.ts'
import type { Choice, GoldDeadline, GoldMetric, GoldRecord } from './gold.ts'

/** Text as far as it counts in a comparison: widths, blanks and quotation marks aside. */
export const plain = (s: unknown): string =>
  String(s)
    .normalize('NFKC')
    .replace(/[\s\u00a0“”"'‘’《》〈〉]/g, '')

const VAGUE = /^(?:部分|个别|少数|一些|少部分|大部分|多数|有的|有些|绝大多数|极少数|各别|某些)/

function unitKey(s: string | null | undefined): string {
  if (s == null || s === '') return ''
  const t = plain(s)
  return VAGUE.test(t) ? '?' : t.replace(/^[市县区州省](?=..)/, '').replace(/(?:网站|门户网站)$/, '')
}

export function oneOf(gold: Choice<unknown>, got: unknown): boolean {
  return (Array.isArray(gold) ? gold : [gold]).some((g) =>
    g == null
      ? got == null || got === ''
      : got != null && (typeof g === 'number' ? Math.abs(g - Number(got)) < 1e-6 : plain(g) === plain(got)),
  )
}

export function sameRecord(g: GoldRecord, p: NoticeRecord): boolean {
  return (
    g.category === p.category &&
    sameUnit(g, p) &&
    (g.subject_name === undefined || oneOf(g.subject_name, p.subject_name))
  )
}

function sameUnit(g: GoldRecord, p: NoticeRecord): boolean {
  if (g.unit === '*') return true
  const mine = [unitKey(p.unit), unitKey(p.unit_name)].filter((x) => x !== '')
  if (mine.length === 0) return g.unit == null
  const names = Array.isArray(g.unit_name) ? g.unit_name : [g.unit_name]
  const theirs = [g.unit, ...names, ...(g.aliases ?? [])]
    .filter((x): x is string => typeof x === 'string')
    .map(unitKey)
  return mine.some((x) => theirs.includes(x))
}

const NAMES_UNIT = /(?:局|委|办|办公室|镇|乡|街道|县|市|区|旗|州|省|厅|中心|政府|管委会|公司|学校|医院)$/

/** A figure of the whole area may carry a scope («市直») but not the name of one unit. */
export function sameMetric(g: GoldMetric, p: Metric): boolean {
  if (
    g.subject !== p.subject ||
    (g.measure !== 'other' && g.measure !== p.measure) ||
    Math.abs(g.value - p.value) > 1e-6
  )
    return false
  if (g.about == null) return p.about === null || !NAMES_UNIT.test(plain(p.about))
  return (
    p.about !== null && (plain(p.about).includes(plain(g.about)) || plain(g.about).includes(plain(p.about)))
  )
}

export function sameDeadline(g: GoldDeadline, p: Deadline): boolean {
  return (g.due ?? null) === (p.due ?? null)
}

interface Matching<G, P> {
  pairs: [G, P][]
  hit: number
  wrong: P[]
  missed: G[]
}

/** Greedy one to one, required gold first and the better-ranked partner first; an optional item forgives further hits. */
export function match<G extends { optional?: boolean }, P>(
  gold: readonly G[],
  got: readonly P[],
  same: (g: G, p: P) => boolean,
  rank: (g: G, p: P) => number,
): Matching<G, P> {
  const pairs: [G, P][] = []
  const usedGold = new Set<G>()
  const usedGot = new Set<P>()
  for (const g of [...gold.filter((x) => !x.optional), ...gold.filter((x) => x.optional)]) {
    let best: P | undefined
    let bestRank = -1
    for (const p of got) {
      if (usedGot.has(p) || !same(g, p)) continue
      const r = rank(g, p)
      if (r > bestRank) {
        best = p
        bestRank = r
      }
    }
    if (best === undefined) continue
    usedGold.add(g)
    usedGot.add(best)
    pairs.push([g, best])
  }
  return {
    pairs,
    hit: pairs.filter(([g]) => !g.optional).length,
    wrong: got.filter((p) => !usedGot.has(p) && !gold.some((g) => g.optional && same(g, p))),
    missed: gold.filter((g) => !usedGold.has(g) && !g.optional),
  }
}
