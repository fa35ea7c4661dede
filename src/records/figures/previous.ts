import { saying } from '../../lexicon/phrases.ts'
import type { Sentence } from '../../resolve/sentence.ts'
import { resolveCalendar } from '../../resolve/time-anchor.ts'
import { type Span, tight } from '../../segment/line.ts'
import { mentionsIn, type Reading } from '../reading.ts'

const BEFORE = saying((any) => new RegExp(`^[^,。;]{0,8}(?<![由从比较与同])${any('earlier')}`))
const BEFORE_NEXT = saying((any) => new RegExp(`^(?:而|但)?${any('earlier')}`))
const NOW = saying((any) => new RegExp(`^[^,。;]{0,4}${any('now')}`))

/** «上季度网站合格率92%,本季度合格率95%»: the clauses that tell of an earlier period. */
export function previousClauses(reading: Reading, sentence: Sentence): Span[] {
  const { text, kit } = reading
  let before = isPrevious(reading, sentence) || BEFORE(kit).test(text.slice(sentence.start, sentence.end))
  return sentence.clauses.filter((clause, k) => {
    if (k === 0) return before
    const words = text.slice(clause.start, clause.end)
    before = BEFORE_NEXT(kit).test(words) || (before && !NOW(kit).test(words))
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
