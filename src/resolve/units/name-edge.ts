import type { Kit } from '../../kit.ts'
import type { Region } from '../../lexicon/regions.ts'
import { onceFor } from '../../once.ts'
import type { Hits } from '../hits.ts'
import { isWithin, type Place, regionNamed, scopeRegion } from '../place.ts'
import { functionByField } from './field.ts'

export const HAN = /[\u4e00-\u9fff]/
const SCOPE_WORDS = '市县区旗州省盟部厅镇乡'
const SCOPES = new Set(SCOPE_WORDS)
/** Kinds of place of more than one character that stand for the place itself: «自治区教育厅», «师市发改委». */
export const LONG_SCOPES = ['自治区', '地区', '师市']
/** Any of them, or a kind of one character, as the source of a pattern. */
export const SCOPE = `(?:${LONG_SCOPES.join('|')}|[市县区旗州省盟])`
const LEADING_SCOPE = new RegExp(`^${SCOPE}(?=.)`)
const LONGEST_RUN = 20

/** What a character may be to the edge of a name; most are nothing. */
const LEADS = 1
const COUNTS = 2
const edgeCharacters = new Uint8Array(65536)
for (const c of '经有') edgeCharacters[c.charCodeAt(0)] = LEADS
for (const c of '日月年家个所') edgeCharacters[c.charCodeAt(0)] = COUNTS
const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** What a name may hold, and boundary words by what they end with: most characters end none. */
interface Endings {
  inName: Uint8Array
  ends: Uint8Array
  words: ReadonlyMap<number, readonly string[]>
}
const endingsOf = onceFor(({ boundaries, characters }: Kit): Endings => {
  const inName = new Uint8Array(65536)
  inName.fill(1, 0x4e00, 0xa000)
  for (const c of characters.outside) inName[c.charCodeAt(0)] = 0
  const ends = new Uint8Array(65536)
  const words = new Map<number, string[]>()
  for (const word of boundaries) {
    if (word.length === 0 || word.length > 4) continue
    const last = word.charCodeAt(word.length - 1)
    ends[last] = 1
    words.set(last, [...(words.get(last) ?? []), word])
  }
  return { inName, ends, words }
})

interface Prefix {
  start: number
  text: string
  region: Region | null
  /** Other Han characters stand right in front: the name is longer than the tables know. */
  glued: boolean
}

/** The place written in front of a name: regions, a zone, «市»; null where the name is the middle of another word. */
export function prefixBefore(
  text: string,
  hits: Hits,
  at: number,
  floor: number,
  place: Place,
  kit: Kit,
): Prefix | null {
  let start = at
  let region: Region | null = null
  const names: string[] = []
  for (let next = hits.endingAt('region', start, floor); next; next = hits.endingAt('region', start, floor)) {
    if (
      next.end - next.start === 2 &&
      (text[next.start] === '和'
        ? joins(text, next.start, place, kit)
        : cutsWord(text, hits, next.start, floor, kit))
    )
      break
    names.push(text.slice(next.start, next.end))
    start = next.start
  }
  for (const name of names.reverse()) region = regionNamed(name, place, kit, region) ?? region
  // «中共平江县委宣传部»
  if (region && text.startsWith('中共', start - 2) && start - 2 >= floor) start -= 2
  if (region) return { start, text: text.slice(start, at), region, glued: false }
  const zoneHit = hits.endingAt('zone', at, floor)
  if (zoneHit) {
    const from = leftEdge(text, zoneHit.start, floor, place, kit)
    return { start: from, text: text.slice(from, at), region: place.region, glued: false }
  }
  const c = text[at - 1] ?? ''
  if (at === floor || !HAN.test(c) || (endsBoundary(text, at, kit) && !insideName(text, at, kit))) {
    if (!SCOPES.has(c) || at === floor) return { start: at, text: '', region: null, glued: false }
  }
  if (SCOPES.has(c)) {
    const before = text[at - 2] ?? ''
    if (
      at - 1 === floor ||
      !HAN.test(before) ||
      // «县财政局县审计局» in a cell that lost what parted them.
      hits.endingAt('unit', at - 1, floor) !== null ||
      endsBoundary(text, at - 1, kit) ||
      /[我本全原各经系有]/.test(before)
    )
      return { start: at - 1, text: c, region: scopeRegion(c, place), glued: false }
  }
  for (const scope of LONG_SCOPES)
    if (text.startsWith(scope, at - scope.length) && at - scope.length >= floor) {
      const region = scopeRegion(scope, place)
      if (region) return { start: at - scope.length, text: scope, region, glued: false }
    }
  const from = leftEdge(text, at, floor, place, kit)
  const run = text.slice(from, at)
  // «个别县区教育局»: of places that are not named.
  if (run.length >= 3 && kit.generics.has(run.slice(0, 2)) && /[市县区旗州省盟]$/.test(run))
    return { start: at, text: '', region: null, glued: false }
  // «年初市教育局», «9月5日市教育局»: words that are no place, in front of what is one's own.
  const own = SCOPES.has(c) && !QUARTER.test(run) ? scopeRegion(c, place) : null
  if (own && run.length > 0) return { start: at - 1, text: c, region: own, glued: false }
  if (run.length >= 2 && run.length <= 6 && /[市县区旗州省盟]$/.test(run))
    return { start: from, text: run, region: null, glued: false }
  if (run.length === 0) return { start: at, text: '', region: null, glued: false }
  return { start: from, ...placeLeading(run, from, hits, place, kit), glued: true }
}

/** «新区», «城区», «市区»: kinds of place, and no district of that name. */
const QUARTER = /(?:自治|[新老城园郊景库市县某×]|[A-Z甲乙丙丁])[市县区旗州盟]$/

