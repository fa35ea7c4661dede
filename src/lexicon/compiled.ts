import { closeSync, openSync, readSync } from 'node:fs'
import { endianness } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CueList } from './cues.ts'
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
  stems: readonly string[]
  trie: Trie
  /** For each literal the list of payloads where it ends, in the order of the literals. */
  lists: Int32Array
}

/** Written by the build beside its code. */
export const COMPILED = fileURLToPath(new URL('./tables.bin', import.meta.url))

/** First of the file: what must fit, and the bytes of what follows: JSON, then the arrays as this kind of machine has them. */
interface Head {
  hash: string
  endianness: string
  lengths: number[]
}

/** Bytes of the head, filled up with spaces. */
const HEAD = 512

export function packCompiled({ hash, trie, lists, ...plain }: Compiled): Buffer[] {
  const arrays = [trie.first, trie.pairs, trie.may, trie.nodes, lists]
  const parts = [
    Buffer.from(JSON.stringify(withoutFolder(plain)), 'utf8'),
    ...arrays.map((a) => Buffer.from(a.buffer, a.byteOffset, a.byteLength)),
  ]
  const head: Head = {
    hash,
    endianness: endianness(),
    lengths: parts.map((part) => part.length),
  }
  return [Buffer.from(JSON.stringify(head).padEnd(HEAD)), ...parts]
}

/** What the build kept of the tables with this hash, as if read from `folder`; null where it kept none, or of others. */
export function readCompiled(hash: string, folder: string, path: string = COMPILED): Compiled | null {
  let fd: number
  try {
    fd = openSync(path, 'r')
  } catch {
    return null
  }
  try {
    const head = JSON.parse(filled(fd, Buffer.alloc(HEAD)).toString('utf8')) as Head
    if (head.hash !== hash || head.endianness !== endianness()) return null
    const bytes = head.lengths as [number, number, number, number, number, number]
    const plain = JSON.parse(filled(fd, Buffer.allocUnsafe(bytes[0])).toString('utf8'))
    const trie = {
      first: filled(fd, new Int32Array(bytes[1] / 4)),
      pairs: filled(fd, new Int32Array(bytes[2] / 4)),
      may: filled(fd, new Uint32Array(bytes[3] / 4)),
      nodes: filled(fd, new Int32Array(bytes[4] / 4)),
    }
    return { hash, ...withFolder(plain, folder), trie, lists: filled(fd, new Int32Array(bytes[5] / 4)) }
  } catch {
    // Cut off or damaged: the tables themselves are there.
    return null
  } finally {
    closeSync(fd)
  }
}

type Plain = Pick<Compiled, 'tables' | 'regions' | 'cues' | 'stems'>

/** Where a row stands is told by the name of its table only: the package may be moved. */
function withoutFolder({ tables, cues, ...rest }: Plain): object {
  const bare = (row: object) => ({ ...row, file: '' })
  return {
    ...rest,
    tables: Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.map(bare)])),
    cues: { ...cues, cues: cues.cues.map((cue) => ({ ...cue, row: bare(cue.row) })) },
  }
}

function withFolder(plain: Plain, folder: string): Plain {
  for (const [name, rows] of Object.entries(plain.tables)) {
    const file = join(folder, `${name}.tsv`)
    for (const row of rows as { file: string }[]) row.file = file
  }
  const file = join(folder, 'cues.tsv')
  for (const { row } of plain.cues.cues) (row as { file: string }).file = file
  return plain
}

/** @throws Error where the file ends before. */
function filled<A extends NodeJS.ArrayBufferView>(fd: number, into: A): A {
  for (let done = 0; done < into.byteLength; ) {
    const read = readSync(fd, into, done, into.byteLength - done, null)
    if (read === 0) throw new Error('cut off')
    done += read
  }
  return into
}
