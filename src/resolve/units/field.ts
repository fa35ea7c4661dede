import type { Kit } from '../../kit.ts'

const LONGEST = 6

/** «水务和湖泊局», «民政社会保障局»: the function of a merged body that no row names is that of the field it begins with. */
export function functionByField(core: string, kit: Kit): string | null {
  for (let n = Math.min(LONGEST, core.length - 1); n >= 2; n--) {
    const found = kit.fields.get(core.slice(0, n))
    if (found !== undefined) return found
  }
  return null
}
