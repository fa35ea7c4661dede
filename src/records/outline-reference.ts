import { hanNumber } from '../../grammars/number/values.ts'
import type { Heading } from '../segment/outline.ts'

const N = '\\(?(?:[一二三四五六七八九十]{1,3}|\\d{1,2})\\)?'
/** «第(一)至(五)项», «上述(一)至(五)项», «第一、三部分», «序号8、9», «8号、9号账号» of a table's rows */
const REFERENCE = new RegExp(
  `(?:第\\s?${N}|\\([一二三四五六七八九十]{1,3}\\))(?:(?:至|到|-|—|~|、|和|及|与)第?\\s?${N}|\\([一二三四五六七八九十]{1,3}\\)){0,9}\\s?(?:大项|项|部分|款|条|类|点|[小细]?目|[中内]?(?=所列|列[出明]|的问题))|(?:\\d{1,3}号[、和及与]?){1,9}(?=账号|网站|公众号)|序号为?\\d{1,3}(?:(?:至|到|-|—|~|、|和|及|与)\\d{1,3}){0,9}`,
  'g',
)
const PLACE = /(至|到|-|—|~)?第?\s?(\(?)([一二三四五六七八九十]{1,3}|\d{1,2})\)?/g

/** A stretch of headings that a text refers to by their marks. */
export interface OutlineReference {
  from: number
  to: number
  /** «第二部分» is at the top, «第(二)项» has its bracket, «序号8» is a row, «第二类» whatever stands over the items. */
  level: 'top' | 'bracketed' | 'any' | 'row' | 'class'
  /** «第(一)项第3、4目»: those under which it stands. */
  under?: readonly OutlineReference[]
}

/** Which headings of the notice words refer to: «第(一)至(五)项和第(八)项涉及的单位». */
export function outlineReferences(words: string): OutlineReference[] {
  const out: OutlineReference[] = []
  let before: { end: number; references: OutlineReference[]; outer: boolean } = {
    end: -1,
    references: [],
    outer: false,
  }
  for (const { 0: reference, index } of words.matchAll(REFERENCE)) {
    const references = placesIn(reference, reference.includes('号') ? 'row' : null)
    // «第二部分第(三)(四)项»
    const inner = before.end === index && (reference.endsWith('目') || before.outer)
    if (inner) {
      out.splice(out.length - before.references.length)
      for (const r of references) r.under = before.references
    }
    out.push(...references)
    before = { end: index + reference.length, references, outer: reference.endsWith('部分') }
  }
  return out
}

function placesIn(reference: string, of: 'row' | null): OutlineReference[] {
  const out: OutlineReference[] = []
  for (const [, range, bracket, numeral] of reference.matchAll(PLACE)) {
    const n = /\d/.test(numeral!) ? Number(numeral) : hanNumber(numeral!)
    const last = out.at(-1)
    if (range && last) last.to = n
    else
      out.push({
        from: n,
        to: n,
        level:
          of ??
          (bracket
            ? 'bracketed'
            : reference.endsWith('部分')
              ? 'top'
              : reference.endsWith('类')
                ? 'class'
                : 'any'),
      })
  }
  return out
}

export function refersTo({ from, to, level, under }: OutlineReference, path: readonly Heading[]): boolean {
  if (level === 'row' || (under && !under.some((outer) => refersTo(outer, path)))) return false
  const classed = level === 'class' && path.some((h) => h.level === 2)
  // «第2、3项» under «二、存在问题» is of its items.
  const own = level === 'any' || (level === 'class' && !classed) ? path.slice(-1) : path
  return own.some(
    (h) =>
      h.number >= from &&
      h.number <= to &&
      (level === 'any' ||
        (level === 'class'
          ? !classed || h.level === 2
          : level === 'top'
            ? h.level === 1
            : h.level === 2 || h.level === 4)),
  )
}

/** Whether a row of that serial is one of those; «第3项» is of a row where a table's own note says it. */
export const refersToRow = (
  { from, to, level }: OutlineReference,
  serial: number | undefined,
  inNote: boolean,
): boolean => serial !== undefined && (inNote || level === 'row') && serial >= from && serial <= to
