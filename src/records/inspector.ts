import type { HolderGroup } from '../resolve/holder.ts'
import { officialName } from '../resolve/official-name.ts'
import type { Sentence } from '../resolve/sentence.ts'
import type { Reading } from './reading.ts'

const PRESSES = /^[^,。;]{0,6}(?:督促|提醒|催办|催告|通知|约谈|提示|督办|反复|多次|告知|研究|批准|审核|同意)/

/** «被省通信管理局监测到2个高危漏洞» */
const FINDS =
  /^[^,。;]{0,8}(?:监测|检测|扫描|通报|点名|发现|抽查|抽中|约谈|责令|认定|判定|督办|查处|警告|查出|告知)/

/** «县信息办两次上门提醒仍未见效» */
const URGED =
  /^(?:[两三几多]次|反复|先后|一再|再三|屡次)[^,。;]{0,4}(?:督促|提醒|催|通知|约谈|提示|督办|指导)/

/** «州政府办公室5月8日电话提醒我局有1份文件…» */
const TELLS_US =
  /^[^,。;]{0,14}(?:提醒|告知|通知|反馈|指出|转办|交办|通报|提示)(?:我|本|该)[局委办厅县区市州镇乡站院校]/

/** What is done with the one who checks, and what it does itself. */
const BEFORE = /(?:[经由向报按受据将至到与]|会同|通过|交|联系|根据|按照|配合)$/
const ACTS =
  /检查|抽查|监测|巡查|普查|测评|评估|核查|通报|提醒|督促|督办|要求|通知|组织|汇总|备案|报备|约谈|转办|交办|点名|将|已|责成|统计|印发|牵头|先后|多次|调度/
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
      (ACTS.test(text.slice(group.end, sentence.end)) && !FAULT.test(text.slice(group.end, sentence.end))))
  )
    return true
  // «经州政府办公室两次督促仍未反馈»
  if (text[group.start - 1] === '经' && PRESSES.test(text.slice(group.end, group.end + 12))) return true
  if (text[group.start - 1] === '被' && FINDS.test(text.slice(group.end, group.end + 12))) return true
  if (URGED.test(text.slice(group.end, group.end + 12))) return true
  if (TELLS_US.test(text.slice(group.end, Math.min(sentence.end, group.end + 24)))) return true
  return /^[^,。;]{0,24}(?:组织|委托|会同|开展了?|采取|采用|依托)[^。;]{0,40}(?:检查|抽查|监测|巡查|普查|测评|评估|核查)/.test(
    text.slice(group.end, Math.min(sentence.end, group.end + 80)),
  )
}
