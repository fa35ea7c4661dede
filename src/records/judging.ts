import type { Kit } from '../kit.ts'
import { anyOf } from '../lexicon/phrases.ts'

/** How a sentence judges sites or accounts; the words come from verdicts.tsv. */
export interface Judging {
  /** The word alone. */
  word: RegExp
  /** Any word that judges, well or ill. */
  any: RegExp
  /** «判定为不合格», «均被单项否决», «甲、乙2个网站不合格»: said of what stands in front of it. */
  back: RegExp
  /** «不合格的3家为…», «5个不合格账号分别是…»: said of what stands behind. */
  listed: RegExp
  /** «13个不合格账号中»: said of all that follows. */
  forward: RegExp
  /** «2个账号未达标:…», «不合格网站2个,分别是:…»: said of all up to the full stop. */
  counted: RegExp
  /** «综合得分较高,判定为合格» */
  passedBack: RegExp
  /** «合格网站中也有一些不足。…» */
  passedForward: RegExp
  /** «市教育局网站(不合格):…» */
  bracketed: RegExp
  passedBracketed: RegExp
  /** Words of a cell that judge, between others: «不合格:2月以来没有更新» */
  inCell: RegExp
  /** How a cell of a verdict column begins that says all is well. */
  passed: RegExp
  /** How a heading says the same of all under it: «县水利局(子站评定:合格)», «合格网站中的其他问题». */
  headed: RegExp
}

/** What begins so is of others than those just judged. */
export const OTHERS =
  /^\s{0,9}(?:此外|另外(?![\d一二两三四五六七八九十]{1,3}[个家])|另(?!外|[一1][个家])|同时|其他|其余|还有|还存在|除此)|合格(?:的)?(?:网站|账号)(?:中|里)/

const compiled = new WeakMap<Kit, Judging>()

export function judgingOf(kit: Kit): Judging {
  let judging = compiled.get(kit)
  if (!judging) compiled.set(kit, (judging = compile(kit)))
  return judging
}

/** «如复查仍不合格», «未发现不合格网站»: what stands right in front of a word that then judges nobody. */
const UNSAID = /(?:如|若|凡|将|再|避免|防止|杜绝|未发现|没有|无|零|不存在|未出现)[^,。;]{0,8}$/

/** Do words judge what they tell of? */
export function judges({ word }: Judging, words: string): boolean {
  const found = word.exec(words)
  return found !== null && !UNSAID.test(words.slice(Math.max(0, found.index - 10), found.index))
}

const NUMBER = '(?:\\d{1,9}|[一二两三四五六七八九十]{1,9})'

function compile({ phrases }: Kit): Judging {
  const any = anyOf(phrases)
  const bad = `${any('unqualified')}(?:本次|此次)?(?:${any('looks')})?`
  const good = `${any('qualified')}(?!率)`
  const thing = `(?:${any('media')}|${any('site')}|单位)`
  const things = `(?:政务|政府)?${thing}`
  const by = '(?:被|触及|触发|触碰|构成|适用|予以|实行)'
  return {
    word: new RegExp(bad),
    any: new RegExp(`${bad}|${good}`),
    back: new RegExp(
      `(?:判定?|评定?|认定|确定|定性?|列|评估|均|都|皆|属|视)(?:结果)?(?:为|是|于|成)?(?:了)?${bad}|[为是](?:本[季年次轮期月]度?|此次)${bad}${thing}|(?<![有各里中和\\d])${NUMBER}[个家][^,。;、\\d]{0,6}?${thing}?(?:本次|此次|${any('looks')})?(?:均|都|全部)?[为是]?${bad}(?:${thing})?$|${thing}(?:均|都|全部)?为?${bad}$|(?:结果|结论)(?:均|都)?为${bad}|${by}了?${bad}|^[^,。;]{0,4}为${bad}${thing}|(?<!不)[为是即系][^,。;:、]{0,10}${bad}的?${things}$`,
    ),
    listed: new RegExp(
      `${bad}的?[^,。;:、]{0,14}?(?:分别)?(?:为|是|有|:|包括|即)(?!\\d{1,9}[个家]|\\d{1,9}%|未|不|[一二三四五六七八九十]{1,9}[个家])`,
    ),
    forward: new RegExp(
      `^[^,。;]{0,8}${bad}的?[^,。;]{0,4}${thing}(?:共|有|为)?${NUMBER}[个家]。?$|${bad}的${NUMBER}[个家](?:政务|政府)?${thing}(?:当?中|里|分别|依次|[为是:])|${bad}的,?(?:一[个家]是|其一)|${NUMBER}[个家][^,。;]{0,6}?(?:被)?${bad}的?[^,。;]{0,6}${thing}(?:当?中|里)?`,
    ),
    counted: new RegExp(
      `^[^,。;:]{0,6}?${bad}的?[^,。;:]{0,4}${thing}(?:共|有|为)?${NUMBER}[个家][:,]|^(?:[^。;:]{2,20},)?(?:另?有|共有|其中,?|发现|以下|下列|如下)?${NUMBER}[个家]${things}(?:被?(?:判定?|评定?|认定|列)(?:为|成)?|[为是])?${bad}[:,。]|^[^,。;:]{0,6}?${bad}的?${things}[^,。;:]{0,6}?(?:如下|分别[为是]|名单|[为是有])[^,。;:]{0,4}:$`,
    ),
    passedBack: new RegExp(
      `(?:判定?|评定?|认定|确定|定性?|评估|属|视)(?:结果)?(?:均|都)?(?:为|是|于|成)(?:了)?${good}|(?:结果|结论)(?:均|都)?为${good}|属${good}`,
    ),
    passedForward: new RegExp(`^(?:判?定?为)?${good}的?${things}(?:当?中|里|也|同样|虽)`),
    bracketed: new RegExp(`^[^,。;:]{2,30}\\((?:${any('looks')}|评定|判定)?(?:结果)?[:为]?${bad}\\)`),
    passedBracketed: new RegExp(`^[^,。;:]{2,30}\\((?:${any('looks')}|评定|判定)?(?:结果)?[:为]?${good}\\)`),
    inCell: new RegExp(`(?:^|[,;:。(])(?:判定?为|评定?为|属于?)?${bad}(?:$|[,;:。)])`),
    passed: new RegExp(`^${any('qualified')}`),
    headed: new RegExp(`[:为是]${any('qualified')}\\)?$|^(?:[判评]?定?为)?${good}的?${things}`),
  }
}
