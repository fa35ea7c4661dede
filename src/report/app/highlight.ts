/** A stretch of a text: plain, in the evidence chosen, or in other evidence (`item` says of which). */
export interface Stretch {
  start: number
  end: number
  kind: 'plain' | 'chosen' | 'other'
  item: number
}

export interface Span {
  start: number
  end: number
}

/**
 * Cuts [from, to) of a text at the ends of all spans. Every character is in exactly one stretch; chosen goes before other,
 * and of others the shortest that covers a character has it.
 */
export function stretches(
  from: number,
  to: number,
  chosen: readonly Span[],
  others: readonly (Span & { item: number })[],
): Stretch[] {
  const clip = (at: number) => Math.min(Math.max(at, from), to)
  const cuts = new Set([from, to])
  for (const s of [...chosen, ...others]) cuts.add(clip(s.start)).add(clip(s.end))
  const sorted = [...cuts].sort((a, b) => a - b)
  const shortest = [...others].sort((a, b) => a.end - a.start - (b.end - b.start))
  const out: Stretch[] = []
  for (let i = 0; i + 1 < sorted.length; i++) {
    const start = sorted[i]!
    const end = sorted[i + 1]!
    const covers = (s: Span) => s.start <= start && s.end >= end
    const other = shortest.find(covers)
    const kind = chosen.some(covers) ? 'chosen' : other ? 'other' : 'plain'
    const item = kind === 'other' ? other!.item : -1
    const last = out.at(-1)
    if (last && last.kind === kind && last.item === item) last.end = end
    else out.push({ start, end, kind, item })
  }
  return out
}
