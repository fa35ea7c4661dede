import type { TableRow } from '../../lexicon/tables.ts'
import type { Mention } from '../../parse/mentions.ts'
import type { Hit } from '../../resolve/hits.ts'
import type { Measure, Subject } from '../schema.ts'

export type Figure = Extract<Mention, { kind: 'count' | 'rate' | 'score' | 'rank' }>

export interface Draft {
  figure: Figure
  /** The words its measure was read from: they measure no other figure. */
  claimed: Hit<'measure'> | null
  /** Does its noun stand right beside it? */
  adjacent: boolean
  /** Was its subject read from a list that it pairs with («微信、微博合格率分别为…»)? */
  paired: boolean
  /** Is the sentence about one platform only («视频号检查17个,合格率94.1%»)? */
  ofPlatform: boolean
  /** Is it a part of an earlier figure? */
  part: boolean
  subject: Subject | null
  measure: Measure | null
  label: string | null
  about: string | null
}

export const isPrimary = (row: TableRow<'subjects'>): boolean =>
  row.kind === 'site' ||
  row.kind === 'media' ||
  row.kind === 'platform' ||
  row.kind === 'message' ||
  row.kind === 'data'

export const INHERIT = new Set<Measure>([
  'total',
  'checked',
  'unqualified',
  'qualified',
  'registered',
  'closed',
])
