import type { TimeValue } from '../../grammars/deadline/values.ts'
import { addDays } from '../calendar.ts'
import type { Kit } from '../kit.ts'
import { saying } from '../lexicon/phrases.ts'
import { type Clause, isAside, type Sentence, sentences } from '../resolve/sentence.ts'
import { firstFrom, type Span, tight } from '../segment/line.ts'
import type { Passage } from '../segment/outline.ts'
import { confidenceOf } from './confidence.ts'
import { dueIn, dueOf, isAhead } from './due-date.ts'
import { evidenceOf, mentionsIn, type Reading, stateOf, whereInTable, whereOf } from './reading.ts'
import type { Deadline } from './schema.ts'
import { columnsOf, isMended } from './table-roles.ts'
import { type Timing, timingOf } from './timing.ts'

export interface FoundDeadline extends Deadline {
  /** Offsets in the normalized text: who must act is read from the sentence up to the time. */
  sentence: Span
  time: Span
  clauseEnd: number
  /** Which passage of the outline it stands in; null in a table or under one. */
  passage: number | null
  /** The annex whose table's remark says it, 0 of the body's; null of any other demand. */
  note: number | null
  /** Must all that is wrong be mended by then («整改到位»)? */
  mends: boolean
  /** Must something be done to a site or an account by then («注销», «备案»), not only reported? */
  acts: boolean
}

/** «整改方案», «处置结果»: what is written about it, not the thing. */
const PAPER = saying(
  (any) => new RegExp(`(?<!落实)${any('mend', 'act', 'looks')}(?:落实|完成|工作)?${any('paper')}`, 'g'),
)
const INSPECTOR = saying(
  (any) =>
    new RegExp(`^[^,。;]{0,12}?(?:[我本]${any('self')}|办公[室厅])[^,。;]{0,6}(?<!已)(?:将|拟|计划|会同)`),
)

/** Every demand with a due date, and only those: done acts, windows of the check and standing norms are none. */
export function findDeadlines(reading: Reading): FoundDeadline[] {
  const out: FoundDeadline[] = []
  for (const [origin, passage] of reading.outline.passages.entries()) {
    if (passage.role === 'criteria' || passage.annex > 0) continue
    for (const deadline of passageDeadlines(reading, passage)) out.push({ ...deadline, passage: origin })
  }
  for (const note of reading.outline.notes)
    for (const deadline of passageDeadlines(reading, note)) out.push({ ...deadline, note: note.annex })
  for (const deadline of tableDeadlines(reading)) out.push(deadline)
  return out
}

function passageDeadlines(reading: Reading, passage: Passage): FoundDeadline[] {
  if (!hasTime(reading, passage)) return []
  return sentences(reading.text, passage.start, passage.end)
    .filter((sentence) => hasTime(reading, sentence))
    .flatMap((sentence) =>
      sentence.clauses.flatMap((clause) => clauseDeadlines(reading, passage, sentence, clause)),
    )
}

function hasTime({ mentions }: Reading, { start, end }: Span): boolean {
  for (let i = firstFrom(mentions, start); i < mentions.length && mentions[i]!.start < end; i++)
    if (mentions[i]!.kind === 'time') return true
  return false
}

