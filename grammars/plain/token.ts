import { createToken, type TokenType } from 'chevrotain'

/** Figures and numerals, as the patterns of the vocabulary spell them; all runs are bounded, so nothing backtracks far. */
export const HAN = '零〇○一二两三四五六七八九十百千万亿兆廿卅壹贰叁肆伍陆柒捌玖拾佰仟'
export const DIGIT = '零〇○一二两三四五六七八九壹贰叁肆伍陆柒捌玖'
export const NUMERAL = `(?:\\d{1,20}(?:\\.\\d{1,20})?|[${HAN}]{1,24})`
export const TO = '(?:[至到]|[-—–~～ー―]{1,2})'

const DIGITS: Record<string, number> = Object.fromEntries(
  ['零〇○', '一壹', '二两贰俩', '三叁仨', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((all, n) =>
    [...all].map((c) => [c, n]),
  ),
)
const UNITS: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
const BIG: Record<string, number> = { 万: 1e4, 亿: 1e8, 兆: 1e12 }

/** A whole or decimal number as written in figures, numerals or both; NaN where it is none. */
export function numberOf(text: string): number {
  const plain = text.replace(/[, ]/g, '')
  const power = /^(-?\d{0,20}(?:\.\d{1,20})?)[eE]([-+]?\d{1,3})$/.exec(plain)
  if (power) return exact(Number(plain))
  const [whole = '', fraction] = plain.split('点')
  if (fraction === undefined) return exact(wholeNumber(whole))
  const tail = /[万亿兆]{1,9}$/.exec(fraction)?.[0] ?? ''
  const digits = [...fraction.slice(0, fraction.length - tail.length)].map((c) => DIGITS[c] ?? c).join('')
  const scale = [...tail].reduce((n, c) => n * BIG[c]!, 1)
  return digits === '' ? Number.NaN : exact(Number(`${wholeNumber(whole)}.${digits}`) * scale)
}

/** 两千 = 2000, 三万五 = 35000, 二〇一九 = 2019, 5亿1万4千 = 500014000, 四万万 = 400000000. */
function wholeNumber(text: string): number {
  if (/^(?:\d{1,30}(?:\.\d{1,30})?|\.\d{1,30})$/.test(text)) return Number(text)
  if (text !== '' && [...text].every((c) => c in DIGITS))
    // «一两» is one or two, no 12.
    return /[^零〇○]两/.test(text) ? Number.NaN : Number([...text].map((c) => DIGITS[c]).join(''))
  if (/^[百千万亿兆佰仟]$|^万万$/.test(text) || text === '') return Number.NaN
  let total = 0
  let section = 0
  let digit: number | null = null
  let unit = 0
  let big = 0
  for (const part of text.match(/\d+(?:\.\d+)?|[^\d.]/g) ?? []) {
    if (part in DIGITS || /^\d/.test(part)) {
      if (digit !== null && digit > 0) return Number.NaN
      digit = DIGITS[part] ?? Number(part)
      if (digit === 0) unit = 0
    } else if (part === '廿' || part === '卅') {
      section += part === '廿' ? 20 : 30
      unit = 10
    } else if (part in UNITS) {
      section += (digit || 1) * UNITS[part]!
      unit = UNITS[part]!
      digit = null
    } else if (part in BIG) {
      const own = section + (digit ?? 0)
      const size = BIG[part]!
      // «四万万», «三千万亿»: a magnitude right behind another multiplies it.
      if (own === 0) total = (total || 1) * size
      else if (total > 0 && size > big) total = (total + own) * size
      else total += own * size
      big = size
      unit = size
      section = 0
      digit = null
    } else return Number.NaN
  }
  // «两千四百五», «一万三»: a last digit counts the unit below.
  return total + section + (digit ?? 0) * (unit > 10 && (digit ?? 0) < 10 ? unit / 10 : 1)
}

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
