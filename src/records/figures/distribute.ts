import type { Kit } from '../../kit.ts'
import { saying } from '../../lexicon/phrases.ts'
import type { UnitGroup } from '../../resolve/enumeration.ts'
import type { Hit } from '../../resolve/hits.ts'
import { isAside, type Sentence } from '../../resolve/sentence.ts'
import { matchesIn } from '../../segment/line.ts'
import type { Reading } from '../reading.ts'
import type { Subject } from '../schema.ts'
import { isPlatform, isSiteOrMedia } from '../subject-family.ts'
import { type Draft, isPrimary } from './draft.ts'

/** «县区政府门户网站、市级部门网站合格率分别为92.3%和89.5%»: the part of the area that ends in front of a noun. */
function scopeOf(text: string, from: number, start: number, kit: Kit): string | null {
  // «市级部门网站» is a noun from «部门» on.
  for (const end of text.startsWith('部门', start) ? [start + 2, start] : [start]) {
    const words = text.slice(Math.max(from, start - 12), end).replace(/(?:政府|人民政府)$/, '')
    for (let k = 0; k < words.length - 1; k++) if (kit.scopes.has(words.slice(k))) return words.slice(k)
  }
  return null
}

/** «西宁市、海东市、海西州合格率分别为98.1%、96.9%、97.5%»: lists of one length pair up in order. */
export function pairRespectively(
  text: string,
  sentence: Sentence,
  subjects: readonly Hit<'subject'>[],
  groups: readonly UnitGroup[],
  drafts: Draft[],
  kit: Kit,
): void {
  for (const match of matchesIn(
    text.slice(sentence.start, sentence.end),
    /分别|依次|各(?=抽查|检查|有|为)|率[为达是]?(?=\d{1,3}(?:\.\d{1,3})?%[、和及与]\d)/g,
  )) {
    const at = sentence.start + match.index
    const run: Draft[] = []
    for (const d of drafts) {
      if (d.figure.start < at) continue
      const from = run.at(-1)?.figure.end ?? at
      if (
        !/^[^,。;]{0,10}$|^\s*[、和及与]\s*$/.test(text.slice(from, d.figure.start)) ||
        (run.length > 0 && d.figure.kind !== run[0]!.figure.kind)
      )
        break
      run.push(d)
    }
    if (run.length < 2) continue
    const units = namesBefore(text, sentence, groups, at, run.length)
    const counted = lastCounted(text, sentence, drafts, at, run.length, kit)
    const nouns = lastNouns(text, subjects, sentence.start, at, run.length, kit)
    if (units && (!nouns || units.end > nouns.at(-1)!.end))
      for (const [k, d] of run.entries()) d.about = units.names[k]!
    else if (counted && (!nouns || counted.at(-1)!.figure.end >= nouns[0]!.start))
      for (const [k, d] of run.entries())
        Object.assign(d, { subject: counted[k]!.subject, about: counted[k]!.about, paired: true })
    else if (nouns) {
      const scopes = nouns.map(({ start }, k) =>
        scopeOf(text, nouns[k - 1]?.end ?? sentence.start, start, kit),
      )
      for (const [k, d] of run.entries())
        Object.assign(d, { subject: nouns[k]!.entry.row.subject, about: scopes[k] ?? null, paired: true })
    }
    // «甲市、乙市合格率分别为98%、97%,丙市、丁市分别为93%和94%»
    const before = drafts[drafts.indexOf(run[0]!) - 1]
    const { measure, subject } =
      run.find((d) => d.claimed !== null) ??
      (run[0]!.measure === null && before?.figure.kind === run[0]!.figure.kind ? before : run[0]!)
    for (const d of run) {
      d.measure = measure ?? (d.about !== null && d.figure.kind === 'score' ? 'score' : null)
      d.subject ??= subject
    }
    // «按平台分,微信公众号、微博、抖音号分别为289个、52个和41个»
    if (
      run.every(
        (d) => d.measure === null && d.figure.kind === 'count' && d.subject !== null && isPlatform(d.subject),
      )
    )
      for (const d of run) d.measure = 'total'
  }
}

/** The last list of `n` units, or of units and parts of the area («江川区、元江县、市直部门»), in front of `at`. */
function namesBefore(
  text: string,
  { clauses }: Sentence,
  groups: readonly UnitGroup[],
  at: number,
  n: number,
): { names: string[]; end: number } | null {
  const group = groups.findLast((g) => g.end <= at && g.units.length > 1)
  if (!group || /[。;]/.test(text.slice(group.end, at))) return null
  if (group.units.length === n) return { names: group.units.map((u) => u.written), end: group.end }
  const clause = clauses.find((c) => c.start <= group.start && c.end > group.start)
  const names = clause ? text.slice(clause.start, Math.min(at, clause.end)).split(/[、和及与]/) : []
  return names.length === n && names.every((name) => /^[\u4e00-\u9fff]{2,10}$/.test(name))
    ? { names, end: at }
    : null
}

