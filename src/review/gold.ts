import type { Decision, Values } from './decision.ts'
import type { Extracted } from './extracted.ts'
import type { Kind } from './kinds.ts'

/** A gold file of a reviewed notice. Of what no decision was made on it says nothing, so `eval` does not score it. */
type ReviewGold = {
  doc: string
  /** Items judged, and those of the same lists that nobody has looked at: these are optional, neither right nor wrong. */
  reviewed: { judged: number; open: number }
  notice?: Record<string, string | null>
} & { [K in Listed]?: (Values[K] & { optional?: true })[] }

const LISTED = ['records', 'metrics', 'deadlines'] as const
type Listed = (typeof LISTED)[number]

/** What the decisions say of a notice: of a list right ones, missed ones, and as optional those not looked at; of fields their values. */
export function goldOf(
  doc: string,
  decisions: readonly Decision[],
  extracted: readonly Extracted[],
): ReviewGold {
  const decided = new Set(decisions.map((d) => d.key))
  const open = (kind: Kind) => extracted.filter((e) => e.kind === kind && !decided.has(e.key))
  const lists = LISTED.filter((kind) => decisions.some((d) => d.kind === kind)).map((kind) => [
    kind,
    [
      ...decisions.flatMap((d) => (d.kind === kind && d.value ? [d.value] : [])),
      ...open(kind).map((e) => ({ ...e.value, optional: true as const })),
    ],
  ])
  const fields = decisions.flatMap((d) => {
    const field = d.kind === 'fields' ? (d.value ?? d.was)?.field : undefined
    return d.kind === 'fields' && field ? [[field, d.value?.value ?? null] as const] : []
  })
  return {
    doc,
    reviewed: {
      judged: decisions.length,
      open: LISTED.filter((kind) => decisions.some((d) => d.kind === kind)).flatMap(open).length,
    },
    ...(fields.length > 0 && { notice: Object.fromEntries(fields) }),
    ...Object.fromEntries(lists),
  }
}
