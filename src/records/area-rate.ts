import { saying } from '../lexicon/phrases.ts'
import type { Reading } from './reading.ts'
import type { Metric, Subject } from './schema.ts'
import { isMedia } from './subject-family.ts'

/** «省政府办公厅抽查我市…», «在上级抽查中…»: what another body found. */
const BY_ANOTHER = saying(
  (any) =>
    new RegExp(
      `(?:[省区市州盟]|国务院|国家)[^,。;，；]{1,14}(?:${any('looks')}|看)了?[我本][省市县区盟州旗]|上级${any('looks')}|${any('looks')}我[省市县区盟州旗]|我[省市县区盟州旗]被抽`,
    ),
)
/** «再次核验后合格率为96.9%», «第二轮合格率95.7%»: what is found later of the same things. */
const AGAIN = saying((any) => new RegExp(`${any('rechecks')}|第[二三四五六]轮`))

/**
 * The area's latest stated pass rate for the family of the subject. A notice states the whole area's first, then parts
 * of it and what others found; only a second look at the same things is later.
 */
export function areaRate(
  reading: Reading,
  subject: Subject | null,
  metrics: readonly Metric[],
): number | null {
  const rates = metrics.filter((m) => m.measure === 'pass_rate' && m.about === null)
  for (const family of familiesOf(subject)) {
    const told = rates.filter((m) => m.subject === family)
    const own = told.length === 0 && family === 'new_media' ? ofOnePlatform(rates, subject) : told
    const again = own.findLast((m, k) => k > 0 && AGAIN(reading.kit).test(sentenceBefore(reading, m)))
    const rate =
      again ??
      latest(own) ??
      own.find((m) => !BY_ANOTHER(reading.kit).test(sentenceBefore(reading, m))) ??
      own[0]
    if (rate) return rate.value
  }
  return null
}

/** «一至四季度…合格率依次为87.1%、91.2%、94.4%和97.1%», «三季度…92.7%;四季度…96.5%»: of several periods the last. */
function latest(rates: readonly Metric[]): Metric | undefined {
  const dated = rates.filter((m) => m.as_of !== null)
  if (rates.length > 1 && dated.length === rates.length)
    return dated.reduce((last, m) => (m.as_of! > last.as_of! ? m : last))
  return undefined
}

/** A notice of WeChat accounts alone: their rate is that of its new media. Of several platforms each has its own. */
function ofOnePlatform(rates: readonly Metric[], subject: Subject | null): Metric[] {
  const media = rates.filter((m) => isMedia(m.subject))
  return media.every((m) => m.subject === media[0]!.subject)
    ? media
    : media.filter((m) => m.subject === subject)
}

function familiesOf(subject: Subject | null): Subject[] {
  if (isMedia(subject)) return ['new_media']
  return subject === 'column' ? ['column', 'website'] : subject === 'website' ? ['website', 'column'] : []
}

function sentenceBefore(reading: Reading, metric: Metric): string {
  const { text } = reading.source
  const end = metric.evidence[0]!.start
  return text.slice(
    Math.max(text.lastIndexOf('。', end - 1) + 1, text.lastIndexOf('；', end - 1) + 1, end - 80),
    end,
  )
}
