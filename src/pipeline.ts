import type { Kit } from './kit.ts'
import { type Normalized, normalize } from './normalize/normalize.ts'
import { findMentions, type Mention } from './parse/mentions.ts'
import type { Source } from './read/source.ts'
import { assembleAll } from './records/assemble.ts'
import { topicOf } from './records/figures/subject.ts'
import { type Header, readHeader } from './records/header.ts'
import { ownHolder, placeOfProblems } from './records/own-holder.ts'
import type { Reading } from './records/reading.ts'
import type { Notice } from './records/schema.ts'
import { Hits } from './resolve/hits.ts'
import { type Outline, segment } from './segment/segment.ts'

/** What every stage made of a document, in the order they run. */
export interface Trace {
  normalized: Normalized
  mentions: Mention[]
  outline: Outline
  header: Header
  reading: Reading
  notice: Notice
}

/**
 * Source → Text + OffsetMap → mentions → outline → hits of the tables → header → notice: the whole way of the data. Each stage
 * takes all documents before the next begins: what it is made of, code and tables, is then at hand, which costs a processor a fifth less.
 */
function traceAll(sources: readonly Source[], kit: Kit): Trace[] {
  const texts = sources.map((source) => normalize(source.text, kit))
  const mentions = texts.map(({ text }) => findMentions(text))
  const outlines = sources.map((source, k) => segment(source, texts[k]!, mentions[k]!, kit))
  const hits = texts.map(({ text }) => new Hits(text, kit))
  const headers = sources.map((source, k) =>
    readHeader({
      source,
      normalized: texts[k]!,
      mentions: mentions[k]!,
      outline: outlines[k]!,
      hits: hits[k]!,
      kit,
    }),
  )
  const readings = sources.map((source, k): Reading => {
    const { text } = texts[k]!
    const outline = outlines[k]!
    const header = headers[k]!
    const own = ownHolder(text, hits[k]!, outline, header, kit)
    return {
      source,
      normalized: texts[k]!,
      text,
      mentions: mentions[k]!,
      outline,
      hits: hits[k]!,
      place: placeOfProblems(header.place, own, kit),
      anchor: header.anchor,
      issuer: header.issuer?.value ?? null,
      own,
      topic: topicOf(hits[k]!, header),
      period: header.period?.value ?? null,
      kit,
    }
  })
  const notices = assembleAll(readings, headers)
  return readings.map((reading, k) => ({
    normalized: reading.normalized,
    mentions: mentions[k]!,
    outline: reading.outline,
    header: headers[k]!,
    reading,
    notice: notices[k]!,
  }))
}

export const trace = (source: Source, kit: Kit): Trace => traceAll([source], kit)[0]!

export const readAll = (sources: readonly Source[], kit: Kit): Notice[] =>
  traceAll(sources, kit).map(({ notice }) => notice)

export const read = (source: Source, kit: Kit): Notice => trace(source, kit).notice
