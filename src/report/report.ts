import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { redactNotice } from '../export/redact.ts'
import { loadKit } from '../kit.ts'
import { say } from '../messages.ts'
import { pageAssets } from './assets.ts'
import { Collector } from './collect.ts'
import { FIRST_TABLES, type ReportHead } from './columns.ts'
import { pageOf } from './document.ts'
import { BLOCK, packed, TextBlocks } from './packed.ts'
import { noticesOf } from './read-output.ts'
import type { Shown } from './shown.ts'
import { loadTerms } from './terms.ts'
import { toWire } from './wire.ts'

export { shownBy } from './shown.ts'

interface ReportOptions {
  /** Written to the head of the page: `tongbao 1.2.3`. */
  tool: string
  /** Size of the file in bytes that texts of notices may fill; the tables are in it whatever they take. */
  maxBytes?: number
  /** A folder of the user's own rows: names of their categories and functions. */
  lexicon?: string | null
  /** Personal data is masked unless this says otherwise. */
  shown?: Shown
}

/** What mail and chat take, and a browser opens at once. */
const MAX_BYTES = 30_000_000

interface ReportMade {
  notices: number
  /** Notices whose whole text is in the file. */
  texts: number
  bytes: number
}

/** Builds the one-file report of an output folder, reading its notices once. @throws InputError */
export async function writeReport(
  folder: string,
  path: string,
  { tool, maxBytes = MAX_BYTES, lexicon = null, shown = redactNotice }: ReportOptions,
): Promise<ReportMade> {
  const kit = loadKit(undefined, lexicon)
  const collector = new Collector(kit)
  const texts = new TextBlocks(maxBytes)
  for await (const { notice } of noticesOf(folder)) {
    const visible = shown(notice, kit)
    collector.add(visible)
    texts.add(visible.text)
  }
  const data = Object.entries(collector.tables()).map(
    ([name, table]) =>
      [`table-${name}`, packed(Buffer.from(JSON.stringify(toWire(name, table)), 'utf8'))] as const,
  )
  const assets = pageAssets()
  const page = (blocks: string[], lengths: number[], units: number[]) => {
    const head: ReportHead = {
      tool,
      notices: collector.count,
      terms: loadTerms(kit),
      texts: { block: BLOCK, lengths, units },
    }
    const texts = blocks.map((block, i) => [`texts-${i}`, block] as const)
    const isFirst = ([id]: readonly [string, string]) => FIRST_TABLES.some((name) => id === `table-${name}`)
    return pageOf({
      ...assets,
      head,
      first: data.filter(isFirst),
      data: [...data.filter((one) => !isFirst(one)), ...texts],
      served: false,
    })
  }
  const everyText = texts.fitting(Number.POSITIVE_INFINITY)
  let bare = 0
  for (const piece of page([], everyText.lengths, everyText.units)) bare += Buffer.byteLength(piece)
  const { blocks, lengths, units } = texts.fitting(maxBytes - bare - everyText.blocks.length * 64)
  const bytes = writeWhole(path, page(blocks, lengths, units))
  return { notices: collector.count, texts: lengths.length, bytes }
}

/** The file appears under its name only when it is complete. */
function writeWhole(path: string, pieces: Iterable<string>): number {
  const temporary = `${path}.${process.pid}.part`
  const fd = openSync(temporary, 'w')
  let size = 0
  try {
    for (const piece of pieces)
      for (let bytes = Buffer.from(piece, 'utf8'); bytes.length > 0; ) {
        const written = writeSync(fd, bytes)
        size += written
        bytes = bytes.subarray(written)
      }
    closeSync(fd)
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
  return size
}

/** One or two lines for the person who asked for the report. */
export function told(path: string, made: ReportMade, folder: string): string {
  const size = `${(made.bytes / 1e6).toFixed(1)} MB`
  const left = leftOut(made, folder)
  return [say('report_made', path, made.notices, size), ...(left === null ? [] : [left])].join('\n')
}

/** What a report does not hold; null where it holds everything. */
export function leftOut({ notices, texts }: ReportMade, folder: string): string | null {
  return notices > texts ? say('report_left', notices - texts, folder) : null
}
