import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { tablesHash } from '../kit.ts'
import type { FieldNames, Limits } from '../read/containers/container.ts'

/** What a user may set that changes what comes out. */
export interface Settings {
  version: string
  limits: Limits
  fields: FieldNames
  /** Personal data is masked in all that is written. */
  redact?: true
  /** A folder of the user's own rows, laid over the tables. */
  lexicon: string | null
}

/** Everything but the documents that decides what comes out: the same recipe and the same bytes give the same output. */
export interface Recipe extends Settings {
  /** SHA-256 of the code of this tool, hex. */
  tool: string
  /** SHA-256 over the bytes of every table, hex. */
  tables: string
  /** 12 hex digits over all of it. */
  id: string
}

export function recipeOf(settings: Settings): Recipe {
  const { version, limits, fields, redact, lexicon } = settings
  const known = {
    version,
    limits,
    fields,
    ...(redact && { redact }),
    tool: toolHash(),
    tables: tablesHash(undefined, lexicon),
  }
  // Where the rows lie does not count: what they say does.
  return { ...known, lexicon, id: hexOf(JSON.stringify(known), 12) }
}

export function hexOf(text: string, digits: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, digits)
}

/** A version number does not change while the tool is worked on; its bytes do. The build notes their sum beside them. */
function toolHash(): string {
  const folder = dirname(fileURLToPath(import.meta.url))
  const noted = join(folder, 'tool.sha256')
  if (existsSync(noted)) return readFileSync(noted, 'utf8').trim()
  const hash = createHash('sha256')
  for (const name of readdirSync(folder).sort())
    if (/\.[jt]s$/.test(name)) hash.update(`${name}\0`).update(readFileSync(join(folder, name)))
  return hash.digest('hex')
}
