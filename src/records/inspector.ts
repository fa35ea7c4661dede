import { saying } from '../lexicon/phrases.ts'
import type { HolderGroup } from '../resolve/holder.ts'
import { officialName } from '../resolve/official-name.ts'
import type { Sentence } from '../resolve/sentence.ts'
import type { Reading } from './reading.ts'

const PRESSES = saying((any) => new RegExp(`^[^,。;]{0,6}(?:${any('urges')}|反复|多次|研究|批准|审核|同意)`))

/** «县信息办两次上门提醒仍未见效» */
const URGED = saying(
  (any) => new RegExp(`^(?:[两三几多]次|反复|先后|一再|再三|屡次)[^,。;]{0,4}${any('urges')}`),
)

/** «州政府办公室5月8日电话提醒我局有1份文件…» */
const TELLS_US = saying(
  (any) =>
    new RegExp(`^[^,。;]{0,14}(?:${any('urges')}|反馈|转办|通报)(?:我|本|该)(?:${any('self')}|[县区市州])`),
)

const LOOKS = saying(
  (any) => new RegExp(`^[^,。;]{0,24}(?:组织|委托|会同|开展了?|采取|采用|依托)[^。;]{0,40}${any('looks')}`),
)

/** The body that checks («州政府办公室于6月组织…») is not what is checked. */
export function inspects(reading: Reading, group: HolderGroup, sentence: Sentence): boolean {
  const { text, place, kit, issuer } = reading
  const holder = group.holders[0]
  if (group.holders.length > 1 || holder?.kind !== 'unit') return false
  if (issuer !== null && group.about !== 'site' && officialName(holder.unit, place, kit) === issuer)
    return true
  // «经州政府办公室两次督促仍未反馈»
  if (text[group.start - 1] === '经' && PRESSES(kit).test(text.slice(group.end, group.end + 12))) return true
  if (URGED(kit).test(text.slice(group.end, group.end + 12))) return true
  if (TELLS_US(kit).test(text.slice(group.end, Math.min(sentence.end, group.end + 24)))) return true
  return LOOKS(kit).test(text.slice(group.end, Math.min(sentence.end, group.end + 80)))
}
