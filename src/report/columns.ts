import type { RollupRow } from '../export/comparison/rollups.ts'
import type { ComparisonRow } from '../export/comparison/row.ts'
import type { TrendRow } from '../export/comparison/trends.ts'

/** Distinct strings, and for each row which of them it has; −1 stands for null. */
export interface StringColumn {
  values: string[]
  codes: number[]
}

/** Pieces of evidence of all rows, one after another: those of row i are `first[i]` up to `first[i + 1]`. Offsets are UTF-16. */
interface EvidenceColumns {
  first: number[]
  start: number[]
  end: number[]
  where: StringColumn
}

/** What each table of the report keeps of an item: names of its text and number fields in the contract. */
export const SHAPES = {
  records: {
    strings: [
      'unit',
      'unit_name',
      'unit_function',
      'subject',
      'subject_name',
      'subject_url',
      'problem',
      'category',
      'severity',
      'verdict',
      'deadline',
      'state',
    ],
    numbers: ['pass_rate', 'confidence'],
  },
  metrics: {
    strings: ['subject', 'measure', 'unit', 'operator', 'about', 'as_of', 'label', 'raw', 'state'],
    numbers: ['value', 'confidence'],
  },
  deadlines: {
    strings: ['due', 'text', 'kind', 'actor', 'action', 'recipient', 'state'],
    numbers: ['confidence'],
  },
  checks: { strings: ['code', 'severity', 'message', 'expected', 'actual'], numbers: [] },
  fields: { strings: ['field', 'state'], numbers: [] },
} as const

export type ItemTable = keyof typeof SHAPES
type StringField<T extends ItemTable> = (typeof SHAPES)[T]['strings'][number]
type NumberField<T extends ItemTable> = (typeof SHAPES)[T]['numbers'][number]

/** Items of one kind of all notices, by column; `notice` is the index of the notice each belongs to, ascending. */
export interface Items<T extends ItemTable> {
  notice: number[]
  strings: Record<StringField<T>, StringColumn>
  numbers: Record<NumberField<T>, (number | null)[]>
  evidence: EvidenceColumns
}

export const NOTICE_FIELDS = [
  'id',
  'uri',
  'url',
  'title',
  'genre',
  'issuer',
  'doc_number',
  'issued',
  'published',
  'region_code',
  'region',
  'level',
  'period',
  'period_start',
  'period_end',
] as const
export type NoticeField = (typeof NOTICE_FIELDS)[number]

/** Everything the report shows but the texts. */
export type ReportTables = { [T in ItemTable]: Items<T> } & {
  notices: Record<NoticeField, StringColumn>
  comparison: ComparisonRow[]
  rollups: RollupRow[]
  trends: TrendRow[]
}

export function stringAt(column: StringColumn, row: number): string | null {
  const code = column.codes[row]!
  return code < 0 ? null : column.values[code]!
}

/** The Chinese and English name of every code, by kind of code. */
export type Terms = Record<string, Record<string, readonly [zh: string, en: string]>>

export interface PackedTexts {
  /** Notices per block. */
  block: number
  /** UTF-16 units of each text. */
  lengths: number[]
  /** The alphabet: see alphabet.ts. */
  units: number[]
}

/** What the overview draws from: it is drawn before the other tables are looked at. */
export const FIRST_TABLES = ['notices', 'records', 'deadlines', 'checks'] as const

/** What the page must know before it reads the tables. */
export interface ReportHead {
  tool: string
  notices: number
  terms: Terms
  /** The texts that are in the file, those of the first notices; null where a server has them. */
  texts: PackedTexts | null
  /** The output folder as the server was given it; absent in a file, which lies in its folder. */
  folder?: string
}