/** «网站7个、频道9个、账号96个», «县级网站6个、部门网站15个»: counts in one list, each of another thing or another part of the area. */
function lastCounted(
  text: string,
  { start }: Sentence,
  drafts: readonly Draft[],
  until: number,
  n: number,
  kit: Kit,
): Pick<Draft, 'subject' | 'about' | 'figure'>[] | null {
  const counted = drafts.filter((d) => d.figure.kind === 'count' && d.figure.end <= until)
  // «96家网站中的34家、159个账号中的80个»: what was drawn, not of how many.
  const drawn = counted.filter((d) => d.measure === 'checked')
  const counts = (drawn.length < n ? counted : drawn).slice(-n)
  if (counts.length < n || counts.some((d) => d.subject === null)) return null
  const kinds = new Set(counts.map((d) => `${d.subject}|${d.about}`))
  const scopes = counts.map(({ figure }, k) =>
    partIn(text.slice(counts[k - 1]?.figure.end ?? start, figure.start), kit),
  )
  if (new Set(scopes.filter(Boolean)).size < 2) return kinds.size === n ? counts : null
  const parts = counts.map(({ subject, figure }, k) => ({ subject, about: scopes[k]!, figure }))
  return new Set(parts.map((d) => `${d.subject}|${d.about}`)).size === n ? parts : null
}

/** «抽查县(市、区)政府门户网站»: the part of the area that stands in front of the last noun. */
function partIn(words: string, kit: Kit): string | null {
  const named = NOUN.exec(words)
  return named ? scopeOf(words, 0, named.index, kit) : null
}

const NOUN = /(?:人民)?(?:政府|政务)?(?:门户)?(?:网站|新媒体|账号)$/

function lastNouns(
  text: string,
  subjects: readonly Hit<'subject'>[],
  from: number,
  until: number,
  n: number,
  kit: Kit,
): Hit<'subject'>[] | null {
  const before = subjects.filter(
    (s) => s.start >= from && s.end <= until && (isPrimary(s.entry.row) || s.entry.row.subject === 'column'),
  )
  const distinct = before.filter(
    (s, k) => before.findIndex((o) => o.entry.row.subject === s.entry.row.subject) === k,
  )
  if (distinct.length >= n) return distinct.slice(-n)
  // «区县网站和市级部门网站»: of one thing, each of a part of the area.
  const last = before.slice(-n)
  const scopes = new Set(last.map((s, k) => scopeOf(text, last[k - 1]?.end ?? from, s.start, kit)))
  return scopes.size === n && !scopes.has(null) ? last : null
}

/** «平江县(95%)、华容县(90%)合格率较高»: what a list in brackets measures may stand behind it. */
export function measureBehind(
  text: string,
  sentence: Sentence,
  measures: readonly Hit<'measure'>[],
  drafts: readonly Draft[],
): void {
  for (const d of [...drafts].reverse()) {
    if (d.measure !== null || d.about === null || d.figure.kind !== 'rate') continue
    const said = measures.find((m) => m.entry.row.figure === 'percent' && m.start > d.figure.end)
    if (!said || !isAside(sentence, d.figure.start, d.figure.end)) continue
    if (
      /^\)(?:、[^,。;]{1,14}\(\d{1,3}(?:\.\d{1,3})?%\)){0,20}等?[^,。;()]{0,10}$/.test(
        text.slice(d.figure.end, said.start),
      )
    )
      Object.assign(d, { measure: said.entry.row.measure, claimed: said })
  }
}

/** «合格率100%的有平江县、华容县»: of those named, and of nobody where none is. */
export function ofThoseNamed(text: string, groups: readonly UnitGroup[], drafts: Draft[]): void {
  for (const d of [...drafts]) {
    if (d.figure.kind !== 'rate' || d.about !== null) continue
    const such = SUCH.exec(text.slice(d.figure.end, d.figure.end + 24))
    if (!such) continue
    const from = d.figure.end + such[0].length
    const group = such[1] ? groups.find((g) => g.start === from) : undefined
    drafts.splice(drafts.indexOf(d), 1, ...(group?.units ?? []).map((u) => ({ ...d, about: u.written })))
  }
}

/** The list follows right behind where the last part is there. */
const SUCH =
  /^(?:以上|以下)?的(?:县|市|区|州|旗|\([市区州旗县、]{1,5}\)|乡镇|街道|单位|部门|地区|网站|账号){0,4}(?:((?:有|为|是|分别是|分别为|包括):?|:)|共?有\d|共\d|占|予以|将|给予|,(?!较|比|同比|环比))/

