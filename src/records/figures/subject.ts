import { saying } from '../../lexicon/phrases.ts'
import type { Hit, Hits } from '../../resolve/hits.ts'
import { isAside, type Sentence } from '../../resolve/sentence.ts'
import type { Passage } from '../../segment/outline.ts'
import type { Header } from '../header.ts'
import type { Reading } from '../reading.ts'
import type { Subject } from '../schema.ts'
import { isPlatform } from '../subject-family.ts'
import { type Draft, type Figure, isPrimary } from './draft.ts'

export interface Known {
  subject: Subject
  end: number
}

/** What a title names, where that is one thing: «…政务公开工作考核情况的通报» is about disclosure. */
export function topicOf(hits: Hits, { title }: Header): Subject | null {
  if (!title) return null
  const families = new Set(
    hits
      .longest('subject', title.start, title.end)
      .filter(({ entry: { row } }) => isPrimary(row) || row.kind === 'disclosure')
      .map(({ entry: { row } }) => (row.kind === 'platform' ? 'new_media' : row.subject)),
  )
  return families.size === 1 ? ([...families][0] as Subject) : null
}

export function headingSubject(reading: Reading, passage: Passage): Subject | null {
  for (const h of [...passage.path].reverse()) {
    const subjects = reading.hits.longest('subject', h.start, h.end).filter((s) => isPrimary(s.entry.row))
    const families = new Set(
      subjects.map((s) => (s.entry.row.kind === 'platform' ? 'new_media' : s.entry.row.subject)),
    )
    const platforms = new Set(subjects.map((s) => s.entry.row.subject))
    // «(一)微信公众号»: a heading of one platform.
    if (platforms.size === 1 && subjects.every((s) => s.entry.row.kind === 'platform'))
      return [...platforms][0] as Subject
    if (families.size === 1) return [...families][0] as Subject
  }
  return null
}

const OR_OTHERS = /(?<=[县市区州旗乡镇])\([市区州县旗乡镇街道、]{1,7}\)/

