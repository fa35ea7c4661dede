import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Kit } from '../kit.ts'
import type { Extracted } from '../records/result.ts'
import type { Notice } from '../records/schema.ts'
import { comparisonTables } from './comparison/tables.ts'
import { Comparison, rowsJson } from './comparison.ts'
import { csvHeader, csvRows } from './csv.ts'
import { dataPackage } from './datapackage.ts'
import { DEFAULT_FORMS, type Forms } from './form.ts'
import { noticesIn, writeForms } from './forms.ts'
import { duplicatesTable, Mirrors } from './mirrors.ts'
import { type DocumentRow, documentsTable, noticeTables, type OutputTable } from './tables.ts'

/** What every run writes, whatever else was asked for: its inputs and their notices. */
const ALWAYS = new Set(['documents.csv', 'errors.ndjson', 'notices.ndjson'])

/** Writes the output folder as results come in; files appear under their names only when all are complete. */
export class Output {
  readonly comparison: Comparison
  readonly #files = new Map<string, number>()
  readonly #mirrors = new Mirrors()
  /** Written by others under their temporary names: those that stay, and those that go. */
  readonly #made = new Set<string>()
  readonly #scratch = new Set<string>()
  readonly #noticeTables
  readonly #comparisonTables
  #notices = 0
  #failures = 0

  constructor(
    readonly folder: string,
    private readonly kit: Kit,
    private readonly tool: string,
    private readonly forms: Forms = DEFAULT_FORMS,
  ) {
    mkdirSync(folder, { recursive: true })
    this.comparison = new Comparison(kit)
    this.#noticeTables = noticeTables((code) => kit.severity.get(code)?.zh ?? code)
    this.#comparisonTables = comparisonTables(kit)
    for (const table of this.#tables()) this.#write(`${table.name}.csv`, csvHeader(table))
    this.#write('notices.ndjson', '')
    this.#write('notices.json', '[')
  }

  add(result: Extracted): void {
    const first = result.problems[0]
    const row: DocumentRow = {
      uri: result.uri,
      status: result.status,
      code: first?.code ?? null,
      cause: first?.message ?? null,
      place: first?.at === undefined ? null : String(first.at),
      notice_id: result.notice?.id ?? null,
    }
    this.#write('documents.csv', csvRows(documentsTable, [row]))
    if (result.problems.length > 0 && result.status !== 'skipped') {
      this.#write(
        'errors.ndjson',
        `${JSON.stringify({ uri: result.uri, status: result.status, problems: result.problems })}\n`,
      )
      this.#failures++
    }
    if (result.notice) this.#addNotice(result.notice)
  }

  #addNotice(found: Notice): void {
    const copy = this.#mirrors.add({ ...found, uri: found.source.uri })
    const notice = copy ? { ...found, duplicate_of: copy.duplicate_of } : found
    if (copy) this.#write('duplicates.csv', csvRows(duplicatesTable, [copy]))
    const line = JSON.stringify(notice)
    this.#write('notices.ndjson', `${line}\n`)
    this.#write('notices.json', `${this.#notices++ > 0 ? ',' : ''}\n${line}`)
    for (const { table, rows } of this.#noticeTables)
      this.#write(`${table.name}.csv`, csvRows(table, rows(notice)))
    this.comparison.add(notice)
  }

  /** Ends all files and gives them their names. */
  async close(): Promise<void> {
    const comparison = this.comparison.document()
    const functions = this.comparison.functions()
    const made = { tool: this.tool, tables: this.kit.hash }
    this.#write('notices.json', '\n]\n')
    for (const { table, rows } of this.#comparisonTables)
      this.#write(`${table.name}.csv`, csvRows(table, rows(comparison, functions)))
    this.#write('comparison.json', rowsJson(comparison))
    this.#write('unit_functions.json', rowsJson(functions))
    this.#write('datapackage.json', `${JSON.stringify(dataPackage(this.#tables(), made), null, 2)}\n`)
    const place = (names: Set<string>) => (name: string) => {
      names.add(name)
      return this.#temporary(name)
    }
    await writeForms(
      this.forms,
      {
        notices: () => noticesIn(this.#temporary('notices.ndjson')),
        noticeTables: this.#noticeTables,
        comparisonTables: this.#comparisonTables.map(({ table, rows }) => ({
          table,
          rows: rows(comparison, functions),
        })),
        lang: this.forms.lang,
        made,
      },
      { file: place(this.#made), scratch: place(this.#scratch) },
    )
    for (const fd of this.#files.values()) closeSync(fd)
    for (const name of this.#scratch) rmSync(this.#temporary(name))
    for (const name of [...this.#files.keys(), ...this.#made])
      renameSync(this.#temporary(name), join(this.folder, name))
    if (this.#failures === 0 && existsSync(join(this.folder, 'errors.ndjson')))
      rmSync(join(this.folder, 'errors.ndjson'))
  }

  /** The files of the output folder. */
  names(): string[] {
    return [...this.#files.keys(), ...this.#made]
  }

  /** Leaves nothing behind of a run that cannot end. */
  abandon(): void {
    for (const fd of this.#files.values()) closeSync(fd)
    for (const name of [...this.#files.keys(), ...this.#made, ...this.#scratch])
      rmSync(this.#temporary(name), { force: true })
  }

  #tables(): OutputTable<never>[] {
    return [
      ...this.#noticeTables,
      ...this.#comparisonTables,
      { table: duplicatesTable as OutputTable<never> },
      { table: documentsTable as OutputTable<never> },
    ].map(({ table }) => table)
  }

  #temporary(name: string): string {
    return join(this.folder, `.${name}.${process.pid}.part`)
  }

  #wanted(name: string): boolean {
    if (ALWAYS.has(name)) return true
    return this.forms.formats.has(name === 'datapackage.json' || name.endsWith('.csv') ? 'csv' : 'json')
  }

  #write(name: string, text: string): void {
    if (!this.#wanted(name)) return
    let fd = this.#files.get(name)
    if (fd === undefined) {
      fd = openSync(this.#temporary(name), 'w')
      this.#files.set(name, fd)
    }
    for (let bytes = Buffer.from(text, 'utf8'); bytes.length > 0; )
      bytes = bytes.subarray(writeSync(fd, bytes))
  }
}
