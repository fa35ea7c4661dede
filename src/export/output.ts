import { createHash, type Hash } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Kit } from '../kit.ts'
import { type ComparisonTableSource, comparisonTables, functionsTable } from './comparison/tables.ts'
import { Comparison, type ComparisonRow } from './comparison.ts'
import { csvHeader, csvRows, rowsIn } from './csv.ts'
import { dataPackage } from './datapackage.ts'
import type { Digest } from './digest.ts'
import { DEFAULT_FORMS, type Forms } from './form.ts'
import { documentsIn, noticesIn, writeForms } from './forms.ts'
import { type DuplicateRow, duplicatesTable, Mirrors } from './mirrors.ts'
import { DIGEST, ERRORS, NOTICES, type Section, sectionsOf } from './sections.ts'
import { documentsTable, noticesTable, noticeTables, type OutputTable } from './tables.ts'

export interface WrittenFile {
  name: string
  bytes: number
  sha256: string
}

/** What every run writes, whatever else was asked for: its inputs and their notices. */
const ALWAYS: ReadonlySet<string> = new Set(['documents.csv', ERRORS, NOTICES])

/** Puts the output folder together from pieces in their order; files appear under their names only when all are complete. */
export class Output {
  readonly comparison: Comparison
  readonly #sections: readonly Section[]
  readonly #files = new Map<string, GrowingFile>()
  readonly #mirrors: Mirrors
  /** For each notice that was told of and is not written yet: what it is a copy of. */
  #copies: (string | null)[] = []
  /** Kept only for the forms that are made when all is read. */
  readonly #duplicates: DuplicateRow[] = []
  /** What a person should know of the forms that were made. */
  readonly notes: string[] = []
  #notices = 0

  constructor(
    readonly folder: string,
    /** Where files grow until they are complete; on the same file system. */
    private readonly scratch: string,
    private readonly kit: Kit,
    private readonly tool: string,
    private readonly forms: Forms = DEFAULT_FORMS,
    /** Notices, about. */
    expected?: number,
  ) {
    mkdirSync(folder, { recursive: true })
    const spill = (name: string) => join(scratch, `spill.${name}`)
    this.comparison = new Comparison(kit, spill)
    this.#mirrors = new Mirrors(spill, expected)
    this.#sections = sectionsOf(kit)
    for (const section of this.#sections)
      if (section.file && !section.optional) this.#write(section.file, section.head)
    this.#write('duplicates.csv', csvHeader(duplicatesTable))
    this.#write('notices.json', '[')
  }

  /** Takes what a stretch of documents adds to a section; tells of each notice in it. */
  add(name: string, bytes: Buffer, tell: (digest: Digest) => void): void {
    if (bytes.length === 0) return
    const section = this.#sections.find((s) => s.name === name)!
    if (name === NOTICES) for (const line of lines(bytes)) this.#addNotice(line)
    else if (name === noticesTable.name) this.#write(section.file!, withCopies(bytes, this.#copies))
    else if (section.file) this.#write(section.file, bytes)
    if (name === DIGEST)
      for (const line of lines(bytes)) {
        const digest = JSON.parse(line.toString('utf8')) as Digest
        const copy = this.#mirrors.add({ ...digest, uri: digest.source.uri })
        if (copy) {
          this.#write('duplicates.csv', csvRows(duplicatesTable, [copy]))
          if (this.forms.formats.has('parquet') || this.forms.formats.has('duckdb'))
            this.#duplicates.push(copy)
        }
        this.#copies.push(copy?.duplicate_of ?? null)
        this.comparison.add({ ...digest, duplicate_of: copy?.duplicate_of ?? null })
        tell(digest)
      }
  }

  /** Only here it is known which notices came before. */
  #addNotice(line: Buffer): void {
    const original = this.#copies.shift()
    const told = original
      ? JSON.stringify({ ...(JSON.parse(line.toString('utf8')) as object), duplicate_of: original })
      : line
    this.#write(NOTICES, told)
    this.#write(NOTICES, '\n')
    this.#write('notices.json', this.#notices++ > 0 ? ',\n' : '\n')
    this.#write('notices.json', told)
  }

