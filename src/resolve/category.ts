import type { Kit } from '../kit.ts'
import type { Cue, Literal, Term } from '../lexicon/cues.ts'
import { saying } from '../lexicon/phrases.ts'
import type { Span } from '../segment/line.ts'
import type { Hits } from './hits.ts'

/** What a clause inherits from what governs it. */
export interface Governing {
  about: 'media' | 'site' | null
  /** Terms satisfied in the heading or earlier in the sentence. */
  terms: ReadonlySet<number>
  /** Those of the sentence, where the heading's are known apart: they weigh less than a noun of the clause. */
  near?: ReadonlySet<number>
}

export interface Classified extends Span {
  category: string
  /** The cue that says so; null where a heading does. */
  cue: Cue | null
  /** How likely it is where neither does, 0 to 1; else null. */
  likely: number | null
  /** Where the words begin that say what is wrong. */
  stated: number
}

const GAP = 8

export interface TermHit extends Span {
  term: number
  /** Characters of the literal itself, its gaps not counted. */
  weight: number
}

/** Terms of the cue patterns that a stretch of text satisfies. */
export function termsIn(
  text: string,
  hits: Hits,
  start: number,
  end: number,
  skip: (start: number, end: number) => boolean,
): TermHit[] {
  const out: TermHit[] = []
  const until = hits.until('cue')
  for (let n = hits.from('cue', start); n < until; n++) {
    const from = hits.startOf(n)
    if (from >= end) break
    const to = hits.endOf(n)
    if (to > end) continue
    const { literals, opens } = hits.entryOf<'cue'>(n).head
    const { plain, gapped } = literals
    const found = gapped.size > 0 ? findGapped(text, gapped, opens, to, end) : NOTHING
    for (let k = 0; k < plain.length; k++) {
      const literal = plain[k]!
      const stop = literal.rest.length === 0 ? to : withRest(text, literal, 0, to, end)
      if (stop === null) continue
      if (found !== NOTHING) found.push({ literal, stop })
      else if (!skip(from, stop)) addTerms(literal, from, stop, out)
    }
    if (found.length > 1) found.sort((a, b) => a.literal.order - b.literal.order)
    for (let k = 0; k < found.length; k++) {
      const { literal, stop } = found[k]!
      if (!skip(from, stop)) addTerms(literal, from, stop, out)
    }
  }
  return out
}

interface Found {
  literal: Literal
  stop: number
}

const NOTHING: Found[] = []

function addTerms({ terms, weight }: Literal, start: number, end: number, out: TermHit[]): void {
  for (let k = 0; k < terms.length; k++) out.push({ term: terms[k]!, start, end, weight })
}

const BETWEEN = /[,;。:]|发现|出现|存在/

/** The literals with a gap whose parts follow, each at the first place its next part stands; NOTHING where none does. */
function findGapped(
  text: string,
  gapped: ReadonlyMap<number, readonly Literal[]>,
  opens: Uint8Array,
  at: number,
  end: number,
): Found[] {
  let found = NOTHING
  let seen: Literal[] | null = null
  let last = Math.min(end - 1, at + GAP)
  for (let i = at; i <= last; i++) {
    const c = text.charCodeAt(i)
    const literals = opens[c] === 0 ? undefined : gapped.get(c)
    if (literals === undefined) continue
    for (let k = 0; k < literals.length; k++) {
      const literal = literals[k]!
      const part = literal.rest[0]!
      if (!text.startsWith(part, i)) continue
      if (seen === null) {
        const barrier = BETWEEN.exec(text.slice(at, at + GAP))
        if (barrier) last = Math.min(last, at + barrier.index + barrier[0].length - 1)
        if (i > last) return NOTHING
        seen = [literal]
      } else if (seen.includes(literal)) continue
      else seen.push(literal)
      const stop = i + part.length > end ? null : withRest(text, literal, 1, i + part.length, end)
      if (stop === null) continue
      if (found === NOTHING) found = []
      found.push({ literal, stop })
    }
  }
  return found
}

/** Where a literal ends whose parts from the n-th on follow `at`, or null where they do not in the clause. */
function withRest(text: string, { rest }: Literal, n: number, at: number, end: number): number | null {
  let stop = at
  for (let k = n; k < rest.length; k++) {
    const part = rest[k]!
    if (part === '') {
      stop = Math.min(end, stop + GAP)
      continue
    }
    const found = indexNear(text, part, stop, GAP)
    if (found < 0 || found + part.length > end || BETWEEN.test(text.slice(stop, found))) return null
    stop = found + part.length
  }
  return stop
}

