import type { Span } from '../segment/line.ts'
import type { Unit } from './units/unit.ts'

/** Who or what a problem is told of. */
export type Holder =
  | { kind: 'unit'; start: number; end: number; unit: Unit; about: About }
  /** `part`: something that a holder has («部分栏目»), told of only where nobody is named. */
  | { kind: 'vague'; start: number; end: number; text: string; part: boolean; about: About }
  /** Nobody is named: the one whose report it is. */
  | { kind: 'own'; start: number; end: number; text: string | null; about: About }
  | {
      kind: 'account'
      start: number
      end: number
      name: string
      platform: string
      owner: Unit | null
      about: About
    }
  | { kind: 'site'; start: number; end: number; name: string; owner: Unit | null; about: About }

export type About = 'media' | 'site' | null

/** Holders that stand together and share what is said of them. */
export interface HolderGroup extends Span {
  holders: Holder[]
  about: About
  /** Platform or noun that follows («网站», «微信公众号»), as a subject code. */
  subject: string | null
  /** Named in a bracket behind what it is told of: «“办事”频道(甲局维护)». */
  bracketed: boolean
}

/** A unit that is told of. */
export const unitHolder = (unit: Unit, about: About = null): Holder => ({
  kind: 'unit',
  start: unit.start,
  end: unit.end,
  unit,
  about,
})

/** A group, of one shape wherever it is made: what reads groups is compiled once. */
export const holderGroup = (
  { start, end }: Span,
  holders: Holder[],
  about: About,
  subject: string | null,
  bracketed = false,
): HolderGroup => ({ start, end, holders, about, subject, bracketed })
