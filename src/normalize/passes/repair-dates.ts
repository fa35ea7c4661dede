import { isRealDate } from '../../calendar.ts'
import type { Edit } from '../offset-map.ts'
import { editsOf, type Pass } from '../pass.ts'

interface Reading {
  year?: number
  month: number
  day: number
  lastDay?: number
}

const FULL_DATE = /(20[0-3]\d)\s{0,9}[-年./]\s{0,9}(\d{1,2})\s{0,9}[-月./]\s{0,9}(\d{1,2})(?!\d)/g
// A run of digits in front of 日 that no day or no year can be; a year run together with its month; a bare signature; «12月8前»;
// a line «年7月8日».
const LOST =
  /(?<![\d.〔[(年月日/-])(20[0-3]\d)(年?)(\d{1,6})(日|月|(?=[ \t]{0,99}$))|(?<![\d.〔年月/-])(\d{2,4})日|(?<!\d)(1[0-2]|[1-9])月(3[01]|[12]\d|[1-9])(?=(?:之|以)?前(?!后))|(?<=^[ \t\u3000]{0,40})年(\d{1,2})月(\d{1,2})日/gm

/**
 * Dates whose 年 月 or dash the scraper dropped («202382325日», «93日前», «2019830»): every split is tried,
 * real dates are kept, and an edit is made only when one reading is left that fits the notice's other dates.
 */
export const repairDates: Pass = {
  name: 'repaired_dates',
  edits(text) {
    const known = knownDates(text)
    return editsOf(text, LOST, (m) => {
      const [whole, year = '', nian, digits = '', tail, bare, month, day, signedMonth, signedDay] = m
      if (signedMonth && signedDay) return repairYear(m.index, Number(signedMonth), Number(signedDay))
      if (month && day)
        return isRealDate(2020, Number(month), Number(day)) ? insert(m.index + whole.length, '日') : null
      if (bare) {
        if (Number(bare) <= 31) return null
        return repair(
          m.index,
          splits(bare, undefined, !/^[前之以至到-]/.test(text.slice(m.index + whole.length))),
          false,
        )
      }
      if (tail === '月')
        return nian || digits.length > 2 || Number(digits) > 12 ? null : insert(m.index + 4, '年')
      if (tail === '' && !aloneOnLine(text, m.index, whole.length)) return null
      // «2021年18日» is 1月8日 where that is near the notice's other dates.
      if (nian && tail === '日' && Number(digits) <= 31 && !nearKnown(digits, Number(year))) return null
      if (nian && tail === '' && digits.length < 3) return null
      const single =
        aloneOnLine(text, m.index, whole.length) || /^[前之以至到-]/.test(text.slice(m.index + whole.length))
      return repair(m.index, splits(digits, Number(year), !single), true, nian !== '')
    })

    function repairYear(at: number, month: number, day: number): Edit[] | null {
      // «2021», «年7月8日»: only the line was broken.
      if (/(?<![\d-])20\d\d\s{0,40}$/.test(text.slice(Math.max(0, at - 46), at))) return null
      const years = new Set(known.flatMap((k) => [k.year - 1, k.year, k.year + 1]))
      const fitting = [...years].filter(
        (year) => isRealDate(year, month, day) && fits({ year, month, day }, known),
      )
      return fitting.length === 1 ? [{ start: at, end: at, text: String(fitting[0]), repair: 'date' }] : null
    }

    function nearKnown(digits: string, year: number): boolean {
      return splits(digits, year, false).some((r) => fits(r, known))
    }

    function repair(at: number, all: Reading[], withYear: boolean, hasNian = false): Edit[] | null {
      const fitting = all.filter((r) => fits(r, known))
      const readings = fitting.length ? fitting : all
      if (readings.length !== 1) return null
      const r = readings[0]!
      const edits: Edit[] = []
      let i = at + (withYear ? 4 : 0)
      if (withYear && !hasNian) edits.push(...insert(i, '年'))
      if (hasNian) i++
      i += String(r.month).length
      edits.push(...insert(i, '月'))
      i += String(r.day).length
      if (r.lastDay !== undefined) edits.push(...insert(i, '-'))
      else if (text[i] !== '日') edits.push(...insert(i, '日'))
      return edits
    }
  },
}

const insert = (at: number, text: string): Edit[] => [{ start: at, end: at, text, repair: 'date' }]

function aloneOnLine(text: string, start: number, length: number): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  return (
    text.slice(lineStart, start).trim() === '' &&
    /^[ \t]*(\n|$)/.test(text.slice(start + length, start + length + 40))
  )
}

function splits(digits: string, year: number | undefined, ranges: boolean): Reading[] {
  const out: Reading[] = []
  const part = (from: number, to: number) => {
    const s = digits.slice(from, to)
    return s[0] === '0' ? Number.NaN : Number(s)
  }
  for (const m of [1, 2])
    for (const d of [1, 2]) {
      const reading = { month: part(0, m), day: part(m, m + d), ...(year === undefined ? {} : { year }) }
      if (!isRealDate(year ?? 2020, reading.month, reading.day)) continue
      if (digits.length === m + d) out.push(reading)
      else if (ranges) {
        const lastDay = part(m + d, digits.length)
        if (lastDay > reading.day && isRealDate(year ?? 2020, reading.month, lastDay))
          out.push({ ...reading, lastDay })
      }
    }
  return out
}

function knownDates(text: string): { month: number; day: number; year: number }[] {
  const out = []
  FULL_DATE.lastIndex = 0
  for (let m = FULL_DATE.exec(text); m && out.length < 20; m = FULL_DATE.exec(text)) {
    const [year, month, day] = [Number(m[1]), Number(m[2]), Number(m[3])]
    if (isRealDate(year, month, day)) out.push({ year, month, day })
  }
  return out
}

/** Within three months of a date that the notice states in full. */
function fits(r: Reading, known: readonly { month: number; day: number; year: number }[]): boolean {
  return known.some((k) => {
    const months = (r.year ?? k.year) * 12 + r.month - (k.year * 12 + k.month)
    return Math.abs(months) <= 3
  })
}
