import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const LIKENESS = 'likeness.json'

/** What `likeness.json` among the tables holds; `npm run learn` writes it. */
export interface LikenessModel {
  /** SHA-256 over the wordings it was learned from, hex. */
  of: string
  categories: readonly string[]
  /** Characters and pairs of characters, in the order of the rows of `weights`, a space between them. */
  features: string
  /** One signed byte per feature and category, base64. */
  weights: string
  /** What a weight of 1 is worth. */
  unit: number
}

/** The model as it is asked: plain data. */
export interface LikenessIndex {
  categories: readonly string[]
  unit: number
  features: number
  /** Rows of the features by their one or two characters as a number: key and row + 1 side by side, open addressing. */
  slots: Int32Array
  weights: Int8Array
}

export interface Likely {
  category: string
  /** Share of the belief, 0 to 1. */
  share: number
}

/** Of a wording that is no problem. */
export const NO_PROBLEM = 'none'

const NONE: ReadonlySet<string> = new Set()
const DIGITS = /[0-9〇一二三四五六七八九十百两]+/g
const MARKS = /[\s“”"'‘’「」『』《》,，.。;；:：、()（）[\]【】!！?？·—-]+/g

const MOST_REMEMBERED = 8192
const LONGEST_REMEMBERED = 64

interface Allowed {
  columns: readonly number[]
  heirs: readonly { from: number; to: readonly number[] }[]
}

const bareOf = (words: string): string =>
  words.normalize('NFKC').toLowerCase().replace(DIGITS, '0').replace(MARKS, '')

/** Stands in a feature for the character between two others. */
const ANY = '?'
/** Keeps pairs around a character apart from pairs side by side: no text has what it makes of a character of Chinese. */
const AROUND = 0x80008000

/** The characters of a wording, the pairs side by side and those around one character, each once; all numbers are alike. */
export function featuresOf(words: string): Set<string> {
  const bare = bareOf(words)
  const out = new Set<string>()
  for (let i = 0; i < bare.length; i++) {
    out.add(bare[i]!)
    if (i + 1 < bare.length) out.add(bare.slice(i, i + 2))
    if (i + 2 < bare.length) out.add(`${bare[i]}${ANY}${bare[i + 2]}`)
  }
  return out
}

const keyOf = (feature: string): number =>
  ((feature.charCodeAt(0) << 16) | (feature.length > 1 ? feature.charCodeAt(feature.length - 1) : 0)) ^
  (feature.length > 2 ? AROUND : 0)

/**
 * Which category the wordings of `corpus/phrases` make likeliest for words that no cue fits: a multinomial logistic regression
 * over characters and pairs of characters (Cox 1958). It may answer that the words state no problem.
 */
export class Likeness {
  readonly #categories: readonly string[]
  readonly #slots: Int32Array
  readonly #weights: Int8Array
  readonly #unit: number
  /** For each row the question it was last met in: a feature counts once. */
  readonly #met: Uint32Array
  #asked = 0
  readonly #sums: Int32Array
  readonly #parts: Float64Array
  /** What was asked before: the same phrases come again and again. */
  readonly #answers = new WeakMap<ReadonlySet<string>, { allowed: Allowed; of: Map<string, Likely | null> }>()

  constructor({ categories, unit, features, slots, weights }: LikenessIndex) {
    this.#categories = categories
    this.#unit = unit
    this.#slots = slots
    this.#weights = weights
    this.#sums = new Int32Array(categories.length)
    this.#parts = new Float64Array(categories.length)
    this.#met = new Uint32Array(features)
  }

  /** Of the categories but those in `without`. */
  likeliest(words: string, without: ReadonlySet<string> = NONE): Likely | null {
    let answers = this.#answers.get(without)
    if (!answers) this.#answers.set(without, (answers = { allowed: this.#allowed(without), of: new Map() }))
    const { of, allowed } = answers
    let answer = of.get(words)
    if (answer !== undefined) return answer
    answer = this.#ask(bareOf(words), allowed)
    if (words.length <= LONGEST_REMEMBERED) {
      if (of.size >= MOST_REMEMBERED) of.clear()
      of.set(copyOf(words), answer)
    }
    return answer
  }

  #ask(bare: string, { columns, heirs }: Allowed): Likely | null {
    const sums = this.#sums.fill(0)
    const parts = this.#parts
    const width = sums.length
    let known = 0
    this.#asked++
    for (let i = 0; i < bare.length; i++) {
      const first = bare.charCodeAt(i) << 16
      known += this.#add(first, sums)
      if (i + 1 < bare.length) known += this.#add(first | bare.charCodeAt(i + 1), sums)
      if (i + 2 < bare.length) known += this.#add((first | bare.charCodeAt(i + 2)) ^ AROUND, sums)
    }
    if (known === 0) return null
    const scale = this.#unit / Math.sqrt(known)
    let most = sums[0]!
    for (let c = 1; c < width; c++) if (sums[c]! > most) most = sums[c]!
    let total = 0
    for (let c = 0; c < width; c++) total += parts[c] = Math.exp((sums[c]! - most) * scale)
    // What is like a column that is not updated is, of an account, like one that is not.
    for (const { from, to } of heirs) {
      const heir = likeliestOf(parts, to)
      if (heir >= 0) parts[heir]! += parts[from]!
    }
    const best = likeliestOf(parts, columns)
    return best < 0 ? null : { category: this.#categories[best]!, share: parts[best]! / total }
  }

  /** The columns that may be the answer, and for each of the others the columns of its family that it may go to. */
  #allowed(without: ReadonlySet<string>): Allowed {
    const all = this.#categories
    const among = (family: string) =>
      all.flatMap((category, c) => (category.startsWith(family) && !without.has(category) ? [c] : []))
    return {
      columns: among(''),
      heirs: all.flatMap((category, from) =>
        without.has(category) ? [{ from, to: among(category.slice(0, category.indexOf('.') + 1)) }] : [],
      ),
    }
  }

  /** The pairs of characters in the words that speak most for a category, the strongest first. */
  speakingFor(category: string, words: string, most = 3): string[] {
    const column = this.#categories.indexOf(category)
    const width = this.#categories.length
    return [...featuresOf(words)]
      .flatMap((pair) => {
        const row = this.#slots[slotOf(this.#slots, keyOf(pair)) + 1]! - 1
        const weight = pair.length !== 2 || row < 0 ? 0 : this.#weights[row * width + column]!
        return weight > 0 ? [{ pair, weight }] : []
      })
      .sort((a, b) => b.weight - a.weight || (a.pair < b.pair ? -1 : 1))
      .slice(0, most)
      .map(({ pair }) => pair)
  }

  /** Adds what a feature weighs, where it is one and not met yet; how many were added. */
  #add(key: number, sums: Int32Array): 0 | 1 {
    const row = this.#slots[slotOf(this.#slots, key) + 1]! - 1
    if (row < 0 || this.#met[row] === this.#asked) return 0
    this.#met[row] = this.#asked
    const weights = this.#weights
    const width = sums.length
    const from = row * width
    for (let c = 0; c < width; c++) sums[c]! += weights[from + c]!
    return 1
  }
}

