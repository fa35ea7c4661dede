import { type ILookaheadStrategy, LLkLookaheadStrategy } from 'chevrotain'

type Alternation = ILookaheadStrategy['buildLookaheadForAlternation']
type Optional = ILookaheadStrategy['buildLookaheadForOptional']

/** The library's own lookahead, worked out where a parse first comes by: a notice comes by few of all its places. */
export class LateLookahead extends LLkLookaheadStrategy {
  override buildLookaheadForAlternation(options: Parameters<Alternation>[0]): ReturnType<Alternation> {
    const build = () => super.buildLookaheadForAlternation(options)
    let choose: ReturnType<Alternation> | null = null
    return function (this: unknown, alternatives) {
      choose ??= build()
      return choose.call(this, alternatives)
    }
  }

  override buildLookaheadForOptional(options: Parameters<Optional>[0]): ReturnType<Optional> {
    const build = () => super.buildLookaheadForOptional(options)
    let enters: ReturnType<Optional> | null = null
    return function (this: unknown) {
      enters ??= build()
      return enters.call(this)
    }
  }
}
