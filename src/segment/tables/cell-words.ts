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
  let patterns = compiled.get(kit)
  if (!patterns) compiled.set(kit, (patterns = new Map()))
  let pattern = patterns.get(says)
  if (!pattern) patterns.set(says, (pattern = patternOf(kit.tables.cells.filter((r) => r.says === says))))
  return pattern.test(bare(text))
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
      .map((r) =>
        r.word
          .split('*')
          .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
          .join(GAP),
      )
      .join('|') || '(?!)'
  return new RegExp(`^(?:${of('whole')})$|^(?:${of('start')})|${DENIED}(?:${of('end')})$`)
}