/** The model among the tables of `folder`. */
export function readLikeness(folder: string): LikenessIndex {
  return indexOf(JSON.parse(readFileSync(join(folder, LIKENESS), 'utf8')))
}

export function indexOf(model: LikenessModel): LikenessIndex {
  const features = model.features.split(' ')
  const slots = new Int32Array(2 * 2 ** Math.ceil(Math.log2(features.length * 2 + 2)))
  for (const [row, feature] of features.entries()) {
    const key = keyOf(feature)
    const at = slotOf(slots, key)
    slots[at] = key
    slots[at + 1] = row + 1
  }
  const { categories, unit } = model
  return {
    categories,
    unit,
    features: features.length,
    slots,
    weights: Int8Array.from(Buffer.from(model.weights, 'base64')),
  }
}

/** Where a key stands, or would. */
function slotOf(slots: Int32Array, key: number): number {
  const mask = slots.length - 1
  const h = Math.imul(key ^ (key >>> 15), 0x9e3779b1)
  for (let at = ((h ^ (h >>> 15)) << 1) & mask; ; at = (at + 2) & mask)
    if (slots[at + 1] === 0 || slots[at] === key) return at
}

function likeliestOf(parts: Float64Array, columns: readonly number[]): number {
  let best = -1
  for (let k = 0; k < columns.length; k++) {
    const c = columns[k]!
    if (best < 0 || parts[c]! > parts[best]!) best = c
  }
  return best
}

/** The same words, but no slice that would keep the text they were cut from. */
const copyOf = (words: string): string => Buffer.from(words, 'utf16le').toString('utf16le')
