import type { Span } from '../segment/line.ts'

export interface Clause extends Span {
  /** The mark that ends it: , ; : 。 or '' */
  stop: string
}

interface Quote extends Span {
  /** «把“安全隐患”打成“安全隐换”»: words that are only cited. */
  cited: boolean
}

export interface Sentence extends Span {
  clauses: Clause[]
  /** Stretches in brackets and book titles: quoted matter, not the sentence's own words. */
  asides: Span[]
  /** What stands inside quotation marks, the marks not included. */
  quotes: Quote[]
}

const CLOSING: Record<string, string> = { '(': ')', '《': '》', '【': '】', '〔': '〕', '[': ']' }
const QUOTES: Record<string, string> = { '“': '”', '‘': '’', '「': '」' }
const MISWRITTEN = /^”[\u4e00-\u9fff]{0,6}[成作为]“$/
const FAR = 160
/** What is longer and ends in 。 is no name. */
const LONGEST_NAME = 12
/** Clauses, brackets and quotations of one sentence: what goes on is another, since each is weighed against the others. */
const MOST_PARTS = 300
const OWNERS_FOLLOW = /\s*\((?:责任|整改|涉及|主办|牵头|主管|[\u4e00-\u9fff]{2,6}(?:单位|部门)[::])/y

/** What a character does to a sentence; most do nothing. */
const BRACKET = 1
const QUOTE = 2
const CLAUSE = 3
const STOP = 4
const signs = new Uint8Array(65536)
for (const c of Object.keys(CLOSING)) signs[c.charCodeAt(0)] = BRACKET
for (const c of Object.keys(QUOTES)) signs[c.charCodeAt(0)] = QUOTE
for (const c of ',:') signs[c.charCodeAt(0)] = CLAUSE
for (const c of '。!?;\n') signs[c.charCodeAt(0)] = STOP

/** A stretch that is one sentence of one clause, whatever stands in it: a heading, a cell. */
export function asSentence({ start, end }: Span): Sentence {
  return { start, end, clauses: [{ start, end, stop: '' }], asides: [], quotes: [] }
}

/** Every stage asks for the sentences of the same passages: those of the last texts are kept. */
const known = new Map<string, Map<number, { end: number; sentences: readonly Sentence[] }>>()
const MOST_CHARACTERS = 400_000
let characters = 0

function knownOf(text: string): Map<number, { end: number; sentences: readonly Sentence[] }> {
  let own = known.get(text)
  if (own) return own
  if (characters > MOST_CHARACTERS) {
    known.clear()
    characters = 0
  }
  characters += text.length
  known.set(text, (own = new Map()))
  return own
}

/**
 * Sentences end at 。!? and at ; — but a bracket right behind («…;(责任单位:…)») still belongs to what stands before it.
 * Stops inside brackets, titles and quotations do not count.
 */
export function sentences(text: string, start: number, end: number): readonly Sentence[] {
  const own = knownOf(text)
  const before = own.get(start)
  if (before?.end === end) return before.sentences
  const made = cut(text, start, end)
  own.set(start, { end, sentences: made })
  return made
}

function cut(text: string, start: number, end: number): Sentence[] {
  const out: Sentence[] = []
  let from = start
  let clauseFrom = start
  let clauses: Clause[] = []
  let asides: Span[] = []
  let quotes: Quote[] = []
  const closeClause = (to: number, stop: string) => {
    if (to > clauseFrom) clauses.push({ start: clauseFrom, end: to, stop })
    clauseFrom = to + stop.length
  }
  const closeSentence = (to: number) => {
    if (clauses.length) out.push({ start: from, end: to, clauses, asides, quotes })
    clauses = []
    asides = []
    quotes = []
    from = to
  }
  for (let i = start; i < end; i++) {
    const sign = signs[text.charCodeAt(i)]
    if (sign === 0) continue
    const c = text[i]!
    if (sign === BRACKET || sign === QUOTE) {
      const far = c === '(' ? FAR * 2 : FAR
      const stop = indexWithin(text, CLOSING[c] ?? QUOTES[c]!, i + 1, Math.min(end, i + far + 1))
      if (stop >= 0) {
        if (sign === BRACKET) asides.push({ start: i, end: stop + 1 })
        else {
          const last = quotes.at(-1)
          const cited = last !== undefined && MISWRITTEN.test(text.slice(last.end, i + 1))
          if (cited) last.cited = true
          quotes.push({ start: i + 1, end: stop, cited })
        }
        i = stop
        // «“不合格的网站,绝不能一通报了之。”市政府办公室表示,…»
        const said = sign === QUOTE && text[stop - 1] === '。' && stop - quotes.at(-1)!.start > LONGEST_NAME
        if (said || asides.length + quotes.length >= MOST_PARTS) {
          closeClause(i + 1, '')
          closeSentence(i + 1)
        }
      }
    } else if (sign === CLAUSE) {
      // «17:00» and «12,480» are figures.
      if (!(isDigit(text[i - 1]) && isDigit(text[i + 1]))) closeClause(i, c)
      if (clauses.length >= MOST_PARTS) closeSentence(i + 1)
    } else {
      closeClause(i, c)
      let next = i + 1
      while (next < end && isSpace(text.charCodeAt(next))) next++
      if (next >= end || text[next] !== '(' || (c === '。' && !ownersFollow(text, i + 1, end)))
        closeSentence(i + 1)
    }
  }
  closeClause(end, '')
  closeSentence(end)
  return out
}

function indexWithin(text: string, mark: string, from: number, until: number): number {
  const code = mark.charCodeAt(0)
  for (let i = from; i < until; i++) if (text.charCodeAt(i) === code) return i
  return -1
}

function ownersFollow(text: string, at: number, end: number): boolean {
  OWNERS_FOLLOW.lastIndex = at
  return OWNERS_FOLLOW.test(text) && OWNERS_FOLLOW.lastIndex <= end
}

/** What String.prototype.trim takes away. */
const isSpace = (code: number): boolean =>
  code <= 0x20
    ? code === 0x20 || (code >= 9 && code <= 13)
    : code === 0xa0 ||
      code === 0xfeff ||
      code === 0x1680 ||
      (code >= 0x2000 && code <= 0x200a) ||
      code === 0x2028 ||
      code === 0x2029 ||
      code === 0x202f ||
      code === 0x205f ||
      code === 0x3000

/** Words in brackets, in titles, or only a part of a quotation: not what the sentence itself says. */
export function isQuoted(sentence: Sentence, start: number, end: number): boolean {
  return isAside(sentence, start, end) || isInQuote(sentence, start, end)
}

/** Only a part of what stands in quotation marks, or what is cited there. */
export function isInQuote({ quotes }: Sentence, start: number, end: number): boolean {
  for (let k = 0; k < quotes.length; k++) {
    const q = quotes[k]!
    if (start >= q.start && end <= q.end && (q.cited || end - start < q.end - q.start)) return true
  }
  return false
}

const isDigit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9'

export function isAside({ asides }: Sentence, start: number, end: number): boolean {
  for (let k = 0; k < asides.length; k++) if (start >= asides[k]!.start && end <= asides[k]!.end) return true
  return false
}
