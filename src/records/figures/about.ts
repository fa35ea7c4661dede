import type { Kit } from '../../kit.ts'
import { saying } from '../../lexicon/phrases.ts'
import { onceFor } from '../../once.ts'
import type { UnitGroup } from '../../resolve/enumeration.ts'
import { isAside, type Sentence } from '../../resolve/sentence.ts'
import type { Reading } from '../reading.ts'
import type { Draft, Figure } from './draft.ts'

/** The unit or units in front of the figure, in its clause: «果洛州合格率为89.3%», «市生态环境局(101条)». */
export function readAbout(
  reading: Reading,
  sentence: Sentence,
  clauseStart: number,
  figure: Figure,
  groups: readonly UnitGroup[],
  draft: Draft,
  aside: { start: number; end: number } | undefined,
  last: Draft | undefined,
): void {
  const { text, place } = reading
  if (aside) {
    const owner = groups.flatMap((g) => g.units).find((u) => u.end === aside.start)
    if (owner && figure.start - aside.start <= 4) draft.about = owner.written
    else if (last && aside.start === last.figure.end) draft.about = last.about
    return
  }
  const candidates = groups.filter(
    (g) =>
      g.end <= figure.start &&
      (g.start >= clauseStart ||
        (g.start >= sentence.start &&
          g.end === clauseStart - 1 &&
          SINGLED.test(text.slice(sentence.start, g.start))) ||
        ((draft.figure.kind === 'rate' || draft.figure.kind === 'score') &&
          /^[,、]?\s*(?:为|达|是|仅|只有|低至|高达|最[低高])/.test(text.slice(clauseStart, figure.start)) &&
          g.start >= sentence.start)),
  )
  const group = candidates.at(-1)
  if (!group) {
    const counted = draft.figure.kind === 'rate' && COUNTED.exec(text.slice(clauseStart, figure.start))
    if (counted) draft.about = counted[1]!
    if (counted) return
    const account = sentence.quotes.findLast(
      (q) =>
        q.start > clauseStart &&
        q.end < figure.start &&
        ACCOUNT(reading.kit).test(text.slice(q.end, figure.start)),
    )
    if (account) draft.about = text.slice(account.start, account.end)
    return
  }
  const unit = group.units.at(-1)!
  // «甲镇“A”、乙局“B”2个公众号不合格» are of both.
  if (/[、和及与]/.test(text[group.start - 1] ?? '') && text.slice(group.end, figure.start).endsWith('”'))
    return
  // «各单位向省政府门户网站报送信息96条»: where to.
  if (text[group.start - 1] === '向') return
  const own =
    /[我本]|^全[省市县区州旗盟]/.test(unit.written) ||
    (unit.kind === 'government' &&
      (unit.region === null || place.lineage.some((l) => l.code === unit.region?.code))) ||
    (unit.kind === 'zone' && place.region !== null && place.region.name.endsWith(unit.written))
  if (
    own ||
    ACTS(reading.kit).test(text.slice(group.end, figure.start)) ||
    // «市政府办公室抽查30个» says who looked, «原州区抽取30个» where.
    (unit.region === null && LOOKS(reading.kit).test(text.slice(group.end, figure.start))) ||
    (unit.kind === 'department' && LOOKS(reading.kit).test(text.slice(group.end, figure.start)))
  )
    return
  if (group.units.length > 1 && draft.figure.kind === 'count') return
  if (
    figure.kind === 'count' &&
    !/^(?:政府|门户|部门){0,3}(?:网站|新媒体|账号|公众号)?[^,。;]{0,12}$/.test(
      text.slice(group.end, figure.start),
    )
  )
    return
  draft.about = group.units.length === 1 ? unit.written : text.slice(group.start, group.end)
}

/** «合格率最低的是平江县,网站合格率为80%» */
const SINGLED = /(?:最|较|居|垫底|末位|靠[前后])[^,。;]{0,8}[是为]$/

/** «有3个县(市)合格率为100%» */
const COUNTED =
  /^(?:有|其中有?)?(\d{1,3}个(?:设区市|市州|盟市|县|市|区|州|旗|乡镇|街道|单位|部门)(?:\([市区州旗、]{1,5}\))?)(?:的?(?:政府|政务)?(?:网站|新媒体))?合格率[^,。;\d]{0,6}$/

