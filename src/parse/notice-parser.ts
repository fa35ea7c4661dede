import { type CstNode, type IParserErrorMessageProvider, type IToken, Lexer } from 'chevrotain'
import { countValues } from '../../grammars/count/values.ts'
import type { Values, Visiting } from '../../grammars/cst.ts'
import { dateValues } from '../../grammars/date/values.ts'
import { deadlineValues } from '../../grammars/deadline/values.ts'
import { docNumberValues } from '../../grammars/doc-number/values.ts'
import { numberValues } from '../../grammars/number/values.ts'
import { OutlineMarkRules } from '../../grammars/outline-mark/rules.ts'
import { outlineMarkValues } from '../../grammars/outline-mark/values.ts'
import { periodValues } from '../../grammars/period/values.ts'
import { rateValues } from '../../grammars/rate/values.ts'
import { scoreRankValues } from '../../grammars/score-rank/values.ts'
import { vocabulary } from '../../grammars/vocabulary.ts'

/** Nobody reads the message of an island that did not match. */
const silent: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: () => '',
  buildNotAllInputParsedMessage: () => '',
  buildNoViableAltMessage: () => '',
  buildEarlyExitMessage: () => '',
}

class NoticeParser extends OutlineMarkRules {
  constructor() {
    super([...vocabulary], {
      maxLookahead: 4,
      errorMessageProvider: silent,
      recoveryEnabled: false,
      nodeLocationTracking: 'none',
    })
    this.performSelfAnalysis()
  }

  /** Only a prefix of an island is read: what is left of it is no error, and an error object costs more than a parse. */
  isAtEndOfInput(): boolean {
    return true
  }
}

export const lexer = new Lexer([...vocabulary], { ensureOptimizations: true, positionTracking: 'onlyOffset' })
const parser = new NoticeParser()

export const grammarValues: Values = {
  ...numberValues,
  ...countValues,
  ...rateValues,
  ...scoreRankValues,
  ...dateValues,
  ...periodValues,
  ...deadlineValues,
  ...docNumberValues,
  ...outlineMarkValues,
} as Values

const Base = parser.getBaseCstVisitorConstructor()
class ValueVisitor extends Base {}
Object.assign(ValueVisitor.prototype, grammarValues)
const visitor = new ValueVisitor() as unknown as Visiting & { validateVisitor(): void }
visitor.validateVisitor()

export type RuleName = 'time' | 'rate' | 'score' | 'rank' | 'count' | 'docNumber' | 'outlineMark'

/** Parses a prefix of `tokens` by a rule: its value and how many tokens it took, or null. */
export function parsePrefix<V>(rule: RuleName, tokens: IToken[]): { value: V; length: number } | null {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  parser.input = tokens
  const tree: CstNode = parser[rule]()
  Error.stackTraceLimit = limit
  if (parser.errors.length > 0) return null
  const length = sizeOf(tree)
  return length === 0 ? null : { value: visitor.visit<V>(tree), length }
}

function sizeOf(node: CstNode): number {
  let n = 0
  for (const key in node.children)
    for (const child of node.children[key]!) n += 'children' in child ? sizeOf(child) : 1
  return n
}
