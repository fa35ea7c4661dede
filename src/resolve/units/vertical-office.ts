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

const OFFICE = /(?:[厅局]|委员会)$/

/** «云岩分局», «市局交通管理局», «厅机关服务中心» in the department's own notice: in full; null of any other. */
export function partOf(written: string, { own: { department } }: Place): string | null {
  if (!department) return null
  const own = ITSELF.exec(written)
  if (own && department.endsWith(own[1]!.replace('委', '委员会')))
    return department + written.slice(own[0].length)
  return department.endsWith('局') && BRANCH.test(written) ? department + written : null
}

const ITSELF = /^(?:自治区|[省市县区州盟旗])?([厅局委])(?=[\u4e00-\u9fff]{3})/
const BRANCH = /^[^局厅]{1,8}分局/
