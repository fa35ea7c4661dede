import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { redactNotice } from '../export/redact.ts'
import { loadKit } from '../kit.ts'
import { ContainerError, type FieldNames, type Limits, overBytes } from '../read/containers/container.ts'
import { linesOf, memberOfLine } from '../read/containers/jsonl.ts'
import type { Extracted } from '../records/result.ts'
import { extractGuarded } from './extract.ts'
import { PROCESS_LIMITS } from './isolated.ts'
import { within } from './within.ts'

/**
 * One line out for every line in, in their order, whatever is in it: an engine that counts them knows that nothing is
 * lost. A line is named by its address or, where it has none, by its bytes: never by its number, which would depend on
 * how the engine cut the input.
 */
export async function filter(
  input: AsyncIterable<Buffer>,
  output: Writable,
  {
    limits,
    fields,
    redact,
    lexicon,
  }: { limits: Limits; fields: FieldNames; redact?: true; lexicon: string | null },
): Promise<void> {
  const kit = loadKit(undefined, lexicon)
  const guard = within(PROCESS_LIMITS.seconds)
  let broken: Error | null = null
  output.on('error', (error) => {
    broken = error
  })
  for await (const { line, blank } of linesOf(input, limits)) {
    const found = await resultOf(line, blank)
    const result = redact && found.notice ? { ...found, notice: redactNotice(found.notice, kit) } : found
    if (!output.write(`${JSON.stringify(result)}\n`))
      await Promise.race([once(output, 'drain'), once(output, 'close')])
    if (broken) throw broken
  }

  async function resultOf(line: Buffer | null, blank: boolean): Promise<Extracted> {
    const uri = line ? `line-${createHash('sha256').update(line).digest('hex').slice(0, 16)}` : 'line'
    if (blank)
      return { uri, status: 'skipped', notice: null, problems: [{ code: 'blank', message: 'an empty line' }] }
    try {
      if (!line) throw overBytes('the line', limits)
      const member = memberOfLine(line, 'the line', fields)
      return await extractGuarded({ ...member, uri: member.url ?? uri }, kit, guard)
    } catch (error) {
      if (!(error instanceof ContainerError)) throw error
      return { uri, status: 'failed', notice: null, problems: [error.problem] }
    }
  }
}
