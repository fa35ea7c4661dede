import { saying } from '../../lexicon/phrases.ts'
import { groupUnits } from '../../resolve/enumeration.ts'
import { findUnits } from '../../resolve/units/find-units.ts'
import { matchesIn } from '../../segment/line.ts'
import { evidenceOf, type Reading, whereOf } from '../reading.ts'
import { columnsOf } from '../table-roles.ts'
import { type Checker, problem } from './check.ts'

const DECLARED = saying((any) => {
  const bodies = `${any('bodies')}`
  const each = `(?:${any('in_turn')})`
  return new RegExp(
    `涉及到?(?:责任)?(?:${bodies})?共?\\s{0,4}(\\d{1,9})\\s{0,4}[家个](?:责任)?(?:${bodies})?|(\\d{1,9})[家个](?:责任|主办)?${bodies}(?=${each}?[是为:]|[^,。;:\\d]{0,16},${each}[是为有:])`,
    'g',
  )
})

/** «涉及单位15家» against the units of the list that follows or is annexed; a body and its branch may count as one. */
export const unitCount: Checker = ({ reading }) => {
  const { text, outline, kit } = reading
  return outline.passages.flatMap((passage) =>
    passage.annex > 0
      ? []
      : [...matchesIn(text.slice(passage.start, passage.end), DECLARED(kit))].flatMap((m) => {
          const declared = Number(m[1] ?? m[2])
          const at = passage.start + m.index
          const end = at + m[0].length
          const listed = listAfter(reading, end, passage.end) ?? (m[1] ? annexed(reading, declared) : null)
          // A list of half as many, or twice, is of something else.
          const far = listed && (listed.all * 2 < declared || listed.all > declared * 2)
          if (!listed || far || listed.all === declared || listed.merged === declared) return []
          return [
            problem(
              'unit_count_mismatch',
              'warning',
              `称涉及单位 ${declared} 家,列出 ${listed.all} 家 (said to concern ${declared} units, ${listed.all} are listed)`,
              declared,
              listed.all,
              [evidenceOf(reading, at, at + m[0].length, whereOf(passage))],
            ),
          ]
        }),
  )
}

interface Listed {
  all: number
  merged: number
}

const LEAD = saying(
  (any) =>
    new RegExp(
      `^(?:[^,。;:\\d]{1,16}(?=,${any('in_turn')}))?[,。:;\\s]{0,3}(?:${any('in_turn')}[是为有]?|包括|[为是])?[::]?`,
    ),
)

function listAfter(reading: Reading, from: number, end: number): Listed | null {
  const { text, hits, place, kit } = reading
  const lead = LEAD(kit).exec(text.slice(from, end))!
  const start = from + lead[0].length
  const stop = start + (text.slice(start, end).search(/[。;]/) + 1 || end - start)
  const groups = groupUnits(text, findUnits(text, hits, start, stop, place, kit), start, stop, place, kit)
  const [group] = groups
  // «分别是:“就业创业”(区人社局),“旧县动态”(旧县镇)»: owners in brackets.
  if (
    groups.length > 1 &&
    groups.every((g) => text[g.start - 1] === '(' && text[g.end] === ')') &&
    lead[0].includes(':')
  )
    return distinct(groups.flatMap((g) => g.units.map((u) => u.written)))
  if (!group || group.start > start + 2 || group.units.length < 2 || /^等/.test(text.slice(group.end)))
    return null
  return distinct(group.units.map((u) => u.written))
}

/** The units of the one annexed list, or of its groups. */
function annexed(reading: Reading, declared: number): Listed | null {
  const lists = reading.outline.grids.flatMap((grid) => {
    const column = columnsOf(grid, reading).findIndex((c) => c?.role === 'unit')
    if (column < 0 || grid.annex === 0) return []
    const byGroup = new Map<string, string[]>()
    for (const [r, row] of grid.rows.entries()) {
      const key = grid.groups[r]?.text ?? ''
      const units = row[column]!.text.split(/[、,;\n]/).filter(Boolean)
      if (units.length > 0) byGroup.set(key, [...(byGroup.get(key) ?? []), ...units])
    }
    return [...byGroup.values()].map(distinct)
  })
  if (lists.length === 0) return null
  return (
    lists.find((l) => l.all === declared || l.merged === declared) ?? (lists.length === 1 ? lists[0]! : null)
  )
}

/** «县公安局交警大队» belongs to «县公安局», a village committee to its town. */
function distinct(written: readonly string[]): Listed {
  const all = [...new Set(written.map((w) => w.replace(/人民政府$|政府$|办事处$/, '')))]
  const merged = all.filter((w) => !all.some((o) => o !== w && w.startsWith(o)))
  return { all: all.length, merged: merged.length }
}
