import type { TableLayout } from '../../read/source.ts'
import type { Span } from '../line.ts'

export interface Cell extends Span {
  text: string
  /** Copied from a merged cell above or beside. */
  filled?: true
}

/** What every layout of a table comes to. */
export interface Grid extends Span {
  title: string
  columns: Cell[]
  rows: Cell[][]
  /** Group of each row («一、未备案的…(27个)»), '' where the table has none. */
  groups: (Cell | null)[]
  layout: TableLayout
  annex: number
  /** Of what this is only another view. */
  view?: View
}

/** A table seen otherwise than it is written. */
export interface View {
  of: Grid
  /** What columns hold whose headers are of other cells; a role of columns.tsv. */
  roles?: readonly (string | undefined)[]
  /** Which row of the table each row comes from; of one that is `turned` its columns are the rows. */
  rows?: readonly number[]
  turned: boolean
}

export const EMPTY: Cell = { start: 0, end: 0, text: '' }
