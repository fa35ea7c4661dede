import type { Kit } from '../../kit.ts'
import type { TableRow } from '../../lexicon/tables.ts'
import { onceFor } from '../../once.ts'
import type { Place } from '../place.ts'

type Department = TableRow<'units'>

/** The department of whose own offices a notice tells, as theirs are called: 国土资源局 of 内蒙古自治区国土资源厅; null of none. */
export const officesOf = (place: Place, kit: Kit): { row: Department; name: string } | null =>
  of(place).get(kit) ?? read(place, kit)

const of = onceFor((_: Place) => new Map<Kit, { row: Department; name: string } | null>())

function read(place: Place, kit: Kit): { row: Department; name: string } | null {
  const { department } = place.own
  let found: { row: Department; name: string } | null = null
  if (department?.match(OFFICE)) {
    const bare = department.replace(OFFICE, '')
    for (const row of kit.tables.units)
      for (const name of [row.name, ...row.aliases])
        if (
          name.endsWith('局') &&
          bare.endsWith(name.slice(0, -1)) &&
          name.length > (found?.name.length ?? 2)
        )
          found = { row, name }
  }
  of(place).set(kit, found)
  return found
}

const OFFICE = /[厅局]$/
