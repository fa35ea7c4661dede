import type { Clock, When } from '../../grammars/plain/when.ts'
import { addDays } from '../calendar.ts'
import type { Stretch } from './stretch.ts'

/** A part or a time of a day. */
export function atClock(day: string, { clock, part }: Pick<When, 'clock' | 'part'>): Stretch {
  if (!clock) {
    const [from, to] = PARTS[part!] ?? [0, 24]
    return { start: at(day, { hour: from, minute: 0 }), end: at(day, { hour: to, minute: 0 }) }
  }
  const { hourTo, ...first } = clock
  const start = at(day, inPart(first, part))
  return { start, end: hourTo === undefined ? start : at(day, inPart({ ...first, hour: hourTo }, part)) }
}

/** Hours that a part of the day covers. */
const PARTS: Record<string, [number, number]> = {
  凌晨: [0, 6],
  清晨: [5, 8],
  清早: [5, 8],
  早晨: [6, 9],
  早上: [6, 9],
  早间: [6, 9],
  晨间: [6, 9],
  朝早: [6, 9],
  上午: [8, 12],
  中午: [11, 13],
  正午: [12, 12],
  午间: [11, 13],
  午后: [12, 18],
  下午: [12, 18],
  晏昼: [12, 18],
  傍晚: [17, 19],
  晚上: [18, 24],
  晚间: [18, 24],
  夜晚: [18, 24],
  白天: [6, 18],
  夜里: [20, 24],
  夜间: [20, 24],
  深夜: [22, 24],
  半夜: [0, 3],
  午夜: [0, 0],
}

/** «下午三点» is 15:00, «晚上十二点» the day's end, «半夜一点» 01:00, «中午一点» 13:00. */
export function inPart(c: Clock, part: string | undefined): Clock {
  if (!part || c.hour > 12 || c.settled) return c
  if (/^(?:午后|下午|晏昼|傍晚)/.test(part)) return { ...c, hour: (c.hour % 12) + 12 }
  if (/^(?:晚|夜|深夜|半夜|午夜)/.test(part))
    return c.hour === 12 ? { ...c, hour: 24 } : c.hour < 5 ? c : { ...c, hour: c.hour + 12 }
  if (/^(?:中午|正午|午间)/.test(part) && c.hour < 5) return { ...c, hour: c.hour + 12 }
  return c
}

function at(day: string, c: Clock): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const date = c.hour >= 24 ? addDays(day, 1) : day
  return `${date}T${two(c.hour % 24)}:${two(c.minute)}${c.second === undefined ? '' : `:${two(c.second)}`}`
}
