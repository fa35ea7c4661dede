import type { Sentence } from '../../resolve/sentence.ts'
import { resolveCalendar } from '../../resolve/time-anchor.ts'
import { type Span, tight } from '../../segment/line.ts'
import { mentionsIn, type Reading } from '../reading.ts'

const BEFORE = /^[^,。;]{0,8}(?<![由从比较与同])(?:上季度|上一季度|上年|去年|上月|上次|上期)/
const BEFORE_NEXT = /^(?:而|但)?(?:上季度|上一季度|上年|去年|上月|上次|上期)/
const NOW = /^[^,。;]{0,4}(?:本季度|本次|此次|这次|本轮|本月|本期|本年|今年|目前)/

/** «上季度网站合格率92%,本季度合格率95%»: the clauses that tell of an earlier period. */
export function previousClauses(reading: Reading, sentence: Sentence): Span[] {
  const { text } = reading
  let before = isPrevious(reading, sentence) || BEFORE.test(text.slice(sentence.start, sentence.end))
  return sentence.clauses.filter((clause, k) => {
    if (k === 0) return before
    const words = text.slice(clause.start, clause.end)
    before = BEFORE_NEXT.test(words) || (before && !NOW.test(words))
    return before
  })
}

/** Does the sentence open with a time before the notice's own period («2023年下半年评估反馈的31项问题»)? */
function isPrevious(reading: Reading, sentence: Sentence): boolean {
  const { period, anchor, text } = reading
  const time = mentionsIn(reading, 'time', sentence.start, sentence.end)[0]
  if (!period || !time?.value.from || tight(text.slice(sentence.start, time.start)).length > 4) return false
  const { from } = time.value
  const own = /#(\d+)$/.exec(period.label)
  if (from.round !== undefined && from.year === undefined && own) return from.round < Number(own[1])
  if (
    from.quarter === undefined &&
    from.half === undefined &&
    from.quarterOffset === undefined &&
    !(from.year !== undefined && from.month === undefined) &&
    !(from.month !== undefined && from.day === undefined)
  )
    return false
  const range = resolveCalendar(from, anchor, 'past')
  return range !== null && range.end < period.start
}
