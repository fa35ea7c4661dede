import type { Kit } from '../../kit.ts'
import { saying } from '../../lexicon/phrases.ts'
import { indexNear } from '../../resolve/category.ts'
import type { Hit } from '../../resolve/hits.ts'
import { isAside, type Sentence } from '../../resolve/sentence.ts'
import { tight } from '../../segment/line.ts'
import type { Reading } from '../reading.ts'
import type { Measure, Subject } from '../schema.ts'
import { isPlatform, isSiteOrMedia } from '../subject-family.ts'
import { type Draft, type Figure, INHERIT } from './draft.ts'
import { isListed } from './neighbours.ts'

/** A measure with gaps («进行*检查») up to its last part, or null where that does not follow in the clause. */
export function whole(text: string, hit: Hit<'measure'>, end: number): Hit<'measure'> | null {
  let at = hit.end
  for (const part of hit.entry.rest) {
    const found = indexNear(text, part, at, 16)
    if (found < 0 || found + part.length > end || /[,;。:]/.test(text.slice(at, found))) return null
    at = found + part.length
  }
  return at === hit.end ? hit : { ...hit, end: at }
}

export function readMeasure(
  text: string,
  sentence: Sentence,
  clause: { start: number; end: number },
  figure: Figure,
  measures: readonly Hit<'measure'>[],
  drafts: readonly Draft[],
  draft: Draft,
  inAside: boolean,
  kit: Kit,
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
      !/^[率员]/.test(kind === 'count' ? text.slice(m.end, m.end + 1) : '') &&
      !(m.entry.row.measure === 'published' && isUndone(text, m)),
  )
  // «检查厅直单位开设的账号22个»: whose they are.
  const owned = (m: Hit<'measure'>) =>
    m.entry.row.measure === 'total' &&
    text[m.end] === '的' &&
    usable.some((o) => o.entry.row.measure === 'checked' && o.start >= clause.start && o.end <= m.start)
  const floor = kind === 'percent' ? Math.max(sentence.start, clause.start - 30) : clause.start
  const previousEnd = Math.max(floor, ...drafts.map((d) => d.figure.end).filter((e) => e <= figure.start))
  const free = usable.filter(
    (m) => !owned(m) && !drafts.some((d) => d.claimed && m.start < d.claimed.end && m.end > d.claimed.start),
  )
  const after = kind === 'count' || kind === 'percent' ? nearestAfter(text, figure, free) : undefined
  const nearest = nearestBefore(free, figure, kind === 'percent' ? floor : previousEnd)
  // «监测发现4个账号不合格»: so many were found, not looked at.
  const before =
    nearest?.entry.row.measure === 'checked' && after && FOUND.test(text.slice(nearest.end, figure.start))
      ? undefined
      : nearest
  const breakdown =
    kind === 'count' && draft.subject ? headOf(text, sentence, figure, drafts, inAside) : undefined
  const ofOther = breakdown !== undefined && isPlatform(draft.subject!) && draft.subject !== breakdown.subject
  const judged = after && /qualified/.test(after.entry.row.measure) && !ofOther
  const ownWord =
    before &&
    isStrong(before, figure) &&
    /^(?:checked|(?:un)?qualified|closed|problems_)/.test(before.entry.row.measure)
  if (breakdown && !judged && !ownWord && isPart(text, breakdown, figure, draft)) {
    draft.measure = breakdown.measure
    draft.part = true
    if (!ofOther) draft.about = scopeOf(text, sentence, figure)
    return
  }
  if (/^占/.test(before?.entry.row.word ?? '') && /unqualified|problems/.test(drafts.at(-1)?.measure ?? '')) {
    Object.assign(draft, { measure: 'other', label: '不合格占比', claimed: before })
    return
  }
  if (before?.entry.row.word === '占' && !drafts.some((d) => d.measure === 'checked')) return
  // «抽中的网站里309家合格、9家不合格»: what judges stands right behind, what is in front is of another.
  const closer =
    judged &&
    after.start === figure.end &&
    before !== undefined &&
    !TOUCHES.test(text.slice(before.end, figure.start))
  // «网站检查发现的21个问题»: what is counted is what was found.
  const found =
    after?.entry.row.measure === 'problems_found' &&
    before?.entry.row.measure === 'checked' &&
    after.start - figure.end <= 4
  // «共有40家网站接受检查»: how many there are is not what is said of them.
  const counted =
    before?.entry.row.word === '共有' && /checked|qualified/.test(after?.entry.row.measure ?? '')
  const chosen =
    kind === 'count' && after && (closer || counted || found || !(before && isStrong(before, figure)))
      ? after
      : (before ?? after)
  if (chosen) {
    const { measure, subject } = chosen.entry.row
    draft.claimed = chosen
    // «登记742个,抽出260个,比例35%»
    if (chosen.entry.row.word === '比例' && isDrawn(text, drafts.at(-1), figure)) {
      draft.measure = 'coverage_rate'
      draft.label = '比例'
      draft.subject ??= drafts.at(-1)!.subject
      return
    }
    const summed = /^(?:共计|合计|总计|共)$/.test(chosen.entry.row.word)
      ? drafts.findLast((d) => d.measure && INHERIT.has(d.measure))
      : undefined
    draft.measure = summed?.measure ?? (measure as Measure)
    draft.label = labelOf(text, chosen)
    if (
      (draft.adjacent && draft.subject !== 'website' && draft.subject !== 'article') ||
      (subject === 'message' && drafts.some((d) => d.subject === 'disclosure' && d.measure === 'received'))
    ) {
      // «办理政府信息公开申请36件»: the noun beside the figure says what it counts.
    } else if (
      subject === 'message' ||
      subject === 'data' ||
      subject === 'disclosure' ||
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
    const head = headOf(text, sentence, figure, drafts, inAside)
    const since = head ? text.slice(head.figure.end, figure.start) : ''
    if (head && (inAside || /[、(:]|其中|和|及/.test(since)) && !(inAside ? /。/ : /。|;/).test(since))
      draft.measure = head.measure
    const last = drafts.findLast((d) => !d.part)
    // «发现问题14个,其中政府网站8个、政务新媒体6个»
    const found = drafts.findLast((d) => d.measure === 'problems_found' && !d.part)
    if (draft.measure === null && found && draft.subject && isPlainPart(text, found.figure, figure, kit))
      Object.assign(draft, { measure: found.measure, part: true })
    if (draft.measure === null && last && isListed(text, last, draft)) draft.measure = last.measure
  }
}

/** Does nothing but a noun of sites or accounts stand between the list's mark and the figure? */
function isPlainPart(text: string, head: Figure, figure: Figure, kit: Kit): boolean {
  const since = text.slice(head.end, figure.start)
  return !/[。;]/.test(since) && /其中|[(:]/.test(since) && PLAIN_PART(kit).test(since)
}

const PLAIN_PART = saying(
  (any) =>
    new RegExp(`(?:其中|[、,和及(:])(?:涉及)?(?:政府|政务)?${any('media', 'site')}(?:方面)?的?(?:共|有)?$`),
)

/** The figure that a list breaks down: not one that itself stands in a bracket, unless this one does too. */
function headOf(
  text: string,
  sentence: Sentence,
  figure: Figure,
  drafts: readonly Draft[],
  inAside: boolean,
): Draft | undefined {
  return [...drafts].reverse().find(
    (d) =>
      d.measure &&
      !d.part &&
      INHERIT.has(d.measure) &&
      d.figure.kind === 'count' &&
      // «占总数2480个的12.58%»
      !/^的\d/.test(text.slice(d.figure.end, d.figure.end + 2)) &&
      (inAside || !isAside(sentence, d.figure.start, d.figure.end)) &&
      d.figure.end <= figure.start,
  )
}

/** «33个,其中门户网站1个、部门网站32个»: a part of the figure before it, of the same family, in one list. */
function isPart(text: string, head: Draft, figure: Figure, draft: Draft): boolean {
  const since = text.slice(head.figure.end, figure.start)
  const platform = isPlatform(draft.subject!) && draft.subject !== head.subject
  const between = platform
    ? since.replace(/^[^。;]*[。;](?=\s*(?:其中|(?:按|分|从)平台|按类型|计有))/, ',')
    : since
  if (/[。;]/.test(between)) return false
  const listed = /其中|\(|包括|分别|包含|计有|平台分|[:]|有(?=[^,]{2,12}$)|、/.test(between)
  if (platform) return listed || /^[^,]{0,12},/.test(between)
  return (
    draft.subject === head.subject &&
    /其中|分别为|包括|包含|[:(]/.test(between) &&
    !/检查|抽查|抽取|合格|否决|发现|监测|巡查/.test(between) &&
    figure.value.value <= head.figure.value.value
  )
}

/** «超过14天没有更新的账号7个», «未及时更新栏目12个»: what was not done is counted by nobody as done. */
const isUndone = (text: string, hit: Hit<'measure'>): boolean =>
  /(?:[未无没]|没有|不(?![断少仅但]))[^,。;、\d]{0,4}$/.test(
    text.slice(Math.max(0, hit.start - 8), hit.start),
  )

const TOUCHES = /^(?:[了为是有达共的数量仅只:])*$/

/** What the part is called: «县级部门网站», «县(市、区)政府门户网站». */
function scopeOf(text: string, sentence: Sentence, figure: Figure): string | null {
  const words = /(?:[^、,:(;。]|\([市区州旗县、]{1,5}\)){1,40}$/
    .exec(text.slice(Math.max(sentence.start, figure.start - 40), figure.start))?.[0]
    .replace(/^(?:其中|包括|分别为|有|和|及|含|由)/, '')
    .replace(/(?:共|有|为)$/, '')
  return (words && tight(words)) || null
}

const FOUND = /^(?:中|时|后)?(?:共|又|还)?(?:发现|查出|检出)(?:有|了)?$/

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

/** «登记742个,抽出260个,比例35%», «对3000个账号抽查,比例50%» */
const isDrawn = (text: string, last: Draft | undefined, figure: Figure): boolean =>
  last?.measure === 'checked' ||
  (last?.measure === 'total' && /抽查|抽检|检查|监测/.test(text.slice(last.figure.end, figure.start)))

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

/** «抽查情况如下:甲县12个,乙县10个»: what a list counts is said in front of its colon. */
export function listMeasure(
  text: string,
  sentence: Sentence,
  figure: Figure,
  measures: readonly Hit<'measure'>[],
): Measure | null {
  const head = sentence.clauses.findLast((c) => c.stop === ':' && c.end < figure.start)
  if (!head || /[^、,\u4e00-\u9fff\d()]/.test(text.slice(head.end + 1, figure.start))) return null
  const said = measures.findLast(
    (m) => m.start >= head.start && m.end <= head.end && m.entry.row.figure === 'count',
  )
  return said && /^(?:情况|数量|个数|数|的)?(?:分别)?(?:如下|为|是)?$/.test(text.slice(said.end, head.end))
    ? (said.entry.row.measure as Measure)
    : null
}

/** «从60家网站中抽查40家», «60家网站中的40家» */
const DRAWN = /^[^,。;\d]{0,14}(?:中|里)(?:的\d|(?:随机|分层|按比例)?(?:抽|选|检查|监测)[^,。;\d]{0,8}\d)/
/** «政务新媒体598个,比上季度减少14个» */
const COMPARED = /^[\u4e00-\u9fff]{2,8}\d{1,9}[个家],(?:比|较|同比|环比)/
/** «政府网站60家(市级1家…)» */
const NOUN_ALONE =
  /^(?:目前|现|其中)?(?:[全我本][省市县区州旗级])?(?:政府|政务|部门|门户){0,2}(?:网站|新媒体)(?:账号)?\d{1,9}[个家][(]$/
/** «全市微信公众号60个,抽查40个» */
const SCOPED = /^(?:目前|现)?[全我本][省市县区州旗级][\u4e00-\u9fff]{2,8}\d{1,9}[个家],(?:随机)?(?:抽|检|监)/
/** «全市政务微博共60个» */
const ALONE = /^[^,。;、\d]{0,24}共\d{1,9}[个家]$/

const HOLDS = saying((any) => new RegExp(`${any('holds')}[^,。;:、]{0,14}$`))

const LONGEST_SUBJECT = 10

/** A count of sites or accounts of which something is told, though no word says what it measures. */
export function fallbackMeasure(
  reading: Reading,
  sentence: Sentence,
  clauseStart: number,
  d: Draft,
): Measure | null {
  if (
    d.figure.kind !== 'count' ||
    d.about !== null ||
    d.subject === null ||
    !isSiteOrMedia(d.subject) ||
    !/^[个家]$/.test(d.figure.value.counter ?? '')
  )
    return null
  const { text } = reading
  if (DRAWN.test(text.slice(d.figure.end, Math.min(sentence.end, d.figure.end + 40)))) return 'total'
  if (d.adjacent && SCOPED.test(text.slice(clauseStart, d.figure.end + 3))) return 'total'
  // «;政务新媒体517个,其中微信公众号402个»
  if (
    d.adjacent &&
    d.figure.start - clauseStart <= LONGEST_SUBJECT &&
    /^[,(]其中/.test(text.slice(d.figure.end, d.figure.end + 3))
  )
    return 'total'
  if (d.adjacent && COMPARED.test(text.slice(clauseStart, d.figure.end + 8))) return 'total'
  if (NOUN_ALONE.test(text.slice(clauseStart, d.figure.end + 1))) return 'total'
  if (isPlatform(d.subject)) return ALONE.test(text.slice(sentence.start, d.figure.end)) ? 'total' : null
  if (
    /^[^,。;]{0,8}(?:中|当中|里)(?:,|$|[^,。;]{0,2}(?:有|,))/.test(
      text.slice(d.figure.end, d.figure.end + 14),
    )
  )
    return null
  const behind = text.slice(d.figure.end, Math.min(sentence.end, d.figure.end + 16))
  const around = text.slice(Math.max(clauseStart, d.figure.start - 24), d.figure.end) + behind.split(',')[0]!
  if (/未|问题|超|逾|不(?!合格|达标|落|漏)/.test(around)) return 'problems_found'
  if (HOLDS(reading.kit).test(text.slice(Math.max(sentence.start, d.figure.start - 18), d.figure.start)))
    return 'total'
  return /^[^,。;]{0,12}(?:全[省市县区州旗]|我[省市县区州旗]|截至|目前|共)[^,。;]{0,20}$/.test(
    text.slice(Math.max(sentence.start, text.lastIndexOf(',', d.figure.start) + 1), d.figure.start),
  )
    ? 'total'
    : null
}
