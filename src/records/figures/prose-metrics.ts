import { groupUnits } from '../../resolve/enumeration.ts'
import { isAside, isInQuote, type Sentence, sentences } from '../../resolve/sentence.ts'
import { findUnits } from '../../resolve/units/find-units.ts'
import { firstFrom, type Span, tight } from '../../segment/line.ts'
import type { Passage } from '../../segment/outline.ts'
import type { Reading } from '../reading.ts'
import type { Metric, Subject } from '../schema.ts'
import { aboutBefore, readAbout, scopeBefore } from './about.ts'
import { ofEachPart } from './change.ts'
import {
  aheadOf,
  cameIn,
  judgedOf,
  measureBehind,
  ofThoseNamed,
  pairRespectively,
  shareNoun,
  spreadAbout,
  spreadRates,
  summedUp,
} from './distribute.ts'
import { type Draft, type Figure, isPrimary } from './draft.ts'
import { allHandled, fullCoverage } from './full-coverage.ts'
import { fallbackMeasure, listMeasure, readMeasure, whole } from './measure.ts'
import { toMetric } from './metric.ts'
import {
  drawnFrom,
  likeSentenceBefore,
  listedWithNext,
  measuredLikeLast,
  ofEachCounted,
} from './neighbours.ts'
import { previousClauses } from './previous.ts'
import { skips } from './skipped.ts'
import { headingSubject, type Known, readSubject } from './subject.ts'

/** More in one sentence is no prose but what was left of a table: each figure is weighed against the others. */
export const MOST_FIGURES = 1_000
/** «…120个。按平台分,微信82个、微博26个»: parts of the figures of the sentence before. */
const PARTS = /^\s*(?:其中|(?:按|分|从)平台(?:分|划分|看|统计|类型分)?|按类型分|计有)/
const SKIPPED = new Set(['requirements', 'criteria'])

const readsFigures = (passage: Passage): boolean => !SKIPPED.has(passage.role) && passage.annex === 0

/** Sentences with so many figures that none of them is read. */
export function overfull(reading: Reading): { sentence: Sentence; figures: number }[] {
  if (reading.mentions.length <= MOST_FIGURES) return []
  return reading.outline.passages.filter(readsFigures).flatMap((passage) =>
    [...sentences(reading.text, passage.start, passage.end)].flatMap((sentence) => {
      const figures = figuresIn(reading, sentence).length
      return figures > MOST_FIGURES ? [{ sentence, figures }] : []
    }),
  )
}

/** Figures that the prose states about the area or a unit. */
const NAME =
  /^\s*(?:网站名称|账号名称|单位名称|部门名称|被检单位|责任单位|主办单位|地区|单位|部门|县区|市州|乡镇)[:]([^,;。:\d]{2,24})[;,]?\s*$/

/** «地区:平凉市;抽查17;不合格0»: whom the fields of one line, told one by one, are about. */
function namedIn(
  text: string,
  sentence: Sentence,
  named: { about: string; end: number } | null,
): { about: string; end: number } | null {
  const words = text.slice(sentence.start, sentence.end)
  const about = NAME.exec(words)?.[1]
  const goesOn = /;\s{0,2}$/.test(words) ? sentence.end : -1
  if (about) return { about: tight(about), end: goesOn }
  return named && named.end === sentence.start ? { ...named, end: goesOn } : null
}

/** «魏都区。检查15个,全部合格。»: the part of the area that a paragraph begins with, in a sentence of its own. */
function labelOf({ text, hits, place, kit }: Reading, { start, end }: Passage): string | null {
  const stop = text.slice(start, Math.min(end, start + LONGEST_LABEL)).search(/[。:]/)
  if (stop < 2) return null
  const [unit] = findUnits(text, hits, start, start + stop, place, kit)
  const name = text.slice(start, start + stop).trim()
  return unit && tight(unit.written) === tight(name) && unit.region?.code !== place.region?.code
    ? unit.written
    : null
}

const LONGEST_LABEL = 24

