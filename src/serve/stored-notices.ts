import { type FileHandle, open } from 'node:fs/promises'
import { redactNotice } from '../export/redact.ts'
import { type Kit, loadKit } from '../kit.ts'
import type { Notice } from '../records/schema.ts'
import { Collector } from '../report/collect.ts'
import type { ReportTables } from '../report/columns.ts'
import { noticesFile, noticesOf } from '../report/read-output.ts'
import type { Shown } from '../report/shown.ts'

const KEPT = 64

/** The notices of an output folder: their columns in memory, each whole notice read from its place in the file when asked for. */
export class StoredNotices {
  readonly #kept = new Map<number, Notice>()

  private constructor(
    readonly tables: ReportTables,
    readonly indexOf: ReadonlyMap<string, number>,
    private readonly file: FileHandle,
    private readonly places: readonly { offset: number; length: number }[],
    private readonly shown: Shown,
    private readonly kit: Kit,
  ) {}

  /** Reads the folder once. @throws InputError */
  static async open(
    folder: string,
    kit: Kit = loadKit(),
    shown: Shown = redactNotice,
  ): Promise<StoredNotices> {
    const collector = new Collector(kit)
    const places: { offset: number; length: number }[] = []
    const indexOf = new Map<string, number>()
    for await (const { notice, offset, length } of noticesOf(folder)) {
      const visible = shown(notice, kit)
      if (!indexOf.has(visible.id)) indexOf.set(visible.id, places.length)
      places.push({ offset, length })
      collector.add(visible)
    }
    const file = await open(noticesFile(folder), 'r')
    return new StoredNotices(collector.tables(), indexOf, file, places, shown, kit)
  }

  get count(): number {
    return this.places.length
  }

  /** A whole notice, as it may be shown; undefined where there is none at that index. */
  async at(index: number): Promise<Notice | undefined> {
    const place = this.places[index]
    if (!place) return undefined
    let notice = this.#kept.get(index)
    if (!notice) {
      const bytes = Buffer.alloc(place.length)
      await this.file.read(bytes, 0, place.length, place.offset)
      notice = this.shown(JSON.parse(bytes.toString('utf8')) as Notice, this.kit)
      this.#kept.set(index, notice)
      if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value!)
    }
    return notice
  }

  close(): Promise<void> {
    return this.file.close()
  }
}