  /**
   * Ends all files and gives them their names, after `replaces` was told of them; `tell` is given each row of the comparison.
   * Returns the files in the order of their names, with their sums.
   */
  async close(
    replaces: (names: ReadonlySet<string>) => void,
    tell: (row: ComparisonRow) => void = () => {},
  ): Promise<WrittenFile[]> {
    const written = [...(await this.#complete(tell))].sort((a, b) => (a.name < b.name ? -1 : 1))
    replaces(new Set(written.map(({ name }) => name)))
    for (const { name } of written) renameSync(join(this.scratch, name), join(this.folder, name))
    return written
  }

  async #complete(tell: (row: ComparisonRow) => void): Promise<WrittenFile[]> {
    const { comparison } = this
    const made = { tool: this.tool, tables: this.kit.hash }
    const ofNotices = noticeTables((code) => this.kit.severity.get(code)?.zh ?? code)
    const sources = comparisonTables(this.kit)
    const ofComparison = sources.map(({ table, rows }) => ({ table, rows: () => rows(comparison) }))
    const tables = [
      ...ofNotices,
      ...ofComparison,
      { table: duplicatesTable as OutputTable<never> },
      { table: documentsTable as OutputTable<never> },
    ]
    this.#write('notices.json', '\n]\n')
    this.#writeRows(sources, tell)
    this.#write('comparison.json', comparison.json())
    const described = dataPackage(
      tables.map(({ table }) => table),
      made,
    )
    this.#write('datapackage.json', `${JSON.stringify(described, null, 2)}\n`)
    const grown = [...this.#files].map(([name, file]) => ({ name, ...file.close() }))
    const others: string[] = []
    const notes = await writeForms(
      this.forms,
      {
        notices: () => noticesIn(join(this.scratch, NOTICES)),
        noticeTables: ofNotices,
        comparisonTables: ofComparison,
        runTables: [
          { table: duplicatesTable as OutputTable<never>, rows: () => this.#duplicates as never[] },
          {
            table: documentsTable as OutputTable<never>,
            rows: () => documentsIn(join(this.scratch, 'documents.csv')) as AsyncIterable<never>,
          },
        ],
        folder: this.scratch,
        lang: this.forms.lang,
        redact: this.forms.redact,
        contacts: this.kit.contacts,
        made,
      },
      {
        file: (name) => {
          others.push(name)
          return join(this.scratch, name)
        },
        scratch: (name) => join(this.scratch, `scratch.${name}`),
      },
    )
    this.notes.push(...notes)
    return [...grown, ...others.map((name) => ({ name, ...sealed(join(this.scratch, name)) }))]
  }

  /** The tables of the comparison. What is put together row by row is put together once, for all that is made of it. */
  #writeRows(sources: readonly ComparisonTableSource[], tell: (row: ComparisonRow) => void): void {
    const { comparison } = this
    const growing = (table: OutputTable<never>) =>
      new GrowingTable(table, (text) => this.#write(`${table.name}.csv`, text))
    const ofRows = sources.flatMap(({ table, ofRow }) => (ofRow ? [{ table: growing(table), ofRow }] : []))
    for (const row of comparison.rows()) {
      for (const { table, ofRow } of ofRows) for (const one of ofRow(row)) table.add(one)
      tell(row)
    }
    for (const { table } of ofRows) table.end()
    for (const { table, rows, ofRow } of sources) {
      if (ofRow || table.name === functionsTable.name) continue
      const others = growing(table)
      for (const row of rows(comparison)) others.add(row)
      others.end()
    }
    const functions = growing(functionsTable as OutputTable<never>)
    for (const text of comparison.functionsJson((row) => functions.add(row as never)))
      this.#write('unit_functions.json', text)
    functions.end()
  }

  /** Lets go of all files, whether the run ended or cannot; the comparison can be asked until then. */
  release(): void {
    for (const file of this.#files.values()) file.abandon()
    this.#mirrors.close()
    this.comparison.close()
  }

  #wanted(name: string): boolean {
    if (ALWAYS.has(name)) return true
    return this.forms.formats.has(name === 'datapackage.json' || name.endsWith('.csv') ? 'csv' : 'json')
  }

  #write(name: string, data: string | Buffer | Iterable<string>): void {
    if (!this.#wanted(name)) return
    let file = this.#files.get(name)
    if (!file) {
      file = new GrowingFile(join(this.scratch, name))
      this.#files.set(name, file)
    }
    if (typeof data === 'string' || Buffer.isBuffer(data)) file.write(data)
    else for (const text of data) file.write(text)
  }
}

/** Rows of notices.csv with what only this place knows in their last cell. Most parts of a run hold no copy and are left as they are. */
function withCopies(rows: Buffer, copies: readonly (string | null)[]): Buffer | string {
  if (copies.every((original) => original === null)) return rows
  const out: string[] = []
  for (const row of rowsIn(rows.toString('utf8')))
    out.push(`${row.slice(0, -2)}${copies[out.length] ?? ''}${row.slice(-2)}`)
  return out.join('')
}

/** csv-stringify takes longer for each row the more it is given at a time. */
const ROWS = 32

/** A table as CSV that grows row by row, written some at a time. */
class GrowingTable {
  #some: never[] = []

  constructor(
    private readonly table: OutputTable<never>,
    private readonly write: (text: string) => void,
  ) {
    write(csvHeader(table))
  }

  add(row: never): void {
    if (this.#some.push(row) === ROWS) this.end()
  }

  end(): void {
    this.write(csvRows(this.table, this.#some))
    this.#some = []
  }
}

/** The sum of a file that another wrote, and its bytes on disk. */
function sealed(path: string): Omit<WrittenFile, 'name'> {
  const fd = openSync(path, 'r')
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(BUFFERED)
  let bytes = 0
  for (let read = readSync(fd, buffer); read > 0; read = readSync(fd, buffer)) {
    hash.update(buffer.subarray(0, read))
    bytes += read
  }
  fsyncSync(fd)
  closeSync(fd)
  return { bytes, sha256: hash.digest('hex') }
}

const BUFFERED = 1 << 18

/** A file that is written once from its beginning to its end, and summed on the way. */
class GrowingFile {
  readonly #fd: number
  readonly #hash: Hash = createHash('sha256')
  readonly #buffer = Buffer.allocUnsafe(BUFFERED)
  #held = 0
  #bytes = 0
  #open = true

  constructor(path: string) {
    this.#fd = openSync(path, 'w')
  }

  write(data: string | Buffer): void {
    const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : data
    if (this.#held + bytes.length > BUFFERED) this.#flush()
    if (bytes.length > BUFFERED) this.#put(bytes)
    else this.#held += bytes.copy(this.#buffer, this.#held)
  }

  #flush(): void {
    this.#put(this.#buffer.subarray(0, this.#held))
    this.#held = 0
  }

  #put(bytes: Buffer): void {
    this.#hash.update(bytes)
    this.#bytes += bytes.length
    for (let rest = bytes; rest.length > 0; ) rest = rest.subarray(writeSync(this.#fd, rest))
  }

  close(): Omit<WrittenFile, 'name'> {
    this.#flush()
    fsyncSync(this.#fd)
    this.abandon()
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') }
  }

  abandon(): void {
    if (this.#open) closeSync(this.#fd)
    this.#open = false
  }
}

function* lines(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start)
    yield bytes.subarray(start, end)
    start = end + 1
  }
}
