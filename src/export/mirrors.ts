import { readFingerprint, similarity } from '../records/fingerprint.ts'
import type { Notice } from '../records/schema.ts'
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
 */
export class Mirrors {
  readonly #kept: { copy: Told; print: Uint16Array }[] = []
  readonly #buckets = new Map<number, number[]>()

  /** The earlier notice that this one is a copy of; null where it is the first of its kind. */
  add({ id, uri, doc_number, issued, period, region, fingerprint }: Copy): DuplicateRow | null {
    // Only these are kept: a run may hold a million.
    const copy: Told = { id, uri, facts: [doc_number, issued, period?.label ?? null, region?.code ?? null] }
    const print = readFingerprint(fingerprint)
    const keys = Array.from({ length: BANDS }, (_, band) => keyOf(print, band))
    const asked = new Set(keys.flatMap((key) => this.#buckets.get(key) ?? []))
    for (const k of [...asked].sort((a, b) => a - b)) {
      const known = this.#kept[k]!
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
    for (const key of keys) {
      const bucket = this.#buckets.get(key)
      if (bucket) bucket.push(this.#kept.length)
      else this.#buckets.set(key, [this.#kept.length])
    }
    this.#kept.push({ copy, print })
    return null
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

/** A band as one number: which it is, and 32 bits of what stands in it. */
function keyOf(print: Uint16Array, band: number): number {
  let hash = 0x811c9dc5
  for (let i = band * ROWS; i < (band + 1) * ROWS; i++) hash = Math.imul(hash ^ print[i]!, 0x01000193)
  return band * 2 ** 32 + (hash >>> 0)
}
