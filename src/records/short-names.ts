import type { Kit } from '../kit.ts'
import { isAbbreviated, isShortFor } from '../resolve/official-name.ts'
import type { Unit } from '../resolve/units/unit.ts'
import type { Finding } from './finding.ts'

/** «市文旅广电局» where the notice has «市文化旅游和广播电视局» elsewhere: it is short for that one. Changes findings in place. */
export function nameInFull(findings: readonly Finding[], kit: Kit): void {
  placeTowns(findings)
  const departments = new Map<string, Unit>()
  for (const { unit } of findings)
    if (unit?.kind === 'department' && unit.function !== null)
      departments.set(`${unit.region?.code} ${unit.core}`, unit)
  if (departments.size < 2) return
  const named = new Map<string, Unit | null>()
  for (const f of findings) {
    const short = f.unit
    if (!short || !isAbbreviated(short, kit)) continue
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

/** «曾集镇» in a list where the notice has «沙洋县曾集镇» elsewhere: the one of that county. */
function placeTowns(findings: readonly Finding[]): void {
  const placed = new Map<string, Unit | null>()
  for (const { unit } of findings)
    if (unit?.kind === 'town' && unit.prefix !== '' && unit.region !== null) {
      const known = placed.get(bareTown(unit))
      placed.set(
        bareTown(unit),
        known === undefined || known?.region?.code === unit.region.code ? unit : null,
      )
    }
  if (placed.size === 0) return
  for (const f of findings) {
    const town = f.unit
    const full = town?.kind === 'town' && town.prefix === '' ? placed.get(bareTown(town)) : null
    if (town && full) f.unit = { ...town, prefix: full.prefix, region: full.region }
  }
}

const bareTown = ({ core }: Unit): string => core.replace(/(?:人民政府|政府|办事处|办)$/, '')
