import { type IToken, Lexer, type TokenType } from 'chevrotain'
import type { Read } from '../../grammars/plain/read.ts'
import { PlainRules } from '../../grammars/plain/rules.ts'
import * as t from '../../grammars/plain/vocabulary.ts'
import type { PlainValue } from '../../grammars/plain/when.ts'
import { squeeze } from './squeeze.ts'

export interface PlainMention {
  start: number
  end: number
  value: PlainValue
}

type Rule = 'time' | 'length' | 'recurrence' | 'number' | 'ratio' | 'ordinal'
const LONGEST = 16

/**
 * The grammars of plain sentences: times, lengths, figures and shares as people say them. Notices are read by
 * findMentions; what is useful here («现在», «几十», «八折») would be noise there.
 */
export class PlainReader {
  readonly #lexer: Lexer
  readonly #parser: PlainRules

  constructor(festivals: readonly string[], eras: ReadonlyMap<string, number>) {
    const own = { festival: t.festivalToken(festivals), era: t.eraToken(eras) }
    this.#lexer = new Lexer(t.vocabulary(own), {
      positionTracking: 'onlyOffset',
      ensureOptimizations: true,
    })
    this.#parser = new PlainRules(own)
  }

  /** All mentions in a text, by position; the longest reading at each place. */
  find(text: string): PlainMention[] {
    const squeezed = squeeze(text)
    const tokens = this.#lexer.tokenize(squeezed.text).tokens
    const out: PlainMention[] = []
    for (let i = 0; i < tokens.length; ) {
      const best = SILENT.has(tokens[i]!.tokenType) ? null : this.#longest(tokens.slice(i, i + LONGEST))
      if (!best) {
        i++
        continue
      }
      const first = best.read.first ?? tokens[i]!
      const last = best.read.last ?? tokens[i + best.length - 1]!
      out.push({
        start: squeezed.at(first.startOffset),
        end: squeezed.at(last.startOffset + last.image.length - 1) + 1,
        value: best.read.value,
      })
      i += best.length
    }
    return out
  }

  #longest(tokens: IToken[]): { read: Read; length: number } | null {
    let best: { read: Read; length: number } | null = null
    for (const rule of RULES.get(tokens[0]!.tokenType) ?? TIME) {
      const found = this.#prefix(rule, tokens)
      if (found && found.length > (best?.length ?? 0) && isMeant(found.read.value)) best = found
    }
    return best
  }

  /** What a rule makes of the tokens, those left out that lead it astray: «14:05到站» is 14:05. */
  #prefix(rule: Rule, tokens: IToken[]): { read: Read; length: number } | null {
    const parser = this.#parser
    for (let left = tokens; left.length > 0; ) {
      parser.input = left
      const read = parser[rule]() as Read | undefined
      const error = parser.errors.find((e) => e.name !== 'NotAllInputParsedException')
      if (!error && read) {
        const next = left.indexOf(parser.next)
        return { read, length: next < 0 ? left.length : next }
      }
      const at = error ? left.indexOf(error.token) : 0
      left = left.slice(0, at < 0 ? left.length - 1 : Math.min(at, left.length - 1))
    }
    return null
  }
}

/** The rules that a token can begin; all others begin a time. */
const TIME: readonly Rule[] = ['time']
const RULES: ReadonlyMap<TokenType, readonly Rule[]> = new Map<TokenType, readonly Rule[]>([
  [t.Every, ['recurrence']],
  [t.Ratio, ['ratio']],
  [t.Figure, ['ratio', 'number']],
  [t.Between, ['number']],
  [t.Money, ['number']],
  [t.Power, ['number']],
  [t.Than, ['ratio', 'number']],
  [t.Passing, ['length']],
  [t.Vague, ['number']],
  [t.Modifier, ['length', 'ratio', 'number']],
  [t.Sign, ['ratio', 'number']],
  [t.Past, ['ratio', 'length', 'number']],
  [t.Future, ['length']],
  [t.LengthPart, ['length']],
  [t.DaysWithin, ['length']],
  [t.Ordinal, ['ordinal']],
  [t.Nth, ['ordinal']],
])

/** Tokens that begin nothing. */
const SILENT: ReadonlySet<TokenType> = new Set([
  ...t.Trap,
  t.Other,
  t.To,
  t.And,
  t.UntilNow,
  t.Besides,
  t.Comma,
  t.Of,
  t.Included,
  t.OpenBracket,
  t.CloseBracket,
  t.Counter,
  t.Suffix,
  t.Direction,
  t.TenDays,
])

/** Readings that the grammar allows and the language does not. */
function isMeant(value: PlainValue): boolean {
  if (value.kind === 'length') return Object.keys(value.length).length > 0
  if (value.kind !== 'when') return true
  const { from } = value
  const said = Object.keys(from)
  // «初», «底», «中» want a year or a month before them.
  if (said.length === 0 || (said.length === 1 && from.edge)) return false
  return from.day === undefined || from.month === undefined || from.day <= 31
}
