import { type IToken, Lexer, type TokenType } from 'chevrotain'
import { Text, vocabulary, wordsOf } from '../../grammars/vocabulary.ts'

/** What may start with a character, in the order of the vocabulary: a word, or a pattern for the rest. */
interface Candidate {
  type: TokenType
  word: string
  /** Its second character, 0 where it has none. */
  second: number
  pattern: RegExp | null
  skipped: boolean
}

/** Number of the list of candidates that each character has; 0 where it starts nothing but Text. */
const listOf = new Uint8Array(65536)
const lists: Candidate[][] = [[]]

for (const type of vocabulary) {
  if (type === Text) continue
  const skipped = type.GROUP === Lexer.SKIPPED
  const words = wordsOf.get(type)
  const pattern = words ? null : new RegExp(type.PATTERN as RegExp, 'y')
  for (const c of new Set(type.START_CHARS_HINT as string[])) {
    const code = c.charCodeAt(0)
    if (listOf[code] === 0) listOf[code] = lists.push([]) - 1
    const list = lists[listOf[code]!]!
    if (pattern) list.push({ type, word: c, second: 0, pattern, skipped })
    for (const word of words ?? [])
      if (word.charCodeAt(0) === code)
        list.push({
          type,
          word,
          second: word.length > 1 ? word.charCodeAt(1) : 0,
          pattern: null,
          skipped,
        })
  }
}

/**
 * The tokens of a text, as Chevrotain's lexer cuts it with the same vocabulary: the first type in order that has a word here,
 * the longest of its words. Words are compared as words, where the lexer runs a regular expression for each type.
 */
export function tokensOf(text: string): IToken[] {
  const tokens: IToken[] = []
  const { length } = text
  for (let at = 0; at < length; ) {
    const list = listOf[text.charCodeAt(at)]!
    const found = list === 0 ? null : candidateAt(text, at, lists[list]!)
    if (found !== null) {
      const image = found.pattern ? text.slice(at, found.pattern.lastIndex) : found.word
      if (!found.skipped) tokens.push(tokenOf(found.type, image, at))
      at += image.length
      continue
    }
    let end = at + 1
    while (end < length && listOf[text.charCodeAt(end)] === 0) end++
    tokens.push(tokenOf(Text, text.slice(at, end), at))
    at = end
  }
  return tokens
}

function candidateAt(text: string, at: number, list: readonly Candidate[]): Candidate | null {
  const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0
  for (let k = 0; k < list.length; k++) {
    const candidate = list[k]!
    if (candidate.pattern !== null) {
      candidate.pattern.lastIndex = at
      if (candidate.pattern.test(text)) return candidate
    } else if (
      candidate.second === 0 ||
      (candidate.second === next && (candidate.word.length === 2 || text.startsWith(candidate.word, at)))
    )
      return candidate
  }
  return null
}

function tokenOf(tokenType: TokenType, image: string, startOffset: number): IToken {
  return { image, startOffset, tokenTypeIdx: tokenType.tokenTypeIdx!, tokenType } as IToken
}
