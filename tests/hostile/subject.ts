// The process that reads hostile files, one after the other, as a run does; `watched.ts` builds, asks and watches it.
import { loadKit } from '../../src/kit.ts'
import { documentsOf } from '../../src/read/containers/documents.ts'
import type { Evidence, Notice } from '../../src/records/schema.ts'
import { extractOne } from '../../src/run/extract.ts'
import type { Answer, Told } from './watched.ts'

const kit = loadKit()
process.on('message', async (path: string) => {
  const before = process.cpuUsage()
  const began = performance.now()
  const told: Told[] = []
  for await (const member of documentsOf(path, path)) {
    const found =
      'problem' in member
        ? {
            uri: member.uri,
            status: member.skipped ? ('skipped' as const) : ('failed' as const),
            notice: null,
            problems: [member.problem],
          }
        : await extractOne({ ...member, content: shifted(member.content) }, kit)
    told.push({
      uri: found.uri,
      status: found.status,
      codes: found.problems.map((p) => (p.message ? p.code : `${p.code}: without a cause`)),
      untrue: found.notice ? untrue(found.notice) : 0,
    })
  }
  const { user, system } = process.cpuUsage(before)
  // The clock measures the neighbours too, the processor the threads that clean up beside: the smaller is the document's.
  const ms = Math.min(performance.now() - began, (user + system) / 1000)
  process.send!({ told, ms, rss: process.memoryUsage.rss() } satisfies Answer)
})
process.on('disconnect', () => process.exit())
process.send!('ready')

/** Bytes come from files, archives and other processes, and so begin anywhere in memory. */
function shifted(content: string | Uint8Array): string | Uint8Array {
  if (typeof content === 'string') return content
  const by = content.length % 8
  const memory = new Uint8Array(content.length + by)
  memory.set(content, by)
  return memory.subarray(by)
}

/** Quotes that are not the characters at their span. */
function untrue(notice: Notice): number {
  let count = 0
  const look = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return
    if ('quote' in value) {
      const { start, end, quote } = value as Evidence
      if (notice.text.slice(start, end) !== quote) count++
    }
    for (const v of Object.values(value)) look(v)
  }
  look(notice)
  return count
}
