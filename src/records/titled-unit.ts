import { findUnits } from '../resolve/units/find-units.ts'
import type { Unit } from '../resolve/units/unit.ts'
import type { Cell, Grid } from '../segment/tables/grid.ts'
import type { Reading } from './reading.ts'

/** The title over a table, where it is written. */
export function titleOf({ text }: Reading, { title, start }: Grid): Cell | null {
  const at = title === '' ? -1 : text.lastIndexOf(title, start - 1)
  return at < 0 ? null : { start: at, end: at + title.length, text: title }
}

/** «西吉县人民政府门户网站检查扣分表»: the one body that a title names, where it is not the notice's own. */
export function titledUnit({ text, hits, place, kit }: Reading, title: Cell | null): Unit | null {
  const [only, ...others] = title ? findUnits(text, hits, title.start, title.end, place, kit) : []
  if (!only || others.length > 0) return null
  return only.kind === 'government' && only.region?.code === place.region?.code ? null : only
}