/** The noun right behind the figure, else right in front, else what the clause or the sentence is about, else the heading's. */
export function readSubject(
  reading: Reading,
  sentence: Sentence,
  clauseStart: number,
  figure: Figure,
  subjects: readonly Hit<'subject'>[],
  drafts: readonly Draft[],
  carried: Known | null,
  draft: Draft,
): void {
  const { text } = reading
  const usable = subjects.filter(
    (s) =>
      !/^其[他它余]$/.test(s.entry.row.word) ||
      (drafts.some((d) => d.subject !== null && isPlatform(d.subject)) &&
        /^\s*(?:(?:共|有|为)\s*)?$/.test(text.slice(s.end, figure.start))),
  )
  if (figure.kind === 'count') {
    // «14个县(市、区)税务局子网站»
    const ahead = (s: Hit<'subject'>) => text.slice(figure.end, s.start).replace(OR_OTHERS, '')
    const right = usable.find(
      (s) => s.start >= figure.end && s.start - figure.end <= 20 && ahead(s).length <= 10,
    )
    const between = right ? ahead(right) : ''
    // «58个部门、乡镇专栏»: a list in front of the noun, unless the noun has a figure of its own.
    const own =
      right &&
      between.includes('、') &&
      (right.entry.row.kind === 'platform' || /^[^,。;、]{0,6}\d/.test(text.slice(right.end, right.end + 8)))
    if (right && !own && !/[,。;:()\d]/.test(between) && noun(text, right)) {
      draft.subject = jointSubject(text, usable, right)
      draft.adjacent = true
      return
    }
  }
  // «30%的政务新媒体»
  const of =
    figure.kind === 'rate' && text[figure.end] === '的' && usable.find((s) => s.start === figure.end + 1)
  if (of) {
    draft.subject = of.entry.row.subject as Subject
    draft.adjacent = true
    return
  }
  const left = [...usable]
    .reverse()
    .find(
      (s) =>
        s.end <= figure.start &&
        figure.start - s.end <= 12 &&
        !/[,。;:)]/.test(text.slice(s.end, figure.start)),
    )
  if (left && !drafts.some((d) => d.figure.start > left.end)) {
    draft.subject = jointSubject(text, usable, left)
    draft.adjacent = true
    return
  }
  const inClause = [...usable]
    .reverse()
    .find(
      (s) =>
        s.end <= figure.start &&
        s.start >= clauseStart &&
        isPrimary(s.entry.row) &&
        s.entry.row.kind !== 'platform' &&
        !isAside(sentence, s.start, s.end),
    )
  const inSentence = [...usable]
    .reverse()
    .find(
      (s) =>
        s.end <= figure.start &&
        isPrimary(s.entry.row) &&
        s.entry.row.kind !== 'platform' &&
        !isAside(sentence, s.start, s.end),
    )
  // A site is scored and ranked, what it publishes is counted.
  const graded =
    figure.kind === 'score' ||
    figure.kind === 'rank' ||
    (figure.kind === 'rate' && PASSES(reading.kit).test(text.slice(clauseStart, figure.start)))
  // «62个账号中,微信公众号48个、微博9个,合格58个»: what follows a list of platforms is of what they are parts of.
  const ofParts =
    new Set(drafts.flatMap((d) => (d.subject !== null && isPlatform(d.subject) ? d.subject : []))).size > 1 &&
    drafts.some((d) => d.subject === 'new_media')
  const previous = [...drafts]
    .reverse()
    .find(
      (d) =>
        d.subject !== null &&
        !(graded && HANDLED.has(d.subject)) &&
        d.about === null &&
        (!isPlatform(d.subject) || (!ofParts && !d.part && (d.measure !== null || d.adjacent))),
    )
  // «有3个县合格率为100%»
  if (
    figure.kind === 'count' &&
    /^(?:设区市|市州|盟市|[县市区州旗盟](?![级直属本政]))/.test(text.slice(figure.end, figure.end + 3))
  )
    return
  const anyInClause = usable.findLast(
    (s) => s.end <= figure.start && s.start >= clauseStart && !isAside(sentence, s.start, s.end),
  )
  const last = drafts.at(-1)
  draft.subject =
    (inClause?.entry.row.subject as Subject | undefined) ??
    (previous && (!inSentence || previous.figure.start > inSentence.start) ? previous.subject : null) ??
    (inSentence?.entry.row.subject as Subject | undefined) ??
    (figure.kind === 'rate' ? (anyInClause?.entry.row.subject as Subject | undefined) : null) ??
    (last && !last.part && (last.claimed || last.adjacent) ? last.subject : null) ??
    (carried && graded && HANDLED.has(carried.subject) ? (reading.topic ?? 'website') : carried?.subject) ??
    null
}

const PASSES = saying((any) => new RegExp(`${any('qualified')}率[^,。;]{0,4}$`))

/** What a site publishes and answers; it is the site that is graded. */
const HANDLED = new Set<Subject | null>(['article', 'message'])

/** «52个政务微信、微博»: a figure of two platforms together is of new media. */
function jointSubject(text: string, subjects: readonly Hit<'subject'>[], noun: Hit<'subject'>): Subject {
  const joins = (a: Hit<'subject'>, b: Hit<'subject'>) =>
    isPlatform(b.entry.row.subject) &&
    a.entry.row.subject !== b.entry.row.subject &&
    b.start >= a.end &&
    /^(?:、|和|及|与)?$/.test(text.slice(a.end, b.start))
  return isPlatform(noun.entry.row.subject) &&
    subjects.some(
      (s) =>
        (joins(s, noun) && isPlatform(s.entry.row.subject)) ||
        (joins(noun, s) && !/^\d/.test(text.slice(s.end))),
    )
    ? 'new_media'
    : (noun.entry.row.subject as Subject)
}

/** «12个信息» is articles, «12个信息员» is not. */
function noun(text: string, hit: Hit<'subject'>): boolean {
  return !/^(?:员|系统|中心|报送|化|主管|主办|责任|管理员|标识)/.test(text.slice(hit.end, hit.end + 3))
}
