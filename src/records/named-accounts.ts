import type { Kit } from '../kit.ts'
import { saying } from '../lexicon/phrases.ts'
import { type Holder, type HolderGroup, holderGroup } from '../resolve/holder.ts'
import type { Sentence } from '../resolve/sentence.ts'

type Account = Extract<Holder, { kind: 'account' }>

interface Named {
  sentence: Sentence
  groups: HolderGroup[]
}

/** Where whom a clause tells of stands, not what it is held against. */
const LEADS = /(?:^|[,;。:、”\s]|[一二三四五六七八九十]是|其中)[“"]$/

const JOINED = /^[”"]?[、和及与]?[“"]?$/
/** «“政务公开”栏目» is no account, whatever else is called so. */
const OTHERWISE = saying((any) => new RegExp(`^[”"](?:等\\d{0,3}个?)?(?:${any('column')}|[一][词字]|文件)`))

/** The accounts that sentences name with their platforms, by name. */
export function namedAccounts(sentences: readonly Named[]): ReadonlyMap<string, Account> {
  const known = new Map<string, Account>()
  for (const { groups } of sentences)
    for (const { holders } of groups)
      for (const h of holders) if (h.kind === 'account' && !known.has(h.name)) known.set(h.name, h)
  return known
}

/** «不合格的有“A”公众号。“A”停更半年»: an account is one where its name stands alone, too. */
export function withNamedAccounts(
  text: string,
  { sentence, groups }: Named,
  known: ReadonlyMap<string, Account>,
  kit: Kit,
): Named {
  const named: HolderGroup[] = []
  for (const { start, end } of sentence.quotes) {
    const account = known.get(text.slice(start, end))
    if (
      !account ||
      groups.some((g) => g.start < end && g.end > start) ||
      !LEADS.test(text.slice(Math.max(sentence.start, start - 3), start)) ||
      OTHERWISE(kit).test(text.slice(end, end + 10))
    )
      continue
    const holder: Account = { ...account, start, end, owner: null }
    const last = named.at(-1)
    if (last && JOINED.test(text.slice(last.end, start))) {
      last.holders.push(holder)
      last.end = end + 1
    } else named.push(holderGroup({ start: start - 1, end: end + 1 }, [holder], 'media', account.platform))
  }
  if (named.length === 0) return { sentence, groups }
  return { sentence, groups: [...groups, ...named].sort((a, b) => a.start - b.start) }
}
