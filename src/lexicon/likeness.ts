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

/** The characters of a wording and the pairs of them, each once; all numbers are alike. */
export function featuresOf(words: string): Set<string> {
  const bare = words.normalize('NFKC').toLowerCase().replace(DIGITS, '0').replace(MARKS, '')
  const out = new Set<string>()
  for (let i = 0; i < bare.length; i++) {
    out.add(bare[i]!)
    if (i + 1 < bare.length) out.add(bare.slice(i, i + 2))
  }
  return out
}

/**
 * Which category the wordings of `corpus/phrases` make likeliest for words that no cue fits: a multinomial logistic regression
 * over characters and pairs of characters (Cox 1958). It may answer that the words state no problem.
 */
export class Likeness {
  readonly #categories: readonly string[]
  readonly #rows: ReadonlyMap<string, number>
  readonly #weights: Int8Array
  readonly #unit: number

  constructor(model: LikenessModel) {
    this.#categories = model.categories
    this.#rows = new Map(model.features.split(' ').map((feature, row) => [feature, row]))
    const bytes = Buffer.from(model.weights, 'base64')
    this.#weights = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)
    this.#unit = model.unit
  }

  static load(folder: string): Likeness {
    return new Likeness(JSON.parse(readFileSync(join(folder, LIKENESS), 'utf8')))
  }

  /** Of the categories but those in `without`. */
  likeliest(words: string, without: ReadonlySet<string> = NONE): Likely | null {
    const width = this.#categories.length
    const sums = new Int32Array(width)
    let known = 0
    for (const feature of featuresOf(words)) {
      const row = this.#rows.get(feature)
      if (row === undefined) continue
      known++
      for (let c = 0; c < width; c++) sums[c]! += this.#weights[row * width + c]!
    }
    if (known === 0) return null
    const scale = this.#unit / Math.sqrt(known)
    const open = this.#categories.map((category) => !without.has(category))
    let best = -1
    for (let c = 0; c < width; c++) if (open[c] && (best < 0 || sums[c]! > sums[best]!)) best = c
    if (best < 0) return null
    let total = 0
    for (let c = 0; c < width; c++) if (open[c]) total += Math.exp((sums[c]! - sums[best]!) * scale)
    return { category: this.#categories[best]!, share: 1 / total }
  }
}
