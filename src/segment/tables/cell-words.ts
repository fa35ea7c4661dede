import type { Kit } from '../../kit.ts'
import type { TableRow } from '../../lexicon/tables.ts'
import { onceFor, remembering } from '../../once.ts'
import { tight } from '../line.ts'

/** What a cell may say without a sentence: cells.tsv. */
export type CellWord = TableRow<'cells'>['says']

const GAP = '[^,。;:]{0,8}'
/** «不正常», «更新不及时», «没有合格»: the opposite. */
const DENIED = '(?<![不未欠非]|没有|不够|不太|不甚|不完全)'

interface Words {
  pattern: RegExp
  fit: (text: string) => boolean
}

/** Does the whole cell say so? */
export const cellSays = (text: string, says: CellWord, kit: Kit): boolean => wordsFor(says, kit).fit(text)

/** «/», «无», «未发现问题»: that there is nothing to tell. */
export const tellsNothing = (text: string, kit: Kit): boolean =>
  cellSays(text, 'blank', kit) || cellSays(text, 'clear', kit)

/** «合计», «小 计» */
export const isTotal = (text: string, kit: Kit): boolean =>
  cellSays(text, 'total', kit) || cellSays(text, 'subtotal', kit)

/** What follows the words it begins with that say so; the whole where it begins with none. */
export function afterCellWord(text: string, says: CellWord, kit: Kit): string {
  const words = bare(text)
  const m = wordsFor(says, kit).pattern.exec(words)
  return m?.index === 0 ? words.slice(m[0].length) : words
}

const compiledFor = onceFor((_: Kit) => new Map<CellWord, Words>())

function wordsFor(says: CellWord, kit: Kit): Words {
  const all = compiledFor(kit)
  let words = all.get(says)
  if (!words) {
    const pattern = patternOf(kit.tables.cells.filter((r) => r.says === says))
    all.set(says, (words = { pattern, fit: remembering((text) => pattern.test(bare(text))) }))
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
