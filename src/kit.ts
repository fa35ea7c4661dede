import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Contacts, compileContacts } from './lexicon/contacts.ts'
import { type CueHead, type CueTable, compileCues } from './lexicon/cues.ts'
import { lexiconFolder } from './lexicon/folder.ts'
import { LIKENESS, Likeness } from './lexicon/likeness.ts'
import { Matcher } from './lexicon/matcher.ts'
import { tableNames } from './lexicon/overlay.ts'
import { Regions, stemOf } from './lexicon/regions.ts'
import { loadTables, type TableRow, type Tables } from './lexicon/tables.ts'

/** What a literal of the tables is, wherever it stands in a text, and the number of its kind. */
export type Entry = { kind: number } & Literal

type Literal =
  | { is: 'cue'; head: CueHead }
  | { is: 'region'; name: string }
  | { is: 'region-stem'; stem: string }
  | { is: 'unit'; row: TableRow<'units'>; form: 'name' | 'alias' | 'stem' | 'torn' }
  | { is: 'suffix'; row: TableRow<'unit-suffixes'> }
  | { is: 'zone'; row: TableRow<'zones'> }
  | { is: 'subject'; row: TableRow<'subjects'> }
  | { is: 'measure'; row: TableRow<'measures'>; rest: readonly string[] }
  | { is: 'modality'; row: TableRow<'modality'> }
  | { is: 'quantifier' }
  | { is: 'vague-noun'; part: boolean }

export const KINDS = [
  'cue',
  'region',
  'region-stem',
  'unit',
  'suffix',
  'zone',
  'subject',
  'measure',
  'modality',
  'quantifier',
  'vague-noun',
] as const satisfies readonly Literal['is'][]
export const KIND_OF = Object.fromEntries(KINDS.map((kind, n) => [kind, n])) as Record<Literal['is'], number>

/** Tables, options and everything compiled from them: the stages know nothing else. */
export interface Kit {
  tables: Tables
  /** SHA-256 over the bytes of every table, hex. */
  hash: string
  regions: Regions
  cues: CueTable
  /** For words that no cue fits; read when first asked for. */
  readonly likeness: Likeness
  matcher: Matcher<Entry>
  severity: ReadonlyMap<string, TableRow<'categories'>>
  /** Categories that nothing said of an account, or of a site, can be of. */
  foreign: Readonly<Record<'media' | 'site', ReadonlySet<string>>>
  variantWords: { pattern: RegExp; to: ReadonlyMap<string, string> }
  /** Words that end what stands to the left of a name («如», «其中», «涉及»), and words that make a name no name («各», «有关»). */
  boundaries: ReadonlySet<string>
  generics: ReadonlySet<string>
  /** What may stand before the 和 inside a department's name («文化和旅游局»). */
  compounds: ReadonlySet<string>
  /** Parts of an area that a figure may be about («市直部门»). */
  scopes: ReadonlySet<string>
  /** Words for what is due by a time: to mend, to act on, or anything at all. */
  demands: Readonly<Record<TableRow<'demands'>['does'], readonly string[]>>
  /** Words that judge, longest first, as alternatives of a pattern. */
  judging: Readonly<Record<TableRow<'verdicts'>['verdict'], string>>
  metadataKeys: ReadonlyMap<string, TableRow<'metadata'>['field']>
  contacts: Contacts
}

/** The kit that was asked for last, and of what: a run asks when it extracts and again when it ends. */
let last: { of: string; kit: Kit } | undefined

/**
 * Reads, checks and compiles the tables of `folder`, with the rows of a user's `overlay` folder laid over them.
 * @throws TableError naming file, line and column.
 */
export function loadKit(folder: string = lexiconFolder(), overlay: string | null = null): Kit {
  const hash = tablesHash(folder, overlay)
  const of = [folder, overlay, hash].join('\n')
  if (last?.of !== of) last = { of, kit: compileKit(folder, overlay, hash) }
  return last.kit
}

