/** Civil dates as ISO strings; no local time anywhere. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export function isRealDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

export function isoDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

export function addDays(iso: string, days: number): string {
  const [year, month, day] = [Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8))]
  if (iso.length === 10 && year >= 1000) {
    const at = new Date(Date.UTC(year, month - 1, day) + days * 86_400_000)
    const then = at.getUTCFullYear()
    if (then >= 1000 && then <= 9999) return isoDate(then, at.getUTCMonth() + 1, at.getUTCDate())
  }
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The day so many days on, or back; null where no calendar goes («一亿周前»). */
export function farDay(iso: string, days: number): string | null {
  return Math.abs(days) < 1_000_000 ? inCalendar(addDays(iso, days)) : null
}

/** The same day so many months on, or back, or the last of that month; null where no calendar goes. */
export function farMonth(iso: string, months: number): string | null {
  const total = Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(total / 12), (total % 12) + 1]
  return year >= 1 && year <= 9999
    ? isoDate(year, month, Math.min(Number(iso.slice(8)), daysInMonth(year, month)))
    : null
}

const inCalendar = (iso: string): string | null =>
  /^\d{4}-/.test(iso) && !iso.startsWith('0000') ? iso : null

/** 1 = Monday … 7 = Sunday. */
export function weekday(iso: string): number {
  return new Date(`${iso}T00:00:00Z`).getUTCDay() || 7
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
