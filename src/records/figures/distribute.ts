import type { UnitGroup } from '../../resolve/enumeration.ts'
import type { Hit } from '../../resolve/hits.ts'
import type { Sentence } from '../../resolve/sentence.ts'
import { matchesIn } from '../../segment/line.ts'
import { isPlatform } from '../subject-family.ts'
import { type Draft, isPrimary } from './draft.ts'

/** «西宁市、海东市、海西州合格率分别为98.1%、96.9%、97.5%»: lists of one length pair up in order. */
export function pairRespectively(
  text: string,
  sentence: Sentence,
  subjects: readonly Hit<'subject'>[],
  groups: readonly UnitGroup[],
  drafts: Draft[],
): void {
  for (const match of matchesIn(
    text.slice(sentence.start, sentence.end),
    /分别|依次|各(?=抽查|检查|有|为)/g,
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
    const units = [...groups]
      .reverse()
      .find((g) => g.end <= at && g.units.length === run.length && !/[。;]/.test(text.slice(g.end, at)))
    const counted = lastCounted(drafts, at, run.length)
    const nouns = lastNouns(subjects, sentence.start, at, run.length)
    if (units && (!nouns || units.end > nouns.at(-1)!.end))
      for (const [k, d] of run.entries()) d.about = units.units[k]!.written
    else if (counted && (!nouns || counted.at(-1)!.figure.end >= nouns[0]!.start))
      for (const [k, d] of run.entries())
        Object.assign(d, { subject: counted[k]!.subject, about: counted[k]!.about, paired: true })
    else if (nouns)
      for (const [k, d] of run.entries())
        Object.assign(d, { subject: nouns[k]!.entry.row.subject, about: null, paired: true })
    const { measure, subject } = run.find((d) => d.claimed !== null) ?? run[0]!
    for (const d of run) {
      d.measure = measure
      d.subject ??= subject
    }
  }
}

/** «网站7个、频道9个、账号96个»: counts in one list, each of another thing or another part of the area. */
function lastCounted(drafts: readonly Draft[], until: number, n: number): Draft[] | null {
  const counts = drafts.filter((d) => d.figure.kind === 'count' && d.figure.end <= until).slice(-n)
  const kinds = new Set(counts.map((d) => `${d.subject}|${d.about}`))
  return counts.length === n && kinds.size === n && counts.every((d) => d.subject !== null) ? counts : null
}

function lastNouns(
  subjects: readonly Hit<'subject'>[],
  from: number,
  until: number,
  n: number,
): Hit<'subject'>[] | null {
  const before = subjects.filter(
    (s) => s.start >= from && s.end <= until && (isPrimary(s.entry.row) || s.entry.row.kind === 'column'),
  )
  const distinct = before.filter(
    (s, k) => before.findIndex((o) => o.entry.row.subject === s.entry.row.subject) === k,
  )
  return distinct.length >= n ? distinct.slice(-n) : null
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

/** «检查网站9个、新媒体35个,检查比例均为100%»: one rate of every subject named. */
export function spreadRates(text: string, sentence: Sentence, drafts: Draft[]): void {
  for (const d of [...drafts]) {
    if (d.figure.kind !== 'rate' || (d.measure !== 'pass_rate' && d.measure !== 'coverage_rate')) continue
    if (
      !/(?:均|都|皆)(?:为|达|达到|是|实现)?(?:到)?\s*$/.test(
        text.slice(Math.max(sentence.start, d.figure.start - 6), d.figure.start),
      )
    )
      continue
    const named = new Set(
      drafts
        .filter(
          (o) =>
            o !== d &&
            o.figure.end <= d.figure.start &&
            o.figure.kind === 'count' &&
            o.subject &&
            !isPlatform(o.subject) &&
            (o.measure === 'checked' || o.measure === 'total'),
        )
        .map((o) => o.subject!),
    )
    for (const subject of named)
      if (subject !== d.subject && (subject === 'website' || subject === 'new_media' || subject === 'column'))
        drafts.push({ ...d, subject })
  }
}

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
    if (d.figure.kind !== 'rate' || !ALL.test(before)) continue
    const group =
      groups.find((g) => g.units.length > 1 && text.slice(g.start, g.end) === d.about) ??
      (d.about === null
        ? groups.findLast(
            (g) =>
              g.units.length > 1 &&
              g.end <= d.figure.start &&
              !/[。;]/.test(text.slice(g.end, d.figure.start)),
          )
        : undefined)
    if (group) drafts.splice(drafts.indexOf(d), 1, ...group.units.map((u) => ({ ...d, about: u.written })))
  }
}

/** «团风县、英山县各抽20个» */
const EACH = /各(?:抽|查|有|检)[^,。;]{0,3}$/
const ALL = /(?:均|都|皆|全部)[^,。;]{0,6}$/
