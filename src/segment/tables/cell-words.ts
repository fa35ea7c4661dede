import type { Kit } from '../../kit.ts'
import type { TableRow } from '../../lexicon/tables.ts'
import { tight } from '../line.ts'

/** What a cell may say without a sentence: cells.tsv. */
export type CellWord = TableRow<'cells'>['says']

const GAP = '[^,。;:]{0,8}'
/** «不正常», «更新不及时», «没有合格»: the opposite. */
const DENIED = '(?<![不未欠非]|没有|不够|不太|不甚|不完全)'

const compiled = new WeakMap<Kit, Map<CellWord, RegExp>>()

/** Does the whole cell say so? */
export function cellSays(text: string, says: CellWord, kit: Kit): boolean {
  return patternFor(says, kit).test(bare(text))
}

/** What follows the words it begins with that say so; the whole where it begins with none. */
export function afterCellWord(text: string, says: CellWord, kit: Kit): string {
  const words = bare(text)
  const m = patternFor(says, kit).exec(words)
  return m?.index === 0 ? words.slice(m[0].length) : words
}

function patternFor(says: CellWord, kit: Kit): RegExp {
  let patterns = compiled.get(kit)
  if (!patterns) compiled.set(kit, (patterns = new Map()))
  let pattern = patterns.get(says)
  if (!pattern) patterns.set(says, (pattern = patternOf(kit.tables.cells.filter((r) => r.says === says))))
  return pattern
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
