import type { Operator } from '../../grammars/count/values.ts'
import type { TableRow } from '../lexicon/tables.ts'
import type { Mention } from '../parse/mentions.ts'
import { indexNear } from '../resolve/category.ts'
import { groupUnits, type UnitGroup } from '../resolve/enumeration.ts'
import type { Hit } from '../resolve/hits.ts'
import { isAside, type Sentence, sentences } from '../resolve/sentence.ts'
import { resolveCalendar } from '../resolve/time-anchor.ts'
import { findUnits } from '../resolve/unit.ts'
import { firstFrom, tight } from '../segment/line.ts'
import type { Passage } from '../segment/outline.ts'
import { evidenceOf, type Reading, stateOf, whereOf } from './reading.ts'
import type { Measure, Metric, Subject } from './schema.ts'

type Figure = Extract<Mention, { kind: 'count' | 'rate' | 'score' | 'rank' }>

const SKIPPED = new Set(['requirements', 'criteria'])
const REQUIRED =
  /(?:不低于|不少于|确保|力争|要求|不得|必须|应当?|需|至少|原则上|每(?:日|天|周|月|季度|季|年))[^,。;]{0,14}$/
const COUNTERS = new Set(['个', '家', '条', '件', '次', '篇', '份', '项', '处', '人', '起', '户', null])

interface Known {
  subject: Subject
  end: number
}

/** Figures that the prose states about the area or a unit. */
export function proseMetrics(reading: Reading): Metric[] {
  const out: Metric[] = []
  for (const passage of reading.outline.passages) {
    if (SKIPPED.has(passage.role) || passage.annex > 0) continue
    const heading = headingSubject(reading, passage)
    let carried: Known | null = heading && { subject: heading, end: -1 }
    for (const sentence of sentences(reading.text, passage.start, passage.end)) {
      const made = sentenceMetrics(reading, passage, sentence, carried)
      out.push(...made.metrics)
      carried = made.subject ?? carried
    }
  }
  return out
}

function headingSubject(reading: Reading, passage: Passage): Subject | null {
  for (const h of [...passage.path].reverse()) {
    const subjects = reading.hits.longest('subject', h.start, h.end).filter((s) => isPrimary(s.entry.row))
    const families = new Set(
      subjects.map((s) => (s.entry.row.kind === 'platform' ? 'new_media' : s.entry.row.subject)),
    )
    if (families.size === 1) return [...families][0] as Subject
  }
  return null
}

const isPrimary = (row: TableRow<'subjects'>): boolean =>
  row.kind === 'site' ||
  row.kind === 'media' ||
  row.kind === 'platform' ||
  row.kind === 'message' ||
  row.kind === 'data'

interface Draft {
  figure: Figure
  /** The words its measure was read from: they measure no other figure. */
  claimed: Hit<'measure'> | null
  /** Does its noun stand right beside it? */
  adjacent: boolean
  /** Is it a part of an earlier figure? */
  part: boolean
  subject: Subject | null
  measure: Measure | null
  label: string | null
  about: string | null
}

