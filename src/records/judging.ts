import type { Kit } from '../kit.ts'
import { type AnyOf, saying } from '../lexicon/phrases.ts'
import { onceFor } from '../once.ts'

/** What begins so is of others than those just judged. */
export const OTHERS = saying((any) => {
  const thing = `${any('media', 'site')}`
  return new RegExp(
    `^\\s{0,9}(?:(?!另外[\\d一二两三四五六七八九十]{1,3}[个家])${any('leaves')}|另(?!外|[一1][个家])|${any('rest')}|同时|还有|还存在|除此)|${any('qualified')}的?${thing}[中里]`,
  )
})

/** «如复查仍不合格», «未发现不合格网站», «未判定为不合格»: what stands right in front of a word that then judges nobody. */
const UNSAID = saying(
  (any) =>
    new RegExp(
      `(?:${any('supposes', 'denied', 'absent')}|[将再凡无零除])[^,。;]{0,8}$|[未没](?:有|被)?${any('judged_as')}[为是成]?$`,
    ),
)

/** Do words judge what they tell of? */
export function judges(words: string, kit: Kit): boolean {
  const found = PATTERNS.word(kit).exec(words)
  return found !== null && !UNSAID(kit).test(words.slice(Math.max(0, found.index - 10), found.index))
}

const NUMBER = '(?:\\d{1,9}|[一二两三四五六七八九十]{1,9})'

const badOf = (any: AnyOf) => `${any('unqualified')}${any('now')}?${any('looks')}?`
const goodOf = (any: AnyOf) => `${any('qualified')}(?!率)`
const thingOf = (any: AnyOf) => `${any('media', 'site', 'bodies')}`
const thingsOf = (any: AnyOf) => `(?:政务|政府)?${thingOf(any)}`

