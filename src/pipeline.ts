import type { Kit } from './kit.ts'
import { type Normalized, normalize } from './normalize/normalize.ts'
import { findMentions, type Mention } from './parse/mentions.ts'
import type { Source } from './read/source.ts'
import { assemble } from './records/assemble.ts'
import { topicOf } from './records/figures/subject.ts'
import { type Header, readHeader } from './records/header.ts'
import { ownHolder } from './records/own-holder.ts'
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

/** Source → Text + OffsetMap → mentions → outline → hits of the tables → header → notice. The whole way of the data. */
export function trace(source: Source, kit: Kit): Trace {
  const normalized = normalize(source.text, kit)
  const mentions = findMentions(normalized.text)
  const outline = segment(source, normalized, mentions, kit)
  const hits = new Hits(normalized.text, kit)
  const header = readHeader({ source, normalized, mentions, outline, hits, kit })
  const reading: Reading = {
    source,
    normalized,
    text: normalized.text,
    mentions,
    outline,
    hits,
    place: header.place,
    anchor: header.anchor,
    issuer: header.issuer?.value ?? null,
    own: ownHolder(normalized.text, hits, outline, header, kit),
    topic: topicOf(hits, header),
    period: header.period?.value ?? null,
    kit,
  }
  return { normalized, mentions, outline, header, reading, notice: assemble(reading, header) }
}

export function read(source: Source, kit: Kit): Notice {
  return trace(source, kit).notice
}
