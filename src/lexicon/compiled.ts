import { closeSync, openSync, readSync } from 'node:fs'
import { endianness } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CueList } from './cues.ts'
import type { LikenessIndex } from './likeness.ts'
import type { Trie } from './matcher.ts'
import type { RegionList } from './regions.ts'
import type { Tables } from './tables.ts'

/** What the tables come to before anything is looked up in them: plain data. */
export interface Compiled {
  /** SHA-256 over the bytes of every table, hex: what `tablesHash` tells of them. */
  hash: string
  tables: Tables
  regions: RegionList
  cues: CueList
  stems: string
  trie: Trie
  /** The numbers of the literals, list of payloads by list. */
  literals: Int32Array
  /** For each list where its literals begin among those, and where the last one's end. */
  lists: Int32Array
}

/** Written by the build beside its code. */
export const COMPILED = fileURLToPath(new URL('./tables.bin', import.meta.url))
export const COMPILED_LIKENESS = fileURLToPath(new URL('./likeness.bin', import.meta.url))

export function packCompiled({ hash, tables, cues, trie, literals, lists, ...rest }: Compiled): Buffer {
  const bare = (row: object) => ({ ...row, file: '' })
  const plain: Plain = {
    ...rest,
    cues: { ...cues, cues: cues.cues.map((cue) => ({ ...cue, row: { ...cue.row, file: '' } })) },
    names: Object.keys(tables) as (keyof Tables)[],
  }
  return pack(hash, plain, [
    trie.first,
    trie.pairs,
    trie.may,
    trie.nodes,
    literals,
    lists,
    ...plain.names.map((name) => Buffer.from(JSON.stringify(tables[name].map(bare)), 'utf8')),
  ])
}

/** What the build kept of the tables with this hash, as if read from `folder`; null where it kept none, or of others. */
export function readCompiled(hash: string, folder: string, path: string = COMPILED): Compiled | null {
  const found = unpack<Plain>(path, hash)
  if (!found) return null
  const { names, ...rest } = found.plain
  const [first, pairs, may, nodes, literals, lists, ...tables] = found.arrays as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
    Buffer,
    Buffer,
    ...Buffer[],
  ]
  const file = join(folder, 'cues.tsv')
  for (const { row } of rest.cues.cues) (row as { file: string }).file = file
  return {
    hash,
    ...rest,
    tables: whenAsked(names, tables, folder),
    trie: { first: integers(first), pairs: integers(pairs), may: unsigned(may), nodes: integers(nodes) },
    literals: integers(literals),
    lists: integers(lists),
  }
}

/** Where a row stands is told by the name of its table only: the package may be moved. A notice needs half of the tables. */
function whenAsked(names: readonly (keyof Tables)[], packed: readonly Buffer[], folder: string): Tables {
  const tables = {}
  for (const [n, name] of names.entries())
    Object.defineProperty(tables, name, {
      enumerable: true,
      configurable: true,
      get() {
        const file = join(folder, `${name}.tsv`)
        const rows = JSON.parse(packed[n]!.toString('utf8')) as { file: string }[]
        for (const row of rows) row.file = file
        Object.defineProperty(tables, name, { enumerable: true, value: rows })
        return rows
      },
    })
  return tables as Tables
}

export function packLikeness(hash: string, { slots, weights, ...plain }: LikenessIndex): Buffer {
  return pack(hash, plain, [slots, weights])
}

/** The same of the model among these tables. */
export function readCompiledLikeness(hash: string, path: string = COMPILED_LIKENESS): LikenessIndex | null {
  const found = unpack<Omit<LikenessIndex, 'slots' | 'weights'>>(path, hash)
  if (!found) return null
  const [slots, weights] = found.arrays as [Buffer, Buffer]
  return {
    ...found.plain,
    slots: integers(slots),
    weights: new Int8Array(weights.buffer, weights.byteOffset, weights.byteLength),
  }
}

type Plain = Pick<Compiled, 'regions' | 'cues' | 'stems'> & { names: (keyof Tables)[] }

/** First of a file: what must fit, and the bytes of what follows: JSON, then the arrays as this kind of machine has them. */
interface Head {
  hash: string
  endianness: string
  lengths: number[]
}

/** Bytes of the head, filled up with spaces. */
const HEAD = 1024

function pack(hash: string, plain: object, arrays: readonly NodeJS.TypedArray[]): Buffer {
  const parts = [
    Buffer.from(JSON.stringify(plain), 'utf8'),
    ...arrays.map((a) => Buffer.from(a.buffer, a.byteOffset, a.byteLength)),
  ]
  const head: Head = { hash, endianness: endianness(), lengths: parts.map((part) => part.length) }
  return Buffer.concat([Buffer.from(JSON.stringify(head).padEnd(HEAD)), ...parts])
}

function unpack<P>(path: string, hash: string): { plain: P; arrays: Buffer[] } | null {
  let fd: number
  try {
    fd = openSync(path, 'r')
  } catch {
    return null
  }
  try {
    const head = JSON.parse(read(fd, HEAD).toString('utf8')) as Head
    if (head.hash !== hash || head.endianness !== endianness()) return null
    const [json = 0, ...lengths] = head.lengths
    const plain = JSON.parse(read(fd, json).toString('utf8')) as P
    return { plain, arrays: lengths.map((length) => read(fd, length)) }
  } catch {
    // Cut off or damaged: the tables themselves are there.
    return null
  } finally {
    closeSync(fd)
  }
}

/** @throws Error where the file ends before. */
function read(fd: number, length: number): Buffer {
  const bytes = Buffer.from(new ArrayBuffer(length))
  for (let done = 0; done < length; ) {
    const count = readSync(fd, bytes, done, length - done, null)
    if (count === 0) throw new Error('cut off')
    done += count
  }
  return bytes
}

const integers = (bytes: Buffer): Int32Array =>
  new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4)

const unsigned = (bytes: Buffer): Uint32Array =>
  new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4)
