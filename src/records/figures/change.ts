import type { Sentence } from '../../resolve/sentence.ts'
import { resolveCalendar } from '../../resolve/time-anchor.ts'
import { firstFrom, tight } from '../../segment/line.ts'
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
  return null
}

const CHANGE =
  /^[,、(]?\s{0,9}(?:(?:较|比|同比|环比|与)([^,。;\d]{0,14}?))?(?:相比)?,?(提升|提高|上升|增长|增加|下降|减少|降低|回落|下滑)(?:了|约)?\s{0,9}/

export function changeOf(reading: Reading, sentence: Sentence, figure: Figure): Metric['change'] {
  const { text } = reading
  const rest = text.slice(figure.end, sentence.end)
  const m = CHANGE.exec(rest)
  if (!m) return null
  const at = figure.end + m[0].length
  const next = reading.mentions[firstFrom(reading.mentions, at - 1)]
  const fromHead = /^[,、(]?\s*(较|比|同比|环比)([^,。;]{0,14}?)(?=提|上|增|下|减|降|回)/.exec(rest)
  if (!next || next.start > at + 2 || (next.kind !== 'rate' && next.kind !== 'count')) return null
  const sign = /下降|减少|降低|回落|下滑/.test(m[2]!) ? -1 : 1
  return {
    value: sign * next.value.value,
    unit: next.kind === 'count' ? 'count' : next.value.unit,
    against: againstOf(`${fromHead?.[1] ?? ''}${fromHead?.[2] ?? ''}`),
  }
}

function againstOf(words: string): string {
  if (/同比|去年同期|上年同期/.test(words)) return 'same_period_last_year'
  if (/上个?季度|上一季度|环比|[一二三四]季度/.test(words)) return 'previous_quarter'
  if (/上个?月/.test(words)) return 'previous_month'
  if (/上次|上期|上轮/.test(words)) return 'previous_round'
  return words ? tight(words) : 'previous_period'
}
