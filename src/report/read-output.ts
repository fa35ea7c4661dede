import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { both } from '../messages.ts'
import type { Notice } from '../records/schema.ts'
import { InputError } from '../run/discover.ts'
import { linesOf } from './lines.ts'

interface StoredNotice {
  notice: Notice
  /** Bytes in notices.ndjson. */
  offset: number
  length: number
}

/** notices.ndjson of an output folder. @throws InputError where it is none. */
export function noticesFile(folder: string): string {
  const path = join(folder, 'notices.ndjson')
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new InputError(...both('no_output_folder', folder))
  if (!existsSync(path)) throw new InputError(...both('no_notices', folder))
  return path
}

/** The notices of an output folder, one at a time. @throws InputError naming the line that is no notice. */
export async function* noticesOf(folder: string): AsyncGenerator<StoredNotice> {
  const path = noticesFile(folder)
  let line = 0
  for await (const { offset, bytes } of linesOf(path)) {
    line++
    if (bytes.length === 0) continue
    yield { notice: parse(bytes, `${path}:${line}`), offset, length: bytes.length }
  }
}

function parse(bytes: Buffer, at: string): Notice {
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch (error) {
    throw new InputError(...both('line_no_json', at, (error as Error).message.slice(0, 80)))
  }
  const notice = value as Notice
  const whole =
    typeof notice === 'object' &&
    notice !== null &&
    typeof notice.text === 'string' &&
    typeof notice.source?.uri === 'string' &&
    [notice.records, notice.metrics, notice.deadlines, notice.checks].every(Array.isArray)
  if (!whole) throw new InputError(...both('no_notice', at))
  return notice
}
