import { type Digested, digestedNotices, type Item, KINDS, type Kind } from './notices.ts'

export type What = 'gained' | 'lost' | 'altered'

export interface Change {
  uri: string
  kind: Kind | 'notice'
  what: What
  /** What it is counted under: a category, a measure, a code, or the notice's field. */
  category: string
  /** The fields that are not the same, with both values. */
  fields: Record<string, { before: unknown; after: unknown }>
  quote: string
  where: string
}

type Counts = Record<What, number>

export interface Diff {
  notices: { both: number; gained: string[]; lost: string[] }
  /** By kind, by field of a kind («records.deadline»), by category: how many changes. */
  by_kind: Record<string, Counts>
  by_field: Record<string, number>
  by_category: Record<string, Counts>
  changes: Change[]
}

/** What the output `b` says and `a` does not, and the other way round; notices are paired by their text, else by their name. @throws InputError */
export async function diff(a: string, b: string): Promise<Diff> {
  const before = await digestedNotices(a)
  const after = await digestedNotices(b)
  const { pairs, lost, gained } = paired(before, after)
  const changes = pairs.flatMap(([x, y]) => changesOf(x, y))
  const out: Diff = {
    notices: { both: pairs.length, gained: gained.map((n) => n.uri), lost: lost.map((n) => n.uri) },
    by_kind: {},
    by_field: {},
    by_category: {},
    changes,
  }
  for (const c of changes) {
    ;(out.by_kind[c.kind] ??= { gained: 0, lost: 0, altered: 0 })[c.what]++
    ;(out.by_category[`${c.kind}: ${c.category}`] ??= { gained: 0, lost: 0, altered: 0 })[c.what]++
    if (c.what === 'altered' || c.kind === 'notice')
      for (const field of Object.keys(c.fields)) {
        const name = `${c.kind}.${field}`
        out.by_field[name] = (out.by_field[name] ?? 0) + 1
      }
  }
  return out
}

function paired(before: readonly Digested[], after: readonly Digested[]) {
  const left = new Set(after)
  const byId = groups(after, (n) => n.id)
  const byUri = groups(after, (n) => n.uri)
  const take = (list: Digested[] | undefined, first?: (n: Digested) => boolean) => {
    const free = (list ?? []).filter((n) => left.has(n))
    const found = (first && free.find(first)) ?? free[0]
    if (found) left.delete(found)
    return found
  }
  const pairs: [Digested, Digested][] = []
  const alone: Digested[] = []
  for (const n of before) {
    const other = take(byId.get(n.id), (o) => o.uri === n.uri)
    if (other) pairs.push([n, other])
    else alone.push(n)
  }
  const lost = alone.filter((n) => {
    const other = take(byUri.get(n.uri))
    if (other) pairs.push([n, other])
    return !other
  })
  return { pairs, lost, gained: [...left] }
}

function groups(notices: readonly Digested[], by: (n: Digested) => string): Map<string, Digested[]> {
  const out = new Map<string, Digested[]>()
  for (const n of notices) {
    const list = out.get(by(n))
    if (list) list.push(n)
    else out.set(by(n), [n])
  }
  return out
}

function changesOf(a: Digested, b: Digested): Change[] {
  const out: Change[] = []
  for (const field of Object.keys(b.fields)) {
    const [before, after] = [a.fields[field] ?? null, b.fields[field] ?? null]
    if (before === after) continue
    const what = before === null ? 'gained' : after === null ? 'lost' : 'altered'
    out.push({
      uri: b.uri,
      kind: 'notice',
      what,
      category: field,
      fields: { [field]: { before, after } },
      quote: '',
      where: '',
    })
  }
  for (const kind of KINDS) out.push(...itemChanges(b.uri, kind, a.items[kind], b.items[kind]))
  return out
}

/** The same things are paired by their key, then what stands at the same place: that one has become the other. */
function itemChanges(uri: string, kind: Kind, before: readonly Item[], after: readonly Item[]): Change[] {
  const left = [...after]
  const alone: Item[] = []
  const pairs: [Item, Item][] = []
  for (const item of before) {
    const k = left.findIndex((o) => o.key === item.key)
    if (k < 0) alone.push(item)
    else pairs.push([item, left.splice(k, 1)[0]!])
  }
  const lost = alone.filter((item) => {
    const k = left.findIndex((o) => o.start >= 0 && o.start < item.end && o.end > item.start)
    if (k >= 0) pairs.push([item, left.splice(k, 1)[0]!])
    return k < 0
  })
  const change = (what: What, item: Item, fields: Change['fields']): Change => ({
    uri,
    kind,
    what,
    category: item.category,
    fields,
    quote: item.quote,
    where: item.where,
  })
  const altered = pairs.flatMap(([x, y]) => {
    const fields = Object.keys(y.values).filter((f) => x.values[f] !== y.values[f])
    if (fields.length === 0) return []
    return [
      change(
        'altered',
        y,
        Object.fromEntries(fields.map((f) => [f, { before: x.values[f], after: y.values[f] }])),
      ),
    ]
  })
  const whole = (item: Item, side: 'before' | 'after') =>
    Object.fromEntries(
      Object.entries(item.values)
        .filter(([, v]) => v !== null)
        .map(([f, v]) => [f, { before: null, after: null, [side]: v }]),
    )
  return [
    ...lost.map((item) => change('lost', item, whole(item, 'before'))),
    ...left.map((item) => change('gained', item, whole(item, 'after'))),
    ...altered,
  ]
}