/** Where `part` stands, at most `far` characters on; a search of the whole rest of the text would cost its length. */
export function indexNear(text: string, part: string, from: number, far: number): number {
  const within = text.slice(from, from + far + part.length).indexOf(part)
  return within < 0 ? -1 : from + within
}

/**
 * The problem categories that a clause states. Patterns compete for the words that say what is wrong: the one that
 * explains most characters wins, then the one that stands first in cues.tsv.
 */
export function classify(found: readonly TermHit[], governing: Governing, kit: Kit): Classified[] {
  const { isObject } = kit.cues
  // Where no word says what is wrong, no cue fits.
  if (!found.some((hit) => !isObject[hit.term])) return []
  const byTerm = new Map<number, TermHit[]>()
  for (const hit of found) {
    const list = byTerm.get(hit.term)
    if (list) list.push(hit)
    else byTerm.set(hit.term, [hit])
  }
  const candidates: Candidate[] = []
  for (const term of byTerm.keys()) {
    if (isObject[term]) continue
    for (const cue of kit.cues.byTerm[term]!) {
      if (candidates.some((c) => c.cue === cue)) continue
      const candidate = candidateOf(cue, byTerm, governing, kit)
      if (candidate) candidates.push(candidate)
    }
  }
  if (candidates.length > 1) candidates.sort((a, b) => b.halves - a.halves || a.cue.order - b.cue.order)
  const taken: Span[] = []
  const out: Classified[] = []
  let ofNoun = false
  for (const c of candidates) {
    if (out.some((o) => o.category === c.cue.category)) continue
    if (candidates.some((d) => isOfAnother(c, d, byTerm, kit.cues.isWhole))) continue
    // «首页上一次更新停留在8月»: of its noun; it is not also told of the columns that nothing names.
    const isUpdate = c.cue.category.startsWith('update.')
    if (isUpdate && ofNoun && c.objects.length === 0) continue
    const states = statesOf(c, byTerm, taken)
    if (states === null) continue
    const bare = c.objects.length === 0 && c.cue.terms.length > c.states.length
    if (bare && states.every((s) => s.weight <= 2 && isPartOfAnother(s, c, candidates, byTerm))) continue
    const own = [...states, ...c.objects]
    taken.push(...states)
    ofNoun ||= isUpdate && c.objects.length > 0
    out.push({
      category: c.cue.category,
      cue: c.cue,
      likely: null,
      stated: Math.min(...states.map((h) => h.start)),
      start: Math.min(...own.map((h) => h.start)),
      end: Math.max(...own.map((h) => h.end)),
    })
  }
  // «“财政资金”等5个栏目超出规定期限没有更新»: what a column is called is not what is withheld.
  const told = ofNoun ? out.filter((o) => !o.category.startsWith('disclosure.')) : out
  return told.sort((a, b) => a.start - b.start)
}

/** Does it begin in what a column is called: «“重点领域信息公开”栏目更新不及时»? */
export function isColumn(text: string, { start }: TermHit, kit: Kit): boolean {
  if (!OPENED.test(text.slice(Math.max(0, start - LONGEST_COLUMN), start))) return false
  const rest = REST.exec(text.slice(start, start + LONGEST_COLUMN))?.[0].length
  return rest !== undefined && COLUMN(kit).test(text.slice(start + rest, start + rest + 8))
}

const LONGEST_COLUMN = 16
const OPENED = /“[^“”,。;]*$/
const REST = /^[^“”,。;]*(?=”)/
/** Behind a name in quotation marks: it is a column's. */
const COLUMN = saying((any) => new RegExp(`^”${any('no_account')}`))
/** What a column may be called after. */
const OF_MATTER = /^(?:disclosure\.|content\.inaccurate$)/

/** The same, where «“财政预决算”栏目未更新» tells of a column: what it is called is not what is withheld or wrong. */
export function withoutColumns(
  text: string,
  found: readonly TermHit[],
  governing: Governing,
  kit: Kit,
): Classified[] {
  const stated = classify(found, governing, kit)
  if (!stated.some((c) => OF_MATTER.test(c.category)) || !found.some((f) => isColumn(text, f, kit)))
    return stated
  const bare = found.filter((f) => !isColumn(text, f, kit))
  const stale = classify(bare, governing, kit).filter((c) => c.category.startsWith('update.'))
  return stale.length > 0 ? stale : stated
}

/** A cue that fits, and what of the clause it takes. */
interface Candidate {
  cue: Cue
  /** Characters that it explains, in halves: whole numbers keep what is compiled for them. */
  halves: number
  states: number[]
  objects: TermHit[]
}

