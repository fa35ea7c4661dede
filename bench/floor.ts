// The floor: the same bytes read, decoded, widths folded, lexed once with the project's own tokens, and the same output
// serialised; nothing else.
import { isUtf8, transcode } from 'node:buffer'
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { csvRows } from '../src/export/csv.ts'
import { checksTable, deadlinesTable, metricsTable, recordsTable } from '../src/export/tables.ts'
import { OffsetMap } from '../src/normalize/offset-map.ts'
import { foldWidth } from '../src/normalize/passes/fold-width.ts'
import { tokensOf } from '../src/parse/scanner.ts'
import type { Notice } from '../src/records/schema.ts'

/** Each stage's share, in milliseconds of CPU. */
export type Shares = Record<'read' | 'decode' | 'fold' | 'lex' | 'write', number>

export function floor(corpus: string, notices: readonly Notice[], out: string): Shares {
  const shares: Shares = { read: 0, decode: 0, fold: 0, lex: 0, write: 0 }
  const timed = <T>(stage: keyof Shares, work: () => T): T => {
    const from = process.cpuUsage()
    const result = work()
    const { user, system } = process.cpuUsage(from)
    shares[stage] += (user + system) / 1000
    return result
  }
  mkdirSync(out, { recursive: true })
  for (const file of readdirSync(corpus).sort()) {
    const bytes = timed('read', () => readFileSync(join(corpus, file)))
    const text = timed('decode', () => {
      if (!isUtf8(bytes)) throw new Error(file)
      return transcode(bytes, 'utf8', 'ucs2').toString('ucs2')
    })
    const folded = timed(
      'fold',
      () => OffsetMap.identity.apply(text, foldWidth.edits(text, undefined as never)).text,
    )
    timed('lex', () => tokensOf(folded))
  }
  timed('write', () => {
    const records = recordsTable((code) => code)
    const open = [
      'notices.ndjson',
      'notices.json',
      'records.csv',
      'metrics.csv',
      'deadlines.csv',
      'checks.csv',
    ].map((name) => openSync(join(out, name), 'w'))
    for (const notice of notices) {
      const line = Buffer.from(`${JSON.stringify(notice)}\n`)
      const of = <T>(items: readonly T[]) => items.map((item, k) => ({ notice, item, n: k + 1 }))
      writeSync(open[0]!, line)
      writeSync(open[1]!, line)
      writeSync(open[2]!, csvRows(records, of(notice.records)))
      writeSync(open[3]!, csvRows(metricsTable, of(notice.metrics)))
      writeSync(open[4]!, csvRows(deadlinesTable, of(notice.deadlines)))
      writeSync(open[5]!, csvRows(checksTable, of(notice.checks)))
    }
    for (const fd of open) closeSync(fd)
  })
  return shares
}

export { csvRows } from '../src/export/csv.ts'
export { loadKit } from '../src/kit.ts'
export { Matcher } from '../src/lexicon/matcher.ts'
export { toSimplified } from '../src/normalize/passes/to-simplified.ts'
