import type { Kit } from '../../kit.ts'
import { saying } from '../../lexicon/phrases.ts'
import type { Sentence } from '../../resolve/sentence.ts'
import type { Figure } from './draft.ts'

const REQUIRED = saying((any) => new RegExp(`(?!应当?[检查])${any('norm')}[^,。;]{0,14}$`))
/** «按照不低于三成的要求随机抽取214个»: what was done by the rule. */
const BY_RULE = saying(
  (any) =>
    new RegExp(
      `按照?[^,。;]{0,14}的?(?:要求|比例|标准|原则),?(?:随机|共|从中|分层)?(?:抽取|${any('looks')})了?$`,
    ),
)
const COUNTERS = new Set([
  '个',
  '家',
  '条',
  '件',
  '次',
  '篇',
  '份',
  '项',
  '处',
  '人',
  '起',
  '封',
  '宗',
  '例',
  '户',
  '家次',
  '个次',
  '条次',
  '件次',
  null,
])

const OF_BODIES = saying((any) => new RegExp(`^(?:${any('bodies')}|网站|[县市乡镇])`))
const OF_PLACES = /^(?:省辖|设区|地级)?(?:[市县区州盟旗]|乡镇|街道|镇街)的(?!政府|门户)/
const CHANGES = saying((any) => new RegExp(`${any('rises', 'falls')}(?:了|约|近)?\\s*$`))
const CHANGED = saying((any) => new RegExp(`^(?:${any('rises', 'falls')}|[升增降跌])(?:至|到|为)`))
const NEAR = 24

export function skips(text: string, sentence: Sentence, figure: Figure, kit: Kit): boolean {
  const before = text.slice(sentence.start, figure.start)
  // What stands right in front of the figure: nearly all that is asked for has its end there and is shorter.
  const near = before.slice(-NEAR)
  const after = text.slice(figure.end, figure.end + 8)
  // «得分见表1»
  if (/(?:表|附件|附图)$/.test(near) && (figure.kind !== 'count' || figure.value.counter === null))
    return true
  if (figure.kind === 'count') {
    if (!/\d/.test(figure.value.raw) && figure.value.value < 10) return true
    if (!COUNTERS.has(figure.value.counter) || figure.value.to !== null) return true
    if (figure.value.counter === null && figure.value.value >= 1e7) return true
    if (
      figure.value.counter === null &&
      (!/^[,、。;)]|^$/.test(after.trim()) ||
        figure.value.operator !== '=' ||
        /[第\-—~至.]$/.test(near) ||
        /[\d.]$/.test(near))
    )
      return true
    if (
      figure.value.counter === '次' ||
      (figure.value.counter === '处' && !/问题[^,。;]{0,4}$|(?:整改|修复|改正)(?:了)?$/.test(near)) ||
      figure.value.counter === '人' ||
      figure.value.counter === '户'
    )
      return true
    if (
      /^(?:工作日|月|小时|季度|百分点)/.test(after) ||
      /(?:第|近|每|前|后|超过|连续|逾|附[件表图])$/.test(near)
    )
      return true
    if (/(?:等|前)$/.test(near) && OF_BODIES(kit).test(after)) return true
    // «抽查7个省辖市的新媒体205个»: of how many places.
    if (OF_PLACES.test(after)) return true
  }
  if (
    figure.kind === 'score' &&
    /(?:满分|总分为?|含加分|加分|扣|基准分|低于|高于|以上|不足)[^,。;]{0,4}$/.test(near)
  )
    return true
  if (figure.kind === 'rate' && (figure.value.unit === 'points_of_percent' || CHANGES(kit).test(before)))
    return true
  // «由8月份的95.8%升至97.6%»: the first is what was.
  if (/(?:由|从)[^,。;]{0,14}$/.test(near) && CHANGED(kit).test(after)) return true
  // «空白栏目达到5个以上的», «办结率不低于99%»: a rule.
  if (/^(?:以上|及以上)?的[,判一]/.test(after) && 'operator' in figure.value && figure.value.operator !== '=')
    return true
  if (figure.kind === 'score' && /以[上下]$/.test(text.slice(figure.start, figure.end))) return true
  if (figure.kind !== 'rank' && /不[低少]于/.test(text.slice(figure.start, figure.end))) return true
  if (figure.kind === 'count' && (figure.value.operator === '<' || figure.value.operator === '>')) return true
  if (figure.kind === 'rank' && figure.value.top) return true
  if (figure.kind === 'rank' && !figure.value.certain && !/(?:排名|列|居|位)[^,。;]{0,8}$/.test(near))
    return true
  const clauseBefore = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf('。')) + 1)
  return (
    REQUIRED(kit).test(clauseBefore) &&
    !BY_RULE(kit).test(clauseBefore) &&
    !/合格率[^,。;]{0,4}$/.test(clauseBefore)
  )
}
