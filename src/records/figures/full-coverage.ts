import { saying } from '../../lexicon/phrases.ts'
import type { Sentence } from '../../resolve/sentence.ts'
import type { Passage } from '../../segment/outline.ts'
import { confidenceOf } from '../confidence.ts'
import { evidenceOf, type Reading, whereOf } from '../reading.ts'
import type { Metric } from '../schema.ts'
import { isMedia, isPlatform } from '../subject-family.ts'
import { aboutOf } from '../under-heading.ts'
import type { Draft } from './draft.ts'
import { whole } from './measure.ts'

const ALL_HANDLED = saying(
  (any) =>
    new RegExp(
      `^,(?:现|截至目前|${any('now')})?(?:已|${any('all', 'in_time')}|在规定(?:时限|时间|期限)内){1,5}${any('handled')}(?![率量数\\d])`,
    ),
)

const ALL = saying((any) => new RegExp(any('all')))

/** «收到留言28件,已全部办结» says that all were handled. */
export function allHandled(reading: Reading, passage: Passage, drafts: readonly Draft[]): Metric[] {
  if (drafts.some((d) => d.measure === 'handled')) return []
  return drafts.flatMap((d) => {
    if (d.measure !== 'received' || d.subject !== 'message' || d.about !== null) return []
    const said = ALL_HANDLED(reading.kit).exec(reading.text.slice(d.figure.end, d.figure.end + 40))
    if (!said || !ALL(reading.kit).test(said[0])) return []
    return [
      {
        subject: d.subject,
        measure: 'handled',
        operator: '=',
        value: d.figure.value.value,
        unit: 'count',
        about: null,
        as_of: null,
        change: null,
        label: null,
        raw: d.figure.value.raw,
        state: 'implied',
        ...confidenceOf('implied'),
        evidence: [evidenceOf(reading, d.figure.start, d.figure.end + said[0].length, whereOf(passage))],
      },
    ]
  })
}

/** «每半年实现全覆盖», «要全覆盖检查» */
const ASKED = saying((any) => new RegExp(`每|${any('must', 'norm', 'promised')}`))

/** How many there are, or were checked; of columns («频道41个,全部进行了检查») no word need say so. */
const isCounted = ({ measure, subject, adjacent }: Draft): boolean =>
  measure === 'checked' || measure === 'total' || (measure === null && subject === 'column' && adjacent)

/**
 * «对10个网站进行了全覆盖检查» says that all were checked; so does «网站32家,其中…。本次检查实现全覆盖,合格30家», of what
 * those before it count.
 */
export function fullCoverage(
  reading: Reading,
  passage: Passage,
  sentence: Sentence,
  own: readonly Draft[],
  before: readonly Draft[],
): Metric[] {
  const { text, kit } = reading
  const said = reading.hits
    .within('measure', sentence.start, sentence.end)
    .flatMap((m) => (m.entry.row.figure === 'all' ? (whole(text, m, sentence.end) ?? []) : []))[0]
  if (!said) return []
  const end = said.start
  const out: Metric[] = []
  const isOwn = own.some(isCounted)
  const words = text.slice(sentence.start, said.end)
  if (!isOwn && ASKED(kit).test(words)) return []
  const about = isOwn ? null : aboutOf(words, kit)
  const isSampled = (d: Draft) => before.some((o) => o.subject === d.subject && o.measure === 'checked')
  const drafts = isOwn
    ? own
    : before.filter(
        (d) => d.measure === 'total' && (own.length > 0 || d.subject !== 'column') && !isSampled(d),
      )
  for (const d of drafts) {
    if (
      d.figure.kind !== 'count' ||
      d.part ||
      d.subject === null ||
      d.about !== null ||
      (isPlatform(d.subject) && drafts.some((o) => o.subject !== d.subject))
    )
      continue
    if (about !== null && (about === 'media') !== isMedia(d.subject)) continue
    if (d.figure.end > end && !/^[^,。;\d]{0,16}$/.test(text.slice(said.end, d.figure.start))) continue
    if (!isCounted(d)) continue
    if (isOwn && d.figure.end <= end && /[。;]/.test(text.slice(d.figure.end, end))) continue
    const evidence = [
      evidenceOf(
        reading,
        Math.min(d.figure.start, said.start),
        Math.max(d.figure.end, said.end),
        whereOf(passage),
      ),
    ]
    const base = {
      subject: d.subject,
      operator: '=' as const,
      about: null,
      as_of: null,
      change: null,
      label: null,
      state: 'implied' as const,
      ...confidenceOf('implied'),
      evidence,
    }
    if (d.measure !== 'checked')
      out.push({
        ...base,
        measure: 'checked',
        value: d.figure.value.value,
        unit: 'count',
        raw: d.figure.value.raw,
      })
    out.push({ ...base, measure: 'coverage_rate', value: 100, unit: 'percent', raw: '100' })
  }
  return out
}
