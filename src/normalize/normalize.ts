import type { Kit } from '../kit.ts'
import { type Edit, OffsetMap } from './offset-map.ts'
import type { Pass } from './pass.ts'
import { collapseCommas } from './passes/collapse-commas.ts'
import { decodeEntities } from './passes/decode-entities.ts'
import { foldWidth } from './passes/fold-width.ts'
import { maskAdNames } from './passes/mask-ad-names.ts'
import { renameVariants } from './passes/rename-variants.ts'
import { repairByteShift } from './passes/repair-byte-shift.ts'
import { repairDates } from './passes/repair-dates.ts'
import { repairDocNumbers } from './passes/repair-doc-numbers.ts'
import { stripGlosses } from './passes/strip-glosses.ts'
import { stripInvisible } from './passes/strip-invisible.ts'
import { toSimplified } from './passes/to-simplified.ts'
import { unwrapLines } from './passes/unwrap-lines.ts'
import { isSpun } from './spun.ts'

/** The order matters: glosses hide traditional words, widths hide digits, and repairs read simplified text. */
export const passes: readonly Pass[] = [
  decodeEntities,
  repairByteShift,
  stripInvisible,
  stripGlosses,
  unwrapLines,
  foldWidth,
  toSimplified,
  renameVariants,
  collapseCommas,
  maskAdNames,
  repairDocNumbers,
  repairDates,
]

/** An edit as it is shown: where in the source, what stood there, what stands there now. */
export interface AppliedEdit {
  pass: string
  start: number
  end: number
  before: string
  after: string
  repair?: NonNullable<Edit['repair']>
}

export interface Normalized {
  text: string
  map: OffsetMap
  /** Number of characters or places each pass changed, passes that changed nothing left out. */
  counts: Record<string, number>
  /** Worked out when asked for. */
  readonly edits: AppliedEdit[]
  /** Stretches of `text` that stand on a repair, sorted. */
  repairs: { start: number; end: number; repair: NonNullable<Edit['repair']> }[]
  /** Words were swapped for synonyms: what the text says is not what the notice said. */
  spun: boolean
}

/** A traditional page has more than one such character in fifty; «繁體版» in the menu of another is no sign. */
const PAGE_TO_LINK = 50

export function normalize(source: string, kit: Kit): Normalized {
  let text = source
  let map = OffsetMap.identity
  const counts: Record<string, number> = {}
  const made: { pass: Pass; edits: readonly Edit[]; before: OffsetMap }[] = []
  let repairs: Normalized['repairs'] = []
  for (const pass of passes) {
    if (pass === renameVariants && (counts[toSimplified.name] ?? 0) * PAGE_TO_LINK < text.length) continue
    const edits = pass.edits(text, kit)
    if (edits.length === 0) continue
    let count = 0
    for (const e of edits) count += e.text.length === e.end - e.start ? e.text.length : 1
    counts[pass.name] = count
    made.push({ pass, edits, before: map })
    if (repairs.length > 0 || edits.some((e) => e.repair)) repairs = moved(repairs, edits)
    const next = map.apply(text, edits)
    text = next.text
    map = next.map
  }
  return {
    text,
    map,
    counts,
    get edits() {
      return made.flatMap(({ pass, edits, before }) => edits.map((e) => shown(source, pass, e, before)))
    },
    repairs,
    spun: isSpun(text, kit),
  }
}

function shown(source: string, pass: Pass, e: Edit, before: OffsetMap): AppliedEdit {
  const at = before.toSource(e.start, e.end)
  return {
    pass: pass.name,
    ...at,
    before: source.slice(at.start, at.end),
    after: e.text,
    ...(e.repair && { repair: e.repair }),
  }
}

/** Repairs made so far, carried through later edits, and the new ones, in coordinates of the new text. */
function moved(repairs: Normalized['repairs'], edits: readonly Edit[]): Normalized['repairs'] {
  const out: Normalized['repairs'] = []
  let shift = 0
  let k = 0
  for (const e of edits) {
    for (; k < repairs.length && repairs[k]!.start < e.start; k++)
      out.push({ ...repairs[k]!, start: repairs[k]!.start + shift, end: repairs[k]!.end + shift })
    if (e.repair) out.push({ start: e.start + shift, end: e.start + shift + e.text.length, repair: e.repair })
    shift += e.text.length - (e.end - e.start)
  }
  for (; k < repairs.length; k++)
    out.push({ ...repairs[k]!, start: repairs[k]!.start + shift, end: repairs[k]!.end + shift })
  return out
}
