import { saying } from '../lexicon/phrases.ts'
import { groupUnits } from '../resolve/enumeration.ts'
import { type Holder, type HolderGroup, holderGroup, unitHolder } from '../resolve/holder.ts'
import type { Sentence } from '../resolve/sentence.ts'
import { findUnits } from '../resolve/units/find-units.ts'
import { type Span, tight } from '../segment/line.ts'
import type { Reading } from './reading.ts'

const OWNERS = saying((any) => new RegExp(`^\\(?${any('answers')}${any('bodies')}?\\s*[::]\\s*`))

const NEXT_LABEL = /[;,。]\s{0,4}[\u4e00-\u9fff]{2,8}[::][^()]*$/

const CARED_FOR = saying((any) => new RegExp(`(?<=^(?!分别|由).{2,40})负责(?:${any('answers')})?$`))

const COLUMN = saying((any) => new RegExp(`${any('column')}$`))

/** A bracket that names who answers for what stands before it, back to the bracket before. */
export interface OwnersBracket extends Span {
  /** Where that begins. */
  from: number
  owners: HolderGroup[]
}

/** «…(责任单位:A、B),…(责任单位:C)» */
export function ownersInBrackets(reading: Reading, sentence: Sentence): OwnersBracket[] {
  const { text, hits, place, kit } = reading
  const out: OwnersBracket[] = []
  for (const aside of sentence.asides) {
    if (text[aside.start] !== '(') continue
    // «(责任单位:A、B;整改时限:6月14日前)»: what another label tells is no name.
    const inner = text.slice(aside.start + 1, aside.end - 1).replace(NEXT_LABEL, '')
    const label = OWNERS(kit).exec(inner)
    // «“网上调查”栏目(县统计局负责)»
    const tail =
      label || !COLUMN(kit).test(text.slice(sentence.start, aside.start)) ? null : CARED_FOR(kit).exec(inner)
    if (!label && !tail) continue
    const from = aside.start + 1 + (label?.[0].length ?? 0)
    const until = aside.start + 1 + inner.length - (tail?.[0].length ?? 0)
    const units = findUnits(text, hits, from, until, place, kit)
    const words = tight(text.slice(from, until)).replace(/[。;,]$/, '')
    if (words === '') continue
    const covered = units.reduce((n, u) => n + (u.end - u.start), 0)
    const named = units.length > 0 && covered >= words.length * 0.6 && !/^(?:所有|全部|各|有)/.test(words)
    out.push({
      ...aside,
      from: out.at(-1)?.end ?? sentence.start,
      owners: named
        ? groupUnits(text, units, from, until, place, kit).map((g) =>
            groupOf(
              g,
              g.units.map((unit) => unitHolder(unit)),
            ),
          )
        : [
            groupOf({ start: from, end: until }, [
              { kind: 'vague', start: from, end: until, text: words, part: false, about: null },
            ]),
          ],
    })
  }
  const behind = BEHIND(kit).exec(text.slice(sentence.start, sentence.end))
  if (behind && out.length === 0) {
    const from = sentence.start + behind.index + behind[0].length
    const units = findUnits(text, hits, from, sentence.end, place, kit)
    if (units.length > 0 && units[0]!.start - from <= 1)
      out.push({
        start: sentence.start + behind.index,
        end: sentence.end,
        from: sentence.start,
        owners: groupUnits(text, units, from, sentence.end, place, kit).map((g) =>
          groupOf(
            g,
            g.units.map((unit) => unitHolder(unit)),
          ),
        ),
      })
  }
  return out
}

/** «…,责任单位依次为甲局、乙局» */
const BEHIND = saying(
  (any) => new RegExp(`[,;](?:其)?${any('answers')}${any('bodies')}(?:${any('in_turn')})?[为是:]`),
)

/** Accounts that a bracket answers for get their owners: one for each, or one for all. True where each has one. */
export function ownAccounts(
  groups: readonly HolderGroup[],
  { owners }: Pick<OwnersBracket, 'owners'>,
): boolean {
  const accounts = groups.flatMap((g) => g.holders).filter((h) => h.kind === 'account')
  const units = owners.flatMap((g) => g.holders).flatMap((h) => (h.kind === 'unit' ? [h.unit] : []))
  if (accounts.length === 0 || (units.length !== 1 && units.length !== accounts.length)) return false
  for (const [k, account] of accounts.entries()) account.owner ??= units[k] ?? units[0]!
  return true
}

const groupOf = (span: Span, holders: Holder[]): HolderGroup => holderGroup(span, holders, null, null)
