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

/** «安定自然资源», of a 所: that of the field it ends with. */
export function functionByLastField(name: string, kit: Kit): string | null {
  for (let n = Math.min(LONGEST, name.length); n >= 2; n--) {
    const found = kit.fields.get(name.slice(-n))
    if (found !== undefined) return found
  }
  return null
}
