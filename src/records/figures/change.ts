import type { Calendar } from '../../../grammars/date/values.ts'
import { hanNumber } from '../../../grammars/number/values.ts'
import { saying } from '../../lexicon/phrases.ts'
import type { MentionOf } from '../../parse/mentions.ts'
import type { Sentence } from '../../resolve/sentence.ts'
import { resolveCalendar } from '../../resolve/time-anchor.ts'
import { firstFrom, tight } from '../../segment/line.ts'
import { periodLabel } from '../period.ts'
import { mentionsIn, type Reading } from '../reading.ts'
import type { Metric } from '../schema.ts'
import type { Figure } from './draft.ts'

export function asOf(reading: Reading, sentence: Sentence, until: number): string | null {
  for (const t of mentionsIn(reading, 'time', sentence.start, until).reverse()) {
    if (
      !/(?:截至|截止|截止到|至|到)\s*$/.test(
        reading.text.slice(Math.max(sentence.start, t.start - 4), t.start),
      )
    )
      continue
    const range = t.value.from ? resolveCalendar(t.value.from, reading.anchor, 'past') : null
    if (range) return range.end
  }
  return partOfPeriod(reading, sentence, until)
}

/** «三季度抽查150个,…;四季度抽查200个», in a notice of the year: the part that is named last in front of it. */
function partOfPeriod(reading: Reading, sentence: Sentence, until: number): string | null {
  const { period, text } = reading
  if (!period) return null
  const start = Math.max(sentence.start, text.lastIndexOf(';', until) + 1)
  const part = mentionsIn(reading, 'time', start, until).findLast(
    ({ value: { from, to, bound } }) =>
      from?.quarter !== undefined && from.quarterTo === undefined && !to && !bound,
  )
  // «一季度、二季度分别为…»: of which, their order says.
  if (!part || COMPARED_WITH.test(text.slice(start, part.start))) return null
  const named = periodLabel(part.value.from!, reading.anchor)
  const inside = named && named.start >= period.start && named.end <= period.end
  return inside && named.label !== period.label ? named.label : null
}

/** «前三个季度», «2021年四个季度»: as many, from the first. */
const QUARTERS = /(?:前|年)([二三四2-4])个季度/

/** The quarters or months that a sentence tells of, in their order; none where it does not name several. */
function partsNamed(reading: Reading, sentence: Sentence): Calendar[] {
  const times = mentionsIn(reading, 'time', sentence.start, sentence.end).flatMap(
    ({ value: { from } }) => from ?? [],
  )
  const many = QUARTERS.exec(reading.text.slice(sentence.start, sentence.end))
  const range = many
    ? { quarter: 1, quarterTo: hanNumber(many[1]!) || Number(many[1]), year: times.find((t) => t.year)?.year }
    : times.find((t) => t.quarterTo !== undefined)
  if (range?.quarterTo) {
    const first = range.quarter ?? 1
    const { year = yearOf(range as Calendar, reading) } = range
    return Array.from(
      { length: range.quarterTo - first + 1 },
      (_, k) => ({ year, quarter: first + k }) as Calendar,
    )
  }
  // «一季度、二季度、三季度», «1月、2月、3月»
  const alone = (key: 'quarter' | 'month') =>
    times.filter((t) => t[key] !== undefined && t.day === undefined && t.monthTo === undefined)
  const quarters = alone('quarter')
  return quarters.length > 1 ? quarters : alone('month')
}

const yearOf = (c: Calendar, { anchor }: Reading): number =>
  Number(resolveCalendar(c, anchor, 'past')?.start.slice(0, 4))

/** «一至四季度…合格率依次为87.1%、91.2%、94.4%和97.1%»: as many figures as parts of a year, each of its own. */
export function ofEachPart(reading: Reading, sentence: Sentence, metrics: readonly Metric[]): Metric[] {
  const parts = partsNamed(reading, sentence)
  if (parts.length < 2) return [...metrics]
  const alike = (m: Metric) =>
    metrics.filter((o) => o.subject === m.subject && o.measure === m.measure && o.about === null)
  return metrics.map((m) => {
    const all = m.about === null ? alike(m) : []
    if (all.length !== parts.length) return m
    const named = periodLabel(parts[all.indexOf(m)]!, reading.anchor)
    return named ? { ...m, as_of: named.label } : m
  })
}

const COMPARED_WITH = /[较比与同、和及]$/

const CHANGE = saying(
  (any) =>
    new RegExp(
      `^[,、(]?\\s{0,9}(?:(较|比|同比|环比|与)([^,。;\\d]{0,14}?))?(?:相比)?,?(${any('rises', 'falls')}|多|少)(?:了|约)?\\s{0,9}`,
    ),
)

export function changeOf(reading: Reading, sentence: Sentence, figure: Figure): Metric['change'] {
  const { text } = reading
  const rest = text.slice(figure.end, sentence.end)
  const level = LEVEL.exec(rest)
  if (level)
    return { value: 0, unit: figure.kind === 'count' ? 'count' : 'percent', against: againstOf(level[1]!) }
  const m = CHANGE(reading.kit).exec(rest)
  if (!m) return changeBefore(reading, sentence, figure)
  const at = figure.end + m[0].length
  const next = reading.mentions[firstFrom(reading.mentions, at - 1)]
  if (
    !next ||
    next.start > at + 2 ||
    (next.kind !== 'rate' && next.kind !== 'count' && next.kind !== 'score')
  )
    return null
  const sign = FALL(reading.kit).test(m[3]!) ? -1 : 1
  return {
    value: sign * next.value.value,
    unit: unitOf(next),
    against: againstOf(`${m[1] === '与' ? '' : (m[1] ?? '')}${m[2] ?? ''}`),
  }
}

/** «环比持平» */
const LEVEL = /^,?\s{0,4}((?:较|比|与|同比|环比)[^,。;\d]{0,10}?)(?:基本)?持平/
const FALL = saying((any) => new RegExp(`${any('falls')}|少`))
const RISEN = saying(
  (any) => new RegExp(`(较|比|同比|环比)([^,。;\\d]{0,14}?)(${any('rises', 'falls')})(?:了|约)?\\s{0,4}$`),
)

type Step = MentionOf<'rate' | 'count' | 'score'>
const unitOf = (m: Step) => (m.kind === 'count' ? 'count' : m.kind === 'score' ? 'points' : m.value.unit)

/** «较上轮提高11个百分点,达到89%» */
function changeBefore(reading: Reading, sentence: Sentence, figure: Figure): Metric['change'] {
  const { text, mentions } = reading
  const step = mentions[firstFrom(mentions, figure.start) - 1]
  if (
    step?.kind !== 'rate' ||
    step.start < sentence.start ||
    !/^,?(?:达到?|为|至|升至|增至|降至)$/.test(text.slice(step.end, figure.start).trim())
  )
    return null
  const m = RISEN(reading.kit).exec(text.slice(sentence.start, step.start))
  return m
    ? {
        value: (FALL(reading.kit).test(m[3]!) ? -1 : 1) * step.value.value,
        unit: unitOf(step),
        against: againstOf(m[1]! + m[2]!),
      }
    : null
}

function againstOf(words: string): string {
  if (/同比|去年同期|上年同期/.test(words)) return 'same_period_last_year'
  if (/上个?季度|上一季度|环比|[一二三四]季度/.test(words)) return 'previous_quarter'
  if (/上个?月/.test(words)) return 'previous_month'
  if (/上次|上期|上轮/.test(words)) return 'previous_round'
  return words ? tight(words) : 'previous_period'
}
