// Its functions ask for the local day of the machine; its table does not.
import announced from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { weekday } from '../calendar.ts'

/** Years whose holidays the State Council has published, as far as the package knows them. */
const FIRST_YEAR = 2010
const LAST_YEAR = 2026

const HOLIDAYS = new Set(Object.keys(announced.holidays))
const WORKDAYS = new Set(Object.keys(announced.workdays))

/** Is it a working day in mainland China, make-up days counted? Null for years nobody has announced. */
export function isWorkingDay(iso: string): boolean | null {
  const year = Number(iso.slice(0, 4))
  if (year < FIRST_YEAR || year > LAST_YEAR) return null
  const day = weekday(iso) % 7
  return WORKDAYS.has(iso) || (day !== 0 && day !== 6 && !HOLIDAYS.has(iso))
}
