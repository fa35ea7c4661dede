import type { UnitGroup } from '../../resolve/enumeration.ts'
import type { Sentence } from '../../resolve/sentence.ts'
import type { Reading } from '../reading.ts'
import type { Draft, Figure } from './draft.ts'

/** The unit or units in front of the figure, in its clause: «果洛州合格率为89.3%», «市生态环境局(101条)». */
export function readAbout(
  reading: Reading,
  sentence: Sentence,
  clauseStart: number,
  figure: Figure,
  groups: readonly UnitGroup[],
  draft: Draft,
  aside: { start: number; end: number } | undefined,
): void {
  const { text, place } = reading
  if (aside) {
    const owner = groups.flatMap((g) => g.units).find((u) => u.end === aside.start)
    if (owner && figure.start - aside.start <= 4) draft.about = owner.written
    return
  }
  const candidates = groups.filter(
    (g) =>
      g.end <= figure.start &&
      (g.start >= clauseStart ||
        (draft.figure.kind === 'rate' &&
          /^[,、]?\s*(?:为|达|是|仅|只有|低至|高达|最[低高])/.test(text.slice(clauseStart, figure.start)) &&
          g.start >= sentence.start)),
  )
  const group = candidates.at(-1)
  if (!group) return
  const unit = group.units.at(-1)!
  const own =
    (unit.kind === 'government' &&
      (unit.region === null || place.lineage.some((l) => l.code === unit.region?.code))) ||
    (unit.kind === 'zone' && place.region !== null && place.region.name.endsWith(unit.written))
  if (
    own ||
    ACTS.test(text.slice(group.end, figure.start)) ||
    // «市政府办公室抽查30个» says who looked, «原州区抽取30个» where.
    (unit.region === null && LOOKS.test(text.slice(group.end, figure.start))) ||
    (unit.kind === 'department' && LOOKS.test(text.slice(group.end, figure.start)))
  )
    return
  if (group.units.length > 1 && draft.figure.kind === 'count') return
  if (
    figure.kind === 'count' &&
    !/^(?:政府|门户|部门){0,3}(?:网站|新媒体|账号|公众号)?[^,。;]{0,12}$/.test(
      text.slice(group.end, figure.start),
    )
  )
    return
  draft.about = group.units.length === 1 ? unit.written : text.slice(group.start, group.end)
}

const ACTS = /组织|对|会同|委托|开展|通报|印发|要求|反馈/
const LOOKS = /发现|抽查|检查|抽取/

/** «其中市直单位平均81.6分»: the part of the area that the clause opens with. */
export function scopeBefore(reading: Reading, clauseStart: number, figure: Figure): string | null {
  const words = reading.text.slice(clauseStart, figure.start)
  const opening = /^\s*(?:其中|另外|此外)?[,:]?/.exec(words)![0].length
  for (const from of [opening, Math.max(opening, words.lastIndexOf('、') + 1)])
    for (let n = Math.min(12, words.length - from); n >= 2; n--)
      if (
        reading.kit.scopes.has(words.slice(from, from + n)) &&
        !/检查|抽查|开展|组织|进行/.test(words.slice(0, from))
      )
        return words.slice(from, from + n)
  return null
}