/** “今日朗州”公众号推送文章416篇 */
const ACCOUNT = saying(
  (any) => new RegExp(`^”(?:${any('of_account')}|短视频){0,3}${any('media')}[^,。;、\\d]{0,8}$`),
)
const ACTS = saying((any) => new RegExp(`${any('organizes', 'orders')}|[从对]|通报|反馈`))
const LOOKS = saying((any) => new RegExp(`发现|抽取|${any('looks')}(?!得分|评分|成绩|结果)`))

const TOLD = saying((any) => new RegExp(`${any('organizes')}|[检抽]查|进行`))
const JOINT = saying((any) => new RegExp(`^(?:、|${any('joins')})`))

/** «其中市直单位平均81.6分», «县(市、区)及开发区抽查12个»: the part of the area that the clause, or what follows a figure in it, opens with. */
export function scopeBefore(reading: Reading, clauseStart: number, figure: Figure): string | null {
  const words = reading.text.slice(clauseStart, figure.start)
  const opening =
    /^\s*(?:其中|另外|此外)?[,:]?(?:(?:本次|共|此次)?(?:检查|抽查|抽取|监测)(?:了|涉及)?)?/.exec(words)![0]
      .length
  const comma = words.lastIndexOf('、') + 1
  const starts = /\d/.test(words.slice(0, comma)) ? [comma, opening] : [opening]
  for (const from of starts) {
    if (from !== opening && TOLD(reading.kit).test(words.slice(0, from))) continue
    let end = scopeAt(reading, words, from)
    for (let next = end; next > from; ) {
      end = next
      const joint = JOINT(reading.kit).exec(words.slice(end))
      next = joint ? scopeAt(reading, words, end + joint[0].length) : from
    }
    if (
      end > from &&
      !/^(?:[和及与、)]|通报|反馈|指出|督查|转办|交办|[^,。;]{0,6}(?:指出|反馈|通报))/.test(words.slice(end))
    )
      return words.slice(from, end)
  }
  return null
}

/** Where the longest scope that begins at `from` ends, or `from`. */
function scopeAt({ kit }: Reading, words: string, from: number): number {
  for (const scope of scopesBy(kit).get(words.charCodeAt(from)) ?? NONE)
    if (words.startsWith(scope, from)) return from + scope.length
  return from
}

const NONE: readonly string[] = []

/** Scopes by their first character, the longest first. */
const scopesBy = onceFor((kit: Kit): ReadonlyMap<number, readonly string[]> => {
  const by = new Map<number, string[]>()
  for (const scope of [...kit.scopes].sort((a, b) => b.length - a.length)) {
    if (scope.length < 2 || scope.length > 12) continue
    const list = by.get(scope.charCodeAt(0))
    if (list) list.push(scope)
    else by.set(scope.charCodeAt(0), [scope])
  }
  return by
})

/** «原州区抽取30个,不合格1个,合格率96.7%»: what goes on to say more of the one that the clause before is about. */
export function aboutBefore(
  text: string,
  sentence: Sentence,
  clauseStart: number,
  figure: Figure,
  drafts: readonly Draft[],
): string | null {
  const last = drafts.at(-1)
  if (!last?.about || last.paired || last.figure.start >= clauseStart) return null
  if (isAside(sentence, last.figure.start, last.figure.end)) return null
  // «不合格6个,其中市直3个、县区3个,合格率90.4%»: what closes a list is of the whole.
  const other = drafts.at(-2)
  if (
    other?.about &&
    other.about !== last.about &&
    text.slice(other.figure.end, last.figure.start).includes('、')
  )
    return null
  const between = text.slice(last.figure.end, clauseStart)
  const words = text.slice(clauseStart, figure.start)
  const behind = words.trim() === '' ? /^[^,。;]{0,4}/.exec(text.slice(figure.end, figure.end + 4))![0] : ''
  const goesOn = GOES_ON.test(words) || (behind !== '' && GOES_ON.test(behind))
  return /^(?:[^,。;:、]{0,6}),$/.test(between.replace(/\([^()]{0,60}\)/g, '')) && goesOn ? last.about : null
}

/** A figure that follows so is of the same: no «全市», «共», «平均» in front of it. */
const GOES_ON =
  /^\s*(?:(?:位?居|位?列|排名?)(?:在)?全[省市县区州旗]|(?:其中)?(?:不合格|合格|未达标|达标|优秀|查出|发现|抽查|检查|抽取|按期|按时|回复|答复|办结|办理|整改|采用|排名|得分|注销|关停)[^,。;全总共均各]{0,6})$/
