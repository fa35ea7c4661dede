import type { Operator } from '../../../grammars/count/values.ts'
import { saying } from '../../lexicon/phrases.ts'
import type { Sentence } from '../../resolve/sentence.ts'
import { tight } from '../../segment/line.ts'
import type { Passage } from '../../segment/outline.ts'
import { confidenceOf } from '../confidence.ts'
import { evidenceOf, type Reading, stateOf, whereOf } from '../reading.ts'
import type { Measure, Metric, Subject } from '../schema.ts'
import { isPlatform, isSiteOrMedia } from '../subject-family.ts'
import { asOf, changeOf } from './change.ts'
import type { Draft, Figure } from './draft.ts'

const DEFAULT_UNIT = { count: 'count', rate: 'percent', score: 'points', rank: 'rank' } as const

export function toMetric(
  reading: Reading,
  passage: Passage,
  sentence: Sentence,
  d: Draft,
  previousPeriod: boolean,
): Metric[] {
  const { figure } = d
  const { measure } = d
  let { subject } = d
  if (measure === null || subject === null) return []
  if (figure.kind === 'count' && !makesSense(measure, subject, reading.topic)) return []
  if (
    measure === 'published' &&
    d.claimed &&
    NOT_DONE.test(reading.text.slice(d.claimed.end, d.claimed.end + 2))
  )
    return []
  // «甲镇、乙镇各有1个账号未备案», «甲局在微信平台开设2个服务号,功能相近»: how much of what is told of them.
  if (passage.role === 'problems' && d.about !== null && COUNTED.has(measure) && !d.claimed) return []
  // «专栏有3个栏目点开后空无一物» is a finding, not a figure of the area.
  if (
    figure.kind === 'count' &&
    STOCK.has(measure) &&
    !d.part &&
    (passage.role === 'problems' || d.about !== null) &&
    /未|没有|无法|超|不|错|空|逾/.test(restOfClause(reading.text, sentence, figure))
  )
    return []
  // «去年四季度发现的21个问题已整改19个»: what was found then is what is mended now.
  const now =
    ['rank', 'score', 'problems_fixed', 'fix_rate'].includes(measure) ||
    (measure === 'problems_found' && MENDED.test(restOfClause(reading.text, sentence, figure)))
  if (previousPeriod && !now) return []
  if (
    measure === 'pass_rate' &&
    isPlatform(subject) &&
    !d.paired &&
    !OF_PLATFORM(reading.kit).test(
      reading.text.slice(Math.max(sentence.start, figure.start - 14), figure.start),
    ) &&
    !d.ofPlatform
  )
    subject = 'new_media'
  const value = figure.value
  const { confidence, confidence_reasons } = confidenceOf(
    d.about === null && DERIVED.has(measure) && 'derived_subject',
    passage.role === 'problems' && 'among_findings',
    'figure',
  )
  return [
    {
      subject,
      measure,
      value: value.value,
      unit: measure === 'score' ? 'points' : DEFAULT_UNIT[figure.kind],
      operator: 'operator' in value ? (value.operator as Operator) : '=',
      about: d.about,
      as_of: asOf(reading, sentence, figure.start),
      change: changeOf(reading, sentence, figure),
      label:
        measure === 'other' || measure === 'problems_found'
          ? (d.label ?? tight(reading.text.slice(Math.max(sentence.start, figure.start - 8), figure.end)))
          : null,
      raw: value.raw,
      state: stateOf(reading, figure.start, figure.end),
      confidence,
      confidence_reasons,
      evidence: [evidenceOf(reading, figure.start, figure.end, whereOf(passage))],
    },
  ]
}

/** «更新不及时8条» */
const NOT_DONE = /^(?:不|滞后|缓慢|迟)/

const OF_PLATFORM = saying((any) => new RegExp(any('platform')))

/** Measures whose subject is mostly told before their own clause. */
const DERIVED = new Set<Measure>(['pass_rate', 'score', 'problems_found', 'other'])

const MENDED = /^[^账网单]{0,4}问题(?!账号|网站|单位).*(?:整改|改正|修复)/
const COUNTED = new Set<Measure>(['total', 'problems_found'])
const STOCK = new Set<Measure>(['total', 'received', 'handled', 'published', 'closed', 'registered', 'other'])

function restOfClause(text: string, sentence: Sentence, figure: Figure): string {
  return /^[^,。;]*/.exec(text.slice(figure.end, sentence.end))![0]
}

/** Sites and accounts are checked and qualified; messages are received; articles are published. */
function makesSense(measure: Measure, subject: Subject, topic: Subject | null): boolean {
  // A check of disclosure counts whole bodies.
  if (subject === 'disclosure' && topic === 'disclosure') return true
  if (['checked', 'qualified', 'unqualified', 'total', 'registered', 'closed'].includes(measure))
    return isSiteOrMedia(subject)
  if (measure === 'received' || measure === 'handled')
    return subject === 'message' || subject === 'disclosure'
  if (measure === 'published' || measure === 'adopted')
    return subject === 'article' || subject === 'disclosure' || isSiteOrMedia(subject)
  return true
}