type ByTerm = ReadonlyMap<number, readonly TermHit[]>

function candidateOf(cue: Cue, byTerm: ByTerm, governing: Governing, kit: Kit): Candidate | null {
  const { isObject } = kit.cues
  let halves = 0
  const states: number[] = []
  const objects: TermHit[] = []
  for (const t of cue.terms) {
    if (t.about) {
      if (governing.about !== t.about) return null
      // Of an account «信息» says nothing more; of a site «首页» does.
      halves += t.about === 'media' ? 5 : 3
      continue
    }
    const noun = isObject[t.id]!
    const hit = longestOf(byTerm.get(t.id))
    if (hit && !(noun && isInState(hit, t, cue, byTerm, isObject))) {
      halves += hit.weight * 2
      if (noun) objects.push(hit)
      else states.push(t.id)
    } else if ((t.governed || noun) && governing.terms.has(t.id))
      halves += governing.near?.has(t.id) === false ? 3 : 5
    else return null
  }
  return states.length === 0 ? null : { cue, halves, states, objects }
}

/** «甲局网站有17个链接无法打开»: of the links, not of the site; «首页、栏目未更新» of both, «办事指南的电话不准确» of the guide. */
function isOfAnother(c: Candidate, d: Candidate, byTerm: ByTerm, isWhole: readonly boolean[]): boolean {
  if (d.cue.category === c.cue.category || d.objects.length === 0) return false
  if (c.objects.length === 0 || c.objects.some((o) => isWhole[o.term])) return false
  const state = longestOf(byTerm.get(c.states[0]!))!
  const other = longestOf(byTerm.get(d.states[0]!))!
  return (
    other.start === state.start &&
    other.end >= state.end &&
    d.objects.every((o) => o.end <= state.start && c.objects.every((own) => o.start >= own.end + APART))
  )
}
const APART = 2

/** «没有» is but a part of «没有回应», by which another cue that fits says what is wrong. */
function isPartOfAnother(
  { start, end }: TermHit,
  c: Candidate,
  candidates: readonly Candidate[],
  byTerm: ByTerm,
): boolean {
  for (const other of candidates)
    if (other !== c)
      for (const term of other.states)
        for (const h of byTerm.get(term)!)
          if (
            h.start <= start &&
            h.end >= end &&
            h.end - h.start > end - start &&
            h.end - h.start === h.weight
          )
            return true
  return false
}

/** Is a noun only a part of the words by which another term of the cue says what is wrong? */
function isInState(
  hit: TermHit,
  term: Term,
  { terms }: Cue,
  byTerm: ByTerm,
  isObject: readonly boolean[],
): boolean {
  for (const o of terms)
    if (o.id >= 0 && o !== term && !isObject[o.id] && insideAll(hit, byTerm.get(o.id))) return true
  return false
}

/** For each of its states the words that say it, of those that no cue before it took; null where one has none left. */
function statesOf(c: Candidate, byTerm: ByTerm, taken: readonly Span[]): TermHit[] | null {
  const states: TermHit[] = []
  for (const term of c.states) {
    const free = byTerm.get(term)!.filter((h) => !taken.some((t) => h.start < t.end && h.end > t.start))
    const state = stateOf(free, c.objects)
    if (state === undefined) return null
    states.push(state)
  }
  return states
}

/** «信息» inside «无信息更新» is no object of its own; inside the gap of «未…说明» it is. */
function insideAll(object: TermHit, states: readonly TermHit[] | undefined): boolean {
  const state = longestOf(states)
  return (
    state !== undefined &&
    state.end - state.start === state.weight &&
    object.start >= state.start &&
    object.end <= state.end
  )
}

/** Of several words that say what is wrong, the one that stands nearest behind its object, unless another says much more. */
function stateOf(hits: readonly TermHit[], objects: readonly TermHit[]): TermHit | undefined {
  if (hits.length < 2 || objects.length === 0) return longestOf(hits)
  const worth = (h: TermHit) => {
    const gaps = objects.map((o) => (h.start >= o.end ? h.start - o.end : Math.max(0, o.start - h.end) + 2))
    return h.weight - Math.min(...gaps) * 0.3
  }
  let best: TermHit | undefined
  for (const h of hits) if (!best || worth(h) > worth(best)) best = h
  return best
}

function longestOf(hits: readonly TermHit[] | undefined): TermHit | undefined {
  let best: TermHit | undefined
  for (const h of hits ?? []) if (!best || h.weight > best.weight) best = h
  return best
}
