import type { HolderGroup } from '../resolve/holder.ts'
import { findHolders } from '../resolve/holders.ts'
import { officialName } from '../resolve/official-name.ts'
import { type Sentence, sentences } from '../resolve/sentence.ts'
import type { Finding } from './finding.ts'
import { unitKey } from './merge.ts'
import type { Reading } from './reading.ts'
import { isMedia } from './subject-family.ts'

type Family = 'media' | 'site'

/** «判定为不合格», «均被单项否决»: said of what stands in front of it. */
const JUDGED =
  /(?:判定?|评定?|认定|确定|定性?|列|评估|均|都|皆|属)(?:结果)?(?:为|是|于|成)?(?:了)?(?:不合格|不达标)|(?:账号|帐号|网站|频道|公众号)(?:均|都|全部)?(?:为)?不合格$|(?:结果|结论)(?:均|都)?为(?:不合格|不达标)|被?(?:单项|一票)否决/
/** «不合格的3家为…», «5个不合格账号分别是…»: said of what stands behind. */
const LISTED =
  /(?:不合格|不达标|单项否决)的?[^,。;:、]{0,14}?(?:分别)?(?:为|是|有|:|包括|即)(?!\d{1,9}[个家]|\d{1,9}%|未|不|[一二三四五六七八九十]{1,9}[个家])/
/** «上述3家网站», «这4个账号», «二者»: all told of just before. */
const BACK =
  /^\s{0,9}(?:上述|以上|这|前述|上面|其中)?(?:的)?(?:\d{1,9}|[一二两三四五六七八九十]{1,9})?[个家]?[^,。;]{0,10}?$/
const BACK_OPENING = /^[\s,]*(?:上述|以上|这|前述|二者|两者|三者)/
/** «13个不合格账号中»: all that follows in the paragraph. */
const FORWARD =
  /(?:不合格|被(?:单项|一票)否决)的(?:\d{1,9}|[一二两三四五六七八九十]{1,9})[个家](?:账号|帐号|网站|新媒体|公众号)(?:当?中|里)|(?:\d{1,9}|[一二两三四五六七八九十]{1,9})[个家][^,。;]{0,6}?(?:不合格|被(?:单项|一票)否决)的?[^,。;]{0,6}(?:账号|帐号|网站|新媒体|公众号)(?:当?中|里)?/
const DENIED = /无一|没有|未发现|未出现|无不合格|零不合格|不存在|避免|防止|凡|一律|将被|将按|如|若|的,/
const EARLIER = /上(?:一)?(?:个)?(?:季度|年|月|次|轮|期|半年)|去年|前期|此前|上述季度/
const OTHERS =
  /^\s{0,9}(?:此外|另外(?![\d一二两三四五六七八九十]{1,3}[个家])|另(?!外)|同时|其他|其余|还有|还存在|除此)|合格(?:的)?(?:网站|账号)(?:中|里)/
const MEDIA = /新媒体|账号|帐号|公众号|微博|抖音|视频号|头条/
const SITE = /网站|频道|栏目|站点/

