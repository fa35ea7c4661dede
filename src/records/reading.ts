import type { Kit } from '../kit.ts'
import type { Normalized } from '../normalize/normalize.ts'
import { onceFor, remembering } from '../once.ts'
import type { Mention, MentionOf } from '../parse/mentions.ts'
import type { Origin, Source } from '../read/source.ts'
import type { Hits } from '../resolve/hits.ts'
import type { Place } from '../resolve/place.ts'
import type { TimeAnchor } from '../resolve/time-anchor.ts'
import { firstFrom } from '../segment/line.ts'
import type { Passage } from '../segment/outline.ts'
import type { Outline } from '../segment/segment.ts'
import type { Grid } from '../segment/tables/grid.ts'
import type { OwnHolder } from './own-holder.ts'
import type { Evidence, State, Subject } from './schema.ts'

/** A document as far as it has been read: what all record builders work on. Offsets are into `text`, the normalized one. */
export interface Reading {
  source: Source
  normalized: Normalized
  text: string
  mentions: readonly Mention[]
  outline: Outline
  hits: Hits
  place: Place
  anchor: TimeAnchor
  /** The inspecting body: what it does is no finding about it. */
  issuer: string | null
  /** Whom it is about where a sentence names nobody. */
  own: OwnHolder | null
  /** The one thing that the title says it is about; null where it names several, or none. */
  topic: Subject | null
  period: { label: string; start: string; end: string } | null
  kit: Kit
}

/** Evidence in the source for a stretch of the normalized text. */
export function evidenceOf(reading: Reading, start: number, end: number, where: string): Evidence {
  const at = reading.normalized.map.toSource(start, end)
  const quote = reading.source.text.slice(at.start, at.end)
  const origin = reading.source.originOf?.(at.start)
  if (!origin) return { start: at.start, end: at.end, quote, where }
  const shown = shownOrigin(origin)
  return { start: at.start, end: at.end, quote, where: shown ? `${where} (${shown})` : where, origin }
}

/** «P0202.xls 名单!B7», «第3页»: what a person opens to see it. */
function shownOrigin({ file, page, sheet, cell }: Origin): string {
  const place = sheet && cell ? `${sheet}!${cell}` : (cell ?? sheet)
  return [file, page === undefined ? undefined : `第${page}页`, place].filter(Boolean).join(' ')
}

export function stateOf(reading: Reading, start: number, end: number, implied = false): State {
  if (reading.normalized.repairs.some((r) => r.start < end && r.end > start)) return 'repaired'
  return implied ? 'implied' : 'stated'
}

/** Mentions of a kind inside [start, end). */
export function mentionsIn<K extends Mention['kind']>(
  reading: Reading,
  kind: K,
  start: number,
  end: number,
): MentionOf<K>[] {
  const { mentions } = reading
  const out: MentionOf<K>[] = []
  for (let i = firstFrom(mentions, start); i < mentions.length && mentions[i]!.start < end; i++)
    if (mentions[i]!.kind === kind && mentions[i]!.end <= end) out.push(mentions[i] as MentionOf<K>)
  return out
}

/** «二(一)», «附件1 一2.» */
export const whereOf = onceFor((passage: Passage): string => {
  let path = ''
  for (const { marker } of passage.path) path += bareMark(marker)
  const annex = passage.annex > 0 ? `附件${passage.annex}` : ''
  return [annex, path].filter(Boolean).join(' ') || '正文'
})

const bareMark = remembering((marker) => marker.replace(/[、.\s]{1,9}$/, ''))

/** The number of each table in its annex, or in the body. */
const numbersOf = onceFor((grids: readonly Grid[]): ReadonlyMap<Grid, number> => {
  const counts = new Map<number, number>()
  return new Map(
    grids.map((grid) => {
      const n = (counts.get(grid.annex) ?? 0) + 1
      counts.set(grid.annex, n)
      return [grid, n]
    }),
  )
})

export function whereInTable(reading: Reading, grid: Grid, row: number): string {
  const n = numbersOf(reading.outline.grids).get(grid.view?.of ?? grid) ?? 0
  const line = grid.view?.turned ? `column ${row + 2}` : `row ${(grid.view?.rows?.[row] ?? row) + 1}`
  return `${grid.annex > 0 ? `附件${grid.annex} ` : ''}table ${n} ${line}`
}
