import type { Span } from '../segment/line.ts'

export interface Clause extends Span {
  /** The mark that ends it: , ; : 。 or '' */
  stop: string
}

export interface Sentence extends Span {
  clauses: Clause[]
  /** Stretches in brackets and book titles: quoted matter, not the sentence's own words. */
  asides: Span[]
  /** What stands inside quotation marks, the marks not included. */
  quotes: Span[]
}

const CLOSING: Record<string, string> = { '(': ')', '《': '》', '【': '】', '〔': '〕', '[': ']' }
const QUOTES: Record<string, string> = { '“': '”', '‘': '’', '「': '」' }
const FAR = 160

/**
 * Sentences end at 。!? and at ; — but a bracket right behind («…;(责任单位:…)») still belongs to what stands before it.
 * Stops inside brackets, titles and quotations do not count.
 */
export function sentences(text: string, start: number, end: number): Sentence[] {
  const out: Sentence[] = []
  let from = start
  let clauseFrom = start
  let clauses: Clause[] = []
  let asides: Span[] = []
  let quotes: Span[] = []
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
    const c = text[i]!
    const close = CLOSING[c] ?? QUOTES[c]
    if (close) {
      const stop = text.indexOf(close, i + 1)
      if (stop > 0 && stop < end && stop - i <= (c === '(' ? FAR * 2 : FAR)) {
        if (CLOSING[c]) asides.push({ start: i, end: stop + 1 })
        else quotes.push({ start: i + 1, end: stop })
        i = stop
      }
      continue
    }
    if (c === ',' || c === ':') {
      // «17:00» and «12,480» are figures.
      if (!(isDigit(text[i - 1]) && isDigit(text[i + 1]))) closeClause(i, c)
    } else if (c === '。' || c === '!' || c === '?' || c === ';' || c === '\n') {
      closeClause(i, c)
      const next = text.slice(i + 1, end).trimStart()[0]
      if (
        next !== '(' ||
        (c === '。' && !/^\s*\((?:责任|整改|涉及|主办|牵头|主管)/.test(text.slice(i + 1, end)))
      )
        closeSentence(i + 1)
    }
  }
  closeClause(end, '')
  closeSentence(end)
  return out
}

/** Words in brackets, in titles, or only a part of a quotation: not what the sentence itself says. */
export function isQuoted(sentence: Sentence, start: number, end: number): boolean {
  return (
    isAside(sentence, start, end) ||
    sentence.quotes.some((q) => start >= q.start && end <= q.end && end - start < q.end - q.start)
  )
}

const isDigit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9'

export function isAside(sentence: Sentence, start: number, end: number): boolean {
  return sentence.asides.some((a) => start >= a.start && end <= a.end)
}
