import type { Sentence } from '../../resolve/sentence.ts'
import type { Subject } from '../schema.ts'
import { isPlatform } from '../subject-family.ts'
import { EVENLY } from './distribute.ts'
import type { Draft } from './draft.ts'

// Figures that say no measure of their own and take that of one beside them.

/** «现有政府网站1个,政务新媒体46个»: things of two kinds, one after the other, with nothing said between. */
export const isListed = (text: string, one: Draft, other: Draft): boolean =>
  [one, other].every((d) => d.figure.kind === 'count' && d.adjacent && isThing(d.subject)) &&
  one.subject !== other.subject &&
  one.about === other.about &&
  /^(?:\([^()]{0,80}\))?[、,和及与][^,。;、:\d]{0,16}$/.test(text.slice(one.figure.end, other.figure.start))

const isThing = (subject: Subject | null): boolean =>
  subject === 'website' || subject === 'new_media' || subject === 'column'

/** «政府网站13个、备案的政务新媒体561个»: what is said of the second holds of the first. */
export function listedWithNext(text: string, drafts: readonly Draft[]): void {
  for (let k = drafts.length - 2; k >= 0; k--) {
    const [d, next] = [drafts[k]!, drafts[k + 1]!]
    if (
      d.measure === null &&
      (next.measure === 'total' || next.measure === 'checked') &&
      isListed(text, d, next)
    )
      d.measure = next.measure
  }
}

/** «96家网站中的34家进行了抽查»: so many of so many. */
export function drawnFrom(text: string, drafts: readonly Draft[]): void {
  for (const [k, d] of drafts.entries()) {
    const from = drafts[k - 1]
    if (
      from?.subject &&
      (d.measure === null || d.measure === 'total') &&
      d.figure.kind === 'count' &&
      from.figure.kind === 'count' &&
      /^[^,。;、\d]{0,10}[中里]的$/.test(text.slice(from.figure.end, d.figure.start))
    ) {
      Object.assign(d, { measure: 'checked', subject: from.subject, about: from.about })
      from.measure ??= 'total'
    }
  }
}

/** «合格率,甲县为98%;乙县、丙县均为100%», «抽查微信公众号132个,…;微博42个,…»: what the sentence before the semicolon measured. */
export function likeSentenceBefore(
  text: string,
  { start }: Sentence,
  drafts: readonly Draft[],
  before: readonly Draft[],
): void {
  if (text[start - 1] !== ';') return
  const rate = before.findLast((d) => d.figure.kind === 'rate' && d.about !== null && d.measure !== null)
  for (const d of drafts) {
    if (d.measure !== null) continue
    const even = EVENLY.test(text.slice(Math.max(start, d.figure.start - 6), d.figure.start))
    if (rate && d.figure.kind === 'rate' && (d.about !== null || even))
      Object.assign(d, { measure: rate.measure, subject: rate.subject })
  }
  const [first] = drafts
  const [theirs] = before
  const ofPlatform = before.find(
    (d) => d.figure.kind === 'count' && d.subject !== null && isPlatform(d.subject),
  )
  // «现有政府网站1个;政务新媒体19个»
  if (
    first?.measure === null &&
    first.figure.kind === 'count' &&
    first.adjacent &&
    isThing(first.subject) &&
    theirs &&
    (theirs.measure === 'total' || theirs.measure === 'checked') &&
    isThing(theirs.subject) &&
    theirs.subject !== first.subject &&
    theirs.about === first.about &&
    /^[^,。;、:\d]{0,8}$/.test(text.slice(start, first.figure.start))
  )
    first.measure = theirs.measure
  if (
    first?.measure === null &&
    first.figure.kind === 'count' &&
    first.adjacent &&
    first.subject !== null &&
    isPlatform(first.subject) &&
    (ofPlatform?.measure === 'checked' || ofPlatform?.measure === 'total')
  )
    first.measure = ofPlatform.measure
}

/** «抽查网站3家、新媒体18个,不合格各1个»: so many of each. */
export function ofEachCounted(text: string, drafts: Draft[]): void {
  for (const d of [...drafts]) {
    if (d.figure.kind !== 'count' || d.paired || text[d.figure.start - 1] !== '各') continue
    const [one, other] = drafts.slice(0, drafts.indexOf(d)).slice(-2)
    if (one && other && isListed(text, one, { ...other, about: one.about ?? other.about }))
      drafts.splice(
        drafts.indexOf(d),
        1,
        ...[one, other].map(({ subject, about }) => ({ ...d, subject, about, paired: true })),
      )
  }
}

/** «合格率安吉县100%,德清县80%», «长兴县合格率100%,德清县为80%»: what was measured last, of the next named. */
export function measuredLikeLast(text: string, drafts: readonly Draft[]): void {
  for (const [k, d] of drafts.entries()) {
    const last = drafts[k - 1]
    // «移动客户端合格率100%,微信公众号为98.6%,微博最低,为94.2%»
    if (
      d.measure === null &&
      d.figure.kind === 'rate' &&
      last?.figure.kind === 'rate' &&
      last.measure !== null &&
      isOfPlatform(d) &&
      isOfPlatform(last) &&
      d.subject !== last.subject &&
      NAME_ALONE.test(text.slice(last.figure.end, d.figure.start))
    )
      d.measure = last.measure
    if (
      d.measure === null &&
      d.about !== null &&
      last?.about &&
      last.measure !== null &&
      d.figure.kind === 'rate' &&
      last.figure.kind === 'rate' &&
      text.slice(last.figure.end, d.figure.start).replace(/^[,;、]|(?:[仅则]?[为是]|达到?|只有)$/g, '') ===
        d.about
    )
      Object.assign(d, { measure: last.measure, subject: last.subject })
  }
}

const isOfPlatform = ({ subject, about }: Draft): boolean =>
  subject !== null && isPlatform(subject) && about === null
const NAME_ALONE = /^[,;、][^,。;\d]{2,8}?(?:最[高低],)?(?:则?[为是]|达到?)?$/
