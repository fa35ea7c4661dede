import { isShortFor, officialForm } from '../resolve/official-name.ts'
import type { Unit } from '../resolve/units/unit.ts'
import type { Finding } from './finding.ts'

/** «市文旅广电局» where the notice has «市文化旅游和广播电视局» elsewhere: it is short for that one. Changes findings in place. */
export function nameInFull(findings: readonly Finding[]): void {
  const departments = new Map<string, Unit>()
  for (const { unit } of findings)
    if (unit?.kind === 'department' && unit.function !== null)
      departments.set(`${unit.region?.code} ${unit.core}`, unit)
  if (departments.size < 2) return
  const named = new Map<string, Unit | null>()
  for (const f of findings) {
    const short = f.unit
    if (!short?.row || officialForm(short.core, short.row) === short.core) continue
    const key = `${short.region?.code} ${short.core}`
    let full = named.get(key)
    if (full === undefined) named.set(key, (full = fullOf(short, departments)))
    if (full) f.unit = { ...short, core: full.core, row: full.row }
  }
}

function fullOf(short: Unit, departments: ReadonlyMap<string, Unit>): Unit | null {
  const full = [...departments.values()].filter(
    (u) =>
      u.region?.code === short.region?.code &&
      u.function === short.function &&
      isShortFor(short.core, u.core),
  )
  return full.length === 1 ? full[0]! : null
}
