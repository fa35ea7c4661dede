import { evidenceOf, mentionsIn, whereOf } from '../reading.ts'
import { type Checker, problem } from './check.ts'

const PARTS = /^\s*(?:(?:[,。]\s*)?(?:其中|包括|包含|分别为|含|由(?=[^。;]{4,80}(?:组成|构成)))[::,]?|\()/

/** «网站177个,其中A1个、B38个、C86个、D47个»: parts that should make the whole and do not. */
export const sumMismatch: Checker = ({ reading }) => {
  const { text, outline } = reading
  return outline.passages.flatMap((passage) => {
    if (passage.role === 'requirements' || passage.role === 'criteria') return []
    const counts = mentionsIn(reading, 'count', passage.start, passage.end).filter(
      (m) =>
        m.value.counter === '个' ||
        m.value.counter === '家' ||
        m.value.counter === '条' ||
        (m.value.counter === null && /^[,、。;)]/.test(text.slice(m.end, m.end + 1))),
    )
    return counts.flatMap((head, i) => {
      const following = text.slice(head.end, head.end + 40)
      const open = /^[^,。;()]{0,14}/.exec(following)?.[0].length ?? 0
      const lead = PARTS.exec(text.slice(head.end + open, head.end + open + 8)) ?? PARTS.exec(following)
      if (!lead) return []
      const bracket = lead[0].includes('(')
      const stop = bracket
        ? closing(text, text.indexOf('(', head.end), passage.end)
        : nextStop(text, head.end + open + lead[0].length, passage.end)
      const parts = counts
        .slice(i + 1)
        .filter((p) => p.end <= stop && p.value.operator === '=' && /\d/.test(p.value.raw))
      if (parts.length < 2 || /等\s*$|等[,。;)]/.test(text.slice(parts.at(-1)!.end, stop + 1))) return []
      const sum = parts.reduce((n, p) => n + p.value.value, 0)
      const ratio = sum / head.value.value
      if (sum === head.value.value || ratio < 0.75 || ratio > 1.3 || !separated(text, parts)) return []
      return [
        problem(
          'sum_mismatch',
          'warning',
          `各分项合计 ${sum},与总数 ${head.value.value} 不符 (the parts make ${sum}, the stated total is ${head.value.value})`,
          head.value.value,
          sum,
          [
            evidenceOf(reading, head.start, head.end, whereOf(passage)),
            evidenceOf(reading, parts[0]!.start, parts.at(-1)!.end, whereOf(passage)),
          ],
        ),
      ]
    })
  })
}

/** Where the bracket opened at `open` closes: «(市直1个、县(市、区)7个)». */
function closing(text: string, open: number, end: number): number {
  let depth = 0
  for (let i = open; i >= 0 && i < end; i++) {
    if (text[i] === '(') depth++
    else if (text[i] === ')' && --depth === 0) return i
  }
  return end
}

function nextStop(text: string, from: number, end: number): number {
  const rest = text.slice(from, end)
  const at = rest.search(/[。;]/)
  return at < 0 ? end : from + at
}

/** Only a list counts: nothing but names between its figures. */
function separated(text: string, parts: readonly { start: number; end: number }[]): boolean {
  return parts
    .slice(1)
    .every(
      (p, k) =>
        /^[^。;:]{0,24}$/.test(text.slice(parts[k]!.end, p.start)) &&
        !/合格|占|比|抽查|检查|发现|整改|办结/.test(text.slice(parts[k]!.end, p.start)),
    )
}
