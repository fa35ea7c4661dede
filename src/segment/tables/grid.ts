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
  /** The table that this is only a view of; of one that was turned the columns are the view's rows, of
   * another `rows` says which of its rows each comes from. */
  view?: { of: Grid; turned: boolean; rows?: readonly number[] }
}

export const EMPTY: Cell = { start: 0, end: 0, text: '' }
