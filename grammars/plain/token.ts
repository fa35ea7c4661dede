import { createToken, type TokenType } from 'chevrotain'
import { hanNumber } from '../number/values.ts'

/** Figures and numerals, as the patterns of the vocabulary spell them; all runs are bounded, so nothing backtracks far. */
export const HAN = '零〇○一二两三四五六七八九十百千万亿兆廿卅壹贰叁肆伍陆柒捌玖拾佰仟'
export const DIGIT = '零〇○一二两三四五六七八九壹贰叁肆伍陆柒捌玖'
export const NUMERAL = `(?:\\d{1,20}(?:\\.\\d{1,20})?|[${HAN}]{1,24})`
export const TO = '[-—–~～至到]'

/** A whole or decimal number as written in figures or numerals; NaN where it is none. */
export function numberOf(text: string): number {
  const plain = text.replaceAll(',', '')
  const m = /^(\d+(?:\.\d+)?)([十百千万亿兆]*)$/.exec(plain)
  if (m) return exact(Number(m[1]) * magnitude(m[2]!))
  const [whole = '', fraction] = plain.split('点')
  const tail = fraction === undefined ? '' : (/[万亿兆]{1,9}$/.exec(fraction)?.[0] ?? '')
  const digits = fraction?.slice(0, fraction.length - tail.length) ?? ''
  const n = bigNumber(whole)
  if (fraction === undefined) return n
  const after = [...digits].map((c) => hanNumber(c)).join('')
  return after === '' ? Number.NaN : exact(Number(`${n}.${after}`) * magnitude(tail))
}

/** 兆 is 10¹² in Chinese figures of money and population. */
function bigNumber(text: string): number {
  const at = text.indexOf('兆')
  if (at < 0) return hanNumber(text)
  return (
    (hanNumber(text.slice(0, at)) || 1) * 1e12 + (at + 1 < text.length ? hanNumber(text.slice(at + 1)) : 0)
  )
}

const MAGNITUDE: Record<string, number> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8, 兆: 1e12 }
const magnitude = (text: string): number => [...text].reduce((n, c) => n * MAGNITUDE[c]!, 1)
/** 92.07万 is 920700, not 920699.9999999999. */
export const exact = (n: number): number => Number(n.toPrecision(14))

const LOOKS_AHEAD = Array.from({ length: 65536 }, (_, c) => c)

/**
 * A token whose pattern carries its value: `read` turns the match into it, or null where the text only looks like it.
 * It sees the whole text and where the match starts.
 */
export function valued<V>(
  name: string,
  pattern: string,
  read: (m: RegExpExecArray, text: string, at: number) => V | null,
): TokenType {
  const sticky = new RegExp(pattern, 'y')
  return createToken({
    name,
    line_breaks: false,
    start_chars_hint: LOOKS_AHEAD,
    pattern: {
      exec(text: string, at: number) {
        sticky.lastIndex = at
        const m = sticky.exec(text)
        if (!m || m[0] === '') return null
        const payload = read(m, text, at)
        if (payload === null) return null
        const found = [m[0]] as unknown as RegExpExecArray & { payload: V }
        found.payload = payload
        return found
      },
    } as never,
  })
}

/** Words, each with its value. */
export function lexical<V>(name: string, words: Record<string, V>): TokenType {
  const list = Object.keys(words).sort((a, b) => b.length - a.length)
  return valued(name, list.join('|'), (m) => words[m[0]] ?? null)
}