export function proseMetrics(reading: Reading): Metric[] {
  const out: Metric[] = []
  let told: Draft[] = []
  let section: string | undefined
  for (const passage of reading.outline.passages) {
    if (!readsFigures(passage)) continue
    if (passage.path[0]?.text !== section) told = []
    section = passage.path[0]?.text
    const heading = headingSubject(reading, passage) ?? reading.topic
    let carried: Known | null = heading && { subject: heading, end: -1 }
    let before: readonly Draft[] = []
    let named: { about: string; end: number } | null = null
    const label = labelOf(reading, passage)
    for (const sentence of sentences(reading.text, passage.start, passage.end)) {
      const made = sentenceMetrics(reading, passage, sentence, carried, before, told, heading)
      named = namedIn(reading.text, sentence, named)
      const about = named?.about ?? label
      for (const m of made.metrics) out.push(about && m.about === null ? { ...m, about } : m)
      before = made.drafts
      told.push(...made.drafts)
      carried = made.subject ?? carried
    }
  }
  return out
}

function figuresIn({ mentions }: Reading, sentence: Sentence): Figure[] {
  const figures: Figure[] = []
  for (
    let i = firstFrom(mentions, sentence.start);
    i < mentions.length && mentions[i]!.start < sentence.end;
    i++
  ) {
    const m = mentions[i]!
    if (m.end <= sentence.end && m.kind !== 'time' && m.kind !== 'doc_number') figures.push(m)
  }
  return figures
}

function sentenceMetrics(
  reading: Reading,
  passage: Passage,
  sentence: Sentence,
  carried: Known | null,
  before: readonly Draft[],
  told: readonly Draft[],
  heading: Subject | null,
): { metrics: Metric[]; subject: Known | null; drafts: readonly Draft[] } {
  const { text, hits, kit, place } = reading
  const figures = figuresIn(reading, sentence)
  if (figures.length > MOST_FIGURES) return { metrics: [], subject: null, drafts: [] }
  const subjects = hits
    .longest('subject', sentence.start, sentence.end)
    .filter((h) => !isInQuote(sentence, h.start, h.end))
  const lastSubject = [...subjects]
    .reverse()
    .find(
      (s) => isPrimary(s.entry.row) && s.entry.row.kind !== 'platform' && !isAside(sentence, s.start, s.end),
    )
  const next = lastSubject
    ? { subject: lastSubject.entry.row.subject as Subject, end: lastSubject.end }
    : null
  if (figures.length === 0)
    return {
      metrics: fullCoverage(reading, passage, sentence, [], before.length > 0 ? before : told),
      subject: next,
      drafts: [],
    }
  const measures = hits
    .within('measure', sentence.start, sentence.end)
    .filter(
      (m) =>
        !isInQuote(sentence, m.start, m.end) &&
        !/^(?:系统|平台|中心|机制|工作)/.test(text.slice(m.end, m.end + 2)),
    )
    .flatMap((m) => whole(text, m, sentence.end) ?? [])
  const groups = groupUnits(
    text,
    findUnits(text, hits, sentence.start, sentence.end, place, kit).filter(
      (u) => !isInQuote(sentence, u.start, u.end),
    ),
    sentence.start,
    sentence.end,
    place,
    kit,
  )
  const wholes = PARTS.test(text.slice(sentence.start, sentence.end)) ? before : []
  const drafts: Draft[] = [...wholes]
  const ofBefore = previousClauses(reading, sentence)
  for (const figure of figures) {
    if (skips(text, sentence, figure, kit)) continue
    const draft: Draft = {
      figure,
      claimed: null,
      adjacent: false,
      paired: false,
      ofPlatform: isOfOne(
        drafts.filter((d) => d.figure.start >= Math.max(sentence.start, text.lastIndexOf(';', figure.start))),
      ),
      part: false,
      subject: null,
      measure: null,
      label: null,
      about: null,
    }
    const clause = labelledClause(sentence, figure)
    const aside = sentence.asides.find((a) => figure.start >= a.start && figure.end <= a.end)
    readSubject(reading, sentence, clause.start, figure, subjects, drafts, carried, draft)
    readMeasure(text, sentence, clause, figure, measures, drafts, draft, aside !== undefined, kit)
    if (draft.about === null)
      readAbout(reading, sentence, clause.start, figure, groups, draft, aside, drafts.at(-1))
    if (draft.about === null && !draft.part) draft.about = scopeBefore(reading, clause.start, figure)
    if (draft.about === null && !draft.part && !aside)
      draft.about = aboutBefore(text, sentence, clause.start, figure, drafts)
    // «合格率居前的是甲市(100%)、乙市(98.9%)»: what a list in brackets measures is said once.
    const last = drafts.at(-1)
    if (
      aside &&
      draft.about !== null &&
      draft.measure === null &&
      last?.figure.kind === figure.kind &&
      last.about !== null &&
      isAside(sentence, last.figure.start, last.figure.end)
    )
      Object.assign(draft, { measure: last.measure, subject: last.subject })
    if (figure.kind === 'score' && draft.about !== null) draft.measure ??= 'score'
    if (figure.kind === 'count' && draft.about !== null && !aside)
      draft.measure ??= listMeasure(text, sentence, figure, measures)
    draft.measure ??= fallbackMeasure(reading, sentence, clause.start, draft)
    drafts.push(draft)
  }
  drafts.splice(0, wholes.length)
  measureBehind(text, sentence, measures, drafts)
  aheadOf(drafts)
  judgedOf(text, sentence, drafts)
  cameIn(reading, drafts)
  summedUp(text, drafts)
  likeSentenceBefore(text, sentence, drafts, before)
  drawnFrom(text, drafts)
  shareNoun(text, drafts)
  listedWithNext(text, drafts)
  measuredLikeLast(text, drafts)
  ofEachCounted(text, drafts)
  pairRespectively(text, sentence, subjects, groups, drafts, kit)
  spreadRates(text, sentence, subjects, drafts)
  spreadAbout(text, sentence, groups, drafts)
  ofThoseNamed(text, groups, drafts)
  // «(一)网站。留言45条…;未发现单项否决问题,合格率100%»: no message passes.
  for (const d of drafts) if (d.measure === 'pass_rate' && d.subject === 'message') d.subject = heading
  const metrics = ofEachPart(
    reading,
    sentence,
    drafts.flatMap((d) => toMetric(reading, passage, sentence, d, isIn(ofBefore, d.figure))),
  )
  return {
    metrics: [
      ...metrics,
      ...fullCoverage(reading, passage, sentence, drafts, before),
      ...allHandled(reading, passage, drafts),
    ],
    subject: next ?? soleSubject(drafts),
    drafts,
  }
}