/** «23个网站中,3个不合格», «66个账号有3个不合格», «4家网站运行正常,合格率100%»: what is judged was checked. */
export function judgedOf(text: string, { clauses }: Sentence, drafts: readonly Draft[]): void {
  for (const [k, d] of drafts.entries()) {
    if (d.measure !== null || d.figure.kind !== 'count' || d.subject === null || !isSiteOrMedia(d.subject))
      continue
    const same = drafts.filter((o) => o.subject === d.subject && o.about === d.about)
    if (same.some((o) => o.measure === 'checked')) continue
    const after = same.filter((o) => drafts.indexOf(o) > k)
    const judged = after.some(
      (o) => /qualified/.test(o.measure ?? '') && o.figure.value.value <= d.figure.value.value,
    )
    const rated = after.some((o) => o.measure === 'pass_rate')
    const behind = text.slice(d.figure.end, d.figure.end + 14)
    const opens = clauses.some(
      (c) => text.slice(c.start, d.figure.start).trim() === '' && c.start <= d.figure.start,
    )
    if ((judged && /^[^,。;、]{0,10}[中里](?:,|有|不?合格)/.test(behind)) || (opens && (judged || rated)))
      d.measure = 'checked'
  }
}

/** «办理留言63条,按期办结62条»: what came in is said to be handled too. */
export function cameIn({ text, kit }: Reading, drafts: readonly Draft[]): void {
  if (drafts.some((d) => d.measure === 'received')) return
  for (const [k, d] of drafts.entries())
    if (
      d.measure === 'handled' &&
      d.subject === 'message' &&
      /^共?(?:办理|处理|处置)/.test(d.label ?? '') &&
      (ALL_DONE(kit).test(text.slice(d.figure.end, d.figure.end + 24)) ||
        drafts
          .slice(k + 1)
          .some(
            (o) =>
              o.measure === 'handled' &&
              o.subject === 'message' &&
              o.figure.value.value <= d.figure.value.value,
          ))
    )
      d.measure = 'received'
}

const ALL_DONE = saying(
  (any) => new RegExp(`^,(?:${any('all')}|已|件件|条条|封封){1,3}[^,。;\\d]{0,12}${any('handled')}`),
)

/** «微信公众号31个、微博21个,共52个,其中45个正常»: what is summed up are accounts, of whichever platform. */
export function summedUp(text: string, drafts: readonly Draft[]): void {
  for (const [k, d] of drafts.entries()) {
    if (
      d.figure.kind !== 'count' ||
      !/(?:共|共计|合计|总计)$/.test(text.slice(d.figure.start - 2, d.figure.start))
    )
      continue
    let sum = 0
    let from = k
    while (from > 0 && drafts[from - 1]!.adjacent && isPlatform(drafts[from - 1]!.subject!))
      sum += drafts[--from]!.figure.value.value
    if (k - from < 2 || sum !== d.figure.value.value) continue
    const last = d.subject
    for (const o of drafts.slice(k))
      if (o === d || (o.subject === last && !o.adjacent)) o.subject = 'new_media'
  }
}

/** «按照30%的比例抽查网站40家»: a rate whose thing is told behind it. */
export function aheadOf(drafts: readonly Draft[]): void {
  for (const [k, d] of drafts.entries()) {
    const next = drafts[k + 1]
    if (
      d.measure === 'coverage_rate' &&
      d.claimed?.entry.row.side === 'after' &&
      next?.measure === 'checked' &&
      next.subject !== null &&
      next.figure.start - d.figure.end < 24
    )
      d.subject = next.subject
  }
}

/** «抽黄州区22个、罗田县21个、黄梅县25个账号»: the noun behind the last figure of a list is that of all. */
export function shareNoun(text: string, drafts: readonly Draft[]): void {
  for (let k = drafts.length - 2; k >= 0; k--) {
    const d = drafts[k]!
    const next = drafts[k + 1]!
    if (
      d.subject !== null ||
      d.figure.kind !== 'count' ||
      next.figure.kind !== 'count' ||
      next.subject === null
    )
      continue
    if (d.about === null || next.about === null) continue
    if (!/^、[^,。;、]{1,12}$/.test(text.slice(d.figure.end, next.figure.start))) continue
    d.subject = next.subject
    d.measure ??= next.measure
  }
}