/** What of the place stands at the head of a longer name: a region, a zone, «市». */
function placeLeading(
  run: string,
  from: number,
  hits: Hits,
  place: Place,
  kit: Kit,
): { text: string; region: Region | null } {
  const until = from + run.length
  let text = ''
  let region: Region | null = null
  for (const r of hits.longest('region', from, until))
    if (r.start === from + text.length) {
      const name = run.slice(text.length, r.end - from)
      region = regionNamed(name, place, kit, region) ?? region
      text += name
    }
  if (region) return { text, region }
  for (const z of hits.longest('zone', from, until))
    if (until - z.end >= 2 && z.end - from >= 3) text = run.slice(0, z.end - from)
  if (text !== '') return { text, region: null }
  const scope = LEADING_SCOPE.exec(run)?.[0] ?? ''
  return { text: scope, region: scope ? scopeRegion(scope, place) : null }
}

/** «教育局长», «教育局副局长»; not «教育局长期不更新». */
export const isHead = (text: string, at: number): boolean =>
  text[at] === '副' || (text[at] === '长' && !startsAnew(text, at))

/** «质检所有2个链接», «司法所以及法庭», «教育局长期»: what follows a name begins with another word than it seems to. */
export const startsAnew = (text: string, at: number): boolean => ANEW.test(text.slice(at, at + 3))
const ANEW = /^(?:长(?:期|时间|达|年|久)|有\d|以及)/

/** «公众号和县供销社» is not of 和县; «含山县气象局及和县教育局» is, where the notice is of its city. */
export const joins = (text: string, at: number, place: Place, kit: Kit): boolean =>
  /[\u4e00-\u9fff”"’》)]/.test(text[at - 1] ?? '') &&
  !(
    endsBoundary(text, at, kit) &&
    kit.regions.named(text.slice(at, at + 2), place.date).some((r) => isWithin(r, place))
  )

/** «点开县城管局» is not of 开县: a name of two characters does not begin in the middle of a word. */
function cutsWord(text: string, hits: Hits, at: number, floor: number, kit: Kit): boolean {
  return (
    at > floor &&
    HAN.test(text[at - 1]!) &&
    !endsBoundary(text, at, kit) &&
    !hits.endingAt('region', at, floor)
  )
}

/** From where on the Han characters before `at` can belong to a name. */
export function leftEdge(text: string, at: number, floor: number, place: Place, kit: Kit): number {
  const { inName } = endingsOf(kit)
  let i = at
  while (i > floor && at - i < LONGEST_RUN) {
    const last = text.charCodeAt(i - 1)
    if (inName[last] === 0 || (endsBoundary(text, i, kit) && !insideName(text, i, kit))) break
    const edge = edgeCharacters[last]
    // «经州政府办公室两次督促», «停更的有县教育局»
    if (edge === LEADS && SCOPES.has(text[i]!) && !/[国所]/.test(text[i - 2] ?? '')) break
    // «正文出现错别字的,有程村乡»
    if (
      text[i - 1] === '有' &&
      (i - 1 === floor || /[^\u4e00-\u9fff]|的/.test(text[i - 2]!)) &&
      !/[色线]/.test(text[i]!)
    )
      break
    // «5月3日县政府办», «29家学校»
    if (edge === COUNTS && isDigit(text.charCodeAt(i - 2))) break
    i--
  }
  // «106团», «103团第一中学»
  if (text[i] === '团') while (i > floor && isDigit(text.charCodeAt(i - 1))) i--
  // «都匀经济开发区», «从江县» are no «all of» and no «from».
  const code = place.region?.code
  for (let n = 2; code && n <= 3 && i > floor && i + n - 1 <= at; n++)
    if (kit.regions.insideByStem(code, text.slice(i - 1, i - 1 + n))) return i - 1
  return i
}

/** 和 and 与 join two names, or stand inside one («文化和旅游»); a name that goes on to both sides keeps it. */
function insideName(text: string, at: number, kit: Kit): boolean {
  // «霍各庄镇»
  if (text[at - 1] === '各' && text[at] === '庄' && HAN.test(text[at - 2] ?? '')) return true
  if (text[at - 1] !== '和' && text[at - 1] !== '与') return false
  // «人和街道»: one character in front of it is no name to join.
  if (text[at - 1] === '和' && HAN.test(text[at - 2] ?? '') && !HAN.test(text[at - 3] ?? '')) return true
  for (let n = 2; n <= 4; n++) if (kit.compounds.has(text.slice(at - 1 - n, at - 1))) return true
  // «县食品和市场监管局»: what has a place in front and no ending is the first half of a name.
  if (/^[市县区旗州省盟部厅镇乡](?![场政容民域划村])/.test(text.slice(at, at + 2))) return false
  for (let n = 2; n <= 6; n++) {
    const half = text.slice(at - 1 - n, at - 1)
    if (n > 3 && !functionByField(`${half}局`, kit)) continue
    if (PLACED.test(text.slice(at - 2 - n, at - 1 - n)) && !WHOLE.test(half) && !kit.generics.has(half))
      return true
  }
  return false
}

const PLACED = /[市县区旗州]$/
const WHOLE = /[局委办厅院会校站社处所团馆联镇乡街道部门单位府直级内属网号家个]$|[,。;:、“”()\d]/

export function endsBoundary(text: string, at: number, kit: Kit): boolean {
  const { ends, words } = endingsOf(kit)
  const last = text.charCodeAt(at - 1)
  if (!ends[last]) return false
  for (const word of words.get(last)!)
    if (at >= word.length && text.startsWith(word, at - word.length)) return true
  return false
}
