import { type CstNode, EOF, type IParserErrorMessageProvider, type IToken } from 'chevrotain'
import { countValues } from '../../grammars/count/values.ts'
import type { Values, Visiting } from '../../grammars/cst.ts'
import { dateValues } from '../../grammars/date/values.ts'
import { deadlineValues } from '../../grammars/deadline/values.ts'
import { docNumberValues } from '../../grammars/doc-number/values.ts'
import { isMagnitude } from '../../grammars/number/rules.ts'
import { numberValues } from '../../grammars/number/values.ts'
import { OutlineMarkRules } from '../../grammars/outline-mark/rules.ts'
import { outlineMarkValues } from '../../grammars/outline-mark/values.ts'
import { periodValues } from '../../grammars/period/values.ts'
import { rateValues } from '../../grammars/rate/values.ts'
import { scoreRankValues } from '../../grammars/score-rank/values.ts'
import { HanNumber, vocabulary } from '../../grammars/vocabulary.ts'
import { LateLookahead } from './late-lookahead.ts'

const LOOKAHEAD = 4

/** Nobody reads the message of an island that did not match. */
const silent: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: () => '',
  buildNotAllInputParsedMessage: () => '',
  buildNoViableAltMessage: () => '',
  buildEarlyExitMessage: () => '',
}

export class NoticeParser extends OutlineMarkRules {
  /** The rules do not change between runs: whether they are sound is asked by a test. */
  constructor(skipValidations = true) {
    super([...vocabulary], {
      skipValidations,
      maxLookahead: LOOKAHEAD,
      lookaheadStrategy: new LateLookahead({ maxLookahead: LOOKAHEAD }),
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

const parser = new NoticeParser()

const grammarValues: Values = {
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
  const { tree, length } = parse(rule, tokens)
  return length === 0 ? null : { value: visitor.visit<V>(tree), length }
}

/** The tree of a rule, how many tokens it took (0 where it fits none) and how many of them told so. */
function parse(rule: RuleName, tokens: IToken[]): { tree: CstNode; length: number; read: number } {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  parser.input = tokens
  const tree: CstNode = parser[rule]()
  Error.stackTraceLimit = limit
  const error = parser.errors[0]
  const length = error ? 0 : sizeOf(tree)
  const at = error ? tokens.indexOf(error.token) : length
  return { tree, length, read: at < 0 ? tokens.length + 1 : at + LOOKAHEAD }
}

/** Words keep the whole text alive that they are cut from: what was remembered is forgotten now and then. */
let remembered = 0

/** What a rule does with a sequence of token types: a tree over the types that told. */
interface Shape {
  /** By the kind of the token. */
  next: (Shape | undefined)[]
  /** How many tokens the rule takes, -1 where more types must be seen. */
  length: number
  /** The tree of the first tokens that had this shape, over these tokens. */
  tree: CstNode | null
  leaves: IToken[]
  /** Values of the texts that had this shape; null where the value is not meant. */
  values: Map<string, { value: unknown; length: number } | null>
}

const shape = (): Shape => ({ next: [], length: -1, tree: null, leaves: [], values: new Map() })
const shapes = new Map<RuleName, Shape>()
const MOST_VALUES = 4096
/** Behind the last token, as the parser has it; and a kind beside those of token types, which are numbered from 1. */
const END = EOF.tokenTypeIdx!
const MAGNITUDE = 0

/**
 * The same for tokens[start, end) of `text`, from memory where that shape and that text were parsed before: a parse
 * depends only on the types of the tokens it took and of the next few, and its value on their words. Values are shared,
 * hence frozen. `isMeant` may refuse a value for what it and the type of its first token are; a rule has one such.
 */
export function parseAt<V>(
  rule: RuleName,
  text: string,
  tokens: readonly IToken[],
  start: number,
  end: number,
  isMeant: (rule: RuleName, value: unknown, first: IToken) => boolean = always,
): { readonly value: V; readonly length: number } | null {
  let root = shapes.get(rule)
  if (!root) shapes.set(rule, (root = shape()))
  const at = shapeOf(root, tokens, start, end) ?? learn(root, rule, tokens.slice(start, end))
  if (at.length === 0) return null
  const last = tokens[start + at.length - 1]!
  const words = text.slice(tokens[start]!.startOffset, last.startOffset + last.image.length)
  let found = at.values.get(words)
  if (found === undefined) {
    if (++remembered % (MOST_VALUES * 8) === 0) shapes.clear()
    found = frozen(valueFrom(at, tokens, start))
    if (!isMeant(rule, found.value, tokens[start]!)) found = null
    at.values.set(words, found)
  }
  return found as { value: V; length: number } | null
}

const always = () => true

/** The value of tokens that have this shape: its tree, read with their words. */
function valueFrom({ tree, leaves }: Shape, tokens: readonly IToken[], start: number) {
  for (let i = 0; i < leaves.length; i++) leaves[i]!.image = tokens[start + i]!.image
  return { value: visitor.visit<unknown>(tree!), length: leaves.length }
}

function shapeOf(root: Shape, tokens: readonly IToken[], start: number, end: number): Shape | undefined {
  let at: Shape | undefined = root
  for (let i = start; at !== undefined && at.length < 0; i++) at = at.next[i < end ? kindOf(tokens[i]!) : END]
  return at
}

function learn(root: Shape, rule: RuleName, words: IToken[]): Shape {
  const island = words.map((token) => ({ ...token }))
  const { tree, length, read } = parse(rule, island)
  let at = root
  for (let i = 0; i < read && i <= island.length; i++) {
    const kind = i < island.length ? kindOf(island[i]!) : END
    at = at.next[kind] ??= shape()
  }
  at.length = length
  if (length > 0) {
    at.tree = tree
    at.leaves = island.slice(0, length)
  }
  return at
}

/** A token's type, and of a Han number whether it is a magnitude: what the rules ask of a token. */
function kindOf(token: IToken): number {
  const type = token.tokenTypeIdx
  return type === HanNumber.tokenTypeIdx && isMagnitude(token) ? MAGNITUDE : type
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const inner of Object.values(value)) frozen(inner)
  return Object.freeze(value)
}

function sizeOf(node: CstNode): number {
  let n = 0
  for (const key in node.children)
    for (const child of node.children[key]!) n += 'children' in child ? sizeOf(child) : 1
  return n
}