function sentenceMetrics(
  reading: Reading,
  passage: Passage,
  sentence: Sentence,
  carried: Known | null,
): { metrics: Metric[]; subject: Known | null } {
  const { text, hits, kit, place } = reading
  const figures: Figure[] = []
  const { mentions } = reading
  for (
    let i = firstFrom(mentions, sentence.start);
    i < mentions.length && mentions[i]!.start < sentence.end;
    i++
  ) {
    const m = mentions[i]!
    if (m.end <= sentence.end && m.kind !== 'time' && m.kind !== 'doc_number') figures.push(m)
  }
  const subjects = hits
    .longest('subject', sentence.start, sentence.end)
    .filter(
      (h) =>
        !sentence.quotes.some(
          (q) => h.start >= q.start && h.end <= q.end && h.end - h.start < q.end - q.start,
        ),
    )
  const lastSubject = [...subjects]
    .reverse()
    .find(
      (s) => isPrimary(s.entry.row) && s.entry.row.kind !== 'platform' && !isAside(sentence, s.start, s.end),
    )
  const next = lastSubject
    ? { subject: lastSubject.entry.row.subject as Subject, end: lastSubject.end }
    : null
  if (figures.length === 0) return { metrics: [], subject: next }
  const quoted = (h: { start: number; end: number }) =>
    sentence.quotes.some((q) => h.start >= q.start && h.end <= q.end && h.end - h.start < q.end - q.start)
  const measures = hits
    .within('measure', sentence.start, sentence.end)
    .filter((m) => !quoted(m) && !/^(?:系统|平台|中心|机制|工作)/.test(text.slice(m.end, m.end + 2)))
    .flatMap((m) => whole(text, m, sentence.end) ?? [])
  const groups = groupUnits(
    text,
    findUnits(text, hits, sentence.start, sentence.end, place, kit).filter((u) => !quoted(u)),
    sentence.start,
    sentence.end,
    place,
    kit,
  )
  const drafts: Draft[] = []
  const previousPeriod =
    isPrevious(reading, sentence) ||
    /^(?:[^,。;]{0,8})(?:上季度|上一季度|上年|去年|上月|上次|上期)/.test(
      text.slice(sentence.start, sentence.end),
    )
  for (const figure of figures) {
    if (skips(text, sentence, figure)) continue
    const draft: Draft = {
      figure,
      claimed: null,
      adjacent: false,
      part: false,
      subject: null,
      measure: null,
      label: null,
      about: null,
    }
    const clause = sentence.clauses.find((c) => figure.start >= c.start && figure.end <= c.end) ?? sentence
    const aside = sentence.asides.find((a) => figure.start >= a.start && figure.end <= a.end)
    readSubject(reading, sentence, clause.start, figure, subjects, drafts, carried, draft)
    readMeasure(text, sentence, clause, figure, measures, drafts, draft, aside !== undefined)
    if (draft.about === null) readAbout(reading, sentence, clause.start, figure, groups, draft, aside)
    if (draft.about === null && !draft.part) draft.about = scopeBefore(reading, clause.start, figure)
    if (figure.kind === 'score' && draft.about !== null) draft.measure ??= 'score'
    draft.measure ??= fallbackMeasure(reading, sentence, draft)
    drafts.push(draft)
  }
  pairRespectively(text, sentence, subjects, groups, drafts)
  spreadRates(text, sentence, drafts)
  spreadAbout(text, sentence, groups, drafts)
  const metrics = drafts.flatMap((d) => toMetric(reading, passage, sentence, d, previousPeriod))
  return { metrics: [...metrics, ...fullCoverage(reading, passage, sentence, drafts)], subject: next }
}

/** A measure with gaps («进行*检查») up to its last part, or null where that does not follow in the clause. */
function whole(text: string, hit: Hit<'measure'>, end: number): Hit<'measure'> | null {
  let at = hit.end
  for (const part of hit.entry.rest) {
    const found = indexNear(text, part, at, 16)
    if (found < 0 || found + part.length > end || /[,;。:]/.test(text.slice(at, found))) return null
    at = found + part.length
  }
  return at === hit.end ? hit : { ...hit, end: at }
}

function skips(text: string, sentence: Sentence, figure: Figure): boolean {
  const before = text.slice(sentence.start, figure.start)
  const after = text.slice(figure.end, figure.end + 8)
  if (figure.kind === 'count') {
    if (!/\d/.test(figure.value.raw) && figure.value.value < 10) return true
    if (!COUNTERS.has(figure.value.counter) || figure.value.to !== null) return true
    if (
      figure.value.counter === null &&
      (!/^[,、。;)]|^$/.test(after.trim()) ||
        figure.value.operator !== '=' ||
        /[第\-—~至.]$/.test(before) ||
        /[\d.]$/.test(before))
    )
      return true
    if (
      figure.value.counter === '次' ||
      figure.value.counter === '处' ||
      figure.value.counter === '人' ||
      figure.value.counter === '户'
    )
      return true
    if (/^(?:工作日|月|小时|季度|百分点)/.test(after) || /(?:第|近|每|前|后|超过|连续|逾)$/.test(before))
      return true
    if (/(?:等|前)$/.test(before) && /^(?:单位|部门|网站|县|市|乡|镇)/.test(after)) return true
  }
  if (
    figure.kind === 'score' &&
    /(?:满分|总分为?|含加分|加分|扣|基准分|低于|高于|以上|不足)[^,。;]{0,4}$/.test(before)
  )
    return true
  if (
    figure.kind === 'rate' &&
    (figure.value.unit === 'points_of_percent' ||
      /(?:提升|提高|上升|增长|增加|下降|减少|降低|回落|下滑)(?:了|约|近)?\s*$/.test(before))
  )
    return true
  if (figure.kind === 'count' && (figure.value.operator === '<' || figure.value.operator === '>')) return true
  if (figure.kind === 'rank' && figure.value.top) return true
  if (figure.kind === 'rank' && !figure.value.certain && !/(?:排名|列|居|位)[^,。;]{0,8}$/.test(before))
    return true
  const clauseBefore = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf('。')) + 1)
  return REQUIRED.test(clauseBefore) && !/合格率[^,。;]{0,4}$/.test(clauseBefore)
}

