import type { Sentence } from '../../resolve/sentence.ts'
import { resolveCalendar } from '../../resolve/time-anchor.ts'
import { tight } from '../../segment/line.ts'
import { mentionsIn, type Reading } from '../reading.ts'

/** Does the sentence open with a time before the notice's own period («2023年下半年评估反馈的31项问题»)? */
export function isPrevious(reading: Reading, sentence: Sentence): boolean {
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