/** «抽查微博29个,不合格1个,合格率96.6%», whatever stands before a semicolon. */
const isOfOne = (drafts: readonly Draft[]): boolean =>
  drafts.length > 0 &&
  drafts.every((d) => d.subject !== null && d.subject === drafts[0]!.subject) &&
  // «其中,抽查微博29个,不合格1个,合格率96.6%», and not «其中微博29个,合格率98%».
  (drafts.every((d) => !d.part) ||
    drafts.some((d) => d.measure === 'unqualified' || d.measure === 'qualified'))

/** «共抽查频道40个。»: what the next sentence is about, where all figures of this one are of one thing. */
function soleSubject(drafts: readonly Draft[]): Known | null {
  const [first] = drafts
  return first?.subject && first.measure && drafts.every((d) => d.subject === first.subject && !d.part)
    ? { subject: first.subject, end: first.figure.end }
    : null
}

/** The clause of a figure; of «合格:31家» the label belongs to it. */
function labelledClause(sentence: Sentence, figure: Figure): { start: number; end: number } {
  const at = sentence.clauses.findIndex((c) => figure.start >= c.start && figure.end <= c.end)
  const [own, label] = [sentence.clauses[at], sentence.clauses[at - 1]]
  if (!own) return sentence
  return label?.stop === ':' && figure.start - own.start <= 2 && label.end - label.start <= 10
    ? { start: label.start, end: own.end }
    : own
}

const isIn = (spans: readonly Span[], { start }: Figure): boolean =>
  spans.some((s) => start >= s.start && start < s.end)

export function unique(metrics: readonly Metric[]): Metric[] {
  const seen = new Map<string, Metric>()
  const places = new Set<string>()
  for (const m of metrics) {
    const key = `${m.subject}|${m.measure}|${m.value}|${m.about ?? ''}`
    const known = seen.get(key)
    const placeOf = ({ start }: { start: number }) => `${key}|${start}`
    const again = places.has(placeOf(m.evidence[0]!))
    for (const e of m.evidence) places.add(placeOf(e))
    if (!known) seen.set(key, m)
    else if (known.state === 'implied' && m.state === 'stated')
      seen.set(key, { ...m, evidence: [...m.evidence, ...known.evidence] })
    else if (!again) known.evidence.push(...m.evidence)
  }
  return [...seen.values()]
}
