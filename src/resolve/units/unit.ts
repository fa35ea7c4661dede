import type { Region } from '../../lexicon/regions.ts'
import type { TableRow } from '../../lexicon/tables.ts'

/** A body named in the text. */
export interface Unit {
  start: number
  end: number
  /** As written, with what an enumeration shares put back. */
  written: string
  kind: 'department' | 'government' | 'zone' | 'town' | 'other'
  /** The name without its place. */
  core: string
  /** Written place in front: «市», «平武县», «绵阳高新区», ''. */
  prefix: string
  region: Region | null
  function: string | null
  row: TableRow<'units'> | null
  /** Was a shared prefix or suffix put back? */
  restored: boolean
}

/** Functions of bodies that are firms. */
export const FIRMS = /^(?:state_enterprise|bank)$/

/** One of its own, of one shape however it was found: what reads units is compiled once. */
export const unitOf = (u: Unit): Unit => ({
  start: u.start,
  end: u.end,
  written: u.written,
  kind: u.kind,
  core: u.core,
  prefix: u.prefix,
  region: u.region,
  function: u.function,
  row: u.row,
  restored: u.restored,
})
