import type { Kit } from '../kit.ts'
import { saying } from '../lexicon/phrases.ts'
import type { TableRow } from '../lexicon/tables.ts'
import type { Span } from '../segment/line.ts'
import type { Hits } from './hits.ts'
import type { Clause, Sentence } from './sentence.ts'
import { isQuoted } from './sentence.ts'

export type Modality = TableRow<'modality'>['modality']

/** Names what a colon then lists as found. */
const LISTED = /问题|情况|情形|不足/
const HAN = /[\u4e00-\u9fff]/
const LONGEST_ENDING = 4
const CENSURED = saying(
  (any) =>
    new RegExp(
      `^\\s{0,9}(?:现|特|决定)?对([^。;]+?)(?:等|的)?(?:问题|行为|情况|现象|情形|做法)[^,。;的将拟]{0,10}${any('censures')}$`,
    ),
)

/** Of «对甲局首页长期未更新的问题予以通报批评», what is found: «甲局首页长期未更新». */
export function censured(text: string, clause: Span, kit: Kit): Span | null {
  const found = CENSURED(kit).exec(text.slice(clause.start, clause.end))?.[1]
  if (!found) return null
  const start = text.indexOf(found, clause.start)
  return { start, end: start + found.length }
}

const TURN = saying((any) => new RegExp(any('turns')))

/**
 * How the sentence stands to what it says at `at` in `clause`: the nearest marker before it decides, a denial or a demand
 * reaching over later clauses until something observed begins.
 */
export function modalityAt(
  text: string,
  hits: Hits,
  sentence: Sentence,
  clause: Clause,
  start: number,
  end: number,
): Modality {
  if (/[无零]/.test(text[start - 1] ?? '') && !/^[更回人有任新]/.test(text.slice(start, start + 1)))
    return 'denied'
  if (isCase(text, hits, sentence, clause)) return 'hypothetical'
  let carried: Modality | null = null
  for (const c of sentence.clauses) {
    if (c.start > clause.start) break
    const markers = hits.longest('modality', c.start, c.end).filter(
      (h) =>
        h.entry.row.modality !== 'none' &&
        // «“宝应工信”»: no word of a name demands.
        !isQuoted(sentence, h.start, h.end) &&
        // «应县», «高要区», «高要分局» demand nothing.
        !(
          h.end - h.start === 1 &&
          (inPlace(text, hits, h.start) ||
            (!HAN.test(text[h.start - 2] ?? '') &&
              hits.within('suffix', h.end, h.end + LONGEST_ENDING).some((s) => s.start === h.end)))
        ),
    )
    if (c !== clause) {
      if (
        carried &&
        carried !== 'sanction' &&
        (TURN(hits).test(text.slice(c.start, c.end)) ||
          markers.some((m) => m.entry.row.modality === 'observed'))
      )
        carried = null
      for (const m of markers) {
        const { modality, scope } = m.entry.row
        if (modality === 'sanction' && scope === 'sentence') return 'sanction'
        if (modality === 'observed') continue
        if (scope === 'sentence' || (scope === 'after' && (modality === 'required' || modality === 'denied')))
          carried = modality
      }
      // «下列问题需要整改:甲局栏目未更新;…»: what it asks for is not what it lists.
      if (c.stop === ':' && LISTED.test(text.slice(c.start, c.end))) carried = null
      continue
    }
    let own: Modality | null = null
    for (const m of markers) {
      const { modality, scope } = m.entry.row
      // «没有购买“粉丝”»: a marker may run into the words it is about, «均无结果» into their own denial.
      const before = m.end <= start || (m.start < start && !/[无不未没]/.test(text.slice(start, m.end)))
      const inside = !before && m.start < end && m.end > start
      if (modality === 'observed') {
        // «不得出现泄露隐私» is still what must not be.
        if (markers.some((o) => o.end === m.start && isDemand(o.entry.row))) continue
        if (
          before &&
          own !== 'denied' &&
          !(
            m.start > clause.start &&
            /[防免杜]/.test(text.slice(Math.max(clause.start, m.start - 4), m.start))
          )
        ) {
          own = null
          if (TURN(hits).test(m.entry.row.word) || carried === 'required') carried = null
        }
        continue
      }
      if (inside && scope === 'after') continue
      // «甲局因栏目不更新被通报批评» says what for.
      if (modality === 'sanction' && m.start >= end && /因|由于/.test(text.slice(clause.start, start)))
        continue
      // «没有按照通报的要求报送» tells what was not done.
      if (modality === 'criteria' && UNMET.test(text.slice(clause.start, m.start))) continue
      // «应当转载的重要信息漏转3条»: what should be is not, where it opens the clause and only tells of which.
      if (
        modality === 'required' &&
        before &&
        ATTRIBUTE.test(text.slice(m.start, start)) &&
        OPENS.test(text.slice(clause.start, m.start))
      )
        continue
      if (
        scope === 'after'
          ? before
          : scope === 'sentence'
            ? before || modality === 'sanction' || modality === 'criteria'
            : !inside || modality !== 'required'
      )
        own = modality
    }
    if (TURN(hits).test(text.slice(clause.start, start)) && own !== 'denied') carried = null
    if (own) return own
    // «甲局栏目半年未更新,对该局通报批评» tells first what for.
    const told = !OBJECT.test(text.slice(clause.start, clause.end))
    for (const later of sentence.clauses) {
      if (told || later.start <= clause.start) continue
      for (const m of hits.longest('modality', later.start, later.end))
        if (m.entry.row.modality === 'sanction' && m.entry.row.scope === 'sentence') return 'sanction'
    }
    return carried ?? 'observed'
  }
  return carried ?? 'observed'
}

const inPlace = (text: string, hits: Hits, at: number): boolean =>
  hits
    .within('region', at - LONGEST_ENDING, at + LONGEST_ENDING)
    .some((r) => r.start <= at && r.end > at && /[市县区旗州]$/.test(text.slice(r.start, r.end)))

const isDemand = ({ modality, scope }: TableRow<'modality'>): boolean =>
  modality === 'required' && scope === 'after'

const OBJECT = /^\s{0,9}(?:现|拟|将|决定|已|并|故)?对/
const UNMET = /[未没不](?:有|能)?(?:严格)?(?:按|达到|符合|满足|落实|执行)/
const ATTRIBUTE = /^应当?[^,。;要须将]{2,8}的[^,。;]{0,20}$/
const OPENS = /^\s*(?:对|有|部分|一些|个别|少数|\d{1,4}[项条件个])?$/
const RULE = saying((any) => new RegExp(`^\\s*(?:也|都|均|则|就)?${any('ruled')}`))

/** «对拒不备案的账号,市网信部门将…» */
const WILL = /^[^,;。:]{0,12}(?<!已)将(?!其|该|上述)/

/** «未能关停的,要说明原因», «对长期不更新的账号,予以注销»: a rule for cases, not a case. */
function isCase(text: string, hits: Hits, sentence: Sentence, clause: Clause): boolean {
  const next = sentence.clauses[sentence.clauses.indexOf(clause) + 1]
  if (!next || clause.stop !== ',') return false
  const words = text.slice(clause.start, clause.end).trim()
  const then = text.slice(next.start, next.end)
  return (
    ((words.endsWith('的') || /^(?:对|凡|如)/.test(words)) && RULE(hits).test(then)) ||
    (/^对/.test(words) && WILL.test(then))
  )
}