/** «检查网站9个、新媒体35个,检查比例均为100%», «网站和新媒体合格率均为100%»: one rate of every subject named. */
export function spreadRates(
  text: string,
  sentence: Sentence,
  subjects: readonly Hit<'subject'>[],
  drafts: Draft[],
): void {
  for (const d of [...drafts]) {
    if (d.figure.kind !== 'rate' || (d.measure !== 'pass_rate' && d.measure !== 'coverage_rate')) continue
    const counts = drafts.filter(
      (o) =>
        o !== d &&
        o.figure.end <= d.figure.start &&
        o.figure.kind === 'count' &&
        o.subject &&
        !isPlatform(o.subject) &&
        (o.measure === 'checked' || o.measure === 'total'),
    )
    const all = EVENLY.test(text.slice(Math.max(sentence.start, d.figure.start - 6), d.figure.start))
    if (!all && !closesList(text, d, counts)) continue
    const named = new Set(counts.map((o) => o.subject!))
    if (all && d.claimed)
      for (const s of listEndingAt(text, sentence, subjects, d.claimed.start)) named.add(s)
    for (const subject of named)
      if (subject !== d.subject && (subject === 'website' || subject === 'new_media' || subject === 'column'))
        drafts.push({ ...d, subject })
  }
}

export const EVENLY = /(?:均|都|皆|双双)(?:为|达|达到|是|实现|保持在?)?(?:到)?\s*$/

/** «检查网站9个、新媒体35个,检查比例100%»: what follows a list of two is said of both. */
function closesList(text: string, rate: Draft, counts: readonly Draft[]): boolean {
  const [one, other] = counts.slice(-2)
  return (
    one !== undefined &&
    other !== undefined &&
    one.subject !== other.subject &&
    one.measure === other.measure &&
    one.about === null &&
    other.about === null &&
    /^(?:、|和|及|与|以及)[^,。;、]{1,12}$/.test(text.slice(one.figure.end, other.figure.start)) &&
    /^,(?:抽查|检查|监测|总体|平均){0,2}(?:比例|覆盖率|合格率|抽查率|检查率)(?:达到?|均|为|是){0,2}$/.test(
      text.slice(other.figure.end, rate.figure.start),
    )
  )
}

/** What the list right in front of `at` names: «网站和新媒体|合格率». */
function listEndingAt(
  text: string,
  sentence: Sentence,
  subjects: readonly Hit<'subject'>[],
  at: number,
): Subject[] {
  const out: Subject[] = []
  let end = at
  for (const s of [...subjects].reverse()) {
    if (s.start < sentence.start || s.end > end) continue
    if (!(out.length ? /^(?:、|和|及|与|以及)$/ : /^的?(?:抽查|检查|总体)?$/).test(text.slice(s.end, end)))
      break
    out.push(s.entry.row.subject as Subject)
    end = s.start
  }
  return out.length > 1 ? out : []
}

/** «沈阳、大连、鞍山、本溪4市网站合格率为100%» */
const isCountOf = ({ units }: UnitGroup, words: string): boolean =>
  Number(/^(\d{1,3})[个家]?[^,\d]{1,24}$/.exec(words)?.[1]) === units.length

/** «南昌、新余、鹰潭3市合格率均为100%», «哈尔滨市、大庆市各抽查14个、8个,合格率均为100%»: one rate of each of them. */
export function spreadAbout(
  text: string,
  sentence: Sentence,
  groups: readonly UnitGroup[],
  drafts: Draft[],
): void {
  for (const d of [...drafts]) {
    const before = text.slice(Math.max(sentence.start, d.figure.start - 8), d.figure.start)
    if (d.figure.kind === 'count' && d.about === null && !d.paired && EACH.test(before)) {
      const counted = groups.findLast(
        (g) =>
          g.units.length > 1 &&
          g.end <= d.figure.start &&
          /^各[^,。;]{0,6}$/.test(text.slice(g.end, d.figure.start)),
      )
      if (counted)
        drafts.splice(drafts.indexOf(d), 1, ...counted.units.map((u) => ({ ...d, about: u.written })))
      continue
    }
    const joint = groups.find((g) => g.units.length > 1 && text.slice(g.start, g.end) === d.about)
    // «甲县、乙县合格率100%», «甲局、乙局并列第二»: told of several at once it is each one's.
    if (joint && d.figure.kind !== 'count') {
      drafts.splice(drafts.indexOf(d), 1, ...joint.units.map((u) => ({ ...d, about: u.written })))
      continue
    }
    if (d.figure.kind !== 'rate' || d.about !== null) continue
    const group = groups.findLast(
      (g) =>
        g.units.length > 1 &&
        g.end <= d.figure.start &&
        !/[。;]/.test(text.slice(g.end, d.figure.start)) &&
        (ALL.test(before) || isCountOf(g, text.slice(g.end, d.figure.start))),
    )
    if (group) drafts.splice(drafts.indexOf(d), 1, ...group.units.map((u) => ({ ...d, about: u.written })))
  }
}

/** «团风县、英山县各抽20个» */
const EACH = /各(?:抽|查|有|检)[^,。;]{0,3}$/
const ALL = /(?:均|都|皆|全部)[^,。;]{0,6}$/