/** A date that is told twice is one deadline; the problems it is for may differ. */
export function eachOnce(found: readonly FoundDeadline[]): FoundDeadline[] {
  const seen = new Set<string>()
  return found.filter((d) => {
    const key = `${d.due}|${d.due && d.kind === 'absolute' ? '' : d.evidence[0]!.start}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** «应于4月底前公开的预算汇总表» */
const SHOULD_HAVE = saying((any) => new RegExp(`^${any('puts_out', 'submits', 'handled')}的`))
const LATEST = /(?:最|至|不得|不能|不)[迟晚]于?\s{0,4}$/

/** Due dates of a table's own column, each date once. */
function tableDeadlines(reading: Reading): FoundDeadline[] {
  const out = new Map<string, FoundDeadline>()
  for (const grid of reading.outline.grids) {
    const columns = columnsOf(grid, reading)
    const column = columns.findIndex((c) => c?.role === 'deadline')
    if (column < 0) continue
    for (const [r, row] of grid.rows.entries()) {
      const cell = row[column]!
      const time = mentionsIn(reading, 'time', cell.start, cell.end)[0]
      const due = time ? dueIn(reading, cell) : null
      if (!time || !due || cell.filled) continue
      if (isMended(row, columns, reading.kit) && !isAhead(due, reading)) continue
      const evidence = evidenceOf(reading, time.start, time.end, whereInTable(reading, grid, r))
      const known = out.get(due)
      if (known) known.evidence.push(evidence)
      else
        out.set(due, {
          due,
          text: tight(cell.text),
          kind: 'absolute',
          actor: null,
          action: tight(grid.columns[column]!.text),
          recipient: null,
          state: stateOf(reading, time.start, time.end, time.value.from?.year === undefined),
          ...confidenceOf('due_column'),
          evidence: [evidence],
          sentence: { start: cell.start, end: cell.end },
          time: { start: time.start, end: time.end },
          clauseEnd: cell.end,
          passage: null,
          note: null,
          mends: false,
          acts: false,
        })
    }
  }
  return [...out.values()]
}

function clauseDeadlines(
  reading: Reading,
  passage: Passage,
  sentence: Sentence,
  clause: Clause,
): FoundDeadline[] {
  const { text, anchor, kit } = reading
  const timing = timingOf(kit)
  const out: FoundDeadline[] = []
  for (const time of mentionsIn(reading, 'time', clause.start, clause.end)) {
    const before = text.slice(clause.start, time.start)
    const behind = text.slice(time.end, clause.end)
    const by =
      time.value.bound !== undefined
        ? null
        : time.value.from?.day !== undefined
          ? BY.exec(behind)
          : time.value.from
            ? BY_END.exec(behind)
            : null
    const v = by ? { ...time.value, bound: 'before' as const } : time.value
    const after = by ? behind.slice(by[0].length) : behind
    const end = time.end + (by?.[0].length ?? 0)
    const granted =
      after.trim() === '' && v.from?.day !== undefined ? (timing.givenIn(before) ?? undefined) : undefined
    const told = text.slice(sentence.start, time.start)
    const labelled = granted ?? labelOf(timing, told, v)
    const opened =
      FROM_NOW.test(told) ||
      (v.from?.day !== undefined && /^为(?:限|最后期限|截止)/.test(after)) ||
      (v.from !== undefined && v.to !== undefined && PHASE.test(after))
    const asked = (words: string) => says(words.replace(/通报/g, ''), kit.demands.ask)
    if (sentence.asides.some((a) => a.start < time.start && a.end > time.end && text[a.start] === '《'))
      continue
    // «年内» is said of what was done as well.
    if (
      v.bound === 'within' &&
      v.from &&
      v.from.month === undefined &&
      passage.role !== 'requirements' &&
      !DEMANDED(kit).test(text.slice(sentence.start, sentence.end))
    )
      continue
    if (!isDue(v, before, after, kit, timing) && !labelled && !opened) continue
    const following = sentence.clauses.find((c) => c.start >= clause.end)
    const behindIt =
      after.trim().length > 0 ? after : following ? text.slice(following.start, following.end) : ''
    const own = (words: string) => (isAside(sentence, time.start, time.end) ? '' : words.replace(/通报/g, ''))
    // «请各单位完成整改(4月30日前)», «…,时限为4月30日», «…,最迟于4月30日完成»: what is due stands in front.
    const bare = BARE.test(tight(behindIt)) && !asked(labelled ?? '') && !asked(own(before))
    // «整改工作不得迟于4月30日»
    const ends = behindIt.trim() === '' && timing.isLatest(before) && asked(own(before))
    const action = ends
      ? before.replace(LATEST, '')
      : bare
        ? demandBefore(text, sentence, clause, time.start)
        : behindIt
    if (
      !labelled &&
      !opened &&
      !asked(action) &&
      !(v.bound === 'before' && v.from && !/^的/.test(after.trim()) && after.trim() !== '') &&
      !((v.bound === 'before' || v.bound === 'within') && OBLIGED.test(action)) &&
      // «自本通知印发之日起3个工作日内更换表格»
      !(v.bound === 'within' && timing.isFromNotice(before) && after.trim() !== '')
    )
      continue
    const due = dueOf(reading, v)
    // «其余问题均于10月29日前整改完毕» is no report of what was done where that day is yet to come.
    const isToCome =
      passage.role === 'requirements' &&
      v.duration === undefined &&
      due.day !== null &&
      anchor.date !== null &&
      due.day > anchor.date
    if (
      timing.isOver({
        before: tight(before),
        behind: tight(after),
        sentence: isToCome || DEMANDED(kit).test(told) ? '' : told,
      }) ||
      (!labelled && !opened && BARRED.test(before.trim()) && !(v.bound === 'before' && UP_TO.test(before)))
    )
      continue
    // «一旦被篡改,须在1小时内报告», «接到提示后24小时内»: hours are norms of service, but where they are counted from the notice.
    const short = v.duration?.unit === 'hour' || v.duration?.unit === 'minute'
    if (short && !labelled && !/通报|通知|公告|函|文/.test(before)) continue
    if (
      v.duration &&
      !labelled &&
      !timing.isFromNotice(before) &&
      !sentenceFromNotice(text, sentence, clause, timing)
    ) {
      // A length of time counted from nothing named is a demand only where something must be mended, and no norm of service.
      if (
        timing.isStanding({ before, behind: after, sentence: told }) ||
        /(?:后|起|时)\s*$/.test(before) ||
        !(
          (says(action, kit.demands.act) && BIDDING(kit).test(before)) ||
          (before.trim() === '' && BIDS(kit).test(action)) ||
          // «…5个附件无法下载。(3个工作日内整改完毕)»
          (text[time.start - 1] === '(' && says(after, kit.demands.mend)) ||
          (!short && says(after, kit.demands.mend) && BID_TO(kit).test(before))
        )
      )
        continue
    }
    // «应于7月16日前报送的整改材料,8月5日才交来»: what should have been.
    if (/应当?[于在]\s*$/.test(before) && (PAPERS(kit).test(after) || SHOULD_HAVE(kit).test(after))) continue
    // «5月16日前整改完毕,并在当日下班前报送»: that day, which is told already.
    if (
      /^当[日天]/.test(text.slice(time.start, time.end)) &&
      time.start > sentence.start &&
      told.includes('前')
    )
      continue
    // «答应8月底前注销的“某某”微博»: which one it is.
    if (/^[^,。;“"]{1,10}的[“"]/.test(after.trim())) continue
    if (timing.isRepeated({ before, behind: after, sentence: '' })) continue
    // «自10日起两周内完成整改,即24日前报送报告»
    const restated = /^\s*即\s*$/.test(before) ? demandBefore(text, sentence, clause, time.start) : ''
    const withoutPapers = (words: string) =>
      tight(words)
        .replace(/\([^()]*\)/g, '')
        .replace(PAPER(kit), '')
    const done = withoutPapers((labelled ?? restated) + action)
    // «整改工作于10月20日前完成»: what is completed stands in front.
    const deed = COMPLETED.test(done) || done === '' ? withoutPapers(before) + done : done
    // «各单位应于3月20日前报送,但市水利局仍未报送»: told of as missed.
    if (
      due.day &&
      anchor.date &&
      due.day < anchor.date &&
      MISSED(kit).test(text.slice(clause.end, sentence.end))
    )
      continue
    // «…印发了通报(X号),要求各单位于7月20日前完成»: what an earlier paper demanded.
    if (due.day && anchor.date && due.day < anchor.date && DEMANDED_THERE.test(told)) continue
    const inspector = INSPECTOR(kit).test(text.slice(sentence.start, sentence.end))
    if (
      due.day &&
      anchor.date &&
      due.day < anchor.date &&
      passage.role !== 'requirements' &&
      !DEMANDED(kit).test(text.slice(sentence.start, sentence.end))
    )
      continue
    if (due.day && anchor.date && due.day < addDays(anchor.date, -45)) continue
    out.push({
      due: due.day,
      text: tight(text.slice(due.start ?? time.start, end)),
      kind: due.relative ? 'relative' : 'absolute',
      actor: actorOf(text, sentence, clause, time.start, kit),
      action:
        tight(labelled ?? action)
          .replace(/^[前内,、]+/, '')
          .slice(0, 60) || null,
      recipient: recipientOf(action, kit),
      state: stateOf(reading, time.start, end, v.from?.year === undefined && !due.relative),
      ...confidenceOf(due.day ? 'due_date' : 'no_day'),
      evidence: [evidenceOf(reading, time.start, end, whereOf(passage))],
      sentence: { start: sentence.start, end: sentence.end },
      time: { start: time.start, end: time.end },
      clauseEnd: clause.end,
      passage: null,
      note: null,
      mends:
        ((granted !== undefined && !SUBMITTED(kit).test(before)) || says(deed, kit.demands.mend)) &&
        !inspector,
      acts: says(deed, kit.demands.act) && !inspector && (!bare || isAside(sentence, time.start, time.end)),
    })
  }
  return out
}

const COMPLETED = /^(?:全部|全面|基本)?(?:完成|完毕|到位|结束)$/

/** What a paper that is cited by its number, or was sent out, asked for. */
const DEMANDED_THERE =
  /(?:号\)?|(?:印发|下发|发出|通报|函告|交办)[^。;]{0,60}),?\s?(?:明确)?要求[^。;]{0,80}$/

/** «1月20日(农历腊月二十九)前», «7月14日放假前» */
const BY = /^(?:\([^()]{1,16}\)[^,。;\d]{0,4}|[^,。;\d前后至到]{1,4})(?:之前|以前|前)(?![述后期往来台景])/

/** «自即日起至7月15日», «即日起开展整改,至7月15日» */
const FROM_NOW = /(?:即日|今日|现在|通[报知](?:下发|印发|发布)?之日)起?(?:开始|[^。;,]{0,12},)?(?:至|到)\s*$/
/** «4月15日至4月30日为集中整改期» */
const PHASE = /^为[^,。;]{0,6}(?:整改|清理|自查|攻坚)[^,。;]{0,4}(?:期|阶段|时间)/
/** Nothing, or that it is to be done. */
const BARE = /^[)]?(?:前|内|止)?(?:全部|全面|必须|须|要)?(?:完成|落实到位|到位)?[)。;]?$/

const MISSED = saying((any) => new RegExp(`^[,;][^。;]{0,20}(?:${any('turns')}|至今|直到)[^。;]{0,20}[未没]`))
const BIDDING = saying((any) => new RegExp(`${any('bids')}[^,。;]{0,16}$`))
const BIDS = saying((any) => new RegExp(`^\\s*${any('bids')}`))
const BID_TO = saying((any) => new RegExp(`(?:${any('bids', 'must')}|[于在的])[^,。;]{0,4}$`))
const PAPERS = saying((any) => new RegExp(`^[^,。;的问]{1,10}的(?:整改|${any('paper')})`))
const SUBMITTED = saying((any) => new RegExp(any('submits')))
const OBLIGED = /须|务必|必须|应(?!用|急|答)|请|(?<![主重需首必])要(?![点求素闻件])/
const BARRED = /(?:截至|截止|至|到|从|自|了)$/
/** «到6月底前» */
const UP_TO = /(?<![截收接达得直])[到至]\s*$/
const ON_DAY = saying(
  (any) =>
    new RegExp(
      `(?:限|定于|截止时间为|截止日期为|时限为|截至|${any('bids', 'must')}[^,。;]{0,12}[于在])\\s*$`,
    ),
)
/** «上半年结束前» */
const BY_END = /^(?:结束|终了|到期|期满)(?:之前|以前|前)/
const DEMANDED = saying((any) => new RegExp(any('bids', 'must')))

/** A time by which something holds: «…前», «…内», a month's end, or a day that a demand hangs on. */
function isDue(v: TimeValue, before: string, after: string, kit: Kit, timing: Timing): boolean {
  if (v.bound === 'since' || v.bound === 'after') return false
  if (/^\d/.test(after)) return false
  if (v.bound === 'before')
    return (
      v.from !== undefined || v.weekday !== undefined || v.dayOffset !== undefined || v.duration === undefined
    )
  if (v.bound === 'within') return v.duration !== undefined || v.from !== undefined || v.weekday !== undefined
  if (v.immediately) return false
  if (v.from?.edge === 'end' || v.from?.tenDays !== undefined)
    return (
      /^(?:前|,?报|之前|务必)/.test(after.trim()) ||
      (/^(?:全部|全面)?完成/.test(after.trim()) && v.to === undefined)
    )
  if (v.to !== undefined) return false
  if (v.weekday && v.clock) return true
  if (timing.isLatest(before)) return isWhen(v)
  if (v.duration && /限期?\s*$/.test(before))
    return says(after, kit.demands.mend) || says(after, kit.demands.act)
  return v.from?.day !== undefined && ON_DAY(kit).test(before) && says(after, kit.demands.ask)
}

/** What a label in front of the time calls it («整改时限»); a length of time is due only where something is to be mended. */
function labelOf(timing: Timing, before: string, v: TimeValue): string | null {
  const label = isWhen(v) ? timing.labelIn(before) : null
  return label && v.duration && !/整改|完成|限期|销号|清理|^时限|^期限/.test(label) ? null : label
}

/** A day or the end of a stretch of the calendar, a length of time. */
const isWhen = (v: TimeValue): boolean =>
  v.duration !== undefined ||
  v.weekday !== undefined ||
  v.dayOffset !== undefined ||
  (v.from?.month !== undefined && (v.to === undefined || v.bound === 'before'))

const says = (words: string, any: readonly string[]): boolean => any.some((word) => words.includes(word))

function sentenceFromNotice(text: string, sentence: Sentence, clause: Clause, timing: Timing): boolean {
  return sentence.clauses.some(
    (c) => c.end <= clause.start && timing.isFromNotice(text.slice(c.start, c.end)),
  )
}

/** The last words before the time that demand something: of its own clause in front of a bracket, or of a clause before. */
function demandBefore(text: string, sentence: Sentence, clause: Clause, at: number): string {
  const aside = sentence.asides.find((a) => a.start < at && a.end >= at)
  if (aside) return text.slice(clause.start, aside.start)
  const before = sentence.clauses.filter((c) => c.end <= clause.start).at(-1)
  return before ? text.slice(before.start, before.end) : ''
}

const ASKED_TO = saying((any) => new RegExp(`(?:${any('must', 'bids')}|[于在并且将前]){1,9}\\s{0,9}$`))
const ASKED = saying((any) => new RegExp(`^(?:\\d{1,2}\\.|其中)?(?:${any('bids')}|[^、]{0,12}由|督促)?`))
const RECIPIENT = saying(
  (any) =>
    new RegExp(
      `${any('submits')}((?:[市县区省州旗我国府]|政务)[^,。;:()]{1,20}?(?:办公[室厅]|中心|[办局委处科股室司]))`,
    ),
)

/** «各县(市、区)人民政府、市直各部门», «上述县(市)和单位», «坂面镇» */
const ACTOR = saying((any) => {
  const whose = '(?:各|有关|相关|上述|以上|涉及|存在问题|不合格|责任|其他|其余)?'
  const place = `(?:[县市区镇乡州旗盟](?:\\([^()]{1,12}\\)(?:(?:人民)?政府)?|(?:人民)?政府|管委会|办事处|(?=[、和及于在限]|以及|${any('must', 'bids')}|$))|[^和]社区|村(?=[、和及]|$))`
  const body = `(?:(?!要|须|必须)[^,。;:()、]|\\([^()]{1,12}\\)){0,30}?(?:单位|部门|政府|乡镇|街道|街道办事处|网站|账号|[局委](?![属直])|办(?!单位)|中心|管委会|总社|联合社|医院|学校|公司|集团|支队|大队|各地(?!各)|${place})`
  return new RegExp(`${whose}${body}(?:(?:、|和|及|以及)${whose}${body})*`)
})
const LONGEST_ACTOR = 40

function actorOf(text: string, sentence: Sentence, clause: Clause, until: number, kit: Kit): string | null {
  const own = text.slice(clause.start, until).replace(ASKED_TO(kit), '')
  const pick = (words: string) => {
    const found = ACTOR(kit).exec(words)
    // «未备案、待注销的账号»
    const opening = found && words[found.index - 1] === '、' ? words.slice(0, found.index) : ''
    return found && (opening.length < LONGEST_ACTOR ? opening : '') + found[0]
  }
  const found =
    pick(own) ??
    sentence.clauses
      .filter((c) => c.end <= clause.start)
      .reverse()
      .map((c) => pick(text.slice(c.start, c.end)))
      .find(Boolean)
  return found ? tight(found).replace(ASKED(kit), '') : null
}

function recipientOf(action: string, kit: Kit): string | null {
  const m = RECIPIENT(kit).exec(action)
  return m ? tight(m[1]!) : null
}
