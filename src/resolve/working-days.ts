import days from 'chinese-days'

/** Years whose holidays the State Council has published, as far as the package knows them. */
const FIRST_YEAR = 2010
const LAST_YEAR = 2026

/** Is it a working day in mainland China, make-up days counted? Null for years nobody has announced. */
export function isWorkingDay(iso: string): boolean | null {
  const year = Number(iso.slice(0, 4))
  return year < FIRST_YEAR || year > LAST_YEAR ? null : days.isWorkday(iso)
}