/** The noun right behind the figure, else right in front, else what the clause or the sentence is about, else the heading's. */
function readSubject(
  reading: Reading,
  sentence: Sentence,
  clauseStart: number,
  figure: Figure,
  subjects: readonly Hit<'subject'>[],
  drafts: readonly Draft[],
  carried: Known | null,
  draft: Draft,
): void {
  const { text } = reading
  const usable = subjects.filter(
    (s) =>
      (s.entry.row.word !== '其他' && s.entry.row.word !== '其它') ||
      /^\s*(?:共|有|为)?\s*$/.test(text.slice(s.end, figure.start)),
  )
  if (figure.kind === 'count') {
    const right = usable.find((s) => s.start >= figure.end && s.start - figure.end <= 10)
    const between = right ? text.slice(figure.end, right.start) : ''
    // «58个部门、乡镇专栏»: a list in front of the noun, unless the noun has a figure of its own.
    const own =
      right &&
      between.includes('、') &&
      (right.entry.row.kind === 'platform' || /^[^,。;、]{0,6}\d/.test(text.slice(right.end, right.end + 8)))
    if (right && !own && !/[,。;:()\d]/.test(between) && noun(text, right)) {
      draft.subject = right.entry.row.subject as Subject
      draft.adjacent = true
      return
    }
  }
  const left = [...usable]
    .reverse()
    .find(
      (s) =>
        s.end <= figure.start &&
        figure.start - s.end <= 12 &&
        !/[,。;:)]/.test(text.slice(s.end, figure.start)),
    )
  if (left && !drafts.some((d) => d.figure.start > left.end)) {
    draft.subject = left.entry.row.subject as Subject
    draft.adjacent = true
    return
  }
  const inClause = [...usable]
    .reverse()
    .find(
      (s) =>
        s.end <= figure.start &&
        s.start >= clauseStart &&
        isPrimary(s.entry.row) &&
        s.entry.row.kind !== 'platform' &&
        !isAside(sentence, s.start, s.end),
    )
  const inSentence = [...usable]
    .reverse()
    .find(
      (s) =>
        s.end <= figure.start &&
        isPrimary(s.entry.row) &&
        s.entry.row.kind !== 'platform' &&
        !isAside(sentence, s.start, s.end),
    )
  const previous = [...drafts]
    .reverse()
    .find(
      (d) =>
        d.subject !== null && d.about === null && (!isPlatform(d.subject) || (!d.part && d.claimed !== null)),
    )
  draft.subject =
    (inClause?.entry.row.subject as Subject | undefined) ??
    (previous && (!inSentence || previous.figure.start > inSentence.start) ? previous.subject : null) ??
    (inSentence?.entry.row.subject as Subject | undefined) ??
    carried?.subject ??
    null
}

const PLATFORMS = new Set<string>([
  'wechat',
  'weibo',
  'douyin',
  'kuaishou',
  'toutiao',
  'video_channel',
  'app',
  'mini_program',
  'other_media',
])
const isPlatform = (s: string): boolean => PLATFORMS.has(s)

/** «12个信息» is articles, «12个信息员» is not. */
function noun(text: string, hit: Hit<'subject'>): boolean {
  return !/^(?:员|系统|中心|报送|化|主管|主办|责任|管理员|标识)/.test(text.slice(hit.end, hit.end + 3))
}

const INHERIT = new Set<Measure>(['total', 'checked', 'unqualified', 'qualified', 'registered', 'closed'])

