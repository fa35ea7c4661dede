import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A hand-checked notice. `optional` items are neither missed nor wrong; a list of values is a choice; unit «*» is any. */
export interface Gold {
  doc: string
  notice: Record<string, unknown> & {
    citations?: string[]
    attachments?: { title: string; found: boolean }[]
  }
  tables: { columns: string[]; rows: string[][] }[]
  metrics: GoldMetric[]
  records: GoldRecord[]
  deadlines: GoldDeadline[]
  checks: string[]
}

export type Choice<T> = T | readonly T[]

export interface GoldMetric {
  subject: string
  measure: string
  value: number
  about?: string | null
  optional?: boolean
}

export interface GoldRecord {
  unit: string | null
  category: string
  aliases?: string[]
  unit_name?: Choice<string | null>
  unit_function?: Choice<string | null>
  subject?: Choice<string | null>
  subject_name?: Choice<string | null>
  verdict?: Choice<string | null>
  deadline?: Choice<string | null>
  pass_rate?: Choice<number | null>
  optional?: boolean
}

export interface GoldDeadline {
  due: string | null
  optional?: boolean
}

/** Gold files of a corpus folder, each with the path of its document. */
export function readCorpus(folder: string): { gold: Gold; document: string }[] {
  const golds = existsSync(join(folder, 'gold')) ? join(folder, 'gold') : folder
  return readdirSync(golds)
    .filter((f) => f.endsWith('.json'))
    .sort()
    .map((f) => {
      const gold = JSON.parse(readFileSync(join(golds, f), 'utf8')) as Gold
      const document = [
        join(folder, 'docs', gold.doc),
        join(folder, '..', '..', 'seeds', gold.doc),
        join(golds, gold.doc),
      ].find(existsSync)
      if (!document)
        throw new Error(`${join(golds, f)}: its document ${gold.doc} is not beside it (looked in docs/)`)
      return { gold, document }
    })
}
