import type { Unit } from '../resolve/units/unit.ts'
import type { Evidence, State } from './schema.ts'

/** A problem told of one holder at one place of the notice, before the ones told twice are merged. */
export interface Finding {
  /** Written form of the unit; null where only an account or a site is named. */
  written: string | null
  unit: Unit | null
  vague: boolean
  subject: string | null
  subjectName: string | null
  subjectUrl: string | null
  category: string
  /** No cue says the category: its words are like others of it. */
  likely: boolean
  problem: string
  verdict: 'qualified' | 'unqualified' | null
  /** A due date of its own (a column of the table), ISO. */
  deadline: string | null
  /** Its row says itself that it is mended, or due on no day («立即整改»): no demand of the prose is about it. */
  settled?: boolean
  /** The serial of its row. */
  serial?: number
  /** The number that its table's caption has: 2 of «表2». */
  tableNumber?: number
  /** Words by which its row is classed («A类», «栏目更新»): a demand or a verdict may be of all of a class. */
  kinds?: readonly string[]
  state: State
  evidence: Evidence
  /** 0 body, n annex n. */
  annex: number
  /** Findings of one passage or row of a list share this. */
  origin: number
  /** Where its sentence starts; a row's own start in a table. */
  sentence: number
  role: string
  table: boolean
}

/** «信息内容类», «信息内容类问题» and «信息内容» are one class. */
export const isOfKind = ({ kinds }: Pick<Finding, 'kinds'>, kind: string): boolean =>
  kinds?.some((own) => bare(own) === bare(kind)) ?? false

const bare = (kind: string): string => kind.replace(/类?(?:问题)?$/, '')