function readMeasure(
  text: string,
  sentence: Sentence,
  clause: { start: number; end: number },
  figure: Figure,
  measures: readonly Hit<'measure'>[],
  drafts: readonly Draft[],
  draft: Draft,
  inAside: boolean,
): void {
  const kind =
    figure.kind === 'count'
      ? 'count'
      : figure.kind === 'rate'
        ? 'percent'
        : figure.kind === 'score'
          ? 'points'
          : 'rank'
  if (kind === 'rank') {
    draft.measure = 'rank'
    return
  }
  const bare = figure.kind === 'count' && figure.value.counter === null
  const usable = measures.filter(
    (m) =>
      (m.entry.row.figure === kind || (bare && m.entry.row.figure === 'points')) &&
      !/^[率员]/.test(kind === 'count' ? text.slice(m.end, m.end + 1) : ''),
  )
  const floor = kind === 'percent' ? Math.max(sentence.start, clause.start - 30) : clause.start
  const previousEnd = Math.max(floor, ...drafts.map((d) => d.figure.end).filter((e) => e <= figure.start))
  const free = usable.filter(
    (m) => !drafts.some((d) => d.claimed && m.start < d.claimed.end && m.end > d.claimed.start),
  )
  const after = kind === 'count' ? nearestAfter(text, figure, free) : undefined
  const before = nearestBefore(free, figure, kind === 'percent' ? floor : previousEnd)
  const breakdown = kind === 'count' && draft.subject ? headOf(sentence, figure, drafts, inAside) : undefined
  if (breakdown && isPart(text, breakdown, figure, draft)) {
    draft.measure = breakdown.measure
    draft.part = true
    if (!isPlatform(draft.subject!)) draft.about = scopeOf(text, sentence, figure)
    return
  }
  if (before?.entry.row.word === '占' && !drafts.some((d) => d.measure === 'checked')) return
  const chosen =
    kind === 'count' && after && !(before && isStrong(before, figure)) ? after : (before ?? after)
  if (chosen) {
    const { measure, subject } = chosen.entry.row
    draft.claimed = chosen
    const summed = /^(?:共计|合计|总计|共)$/.test(chosen.entry.row.word)
      ? drafts.findLast((d) => d.measure && INHERIT.has(d.measure))
      : undefined
    draft.measure = summed?.measure ?? (measure as Measure)
    draft.label = labelOf(text, chosen)
    if (draft.adjacent && draft.subject !== 'website' && draft.subject !== 'article') {
      // «办理政府信息公开申请36件»: the noun beside the figure says what it counts.
    } else if (
      subject === 'message' ||
      subject === 'data' ||
      (subject === 'article' && (draft.subject === null || draft.subject === 'website'))
    )
      draft.subject = subject as Subject
    else if (subject && measure !== 'published' && measure !== 'adopted') draft.subject ??= subject as Subject
    return
  }
  if (kind === 'count') {
    const neighbour = drafts.at(-1)
    if (inAside && neighbour?.about && neighbour.measure && draft.figure.kind === 'count') {
      Object.assign(draft, { measure: neighbour.measure, label: neighbour.label, subject: neighbour.subject })
      return
    }
    const head = headOf(sentence, figure, drafts, inAside)
    const since = head ? text.slice(head.figure.end, figure.start) : ''
    if (head && (inAside || /[、(:]|其中|和|及/.test(since)) && !/。|;/.test(since))
      draft.measure = head.measure
  }
}

/** The figure that a list breaks down: not one that itself stands in a bracket, unless this one does too. */
function headOf(
  sentence: Sentence,
  figure: Figure,
  drafts: readonly Draft[],
  inAside: boolean,
): Draft | undefined {
  return [...drafts]
    .reverse()
    .find(
      (d) =>
        d.measure &&
        !d.part &&
        INHERIT.has(d.measure) &&
        d.figure.kind === 'count' &&
        (inAside || !isAside(sentence, d.figure.start, d.figure.end)) &&
        d.figure.end <= figure.start,
    )
}

/** «33个,其中门户网站1个、部门网站32个»: a part of the figure before it, of the same family, in one list. */
function isPart(text: string, head: Draft, figure: Figure, draft: Draft): boolean {
  const between = text.slice(head.figure.end, figure.start)
  if (/[。;]/.test(between)) return false
  const listed = /其中|\(|包括|分别|包含|[:]|有(?=[^,]{2,12}$)|、/.test(between)
  if (isPlatform(draft.subject!)) return listed || /^[^,]{0,12},/.test(between)
  return (
    draft.subject === head.subject &&
    /其中|分别为|包括|包含|[:(]/.test(between) &&
    !/检查|抽查|抽取|合格|否决|发现|监测|巡查/.test(between) &&
    figure.value.value <= head.figure.value.value
  )
}

/** «其中市直单位平均81.6分»: the part of the area that the clause opens with. */
function scopeBefore(reading: Reading, clauseStart: number, figure: Figure): string | null {
  const words = reading.text.slice(clauseStart, figure.start)
  const opening = /^\s*(?:其中|另外|此外)?[,:]?/.exec(words)![0].length
  for (const from of [opening, Math.max(opening, words.lastIndexOf('、') + 1)])
    for (let n = Math.min(12, words.length - from); n >= 2; n--)
      if (
        reading.kit.scopes.has(words.slice(from, from + n)) &&
        !/检查|抽查|开展|组织|进行/.test(words.slice(0, from))
      )
        return words.slice(from, from + n)
  return null
}

/** What the part is called: «县级部门网站». */
function scopeOf(text: string, sentence: Sentence, figure: Figure): string | null {
  const before = text.slice(sentence.start, figure.start)
  const words = /[^、,:(;。]*$/
    .exec(before)![0]
    .replace(/^(?:其中|包括|分别为|有|和|及|含)/, '')
    .replace(/(?:共|有|为)$/, '')
  return tight(words) || null
}

/** 不合格5个, 检查12个: the word stands right in front. */
function isStrong(hit: Hit<'measure'>, figure: Figure): boolean {
  return figure.start - hit.end <= 6
}

function nearestBefore(
  measures: readonly Hit<'measure'>[],
  figure: Figure,
  floor: number,
): Hit<'measure'> | undefined {
  let best: Hit<'measure'> | undefined
  for (const m of measures) {
    if (m.entry.row.side !== 'before' || m.end > figure.start || m.start < floor) continue
    if (!best || m.end > best.end || (m.end === best.end && m.start < best.start)) best = m
  }
  // «挂接目录总数为»: of words that end nearly together the one that says more.
  for (const m of measures)
    if (
      best &&
      m.entry.row.side === 'before' &&
      m.start >= floor &&
      m.end <= best.end &&
      best.end - m.end <= 1 &&
      m.end - m.start > best.end - best.start
    )
      best = m
  return best
}

/** «32个网站达到合格标准», «对41个网站逐一检查»: the word stands behind, over the noun, before any other figure or stop. */
function nearestAfter(
  text: string,
  figure: Figure,
  measures: readonly Hit<'measure'>[],
): Hit<'measure'> | undefined {
  let best: Hit<'measure'> | undefined
  for (const m of measures) {
    if (m.entry.row.side !== 'after' || m.start < figure.end || m.start - figure.end > 160) continue
    const between = text.slice(figure.end, m.start).replace(/\([^()]*\)/g, '')
    if (/[。;,:]/.test(between) || /(?:无|未|没有|不存在)[^,。;]{0,4}$/.test(between)) continue
    // «9个网站合格8个»: the word belongs to the figure behind it.
    if (/^(?:的|有|为)?\s*\d/.test(text.slice(m.end, m.end + 4))) continue
    if (/\d/.test(between) && !/检查/.test(m.entry.row.word)) continue
    if (between.replace(/[、\d个家]/g, '').length > 16) continue
    if (!best || m.start < best.start || (m.start === best.start && m.end > best.end)) best = m
  }
  return best
}

function labelOf(text: string, hit: Hit<'measure'>): string {
  const word = hit.entry.row.word
  if (word !== '率' && hit.entry.row.measure !== 'other') return word
  let start = hit.start
  while (
    start > 0 &&
    hit.end - start < 10 &&
    /[\u4e00-\u9fff]/.test(text[start - 1]!) &&
    !/[的为了是在和及,]/.test(text[start - 1]!)
  )
    start--
  return text.slice(start, hit.end)
}

/** The unit or units in front of the figure, in its clause: «果洛州合格率为89.3%», «市生态环境局(101条)». */
function readAbout(
  reading: Reading,
  sentence: Sentence,
  clauseStart: number,
  figure: Figure,
  groups: readonly UnitGroup[],
  draft: Draft,
  aside: { start: number; end: number } | undefined,
): void {
  const { text, place } = reading
  if (aside) {
    const owner = groups.flatMap((g) => g.units).find((u) => u.end === aside.start)
    if (owner && figure.start - aside.start <= 4) draft.about = owner.written
    return
  }
  const candidates = groups.filter(
    (g) =>
      g.end <= figure.start &&
      (g.start >= clauseStart ||
        (draft.figure.kind === 'rate' &&
          /^[,、]?\s*(?:为|达|是|仅)/.test(text.slice(clauseStart, figure.start)) &&
          g.start >= sentence.start)),
  )
  const group = candidates.at(-1)
  if (!group) return
  const unit = group.units.at(-1)!
  const own =
    (unit.kind === 'government' &&
      (unit.region === null || place.lineage.some((l) => l.code === unit.region?.code))) ||
    (unit.kind === 'zone' && place.region !== null && place.region.name.endsWith(unit.written))
  if (
    own ||
    /(?:组织|对|会同|委托|开展|通报|发现|抽查|检查|抽取|印发|要求|反馈)/.test(
      text.slice(group.end, figure.start),
    )
  )
    return
  if (group.units.length > 1 && draft.figure.kind === 'count') return
  if (
    figure.kind === 'count' &&
    !/^(?:政府|门户|部门)*(?:网站|新媒体|账号|公众号)?[^,。;]{0,12}$/.test(
      text.slice(group.end, figure.start),
    )
  )
    return
  draft.about = group.units.length === 1 ? unit.written : text.slice(group.start, group.end)
}

/** «西宁市、海东市、海西州合格率分别为98.1%、96.9%、97.5%»: lists of one length pair up in order. */
function pairRespectively(
  text: string,
  sentence: Sentence,
  subjects: readonly Hit<'subject'>[],
  groups: readonly UnitGroup[],
  drafts: Draft[],
): void {
  for (const match of text.slice(sentence.start, sentence.end).matchAll(/分别|依次|各(?=抽查|检查|有|为)/g)) {
    const at = sentence.start + match.index
    const run: Draft[] = []
    for (const d of drafts) {
      if (d.figure.start < at) continue
      const from = run.at(-1)?.figure.end ?? at
      if (
        !/^[^,。;]{0,10}$|^\s*[、和及与]\s*$/.test(text.slice(from, d.figure.start)) ||
        (run.length > 0 && d.figure.kind !== run[0]!.figure.kind)
      )
        break
      run.push(d)
    }
    if (run.length < 2) continue
    const units = [...groups]
      .reverse()
      .find((g) => g.end <= at && g.units.length === run.length && !/[。;]/.test(text.slice(g.end, at)))
    const nouns = lastNouns(subjects, sentence.start, at, run.length)
    if (units && (!nouns || units.end > nouns.at(-1)!.end))
      for (const [k, d] of run.entries()) d.about = units.units[k]!.written
    else if (nouns)
      for (const [k, d] of run.entries())
        Object.assign(d, { subject: nouns[k]!.entry.row.subject, about: null })
    for (const d of run) d.measure ??= run[0]!.measure
    for (const d of run) d.measure = run[0]!.measure
  }
}

function lastNouns(
  subjects: readonly Hit<'subject'>[],
  from: number,
  until: number,
  n: number,
): Hit<'subject'>[] | null {
  const before = subjects.filter(
    (s) => s.start >= from && s.end <= until && (isPrimary(s.entry.row) || s.entry.row.kind === 'column'),
  )
  const distinct = before.filter(
    (s, k) => before.findIndex((o) => o.entry.row.subject === s.entry.row.subject) === k,
  )
  return distinct.length >= n ? distinct.slice(-n) : null
}

/** «检查网站9个、新媒体35个,检查比例均为100%»: one rate of every subject named. */
function spreadRates(text: string, sentence: Sentence, drafts: Draft[]): void {
  for (const d of [...drafts]) {
    if (d.figure.kind !== 'rate' || (d.measure !== 'pass_rate' && d.measure !== 'coverage_rate')) continue
    if (
      !/(?:均|都|皆)(?:为|达|达到|是|实现)?(?:到)?\s*$/.test(
        text.slice(Math.max(sentence.start, d.figure.start - 6), d.figure.start),
      )
    )
      continue
    const named = new Set(
      drafts
        .filter(
          (o) =>
            o !== d &&
            o.figure.end <= d.figure.start &&
            o.figure.kind === 'count' &&
            o.subject &&
            !isPlatform(o.subject) &&
            (o.measure === 'checked' || o.measure === 'total'),
        )
        .map((o) => o.subject!),
    )
    for (const subject of named)
      if (subject !== d.subject && (subject === 'website' || subject === 'new_media' || subject === 'column'))
        drafts.push({ ...d, subject })
  }
}

/** «南昌、新余、鹰潭3市合格率均为100%»: one rate of each of them. */
function spreadAbout(text: string, sentence: Sentence, groups: readonly UnitGroup[], drafts: Draft[]): void {
  for (const d of [...drafts]) {
    if (d.figure.kind !== 'rate' || d.about === null) continue
    const group = groups.find((g) => g.units.length > 1 && text.slice(g.start, g.end) === d.about)
    if (
      !group ||
      !/(?:均|都|皆|全部)[^,。;]{0,6}$/.test(
        text.slice(Math.max(sentence.start, d.figure.start - 8), d.figure.start),
      )
    )
      continue
    drafts.splice(drafts.indexOf(d), 1, ...group.units.map((u) => ({ ...d, about: u.written })))
  }
}

const DEFAULT_UNIT = { count: 'count', rate: 'percent', score: 'points', rank: 'rank' } as const

function toMetric(
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
  if (figure.kind === 'count' && !makesSense(measure, subject)) return []
  // «专栏有3个栏目点开后空无一物» is a finding, not a figure of the area.
  if (
    figure.kind === 'count' &&
    STOCK.has(measure) &&
    !d.part &&
    (passage.role === 'problems' || d.about !== null) &&
    /未|没有|无法|超|不|错|空|逾/.test(restOfClause(reading.text, sentence, figure))
  )
    return []
  if (previousPeriod && !['rank', 'score', 'problems_fixed', 'fix_rate'].includes(measure)) return []
  if (
    measure === 'pass_rate' &&
    isPlatform(subject) &&
    !/公众号|微博|抖音|微信/.test(
      reading.text.slice(Math.max(sentence.start, figure.start - 14), figure.start),
    )
  )
    subject = 'new_media'
  const value = figure.value
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
      confidence: d.measure === null ? 0.6 : 0.9,
      evidence: [evidenceOf(reading, figure.start, figure.end, whereOf(passage))],
    },
  ]
}

const STOCK = new Set<Measure>(['total', 'received', 'handled', 'published', 'closed', 'registered', 'other'])

function restOfClause(text: string, sentence: Sentence, figure: Figure): string {
  return /^[^,。;]*/.exec(text.slice(figure.end, sentence.end))![0]
}

/** Does the sentence open with a time before the notice's own period («2023年下半年评估反馈的31项问题»)? */
function isPrevious(reading: Reading, sentence: Sentence): boolean {
  const { period, anchor, text } = reading
  const time = reading.mentions.find(
    (m) => m.kind === 'time' && m.start >= sentence.start && m.end <= sentence.end,
  )
  if (
    !period ||
    time?.kind !== 'time' ||
    !time.value.from ||
    tight(text.slice(sentence.start, time.start)).length > 4
  )
    return false
  const { from } = time.value
  const own = /#(\d+)$/.exec(period.label)
  if (from.round !== undefined && from.year === undefined && own) return from.round < Number(own[1])
  if (
    from.quarter === undefined &&
    from.half === undefined &&
    from.quarterOffset === undefined &&
    !(from.year !== undefined && from.month === undefined)
  )
    return false
  const range = resolveCalendar(from, anchor, 'past')
  return range !== null && range.end < period.start
}

const SITES_AND_MEDIA = new Set(['website', 'column', 'new_media', ...PLATFORMS])

/** Sites and accounts are checked and qualified; messages are received; articles are published. */
function makesSense(measure: Measure, subject: Subject): boolean {
  if (['checked', 'qualified', 'unqualified', 'total', 'registered', 'closed'].includes(measure))
    return SITES_AND_MEDIA.has(subject)
  if (measure === 'received' || measure === 'handled') return subject === 'message'
  if (measure === 'published' || measure === 'adopted')
    return subject === 'article' || SITES_AND_MEDIA.has(subject)
  return true
}

/** A count of sites or accounts of which something is told, though no word says what it measures. */
function fallbackMeasure(reading: Reading, sentence: Sentence, d: Draft): Measure | null {
  if (
    d.figure.kind !== 'count' ||
    d.about !== null ||
    d.subject === null ||
    !SITES_AND_MEDIA.has(d.subject) ||
    isPlatform(d.subject)
  )
    return null
  const { text } = reading
  if (!/^[个家]$/.test(d.figure.value.counter ?? '')) return null
  if (
    /^[^,。;]{0,8}(?:中|当中|里)(?:,|$|[^,。;]{0,2}(?:有|,))/.test(
      text.slice(d.figure.end, d.figure.end + 14),
    )
  )
    return null
  const around = text.slice(
    Math.max(sentence.start, d.figure.start - 24),
    Math.min(sentence.end, d.figure.end + 16),
  )
  if (/未|问题|超|逾|不/.test(around)) return 'problems_found'
  if (
    /(?:共|有|设|现有|下设|现|共设|保留|管理|监管|运维)[^,。;:、]{0,14}$/.test(
      text.slice(Math.max(sentence.start, d.figure.start - 18), d.figure.start),
    )
  )
    return 'total'
  return /^[^,。;]{0,12}(?:全[省市县区州旗]|我[省市县区州旗]|截至|目前|共)[^,。;]{0,20}$/.test(
    text.slice(Math.max(sentence.start, text.lastIndexOf(',', d.figure.start) + 1), d.figure.start),
  )
    ? 'total'
    : null
}

function asOf(reading: Reading, sentence: Sentence, until: number): string | null {
  const times = reading.mentions.filter(
    (m) => m.kind === 'time' && m.start >= sentence.start && m.end <= until,
  )
  for (const t of times.reverse()) {
    if (
      t.kind !== 'time' ||
      !/(?:截至|截止|截止到|至|到)\s*$/.test(
        reading.text.slice(Math.max(sentence.start, t.start - 4), t.start),
      )
    )
      continue
    const range = t.value.from ? resolveCalendar(t.value.from, reading.anchor, 'past') : null
    if (range) return range.end
  }
  return null
}

const CHANGE =
  /^[,、(]?\s*(?:(?:较|比|同比|环比|与)([^,。;\d]{0,14}?))?(?:相比)?,?(提升|提高|上升|增长|增加|下降|减少|降低|回落|下滑)(?:了|约)?\s*/

function changeOf(reading: Reading, sentence: Sentence, figure: Figure): Metric['change'] {
  const { text } = reading
  const rest = text.slice(figure.end, sentence.end)
  const m = CHANGE.exec(rest)
  if (!m) return null
  const at = figure.end + m[0].length
  const next = reading.mentions.find((x) => x.start >= at - 1 && x.start <= at + 2)
  const fromHead = /^[,、(]?\s*(较|比|同比|环比)([^,。;]{0,14}?)(?=提|上|增|下|减|降|回)/.exec(rest)
  if (!next || (next.kind !== 'rate' && next.kind !== 'count')) return null
  const sign = /下降|减少|降低|回落|下滑/.test(m[2]!) ? -1 : 1
  return {
    value: sign * next.value.value,
    unit: next.kind === 'count' ? 'count' : next.value.unit,
    against: againstOf(`${fromHead?.[1] ?? ''}${fromHead?.[2] ?? ''}`),
  }
}

function againstOf(words: string): string {
  if (/同比|去年同期|上年同期/.test(words)) return 'same_period_last_year'
  if (/上个?季度|上一季度|环比|[一二三四]季度/.test(words)) return 'previous_quarter'
  if (/上个?月/.test(words)) return 'previous_month'
  if (/上次|上期|上轮/.test(words)) return 'previous_round'
  return words ? tight(words) : 'previous_period'
}

/** «对10个网站进行了全覆盖检查» says that all were checked. */
function fullCoverage(
  reading: Reading,
  passage: Passage,
  sentence: Sentence,
  drafts: readonly Draft[],
): Metric[] {
  const { text } = reading
  const said = reading.hits
    .within('measure', sentence.start, sentence.end)
    .flatMap((m) => (m.entry.row.figure === 'all' ? (whole(text, m, sentence.end) ?? []) : []))[0]
  if (!said) return []
  const end = said.start
  const out: Metric[] = []
  for (const d of drafts) {
    if (
      d.figure.kind !== 'count' ||
      d.part ||
      d.subject === null ||
      d.about !== null ||
      isPlatform(d.subject)
    )
      continue
    if (d.figure.end > end && !/^[^,。;\d]{0,16}$/.test(text.slice(said.end, d.figure.start))) continue
    if (d.measure !== 'checked' && d.measure !== 'total') continue
    if (d.figure.end <= end && /[。;]/.test(text.slice(d.figure.end, end))) continue
    const evidence = [
      evidenceOf(
        reading,
        Math.min(d.figure.start, said.start),
        Math.max(d.figure.end, said.end),
        whereOf(passage),
      ),
    ]
    const base = {
      subject: d.subject,
      operator: '=' as const,
      about: null,
      as_of: null,
      change: null,
      label: null,
      state: 'implied' as const,
      confidence: 0.8,
      evidence,
    }
    if (d.measure === 'total')
      out.push({
        ...base,
        measure: 'checked',
        value: d.figure.value.value,
        unit: 'count',
        raw: d.figure.value.raw,
      })
    out.push({ ...base, measure: 'coverage_rate', value: 100, unit: 'percent', raw: '100' })
  }
  return out
}

export function unique(metrics: readonly Metric[]): Metric[] {
  const seen = new Map<string, Metric>()
  for (const m of metrics) {
    const key = `${m.subject}|${m.measure}|${m.value}|${m.about ?? ''}`
    const known = seen.get(key)
    if (!known) seen.set(key, m)
    else if (known.state === 'implied' && m.state === 'stated')
      seen.set(key, { ...m, evidence: [...m.evidence, ...known.evidence] })
    else if (!known.evidence.some((e) => e.start === m.evidence[0]!.start)) known.evidence.push(...m.evidence)
  }
  return [...seen.values()]
}
