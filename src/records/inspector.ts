import { saying } from '../lexicon/phrases.ts'
import type { HolderGroup } from '../resolve/holder.ts'
import { officialName } from '../resolve/official-name.ts'
import type { Sentence } from '../resolve/sentence.ts'
import type { Reading } from './reading.ts'

const PRESSES = saying((any) => new RegExp(`^[^,。;]{0,6}(?:${any('urges')}|反复|多次|研究|批准|审核|同意)`))

/** «被省通信管理局监测到2个高危漏洞» */
const FINDS = saying(
  (any) =>
    new RegExp(
      `^[^,。;]{0,8}(?:${any('looks')}|${any('urges')}|通报|点名|发现|抽中|责令|认定|判定|查处|警告|查出)`,
    ),
)

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

/** What is done with the one who checks, and what it does itself. */
const BEFORE = /(?:[经由向报按受据将至到与]|会同|通过|交|联系|根据|按照|配合)$/
const ACTS = saying(
  (any) =>
    new RegExp(
      `${any('looks')}|${any('urges')}|通报|要求|组织|汇总|备案|报备|转办|点名|将|已|责成|统计|印发|牵头|先后|多次|调度`,
    ),
)
/** «县政府办仍未报送», «县政府办“通知公告”栏目…»: it is told of like any other. */
const FAULT =
  /^(?:仍|还|均|都|也|一直|长期|至今|已?近[^,。;]{1,8})?(?:未(?!发现)|没有(?!发现)|不|无|存在|出现|逾期|迟|漏|错|停|发布的|报送的|的|“|[^,。;]{0,8}(?:栏目|专栏|频道))/

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
    (BEFORE.test(text.slice(sentence.start, group.start)) ||
      (ACTS(kit).test(text.slice(group.end, sentence.end)) &&
        !FAULT.test(text.slice(group.end, sentence.end))))
  )
    return true
  // «经州政府办公室两次督促仍未反馈»
  if (text[group.start - 1] === '经' && PRESSES(kit).test(text.slice(group.end, group.end + 12))) return true
  if (text[group.start - 1] === '被' && FINDS(kit).test(text.slice(group.end, group.end + 12))) return true
  if (URGED(kit).test(text.slice(group.end, group.end + 12))) return true
  if (TELLS_US(kit).test(text.slice(group.end, Math.min(sentence.end, group.end + 24)))) return true
  return LOOKS(kit).test(text.slice(group.end, Math.min(sentence.end, group.end + 80)))
}
