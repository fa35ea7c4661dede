import { createHash, type Hash } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Kit } from '../kit.ts'
import { SCHEMA_VERSION } from '../records/schema.ts'
import { Comparison, comparisonTable } from './comparison.ts'
import { csvHeader, csvRows } from './csv.ts'
import { dataPackage } from './datapackage.ts'
import type { Digest } from './digest.ts'
import { DIGEST, NOTICES, type Section, sectionsOf, tablesOf } from './sections.ts'
import type { OutputTable } from './tables.ts'

export interface WrittenFile {
  name: string
  bytes: number
  sha256: string
}

/** Puts the output folder together from pieces in their order; files appear under their names only when all are complete. */
export class Output {
  readonly comparison = new Comparison()
  readonly sections: readonly Section[]
  readonly #files = new Map<string, GrowingFile>()
  #notices = 0

  constructor(
    readonly folder: string,
    /** Where files grow until they are complete; on the same file system. */
    private readonly scratch: string,
    private readonly kit: Kit,
    private readonly tool: string,
  ) {
    mkdirSync(folder, { recursive: true })
    this.sections = sectionsOf(kit)
    for (const section of this.sections)
      if (section.file && !section.optional) this.#write(section.file, section.head)
    this.#write('notices.json', '[')
  }

  /** Takes what a stretch of documents adds to a section; tells of each notice in it. */
  add(name: string, bytes: Buffer, tell: (digest: Digest) => void): void {
    if (bytes.length === 0) return
    const section = this.sections.find((s) => s.name === name)!
    if (section.file) this.#write(section.file, bytes)
    if (name === NOTICES)
      for (const line of lines(bytes)) {
        this.#write('notices.json', this.#notices++ > 0 ? ',\n' : '\n')
        this.#write('notices.json', line)
      }
    if (name === DIGEST)
      for (const line of lines(bytes)) {
        const digest = JSON.parse(line.toString('utf8')) as Digest
        this.comparison.add(digest)
        tell(digest)
      }
  }

  /** Ends all files and gives them their names. Returns them in code order, with their sums. */
  close(): WrittenFile[] {
    const rows = this.comparison.rows()
    const table = comparisonTable(this.kit)
    this.#write('notices.json', '\n]\n')
    this.#write('comparison.csv', csvHeader(table) + csvRows(table, rows))
    this.#write('comparison.json', `${JSON.stringify({ schema_version: SCHEMA_VERSION, rows }, null, 1)}\n`)
    const [notices, records, metrics, deadlines, checks, documents] = tablesOf(this.kit)
    const tables = [notices, records, metrics, deadlines, checks, table, documents]
    this.#write(
      'datapackage.json',
      `${JSON.stringify(dataPackage(tables as unknown as OutputTable<never>[], { tool: this.tool, tables: this.kit.hash }), null, 2)}\n`,
    )
    const written = [...this.#files].map(([name, file]) => ({ name, ...file.close() }))
    for (const { name } of written) renameSync(join(this.scratch, name), join(this.folder, name))
    for (const { file } of this.sections)
      if (file && !this.#files.has(file)) rmSync(join(this.folder, file), { force: true })
    return written.sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  /** Lets go of the files of a run that cannot end. */
  abandon(): void {
    for (const file of this.#files.values()) file.abandon()
  }

  #write(name: string, bytes: string | Buffer): void {
    let file = this.#files.get(name)
    if (!file) this.#files.set(name, (file = new GrowingFile(join(this.scratch, name))))
    file.write(bytes)
  }
}

const BUFFERED = 1 << 18

/** A file that is written once from its beginning to its end, and summed on the way. */
class GrowingFile {
  readonly #fd: number
  readonly #hash: Hash = createHash('sha256')
  #waiting: Buffer[] = []
  #size = 0
  #bytes = 0

  constructor(path: string) {
    this.#fd = openSync(path, 'w')
  }

  write(data: string | Buffer): void {
    const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : data
    this.#waiting.push(bytes)
    this.#size += bytes.length
    if (this.#size >= BUFFERED) this.#flush()
  }

  #flush(): void {
    let bytes: Buffer = Buffer.concat(this.#waiting)
    this.#waiting = []
    this.#size = 0
    this.#hash.update(bytes)
    this.#bytes += bytes.length
    while (bytes.length > 0) bytes = bytes.subarray(writeSync(this.#fd, bytes))
  }

  close(): Omit<WrittenFile, 'name'> {
    this.#flush()
    fsyncSync(this.#fd)
    closeSync(this.#fd)
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') }
  }

  abandon(): void {
    closeSync(this.#fd)
  }
}

function* lines(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start)
    yield bytes.subarray(start, end)
    start = end + 1
  }
}
