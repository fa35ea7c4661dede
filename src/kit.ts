import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Compiled, readCompiled, readCompiledLikeness } from './lexicon/compiled.ts'
import { type Contacts, compileContacts } from './lexicon/contacts.ts'
import { type CueHead, type CueTable, cueTable, readCues } from './lexicon/cues.ts'
import { lexiconFolder } from './lexicon/folder.ts'
import { LIKENESS, Likeness, readLikeness } from './lexicon/likeness.ts'
import { Matcher } from './lexicon/matcher.ts'
import { tableNames } from './lexicon/overlay.ts'
import { type Phrases, phrasesOf } from './lexicon/phrases.ts'
import { Regions, readRegions, stemOf } from './lexicon/regions.ts'
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
  | { is: 'vague-noun'; part: boolean; person: boolean }

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
  /** What characters are to names of bodies. */
  characters: Readonly<Record<'outside' | 'inTown' | 'endsTown' | 'opensTown', ReadonlySet<string>>>
  generics: ReadonlySet<string>
  /** Names that stand around that of their place, by what they end in: «共青团*委员会». */
  around: ReadonlyMap<string, readonly { head: string; row: TableRow<'units'> }[]>
  /** What may stand before the 和 inside a department's name («文化和旅游局»). */
  compounds: ReadonlySet<string>
  /** Names of two characters that name a body of the area without saying which area («法院»). */
  bodies: ReadonlySet<string>
  /** What names of bodies begin with, and the function that this gives one that no row names. */
  fields: ReadonlyMap<string, string>
  /** Short forms inside names of merged bodies, and the fields they stand for. */
  shorts: ReadonlyMap<string, readonly string[]>
  /** Parts of an area that a figure may be about («市直部门»). */
  scopes: ReadonlySet<string>
  /** Words for what is due by a time: to mend, to act on, or anything at all. */
  demands: Readonly<Record<TableRow<'demands'>['does'], readonly string[]>>
  /** Turns of phrase, and the patterns made of them. */
  phrases: Phrases
  metadataKeys: ReadonlyMap<string, TableRow<'metadata'>['field']>
  contacts: Contacts
}

/** The kit that was asked for last, and of what: a run asks when it extracts and again when it ends. */
let last: { of: string; kit: Kit } | undefined

/**
 * Reads, checks and compiles the tables of `folder`, with the rows of a user's `overlay` folder laid over them, or takes what
 * the build kept of them. `hash` is what `tablesHash` says of them, where that is known.
 * @throws TableError naming file, line and column.
 */
export function loadKit(
  folder: string = lexiconFolder(),
  overlay: string | null = null,
  hash: string = tablesHash(folder, overlay),
): Kit {
  const of = [folder, overlay, hash].join('\n')
  if (last?.of !== of) {
    const compiled = overlay === null ? readCompiled(hash, folder) : null
    last = { of, kit: kitOf(compiled ?? compile(folder, overlay, hash), folder) }
  }
  return last.kit
}

/** Everything that takes its time: what `dist/` keeps of the package's own tables, so that a start need not do it again. */
export function compile(
  folder: string = lexiconFolder(),
  overlay: string | null = null,
  hash: string = tablesHash(folder, overlay),
): Compiled {
  const tables = loadTables(folder, overlay)
  const regions = readRegions(join(folder, 'regions.tsv'), tables['region-changes'], tables['region-aliases'])
  const categories = new Set(tables.categories.map((row) => row.category))
  const cues = readCues(tables.cues, tables.words, categories, overlay)
  const names = [...new Regions(regions).names()]
  const stems = stemsOf(names)
  const heads = cues.heads.split('\n').map((line) => line.slice(0, line.indexOf('\t')))
  const matcher = new Matcher<number>()
  const at: number[][] = [[]]
  let literal = 0
  for (const words of [heads, names, stems, [...othersOf(tables)].map(([word]) => word)])
    for (const word of words) (at[matcher.add(word, literal)] ??= []).push(literal++)
  const lists = [0]
  for (const list of at) lists.push(lists.at(-1)! + list.length)
  return {
    hash,
    tables,
    regions,
    cues,
    stems: stems.join('\n'),
    trie: matcher.trie,
    literals: Int32Array.from(at.flat()),
    lists: Int32Array.from(lists),
  }
}

