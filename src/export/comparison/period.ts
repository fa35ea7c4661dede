/** A period label of the calendar (2020, 2020H1, 2020Q2, 2020-11), or a numbered round (2025#5), as a place on the line of its kind. */
export interface PeriodPlace {
  grain: 'year' | 'half' | 'quarter' | 'month' | 'round'
  /** Consecutive periods of a kind have consecutive numbers; rounds only within their year. */
  index: number
}

const SHAPE = /^(\d{4})(?:H([12])|Q([1-4])|-(\d{2})|#(\d{1,3}))?$/

export function placeOf(label: string | null): PeriodPlace | null {
  const m = label === null ? null : SHAPE.exec(label)
  if (!m) return null
  const year = Number(m[1])
  if (m[2]) return { grain: 'half', index: year * 2 + Number(m[2]) - 1 }
  if (m[3]) return { grain: 'quarter', index: year * 4 + Number(m[3]) - 1 }
  if (m[4]) return { grain: 'month', index: year * 12 + Number(m[4]) - 1 }
  if (m[5]) return { grain: 'round', index: year * 1000 + Number(m[5]) }
  return { grain: 'year', index: year }
}
