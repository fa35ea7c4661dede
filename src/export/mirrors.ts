import { readFingerprint, similarity } from '../records/fingerprint.ts'
import type { Notice } from '../records/schema.ts'
import { Ledger } from './spill/ledger.ts'
import type { Spill } from './spill/sorted.ts'
import type { OutputTable } from './tables.ts'

/** What is asked of a notice to tell whether it is a copy. */
export interface Copy extends Pick<Notice, 'id' | 'doc_number' | 'issued' | 'fingerprint'> {
  uri: string
  period: { label: string } | null
  region: { code: string } | null
}

export interface DuplicateRow {
  id: string
  uri: string
  duplicate_of: string
  duplicate_of_uri: string
  similarity: number
}

export const duplicatesTable: OutputTable<DuplicateRow> = {
  name: 'duplicates',
  zh: '重复的通报',
  en: 'notices that are copies of an earlier one; the comparison counts them once',
  primaryKey: ['notice_id', 'source_uri'],
  columns: [
    { name: 'notice_id', type: 'string', zh: '通报编号', en: 'notice', value: (r) => r.id },
    { name: 'source_uri', type: 'string', zh: '来源文件', en: 'source', value: (r) => r.uri },
    {
      name: 'duplicate_of',
      type: 'string',
      zh: '原通报编号',
      en: 'the notice it is a copy of',
      value: (r) => r.duplicate_of,
    },
    {
      name: 'duplicate_of_uri',
      type: 'string',
      zh: '原来源文件',
      en: 'its source',
      value: (r) => r.duplicate_of_uri,
    },
    {
      name: 'similarity',
      type: 'number',
      zh: '相似度',
      en: 'share of the text in common, estimated',
      value: (r) => r.similarity,
    },
  ],
}

const BANDS = 16
const ROWS = 8

/** Enough where number, or period and region, are the same; enough where nothing is known of them. */
const ALIKE = 0.8
const SAME = 0.95

/**
 * Copies among the notices of a run, told in the order of the run: the first of several is the one that is kept. Two
 * notices that say different things of themselves (number, date, period, region) are no copies, however alike their
 * words: the notices of two quarters are.
 *
 * A run may hold a million notices: what is kept of each lies in a ledger, and 160 bytes of memory say which are worth
 * looking up there.
 */
export class Mirrors {
  readonly #kept: Ledger
  /** For each hash of a band, the last entry that has it, from 1; an entry is a band of a notice. */
  readonly #last: Uint32Array
  /** The entry before that has the same. */
  #before: Uint32Array
  #hashes: Uint32Array

  /** `expected`: notices, about. */
  constructor(spill: Spill | null = null, expected = 1 << 10) {
    this.#kept = new Ledger('mirrors', spill)
    this.#last = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(1, expected) * BANDS)))
    this.#before = new Uint32Array(expected * BANDS)
    this.#hashes = new Uint32Array(expected * HASHES)
  }

  /** The earlier notice that this one is a copy of; null where it is the first of its kind. */
  add({ id, uri, doc_number, issued, period, region, fingerprint }: Copy): DuplicateRow | null {
    const copy: Told = { id, uri, facts: [doc_number, issued, period?.label ?? null, region?.code ?? null] }
    const print = readFingerprint(fingerprint)
    const bands = Array.from({ length: BANDS }, (_, band) => hashOfBand(print, band))
    const hashes = [id, ...copy.facts].map(hashOf)
    for (const k of this.#worthReading(bands, hashes)) {
      const known = readKept(this.#kept.at(k))
      if (!bands.some((hash, band) => hashOfBand(known.print, band) === hash)) continue
      const exact = known.copy.id === copy.id
      const alike = exact ? 1 : similarity(known.print, print)
      if (!exact && alike < leastFor(known.copy, copy)) continue
      return {
        id: copy.id,
        uri: copy.uri,
        duplicate_of: known.copy.id,
        duplicate_of_uri: known.copy.uri,
        similarity: Number(alike.toFixed(3)),
      }
    }
    this.#keep(copy, print, bands, hashes)
    return null
  }

  close(): void {
    this.#kept.close()
  }

  /** Those kept, in their order, that share a band as far as hashes tell, and may be copies as far as facts tell. */
  #worthReading(bands: readonly number[], hashes: readonly number[]): number[] {
    const found = new Set<number>()
    for (const [band, hash] of bands.entries())
      for (let entry = this.#last[this.#slot(band, hash)]!; entry > 0; entry = this.#before[entry - 1]!) {
        const k = Math.floor((entry - 1) / BANDS)
        if ((entry - 1) % BANDS === band && this.#mayBeCopy(k, hashes)) found.add(k)
      }
    return [...found].sort((a, b) => a - b)
  }

  #mayBeCopy(k: number, hashes: readonly number[]): boolean {
    const at = k * HASHES
    if (this.#hashes[at] === hashes[0]) return true
    for (let i = 1; i < HASHES; i++) {
      const known = this.#hashes[at + i]!
      if (known !== 0 && hashes[i] !== 0 && known !== hashes[i]) return false
    }
    return true
  }

  #keep(copy: Told, print: Uint16Array, bands: readonly number[], hashes: readonly number[]): void {
    const k = this.#kept.length
    if ((k + 1) * BANDS > this.#before.length) {
      this.#before = twice(this.#before)
      this.#hashes = twice(this.#hashes)
    }
    this.#kept.add(
      Buffer.concat([Buffer.from(print.buffer, print.byteOffset, PRINT), Buffer.from(JSON.stringify(copy))]),
    )
    this.#hashes.set(hashes, k * HASHES)
    for (const [band, hash] of bands.entries()) {
      const entry = k * BANDS + band
      const slot = this.#slot(band, hash)
      this.#before[entry] = this.#last[slot]!
      this.#last[slot] = entry + 1
    }
  }

  #slot(band: number, hash: number): number {
    const mixed = Math.imul((hash ^ Math.imul(band + 1, 0x9e3779b1)) >>> 0, 0x85ebca6b)
    return (mixed ^ (mixed >>> 15)) & (this.#last.length - 1)
  }
}

/** Of its id and its facts. */
const HASHES = 5
/** Bytes of a fingerprint. */
const PRINT = 256

function twice(from: Uint32Array): Uint32Array {
  const to = new Uint32Array(Math.max(BANDS * HASHES, from.length * 2))
  to.set(from)
  return to
}

function readKept(bytes: Buffer): { copy: Told; print: Uint16Array } {
  return {
    // A copy, since the bytes may begin at an odd place.
    print: new Uint16Array(new Uint8Array(bytes.subarray(0, PRINT)).buffer),
    copy: JSON.parse(bytes.toString('utf8', PRINT)),
  }
}

interface Told {
  id: string
  uri: string
  facts: readonly (string | null)[]
}

function leastFor(a: Told, b: Told): number {
  const same = a.facts.map((fact, i) => (fact === null || b.facts[i] === null ? null : fact === b.facts[i]))
  if (same.includes(false)) return Number.POSITIVE_INFINITY
  const [number, , period, region] = same
  return number || (period && region) ? ALIKE : SAME
}

/** 32 bits of what stands in a band. */
function hashOfBand(print: Uint16Array, band: number): number {
  let hash = 0x811c9dc5
  for (let i = band * ROWS; i < (band + 1) * ROWS; i++) hash = Math.imul(hash ^ print[i]!, 0x01000193)
  return hash >>> 0
}

/** 32 bits of a text, never 0; 0 where there is none. */
function hashOf(text: string | null): number {
  if (text === null) return 0
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0 || 1
}
