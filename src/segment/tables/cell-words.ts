import type { Kit } from '../../kit.ts'
import type { TableRow } from '../../lexicon/tables.ts'
import { tight } from '../line.ts'

/** What a cell may say without a sentence: cells.tsv. */
export type CellWord = TableRow<'cells'>['says']

const GAP = '[^,。;:]{0,8}'
/** «不正常», «更新不及时», «没有合格»: the opposite. */
const DENIED = '(?<![不未欠非]|没有|不够|不太|不甚|不完全)'

interface Words {
  pattern: RegExp
  /** The same few short cells stand all through a table, and all through a corpus. */
  known: Map<string, boolean>
}
const compiled = new WeakMap<Kit, Map<CellWord, Words>>()
/** A longer word would keep the text it was cut from. */
const LONGEST_KNOWN = 12
const MOST_KNOWN = 4096

/** Does the whole cell say so? */
export function cellSays(text: string, says: CellWord, kit: Kit): boolean {
  const { pattern, known } = wordsFor(says, kit)
  if (text.length > LONGEST_KNOWN) return pattern.test(bare(text))
  let found = known.get(text)
  if (found === undefined) {
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(text, (found = pattern.test(bare(text))))
  }
  return found
}

/** «合计», «小 计» */
export const isTotal = (text: string, kit: Kit): boolean =>
  cellSays(text, 'total', kit) || cellSays(text, 'subtotal', kit)

/** What follows the words it begins with that say so; the whole where it begins with none. */
export function afterCellWord(text: string, says: CellWord, kit: Kit): string {
  const words = bare(text)
  const m = wordsFor(says, kit).pattern.exec(words)
  return m?.index === 0 ? words.slice(m[0].length) : words
}

function wordsFor(says: CellWord, kit: Kit): Words {
  let all = compiled.get(kit)
  if (!all) compiled.set(kit, (all = new Map()))
  let words = all.get(says)
  if (!words) {
    const pattern = patternOf(kit.tables.cells.filter((r) => r.says === says))
    all.set(says, (words = { pattern, known: new Map() }))
  }
  return words
}

/** Without what frames it: «(无)», «无。» */
function bare(text: string): string {
  const words = tight(text).replace(/[。;,]$/, '')
  return /^\([^()]*\)$/.test(words) ? words.slice(1, -1) : words
}

function patternOf(rows: readonly TableRow<'cells'>[]): RegExp {
  const of = (match: TableRow<'cells'>['match']) =>
    rows
      .filter((r) => r.match === match)
      .sort((a, b) => b.word.length - a.word.length)
      .map((r) =>
        r.word
          .split('*')
          .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
          .join(GAP),
      )
      .join('|') || '(?!)'
  return new RegExp(`^(?:${of('whole')})$|^(?:${of('start')})|${DENIED}(?:${of('end')})$`)
}