export function kitOf(compiled: Compiled, folder: string): Kit {
  const { hash, tables, literals, lists } = compiled
  const regions = new Regions(compiled.regions)
  const severity = new Map(tables.categories.map((row) => [row.category, row]))
  const cues = cueTable(compiled.cues)
  const literalAt = numbered(tables, regions, cues, compiled.stems)
  const matcher = new Matcher(compiled.trie, (list) =>
    Array.from(literals.subarray(lists[list], lists[list + 1]), (n) => alike(literalAt(n))),
  )
  const variants = new Map(tables['variant-words'].map((row) => [row.variant, row.word]))
  let likeness: Likeness | undefined
  return {
    tables,
    hash,
    regions,
    cues,
    get likeness() {
      return (likeness ??= new Likeness(readCompiledLikeness(hash) ?? readLikeness(folder)))
    },
    matcher,
    severity,
    foreign: { media: categoriesOn(tables, 'website'), site: categoriesOn(tables, 'new_media') },
    variantWords: {
      pattern: new RegExp([...variants.keys()].sort((a, b) => b.length - a.length).join('|'), 'g'),
      to: variants,
    },
    boundaries: wordsOf(tables, 'boundary'),
    characters: {
      outside: wordsOf(tables, 'outside'),
      inTown: wordsOf(tables, 'in_town'),
      endsTown: wordsOf(tables, 'ends_town'),
      opensTown: wordsOf(tables, 'opens_town'),
    },
    generics: wordsOf(tables, 'generic'),
    around: namesAround(tables),
    compounds: wordsOf(tables, 'compound'),
    bodies: wordsOf(tables, 'body'),
    fields: new Map(tables.functions.flatMap((row) => row.fields.map((field) => [field, row.function]))),
    shorts: new Map(tables.functions.flatMap((row) => row.shorts.map(shortOf))),
    scopes: wordsOf(tables, 'scope'),
    demands: {
      mend: demandsOf(tables, 'mend'),
      act: demandsOf(tables, 'act'),
      ask: tables.demands.map((row) => row.word),
    },
    phrases: phrasesOf(tables),
    metadataKeys: new Map(tables.metadata.map((row) => [row.key, row.field])),
    contacts: compileContacts(tables.contacts),
  }
}

function namesAround({ units }: Tables): Kit['around'] {
  const names = new Map<string, { head: string; row: TableRow<'units'> }[]>()
  for (const row of units) {
    const [head, tail] = row.official.split('*') as [string, string?]
    if (head && tail) names.set(tail, [...(names.get(tail) ?? []), { head, row }])
  }
  return names
}

function wordsOf(tables: Tables, role: TableRow<'vague'>['role']): ReadonlySet<string> {
  return new Set(tables.vague.filter((row) => row.role === role).flatMap((row) => row.words))
}

/** «文旅:文化+旅游» */
function shortOf(cell: string): [string, readonly string[]] {
  const [short, full = short] = cell.split(':') as [string, string?]
  return [short, full.split('+')]
}

function categoriesOn(tables: Tables, subject: string): ReadonlySet<string> {
  return new Set(tables.categories.filter((row) => row.subject === subject).map((row) => row.category))
}

function demandsOf(tables: Tables, does: TableRow<'demands'>['does']): readonly string[] {
  return tables.demands.filter((row) => row.does === does).map((row) => row.word)
}

/** Names without their class words, where that is another word. */
function stemsOf(names: Iterable<string>): string[] {
  const stems = new Set<string>()
  for (const name of names) {
    const stem = stemOf(name)
    if (stem && stem !== name) stems.add(stem)
  }
  return [...stems]
}

/** What the literal of a number is: heads of cues come first, then names of regions, then their stems, then all others. */
function numbered(
  tables: Tables,
  regions: Regions,
  cues: CueTable,
  packedStems: string,
): (n: number) => Literal {
  const names = [...regions.names()]
  const stems = packedStems.split('\n')
  const others = [...othersOf(tables)]
  return (n) => {
    if (n < cues.heads) return { is: 'cue', head: cues.head(n) }
    let k = n - cues.heads
    if (k < names.length) return { is: 'region', name: names[k]! }
    k -= names.length
    return k < stems.length ? { is: 'region-stem', stem: stems[k]! } : others[k - stems.length]![1]
  }
}

/** Literals of tables of some hundred rows, always in this order. */
function* othersOf(tables: Tables): Generator<[word: string, literal: Literal]> {
  for (const row of tables.units) {
    yield [row.name, { is: 'unit', row, form: 'name' }]
    // A scraper drops a first character next to a digit or a mark: «化和旅游局».
    if (row.name.length >= 6 && /^[\u4e00-\u9fff]+$/.test(row.name))
      yield [row.name.slice(1), { is: 'unit', row, form: 'torn' }]
    for (const alias of row.aliases) yield [alias, { is: 'unit', row, form: 'alias' }]
    for (const stem of row.stems) yield [stem, { is: 'unit', row, form: 'stem' }]
  }
  for (const row of tables['unit-suffixes']) yield [row.suffix, { is: 'suffix', row }]
  for (const row of tables.zones) yield [row.form, { is: 'zone', row }]
  for (const row of tables.subjects) yield [row.word, { is: 'subject', row }]
  for (const row of tables.measures) {
    const [head = '', ...rest] = row.word.split('*')
    yield [head, { is: 'measure', row, rest }]
  }
  for (const row of tables.modality) yield [row.word, { is: 'modality', row }]
  for (const row of tables.vague)
    if (['noun', 'person', 'part', 'quantifier'].includes(row.role))
      for (const word of row.words)
        yield [
          word,
          row.role === 'quantifier'
            ? { is: 'quantifier' }
            : { is: 'vague-noun', part: row.role === 'part', person: row.role === 'person' },
        ]
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
    person: own.person ?? null,
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
