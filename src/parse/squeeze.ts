import { HAN } from '../../grammars/plain/token.ts'

const JOINS = `[\\d${HAN}点分之成折个百年月日号时秒周天半又余多几负%‰小工]|[kKmMwW](?![A-Za-z])`
const BLANK = new RegExp(
  `(?<=[\\d${HAN}点分之成个百年月日号时周天半又余多负])[ \\t\\u3000]{1,8}(?=${JOINS})`,
  'g',
)
const LATIN = /[\dA-Za-z]/

/** A text without the blanks inside its figures and dates («2008 年», «三千 八百»), and where each character stood. */
export function squeeze(text: string): { text: string; at: (offset: number) => number } {
  const gaps = [...text.matchAll(BLANK)]
    .map((m) => ({ start: m.index, length: m[0].length }))
    .filter(
      ({ start, length }) =>
        !(LATIN.test(text[start - 1]!) && /\d/.test(text[start + length]!)) &&
        !(/[kKmMwW]/.test(text[start + length]!) && !/\d/.test(text[start - 1]!)),
    )
  if (gaps.length === 0) return { text, at: (offset) => offset }
  let out = ''
  const from: number[] = []
  let last = 0
  const keep = (end: number) => {
    for (let i = last; i < end; i++) from.push(i)
    out += text.slice(last, end)
  }
  for (const { start, length } of gaps) {
    keep(start)
    last = start + length
  }
  keep(text.length)
  return { text: out, at: (offset) => from[offset] ?? text.length }
}