/** How a sentence judges sites or accounts; the words come from verdicts.tsv. */
const PATTERNS = {
  /** The word alone. */
  word: saying((any) => new RegExp(badOf(any))),
  /** Any word that judges, well or ill. */
  any: saying((any) => new RegExp(`${badOf(any)}|${goodOf(any)}`)),
  /** «判定为不合格», «均被单项否决», «甲、乙2个网站不合格»: said of what stands in front of it. */
  back: saying((any) => {
    const [bad, thing, things] = [badOf(any), thingOf(any), thingsOf(any)]
    return new RegExp(
      `${any('judged_as', 'all')}(?:结果)?[为是于成]?了?${bad}|[为是](?:本[季年次轮期月]度?|此次)${bad}${thing}|(?<![有各里中和\\d])${NUMBER}[个家][^,。;、\\d]{0,6}?${thing}?${any('now', 'looks')}?${any('all')}?[为是]?${bad}(?:${thing})?$|${thing}${any('all')}?为?${bad}$|(?:结果|结论)${any('all')}?为${bad}|${any('incurs')}了?${bad}|^[^,。;]{0,4}为${bad}${thing}|(?<!不)[为是即系][^,。;:、]{0,10}${bad}的?${things}$|^${any('still')}${bad}$`,
    )
  }),
  /** «不合格的3家为…», «不合格3家,分别是…», «不合格3家(…)»: said of what stands behind. */
  listed: saying(
    (any) =>
      new RegExp(
        `${badOf(any)}的?[^,。;:、]{0,14}?,?${any('in_turn')}?(?:[为是有:即]|包括|(?<=[个家])\\()(?!\\d{1,9}[个家]|\\d{1,9}%|未|不|[一二三四五六七八九十]{1,9}[个家])`,
      ),
  ),
  /** «除甲局网站不合格外,其余21家均合格», «除“甲县发布”外,均达到合格标准»: of what stands between, and of the rest. */
  except: saying((any) => {
    const [bad, good] = [badOf(any), goodOf(any)]
    return new RegExp(
      `除(?<those>[^。;]{2,160}?)(?:${any('all')}?${any('judged_as')}?[为是]?${bad})?(?:以|之)?外,?(?<rest>${any('rest')}的?[^,。;]{0,14}?)?${any('all')}?(?:${any('judged_as')}?[为是]|达到)?${good}`,
    )
  }),
  /** «13个不合格账号中»: said of all that follows. */
  forward: saying((any) => {
    const [bad, thing, things] = [badOf(any), thingOf(any), thingsOf(any)]
    return new RegExp(
      `^[^,。;]{0,8}${bad}的?[^,。;]{0,4}${thing}[共有为]?${NUMBER}[个家]。?$|${bad}的${NUMBER}[个家]${things}(?:当?中|里|${any('in_turn')}|[为是:])|${bad}的,?(?:一[个家]是|其一)|${NUMBER}[个家][^,。;为是]{0,6}?被?${bad}的?[^,。;]{0,6}${thing}(?:当?中|里)?`,
    )
  }),
  /** «2个账号未达标:…», «不合格网站2个,分别是:…», «不合格账号及原因:»: said of all up to the full stop. */
  counted: saying((any) => {
    const [bad, thing, things] = [badOf(any), thingOf(any), thingsOf(any)]
    return new RegExp(
      `^[^,。;:]{0,6}?${bad}的?[^,。;:]{0,4}${thing}[共有为]?${NUMBER}[个家][:,]|^(?:[^。;:]{2,20},)?(?:另?有|共有|其中,?|发现|以下|下列|如下)?${NUMBER}[个家]${things}(?:被?${any('judged_as')}[为成]?|[为是])?${bad}[:,。]|^[^,。;:]{0,6}?${bad}的?${things}[^,。;:]{0,8}?(?:如下|${any('in_turn')}?[为是]|名单|有|问题)[^,。;:]{0,4}:$|^\\s{0,9}(?:以下|下列)?${bad}的?${things}(?:[及和与][^,。;:]{1,10})?:$`,
    )
  }),
  /** «综合得分较高,判定为合格» */
  passedBack: saying(
    (any) =>
      new RegExp(
        `${any('judged_as')}(?:结果)?${any('all')}?[为是于成]了?${goodOf(any)}|(?:结果|结论)${any('all')}?为${goodOf(any)}|属${goodOf(any)}|^${goodOf(any)}$`,
      ),
  ),
  /** «合格网站中也有一些不足。…» */
  passedForward: saying(
    (any) =>
      new RegExp(`^(?:${any('judged_as')}?为)?${goodOf(any)}的?${thingsOf(any)}(?:当?中|里|也|同样|虽)`),
  ),
  /** «市教育局网站(不合格):…» */
  bracketed: saying(
    (any) => new RegExp(`^[^,。;:]{2,30}\\(${any('looks', 'judged_as')}?(?:结果)?[:为]?${badOf(any)}\\)`),
  ),
  passedBracketed: saying(
    (any) => new RegExp(`^[^,。;:]{2,30}\\(${any('looks', 'judged_as')}?(?:结果)?[:为]?${goodOf(any)}\\)`),
  ),
  /** Words of a cell that judge, between others: «不合格:2月以来没有更新» */
  inCell: saying(
    (any) => new RegExp(`(?:^|[,;:。(])(?:${any('judged_as')}[为于]?)?${badOf(any)}(?:$|[,;:。)])`),
  ),
  /** How a cell of a verdict column begins that says all is well. */
  passed: saying((any) => new RegExp(`^${any('qualified')}`)),
  /** How a heading says the same of all under it: «县水利局(子站评定:合格)», «合格网站中的其他问题». */
  headed: saying(
    (any) =>
      new RegExp(
        `[:为是]${any('qualified')}\\)?$|^(?:${any('judged_as')}?为|达到)?${goodOf(any)}(?:标准)?(?:但[^,。;]{0,10}?)?的?${thingsOf(any)}`,
      ),
  ),
}

export type Judging = { readonly [name in keyof typeof PATTERNS]: RegExp }

export const judgingOf = onceFor(
  (kit: Kit) => Object.fromEntries(Object.entries(PATTERNS).map(([name, of]) => [name, of(kit)])) as Judging,
)
