import type { Kit } from '../kit.ts'
import { saying } from '../lexicon/phrases.ts'
import { type Span, tight } from '../segment/line.ts'
import type { Heading } from '../segment/outline.ts'
import type { FoundDeadline } from './deadlines.ts'
import type { Reading } from './reading.ts'

/** The words by which a demand says whom it is for. */
export interface DemandWords extends Span {
  /** With the heading over it and what its day moved behind, without what it excepts. */
  words: string
  /** What it is not for: «除“某某发布”外». */
  excepted: Span[]
  /** «(二)未备案的账号»: the heading that says which. */
  over: Heading | null
}

/** From the last demand of the sentence, or its start, up to the day. */
export function wordsOf(
  reading: Reading,
  d: FoundDeadline,
  previous: FoundDeadline | undefined,
): DemandWords {
  const { text } = reading
  const [start, end] = saidFor(text, d, previous, reading.kit)
  const excepted = [...text.slice(start, end).matchAll(EXCEPTED)].map((m) => ({
    start: start + m.index,
    end: start + m.index + m[0].length,
  }))
  const behind = MOVED.exec(text.slice(d.time.end, d.clauseEnd))?.[0] ?? ''
  const over = headingOver(reading, d)
  const said = `${over ? text.slice(over.start, over.end) : ''}${text.slice(start, end)}${behind}`
  return { start, end, words: said.replace(EXCEPTED, ''), excepted, over }
}

/** «要于10月23日前将不合格网站整改到位»: what it is about stands behind the day. */
const MOVED = /^[前内]?(?:[将把对]|完成(?=附[件表]))[^,。;]{2,40}/
/** «除“某某发布”外» */
export const EXCEPTED = /除[^,。;]{1,40}?(?:以|之)?外/g

/** «(二)未备案的账号。主办单位须在8月25日前补办备案»: the heading says which. */
function headingOver({ outline, kit }: Reading, { passage }: FoundDeadline): Heading | null {
  const heading = passage === null ? undefined : outline.passages[passage]!.path.at(-1)
  return heading && OF_WHICH(kit).test(heading.text) ? heading : null
}

const OF_WHICH = saying(
  (any) => new RegExp(`(?:[的类]|${any('unqualified')})(?:政务|政府)?(?:${any('media', 'site')}|问题)$`),
)

/** «对12家不合格网站予以通报批评。…上述网站»: what a demand's passage says before its sentence. */
export const saidBefore = ({ outline, text }: Reading, { passage, sentence }: FoundDeadline): string =>
  passage === null ? '' : text.slice(outline.passages[passage]!.start, sentence.start)

const REST = saying((any) => new RegExp(any('rest')))

/** Where a demand says whom it is for: from the last demand up to its time, or behind a time that it opens with. */
function saidFor(
  text: string,
  d: FoundDeadline,
  previous: FoundDeadline | undefined,
  kit: Kit,
): [number, number] {
  const last = previous?.sentence.start === d.sentence.start ? previous : undefined
  // «请附件1所列单位于4月11日前、附件2所列单位于4月25日前完成整改»: two in one clause.
  const start = !last ? d.sentence.start : last.clauseEnd > d.time.start ? last.time.end : last.clauseEnd
  // «不合格网站的主办单位要在周五前提交方案,10月31日前完成整改»: of those told of before.
  const own = tight(text.slice(start, d.time.start))
  const again = start > d.sentence.start && own.length <= 3 && !REST(kit).test(own)
  if (again && previous) return [d.sentence.start, previous.time.start]
  const from = start + ASKING.exec(text.slice(start, start + 12))![0].length
  if (d.time.start - from > 2 || d.time.start < from) return [from, Math.max(from, d.time.start)]
  const asked = ASKED.exec(text.slice(d.time.end, d.sentence.end))
  if (!asked) return [from, Math.max(from, d.time.start)]
  const until = d.time.end + asked[0].length
  // «4月30日前,市教育局要修复链接,市水利局要改正错字»
  const others = ALSO_ASKED.exec(text.slice(until, d.sentence.end))
  return [d.time.end, until + (others?.[0].length ?? 0)]
}

/** «4月30日前,市教育局要完成整改» */
const ASKED =
  /^,?(?:请|由|责成)?(?!完成|组织|开展|对|将)[^,。;、“”]{2,12}(?:、[^,。;“”]{2,20})?(?=要|须|务必|必须|应|完成整改|整改)/
const ALSO_ASKED = /^(?:[^,。;、“”\d]{2,24},[^,。;“”\d]{2,24}?(?=要|须|务必|必须|应)){1,9}/
/** What may open a demand in front of a name («限市教育局»). */
const ASKING = /^\s{0,9}(?:\d{1,2}[.、])?\s{0,2}(?:限期?|责令|责成|敬?请|望|要求|督促)?/
