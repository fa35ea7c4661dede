import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { pageAssets } from './assets.ts'
import { Collector } from './collect.ts'
import type { ReportHead, ReportTables } from './columns.ts'
import { pageOf } from './document.ts'
import { BLOCK, packed, TextBlocks } from './packed.ts'
import { noticesOf } from './read-output.ts'
import { everything, type Shown } from './shown.ts'
import { loadTerms } from './terms.ts'

export interface ReportOptions {
  /** Written to the head of the page: `tongbao 1.2.3`. */
  tool: string
  /** Most bytes of notices' texts in the file, as they stand there (base64). */
  maxTexts?: number
  shown?: Shown
}

export const MAX_TEXTS = 24 * 2 ** 20

export interface ReportMade {
  notices: number
  /** Notices whose whole text is in the file. */
  texts: number
  bytes: number
}

/** Builds the one-file report of an output folder, reading its notices once. @throws InputError */
export async function writeReport(
  folder: string,
  path: string,
  { tool, maxTexts = MAX_TEXTS, shown = everything }: ReportOptions,
): Promise<ReportMade> {
  const collector = new Collector()
  const texts = new TextBlocks(maxTexts)
  for await (const { notice } of noticesOf(folder)) {
    const visible = shown(notice)
    collector.add(visible)
    texts.add(visible.text)
  }
  texts.end()
  const head: ReportHead = {
    tool,
    notices: collector.count,
    terms: loadTerms(),
    block: BLOCK,
    texts: texts.texts,
  }
  const bytes = writeWhole(
    path,
    pageOf({ ...pageAssets(), head, data: dataOf(collector.tables(), texts.blocks), served: false }),
  )
  return { notices: head.notices, texts: head.texts, bytes }
}

function* dataOf(tables: ReportTables, blocks: readonly string[]): Generator<readonly [string, string]> {
  for (const [name, table] of Object.entries(tables))
    yield [`table-${name}`, packed(Buffer.from(JSON.stringify(table), 'utf8'))]
  for (const [i, block] of blocks.entries()) yield [`texts-${i}`, block]
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
  const size = `${(made.bytes / 2 ** 20).toFixed(1)} MiB`
  const left = made.notices - made.texts
  return [
    `${path}: ${made.notices} notices 通报, ${size}; open it in a browser`,
    ...(left > 0
      ? [
          `the texts of the last ${left} notices are not in it, for its size; \`tongbao serve ${folder}\` shows them all`,
        ]
      : []),
  ].join('\n')
}
