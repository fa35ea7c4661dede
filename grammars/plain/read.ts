import type { IToken } from 'chevrotain'
import type { PlainValue } from './when.ts'

/** A value, and the tokens of the figure itself where it is less than what was read («约30%以上»). */
export interface Read {
  value: PlainValue
  first?: IToken
  last?: IToken
}
