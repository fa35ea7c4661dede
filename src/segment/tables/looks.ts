import type { Kit } from '../../kit.ts'
import { FAULT, saying } from '../../lexicon/phrases.ts'
import { cellSays } from './cell-words.ts'

/** What the cells of a column look like, by its role. */
export const LOOKS: Record<string, RegExp> = {
  serial: /^\d{1,4}$/,
  url: /^(?:https?:\/\/|\/\/|www\.)|\.(?:cn|com|net|org|gov)\b/i,
  site_code: /^(?:\d{10}|bm\w+)$/,
  figure: /^[-\d.,]+[%个家条件次分天]?$|^[-—/]$/,
  rank: /^(?:第?\d+名?|并列第?\d+名?)$/,
  last_update: /\d{4}[-年./]|\d{1,2}月|^[-—/无]$|未更新|从未/,
  deadline: /\d{1,2}月|^\d{1,2}\.\d{1,2}$|\d{4}[-年./]|立即|工作日|^\d+天|日前/,
}
/** «教育局», «某办»; not «谁主办». */
export const UNIT_END = saying(
  (any) => new RegExp(`(?:${any('agency', 'self')}|小学|中学|大学|[县区市旗州园]|局\\))$(?<![主承协经]办)`),
)

/** «合格», «不合格(单项否决)» */
const JUDGED = saying((any) => {
  const word = `(?:基本|已|结果|${any('judged_as')}为|${any('all')})?${any('qualified', 'unqualified')}`
  return new RegExp(`^${word}(?:\\(${word}\\))?$`)
})

/** «合格», «√», «良好» */
export const judgesAlone = (text: string, kit: Kit): boolean =>
  JUDGED(kit).test(text) || (['yes', 'no', 'poor', 'grade'] as const).some((s) => cellSays(text, s, kit))

/** «微信公众号», «新浪微博», «门户网站» */
export const namesPlatform = (text: string, kit: Kit): boolean =>
  text.length <= 12 &&
  kit.tables.subjects.some((s) =>
    s.kind === 'platform'
      ? text.includes(s.word)
      : (s.subject === 'website' || s.subject === 'column') && text.endsWith(s.word),
  )

const DATE = /^\d{4}[-年./]\d{1,2}/

/** Kinds of cell that are told without a header, the surest first. */
export const KINDS: readonly ((text: string, kit: Kit) => boolean)[] = [
  (text) => DATE.test(text),
  (text) => LOOKS.url!.test(text),
  namesPlatform,
  judgesAlone,
  (text, kit) => text.length > 2 && text.length <= 24 && UNIT_END(kit).test(text),
]
const tells = (text: string, kit: Kit): boolean => text.length > 4 && FAULT(kit).test(text)
/** The same where little room is for chance: what tells of a fault may also stand under another header. */
export const KINDS_AND_FAULTS = [...KINDS, tells]

/** Columns of a kind that tell how long rows are: most of what stands in the others is of another. */
const FEWEST_KINDS = 2
const MOST_ELSEWHERE = 0.5
/** Not every problem is in words that always are one. */
const MOST_TELL = 0.7

/** Are these the cells of whole rows of `width`, one behind the other: two columns or more are of one kind in every row? */
export function areRows(lines: readonly { text: string }[], width: number, kit: Kit): boolean {
  if (width < 2 || lines.length % width !== 0 || lines.length < FEWEST_ROWS * width) return false
  if (lines.some(({ text }) => /[\t|]| {3}/.test(text))) return false
  const told = new Set<number>()
  for (const is of KINDS_AND_FAULTS) {
    const fits = lines.map(({ text }) => is(text, kit))
    const all = fits.filter(Boolean).length
    for (let column = 0; column < width; column++) {
      const own = fits.filter((fit, k) => fit && k % width === column).length
      const rows = lines.length / width
      if (own >= rows * (is === tells ? MOST_TELL : 1) && all - own <= (lines.length - rows) * MOST_ELSEWHERE)
        told.add(column)
    }
  }
  return told.size >= FEWEST_KINDS
}
export const FEWEST_ROWS = 3
