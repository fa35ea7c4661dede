import { saying } from '../lexicon/phrases.ts'
import type { HolderGroup } from '../resolve/holder.ts'
import { officialName } from '../resolve/official-name.ts'
import type { Sentence } from '../resolve/sentence.ts'
import type { Reading } from './reading.ts'

const PRESSES = saying((any) => new RegExp(`^[^,。;]{0,6}${any('urges', 'again', 'steers')}`))

/** «被省通信管理局监测到2个高危漏洞» */
const FINDS = saying((any) => new RegExp(`^[^,。;]{0,8}${any('looks', 'urges', 'finds')}`))

/** «县信息办两次上门提醒仍未见效» */
const URGED = saying((any) => new RegExp(`^(?:[两三几多]次|${any('again')})[^,。;]{0,4}${any('urges')}`))

/** «州政府办公室5月8日电话提醒我局有1份文件…» */
const TELLS_US = saying(
  (any) => new RegExp(`^[^,。;]{0,14}${any('urges', 'finds')}[我本该](?:${any('self')}|[县区市州])`),
)

const LOOKS = saying((any) => new RegExp(`^[^,。;]{0,24}${any('organizes')}[^。;]{0,40}${any('looks')}`))

/** «市电子政务中心对各网站逐日巡检,发现…» */
const LOOKS_AT = saying(
  (any) => new RegExp(`^[^,。;:]{0,8}?对[^。;:未没不]{1,40}?${any('looks')}(?:[,。;]|发现|$)`),
)

/** What is done with the one who checks, and what it does itself. */
const BEFORE = saying((any) => new RegExp(`${any('by_checker')}$`))
const ACTS = saying(
  (any) =>
    new RegExp(`${any('looks', 'urges', 'finds', 'organizes', 'steers', 'orders', 'files', 'again')}|将|已`),
)
/** «县政府办仍未报送», «县政府办“通知公告”栏目…»: it is told of like any other. */
const FAULT = saying(
  (any) =>
    new RegExp(
      `^(?:${any('still', 'all')}|已?近[^,。;]{1,8})?(?:(?!${any('denied')})${any('fault', 'occurs')}|(?:发布|报送)?的|“|[^,。;]{0,8}${any('column')})`,
    ),
)

/** The body that checks («州政府办公室于6月组织…») is not what is checked. */
export function inspects(reading: Reading, group: HolderGroup, sentence: Sentence): boolean {
  const { text, place, kit, issuer } = reading
  const holder = group.holders[0]
  if (group.holders.length > 1 || holder?.kind !== 'unit') return false
  if (
    issuer !== null &&
    group.about === null &&
    !group.bracketed &&
    officialName(holder.unit, place, kit) === issuer &&
    (BEFORE(kit).test(text.slice(sentence.start, group.start)) ||
      (ACTS(kit).test(text.slice(group.end, sentence.end)) &&
        !FAULT(kit).test(text.slice(group.end, sentence.end))))
  )
    return true
  // «经州政府办公室两次督促仍未反馈»
  if (text[group.start - 1] === '经' && PRESSES(kit).test(text.slice(group.end, group.end + 12))) return true
  if (text[group.start - 1] === '被' && FINDS(kit).test(text.slice(group.end, group.end + 12))) return true
  if (URGED(kit).test(text.slice(group.end, group.end + 12))) return true
  if (TELLS_US(kit).test(text.slice(group.end, Math.min(sentence.end, group.end + 24)))) return true
  const behind = text.slice(group.end, Math.min(sentence.end, group.end + 80))
  return LOOKS(kit).test(behind) || LOOKS_AT(kit).test(behind)
}
