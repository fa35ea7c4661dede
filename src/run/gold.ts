import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { both } from '../messages.ts'
import { InputError } from './discover.ts'

/**
 * A hand-checked notice. A list that is not there is not scored; `optional` items are neither missed nor wrong; a list of
 * values is a choice; unit «*» is any.
 */
export interface Gold {
  doc: string
  notice?: Record<string, unknown> & {
    citations?: string[]
    attachments?: { title: string; found: boolean }[]
  }
  tables?: { columns: string[]; rows: string[][] }[]
  metrics?: GoldMetric[]
  records?: GoldRecord[]
  deadlines?: GoldDeadline[]
  checks?: string[]
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

/** Gold files of a corpus folder, each with the path of its document. @throws InputError */
export function readCorpus(folder: string): { gold: Gold; document: string }[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new InputError(...both('no_folder', folder))
  const golds = existsSync(join(folder, 'gold')) ? join(folder, 'gold') : folder
  const files = readdirSync(golds).filter((f) => f.endsWith('.json'))
  if (files.length === 0) throw new InputError(...both('no_golds', golds))
  return files.sort().map((f) => {
    const gold = readGold(join(golds, f))
    const document = [
      join(folder, 'docs', gold.doc),
      join(folder, '..', '..', 'seeds', gold.doc),
      join(golds, gold.doc),
    ].find(existsSync)
    if (!document) throw new InputError(...both('gold_document', join(golds, f), gold.doc))
    return { gold, document }
  })
}

/** One gold file. @throws InputError where it is none */
function readGold(path: string): Gold {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new InputError(...both('no_json', path, (error as Error).message))
  }
  if (typeof (value as Gold | null)?.doc !== 'string') throw new InputError(...both('no_gold', path))
  return value as Gold
}