/** Gives findings the verdict that the prose states elsewhere of their unit, site or account. Changes them in place. */
export function applyVerdicts(reading: Reading, findings: readonly Finding[]): void {
  const bySentence = groupBy(findings, (f) => f.sentence)
  const byOrigin = groupBy(findings, (f) => f.origin)
  const judgedUnits = new Set<string>()
  const judgedAccounts = new Set<string>()
  for (const [origin, passage] of reading.outline.passages.entries()) {
    if (passage.role === 'requirements' || passage.role === 'criteria' || passage.role === 'previous')
      continue
    let forward: Family | 'both' | null = null
    for (const sentence of sentences(reading.text, passage.start, passage.end)) {
      const words = reading.text.slice(sentence.start, sentence.end)
      if (forward && OTHERS.test(words)) forward = null
      if (forward) judgeAll(bySentence.get(sentence.start), (f) => isOf(f, forward!))
      // «不合格的3个网站中,甲…;乙…;丙…。»: to the end of what is one sentence to its writer.
      if (forward === 'site' && words.endsWith('。')) forward = null
      if (!/不合格|不达标|否决/.test(words) || EARLIER.test(words)) continue
      const opening = FORWARD.exec(words)
      if (opening && !DENIED.test(words.slice(0, opening.index))) {
        forward = familyOf(opening[0]) ?? 'both'
        judgeAll(bySentence.get(sentence.start), (f) => isOf(f, forward!))
      }
      const judged = JUDGED.exec(words)
      if (judged && !DENIED.test(words.slice(0, judged.index).slice(-24))) {
        const before = words.slice(0, judged.index)
        const clause = before.slice(
          Math.max(before.lastIndexOf(','), before.lastIndexOf(';'), before.lastIndexOf('。')) + 1,
        )
        if (BACK_OPENING.test(clause) || (BACK_OPENING.test(before) && BACK.test(clause))) {
          const family = familyOf(clause) ?? 'both'
          for (const item of [origin, -1 - origin])
            judgeAll(byOrigin.get(item), (f) => f.sentence <= sentence.start && isOf(f, family))
        } else note(holdersIn(reading, sentence, sentence.start, sentence.start + judged.index))
      }
      const listed = LISTED.exec(words)
      if (listed && !DENIED.test(words.slice(0, listed.index)))
        note(holdersIn(reading, sentence, sentence.start + listed.index + listed[0].length, sentence.end))
    }
  }
  for (const f of findings)
    if (f.verdict === 'unqualified' && f.unit && !f.subjectName && !isMedia(f.subject) && f.subject)
      judgedUnits.add(keyOf(reading, f))
  for (const f of findings) {
    if (f.verdict !== null) continue
    if (
      f.subjectName
        ? judgedAccounts.has(f.subjectName)
        : f.unit && siteFault(f) && judgedUnits.has(keyOf(reading, f))
    )
      f.verdict = 'unqualified'
  }

  function note(groups: readonly HolderGroup[]): void {
    for (const holder of groups.flatMap((g) => g.holders)) {
      if (holder.kind === 'account') judgedAccounts.add(holder.name)
      else if (holder.kind === 'unit' && holder.about !== 'media')
        judgedUnits.add(
          unitKey(
            officialName(holder.unit, reading.place, reading.kit) ?? holder.unit.written,
            reading.place,
          ).replace(/(?:人民)?政府$/, ''),
        )
    }
  }
}

function groupBy(findings: readonly Finding[], key: (f: Finding) => number): Map<number, Finding[]> {
  const groups = new Map<number, Finding[]>()
  for (const f of findings) {
    const group = groups.get(key(f))
    if (group) group.push(f)
    else groups.set(key(f), [f])
  }
  return groups
}

function holdersIn(reading: Reading, sentence: Sentence, start: number, end: number): HolderGroup[] {
  return findHolders(reading.text, reading.hits, sentence, reading.place, reading.kit).filter(
    (g) => g.start >= start && g.end <= end,
  )
}

function judgeAll(findings: readonly Finding[] | undefined, which: (f: Finding) => boolean): void {
  for (const f of findings ?? [])
    if (f.verdict === null && !f.table && which(f) && !f.vague) f.verdict = 'unqualified'
}

function isOf(f: Finding, family: Family | 'both'): boolean {
  if (f.category.startsWith('management.')) return false
  return family === 'both' || (family === 'media') === (isMedia(f.subject) || f.subjectName !== null)
}

/** A fault of the unit's site, not of how it is run. */
const siteFault = (f: Finding): boolean =>
  !isMedia(f.subject) && f.subject !== null && !f.category.startsWith('management.')

const keyOf = (reading: Reading, f: Finding): string =>
  unitKey(
    f.unit ? (officialName(f.unit, reading.place, reading.kit) ?? f.written) : f.written,
    reading.place,
  ).replace(/(?:人民)?政府$/, '')

function familyOf(words: string): Family | null {
  const media = MEDIA.test(words)
  const site = SITE.test(words)
  return media === site ? null : media ? 'media' : 'site'
}