function compileKit(folder: string, overlay: string | null, hash: string): Kit {
  const tables = loadTables(folder, overlay)
  const regions = new Regions(join(folder, 'regions.tsv'), tables['region-changes'], tables['region-aliases'])
  const severity = new Map(tables.categories.map((row) => [row.category, row]))
  const cues = compileCues(tables.cues, tables.words, new Set(severity.keys()), overlay)
  const variants = new Map(tables['variant-words'].map((row) => [row.variant, row.word]))
  let likeness: Likeness | undefined
  return {
    tables,
    hash,
    regions,
    cues,
    get likeness() {
      return (likeness ??= Likeness.load(folder))
    },
    matcher: compileMatcher(tables, regions, cues),
    severity,
    foreign: { media: categoriesOn(tables, 'website'), site: categoriesOn(tables, 'new_media') },
    variantWords: {
      pattern: new RegExp([...variants.keys()].sort((a, b) => b.length - a.length).join('|'), 'g'),
      to: variants,
    },
    boundaries: wordsOf(tables, 'boundary'),
    generics: wordsOf(tables, 'generic'),
    compounds: wordsOf(tables, 'compound'),
    scopes: wordsOf(tables, 'scope'),
    demands: {
      mend: demandsOf(tables, 'mend'),
      act: demandsOf(tables, 'act'),
      ask: tables.demands.map((row) => row.word),
    },
    judging: { unqualified: judgingOf(tables, 'unqualified'), qualified: judgingOf(tables, 'qualified') },
    metadataKeys: new Map(tables.metadata.map((row) => [row.key, row.field])),
    contacts: compileContacts(tables.contacts),
  }
}

function wordsOf(tables: Tables, role: TableRow<'vague'>['role']): ReadonlySet<string> {
  return new Set(tables.vague.filter((row) => row.role === role).flatMap((row) => row.words))
}

function categoriesOn(tables: Tables, subject: string): ReadonlySet<string> {
  return new Set(tables.categories.filter((row) => row.subject === subject).map((row) => row.category))
}

function judgingOf(tables: Tables, verdict: TableRow<'verdicts'>['verdict']): string {
  return tables.verdicts
    .filter((row) => row.verdict === verdict)
    .map((row) => row.word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .join('|')
}

function demandsOf(tables: Tables, does: TableRow<'demands'>['does']): readonly string[] {
  return tables.demands.filter((row) => row.does === does).map((row) => row.word)
}

function compileMatcher(tables: Tables, regions: Regions, cues: CueTable): Matcher<Entry> {
  const matcher = new Matcher<Entry>()
  const add = (word: string, entry: Literal) => matcher.add(word, alike(entry))
  for (const head of cues.heads) add(head.text, { is: 'cue', head })
  const stems = new Set<string>()
  for (const name of regions.names()) {
    add(name, { is: 'region', name })
    const stem = stemOf(name)
    if (stem && stem !== name) stems.add(stem)
  }
  for (const stem of stems) add(stem, { is: 'region-stem', stem })
  for (const row of tables.units) {
    add(row.name, { is: 'unit', row, form: 'name' })
    // A scraper drops a first character next to a digit or a mark: «化和旅游局».
    if (row.name.length >= 6 && /^[\u4e00-\u9fff]+$/.test(row.name))
      add(row.name.slice(1), { is: 'unit', row, form: 'torn' })
    for (const alias of row.aliases) add(alias, { is: 'unit', row, form: 'alias' })
    for (const stem of row.stems) add(stem, { is: 'unit', row, form: 'stem' })
  }
  for (const row of tables['unit-suffixes']) add(row.suffix, { is: 'suffix', row })
  for (const row of tables.zones) add(row.form, { is: 'zone', row })
  for (const row of tables.subjects) add(row.word, { is: 'subject', row })
  for (const row of tables.measures) {
    const [head = '', ...rest] = row.word.split('*')
    add(head, { is: 'measure', row, rest })
  }
  for (const row of tables.modality) add(row.word, { is: 'modality', row })
  for (const row of tables.vague)
    if (row.role === 'noun' || row.role === 'part' || row.role === 'quantifier')
      for (const word of row.words)
        add(
          word,
          row.role === 'quantifier' ? { is: 'quantifier' } : { is: 'vague-noun', part: row.role === 'part' },
        )
  return matcher
}

type Property = Literal extends infer E ? (E extends Literal ? keyof E : never) : never

/** Every entry made by one literal: what reads them meets one shape of object, not eleven. */
function alike(literal: Literal): Entry {
  const own: { [K in Property]?: unknown } = literal
  const entry: Record<Property | 'kind', unknown> = {
    kind: KIND_OF[literal.is],
    is: own.is,
    row: own.row ?? null,
    form: own.form ?? null,
    head: own.head ?? null,
    name: own.name ?? null,
    stem: own.stem ?? null,
    rest: own.rest ?? null,
    part: own.part ?? null,
  }
  return entry as unknown as Entry
}

/** SHA-256 over the names and bytes of every table, hex; what `Kit.hash` is, without compiling them. @throws TableError */
export function tablesHash(folder: string = lexiconFolder(), overlay: string | null = null): string {
  const hash = createHash('sha256')
  for (const at of overlay === null ? [folder] : [folder, overlay])
    for (const file of tableNames(at)) {
      hash.update(`${at === folder ? '' : '+'}${file}\0`)
      hash.update(readFileSync(join(at, file)))
    }
  hash.update(readFileSync(join(folder, LIKENESS)))
  return hash.digest('hex')
}
