import { dirname, resolve } from 'node:path'
import { notAmong, type RowPlace } from './table.ts'
import type { TableRow } from './tables.ts'

/** One condition of a cue pattern. */
export interface Term {
  /** Index into the clause's hits; -1 for a condition on what the clause is about. */
  id: number
  /** `~media`, `~site` */
  about: 'media' | 'site' | null
  /** `^`: what governs the clause may satisfy it too. */
  governed: boolean
}

export interface Cue {
  category: string
  terms: readonly Term[]
  order: number
  /** The row that says so. */
  row: RowPlace
  /** A user's: no likeness is held against it. */
  own: boolean
}

/** A literal of the cues, and the terms it satisfies; `rest` are the parts after each gap. */
export interface Literal {
  text: string
  /** Its place among all. */
  order: number
  rest: readonly string[]
  /** Characters of its parts, the gaps not counted. */
  weight: number
  terms: number[]
}

/** The literals of one head. */
interface HeadLiterals {
  /** Those without a gap, and those that end in one. */
  plain: readonly Literal[]
  /** The others by the first character of the part behind the gap. */
  gapped: ReadonlyMap<number, readonly Literal[]>
}

/**
 * What the matcher looks for: the literals that begin alike («未*更新», «未*公开») are one. Of thousands a notice meets some
 * hundreds: what a head leads to is read from its line when it is first asked for.
 */
export class CueHead {
  #literals: HeadLiterals | null = null

  constructor(
    readonly line: string,
    /** The same array for all heads: 1 for each character that any part behind a gap begins with. */
    readonly opens: Uint8Array,
  ) {}

  get literals(): HeadLiterals {
    this.#literals ??= literalsOf(this.line)
    return this.#literals
  }
}

export interface CueTable {
  cues: readonly Cue[]
  byTerm: readonly (readonly Cue[])[]
  /** How many heads there are. */
  heads: number
  /** The n-th of them, made when a text is found to hold it. */
  head(n: number): CueHead
  /** Terms whose words are nouns: a later clause may inherit them. */
  isObject: readonly boolean[]
  /** Those of them whose parts are told of as theirs: a guide, whichever of its details is wrong. */
  isWhole: readonly boolean[]
}

/** What cues and words say, before anything is looked up in it: plain data. */
export interface CueList {
  cues: Cue[]
  /** A line for each head: its text, then for each literal its order, its parts behind gaps, its terms. */
  heads: string
  /** The characters that parts behind a gap begin with. */
  opens: string
  isObject: boolean[]
  isWhole: boolean[]
}

/** What makes «!公开» of 公开: «未按要求公开», «没有公开», «不予公开», «无公开». */
const NEGATIONS = ['未*', '没*', '无', '不', '不予', '不按*', '不能*', '未能*', '拒绝']

function negated(word: string): string[] {
  const at = word.indexOf('!')
  return at < 0 ? [word] : NEGATIONS.map((n) => word.slice(0, at) + n + word.slice(at + 1))
}

export function readCues(
  cueRows: readonly TableRow<'cues'>[],
  wordRows: readonly TableRow<'words'>[],
  categories: ReadonlySet<string>,
  overlay: string | null,
): CueList {
  const classes = new Map<string, { words: string[]; kind: TableRow<'words'>['kind'] }>()
  for (const row of wordRows) {
    const known = classes.get(row.class)
    if (known) known.words.push(...row.words)
    else classes.set(row.class, { words: [...row.words], kind: row.kind })
  }
  const termIds = new Map<string, number>()
  const isObject: boolean[] = []
  const isWhole: boolean[] = []
  const literals = new Map<string, Literal>()
  const termOf = (key: string, words: readonly string[], kind: TableRow<'words'>['kind']): number => {
    const known = termIds.get(key)
    if (known !== undefined) return known
    const id = termIds.size
    termIds.set(key, id)
    isObject[id] = kind !== 'state'
    isWhole[id] = kind === 'whole'
    for (const word of words.flatMap(negated)) {
      const literal = literals.get(word)
      if (literal) literal.terms.push(id)
      else {
        const [text = '', ...rest] = word.split('*')
        const weight = word.replaceAll('*', '').length
        literals.set(word, { text, order: literals.size, rest, weight, terms: [id] })
      }
    }
    return id
  }
  const cues = cueRows.map((row, order): Cue => {
    if (!categories.has(row.category))
      throw notAmong(row, 'category', row.category, [...categories], 'categories.tsv')
    const terms = row.pattern.split(' ').map((written): Term => {
      const governed = written.startsWith('^')
      const body = governed ? written.slice(1) : written
      if (body === '~media' || body === '~site')
        return { id: -1, about: body === '~media' ? 'media' : 'site', governed }
      if (!body.startsWith('@')) return { id: termOf(body, body.split('|'), 'state'), about: null, governed }
      const words = classes.get(body.slice(1))
      if (!words)
        throw notAmong(
          row,
          'pattern',
          body,
          [...classes.keys()].map((name) => `@${name}`),
          'words.tsv',
        )
      return { id: termOf(body, words.words, words.kind), about: null, governed }
    })
    return {
      category: row.category,
      terms,
      order,
      row: { file: row.file, line: row.line },
      own: overlay !== null && resolve(dirname(row.file)) === resolve(overlay),
    }
  })
  return { cues, ...linesOf([...literals.values()]), isObject, isWhole }
}

export function cueTable({ cues, heads, opens, isObject, isWhole }: CueList): CueTable {
  const opening = new Uint8Array(65536)
  for (let i = 0; i < opens.length; i++) opening[opens.charCodeAt(i)] = 1
  const byTerm: Cue[][] = isObject.map(() => [])
  for (const cue of cues)
    for (const t of cue.terms) if (t.id >= 0 && !byTerm[t.id]!.includes(cue)) byTerm[t.id]!.push(cue)
  const lines = heads.split('\n')
  return {
    cues,
    byTerm,
    heads: lines.length,
    head: (n) => new CueHead(lines[n]!, opening),
    isObject,
    isWhole,
  }
}

function linesOf(literals: readonly Literal[]): Pick<CueList, 'heads' | 'opens'> {
  const heads = new Map<string, string>()
  const opens = new Set<string>()
  for (const { text, order, rest, terms } of literals) {
    const behind = rest.map((part) => `*${part}`).join('')
    heads.set(text, `${heads.get(text) ?? text}\t${order}\t${behind}\t${terms.join(' ')}`)
    if (rest[0]) opens.add(rest[0][0]!)
  }
  return { heads: [...heads.values()].join('\n'), opens: [...opens].join('') }
}

function literalsOf(line: string): HeadLiterals {
  const plain: Literal[] = []
  const gapped = new Map<number, Literal[]>()
  const [text = '', ...fields] = line.split('\t')
  for (let k = 0; k < fields.length; k += 3) {
    const behind = fields[k + 1]!
    const rest = behind === '' ? [] : behind.slice(1).split('*')
    const literal: Literal = {
      text,
      order: Number(fields[k]),
      rest,
      weight: text.length + behind.length - rest.length,
      terms: fields[k + 2]!.split(' ').map(Number),
    }
    const first = rest[0]?.charCodeAt(0)
    // Of an empty part the code is NaN: the literal ends in its gap.
    if (!first) plain.push(literal)
    else {
      const known = gapped.get(first)
      if (known) known.push(literal)
      else gapped.set(first, [literal])
    }
  }
  return { plain, gapped }
}
