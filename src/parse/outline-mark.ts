import type { OutlineMarkValue } from '../../grammars/outline-mark/values.ts'
import { parseAt } from './notice-parser.ts'
import { tokensOf } from './scanner.ts'

interface OutlineMark extends OutlineMarkValue {
  end: number
}

const MAY_START = /[一二三四五六七八九十\d(①-⑳⑴-⒇⒈-⒛)、]/

const BULLET = /^[▲●■◆◎★☆※▶►▪◇□△](?=\s?[\u4e00-\u9fff“])/

/** «2.12个栏目»: of what is counted there are no parts; only of points there are, and of what they are counted in. */
const COUNTS = /^\d{1,2}[.．]\d{1,3}(?:[家条处件篇则]|个(?!(?:百分)?点|月|小时|工作日))/

/** The outline mark that starts at `at`, or null: «1.» but not «1.5», «一、» but not «一、二季度», «一是» but not «一是否». */
export function outlineMarkAt(text: string, at: number): OutlineMark | null {
  if (BULLET.test(text.slice(at, at + 3))) return { family: 'bullet', number: 0, end: at + 1 }
  if (!MAY_START.test(text[at] ?? '')) return null
  const slice = text.slice(at, at + 10)
  // The scraper dropped the numeral: «)部分网站功能不健全。», «、下步工作要求».
  const torn = /^([)、])\s?(?=[\u4e00-\u9fff])/.exec(slice)
  if (torn) return { family: torn[1] === ')' ? 'han-bracket' : 'han', number: 0, end: at + torn[0].length }
  const tokens = tokensOf(slice)
  const parsed = parseAt<OutlineMarkValue>('outlineMark', slice, tokens, 0, tokens.length)
  if (!parsed || Number.isNaN(parsed.value.number) || parsed.value.number > 99) return null
  const last = tokens[parsed.length - 1]!
  const length = last.startOffset + last.image.length
  const next = slice[length] ?? ''
  if (parsed.value.family === 'figure' && /\d/.test(next) && !COUNTS.test(slice)) return null
  if (/^[一二三四五六七八九十\d]+、[一二三四五六七八九十\d]+[季月日年个家]/.test(slice)) return null
  if (parsed.value.family === 'figure-bracket' && /^\(\d{4}/.test(slice)) return null
  return { ...parsed.value, end: at + length }
}
