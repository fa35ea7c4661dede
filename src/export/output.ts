import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Kit } from '../kit.ts'
import type { Extracted } from '../records/result.ts'
import { type Notice, SCHEMA_VERSION } from '../records/schema.ts'
import { Comparison, comparisonTable } from './comparison.ts'
import { csvHeader, csvRows } from './csv.ts'
import { dataPackage } from './datapackage.ts'
import { duplicatesTable, Mirrors } from './mirrors.ts'
import {
  checksTable,
  type DocumentRow,
  deadlinesTable,
  documentsTable,
  metricsTable,
  noticesTable,
  type OutputTable,
  recordsTable,
} from './tables.ts'

/** Writes the output folder as results come in; files appear under their names only when all are complete. */
export class Output {
  readonly comparison = new Comparison()
  readonly #files = new Map<string, number>()
  readonly #mirrors = new Mirrors()
  readonly #records
  readonly #comparisonTable
  #notices = 0
  #failures = 0

  constructor(
    readonly folder: string,
    private readonly kit: Kit,
    private readonly tool: string,
  ) {
    mkdirSync(folder, { recursive: true })
    this.#records = recordsTable((code) => kit.severity.get(code)?.zh ?? code)
    this.#comparisonTable = comparisonTable(kit)
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

  #addNotice(notice: Notice): void {
    const line = JSON.stringify(notice)
    this.#write('notices.ndjson', `${line}\n`)
    this.#write('notices.json', `${this.#notices++ > 0 ? ',' : ''}\n${line}`)
    this.#write('notices.csv', csvRows(noticesTable, [{ notice }]))
    const rows = <T>(items: readonly T[]) => items.map((item, i) => ({ notice, item, n: i + 1 }))
    this.#write('records.csv', csvRows(this.#records, rows(notice.records)))
    this.#write('metrics.csv', csvRows(metricsTable, rows(notice.metrics)))
    this.#write('deadlines.csv', csvRows(deadlinesTable, rows(notice.deadlines)))
    this.#write('checks.csv', csvRows(checksTable, rows(notice.checks)))
    const copy = this.#mirrors.add({ ...notice, uri: notice.source.uri })
    if (copy) this.#write('duplicates.csv', csvRows(duplicatesTable, [copy]))
    else this.comparison.add(notice)
  }

  /** Ends all files and gives them their names. */
  close(): void {
    const rows = this.comparison.rows()
    this.#write('notices.json', '\n]\n')
    this.#write('comparison.csv', csvRows(this.#comparisonTable, rows))
    this.#write('comparison.json', `${JSON.stringify({ schema_version: SCHEMA_VERSION, rows }, null, 1)}\n`)
    this.#write(
      'datapackage.json',
      `${JSON.stringify(dataPackage(this.#tables(), { tool: this.tool, tables: this.kit.hash }), null, 2)}\n`,
    )
    for (const fd of this.#files.values()) closeSync(fd)
    for (const name of this.#files.keys()) renameSync(this.#temporary(name), join(this.folder, name))
    if (this.#failures === 0 && existsSync(join(this.folder, 'errors.ndjson')))
      rmSync(join(this.folder, 'errors.ndjson'))
  }

  /** Leaves nothing behind of a run that cannot end. */
  abandon(): void {
    for (const [name, fd] of this.#files) {
      closeSync(fd)
      rmSync(this.#temporary(name), { force: true })
    }
  }

  #tables(): OutputTable<never>[] {
    return [
      noticesTable,
      this.#records,
      metricsTable,
      deadlinesTable,
      checksTable,
      this.#comparisonTable,
      duplicatesTable,
      documentsTable,
    ] as unknown as OutputTable<never>[]
  }

  #temporary(name: string): string {
    return join(this.folder, `.${name}.${process.pid}.part`)
  }

  #write(name: string, text: string): void {
    let fd = this.#files.get(name)
    if (fd === undefined) {
      fd = openSync(this.#temporary(name), 'w')
      this.#files.set(name, fd)
    }
    for (let bytes = Buffer.from(text, 'utf8'); bytes.length > 0; )
      bytes = bytes.subarray(writeSync(fd, bytes))
  }
}
